//! A kind of shift that comes again, and which shifts are of it. It places none.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::{DeskId, ShiftTypeId, StaffId};
use crate::kernel::{Day, Error, Minute, Result, text};
use crate::schedule::ShiftDetails;

/// The longest name in characters.
const LONGEST: usize = 60;
/// The lines on which shifts begin and end, in minutes.
const LINE: u16 = 15;

/// What is known of a kind of shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShiftTypeDetails {
    /// What it is called, such as "Early".
    pub name: String,
    /// One to three characters for a cell of the rota; no other type in use has them.
    pub letters: String,
    /// Where.
    pub desk: DeskId,
    /// When it begins on the wall clock.
    pub start: Minute,
    /// When it ends; 24:00 is the midnight that ends the day.
    pub end: Minute,
    /// Whether it is to be worked still.
    pub active: bool,
    /// The types that nobody works on the day after, besides those that the rules of work forbid.
    #[serde(default)]
    pub never_before: Vec<ShiftTypeId>,
}

/// A kind of shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShiftType {
    /// The number of its row.
    pub id: ShiftTypeId,
    /// What is known of it.
    pub details: ShiftTypeDetails,
}

impl ShiftTypeDetails {
    /// The details as the file keeps them; refused where another type in use would be taken for this one.
    pub(super) fn checked(self, own: Option<ShiftTypeId>, all: &[ShiftType]) -> Result<Self> {
        let mut details = Self {
            name: text::line("name", &self.name, LONGEST)?,
            letters: text::line("letters", &self.letters, 3)?,
            ..self
        };
        text::required("name", &details.name)?;
        text::required("letters", &details.letters)?;
        if details.end <= details.start {
            let problem = format!(
                "at {} is not after the start at {}",
                details.end, details.start
            );
            return Err(Error::invalid("end", problem));
        }
        for (field, minute) in [("start", details.start), ("end", details.end)] {
            if minute.count() % LINE != 0 {
                let problem = format!("at {minute} is not on a quarter of an hour");
                return Err(Error::invalid(field, problem));
            }
        }
        details.never_before.sort();
        details.never_before.dedup();
        if let Some(stray) = details
            .never_before
            .iter()
            .find(|id| Some(**id) != own && all.iter().all(|other| other.id != **id))
        {
            return Err(Error::not_found("shift type", *stray));
        }
        let mut others = all
            .iter()
            .filter(|other| Some(other.id) != own && other.details.active && details.active);
        match others.find_map(|other| details.objection(&other.details)) {
            Some((field, problem)) => Err(Error::invalid(field, problem)),
            None => Ok(details),
        }
    }

    fn objection(&self, other: &Self) -> Option<(&'static str, String)> {
        let same = |one: &str, two: &str| one.to_lowercase() == two.to_lowercase();
        if same(&self.letters, &other.letters) {
            let problem = format!("\"{}\" are those of {} already", other.letters, other.name);
            return Some(("letters", problem));
        }
        let hours = |details: &Self| (details.desk, details.start, details.end);
        (hours(self) == hours(other)).then(|| {
            let problem = format!(
                "is that of {} already, at the same desk until the same time",
                other.name
            );
            ("start", problem)
        })
    }

    /// How long it lasts on most days.
    pub(super) fn minutes(&self) -> u16 {
        self.end.count() - self.start.count()
    }

    /// Whether a shift is one of these.
    pub(super) fn is_of(&self, shift: &ShiftDetails) -> bool {
        (self.desk, self.start, self.end) == (shift.desk, shift.start, shift.end)
    }

    /// One of these.
    pub(super) fn on(&self, staff: StaffId, day: Day) -> ShiftDetails {
        ShiftDetails {
            staff,
            desk: self.desk,
            day,
            start: self.start,
            end: self.end,
            note: String::new(),
        }
    }
}

/// The type in use that a shift is of.
pub(super) fn type_of<'t>(types: &'t [ShiftType], shift: &ShiftDetails) -> Option<&'t ShiftType> {
    let mut in_use = types.iter().filter(|kind| kind.details.active);
    in_use.find(|kind| kind.details.is_of(shift))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn early() -> ShiftTypeDetails {
        ShiftTypeDetails {
            name: "Early".into(),
            letters: "E".into(),
            desk: DeskId::of(1),
            start: Minute::of(480).unwrap(),
            end: Minute::of(960).unwrap(),
            active: true,
            never_before: Vec::new(),
        }
    }

    fn refused(change: impl Fn(&mut ShiftTypeDetails)) -> Option<&'static str> {
        let all = [ShiftType {
            id: ShiftTypeId::of(1),
            details: early(),
        }];
        let mut details = ShiftTypeDetails {
            name: "Late".into(),
            letters: "L".into(),
            start: Minute::of(720).unwrap(),
            end: Minute::of(1200).unwrap(),
            ..early()
        };
        change(&mut details);
        match details.checked(None, &all) {
            Err(Error::Invalid { field, .. }) => Some(field),
            Err(error) => panic!("{error}"),
            Ok(_) => None,
        }
    }

    #[test]
    fn no_two_types_in_use_look_alike() {
        assert_eq!(refused(|_| ()), None);
        assert_eq!(refused(|late| late.letters = "e".into()), Some("letters"));
        assert_eq!(
            refused(|late| (late.start, late.end) = (early().start, early().end)),
            Some("start")
        );
        assert_eq!(
            refused(|late| (late.letters, late.active) = ("E".into(), false)),
            None
        );
    }

    #[test]
    fn a_type_ends_after_it_begins_on_quarters() {
        assert_eq!(refused(|late| late.end = late.start), Some("end"));
        assert_eq!(
            refused(|late| late.end = Minute::of(1201).unwrap()),
            Some("end")
        );
        assert_eq!(
            refused(|late| late.letters = String::new()),
            Some("letters")
        );
    }
}
