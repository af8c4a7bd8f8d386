//! How safe the library is right now: the age of its newest backup in each place, and whether to worry.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::{Backup, newest};
use super::notebook::{Failed, Notebook};
use super::place::first_place;
use crate::kernel::At;

const DAY: i64 = 86_400;
/// Older than this is worth a look.
const CAREFUL: i64 = DAY;
/// Older than this is not right.
const STOP: i64 = 7 * DAY;

/// Asks how safe the library is.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ShowBackupStanding")]
pub struct ShowStanding {}

/// Whether to worry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "BackupAlarm")]
pub enum Alarm {
    /// Not older than a day.
    Fine,
    /// Older than a day, or none yet.
    Careful,
    /// Older than a week, or the last one could not be made.
    Stop,
}

/// How safe the library is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BackupStanding")]
pub struct Standing {
    /// Whether to worry, about either place.
    pub alarm: Alarm,
    /// Whether to worry about the place beside the library.
    pub first_alarm: Alarm,
    /// The newest backup beside the library.
    pub newest: Option<Backup>,
    /// Its age in seconds.
    pub age: Option<i64>,
    /// Where backups go first.
    pub place: String,
    /// Why the last one could not be made; none when it could.
    pub failed: Option<Failed>,
    /// The second place, where there is to be one.
    pub second: Option<SecondStanding>,
}

/// How it stands with the second place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SecondBackupPlace")]
pub struct SecondStanding {
    /// The folder.
    pub place: String,
    /// Whether it is there now.
    pub there: bool,
    /// When its newest backup was made.
    pub newest_at: Option<At>,
    /// The age of that in seconds.
    pub age: Option<i64>,
    /// Why it has no newer one.
    pub problem: Option<Failed>,
    /// Whether to worry.
    pub alarm: Alarm,
}

/// How safe the library is.
pub fn standing(library: &Path, now: At) -> Standing {
    let notebook = Notebook::read(library);
    let newest = newest(library).map(|(path, manifest)| Backup::of(&path, manifest));
    let age = newest.as_ref().map(|backup| age(backup.made_at, now));
    let second = SecondStanding::of(&notebook, now);
    let first = match &notebook.failed {
        Some(_) => Alarm::Stop,
        None => Alarm::at(age),
    };
    let alarm = second
        .as_ref()
        .map_or(first, |second| first.max(second.alarm));
    Standing {
        alarm,
        first_alarm: first,
        newest,
        age,
        place: first_place(library).display().to_string(),
        failed: notebook.failed,
        second,
    }
}

impl Alarm {
    fn at(age: Option<i64>) -> Self {
        match age {
            Some(age) if age > STOP => Self::Stop,
            Some(age) if age <= CAREFUL => Self::Fine,
            Some(_) | None => Self::Careful,
        }
    }
}

impl SecondStanding {
    pub(super) fn of(notebook: &Notebook, now: At) -> Option<Self> {
        if notebook.second_place.is_empty() {
            return None;
        }
        let age = notebook.second_newest.map(|made_at| age(made_at, now));
        Some(Self {
            there: Path::new(&notebook.second_place).is_dir(),
            place: notebook.second_place.clone(),
            newest_at: notebook.second_newest,
            age,
            problem: notebook.second_problem.clone(),
            // A stick that is in somebody's pocket is as it should be, for a while.
            alarm: Alarm::at(age),
        })
    }
}

/// Seconds since then; a backup of the future comes from a clock that was wrong, and is new.
fn age(made_at: At, now: At) -> i64 {
    now.seconds_since(made_at).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_fine_a_week_is_careful_and_more_is_not_right() {
        let at = |age| Alarm::at(Some(age));
        assert_eq!([at(0), at(DAY)], [Alarm::Fine; 2]);
        assert_eq!([at(DAY + 1), at(7 * DAY)], [Alarm::Careful; 2]);
        assert_eq!(at(7 * DAY + 1), Alarm::Stop);
        assert_eq!(Alarm::at(None), Alarm::Careful);
    }
}
