//! Finds patrons, items and staff by a few letters, for people who know what they want. It searches as their lists do.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::catalog::{self, ItemRow, SearchItems};
use crate::kernel::fold::fold;
use crate::kernel::{Act, Permission, Result};
use crate::patrons::{self, Patron, Search};
use crate::policies;
use crate::staff::{self, StaffMember};

/// How many of each kind are found.
const MOST: u32 = 8;

/// Words to look for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "FindAnywhere")]
pub struct Find {
    /// The words; none finds nothing.
    pub words: String,
}

/// The first few of each kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct FoundAnywhere {
    /// Patrons, for those who may see them.
    pub patrons: Vec<Patron>,
    /// Items.
    pub items: Vec<ItemRow>,
    /// People who work here, and then people who did.
    pub staff: Vec<StaffMember>,
}

/// Finds patrons, items and staff.
pub fn find(act: &Act<'_>, input: Find) -> Result<FoundAnywhere> {
    let words = input.words;
    if fold(&words).is_empty() {
        return Ok(FoundAnywhere::default());
    }
    let words = as_scanned(act, words)?;
    let staff = staff_of(staff::members(act)?, &words);
    let search = Search {
        words: words.clone(),
        limit: MOST,
    };
    let patrons = match act.may(Permission::Lend) {
        true => patrons::search(act, search)?.rows,
        false => Vec::new(),
    };
    let items = catalog::search(act, SearchItems { words, limit: MOST })?.rows;
    Ok(FoundAnywhere {
        patrons,
        items,
        staff,
    })
}

/// The words, or the barcode that they are when a scanner typed them.
fn as_scanned(act: &Act<'_>, words: String) -> Result<String> {
    for code in policies::scanner(act)?.barcodes(&words) {
        let is_known = catalog::find_by_barcode(act, &code)?.is_some()
            || patrons::find_by_card(act, &code)?.is_some();
        if is_known {
            return Ok(code.to_string());
        }
    }
    Ok(words)
}

/// Those whose name holds the letters, whoever works here still first.
fn staff_of(members: Vec<StaffMember>, words: &str) -> Vec<StaffMember> {
    let words = fold(words);
    let (mut found, left): (Vec<_>, Vec<_>) = members
        .into_iter()
        .filter(|member| fold(&member.details.name).contains(&words))
        .partition(|member| member.details.active);
    found.extend(left);
    found.truncate(MOST as usize);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::id::StaffId;
    use crate::staff::StaffDetails;

    fn member(id: i64, name: &str, active: bool) -> StaffMember {
        StaffMember {
            id: StaffId::of(id),
            details: StaffDetails {
                name: name.into(),
                active,
                ..StaffDetails::default()
            },
        }
    }

    fn found(words: &str) -> Vec<i64> {
        use crate::kernel::id::Id;
        let members = vec![
            member(1, "Łukasz Nowak", false),
            member(2, "Chloé Martin", true),
            member(3, "Luka Martin", true),
        ];
        staff_of(members, words)
            .iter()
            .map(|member| member.id.row())
            .collect()
    }

    #[test]
    fn plain_letters_inside_a_name_find_marked_ones() {
        assert_eq!(found("hloe"), [2]);
        assert_eq!(found("MARTIN"), [2, 3]);
    }

    #[test]
    fn who_left_is_found_after_who_works_here() {
        assert_eq!(found("luka"), [3, 1]);
    }
}
