//! The classes of many people in a stretch of days, such as a term, kept in one deed and taken back in one. Files with
//! timetables are `transfer`'s, and what a class does to shifts is `solving`'s.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::class::{Class, ClassDetails};
use super::classes::{ReplaceClasses, replace_classes};
use super::undo_classes::{UndoClasses, undo_classes};
use crate::kernel::id::{ClassChangeId, StaffId};
use crate::kernel::{Act, Day, Error, Result};

/// The most people of one deed.
const MOST: usize = 500;

/// Replaces all classes of some people in a stretch of days.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReplaceTimetables {
    /// The first day of the stretch.
    pub first: Day,
    /// The last.
    pub last: Day,
    /// Whose, with all classes that they have in it from now on.
    pub people: Vec<NewTimetable>,
}

/// Somebody's classes from now on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewTimetable {
    /// Whose.
    pub staff: StaffId,
    /// All of them in the stretch.
    pub classes: Vec<ClassDetails>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReplacedTimetables {
    /// By which it can be taken back.
    pub changes: Vec<ClassChangeId>,
    /// How many classes were kept.
    pub kept: usize,
    /// The classes that are in nobody's timetable any more. No shift moves for that.
    pub gone: Vec<ClassDetails>,
}

/// Takes a replacing back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UndoTimetables {
    /// Each change of it.
    pub changes: Vec<ClassChangeId>,
}

/// Replaces all classes of some people in a stretch of days; of one that reaches beyond it, what lies outside stays.
pub fn replace_timetables(act: &Act<'_>, input: ReplaceTimetables) -> Result<ReplacedTimetables> {
    let (first, last) = (input.first, input.last);
    let people = input.people.len();
    if people == 0 || people > MOST {
        let problem = format!("are {people}; 1 to {MOST} are possible");
        return Err(Error::invalid("people", problem));
    }
    let mut all = ReplacedTimetables {
        changes: Vec::with_capacity(people),
        kept: 0,
        gone: Vec::new(),
    };
    for NewTimetable { staff, classes } in input.people {
        all.kept += classes.len();
        let one = ReplaceClasses {
            staff,
            first,
            last,
            classes,
        };
        let replaced = replace_classes(act, one)?;
        all.changes.push(replaced.change);
        all.gone.extend(replaced.gone);
    }
    act.tell(format!(
        "{first} to {last}: {} classes of {people} people",
        all.kept
    ));
    Ok(all)
}

/// Takes a replacing back: everybody has the classes that they had.
pub fn undo_timetables(act: &Act<'_>, input: UndoTimetables) -> Result<Vec<Class>> {
    let mut classes = Vec::new();
    for change in input.changes.into_iter().rev() {
        classes.extend(undo_classes(act, UndoClasses { change })?);
    }
    Ok(classes)
}

/// Of the classes that met in a stretch of days before, those that meet there at no such time any more.
pub(super) fn gone(before: &[ClassDetails], after: &[ClassDetails]) -> Vec<ClassDetails> {
    let when = |class: &ClassDetails| (class.weekday, class.start, class.end, class.weeks);
    let is_gone = |class: &&ClassDetails| {
        let same = |other: &&ClassDetails| {
            when(other) == when(class) && other.first <= class.last && class.first <= other.last
        };
        !after.iter().any(|other| same(&other))
    };
    before.iter().filter(is_gone).cloned().collect()
}
