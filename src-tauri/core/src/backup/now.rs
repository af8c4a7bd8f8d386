//! Makes a backup because somebody asks, because something risky begins, or because something changed.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cause::Cause;
use super::figures::head;
use super::list::{Backup, newest};
use super::take::{Step, take};
use crate::kernel::task::{Errand, Risk};
use crate::kernel::{At, Result, db};

/// Asks for a backup.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "BackUpNow")]
pub(super) struct Now {}

pub(super) fn now(errand: &Errand<'_>, _: Now) -> Result<Backup> {
    let mut step = |done, total| errand.progress.step(done, total, "copying");
    take(errand.library(), errand.now(), Cause::ByHand, &mut step)
}

/// Makes a backup before risky work, unless the newest one holds everything already.
pub fn before_risky_work(errand: &Errand<'_>, risk: Risk) -> Result<()> {
    let mut step = |done, total| errand.progress.step(done, total, "making a backup first");
    take_if_changed(errand.library(), errand.now(), risk.into(), &mut step).map(drop)
}

/// Makes a backup if anything was done since the newest one; answers the new one.
pub fn take_if_changed(
    library: &Path,
    now: At,
    cause: Cause,
    step: &mut Step<'_>,
) -> Result<Option<Backup>> {
    if holds_everything(library)? {
        return Ok(None);
    }
    take(library, now, cause, step).map(Some)
}

/// Whether the newest backup ends where the library's record ends now.
fn holds_everything(library: &Path) -> Result<bool> {
    let Some((_, manifest)) = newest(library) else {
        return Ok(false);
    };
    let tx = db::open_reader(library)?;
    Ok(head(&tx)? == manifest.figures.head)
}
