//! Somebody who borrows, and what their record may hold. It knows no loan.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::activity::AgeBand;
use crate::kernel::fold::{fold, joined};
use crate::kernel::id::{CategoryId, HouseholdId, PatronId};
use crate::kernel::{Barcode, Day, Error, Result, text};

/// The longest name, address of mail or number in characters.
const LONGEST: usize = 200;

/// The longest address on paper in characters.
const LONGEST_ADDRESS: usize = 500;

/// The longest note in characters.
const LONGEST_NOTE: usize = 2000;

/// So many last digits of a phone number tell two numbers apart, however the country and the area are written.
const PHONE_END: usize = 7;

/// The years more than which nobody has lived; an older birth day is a slip of the key.
const OLDEST: u32 = 130;

/// What is known of a patron: what is typed when they register, and when something changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PatronDetails {
    /// What their card says.
    pub card: Barcode,
    /// The name they are filed under; their only one, where they have one.
    pub family_name: String,
    /// Their other names.
    #[serde(default)]
    pub given_name: String,
    /// What they like to be called, where it is another name.
    #[serde(default)]
    pub preferred_name: String,
    /// Their kind.
    pub category: CategoryId,
    /// Where to write to them.
    #[serde(default)]
    pub email: String,
    /// Where to call them.
    #[serde(default)]
    pub phone: String,
    /// Where they live.
    #[serde(default)]
    pub address: String,
    /// Their birth day.
    #[serde(default)]
    pub born: Option<Day>,
    /// The last day on which the card lends.
    #[serde(default)]
    pub expires: Option<Day>,
    /// A remark that the desk sees.
    #[serde(default)]
    pub note: String,
    /// The name of who answers for them, where that is no patron.
    #[serde(default)]
    pub guardian: String,
    /// Where to call whoever answers for them.
    #[serde(default)]
    pub guardian_phone: String,
    /// The patron who answers for them.
    #[serde(default)]
    pub guardian_patron: Option<PatronId>,
}

/// Somebody who borrows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Patron {
    /// The number of their row.
    pub id: PatronId,
    /// What is known of them.
    pub details: PatronDetails,
    /// The day on which they registered.
    pub registered: Day,
    /// The first day of the last month in which they borrowed or renewed; a day would tell which of a day's loans were theirs.
    pub last_active: Option<Day>,
    /// The day on which the present card was reported lost; it opens nobody since.
    pub card_lost: Option<Day>,
    /// Why address, phone or e-mail are in doubt; empty where they are not.
    pub contact_doubt: String,
    /// The household they share.
    pub household: Option<HouseholdId>,
}

impl PatronDetails {
    /// The details as the file keeps them; refused where no record can hold them.
    pub fn checked(self, today: Day) -> Result<Self> {
        let details = Self {
            family_name: text::line("family_name", &self.family_name, LONGEST)?,
            given_name: text::line("given_name", &self.given_name, LONGEST)?,
            preferred_name: text::line("preferred_name", &self.preferred_name, LONGEST)?,
            email: text::line("email", &self.email, LONGEST)?,
            phone: text::line("phone", &self.phone, LONGEST)?,
            address: text::lines("address", &self.address, LONGEST_ADDRESS)?,
            note: text::lines("note", &self.note, LONGEST_NOTE)?,
            guardian: text::line("guardian", &self.guardian, LONGEST)?,
            guardian_phone: text::line("guardian_phone", &self.guardian_phone, LONGEST)?,
            ..self
        };
        text::required("family_name", &details.family_name)?;
        if !details.email.is_empty() && !details.email.contains('@') {
            return Err(Error::invalid("email", "has no @"));
        }
        if let Some(born) = details.born {
            check_birth(born, today)?;
        }
        if details.expires > Day::of(9999, 12, 31) {
            return Err(Error::invalid("expires", "is too far off"));
        }
        Ok(details)
    }

    /// The name as it is spoken: given name first.
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
            .trim()
            .to_owned()
    }

    /// The name as lists are in order of it.
    pub(super) fn sort_key(&self) -> String {
        fold(&format!("{} {}", self.family_name, self.given_name))
    }

    /// The folded words by which the patron is found. A phone number is found with and without its gaps.
    pub(super) fn search_words(&self, numbers: &[String]) -> String {
        let digits: String = self.phone.chars().filter(char::is_ascii_digit).collect();
        let mut words = vec![
            self.family_name.as_str(),
            &self.given_name,
            &self.preferred_name,
            self.card.as_str(),
            &self.email,
            &self.phone,
            &digits,
        ];
        words.extend(numbers.iter().map(String::as_str));
        let joined = [&self.family_name, &self.given_name, &self.preferred_name];
        let joined = joined.map(|name| joined_words(name)).concat();
        fold(&words.join(" ")) + &joined
    }
}

impl Patron {
    /// The age band that statistics keep.
    pub fn age_band(&self, today: Day) -> AgeBand {
        AgeBand::of(self.details.born, today)
    }
}

/// The last digits of a phone number, by which two numbers are compared; empty where there are too few.
pub(super) fn phone_end(phone: &str) -> String {
    let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.len().checked_sub(PHONE_END) {
        Some(start) => digits[start..].iter().collect(),
        None => String::new(),
    }
}

/// The other ways to write a name, each with a gap before it.
fn joined_words(name: &str) -> String {
    match joined(name) {
        none if none.is_empty() => none,
        words => format!(" {words}"),
    }
}

fn check_birth(born: Day, today: Day) -> Result<()> {
    if born > today {
        return Err(Error::invalid(
            "born",
            format!("is {born}, which is yet to come"),
        ));
    }
    if born.years_until(today) > OLDEST {
        return Err(Error::invalid(
            "born",
            format!("is {born}, more than {OLDEST} years ago"),
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn ada() -> PatronDetails {
        PatronDetails {
            card: Barcode::parse("23529000000017").unwrap(),
            family_name: "Okafor".into(),
            given_name: "Ada".into(),
            preferred_name: String::new(),
            category: CategoryId::of(1),
            email: String::new(),
            phone: String::new(),
            address: String::new(),
            born: None,
            expires: None,
            note: String::new(),
            guardian: String::new(),
            guardian_phone: String::new(),
            guardian_patron: None,
        }
    }

    fn problem_of(details: PatronDetails) -> &'static str {
        match details.checked(day("2026-11-23")) {
            Err(Error::Invalid { field, .. }) => field,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn one_name_is_enough() {
        let details = PatronDetails {
            family_name: " Suharto ".into(),
            given_name: " ".into(),
            ..ada()
        };
        let details = details.checked(day("2026-11-23")).unwrap();
        assert_eq!(details.name(), "Suharto");
    }

    #[test]
    fn a_name_of_eighty_letters_and_more_survives() {
        let name = "Wolfeschlegelsteinhausenbergerdorff".repeat(4);
        let details = PatronDetails {
            family_name: name.clone(),
            ..ada()
        };
        assert_eq!(
            details.checked(day("2026-11-23")).unwrap().family_name,
            name
        );
    }

    #[test]
    fn what_no_record_can_hold_is_refused_by_its_field() {
        let blank = PatronDetails {
            family_name: "\u{3000}".into(),
            ..ada()
        };
        assert_eq!(problem_of(blank), "family_name");
        let email = PatronDetails {
            email: "ada.example.org".into(),
            ..ada()
        };
        assert_eq!(problem_of(email), "email");
        let control = PatronDetails {
            given_name: "A\u{7}da".into(),
            ..ada()
        };
        assert_eq!(problem_of(control), "given_name");
    }

    #[test]
    fn nobody_is_born_tomorrow_or_in_the_year_26() {
        for born in ["2026-11-24", "0026-05-01"] {
            let details = PatronDetails {
                born: Some(day(born)),
                ..ada()
            };
            assert_eq!(problem_of(details), "born");
        }
    }

    #[test]
    fn a_phone_number_is_found_with_and_without_its_gaps() {
        let details = PatronDetails {
            phone: "(555) 010-23".into(),
            ..ada()
        };
        assert_eq!(
            details.search_words(&[]),
            "okafor ada 23529000000017 555 010 23 55501023"
        );
    }
}
