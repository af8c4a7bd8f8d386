//! The open library: short transactions with the clock read once, the audit row inside, all or nothing. It knows no command's meaning.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Connection, TransactionBehavior};

use super::act::{Act, Actor};
use super::audit;
use super::db;
use super::error::Result;
use super::lane::Lane;
use super::secret::Cost;
use super::time::{At, Clock, Zone};

/// One writing connection and two reading ones on the same file.
///
/// Fields are dropped in this order: the writer closes last, so that SQLite empties the log into the one file.
pub struct Ledger {
    readers: Lane,
    writer: Lane,
    scrub_owed: Arc<AtomicBool>,
    clock: Clock,
    cost: Cost,
    zone_of: fn(&Connection) -> Result<Zone>,
    path: PathBuf,
}

impl Ledger {
    /// Puts an opened writer to work, with two readers beside it.
    pub fn new(
        path: &Path,
        writer: Connection,
        clock: Clock,
        cost: Cost,
        zone_of: fn(&Connection) -> Result<Zone>,
    ) -> Result<Self> {
        let readers = vec![db::open_reader(path)?, db::open_reader(path)?];
        Ok(Self {
            writer: Lane::new("writer", vec![writer])?,
            readers: Lane::new("reader", readers)?,
            scrub_owed: Arc::default(),
            clock,
            cost,
            zone_of,
            path: path.to_owned(),
        })
    }

    /// The library's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The clock by which everything here is dated.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Runs a verb on one consistent state of the file.
    pub fn read<T, F>(&self, actor: Actor, verb: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Act<'_>) -> Result<T> + Send + 'static,
    {
        let (now, cost, zone_of) = (self.clock.now(), self.cost, self.zone_of);
        self.readers.run(move |tx| {
            let tx = tx.transaction()?;
            verb(&Act::new(&tx, now, zone_of(&tx)?, actor, cost))
        })
    }

    /// Runs a verb and writes its audit row, both or neither.
    pub fn write<T, F>(&self, actor: Actor, command: &'static str, verb: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Act<'_>) -> Result<T> + Send + 'static,
    {
        let (clock, cost, zone_of) = (self.clock.clone(), self.cost, self.zone_of);
        let scrub_owed = Arc::clone(&self.scrub_owed);
        self.writer.run(move |connection| {
            let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let act = Act::new(&tx, clock.now(), zone_of(&tx)?, actor, cost);
            let output = verb(&act)?;
            audit::append(&act, command)?;
            if act.is_to_be_scrubbed() {
                scrub_owed.store(true, Ordering::Relaxed);
            }
            tx.commit()?;
            // What was committed is done; a log that cannot be emptied now, because a reader is at it, is emptied later.
            if scrub_owed.load(Ordering::Relaxed) && matches!(db::checkpoint(connection), Ok(true))
            {
                scrub_owed.store(false, Ordering::Relaxed);
            }
            Ok(output)
        })
    }

    /// Writes what is no part of the record, because nothing was done: a denial, a wrong try.
    pub fn jot<T, F>(&self, note: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Connection, At) -> Result<T> + Send + 'static,
    {
        let now = self.clock.now();
        self.writer.run(move |tx| {
            let tx = tx.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let output = note(&tx, now)?;
            tx.commit()?;
            Ok(output)
        })
    }
}
