//! How the days, the people and the desks of some weeks are numbered for the solver, which knows slots and no calendar.

use carrel_roster::week::{Placed, Stint};

use crate::kernel::id::{DeskId, StaffId};
use crate::kernel::{Day, Minute};
use crate::schedule::ShiftDetails;

/// The minutes of a day.
const DAY: u16 = 1440;

/// Days in slots, people and desks in order.
#[derive(Debug, Clone)]
pub(super) struct Raster {
    pub(super) first: Day,
    pub(super) days: usize,
    /// The minutes of a slot.
    pub(super) slot: u16,
    pub(super) people: Vec<StaffId>,
    pub(super) desks: Vec<DeskId>,
}

impl Raster {
    /// Slots of a day.
    pub(super) fn width(&self) -> usize {
        usize::from(DAY / self.slot)
    }

    /// The slots of all days.
    pub(super) fn horizon(&self) -> usize {
        self.days * self.width()
    }

    pub(super) fn day(&self, index: usize) -> Day {
        self.first.plus(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The number of a day; none outside.
    pub(super) fn index(&self, day: Day) -> Option<usize> {
        usize::try_from(day.days_since(self.first))
            .ok()
            .filter(|index| *index < self.days)
    }

    pub(super) fn person(&self, id: StaffId) -> Option<usize> {
        self.people.iter().position(|person| *person == id)
    }

    pub(super) fn desk(&self, id: DeskId) -> Option<usize> {
        self.desks.iter().position(|desk| *desk == id)
    }

    /// From which minute to which a slot of a day lasts.
    pub(super) fn minutes(&self, slot: usize) -> (u16, u16) {
        let from = u16::try_from(slot)
            .unwrap_or(u16::MAX)
            .saturating_mul(self.slot);
        (from, from.saturating_add(self.slot))
    }

    /// How many whole slots minutes are.
    pub(super) fn slots(&self, minutes: u32) -> i32 {
        i32::try_from(minutes / u32::from(self.slot)).unwrap_or(i32::MAX)
    }

    /// The slots that a stretch of a day touches, the last one left out.
    pub(super) fn touched(&self, from: Minute, to: Minute) -> std::ops::Range<usize> {
        let (from, to) = (from.count() / self.slot, to.count().div_ceil(self.slot));
        usize::from(from)..usize::from(to)
    }

    /// A shift as the solver knows it; none where it does not lie on the slots.
    pub(super) fn stint(&self, shift: &ShiftDetails) -> Option<Stint> {
        let (start, end) = (shift.start.count(), shift.end.count());
        let lies = start % self.slot == 0 && end % self.slot == 0;
        let slot = |minute: u16| u8::try_from(minute / self.slot).ok();
        Some(Stint {
            desk: u8::try_from(self.desk(shift.desk)?).ok()?,
            from: slot(start).filter(|_| lies)?,
            to: slot(end)?,
        })
    }

    /// What the solver placed, as a shift.
    pub(super) fn shift(&self, placed: &Placed) -> ShiftDetails {
        let minute = |slot: u8| {
            Minute::of(u16::from(slot) * self.slot).expect("a slot begins and ends within its day")
        };
        ShiftDetails {
            staff: self.people[placed.person],
            desk: self.desks[usize::from(placed.stint.desk)],
            day: self.day(placed.day),
            start: minute(placed.stint.from),
            end: minute(placed.stint.to),
            note: String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raster() -> Raster {
        Raster {
            first: Day::parse("2026-11-22").unwrap(),
            days: 7,
            slot: 30,
            people: vec![StaffId::of(7)],
            desks: vec![DeskId::of(4), DeskId::of(5)],
        }
    }

    #[test]
    fn a_shift_on_the_slots_comes_back_as_it_was() {
        let raster = raster();
        let minute = |count| Minute::of(count).unwrap();
        let mut shift = ShiftDetails {
            staff: StaffId::of(7),
            desk: DeskId::of(5),
            day: Day::parse("2026-11-24").unwrap(),
            start: minute(570),
            end: minute(1440),
            note: String::new(),
        };
        let (day, stint) = (
            raster.index(shift.day).unwrap(),
            raster.stint(&shift).unwrap(),
        );
        assert_eq!((day, stint.from, stint.to), (2, 19, 48));
        let placed = Placed {
            person: 0,
            day,
            stint,
        };
        assert_eq!(raster.shift(&placed), shift);
        shift.start = minute(555);
        assert_eq!(raster.stint(&shift), None);
        assert_eq!(raster.touched(minute(555), minute(615)), 18..21);
    }
}
