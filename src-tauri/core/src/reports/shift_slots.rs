//! A day cut wherever somebody comes or goes: who is where from when to when. It reads nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use ts_rs::TS;

use crate::kernel::id::{DeskId, StaffId};
use crate::kernel::{Day, Minute};
use crate::schedule::Shift;

/// A stretch of a day through which the same people are at the same desks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WorkSlot {
    /// From when.
    pub from: Minute,
    /// Until when.
    pub to: Minute,
    /// For each of the week's desks who is there, by their names.
    pub desks: Vec<Vec<String>>,
}

/// The stretches of a day in which anybody works, at these desks.
pub(super) fn slots(
    day: Day,
    shifts: &[Shift],
    desks: &[DeskId],
    names: &BTreeMap<StaffId, &str>,
) -> Vec<WorkSlot> {
    let shifts: Vec<&Shift> = shifts
        .iter()
        .filter(|shift| shift.details.day == day)
        .collect();
    let cuts: BTreeSet<Minute> = shifts
        .iter()
        .flat_map(|shift| [shift.details.start, shift.details.end])
        .collect();
    let cuts: Vec<Minute> = cuts.into_iter().collect();
    let there = |desk: DeskId, from: Minute| {
        let there = shifts.iter().filter(|shift| {
            let details = &shift.details;
            details.desk == desk && details.start <= from && from < details.end
        });
        let people: BTreeSet<StaffId> = there.map(|shift| shift.details.staff).collect();
        let name = |id: &StaffId| names.get(id).copied().unwrap_or_default().to_owned();
        people.iter().map(name).collect::<Vec<String>>()
    };
    let mut slots: Vec<WorkSlot> = Vec::new();
    for pair in cuts.windows(2) {
        let desks: Vec<_> = desks.iter().map(|desk| there(*desk, pair[0])).collect();
        match slots.last_mut() {
            _ if desks.iter().all(Vec::is_empty) => {}
            // Somebody hands over to themselves.
            Some(last) if last.to == pair[0] && last.desks == desks => last.to = pair[1],
            _ => slots.push(WorkSlot {
                from: pair[0],
                to: pair[1],
                desks,
            }),
        }
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::id::ShiftId;
    use crate::schedule::ShiftDetails;

    fn shift(id: i64, staff: i64, desk: i64, start: u16, end: u16) -> Shift {
        let minute = |hour: u16| Minute::of(hour * 60).unwrap();
        Shift {
            id: ShiftId::of(id),
            details: ShiftDetails {
                staff: StaffId::of(staff),
                desk: DeskId::of(desk),
                day: Day::parse("2026-11-23").unwrap(),
                start: minute(start),
                end: minute(end),
                note: String::new(),
            },
        }
    }

    fn told(shifts: &[Shift]) -> Vec<(u16, u16, String)> {
        let names = BTreeMap::from([(StaffId::of(1), "Ada"), (StaffId::of(2), "Ben")]);
        let desks = [DeskId::of(1), DeskId::of(2)];
        let slot = |slot: WorkSlot| {
            let desks: Vec<_> = slot.desks.iter().map(|there| there.join("+")).collect();
            (slot.from.hour(), slot.to.hour(), desks.join("|"))
        };
        slots(Day::parse("2026-11-23").unwrap(), shifts, &desks, &names)
            .into_iter()
            .map(slot)
            .collect()
    }

    #[test]
    fn a_day_is_cut_where_somebody_comes_or_goes() {
        let shifts = [shift(1, 1, 1, 9, 12), shift(2, 2, 2, 10, 13)];
        let expected = [
            (9, 10, "Ada|".to_owned()),
            (10, 12, "Ada|Ben".to_owned()),
            (12, 13, "|Ben".to_owned()),
        ];
        assert_eq!(told(&shifts), expected);
    }

    #[test]
    fn a_pause_is_left_out_and_a_seam_is_not_seen() {
        let shifts = [
            shift(1, 1, 1, 9, 10),
            shift(2, 1, 1, 10, 12),
            shift(3, 1, 1, 14, 15),
        ];
        let expected = [(9, 12, "Ada|".to_owned()), (14, 15, "Ada|".to_owned())];
        assert_eq!(told(&shifts), expected);
    }
}
