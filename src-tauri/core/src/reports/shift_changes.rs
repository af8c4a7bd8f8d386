//! What changed for whom since everybody was told, or since a publication that is named. What changed, `schedule` knows.

use serde::Serialize;
use ts_rs::TS;

use super::period::ReportPeriod;
use super::shift_choice::{ShiftChoice, ShowShifts};
use super::shift_standing::{Told, WeekStanding, standing};
use super::stamp::{ReportStamp, stamp};
use crate::kernel::id::{DeskId, StaffId};
use crate::kernel::{Act, Day, Minute, Result};
use crate::schedule::publishing::{self, PersonChanges};
use crate::schedule::{self, Desk, ShiftDetails};
use crate::staff::{self, StaffMember};

/// What changed for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShiftChanges {
    /// When it was made, and for which library.
    pub stamp: ReportStamp,
    /// The days that it shows: those of the publication, where one was named.
    pub period: ReportPeriod,
    /// For whom, and at which desks.
    pub choice: ShiftChoice,
    /// Whether everybody was told of these days.
    pub standing: WeekStanding,
    /// Since when; none where nobody was told of these days before.
    pub since: Option<Told>,
    /// How many shifts are new.
    pub added: u32,
    /// How many are at another time or desk.
    pub moved: u32,
    /// How many were taken off.
    pub removed: u32,
    /// Each of them, by the names of the people, then by time.
    pub changes: Vec<ReportChange>,
}

/// A shift that is not as it was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportChange {
    /// Whose.
    pub person: StaffId,
    /// Their name.
    pub name: String,
    /// What it was; none where it is new.
    pub before: Option<ChangedShift>,
    /// What it is; none where it was taken off.
    pub after: Option<ChangedShift>,
}

/// A shift before or after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChangedShift {
    /// The day.
    pub day: Day,
    /// From when.
    pub start: Minute,
    /// Until when.
    pub end: Minute,
    /// Where.
    pub desk: DeskId,
    /// The desk's name.
    pub desk_name: String,
}

/// What changed for whom since everybody was told, or since the publication that is named.
pub fn shift_changes(act: &Act<'_>, input: ShowShifts) -> Result<ShiftChanges> {
    let mut period = input.period().checked()?;
    let (desks, members) = (schedule::desks(act)?, staff::members(act)?);
    let choice = input.choice.checked(&members, &desks)?;
    let (since, people) = match choice.since {
        Some(id) => {
            let published = publishing::since(act, id)?;
            period = ReportPeriod {
                from: published.publication.first,
                to: published.publication.last,
            };
            (Some(published.publication), published.changes)
        }
        None => {
            let drafts = publishing::drafts(act, period.from, period.to)?;
            (drafts.newest, drafts.changes)
        }
    };
    let mut changes: Vec<ReportChange> = people
        .iter()
        .filter(|person| choice.has_person(person.staff))
        .flat_map(|person| of_person(person, &members, &desks))
        .filter(|change| touches(change, &choice))
        .collect();
    changes.sort_by(|a, b| (&a.name, a.person, a.when()).cmp(&(&b.name, b.person, b.when())));
    let count = |is: fn(&ReportChange) -> bool| {
        let count = changes.iter().filter(|change| is(change)).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    };
    Ok(ShiftChanges {
        stamp: stamp(act)?,
        standing: standing(act, period.from, period.to)?,
        since: since.map(|publication| Told::of(act, publication)),
        added: count(|change| change.before.is_none()),
        moved: count(|change| change.before.is_some() && change.after.is_some()),
        removed: count(|change| change.after.is_none()),
        period,
        choice,
        changes,
    })
}

fn of_person(person: &PersonChanges, members: &[StaffMember], desks: &[Desk]) -> Vec<ReportChange> {
    let name = members.iter().find(|member| member.id == person.staff);
    let name = name.map_or_else(String::new, |member| member.details.name.clone());
    let change = |before: Option<&ShiftDetails>, after: Option<&ShiftDetails>| ReportChange {
        person: person.staff,
        name: name.clone(),
        before: before.map(|details| ChangedShift::of(details, desks)),
        after: after.map(|details| ChangedShift::of(details, desks)),
    };
    let added = person.added.iter();
    let moved = person.moved.iter();
    let removed = person.removed.iter();
    added
        .map(|shift| change(None, Some(&shift.details)))
        .chain(moved.map(|moved| change(Some(&moved.before), Some(&moved.after))))
        .chain(removed.map(|shift| change(Some(&shift.details), None)))
        .collect()
}

fn touches(change: &ReportChange, choice: &ShiftChoice) -> bool {
    let sides = [&change.before, &change.after];
    let mut sides = sides.into_iter().flatten();
    sides.any(|shift| choice.has_desk(shift.desk))
}

impl ReportChange {
    /// When it is, or was.
    fn when(&self) -> Option<(Day, Minute)> {
        let shift = self.after.as_ref().or(self.before.as_ref());
        shift.map(|shift| (shift.day, shift.start))
    }
}

impl ChangedShift {
    fn of(details: &ShiftDetails, desks: &[Desk]) -> Self {
        let desk = desks.iter().find(|desk| desk.id == details.desk);
        Self {
            day: details.day,
            start: details.start,
            end: details.end,
            desk: details.desk,
            desk_name: desk.map_or_else(String::new, |desk| desk.details.name.clone()),
        }
    }
}
