//! All that is read of the library for a solve: people, rules, needs, hours, and which shifts stay. It makes no week of it.

use std::collections::{BTreeMap, BTreeSet};

use super::ask::{Ask, Keep};
use super::raster::Raster;
use crate::kernel::id::{Id, ShiftId, StaffId};
use crate::kernel::{Act, Day, Error, Minute, Result};
use crate::policies::{self, Calendar};
use crate::schedule::work_rules::{Given, Judge};
use crate::schedule::{self, Coverage, Desk, NeedPlan, Shift, coverage, shifts_between};
use crate::staff::{self, StaffLimits, StaffMember};

/// The most days of a solve.
pub(super) const MOST_DAYS: i64 = 62;

/// What a solve is made of.
pub(super) struct Matter {
    pub(super) ask: Ask,
    /// The first and the last day whose shifts may change.
    pub(super) window: (Day, Day),
    /// The day and the minute of it at which this was read: nothing earlier changes.
    now: (Day, Minute),
    pub(super) raster: Raster,
    pub(super) given: Given,
    pub(super) calendar: Calendar,
    needs: Vec<NeedPlan>,
    /// The desks of the raster.
    pub(super) desks: Vec<Desk>,
    /// The people of the raster.
    pub(super) members: Vec<StaffMember>,
    limits: BTreeMap<StaffId, StaffLimits>,
    /// Shifts in the weeks of the window that stay as they are.
    pub(super) standing: Vec<Shift>,
    /// Shifts of the window that may be changed.
    pub(super) loose: Vec<Shift>,
}

/// What a solve knows of the library, whatever its days.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) given: Given,
    pub(super) calendar: Calendar,
    pub(super) needs: Vec<NeedPlan>,
    /// The desks in use.
    pub(super) desks: Vec<Desk>,
    /// Who works here on one of the days and may be given shifts.
    pub(super) members: Vec<StaffMember>,
    pub(super) limits: BTreeMap<StaffId, StaffLimits>,
    pub(super) now: (Day, Minute),
}

impl Known {
    /// Reads it for whole weeks.
    pub(super) fn read(
        act: &Act<'_>,
        judge: &Judge,
        (from, to): (Day, Day),
        ask: &Ask,
    ) -> Result<Self> {
        let in_use = |desk: &Desk| desk.details.active;
        let works = |member: &StaffMember| {
            let mut days = ask.first.through(ask.last);
            days.any(|day| member.details.works_on(day))
        };
        let mut members: Vec<_> = staff::members(act)?.into_iter().filter(works).collect();
        if !ask.untold {
            let told = staff::availability(act)?;
            members.retain(|member| told.contains_key(&member.id));
        }
        Ok(Self {
            given: judge.given(act, from, to)?,
            calendar: policies::opening_hours(act, from, to)?,
            needs: schedule::needs(act)?,
            desks: schedule::desks(act)?.into_iter().filter(in_use).collect(),
            limits: staff::limits(act)?,
            members,
            now: act.now.local(act.zone),
        })
    }
}

impl Matter {
    /// Reads it.
    pub(super) fn read(act: &Act<'_>, ask: Ask) -> Result<Self> {
        let (first, last) = (ask.first, ask.last);
        if last < first {
            let problem = format!("is {last}, before the first day {first}");
            return Err(Error::invalid("last", problem));
        }
        if last.days_since(first) >= MOST_DAYS {
            let problem = format!("is more than {MOST_DAYS} days after the first");
            return Err(Error::invalid("last", problem));
        }
        let judge = Judge::new(act)?;
        let weeks = judge.whole_weeks(first, last);
        let known = Known::read(act, &judge, weeks, &ask)?;
        let shifts = shifts_between(act, weeks.0, weeks.1)?;
        Ok(Self::of(ask, weeks, known, shifts))
    }

    /// Puts it together of what was read, with the shifts of whole weeks.
    pub(super) fn of(ask: Ask, (from, to): (Day, Day), known: Known, shifts: Vec<Shift>) -> Self {
        let (first, last) = (ask.first, ask.last);
        let Known {
            given,
            calendar,
            needs,
            desks,
            members,
            limits,
            now,
        } = known;
        let moves = |shift: &Shift| may_change(shift, &ask, now, &members);
        let (loose, standing): (Vec<_>, Vec<_>) = shifts.into_iter().partition(moves);
        let mut raster = Raster {
            first: from,
            days: usize::try_from(to.days_since(from) + 1).unwrap_or(0),
            slot: 30,
            people: members.iter().map(|member| member.id).collect(),
            desks: desks.iter().map(|desk| desk.id).collect(),
        };
        raster.slot = slot(
            &desks,
            &needs,
            &calendar,
            (first, last),
            &[&standing, &loose],
        );
        Self {
            ask,
            window: (first.max(now.0.min(last)), last),
            now,
            raster,
            given,
            calendar,
            needs,
            desks,
            members,
            limits,
            standing,
            loose,
        }
    }

    /// The same, in which of the shifts that may change only some do.
    pub(super) fn loosening(mut self, is_loose: impl Fn(&Shift) -> bool) -> Self {
        let (loose, stay) = self.loose.into_iter().partition(is_loose);
        self.loose = loose;
        self.standing.extend(stay);
        self
    }

    /// The minutes a week that were agreed at least with a person of the raster; nothing where none were.
    pub(super) fn least(&self, person: usize) -> u32 {
        let limits = self.limits.get(&self.raster.people[person]);
        limits.and_then(|limits| limits.least_minutes).unwrap_or(0)
    }

    /// The slots between two stints of a day of a person of the raster; none where they are to work in one piece.
    pub(super) fn apart(&self, person: usize) -> Option<usize> {
        let gap = self
            .limits
            .get(&self.raster.people[person])?
            .split_gap_minutes?;
        usize::try_from(gap.div_ceil(self.raster.slot.into())).ok()
    }

    /// Whether shifts of a day may change.
    pub(super) fn is_open(&self, day: Day) -> bool {
        (self.window.0..=self.window.1).contains(&day)
    }

    /// Whether a minute of a day is still to come.
    pub(super) fn is_to_come(&self, day: Day, minute: u16) -> bool {
        (self.now.0, self.now.1.count()) <= (day, minute)
    }

    /// What a desk needs on a day, as far as the library is open.
    pub(super) fn need(&self, desk: &Desk, day: Day) -> Option<Coverage> {
        need(desk, day, &self.needs, &self.calendar)
    }

    /// Everybody's limits and times, in the order of the raster.
    pub(super) fn people(&self) -> impl Iterator<Item = &carrel_roster::Person> {
        self.raster.people.iter().map(|id| {
            let found = self
                .given
                .people
                .iter()
                .find(|person| person.id.0 == id.row());
            found.expect("the rules are given everybody on the staff")
        })
    }
}

/// What a desk needs on a day, as far as the library is open.
pub(super) fn need(
    desk: &Desk,
    day: Day,
    needs: &[NeedPlan],
    calendar: &Calendar,
) -> Option<Coverage> {
    let hours = calendar.day(day);
    let bounds = hours.bounds()?;
    Some(coverage(desk, &hours, needs, &[], bounds))
}

/// A shift may change within the days that were asked for, from today on, where it was not asked to stay and somebody of
/// the solve works it at a desk in use.
fn may_change(shift: &Shift, ask: &Ask, now: (Day, Minute), members: &[StaffMember]) -> bool {
    let details = &shift.details;
    let pinned: BTreeSet<ShiftId> = ask.pinned.iter().copied().collect();
    ask.keep != Keep::Everything
        && (ask.first..=ask.last).contains(&details.day)
        && now <= (details.day, details.start)
        && !pinned.contains(&shift.id)
        && members.iter().any(|member| member.id == details.staff)
}

/// Half hours where needs, hours and shifts lie on them, quarters where they do not.
fn slot(
    desks: &[Desk],
    needs: &[NeedPlan],
    calendar: &Calendar,
    (first, last): (Day, Day),
    shifts: &[&[Shift]],
) -> u16 {
    let covers = desks.iter().flat_map(|desk| {
        first
            .through(last)
            .filter_map(move |day| need(desk, day, needs, calendar))
    });
    let cuts = covers.flat_map(|cover| {
        cover
            .spans
            .into_iter()
            .flat_map(|span| [span.from, span.to])
    });
    let worked = shifts
        .iter()
        .flat_map(|shifts| shifts.iter())
        .flat_map(|shift| [shift.details.start, shift.details.end]);
    if cuts.chain(worked).all(|minute| minute.count() % 30 == 0) {
        30
    } else {
        15
    }
}
