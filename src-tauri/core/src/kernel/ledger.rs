//! The open library: short transactions with the clock read once, the audit row inside, all or nothing. It knows no command's meaning.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Connection, DropBehavior, TransactionBehavior};

use super::act::{Act, Actor};
use super::audit;
use super::db;
use super::error::Result;
use super::lane::Lane;
use super::secret::Cost;
use super::store;
use super::time::{At, Clock, Zone};

/// One writing connection and two reading ones on the same file.
///
/// Fields are dropped in this order: the writer closes last, so that SQLite empties the log into the one file.
pub struct Ledger {
    readers: Lane,
    writer: Lane,
    scrub_owed: Arc<AtomicBool>,
    commits: Commits,
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
            commits: Commits::Each,
            clock,
            cost,
            zone_of,
            path: path.to_owned(),
        })
    }

    /// The same for a draft, into which nobody looks before it is closed: many commands share a commit, each with its own
    /// act and audit row as ever.
    #[must_use]
    pub fn of_a_draft(mut self) -> Self {
        self.commits = Commits::Seldom;
        self
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
        match self.commits {
            Commits::Each => self.readers.run(move |tx| {
                let tx = tx.transaction()?;
                verb(&Act::new(&tx, now, zone_of(&tx)?, actor, cost))
            }),
            // The readers do not see yet what waits for its commit.
            Commits::Seldom => self
                .writer
                .run(move |tx| verb(&Act::new(tx, now, zone_of(tx)?, actor, cost))),
        }
    }

    /// Runs a verb and writes its audit row, both or neither.
    pub fn write<T, F>(&self, actor: Actor, command: &'static str, verb: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Act<'_>) -> Result<T> + Send + 'static,
    {
        let (clock, cost, zone_of) = (self.clock.clone(), self.cost, self.zone_of);
        let scrub_owed = Arc::clone(&self.scrub_owed);
        let commits = self.commits;
        self.writer.run(move |connection| {
            let output = commits.within(connection, |tx| {
                let act = Act::new(tx, clock.now(), zone_of(tx)?, actor, cost);
                let output = verb(&act)?;
                audit::append(&act, command)?;
                if act.is_to_be_scrubbed() {
                    scrub_owed.store(true, Ordering::Relaxed);
                }
                Ok(output)
            })?;
            // What was committed is done; a log that cannot be emptied now, because a reader is at it, is emptied later.
            let is_owed = scrub_owed.load(Ordering::Relaxed) && connection.is_autocommit();
            if is_owed && matches!(db::checkpoint(connection), Ok(true)) {
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
        let (now, commits) = (self.clock.now(), self.commits);
        self.writer
            .run(move |connection| commits.within(connection, |tx| note(tx, now)))
    }
}

impl Drop for Ledger {
    fn drop(&mut self) {
        if self.commits == Commits::Seldom {
            // A draft that cannot be finished is found out by whoever opens it: its commands are not there.
            let _ = self.writer.run(|tx| store::commit_draft(tx));
        }
    }
}

/// When what commands wrote is committed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Commits {
    /// At the end of each command.
    Each,
    /// When much has gathered.
    Seldom,
}

/// Rows that gather in a draft before they are committed.
const GATHERED: u64 = 200_000;

impl Commits {
    /// Does some work wholly or not at all.
    fn within<T>(
        self,
        connection: &mut Connection,
        work: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T> {
        if self == Self::Each {
            let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let output = work(&tx)?;
            tx.commit()?;
            return Ok(output);
        }
        if connection.is_autocommit() {
            let mut tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            tx.set_drop_behavior(DropBehavior::Ignore);
        }
        let before = connection.total_changes() / GATHERED;
        let savepoint = connection.savepoint()?;
        let output = work(&savepoint)?;
        savepoint.commit()?;
        if connection.total_changes() / GATHERED != before {
            store::commit_draft(connection)?;
        }
        Ok(output)
    }
}
