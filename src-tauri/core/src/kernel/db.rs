//! The one opener of a library file: every pragma with its reason, set and asserted. It knows no table.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::error::{Error, Result};
use super::lock::beside;
use super::time::At;

/// "Carl" in ASCII, in the file's header, so that a foreign database is never taken for a library.
const APPLICATION_ID: i64 = 0x4361_726c;

/// The oldest SQLite with the fixes that a library needs (3.51.3), as `sqlite3_libversion_number` writes it.
const OLDEST_SQLITE: i32 = 3_051_003;

/// How long a connection waits for another's lock, such as the command line's.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many statements a connection keeps ready.
const STATEMENTS: usize = 512;

/// The most memory for pages that a connection keeps, in kibibytes as SQLite writes it.
const CACHE: &str = "-16384";

/// The same while every page is read once.
const PASSING_CACHE: &str = "-1024";

/// The same while a draft is written.
const DRAFT_CACHE: &str = "-393216";

/// Pages copied between two looks at whether to stop: a quarter of a megabyte.
const PAGES_A_STEP: i32 = 64;

/// How hard a commit holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// On disk before it is answered.
    Full,
    /// Left to the system, for a file that can be made anew.
    Rebuildable,
    /// The same, and many commands share a commit: for a file that nobody else opens before it is closed, such as a demo
    /// library while it is generated.
    Draft,
}

/// Opens the library for writing, creating the file when there is none.
pub fn open_writer(path: &Path, durability: Durability) -> Result<Connection> {
    assert_version()?;
    let tx = Connection::open(path)?;
    refuse_foreign(&tx, path)?;
    // Readers go on while the one writer writes.
    set(&tx, "journal_mode", "wal")?;
    // In WAL mode only FULL syncs each commit, so that a power cut loses no acknowledged scan.
    set(
        &tx,
        "synchronous",
        if durability == Durability::Full {
            "2"
        } else {
            "0"
        },
    )?;
    // Deleted names are overwritten, not just unlinked: the file must not keep what the library forgot.
    set(&tx, "secure_delete", "1")?;
    if cfg!(target_os = "macos") {
        // A plain fsync on macOS leaves the data in the drive's cache.
        set(&tx, "fullfsync", "1")?;
        set(&tx, "checkpoint_fullfsync", "1")?;
    }
    set_common(&tx)?;
    if durability == Durability::Draft {
        // What waits for its commit is kept in memory.
        set(&tx, "cache_size", DRAFT_CACHE)?;
        // And so is what each command would need to be taken back alone.
        set(&tx, "temp_store", "2")?;
    }
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(tx)
}

/// Opens the library for reading beside the writer.
pub fn open_reader(path: &Path) -> Result<Connection> {
    assert_version()?;
    let tx = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    refuse_foreign(&tx, path)?;
    set_common(&tx)?;
    // A read must not write, even by mistake.
    set(&tx, "query_only", "1")?;
    Ok(tx)
}

/// Empties the write-ahead log into the file, so that no freed page lives on in it. Answers whether all of it went. It
/// does not wait for a reader: a desk must not stand still while a backup reads.
pub fn checkpoint(tx: &Connection) -> Result<bool> {
    tx.busy_timeout(Duration::ZERO)?;
    let busy: rusqlite::Result<i64> =
        tx.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0));
    tx.busy_timeout(PATIENCE)?;
    Ok(busy? == 0)
}

/// How many bytes the library's pages take.
pub fn size(tx: &Connection) -> Result<u64> {
    let read = |pragma: &str| tx.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    Ok((read("page_count")? * read("page_size")?).unsigned_abs())
}

/// Copies every page of the state that `from`'s open transaction sees into a file that is not there yet, and tells how
/// many are done of how many. Writers go on meanwhile: what they write is not in the copy.
pub fn copy_pages(
    from: &Connection,
    target: &Path,
    mut each: impl FnMut(usize, usize) -> Result<()>,
) -> Result<()> {
    let mut copy = Connection::open(target)?;
    {
        let pages = Backup::new(from, &mut copy)?;
        loop {
            let done = pages.step(PAGES_A_STEP)?;
            let progress = pages.progress();
            let (left, total) = (progress.remaining, progress.pagecount);
            each(
                usize::try_from(total - left).unwrap_or(0),
                usize::try_from(total).unwrap_or(0),
            )?;
            if done == StepResult::Done {
                break;
            }
            if done != StepResult::More {
                std::thread::sleep(Duration::from_millis(5));
            }
        }
    }
    // A copy is one file that opens anywhere, also where nothing can be written beside it.
    set(&copy, "journal_mode", "delete")?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// A quick look at the file at each start: whether its pages hold together. Rows and indexes at odds with each other
/// are no reason to keep a library shut; `faults` tells them.
pub fn is_sound(tx: &Connection) -> Result<bool> {
    let at_odds = [
        "constraint failed",
        "NULL value",
        "non-unique",
        "missing from index",
        "wrong # of entries",
        "inverted index",
    ];
    // Each page is looked at once, and none need stay.
    let before: i64 = tx.pragma_query_value(None, "cache_size", |row| row.get(0))?;
    set(tx, "cache_size", PASSING_CACHE)?;
    let looked = tx.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    set(tx, "cache_size", &before.to_string())?;
    match looked {
        Ok(line) => Ok(line == "ok" || at_odds.iter().any(|words| line.contains(words))),
        Err(error) if Error::from_sqlite_damage(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// What SQLite itself finds wrong with the file: pages, indexes, column types and foreign keys. Empty when sound.
pub fn faults(tx: &Connection) -> Result<Vec<String>> {
    let mut faults: Vec<String> = tx
        .prepare("PRAGMA integrity_check(20)")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    faults.retain(|line| line != "ok");
    let mut orphans = tx.prepare("PRAGMA foreign_key_check")?;
    let mut rows = orphans.query([])?;
    while let Some(row) = rows.next()? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        faults.push(format!(
            "a row of {table} points to a row of {parent} that is not there"
        ));
    }
    Ok(faults)
}

/// Moves a damaged library and its log aside, named by the time; nothing is deleted.
pub fn move_aside(path: &Path, now: At) -> Result<PathBuf> {
    let stamp = now.to_string().replace([':', '.'], "-");
    let aside = beside(path, &format!(".damaged-{stamp}"));
    for ending in ["", "-wal", "-shm"] {
        let part = beside(path, ending);
        if part.exists() {
            std::fs::rename(part, beside(&aside, ending))?;
        }
    }
    Ok(aside)
}

/// Closes a damaged library as it is: closing would write the log into it otherwise.
pub fn close_without_checkpoint(tx: Connection) -> Result<()> {
    tx.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(tx.close().map_err(|(_, error)| error)?)
}

fn assert_version() -> Result<()> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(Error::Internal(format!(
            "SQLite {} is too old",
            rusqlite::version()
        )));
    }
    Ok(())
}

fn set_common(tx: &Connection) -> Result<()> {
    // A scan runs some thirty statements: as many as all of Carrel's are kept ready, where 16 would crowd one another out.
    tx.set_prepared_statement_cache_capacity(STATEMENTS);
    // A plan is made once: otherwise a bound value may change it, and most statements are planned anew each time they run.
    tx.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // In a library of a million loans a scan's pages are not among 2 MB of others.
    set(tx, "cache_size", CACHE)?;
    // Bundled SQLite has them on by default; a build that does not must not pass unseen.
    set(tx, "foreign_keys", "1")?;
    // A file from elsewhere must not run functions through its views and triggers.
    set(tx, "trusted_schema", "0")?;
    tx.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // The command line may read at the moment of a checkpoint.
    tx.busy_timeout(PATIENCE)?;
    Ok(())
}

fn set(tx: &Connection, pragma: &str, wanted: &str) -> Result<()> {
    tx.pragma_update(None, pragma, wanted)?;
    let is = tx.pragma_query_value(None, pragma, |row| {
        let value = row.get_ref(0)?;
        Ok(value.as_i64().map_or_else(
            |_| value.as_str().unwrap_or_default().to_owned(),
            |number| number.to_string(),
        ))
    })?;
    if is == wanted {
        Ok(())
    } else {
        Err(Error::Internal(format!(
            "pragma {pragma} is {is} instead of {wanted}"
        )))
    }
}

fn refuse_foreign(tx: &Connection, path: &Path) -> Result<()> {
    let damaged = |what: &str| Error::Damaged(format!("{} {what}", path.display()));
    let read = |pragma: &str| tx.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let id = read("application_id").map_err(|error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase | rusqlite::ErrorCode::DatabaseCorrupt) => {
            damaged("is no sound library")
        }
        _ => Error::Sqlite(error),
    })?;
    let empty = read("schema_version")? == 0;
    if id == APPLICATION_ID || (id == 0 && empty) {
        Ok(())
    } else {
        Err(damaged("is a database, but no library"))
    }
}
