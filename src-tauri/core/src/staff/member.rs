//! A staff member, and what a line of the list may hold. It knows no shift.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::StaffId;
use crate::kernel::{Error, Result, text};

/// The longest text of a field in characters; longer ones are pasted by mistake.
const LONGEST: usize = 200;

/// The minutes of a week, more than which nobody can want to work.
const WEEK: u32 = 7 * 24 * 60;

/// What is known of somebody who works here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StaffDetails {
    /// The name as the schedule shows it.
    pub name: String,
    /// What they are hired as, such as "Student worker".
    #[serde(default)]
    pub position: String,
    /// Where to write to them.
    #[serde(default)]
    pub email: String,
    /// Where to call them.
    #[serde(default)]
    pub phone: String,
    /// The work a week that they want, in minutes; none where nothing was agreed.
    #[serde(default)]
    pub wanted_minutes: Option<u32>,
    /// Whether they work here still.
    pub active: bool,
}

/// Somebody who works here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StaffMember {
    /// The number of their row.
    pub id: StaffId,
    /// What is known of them.
    pub details: StaffDetails,
}

impl StaffDetails {
    /// The details as the file keeps them; refused where no row can hold them.
    pub(super) fn checked(self) -> Result<Self> {
        let details = Self {
            name: text::line("name", &self.name, LONGEST)?,
            position: text::line("position", &self.position, LONGEST)?,
            email: text::line("email", &self.email, LONGEST)?,
            phone: text::line("phone", &self.phone, LONGEST)?,
            ..self
        };
        text::required("name", &details.name)?;
        if !details.email.is_empty() && !details.email.contains('@') {
            return Err(Error::invalid("email", "has no @"));
        }
        if details.wanted_minutes.is_some_and(|wanted| wanted > WEEK) {
            return Err(Error::invalid(
                "wanted_minutes",
                format!("cannot be more than {WEEK}, the minutes of a week"),
            ));
        }
        Ok(details)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(name: &str) -> StaffDetails {
        StaffDetails {
            name: name.into(),
            position: String::new(),
            email: String::new(),
            phone: String::new(),
            wanted_minutes: None,
            active: true,
        }
    }

    #[test]
    fn a_name_is_cleaned_and_must_be_there() {
        let details = called("  Zoe\u{308} de Vries ").checked().unwrap();
        assert_eq!(details.name, "Zoë de Vries");
        for name in [" ".to_owned(), "x".repeat(LONGEST + 1)] {
            let refused = called(&name).checked();
            assert!(matches!(refused, Err(Error::Invalid { field: "name", .. })));
        }
    }

    #[test]
    fn an_address_for_mail_has_an_at_sign() {
        let mut details = called("Ada");
        details.email = "ada".into();
        assert!(details.clone().checked().is_err());
        details.email = "ada@library.example".into();
        assert!(details.checked().is_ok());
    }

    #[test]
    fn nobody_wants_more_work_than_a_week_has() {
        let mut details = called("Ada");
        details.wanted_minutes = Some(WEEK);
        assert!(details.clone().checked().is_ok());
        details.wanted_minutes = Some(WEEK + 1);
        assert!(details.checked().is_err());
    }
}
