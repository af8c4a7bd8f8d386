//! Makes one backup: a copy of one moment, verified, then under its name. A copy that is not whole is never left there.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;

use super::cause::Cause;
use super::figures::Figures;
use super::list::Backup;
use super::manifest::Manifest;
use super::notebook::{Failed, Notebook};
use super::place::first_place;
use super::plan::Plan;
use super::verify::verify;
use super::{second, store, thin};
use crate::kernel::disk::{self, PARTIAL};
use crate::kernel::error::Code;
use crate::kernel::lock::beside;
use crate::kernel::{At, Error, Result, Zone, db};

/// How far a backup is: steps done, steps in all. An error stops it.
pub(super) type Step<'a> = dyn FnMut(usize, usize) -> Result<()> + 'a;

/// One backup at a time in this program, so that none tidies another's unfinished copy away.
static AT_WORK: Mutex<()> = Mutex::new(());

/// Makes a backup beside the library, copies it to the second place, and lets go of those that are too old.
///
/// # Errors
/// `NoRoom` or `File` when it could not be written: then nothing that was there before has changed. A second place that
/// is away is no error; the notebook remembers it.
pub fn take(library: &Path, now: At, cause: Cause, step: &mut Step<'_>) -> Result<Backup> {
    let _alone = AT_WORK.lock().unwrap_or_else(PoisonError::into_inner);
    let place = first_place(library);
    tidy(&place, &Notebook::read(library).uid);
    let taken = fs::create_dir_all(&place)
        .map_err(|why| cannot_write(&place, why))
        .and_then(|()| take_into(library, &place, now, cause, step));
    match taken {
        Ok((path, manifest, plan)) => {
            let zone = Zone::parse(&manifest.figures.zone).unwrap_or(Zone::UTC);
            thin::thin(&place, &manifest.figures.uid, plan.keep_days, now, zone)?;
            let second = second::copy(&path, &manifest, &plan, now, zone);
            Notebook::change(library, |notebook| {
                notebook.library.clone_from(&manifest.figures.library);
                notebook.uid.clone_from(&manifest.figures.uid);
                notebook.failed = None;
                second::remember(notebook, &plan, &manifest, now, second);
            })?;
            Ok(Backup::of(&path, manifest))
        }
        Err(Error::Cancelled) => Err(Error::Cancelled),
        Err(error) => {
            let reason = error.to_string();
            // The disk that had no room for a backup may have none for a note of it.
            let _ = Notebook::change(library, |notebook| {
                notebook.failed = Some(Failed { at: now, reason });
            });
            Err(error)
        }
    }
}

/// Makes one in any folder, also beside an open window. It lets go of no other, and the library's notebook hears nothing.
///
/// # Errors
/// As [`take`].
pub fn take_elsewhere(library: &Path, place: Option<&Path>, now: At) -> Result<Backup> {
    let place = place.map_or_else(|| first_place(library), Path::to_owned);
    fs::create_dir_all(&place).map_err(|why| cannot_write(&place, why))?;
    let (path, manifest, _) = take_into(library, &place, now, Cause::ByHand, &mut |_, _| Ok(()))?;
    Ok(Backup::of(&path, manifest))
}

fn take_into(
    library: &Path,
    place: &Path,
    now: At,
    cause: Cause,
    step: &mut Step<'_>,
) -> Result<(PathBuf, Manifest, Plan)> {
    let mut source = db::open_reader(library)?;
    // All that is counted and copied is of this one moment; the desk goes on writing meanwhile.
    let tx = source.transaction()?;
    let figures = Figures::of(&tx)?;
    let plan = match store::has_plan(&tx)? {
        true => store::plan(&tx)?,
        false => Plan {
            second_place: String::new(),
            keep_days: Plan::DEFAULT_DAYS,
        },
    };
    disk::demand_room(place, db::size(&tx)?)?;
    let path = free_name(place, &figures.uid, now);
    let partial = beside(&path, PARTIAL);
    let made = copy(&tx, &partial, &figures, step).and_then(|()| {
        drop(tx);
        let manifest = Manifest {
            made_at: now,
            cause,
            source: name_of(library),
            carrel: env!("CARGO_PKG_VERSION").to_owned(),
            size: partial.metadata()?.len(),
            sha256: disk::digest(&partial)?,
            figures,
        };
        // The manifest goes first: a backup under its name is a verified one.
        manifest.write(&path)?;
        disk::put_in_place(&partial, &path)?;
        Ok(manifest)
    });
    match made {
        Ok(manifest) => Ok((path, manifest, plan)),
        Err(error) => {
            remove_copy(&partial);
            // What could not be made must not leave a manifest either.
            let _ = fs::remove_file(Manifest::path_of(&path));
            Err(in_place(error, place, library))
        }
    }
}

fn copy(tx: &Connection, partial: &Path, figures: &Figures, step: &mut Step<'_>) -> Result<()> {
    db::copy_pages(tx, partial, step)?;
    disk::settle(partial)?;
    verify(partial, figures)
}

/// `carrel-3f2a91c0-2026-11-23T16-00-00-000Z.carrel`, with a number behind it where that is taken.
fn free_name(place: &Path, uid: &str, now: At) -> PathBuf {
    let stamp = now.to_string().replace([':', '.'], "-");
    let start = format!("{}{stamp}", start_of_name(uid));
    let names = (1..).map(|number| match number {
        1 => place.join(format!("{start}.carrel")),
        _ => place.join(format!("{start}-{number}.carrel")),
    });
    let mut free = names.skip_while(|path| path.exists());
    free.next().expect("the numbers do not end")
}

/// How the names of a library's backups begin.
pub(super) fn start_of_name(uid: &str) -> String {
    format!("carrel-{}-", uid.get(..8).unwrap_or(uid))
}

/// Removes what an earlier backup left unfinished when the power went.
fn tidy(place: &Path, uid: &str) {
    let start = start_of_name(uid);
    for entry in place.read_dir().into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let of_none = name
            .strip_suffix(".json")
            .is_some_and(|backup| !place.join(backup).exists());
        if name.starts_with(&start) && (name.contains(PARTIAL) || of_none) {
            // It is in nobody's way, only in the way of room.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn remove_copy(partial: &Path) {
    for ending in ["", "-journal", "-wal", "-shm"] {
        // Most of them are not there.
        let _ = fs::remove_file(beside(partial, ending));
    }
}

pub(super) fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// What went wrong, with the place and the room that was needed.
fn in_place(error: Error, place: &Path, library: &Path) -> Error {
    let of_the_disk = matches!(error, Error::Sqlite(_) | Error::Io(_));
    if of_the_disk && error.code() == Code::NoRoom {
        return Error::NoRoom {
            place: place.display().to_string(),
            needed: library.metadata().map_or(0, |file| file.len()),
            free: disk::free_room(place).unwrap_or(0),
        };
    }
    if of_the_disk {
        return cannot_write(place, std::io::Error::other(error.to_string()));
    }
    error
}

pub(super) fn cannot_write(place: &Path, why: std::io::Error) -> Error {
    let what = format!("no backup could be written to {}", place.display());
    Error::File { what, why }
}
