//! Which backups stay: all of two days, then one a day, a week, a month, and none longer than the library wants.
//!
//! Carrel's own numbers are those of Anki's backups: 12 days, 10 weeks, 9 months. A backup knows who had what when it
//! was made, so the library's own limit goes before them; only the newest is never let go.

use std::fs;
use std::path::Path;

use super::list::found;
use super::manifest::Manifest;
use crate::kernel::{At, Day, Result, Zone};

/// Days of which every backup stays.
const ALL_OF: i64 = 2;
/// How many days, weeks and months keep their last one after that.
const DAYS: u32 = 12;
const WEEKS: u32 = 10;
const MONTHS: u32 = 9;

/// Lets go of what is too old in a place, of this one library.
pub(super) fn thin(place: &Path, uid: &str, keep_days: u32, now: At, zone: Zone) -> Result<()> {
    let own = found(place)
        .into_iter()
        .filter(|(_, manifest)| manifest.figures.uid == uid);
    let own: Vec<_> = own.collect();
    let (today, _) = now.local(zone);
    let days = own
        .iter()
        .map(|(_, manifest)| manifest.made_at.local(zone).0);
    let stays = stays(&days.collect::<Vec<_>>(), today, keep_days);
    for ((path, _), _) in own.iter().zip(stays).filter(|(_, stays)| !stays) {
        // The manifest goes last, so that a backup never stands there without one.
        fs::remove_file(path)?;
        fs::remove_file(Manifest::path_of(path))?;
    }
    Ok(())
}

/// Which of the backups stay, by the days on which they were made, newest first.
fn stays(made_on: &[Day], today: Day, keep_days: u32) -> Vec<bool> {
    let (mut days, mut weeks, mut months) = (DAYS, WEEKS, MONTHS);
    let mut last_kept: Option<Day> = None;
    let stay = |(place, day): (usize, &Day)| {
        let age = today.days_since(*day);
        let last = last_kept;
        let another = |of: fn(Day) -> Day| last.is_none_or(|last| of(last) != of(*day));
        let stays = match () {
            () if place == 0 || age < ALL_OF => true,
            () if age > i64::from(keep_days) => false,
            () if days > 0 => another(|day| day) && take_one(&mut days),
            () if weeks > 0 => another(first_of_week) && take_one(&mut weeks),
            () if months > 0 => another(Day::first_of_month) && take_one(&mut months),
            () => false,
        };
        if stays {
            last_kept = Some(*day);
        }
        stays
    };
    made_on.iter().enumerate().map(stay).collect()
}

fn take_one(left: &mut u32) -> bool {
    *left -= 1;
    true
}

fn first_of_week(day: Day) -> Day {
    day.minus(u32::from(day.weekday()) - 1)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// Three years of a library that is open Monday to Saturday and closed for a fortnight each summer: a backup every
    /// half hour of eight hours. Calls `each` at the end of every day with what is left, newest first.
    fn three_years(keep_days: u32, mut each: impl FnMut(Day, &[Day])) {
        let mut left: Vec<Day> = Vec::new();
        for today in day("2024-01-01").through(day("2026-12-31")) {
            let closed = today.weekday() == 7
                || (today.to_string()[5..] >= *"08-01" && today.to_string()[5..] < *"08-15");
            for _ in 0..(if closed { 0 } else { 16 }) {
                left.insert(0, today);
                let stay = stays(&left, today, keep_days);
                let mut stay = stay.into_iter();
                left.retain(|_| stay.next().unwrap());
            }
            each(today, &left);
        }
    }

    fn distinct<T: Ord>(days: &[Day], of: impl Fn(Day) -> T) -> usize {
        days.iter()
            .map(|day| of(*day))
            .collect::<BTreeSet<_>>()
            .len()
    }

    #[test]
    fn three_years_keep_what_was_promised_at_the_end_of_every_day() {
        let mut open_days = 0;
        three_years(1100, |today, left| {
            open_days += usize::from(left.first() == Some(&today));
            let before = left.iter().filter(|day| today.days_since(**day) >= ALL_OF);
            let before: Vec<Day> = before.copied().collect();
            assert!(left.len() <= 32 + 12 + 10 + 9, "{today}: {}", left.len());
            assert!(
                distinct(&before, |day| day) >= 12.min(open_days.saturating_sub(2)),
                "{today}: {before:?}"
            );
            if open_days > 110 {
                assert!(
                    distinct(&before, first_of_week) >= 11,
                    "{today}: {before:?}"
                );
            }
            if open_days > 320 {
                assert!(
                    distinct(&before, Day::first_of_month) >= 10,
                    "{today}: {before:?}"
                );
                assert!(
                    today.days_since(*before.last().unwrap()) >= 300,
                    "{today}: {before:?}"
                );
            }
        });
    }

    #[test]
    fn none_is_older_than_the_library_wants_but_the_newest() {
        for keep_days in [7, 14, 35, 100] {
            three_years(keep_days, |today, left| {
                let oldest = left[1..].iter().map(|day| today.days_since(*day)).max();
                assert!(
                    oldest.unwrap_or(0) <= i64::from(keep_days) + 14,
                    "{today}: {left:?}"
                );
            });
        }
    }

    #[test]
    fn the_newest_stays_however_old_it_is() {
        let made_on = [day("2024-01-05"), day("2024-01-04")];
        assert_eq!(stays(&made_on, day("2026-01-05"), 35), [true, false]);
    }
}
