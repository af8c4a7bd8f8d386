//! Housekeeping once a library day: loans whose grace has run forget their patrons, and so do copies made before an
//! update. It runs unasked and is audited; where it fails the desk goes on, and the next call tries again.

use std::path::Path;
use std::{fs, io};

use std::sync::PoisonError;

use super::core::Core;
use crate::kernel::{Actor, Day, Result, Zone};
use crate::{circulation, today};

/// What stood between a library's name and the time at which a copy of it was made, before an update, by Carrels that had
/// no backups yet.
const COPY: &str = ".before-update-";

impl Core {
    /// Keeps house, unless that was done today.
    pub(super) fn keep_house_daily(&self) {
        // A full disk must not stop a scan, nor the library from opening: what is owed is done later.
        let _ = self.keep_house();
    }

    fn keep_house(&self) -> Result<()> {
        let house = self.house();
        let details = self.library().details;
        let (day, _) = self.clock().now().local(Zone::parse(&details.zone)?);
        let mut kept_on = house.kept_on.lock().unwrap_or_else(PoisonError::into_inner);
        if *kept_on == Some(day) {
            return Ok(());
        }
        let due = house.ledger.read(Actor::carrel(), |act| {
            Ok(circulation::forgettable(act)? + today::forgettable_notes(act)?)
        })?;
        if due > 0 {
            let forget = "circulation.forget_patrons";
            house.ledger.write(Actor::carrel(), forget, |act| {
                today::forget_notes(act)?;
                circulation::forget(act)
            })?;
        }
        remove_copies(house.ledger.path(), day.minus(details.grace_days))?;
        *kept_on = Some(day);
        Ok(())
    }
}

/// Removes the copies made before an update on days before `oldest`: they still know what the library has forgotten.
fn remove_copies(library: &Path, oldest: Day) -> io::Result<()> {
    let (Some(folder), Some(name)) = (library.parent(), library.file_name()) else {
        return Ok(());
    };
    let start = format!("{}{COPY}", name.to_string_lossy());
    for entry in folder.read_dir()? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let made_on = name.strip_prefix(&start).and_then(|stamp| stamp.get(..10));
        if made_on
            .and_then(|day| Day::parse(day).ok())
            .is_some_and(|day| day < oldest)
        {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}
