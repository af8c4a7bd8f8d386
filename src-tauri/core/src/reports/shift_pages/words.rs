//! The English of the printed schedule: its names, its standing, its sentences. A translation is another file like this.

use crate::kernel::{Day, Minute};
use crate::policies::ClockHabit;
use crate::reports::notation::{hours, number, time};
use crate::reports::shift_standing::{Told, WeekStanding};
use crate::reports::words::{dated, short_day};

pub(super) const BY_DAY: &str = "Week by day";
pub(super) const BY_PERSON: &str = "Week by person";
pub(super) const CHANGES: &str = "What changed";
pub(super) const HOURS_AND_COVERAGE: &str = "Hours and coverage";
pub(super) const MONTH: &str = "Month";
pub(super) const PERSON_PAGES: &str = "A page a person";
pub(super) const SIGN_IN: &str = "Sign-in sheet";
pub(super) const WEEK_BY_DESK: &str = "Week by desk";

/// Below the hours of a part of a week.
pub(super) const PART_OF_A_WEEK: &str =
    "These days are a part of a week: what was given is not measured against hours a week.";

pub(super) const ADDED: &str = "New";
pub(super) const ALL: &str = "All";
pub(super) const CHANGE: &str = "Change";
pub(super) const CONTACT: &str = "To reach it";
pub(super) const COVERAGE: &str = "Coverage by desk and day";
pub(super) const COVERED_OF_NEEDED: &str = "Hours covered of hours needed.";
pub(super) const DAY: &str = "Day";
pub(super) const DESK: &str = "Desk";
pub(super) const DIFFERENCE: &str = "Over or under";
pub(super) const FROM_TO: &str = "From–to";
pub(super) const GIVEN: &str = "Given";
pub(super) const GAPS: &str = "Not covered";
pub(super) const HOURS_BY_PERSON: &str = "Hours by person";
pub(super) const IN: &str = "In";
pub(super) const INSTEAD_OF: &str = "Instead of";
pub(super) const MOST: &str = "Most";
pub(super) const MOVED: &str = "Moved";
pub(super) const NOBODY_IS_MEANT: &str = "Nobody works here in these days.";
pub(super) const NO_GAPS: &str = "Every need was covered.";
pub(super) const NO_NEED: &str = "–";
pub(super) const NO_SHIFTS: &str = "There are no shifts in these days.";
pub(super) const NOTE: &str = "Note";
pub(super) const NOW: &str = "Now";
pub(super) const OUT: &str = "Out";
pub(super) const POSITION: &str = "Position";
pub(super) const REMOVED: &str = "Taken off";
pub(super) const SUPERVISOR: &str = "Supervisor, date";
pub(super) const TIME: &str = "Time";
pub(super) const WANTED: &str = "Wanted";

pub(super) const DRAFT_WEEK: &str = "week is a draft";
const DRAFT: &str = "draft, not published";

/// "draft, not published", "published Fri 20 Nov 2026 2:05 pm by Maya"
pub(super) fn standing(standing: &WeekStanding, clock: ClockHabit) -> String {
    match standing {
        WeekStanding::Draft => DRAFT.to_owned(),
        WeekStanding::Changed { told, changes } => {
            let many = match changes {
                1 => "1 change".to_owned(),
                changes => format!("{} changes", number(*changes)),
            };
            format!(
                "{DRAFT}: {many} since it was published {}",
                when(told, clock)
            )
        }
        WeekStanding::Published { told } => format!("published {}", when(told, clock)),
    }
}

/// "Fri 20 Nov 2026 2:05 pm by Maya"
fn when(told: &Told, clock: ClockHabit) -> String {
    let at = time(told.minute, clock);
    format!(
        "{} {at} by {}",
        dated(told.day),
        carrel_print::isolated(&told.by)
    )
}

/// "2 of 5 weeks are draft, not published"
pub(super) fn some_draft(drafts: usize, weeks: usize) -> String {
    match drafts {
        0 => format!("published, {weeks} weeks"),
        1 => format!("1 of {weeks} weeks is a {DRAFT}"),
        drafts => format!("{drafts} of {weeks} weeks are a {DRAFT}"),
    }
}

/// "Monday 23 November"
pub(super) fn whole_day(day: Day) -> String {
    crate::reports::words::long_day(day)
}

/// "closed", "closed: Thanksgiving"
pub(super) fn closed(reason: &str) -> String {
    match reason {
        "" => "closed".to_owned(),
        reason => format!("closed: {reason}"),
    }
}

/// "open 9 am–5 pm"
pub(super) fn open(span: &str) -> String {
    format!("open {span}")
}

/// "9 shifts, 27.5 hours"
pub(super) fn shifts_and_hours(shifts: usize, minutes: u32) -> String {
    let shifts = match shifts {
        1 => "1 shift".to_owned(),
        shifts => format!("{shifts} shifts"),
    };
    format!("{shifts}, {}", spent(minutes))
}

/// "1 hour", "27.5 hours"
pub(super) fn spent(minutes: u32) -> String {
    match minutes {
        60 => "1 hour".into(),
        minutes => format!("{} hours", hours(minutes)),
    }
}

/// "wants 12 hours a week", "wants 12 hours a week, at most 20"
pub(super) fn agreed(wanted: Option<u32>, most: Option<u32>) -> String {
    match (wanted, most) {
        (None, None) => String::new(),
        (Some(wanted), None) => format!("wants {} a week", spent(wanted)),
        (None, Some(most)) => format!("at most {} a week", spent(most)),
        (Some(wanted), Some(most)) => {
            format!("wants {} a week, at most {}", spent(wanted), hours(most))
        }
    }
}

/// "break 12–1 pm"
pub(super) fn pause(span: &str) -> String {
    format!("break {span}")
}

/// "+1.5", "−2", "0"
pub(super) fn difference(given: u32, wanted: u32) -> String {
    match given.cmp(&wanted) {
        std::cmp::Ordering::Equal => "0".to_owned(),
        std::cmp::Ordering::Greater => format!("+{}", hours(given - wanted)),
        std::cmp::Ordering::Less => format!("−{}", hours(wanted - given)),
    }
}

/// "16 of 18"
pub(super) fn covered(covered: u32, needed: u32) -> String {
    match needed {
        0 => NO_NEED.to_owned(),
        needed => format!("{} of {}", hours(covered), hours(needed)),
    }
}

/// "Circulation, Mon 23 Nov 11 am–12 pm: one of two."
pub(super) fn gap(desk: &str, day: Day, span: &str, short: &str) -> String {
    format!("{desk}, {} {span}: {short}.", short_day(day))
}

/// "since it was published Fri 20 Nov 2026 2:05 pm by Maya: 3 new, 2 moved, 1 taken off"
pub(super) fn changed(
    since: Option<&Told>,
    (added, moved, removed): (u32, u32, u32),
    clock: ClockHabit,
) -> String {
    let since = match since {
        Some(told) => format!("Since it was published {}", when(told, clock)),
        None => "These days were never published".to_owned(),
    };
    let (added, moved, removed) = (number(added), number(moved), number(removed));
    format!("{since}: {added} new, {moved} moved, {removed} taken off.")
}

/// "Nothing changed since it was published Fri 20 Nov 2026 2:05 pm by Maya."
pub(super) fn unchanged(since: Option<&Told>, clock: ClockHabit) -> String {
    match since {
        Some(told) => format!(
            "Nothing changed since it was published {}.",
            when(told, clock)
        ),
        None => NO_SHIFTS.to_owned(),
    }
}

/// "Mon 23 Nov", "9 am–12 pm" in one.
pub(super) fn at(day: Day, span: &str) -> String {
    format!("{} {span}", short_day(day))
}

/// A day's hours: "open 9 am–5 pm", "closed: Thanksgiving".
pub(super) fn hours_of(
    opens: Option<Minute>,
    closes: Option<Minute>,
    reason: Option<&str>,
    clock: ClockHabit,
) -> String {
    match (opens, closes) {
        (Some(opens), Some(closes)) => open(&crate::reports::notation::span(opens, closes, clock)),
        (None | Some(_), None | Some(_)) => closed(reason.unwrap_or_default()),
    }
}

/// "25, on": the shifts of a day go on in another row.
pub(super) fn goes_on(number: &str) -> String {
    format!("{number}, on")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told() -> Told {
        Told {
            day: Day::parse("2026-11-20").unwrap(),
            minute: Minute::of(845).unwrap(),
            by: "Maya".into(),
        }
    }

    #[test]
    fn a_page_says_whether_its_week_was_published_and_by_whom() {
        let said = |said: WeekStanding| carrel_print::released(&standing(&said, ClockHabit::H24));
        assert_eq!(said(WeekStanding::Draft), "draft, not published");
        let published = WeekStanding::Published { told: told() };
        assert_eq!(said(published), "published Fri 20 Nov 2026 14:05 by Maya");
        let changed = WeekStanding::Changed {
            told: told(),
            changes: 1,
        };
        assert_eq!(
            said(changed),
            "draft, not published: 1 change since it was published Fri 20 Nov 2026 14:05 by Maya"
        );
    }

    #[test]
    fn hours_over_and_under_have_their_sign() {
        let said = [(630, 600), (540, 600), (600, 600)].map(|(a, b)| difference(a, b));
        assert_eq!(said, ["+0.5", "−1", "0"]);
    }
}
