//! Puts a backup in the library's place. The file is made ready beside the library, whole and on the disk; the next
//! opening lets it take the place in one step. Until then the library is the old one, and after it the new one.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cause::Cause;
use super::manifest::Manifest;
use super::notebook::{Notebook, Restored};
use super::plan::Plan;
use super::preview::{Preview, preview};
use super::store;
use super::take::take;
use crate::kernel::db::{self, Durability};
use crate::kernel::ledger::Ledger;
use crate::kernel::lock::beside;
use crate::kernel::{Actor, At, Clock, Cost, Error, Result, disk, steps};
use crate::policies;

/// What the file is called that is to take the library's place.
const READY: &str = ".restoring";
/// What the library is called in the moment between the two.
const REPLACED: &str = ".replaced";

/// Asks for a backup to take the library's place.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RestoreBackup")]
pub struct Restore {
    /// The backup's whole path.
    pub file: String,
    /// The passphrase or PIN of who asks, once more; empty where nobody can sign in because the library is damaged.
    pub secret: String,
}

/// What was restored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RestoredBackup")]
pub struct RestoredBackup {
    /// What the backup held.
    pub preview: Preview,
    /// The backup of the library as it was before; none where there was none to be made.
    pub before: Option<String>,
}

/// Makes a backup of the library as it is, and the chosen one ready to take its place at the next opening. Nothing may
/// write to the library meanwhile.
pub fn make_ready(library: &Path, file: &Path, actor: &Actor, now: At) -> Result<RestoredBackup> {
    let looked = preview(Some(library), file)?;
    let before = take(library, now, Cause::BeforeRestore, &mut |_, _| Ok(()))?;
    let plan = store::plan(&db::open_reader(library)?)?;
    ready(library, file, actor, now, Some(plan))?;
    note(library, file, now, Some(before.file.clone()))?;
    Ok(RestoredBackup {
        preview: looked,
        before: Some(before.file),
    })
}

/// The same where the library itself is damaged or gone: nobody can sign in, and there is nothing to make a backup of.
pub fn make_ready_for_nobody(library: &Path, file: &Path, now: At) -> Result<RestoredBackup> {
    let looked = preview(None, file)?;
    if library.exists() {
        // Damaged or somebody else's: it is kept, whatever it is.
        db::move_aside(library, now)?;
    }
    let somebody = Actor {
        name: "somebody at this PC".into(),
        ..Actor::carrel()
    };
    ready(library, file, &somebody, now, None)?;
    note(library, file, now, None)?;
    Ok(RestoredBackup {
        preview: looked,
        before: None,
    })
}

fn note(library: &Path, file: &Path, now: At, before: Option<String>) -> Result<()> {
    let made_at = Manifest::read(file).map(|manifest| manifest.made_at);
    Notebook::change(library, |notebook| {
        notebook.restored = Some(Restored {
            at: now,
            made_at,
            before,
        });
    })
}

/// Copies the backup beside the library, brings it up to date, and writes into it that it was restored, by whom and
/// when; then gives it the name by which the next opening knows it.
fn ready(library: &Path, file: &Path, actor: &Actor, now: At, plan: Option<Plan>) -> Result<()> {
    let folder = library.parent().unwrap_or(Path::new("."));
    disk::demand_room(folder, file.metadata()?.len())?;
    let partial = beside(library, &format!("{READY}{}", disk::PARTIAL));
    forget(&partial);
    let made = fs::copy(file, &partial)
        .map_err(|why| Error::File {
            what: format!("{} could not be copied", file.display()),
            why,
        })
        .and_then(|_| written_into(&partial, file, actor, now, plan))
        .and_then(|()| {
            disk::settle(&partial)?;
            disk::put_in_place(&partial, &beside(library, READY))?;
            Ok(())
        });
    if made.is_err() {
        forget(&partial);
    }
    made
}

fn written_into(
    partial: &Path,
    file: &Path,
    actor: &Actor,
    now: At,
    plan: Option<Plan>,
) -> Result<()> {
    let mut writer = db::open_writer(partial, Durability::Full)?;
    steps::bring_up_to_date(&mut writer, now)?;
    let clock = Clock::manual(now);
    let ledger = Ledger::new(partial, writer, clock, Cost::Desk, policies::zone_of)?;
    let made_at = Manifest::read(file).map(|manifest| manifest.made_at);
    let of = made_at.map_or_else(|| "a backup".into(), |at| format!("the backup of {at}"));
    let who = Actor {
        account: None,
        ..actor.clone()
    };
    ledger.write(who, "backup.restore", move |act| {
        if let Some(plan) = plan {
            // Where backups go is a fact of this PC today, not of the day on which the backup was made.
            store::update_plan(act.tx, &plan)?;
        }
        act.tell(format!("restored {of}"));
        Ok(())
    })
}

/// Carries out a restore that was made ready, at the opening and under the library's lock. Answers whether there was
/// one. Wherever it stops, the next opening goes on from there.
pub fn carry_out(library: &Path) -> Result<bool> {
    let (ready, replaced) = (beside(library, READY), beside(library, REPLACED));
    if ready.exists() {
        // The log of the old library must never meet the new one, so it goes with its file.
        for ending in ["-wal", "-shm", ""] {
            let part = beside(library, ending);
            if part.exists() {
                fs::rename(&part, beside(&replaced, ending))?;
            }
        }
        disk::settle_folder_of(library)?;
        disk::put_in_place(&ready, library)?;
        return carry_out(library).map(|_| true);
    }
    if library.exists() {
        // All that it held is in the backup that was made before.
        for ending in ["", "-wal", "-shm"] {
            let part = beside(&replaced, ending);
            if part.exists() {
                fs::remove_file(part)?;
            }
        }
    }
    Ok(false)
}

fn forget(partial: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        // Most of them are not there.
        let _ = fs::remove_file(beside(partial, ending));
    }
}

/// The backup that somebody names, as a path.
pub fn path_of(file: &str) -> Result<PathBuf> {
    let path = PathBuf::from(file.trim());
    match path.is_absolute() {
        true => Ok(path),
        false => Err(Error::invalid("file", "is not a whole path")),
    }
}
