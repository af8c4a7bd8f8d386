//! A staff member, and what a line of the list may hold. It knows no shift.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::StaffId;
use crate::kernel::{Day, Error, Result, text};

/// The longest text of a field in characters; longer ones are pasted by mistake.
const LONGEST: usize = 200;

/// The minutes of a week, more than which nobody can want to work.
const WEEK: u32 = 7 * 24 * 60;

/// What is known of somebody who works here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StaffDetails {
    /// The name as the schedule shows it.
    pub name: String,
    /// What they like to be called; their name where it is empty.
    #[serde(default)]
    pub called: String,
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
    /// The most work a week that was agreed, in minutes.
    #[serde(default)]
    pub most_minutes: Option<u32>,
    /// Whether they study, which some rules ask.
    #[serde(default)]
    pub student: bool,
    /// Whether they may lead a shift.
    #[serde(default)]
    pub senior: bool,
    /// Whether they hold a key.
    #[serde(default)]
    pub keyholder: bool,
    /// Their first day here; always where none is given.
    #[serde(default)]
    pub begins: Option<Day>,
    /// Their last day here; for good where none is given.
    #[serde(default)]
    pub ends: Option<Day>,
    /// Whether they work here still.
    #[serde(default = "yes")]
    pub active: bool,
}

/// Who is added works here.
fn yes() -> bool {
    true
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
    /// What they like to be called.
    pub fn called(&self) -> &str {
        match self.called.as_str() {
            "" => &self.name,
            called => called,
        }
    }

    /// Whether they work here on a day: they have begun, and not ended or left.
    pub fn works_on(&self, day: Day) -> bool {
        let begun = self.begins.is_none_or(|begins| begins <= day);
        let still = self.ends.is_none_or(|ends| day <= ends);
        self.active && begun && still
    }

    /// The details as the file keeps them; refused where no row can hold them.
    pub(super) fn checked(self) -> Result<Self> {
        let details = Self {
            name: text::line("name", &self.name, LONGEST)?,
            called: text::line("called", &self.called, LONGEST)?,
            position: text::line("position", &self.position, LONGEST)?,
            email: text::line("email", &self.email, LONGEST)?,
            phone: text::line("phone", &self.phone, LONGEST)?,
            ..self
        };
        text::required("name", &details.name)?;
        if !details.email.is_empty() && !details.email.contains('@') {
            return Err(Error::invalid("email", "has no @"));
        }
        minutes_of_a_week("wanted_minutes", details.wanted_minutes)?;
        minutes_of_a_week("most_minutes", details.most_minutes)?;
        if let (Some(begins), Some(ends)) = (details.begins, details.ends)
            && ends < begins
        {
            let problem = format!("is {ends}, before the start on {begins}");
            return Err(Error::invalid("ends", problem));
        }
        Ok(details)
    }
}

/// Refuses more minutes than a week has.
pub(super) fn minutes_of_a_week(field: &'static str, minutes: Option<u32>) -> Result<()> {
    if minutes.is_some_and(|minutes| minutes > WEEK) {
        let problem = format!("cannot be more than {WEEK}, the minutes of a week");
        return Err(Error::invalid(field, problem));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(name: &str) -> StaffDetails {
        StaffDetails {
            name: name.into(),
            active: true,
            ..StaffDetails::default()
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

    #[test]
    fn somebody_works_from_their_first_day_through_their_last() {
        let day = |text| Day::parse(text).unwrap();
        let mut details = called("Ada");
        assert!(details.works_on(day("2026-11-23")));
        (details.begins, details.ends) = (Some(day("2026-11-24")), Some(day("2026-11-25")));
        let works = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"];
        let works = works.map(|text| details.works_on(day(text)));
        assert_eq!(works, [false, true, true, false]);
        details.ends = Some(day("2026-11-23"));
        assert!(details.checked().is_err());
    }

    #[test]
    fn who_said_nothing_is_called_by_their_name() {
        let mut details = called("Augusta Ada King");
        assert_eq!(details.called(), "Augusta Ada King");
        details.called = "Ada".into();
        assert_eq!(details.called(), "Ada");
    }
}
