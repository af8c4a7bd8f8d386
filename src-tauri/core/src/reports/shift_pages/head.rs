//! What stands on every page of the schedule, and the blocks that several pages have. It lays out no page whole.

use carrel_print::{Column, Document, Edge, Key, Note, Pattern, Sheet};

use super::words;
use crate::policies::ClockHabit;
use crate::reports::gap_words;
use crate::reports::page;
use crate::reports::period::ReportPeriod;
use crate::reports::shift_standing::WeekStanding;
use crate::reports::shift_week::{DeskShifts, ShiftWeek};
use crate::reports::shifts::ShiftReport;
use crate::reports::words as common;
use crate::schedule::WeekDay;

/// A day's column is never narrower: an empty one beside long names would be no column any more.
pub(super) const DAY_MM: f32 = 20.0;

/// A document without blocks. Every page says which library, which pages these are, and whether the week is a draft.
pub(super) fn document(report: &ShiftReport, name: &str, sheet: Sheet) -> Document {
    let standings: Vec<&WeekStanding> = report.weeks.iter().map(|week| &week.standing).collect();
    let said = standing(&standings, report.stamp.clock);
    let title = common::week(report.period);
    let mut document = page::document(title, sheet, &report.stamp);
    document.aside = format!("{} · {} · {said}", document.aside, lower(name));
    name.clone_into(&mut document.subject);
    document
}

/// What several weeks together are: what each is, or how many are drafts.
fn standing(all: &[&WeekStanding], clock: ClockHabit) -> String {
    let Some((first, others)) = all.split_first() else {
        return words::standing(&WeekStanding::Draft, clock);
    };
    if others.iter().all(|other| other == first) {
        return words::standing(first, clock);
    }
    let published = |standing: &&&WeekStanding| matches!(standing, WeekStanding::Published { .. });
    let drafts = all.len() - all.iter().filter(published).count();
    words::some_draft(drafts, all.len())
}

fn lower(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// The days of a week of the report.
pub(super) fn days_of(week: &ShiftWeek) -> Option<ReportPeriod> {
    let (first, last) = (week.days.first()?, week.days.last()?);
    Some(ReportPeriod {
        from: first.day,
        to: last.day,
    })
}

/// The heading of one of several weeks, with its own standing where the page's head does not say it of all.
pub(super) fn week_heading(report: &ShiftReport, week: &ShiftWeek) -> String {
    let days = days_of(week).map_or_else(String::new, common::week);
    if report
        .weeks
        .iter()
        .all(|other| other.standing == week.standing)
    {
        return days;
    }
    let said = words::standing(&week.standing, report.stamp.clock);
    format!("{days} · {said}")
}

/// The pattern by which a desk is known on the wall; the first six desks have one of their own.
pub(super) fn pattern(place: usize) -> Pattern {
    Pattern::ALL[place % Pattern::ALL.len()]
}

/// The week in figures, and the days on which the library was closed.
pub(super) fn remark(week: &ShiftWeek) -> String {
    let cover = common::covered(week.needed_minutes, week.covered_minutes);
    let people = u32::try_from(week.people.len()).unwrap_or(u32::MAX);
    let remark = common::worked(people, week.minutes, &cover);
    let closed: Vec<_> = week
        .days
        .iter()
        .filter_map(|day| Some((day.day, day.closed.as_deref()?)))
        .collect();
    match closed.is_empty() {
        true => remark,
        false => format!("{remark} · {}", common::closed(&closed)),
    }
}

/// The desks behind their patterns and short names, and what is to be said of the week.
pub(super) fn key(week: &ShiftWeek) -> Key {
    let desks = week.desks.iter().enumerate();
    desks.fold(Key::remark(remark(week)), |key, (at, desk)| {
        key.pattern(pattern(at), desk_name(desk))
    })
}

fn desk_name(desk: &DeskShifts) -> String {
    format!("{} {}", desk.short, desk.name)
}

/// Columns with rules between them and none at the page's edge.
pub(super) fn inner_rules(mut columns: Vec<Column>) -> Vec<Column> {
    if let Some(first) = columns.first_mut() {
        first.edge = Edge::Open;
    }
    columns
}

/// What was not covered in a week, framed; none where all was, or where only some people are shown.
pub(super) fn gaps(report: &ShiftReport, week: &ShiftWeek) -> Option<Note> {
    let told = !week.gaps.is_empty() && report.choice.people.is_empty();
    told.then(|| {
        let sentence = gap_words::sentence(&week.gaps, report.stamp.clock);
        Note::new(common::NOT_COVERED, sentence)
    })
}

/// "open 9 am–5 pm"
pub(super) fn hours_of(day: &WeekDay, clock: ClockHabit) -> String {
    words::hours_of(day.opens, day.closes, day.closed.as_deref(), clock)
}
