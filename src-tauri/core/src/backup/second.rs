//! The second place: a copy of each verified backup on another drive, verified there too. Its absence is told, no error.

use std::fs;
use std::path::Path;

use super::manifest::Manifest;
use super::notebook::{Failed, Notebook};
use super::plan::Plan;
use super::take::{cannot_write, name_of};
use super::verify::verify;
use super::{list, store, thin};
use crate::kernel::disk::{self, PARTIAL};
use crate::kernel::lock::beside;
use crate::kernel::{At, Error, Result, Zone, db};

/// Copies a backup there; nothing where there is no second place. `Err` says why not, in plain English.
pub(super) fn copy(
    backup: &Path,
    manifest: &Manifest,
    plan: &Plan,
    now: At,
    zone: Zone,
) -> Result<(), String> {
    if plan.second_place.is_empty() {
        return Ok(());
    }
    let place = Path::new(&plan.second_place);
    copied(backup, manifest, place)
        .and_then(|()| thin::thin(place, &manifest.figures.uid, plan.keep_days, now, zone))
        .map_err(|error| error.to_string())
}

/// Copies the newest backup to a second place that was away when it was made.
pub fn catch_up(library: &Path, now: At) -> Result<()> {
    let (notebook, newest) = (Notebook::read(library), list::newest(library));
    let Some((path, manifest)) = newest.filter(|(_, manifest)| {
        notebook.second_newest < Some(manifest.made_at)
            && !notebook.second_place.is_empty()
            && Path::new(&notebook.second_place).is_dir()
    }) else {
        return Ok(());
    };
    let plan = store::plan(&db::open_reader(library)?)?;
    let zone = Zone::parse(&manifest.figures.zone).unwrap_or(Zone::UTC);
    let second = copy(&path, &manifest, &plan, now, zone);
    Notebook::change(library, |notebook| {
        remember(notebook, &plan, &manifest, now, second);
    })
}

fn copied(backup: &Path, manifest: &Manifest, place: &Path) -> Result<()> {
    if !place.is_dir() {
        return Err(Error::File {
            what: place.display().to_string(),
            why: std::io::Error::other("it is not there"),
        });
    }
    disk::demand_room(place, manifest.size)?;
    let path = place.join(name_of(backup));
    let partial = beside(&path, PARTIAL);
    let copied = fs::copy(backup, &partial)
        .and_then(|_| disk::settle(&partial))
        .and_then(|()| disk::digest(&partial))
        .map_err(|why| cannot_write(place, why))
        .and_then(|digest| match digest == manifest.sha256 {
            true => verify(&partial, &manifest.figures),
            false => Err(Error::Damaged(format!(
                "{} does not give back what was written",
                place.display()
            ))),
        })
        .and_then(|()| {
            manifest
                .write(&path)
                .and_then(|()| disk::put_in_place(&partial, &path))
                .map_err(|why| cannot_write(place, why))
        });
    if copied.is_err() {
        // A drive that was pulled out has nothing left to remove.
        let _ = fs::remove_file(&partial);
    }
    copied
}

/// Notes what came of it.
pub(super) fn remember(
    notebook: &mut Notebook,
    plan: &Plan,
    manifest: &Manifest,
    now: At,
    copied: Result<(), String>,
) {
    if notebook.second_place != plan.second_place {
        notebook.second_place.clone_from(&plan.second_place);
        // Another place has what is found there.
        let there = list::found(Path::new(&plan.second_place));
        let own = there
            .iter()
            .find(|(_, one)| one.figures.uid == manifest.figures.uid);
        notebook.second_newest = own.map(|(_, one)| one.made_at);
    }
    match copied {
        Ok(()) => {
            notebook.second_problem = None;
            notebook.second_newest = (!plan.second_place.is_empty()).then_some(manifest.made_at);
        }
        Err(reason) => notebook.second_problem = Some(Failed { at: now, reason }),
    }
}
