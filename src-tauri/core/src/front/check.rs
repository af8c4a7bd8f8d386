//! Looks for anything wrong with a library: pages, foreign keys, every domain's invariants, the audit chain. It mends nothing.

use std::path::Path;

use serde::Serialize;

use super::core::Core;
use crate::kernel::audit::{self, Head, Verify};
use crate::kernel::steps::{self, Standing};
use crate::kernel::{Act, Actor, At, Cost, Error, Result, db};
use crate::{accounts, catalog, charges, circulation, hours, patrons, policies, schedule, staff};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// Everything wrong, in plain English; empty when all is well.
    pub faults: Vec<String>,
    /// How many invariants were looked at.
    pub invariants: usize,
    /// Rows of the audit.
    pub audit_rows: i64,
    /// The audit's newest row.
    pub head: Option<Head>,
}

/// Checks the whole library on one consistent state of it. It opens the file anew: a reader that searched before holds
/// parts of a search index in memory, and SQLite's check would take an index that grew since for a damaged one.
pub fn check(core: &Core) -> Result<Checked> {
    check_file(core.house().ledger.path(), core.clock().now())
}

/// Checks a library's file without its lock, so also beside an open window. It writes nothing to it.
///
/// # Errors
/// `NewerFile` when a newer Carrel wrote it, `Damaged` when it is no library; what is wrong inside one is a fault.
pub fn check_file(path: &Path, now: At) -> Result<Checked> {
    let mut tx = db::open_reader(path)?;
    if steps::standing(&tx)? != Standing::Current {
        return Err(Error::Damaged(format!(
            "{} is not up to date; open it in Carrel once",
            path.display()
        )));
    }
    let tx = tx.transaction()?;
    let zone = policies::zone_of(&tx)?;
    checked(&Act::new(&tx, now, zone, Actor::carrel(), Cost::Desk))
}

fn checked(act: &Act<'_>) -> Result<Checked> {
    let invariants = [
        staff::INVARIANTS,
        catalog::INVARIANTS,
        accounts::INVARIANTS,
        patrons::INVARIANTS,
        charges::INVARIANTS,
        schedule::INVARIANTS,
        schedule::publishing::INVARIANTS,
        circulation::INVARIANTS,
        hours::INVARIANTS,
    ]
    .concat();
    let mut faults = db::faults(act.tx)?;
    for (sentence, broken) in &invariants {
        if act.tx.prepare(broken)?.exists([])? {
            faults.push(format!("it does not hold that {sentence}"));
        }
    }
    let verified = audit::verify(act, Verify { head: None })?;
    faults.extend(
        verified
            .fault
            .map(|fault| format!("the audit: {}", fault.problem)),
    );
    Ok(Checked {
        faults,
        invariants: invariants.len(),
        audit_rows: verified.rows,
        head: verified.head,
    })
}
