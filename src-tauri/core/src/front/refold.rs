//! Folds names and titles anew where this Carrel folds otherwise than the one that wrote the file. It changes no name.

use rusqlite::Connection;

use crate::kernel::{Result, fold, store};
use crate::{catalog, patrons};

/// Makes the search anew in one transaction, or does nothing where it is up to date.
pub(super) fn refold(writer: &mut Connection) -> Result<()> {
    if store::fold_version(writer)? == fold::VERSION {
        return Ok(());
    }
    let tx = writer.transaction()?;
    patrons::refold(&tx)?;
    catalog::refold(&tx)?;
    store::set_fold_version(&tx, fold::VERSION)?;
    Ok(tx.commit()?)
}
