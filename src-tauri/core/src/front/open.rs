//! Opens a library: lock, soundness, schema steps after a copy, its own number. It reads no row of a domain but the library's.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, OnceLock, RwLock};

use rusqlite::Connection;

use super::core::{Core, House};
use super::refold::refold;
use super::session::Sessions;
use super::tasks::Tasks;
use crate::backup::{self, Cause};
use crate::kernel::db::{self, Durability};
use crate::kernel::ledger::Ledger;
use crate::kernel::lock::{FileLock, beside};
use crate::kernel::steps::{self, Standing};
use crate::kernel::{At, Clock, Cost, Error, Result, store};
use crate::{policies, transfer};

/// How a file is shown to people: the system's viewer, or nothing where there is no screen.
pub type Viewer = fn(&Path) -> io::Result<()>;

/// What a library needs to know of the machine it is opened on.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// Where the time comes from.
    pub clock: Clock,
    /// What hashing a secret costs.
    pub cost: Cost,
    /// How hard a commit holds.
    pub durability: Durability,
    /// The folder for files that people ask for.
    pub exports: PathBuf,
    /// How a file is shown.
    pub viewer: Viewer,
}

impl Surroundings {
    /// A real desk: the PC's clock, full cost, full durability.
    pub fn of_a_desk(exports: PathBuf, viewer: Viewer) -> Self {
        Self {
            clock: Clock::System,
            cost: Cost::Desk,
            durability: Durability::Full,
            exports,
            viewer,
        }
    }
}

impl Core {
    /// Opens the library, creating it where there is no file.
    ///
    /// # Errors
    /// `InUse` when another Carrel works with it, `NewerFile` when a newer one wrote it, `Damaged` when it is no sound
    /// library: then it was moved aside and nothing of it deleted.
    pub fn open(path: &Path, surroundings: Surroundings) -> Result<Self> {
        let lock = FileLock::take(path)?;
        backup::carry_out(path)?;
        refuse_in_place_of_a_damaged_one(path)?;
        refuse_in_place_of_a_missing_one(path)?;
        let now = surroundings.clock.now();
        refuse_a_log_without_its_file(path, now)?;
        let durability = surroundings.durability;
        let mut writer = open_sound(path, durability, now)?;
        bring_up_to_date(path, &mut writer, now)?;
        let ledger = Ledger::new(
            path,
            writer,
            surroundings.clock,
            surroundings.cost,
            policies::zone_of,
        )?;
        let ledger = match durability {
            Durability::Draft => ledger.of_a_draft(),
            Durability::Full | Durability::Rebuildable => ledger,
        };
        let library = ledger.read(crate::kernel::Actor::carrel(), policies::library)?;
        let core = Core::new(House {
            tasks: Tasks::new()?,
            ledger,
            sessions: Sessions::default(),
            library: RwLock::new(library),
            gate: Mutex::new(()),
            drawn: Mutex::new(None),
            kept_on: Mutex::new(None),
            backed_up: Mutex::new(None),
            replaced: AtomicBool::new(false),
            exports: surroundings.exports,
            viewer: surroundings.viewer,
            worker: OnceLock::new(),
            _lock: lock,
        });
        core.follow(&[crate::kernel::topic::Topic::Session])?;
        core.keep_house_daily();
        // What waited to come in when Carrel last ended is private and nobody's any more.
        transfer::clear_staged(path);
        Ok(core)
    }
}

/// Opens the file, or moves it aside when SQLite finds pages of it damaged. What is no database at all stays where it is.
fn open_sound(path: &Path, durability: Durability, now: At) -> Result<Connection> {
    let opened =
        db::open_writer(path, durability).and_then(|writer| Ok((db::is_sound(&writer)?, writer)));
    match opened {
        Ok((true, writer)) => return Ok(writer),
        // The log must not be written into the damaged file when it closes.
        Ok((false, writer)) => db::close_without_checkpoint(writer)?,
        Err(Error::Sqlite(error)) if Error::from_sqlite_damage(&error) => {}
        Err(other) => return Err(other),
    }
    Err(moved_aside(path, now)?)
}

/// A log beside an empty or absent file still holds what was written last; SQLite would throw it away.
fn refuse_a_log_without_its_file(path: &Path, now: At) -> Result<()> {
    let length = |path: &Path| path.metadata().map_or(0, |file| file.len());
    if length(path) == 0 && length(&beside(path, "-wal")) > 0 {
        return Err(moved_aside(path, now)?);
    }
    Ok(())
}

fn moved_aside(path: &Path, now: At) -> Result<Error> {
    let aside = db::move_aside(path, now)?;
    Ok(Error::Damaged(format!(
        "{} is damaged and was moved to {}; put a backup in its place",
        path.display(),
        aside.display()
    )))
}

/// Where a damaged library was moved aside, an empty one must not take its place unasked.
fn refuse_in_place_of_a_damaged_one(path: &Path) -> Result<()> {
    if path.exists() {
        return Ok(());
    }
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
        + ".damaged-";
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    for entry in folder.read_dir()? {
        let aside = entry?.path();
        if aside
            .file_name()
            .is_some_and(|file| file.to_string_lossy().starts_with(&name))
        {
            return Err(Error::Damaged(format!(
                "the library was damaged and moved to {}; put a backup at {}, or move the damaged file away to start anew",
                aside.display(),
                path.display()
            )));
        }
    }
    Ok(())
}

/// Where a library was whose backups are still there, an empty one must not begin either.
fn refuse_in_place_of_a_missing_one(path: &Path) -> Result<()> {
    if path.exists() || !backup::has_backups(path) {
        return Ok(());
    }
    Err(Error::Damaged(format!(
        "{} is not there any more, but its backups are; restore one, or move the folder \"backups\" and the file {} away to start anew",
        path.display(),
        beside(path, ".backups.json").display()
    )))
}

/// Runs missing schema steps, after a backup of the file as it was.
fn bring_up_to_date(path: &Path, writer: &mut Connection, now: At) -> Result<()> {
    if let Standing::Behind(_) = steps::standing(writer)? {
        backup::take(path, now, Cause::BeforeUpdate, &mut |_, _| Ok(()))?;
    }
    steps::bring_up_to_date(writer, now)?;
    if store::library_uid(writer)?.is_none() {
        let mut uid = [0; 16];
        getrandom::fill(&mut uid)
            .map_err(|error| Error::Internal(format!("no randomness: {error}")))?;
        store::set_library_uid(writer, uid, now)?;
    }
    refold(writer)
}
