//! What other systems call the fields, and how a file shows which system wrote it.
//!
//! Koha: `Koha/Patrons/Import.pm` and its report library. Evergreen: `support-scripts/patron_loader.pl.in`. SLiMS:
//! `admin/modules/membership/import.php`, whose order is fixed and whose first line may be missing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::form::plain;
use super::mapping::ImportKind;
use super::timetable;

/// A system whose files are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KnownSystem {
    /// Koha.
    Koha,
    /// Evergreen.
    Evergreen,
    /// SLiMS.
    Slims,
}

/// The columns of SLiMS in their order, and the fields they fill.
const SLIMS: [(&str, &str); 19] = [
    ("member_id", "card"),
    ("member_name", "name"),
    ("gender", ""),
    ("member_type_name", "category"),
    ("member_email", "email"),
    ("member_address", "address"),
    ("postal_code", "address"),
    ("inst_name", "note"),
    ("is_new", ""),
    ("member_image", ""),
    ("pin", ""),
    ("member_phone", "phone"),
    ("member_fax", ""),
    ("member_since_date", ""),
    ("register_date", ""),
    ("expire_date", "expires"),
    ("birth_date", "born"),
    ("member_notes", "note"),
    ("mpasswd", ""),
];

const PATRONS: &[(&str, &str)] = &[
    ("add1city", "address"),
    ("add1country", "address"),
    ("add1county", "address"),
    ("add1postcode", "address"),
    ("add1state", "address"),
    ("add1street1", "address"),
    ("add1street2", "address"),
    ("address2", "address"),
    ("barcode", "card"),
    ("birthdate", "born"),
    ("birthday", "born"),
    ("borrowernotes", "note"),
    ("cardno", "card"),
    ("cardnumber", "card"),
    ("categorycode", "category"),
    ("city", "address"),
    ("country", "address"),
    ("dateexpiry", "expires"),
    ("dateofbirth", "born"),
    ("dayphone", "phone"),
    ("dob", "born"),
    ("emailaddress", "email"),
    ("eveningphone", "phone"),
    ("expiredate", "expires"),
    ("expirydate", "expires"),
    ("firstgivenname", "given_name"),
    ("firstname", "given_name"),
    ("fullname", "name"),
    ("lastname", "family_name"),
    ("middlename", "given_name"),
    ("mobile", "phone"),
    ("name", "name"),
    ("notes", "note"),
    ("otherphone", "phone"),
    ("patrontype", "category"),
    ("phonenumber", "phone"),
    ("postalcode", "address"),
    ("postcode", "address"),
    ("preffirstgivenname", "preferred_name"),
    ("profile", "category"),
    ("secondgivenname", "given_name"),
    ("state", "address"),
    ("surname", "family_name"),
    ("telephone", "phone"),
    ("zipcode", "address"),
];

const ITEMS: &[(&str, &str)] = &[
    ("020$a", "isbn"),
    ("852$b", "location"),
    ("852$c", "location"),
    ("852$h", "call_number"),
    ("852$i", "call_number"),
    ("852$p", "barcode"),
    ("952$0", "withdrawn"),
    ("952$1", "lost"),
    ("952$4", "repair"),
    ("952$c", "location"),
    ("952$g", "price"),
    ("952$o", "call_number"),
    ("952$p", "barcode"),
    ("952$v", "price"),
    ("952$y", "item_type"),
    ("952$z", "note"),
    ("callno", "call_number"),
    ("ccode", ""),
    ("copyrightdate", "year"),
    ("damaged", "repair"),
    ("itemcallnumber", "call_number"),
    ("itemlost", "lost"),
    ("itemnotes", "note"),
    ("itype", "item_type"),
    ("notes", "note"),
    ("publicationyear", "year"),
    ("publishercode", "publisher"),
    ("replacementprice", "price"),
    ("type", "item_type"),
];

const LOANS: &[(&str, &str)] = &[
    ("borrowercardnumber", "card"),
    ("cardno", "card"),
    ("cardnumber", "card"),
    ("checkoutdate", "lent"),
    ("copybarcode", "barcode"),
    ("datedue", "due"),
    ("dateissued", "lent"),
    ("duedate", "due"),
    ("issuedate", "lent"),
    ("itembarcode", "barcode"),
    ("itemcode", "barcode"),
    ("loandate", "lent"),
    ("memberid", "card"),
    ("patronbarcode", "card"),
    ("patroncard", "card"),
    ("renewalscount", "renewals"),
    ("renewed", "renewals"),
    ("timestamp", ""),
    ("usrbarcode", "card"),
    ("xactstart", "lent"),
];

const STAFF: &[(&str, &str)] = &[
    ("authorizationends", "permit_ends"),
    ("authorisationends", "permit_ends"),
    ("awardhours", "award_minutes"),
    ("birthdate", "born"),
    ("birthday", "born"),
    ("dateofbirth", "born"),
    ("desk", "desks"),
    ("dob", "born"),
    ("emailaddress", "email"),
    ("employee", "name"),
    ("employeename", "name"),
    ("enddate", "ends"),
    ("firstname", "given_name"),
    ("fullname", "name"),
    ("goesby", "called"),
    ("hiredate", "begins"),
    ("hired", "begins"),
    ("hours", "wanted_minutes"),
    ("hourselsewhere", "elsewhere_minutes"),
    ("hoursperweek", "wanted_minutes"),
    ("hourswanted", "wanted_minutes"),
    ("jobtitle", "position"),
    ("holdsakey", "keyholder"),
    ("key", "keyholder"),
    ("keyholders", "keyholder"),
    ("keys", "keyholder"),
    ("lastname", "family_name"),
    ("maxhours", "most_minutes"),
    ("maximumhours", "most_minutes"),
    ("mobile", "phone"),
    ("nickname", "called"),
    ("otherjobs", "elsewhere_minutes"),
    ("pay", "hourly_pay"),
    ("payrate", "hourly_pay"),
    ("phonenumber", "phone"),
    ("preferredname", "called"),
    ("role", "position"),
    ("skill", "skills"),
    ("startdate", "begins"),
    ("surname", "family_name"),
    ("telephone", "phone"),
    ("title", "position"),
    ("training", "skills"),
    ("under18", "minor"),
    ("underage", "minor"),
    ("visa", "permit"),
    ("studies", "student"),
    ("studieshere", "student"),
    ("wantedhours", "wanted_minutes"),
    ("workauthorisation", "permit"),
    ("workauthorization", "permit"),
    ("worker", "name"),
    ("workstudyaward", "award"),
];

/// The field that a column of that name fills by what other systems call it; empty where it is known to fill none.
pub(super) fn alias(kind: ImportKind, name: &str) -> Option<&'static str> {
    let plain = plain(name);
    let slims = SLIMS.iter().filter(|_| kind == ImportKind::Patrons);
    let mut slims = slims.filter(|(own, _)| own.contains("member") || *own == "inst_name");
    if let Some((_, field)) = slims.find(|(own, _)| own.replace('_', "") == plain) {
        return Some(field);
    }
    let aliases = match kind {
        ImportKind::Patrons => PATRONS,
        ImportKind::Items => ITEMS,
        ImportKind::Loans => LOANS,
        ImportKind::Staff => STAFF,
        ImportKind::Classes => return timetable::field_of(name),
    };
    aliases
        .iter()
        .find(|(own, _)| *own == plain)
        .map(|(_, field)| *field)
}

/// The fields of a SLiMS file without a first line that names them, if a first row of so many cells can be one.
pub(super) fn slims_order(width: usize) -> Option<Vec<Option<String>>> {
    matches!(width, 18 | 19).then(|| {
        SLIMS[..width]
            .iter()
            .map(|(_, field)| (!field.is_empty()).then(|| (*field).to_owned()))
            .collect()
    })
}

/// Which system names its columns so.
pub(super) fn system(header: &[String]) -> Option<KnownSystem> {
    let names: Vec<String> = header.iter().map(|name| plain(name)).collect();
    let has = |wanted: &[&str]| {
        wanted
            .iter()
            .all(|name| names.iter().any(|own| own == name))
    };
    match () {
        () if has(&["memberid", "membername"]) || has(&["memberid", "itemcode"]) => {
            Some(KnownSystem::Slims)
        }
        () if has(&["firstgivenname", "familyname"]) || has(&["xactstart"]) => {
            Some(KnownSystem::Evergreen)
        }
        () if has(&["cardnumber", "surname"])
            || has(&["itemcallnumber"])
            || has(&["cardnumber", "issuedate"])
            || names.iter().any(|name| name.starts_with("952$")) =>
        {
            Some(KnownSystem::Koha)
        }
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_known_by_what_its_system_calls_it() {
        assert_eq!(alias(ImportKind::Patrons, "Card Number"), Some("card"));
        assert_eq!(
            alias(ImportKind::Patrons, "add1_post_code"),
            Some("address")
        );
        assert_eq!(alias(ImportKind::Loans, "date_due"), Some("due"));
        assert_eq!(alias(ImportKind::Patrons, "member_id"), Some("card"));
        assert_eq!(alias(ImportKind::Items, "shoe size"), None);
    }

    #[test]
    fn a_system_is_known_by_its_columns() {
        let of = |names: &[&str]| {
            system(
                &names
                    .iter()
                    .map(|name| (*name).to_owned())
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(
            of(&["cardnumber", "surname", "firstname"]),
            Some(KnownSystem::Koha)
        );
        assert_eq!(
            of(&["usrname", "family_name", "first_given_name"]),
            Some(KnownSystem::Evergreen)
        );
        assert_eq!(of(&["member_id", "member_name"]), Some(KnownSystem::Slims));
        assert_eq!(of(&["card", "name"]), None);
    }
}
