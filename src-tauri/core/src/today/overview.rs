//! What a desk wants to know when it opens: what is due, who works, what waits. It changes nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::{DeskId, ShiftId, StaffId};
use crate::kernel::{Act, Day, Minute, Permission, Result};
use crate::schedule::{self, Desk, Gap, Shift};
use crate::staff::{self, StaffMember};
use crate::{catalog, circulation, patrons, policies};

/// Asks for today.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowOverview {}

/// Today at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Overview {
    /// The library's day.
    pub day: Day,
    /// When the library opens; none on a closed day.
    pub opens: Option<Minute>,
    /// When it closes; none on a closed day.
    pub closes: Option<Minute>,
    /// Why it is closed, empty when that weekday always is; none when it is open.
    pub closed: Option<String>,
    /// Loans due today.
    pub due_today: u32,
    /// Loans past their due day.
    pub overdue: u32,
    /// All open loans.
    pub out: u32,
    /// Loans made today.
    pub lent_today: u32,
    /// Loans returned today.
    pub returned_today: u32,
    /// Who works today, by time.
    pub working: Vec<OnShift>,
    /// When desks have fewer people than they need, from now to the end of the week.
    pub gaps: Vec<Gap>,
    /// How many patrons the library has.
    pub patrons: u32,
    /// How many items it has.
    pub items: u32,
}

/// Somebody's shift today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OnShift {
    /// The shift.
    pub shift: ShiftId,
    /// Who, by name.
    pub person: String,
    /// Where, by name.
    pub desk: String,
    /// The desk's colour in the schedule.
    pub colour: u8,
    /// From when.
    pub start: Minute,
    /// Until when.
    pub end: Minute,
    /// Whether they work at this moment.
    pub now: bool,
    /// Where to call them; none for those who do not build the schedule, and where no number is known.
    pub phone: Option<String>,
}

/// Today at a glance.
pub fn overview(act: &Act<'_>, _: ShowOverview) -> Result<Overview> {
    let (today, minute) = act.now.local(act.zone);
    let open = policies::open_day(act, today)?;
    let counts = circulation::counts(act)?;
    let shifts = schedule::shifts_between(act, today, today)?;
    let (_, last) = schedule::week_of(act, today)?;
    let members = staff::members(act)?;
    let mut working = working(&shifts, &members, &schedule::desks(act)?, minute);
    if !act.may(Permission::EditSchedule) {
        working.iter_mut().for_each(|shift| shift.phone = None);
    }
    Ok(Overview {
        day: today,
        opens: open.bounds().map(|(opens, _)| opens),
        closes: open.bounds().map(|(_, closes)| closes),
        closed: open.closed,
        due_today: counts.due_today,
        overdue: counts.overdue,
        out: counts.out,
        lent_today: counts.lent_today,
        returned_today: counts.returned_today,
        working,
        gaps: to_come(schedule::gaps(act, today, last)?, today, minute),
        patrons: patrons::count(act)?,
        items: catalog::count(act)?,
    })
}

fn working(
    shifts: &[Shift],
    members: &[StaffMember],
    desks: &[Desk],
    minute: Minute,
) -> Vec<OnShift> {
    let people: BTreeMap<StaffId, &StaffMember> =
        members.iter().map(|member| (member.id, member)).collect();
    let desks: BTreeMap<DeskId, &Desk> = desks.iter().map(|desk| (desk.id, desk)).collect();
    let on_shift = |shift: &Shift| {
        let details = &shift.details;
        let desk = &desks.get(&details.desk)?.details;
        let person = &people.get(&details.staff)?.details;
        Some(OnShift {
            shift: shift.id,
            person: person.name.clone(),
            desk: desk.name.clone(),
            colour: desk.colour,
            start: details.start,
            end: details.end,
            now: details.start <= minute && minute < details.end,
            phone: Some(person.phone.clone()).filter(|phone| !phone.is_empty()),
        })
    };
    shifts.iter().filter_map(on_shift).collect()
}

/// What of today is over can be mended no more.
fn to_come(gaps: Vec<Gap>, today: Day, minute: Minute) -> Vec<Gap> {
    gaps.into_iter()
        .filter(|gap| gap.day > today || gap.to > minute)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gap(day: Day, to: u16) -> Gap {
        Gap {
            desk: DeskId::of(1),
            day,
            from: Minute::MIDNIGHT,
            to: Minute::of(to).unwrap(),
            needed: 1,
            covered: 0,
        }
    }

    #[test]
    fn a_gap_that_is_over_is_not_told() {
        let today = Day::of(2026, 11, 23).unwrap();
        let noon = Minute::of(720).unwrap();
        let gaps = vec![gap(today, 720), gap(today, 721), gap(today.plus(1), 60)];
        assert_eq!(to_come(gaps.clone(), today, noon), gaps[1..]);
    }
}
