//! What changed from one state of the shifts to another, told by person. It reads nothing.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::kernel::id::{ShiftId, StaffId};
use crate::schedule::shift::{Shift, ShiftDetails};

/// What changed for somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonChanges {
    /// Who.
    pub staff: StaffId,
    /// Shifts that are theirs now and were not.
    pub added: Vec<Shift>,
    /// Shifts of theirs that are at another time or desk.
    pub moved: Vec<MovedShift>,
    /// Shifts that were theirs and are not any more.
    pub removed: Vec<Shift>,
}

/// A shift that stayed with its person, but not where or when it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MovedShift {
    /// Its number.
    pub id: ShiftId,
    /// What it was.
    pub before: ShiftDetails,
    /// What it is.
    pub after: ShiftDetails,
}

/// What changed for each person, in order of their numbers; shifts by day and time. A note alone is no change: nobody
/// comes at another time for it.
pub fn differences(before: &[Shift], after: &[Shift]) -> Vec<PersonChanges> {
    let told: BTreeMap<_, _> = before.iter().map(|shift| (shift.id, shift)).collect();
    let now: BTreeMap<_, _> = after.iter().map(|shift| (shift.id, shift)).collect();
    let mut people = BTreeMap::<StaffId, PersonChanges>::new();
    for shift in after {
        match told.get(&shift.id) {
            Some(old) if same(&old.details, &shift.details) => {}
            Some(old) if old.details.staff == shift.details.staff => {
                of(&mut people, shift.details.staff).moved.push(MovedShift {
                    id: shift.id,
                    before: old.details.clone(),
                    after: shift.details.clone(),
                });
            }
            _ => of(&mut people, shift.details.staff)
                .added
                .push(shift.clone()),
        }
    }
    for shift in before {
        let stays = now
            .get(&shift.id)
            .is_some_and(|now| now.details.staff == shift.details.staff);
        if !stays {
            of(&mut people, shift.details.staff)
                .removed
                .push(shift.clone());
        }
    }
    people.into_values().map(sorted).collect()
}

fn of(people: &mut BTreeMap<StaffId, PersonChanges>, staff: StaffId) -> &mut PersonChanges {
    people.entry(staff).or_insert_with(|| PersonChanges {
        staff,
        added: Vec::new(),
        moved: Vec::new(),
        removed: Vec::new(),
    })
}

fn same(a: &ShiftDetails, b: &ShiftDetails) -> bool {
    let key = |shift: &ShiftDetails| (shift.staff, shift.desk, shift.day, shift.start, shift.end);
    key(a) == key(b)
}

fn sorted(mut changes: PersonChanges) -> PersonChanges {
    let when = |shift: &ShiftDetails| (shift.day, shift.start, shift.end);
    changes.added.sort_by_key(|shift| when(&shift.details));
    changes.moved.sort_by_key(|moved| when(&moved.after));
    changes.removed.sort_by_key(|shift| when(&shift.details));
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::id::DeskId;
    use crate::kernel::{Day, Minute};

    fn shift(id: i64, staff: i64, start: u16) -> Shift {
        Shift {
            id: ShiftId::of(id),
            details: ShiftDetails {
                staff: StaffId::of(staff),
                desk: DeskId::of(1),
                day: Day::parse("2026-11-23").unwrap(),
                start: Minute::of(start).unwrap(),
                end: Minute::of(start + 60).unwrap(),
                note: String::new(),
            },
        }
    }

    fn counts(before: &[Shift], after: &[Shift]) -> Vec<(StaffId, usize, usize, usize)> {
        let count = |person: PersonChanges| {
            let PersonChanges {
                staff,
                added,
                moved,
                removed,
            } = person;
            (staff, added.len(), moved.len(), removed.len())
        };
        differences(before, after).into_iter().map(count).collect()
    }

    #[test]
    fn each_person_hears_of_what_came_moved_and_went() {
        let before = [shift(1, 1, 540), shift(2, 1, 660), shift(3, 2, 540)];
        let after = [shift(1, 1, 540), shift(2, 1, 720), shift(4, 2, 600)];
        assert_eq!(
            counts(&before, &after),
            [(StaffId::of(1), 0, 1, 0), (StaffId::of(2), 1, 0, 1)]
        );
    }

    #[test]
    fn a_shift_that_changes_hands_goes_from_one_and_comes_to_the_other() {
        assert_eq!(
            counts(&[shift(1, 1, 540)], &[shift(1, 2, 540)]),
            [(StaffId::of(1), 0, 0, 1), (StaffId::of(2), 1, 0, 0)]
        );
    }

    #[test]
    fn a_note_alone_changes_nothing() {
        let mut noted = shift(1, 1, 540);
        noted.details.note = "Bring the keys".into();
        assert_eq!(differences(&[shift(1, 1, 540)], &[noted]), []);
    }
}
