//! Somebody's classes, one by one or those of a stretch of days at once. Files with timetables are `transfer`'s.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::class::{Class, ClassDetails};
use super::store;
use crate::kernel::id::{ClassChangeId, ClassId, StaffId};
use crate::kernel::{Act, Day, Error, OrNotFound, Result};
use crate::staff::list::member;
use crate::staff::member::{StaffDetails, StaffMember};

/// The most classes of one timetable.
const MOST: usize = 300;

/// Adds a class.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddClass {
    /// What it is.
    pub details: ClassDetails,
}

/// Corrects a class.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditClass {
    /// Which.
    pub id: ClassId,
    /// What it is from now on; it stays the same person's.
    pub details: ClassDetails,
}

/// Removes a class.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveClass {
    /// Which.
    pub id: ClassId,
}

/// Replaces all of somebody's classes in a stretch of days, such as a term.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReplaceClasses {
    /// Whose.
    pub staff: StaffId,
    /// The first day of the stretch.
    pub first: Day,
    /// The last.
    pub last: Day,
    /// All classes that they have in it from now on.
    pub classes: Vec<ClassDetails>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReplacedClasses {
    /// By which it can be taken back.
    pub change: ClassChangeId,
    /// How many classes met in the stretch before.
    pub replaced: usize,
    /// The classes that meet at no such time any more. No shift moves for that.
    pub gone: Vec<ClassDetails>,
    /// Whether they are marked as studying here by it.
    pub made_student: bool,
    /// All of their classes now.
    pub classes: Vec<Class>,
}

/// Everybody's classes by weekday and time; who has none is not in it.
pub fn classes(act: &Act<'_>) -> Result<BTreeMap<StaffId, Vec<Class>>> {
    let mut by_person = BTreeMap::<_, Vec<_>>::new();
    for class in store::classes(act.tx)? {
        by_person
            .entry(class.details.staff)
            .or_default()
            .push(class);
    }
    Ok(by_person)
}

/// Adds a class; it may overlap another, people attend as they can.
pub fn add_class(act: &Act<'_>, input: AddClass) -> Result<Class> {
    let details = input.details.checked()?;
    let person = member(act, details.staff)?;
    let id = store::insert_class(act.tx, &details)?;
    act.touched(person.id);
    act.touched(id);
    Ok(Class { id, details })
}

/// Corrects a class.
pub fn edit_class(act: &Act<'_>, input: EditClass) -> Result<Class> {
    let before = class(act, input.id)?;
    let details = input.details.checked()?;
    if details.staff != before.details.staff {
        return Err(Error::invalid(
            "staff",
            "is somebody else; add the class to them",
        ));
    }
    store::update_class(act.tx, before.id, &details)?;
    act.touched(details.staff);
    act.touched(before.id);
    Ok(Class {
        id: before.id,
        details,
    })
}

/// Removes a class.
pub fn remove_class(act: &Act<'_>, input: RemoveClass) -> Result<Class> {
    let class = class(act, input.id)?;
    store::delete_class(act.tx, class.id)?;
    act.touched(class.details.staff);
    act.touched(class.id);
    Ok(class)
}

/// Replaces all classes in a stretch of days; of one that reaches beyond it, what lies outside stays. Whoever has classes
/// studies, so that the rules for students bind.
pub fn replace_classes(act: &Act<'_>, input: ReplaceClasses) -> Result<ReplacedClasses> {
    let person = member(act, input.staff)?;
    let (first, last) = (input.first, input.last);
    if last < first {
        let problem = format!("is {last}, before the first day {first}");
        return Err(Error::invalid("last", problem));
    }
    let classes = fitting(&input)?;
    let before = classes_of(act, person.id)?;
    let within = |class: &&Class| class.details.first <= last && first <= class.details.last;
    let mut replaced = 0;
    for class in before.iter().filter(within) {
        replaced += 1;
        store::delete_class(act.tx, class.id)?;
        for rest in outside(&class.details, first, last) {
            store::insert_class(act.tx, &rest)?;
        }
    }
    for class in &classes {
        store::insert_class(act.tx, class)?;
    }
    let after = classes_of(act, person.id)?;
    let made_student = !classes.is_empty() && !person.details.student;
    if made_student {
        study(act, &person, true)?;
    }
    let known = (plain(&before), plain(&after));
    let change = store::put_change(act.tx, &input, (&known.0, &known.1), made_student)?;
    act.touched(person.id);
    act.touched(change);
    act.tell(format!(
        "{first} to {last}: {replaced} classes replaced by {}",
        classes.len()
    ));
    Ok(ReplacedClasses {
        change,
        replaced,
        gone: gone(&plain(&before), &plain(&after)),
        made_student,
        classes: after,
    })
}

/// Of the classes before those that meet at no such time any more.
fn gone(before: &[ClassDetails], after: &[ClassDetails]) -> Vec<ClassDetails> {
    let when = |class: &ClassDetails| (class.weekday, class.start, class.end, class.weeks);
    let is_gone = |class: &&ClassDetails| {
        let same = |other: &ClassDetails| {
            when(other) == when(class) && other.first <= class.last && class.first <= other.last
        };
        !after.iter().any(same)
    };
    before.iter().filter(is_gone).cloned().collect()
}

/// Marks somebody as studying here, or as not.
pub(super) fn study(act: &Act<'_>, person: &StaffMember, student: bool) -> Result<()> {
    let details = StaffDetails {
        student,
        ..person.details.clone()
    };
    crate::staff::store::update(act.tx, person.id, &details)
}

/// All classes of one person.
pub(super) fn classes_of(act: &Act<'_>, staff: StaffId) -> Result<Vec<Class>> {
    Ok(classes(act)?.remove(&staff).unwrap_or_default())
}

/// Classes without their numbers, which change when a class is kept anew.
pub(super) fn plain(classes: &[Class]) -> Vec<ClassDetails> {
    classes.iter().map(|class| class.details.clone()).collect()
}

fn class(act: &Act<'_>, id: ClassId) -> Result<Class> {
    let mut all = store::classes(act.tx)?.into_iter();
    all.find(|class| class.id == id).or_not_found("class", id)
}

/// The classes to keep; refused where one belongs to somebody else or reaches out of the stretch.
fn fitting(input: &ReplaceClasses) -> Result<Vec<ClassDetails>> {
    if input.classes.len() > MOST {
        let problem = format!("are more than {MOST}");
        return Err(Error::invalid("classes", problem));
    }
    let stretch = input.first..=input.last;
    let one = |class: &ClassDetails| {
        let class = class.clone().checked()?;
        if class.staff != input.staff {
            return Err(Error::invalid("classes", "belong to different people"));
        }
        if !stretch.contains(&class.first) || !stretch.contains(&class.last) {
            let problem = format!(
                "hold \"{}\" from {} to {}, which reaches beyond {} to {}",
                class.title, class.first, class.last, input.first, input.last
            );
            return Err(Error::invalid("classes", problem));
        }
        Ok(class)
    };
    input.classes.iter().map(one).collect()
}

/// What remains of a class when a stretch of days is taken out of it.
fn outside(class: &ClassDetails, first: Day, last: Day) -> Vec<ClassDetails> {
    let before = (class.first < first).then(|| ClassDetails {
        last: first.minus(1),
        ..class.clone()
    });
    let after = (last < class.last).then(|| ClassDetails {
        first: last.plus(1),
        ..class.clone()
    });
    before.into_iter().chain(after).collect()
}
