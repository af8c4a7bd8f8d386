//! All that is read of the library for a rota: people, rules, wishes, what stands, and what each may work when. It makes no
//! plan of it.

use std::collections::{BTreeMap, BTreeSet};

use carrel_roster::{Days, Person, reach};

use super::ask::AskRota;
use super::may::May;
use super::rota::{Rota, RotaMember, RotaWish, rota};
use super::shift_type::ShiftType;
use super::store;
use crate::kernel::id::{Id, StaffId};
use crate::kernel::{Act, Day, Error, Result};
use crate::policies::{self, Calendar};
use crate::schedule::work_rules::{Given, Judge};
use crate::schedule::{Shift, ShiftDetails, Times, shifts_between};
use crate::solving::{Keep, Probe};
use crate::staff::{self, StaffMember, Wish};

/// The days over which the most days in a row are looked for.
const LOOK: usize = 28;

/// Somebody of a rota, with what the rules allow them.
pub(super) struct Own {
    /// Their limits in the rota.
    pub(super) member: RotaMember,
    pub(super) person: StaffMember,
    /// By day.
    pub(super) cells: Vec<Cell>,
    /// By day the types that they may work, a bit each.
    pub(super) can: Vec<u64>,
    /// The most days in a row.
    pub(super) run: usize,
    /// The most minutes of all.
    pub(super) most: u32,
}

/// One person's day as it stands.
pub(super) struct Cell {
    /// Their shifts.
    pub(super) shifts: Vec<Shift>,
    /// What may become of them.
    pub(super) state: State,
}

/// What may become of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Anything; what stands is of that type.
    Open(Option<usize>),
    /// It stays, and is of that type.
    Pinned(Option<usize>),
    /// It stays, and is of no type, or of one that they may not work.
    Taken,
}

/// What a solve of a rota is made of.
pub(super) struct Matter {
    pub(super) ask: AskRota,
    pub(super) rota: Rota,
    /// The types in use.
    pub(super) types: Vec<ShiftType>,
    pub(super) given: Given,
    pub(super) people: Vec<Own>,
    pub(super) wishes: Vec<RotaWish>,
    /// By day and type how many are wanted, beside those who take no part.
    pub(super) needs: Vec<Vec<i32>>,
    /// By type those that may not follow it.
    pub(super) never_before: Vec<Vec<usize>>,
    /// Shifts in the days around the rota.
    pub(super) around: Vec<Shift>,
}

impl Matter {
    /// Reads it.
    pub(super) fn read(act: &Act<'_>, ask: AskRota) -> Result<Self> {
        let rota = rota(act, ask.rota)?;
        let (first, last) = (rota.first, rota.last);
        let mut types = store::types(act.tx)?;
        types.retain(|kind| kind.details.active);
        if types.is_empty() || rota.members.is_empty() || rota.cover.is_empty() {
            let problem = "has no type in use, nobody who takes part, or wants nothing yet";
            return Err(Error::invalid("rota", problem));
        }
        let given = Judge::new(act)?.given(act, first, last)?;
        let calendar = policies::opening_hours(act, first, last)?;
        let far = reach(&given.rules);
        let mut shifts = shifts_between(act, first.minus(far), last.plus(far))?;
        let around = shifts.extract_if(.., |shift| !rota.has(shift.details.day));
        let around = around.collect();
        let mut read = Self {
            wishes: store::wishes(act.tx, rota.id)?,
            needs: Vec::new(),
            never_before: Vec::new(),
            people: Vec::new(),
            ask,
            rota,
            types,
            given,
            around,
        };
        read.people = read.everybody(act, &mut shifts)?;
        read.needs = read.wanted(&calendar, &shifts, act.today);
        read.never_before = read.orders();
        Ok(read)
    }

    /// A day by its number.
    pub(super) fn day(&self, index: usize) -> Day {
        let days = u32::try_from(index).unwrap_or(u32::MAX);
        self.rota.first.plus(days)
    }

    /// The number of a day of the rota.
    pub(super) fn index(&self, day: Day) -> usize {
        usize::try_from(day.days_since(self.rota.first)).unwrap_or(0)
    }

    /// Somebody as the rules take them.
    pub(super) fn person(&self, staff: StaffId) -> &Person {
        let mut people = self.given.people.iter();
        let found = people.find(|person| person.id.0 == staff.row());
        found.expect("the rules are given everybody on the staff")
    }

    /// The type in use that a shift is of.
    fn kind_of(&self, shift: &ShiftDetails) -> Option<usize> {
        self.types.iter().position(|kind| kind.details.is_of(shift))
    }

    /// Everybody who takes part and works here still. Their shifts are taken out of those of all.
    fn everybody(&self, act: &Act<'_>, shifts: &mut Vec<Shift>) -> Result<Vec<Own>> {
        let times = Times::read(act)?;
        let pins: BTreeSet<_> = store::pins(act.tx, self.rota.id)?.into_iter().collect();
        let members = staff::members(act)?;
        let may = May::new(&self.given);
        let mut people = Vec::new();
        for member in &self.rota.members {
            let person = members.iter().find(|person| person.id == member.staff);
            let Some(person) = person.filter(|person| person.details.active) else {
                continue;
            };
            let mut own: BTreeMap<Day, Vec<Shift>> = BTreeMap::new();
            for shift in shifts.extract_if(.., |shift| shift.details.staff == member.staff) {
                own.entry(shift.details.day).or_default().push(shift);
            }
            let can: Vec<u64> = (0..self.rota.days())
                .map(|index| {
                    self.can(
                        &may,
                        member,
                        &times.on(person, self.day(index)).wishes,
                        index,
                    )
                })
                .collect();
            let cells = (0..self.rota.days()).map(|index| {
                let day = self.day(index);
                let shifts = own.remove(&day).unwrap_or_default();
                let settled = day <= act.today || pins.contains(&(member.staff, day));
                let state = self.state(&shifts, settled, self.may_ever(member));
                Cell { shifts, state }
            });
            let cells = cells.collect();
            let (run, most) = self.amounts(member.staff);
            people.push(Own {
                member: member.clone(),
                person: person.clone(),
                cells,
                can,
                run,
                most,
            });
        }
        Ok(people)
    }

    /// The types that a member works at all, a bit each.
    fn may_ever(&self, member: &RotaMember) -> u64 {
        let kinds = self.types.iter().enumerate();
        kinds
            .filter(|(_, kind)| !member.barred.contains(&kind.id))
            .fold(0, |bits, (index, _)| bits | 1 << index)
    }

    /// The types that a member may work on a day: by the rules, and not at a time of which they said that they cannot.
    fn can(
        &self,
        may: &May<'_>,
        member: &RotaMember,
        wishes: &[staff::DayWish],
        index: usize,
    ) -> u64 {
        let (ever, day, person) = (
            self.may_ever(member),
            self.day(index),
            self.person(member.staff),
        );
        let mut bits = 0;
        for (index, kind) in self.types.iter().enumerate() {
            let details = &kind.details;
            let refuses = wishes.iter().any(|wish| {
                wish.wish == Wish::No && wish.start < details.end && details.start < wish.end
            });
            if ever & 1 << index != 0 && !refuses && may.take(person, details, day) {
                bits |= 1 << index;
            }
        }
        bits
    }

    fn state(&self, shifts: &[Shift], settled: bool, ever: u64) -> State {
        let kind = match shifts {
            [] => None,
            [only] => match self.kind_of(&only.details) {
                Some(kind) if ever & 1 << kind != 0 => Some(kind),
                Some(_) | None => return State::Taken,
            },
            _ => return State::Taken,
        };
        let stays = self.ask.keep == Keep::Everything && kind.is_some();
        if settled || stays {
            State::Pinned(kind)
        } else {
            State::Open(kind)
        }
    }

    /// The most days in a row and the most minutes of all by the rules.
    fn amounts(&self, staff: StaffId) -> (usize, u32) {
        let person = self.person(staff);
        let probe = Probe::new(&self.given, person);
        let look = Days {
            first: self.rota.first.date(),
            last: self.day(LOOK.min(self.rota.days()) - 1).date(),
        };
        let (_, run) = probe.days(look);
        let most: u32 = (0..usize::from(self.rota.weeks))
            .map(|week| {
                let first = self.day(week * 7);
                let days = Days {
                    first: first.date(),
                    last: first.plus(6).date(),
                };
                probe.most(days, 15)
            })
            .sum();
        let paid = person.award.as_ref().map_or(u32::MAX, |award| award.left);
        (if run >= LOOK { usize::MAX } else { run }, most.min(paid))
    }

    /// How many are wanted on the days to come while the library is open, without those who take no part and those whose
    /// shift stays though the solver cannot hold it.
    fn wanted(&self, calendar: &Calendar, others: &[Shift], today: Day) -> Vec<Vec<i32>> {
        let mut needs: Vec<Vec<i32>> = (0..self.rota.days())
            .map(|index| {
                let day = self.day(index);
                let hours = calendar.day(day).hours;
                let is_open = |kind: &ShiftType| {
                    day > today
                        && hours.iter().any(|open| {
                            kind.details.start < open.closes && open.opens < kind.details.end
                        })
                };
                let wanted = self.types.iter().map(|kind| match is_open(kind) {
                    true => i32::from(self.rota.wanted(kind.id, day.weekday())),
                    false => 0,
                });
                wanted.collect()
            })
            .collect();
        let cells = self.people.iter().flat_map(|own| &own.cells);
        let taken = cells
            .filter(|cell| cell.state == State::Taken)
            .flat_map(|cell| &cell.shifts);
        for shift in taken.chain(others) {
            if let Some(kind) = self.kind_of(&shift.details) {
                let need = &mut needs[self.index(shift.details.day)][kind];
                *need = (*need - 1).max(0);
            }
        }
        needs
    }

    /// What may not follow what: the rules' rest for anybody of the rota, and what each type says itself.
    fn orders(&self) -> Vec<Vec<usize>> {
        let may = May::new(&self.given);
        let people: Vec<&Person> = self
            .people
            .iter()
            .map(|own| self.person(own.member.staff))
            .collect();
        // Any two days will do on which no clock changes.
        let day = self.rota.first.plus(1);
        let all = || self.types.iter().enumerate();
        all()
            .map(|(_, before)| {
                let barred = all().filter(|(_, after)| {
                    before.details.never_before.contains(&after.id)
                        || !may.follow(&people, (&before.details, &after.details), day)
                });
                barred.map(|(index, _)| index).collect()
            })
            .collect()
    }
}
