//! Opens a copy as anybody would and compares it with what it must hold. It changes no byte of it.

use std::path::Path;

use super::figures::Figures;
use crate::kernel::{Error, Result, db};

/// Opens the copy read-only, looks for faults, and counts it.
pub(super) fn examined(copy: &Path) -> Result<Figures> {
    let mut tx = db::open_reader(copy)?;
    let tx = tx.transaction()?;
    if let Some(fault) = db::faults(&tx)?.first() {
        return Err(Error::Damaged(format!("{}: {fault}", copy.display())));
    }
    Figures::of(&tx)
}

/// Refuses a copy that is not what was read while it was made.
pub(super) fn verify(copy: &Path, wanted: &Figures) -> Result<()> {
    let found = examined(copy)?;
    match wanted.differs(&found) {
        None => Ok(()),
        Some(what) => Err(Error::Damaged(format!(
            "the copy does not agree with the library: {what}"
        ))),
    }
}
