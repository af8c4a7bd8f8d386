//! A desk, and what may be said of one. It knows no need and no shift.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::DeskId;
use crate::kernel::{Error, Result, text};

/// The longest name in characters.
const LONGEST: usize = 60;

/// The longest contact in characters.
const LONGEST_CONTACT: usize = 120;

/// What is known of a place of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DeskDetails {
    /// The name, of which there is only one.
    pub name: String,
    /// One to three characters for where a name has no room.
    pub short: String,
    /// One of the eight colours of the schedule.
    pub colour: u8,
    /// Whether anybody is to work there still.
    pub active: bool,
    /// How to reach whoever is there: a telephone number, a place; empty where nobody said.
    #[serde(default)]
    pub contact: String,
}

/// A place of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Desk {
    /// The number of its row.
    pub id: DeskId,
    /// What is known of it.
    pub details: DeskDetails,
}

impl DeskDetails {
    /// The details as the file keeps them, refused where another of `desks` has the name already. `own` is the desk
    /// whose details these are to be, if it is there yet.
    pub(super) fn checked(self, own: Option<DeskId>, desks: &[Desk]) -> Result<Self> {
        let details = Self {
            name: text::line("name", &self.name, LONGEST)?,
            short: text::line("short", &self.short, 3)?,
            contact: text::line("contact", &self.contact, LONGEST_CONTACT)?,
            ..self
        };
        text::required("name", &details.name)?;
        text::required("short", &details.short)?;
        if !(1..=8).contains(&details.colour) {
            return Err(Error::invalid("colour", "must be 1 to 8"));
        }
        let other = desks
            .iter()
            .find(|desk| Some(desk.id) != own && details.is_called_as(desk));
        match other {
            Some(desk) => Err(Error::invalid(
                "name",
                format!("\"{}\" is another desk's already", desk.details.name),
            )),
            None => Ok(details),
        }
    }

    fn is_called_as(&self, desk: &Desk) -> bool {
        self.name.to_lowercase() == desk.details.name.to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(name: &str, short: &str, colour: u8) -> DeskDetails {
        DeskDetails {
            name: name.into(),
            short: short.into(),
            colour,
            active: true,
            contact: String::new(),
        }
    }

    #[test]
    fn a_name_belongs_to_one_desk_whatever_its_case() {
        let desks = [Desk {
            id: DeskId::of(1),
            details: called("Circulation", "C", 1),
        }];
        let again = called(" circulation ", "CI", 2);
        assert!(again.clone().checked(None, &desks).is_err());
        let renamed = again.checked(Some(DeskId::of(1)), &desks).unwrap();
        assert_eq!(renamed.name, "circulation");
    }

    #[test]
    fn a_short_name_is_short_and_a_colour_is_one_of_eight() {
        for (short, colour) in [("", 1), ("Circ", 1), ("C", 0), ("C", 9)] {
            assert!(
                called("Circulation", short, colour)
                    .checked(None, &[])
                    .is_err()
            );
        }
        assert!(called("Circulation", "Réf", 8).checked(None, &[]).is_ok());
    }
}
