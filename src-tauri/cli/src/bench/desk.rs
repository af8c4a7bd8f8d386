//! `desk`: scans a second at a desk, each one on the disk before it is answered, beside what SQLite alone could do.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use carrel_core::front::{Core, SessionId, Surroundings};
use carrel_core::kernel::db::{self, Durability};
use carrel_core::kernel::{Clock, Cost};

use super::{Measure, store};
use crate::stop::Stop;

/// Check-outs measured, and as many check-ins.
const LOANS: u32 = 400;

/// Seconds between two scans on the library's clock: past the time in which a second scan is the scanner's stutter.
const SECONDS: i64 = 61;

pub(crate) fn desk() -> Result<Vec<Measure>, Stop> {
    let folder =
        tempfile::tempdir().map_err(|error| Stop::cannot("make a folder for the bench", error))?;
    let (out, back) = scans(&folder.path().join("desk.carrel"))?;
    let bare = bare(&folder.path().join("bare.carrel"))?;
    Ok(vec![
        measure("desk_check_out", out, "circulation.check_out"),
        measure("desk_check_in", back, "circulation.check_in"),
        measure("desk_bare_sqlite", bare, "insert of as many rows"),
    ])
}

fn measure(name: &'static str, took: Duration, command: &'static str) -> Measure {
    Measure {
        name,
        value: f64::from(LOANS) / took.as_secs_f64(),
        unit: "per_s",
        command,
    }
}

/// Lends and takes back through the front door; one item a loan, two loans a patron.
fn scans(library: &Path) -> Result<(Duration, Duration), Stop> {
    let surroundings = Surroundings {
        clock: Clock::manual(Clock::System.now()),
        cost: Cost::Test,
        ..Surroundings::of_a_desk(library.with_extension("exports"), |_| Ok(()))
    };
    let core = Core::open(library, surroundings)?;
    let session = core.open_session();
    let first =
        json!({ "library": "Bench", "zone": "UTC", "name": "Bench", "passphrase": "bench bench" });
    core.call(session, "accounts.create_first", first)?;
    let pairs = stock(&core, session)?;
    let inputs =
        |pair: &(Value, Value)| json!({ "patron": pair.0, "item": pair.1, "override": null });
    let out = time(
        &core,
        session,
        "circulation.check_out",
        pairs.iter().map(inputs),
    )?;
    let inputs = |pair: &(Value, Value)| json!({ "item": pair.1 });
    let back = time(
        &core,
        session,
        "circulation.check_in",
        pairs.iter().map(inputs),
    )?;
    Ok((out, back))
}

/// A patron and an item for each loan.
fn stock(core: &Core, session: SessionId) -> Result<Vec<(Value, Value)>, Stop> {
    let mut pairs = Vec::new();
    let mut patron = Value::Null;
    for place in 0..LOANS {
        if place % 2 == 0 {
            let details =
                json!({ "card": format!("P{place}"), "family_name": "Reader", "category": 1 });
            patron = core
                .call(session, "patrons.register", json!({ "details": details }))?
                .output["id"]
                .take();
        }
        let title = json!({ "kind": "new", "details": { "title": format!("Title {place}") } });
        let details = json!({ "barcode": format!("I{place}"), "item_type": 1 });
        let row = core.call(
            session,
            "catalog.add_item",
            json!({ "title": title, "details": details }),
        )?;
        pairs.push((patron.clone(), row.output["item"]["id"].clone()));
    }
    Ok(pairs)
}

fn time(
    core: &Core,
    session: SessionId,
    command: &str,
    inputs: impl Iterator<Item = Value>,
) -> Result<Duration, Stop> {
    let mut took = Duration::ZERO;
    for input in inputs {
        core.clock().set(core.clock().now().plus_seconds(SECONDS));
        let watch = Instant::now();
        core.call(session, command, input)?;
        took += watch.elapsed();
    }
    Ok(took)
}

/// As many transactions of as many rows as a check-out writes, under the library's own pragmas, without any rule.
fn bare(file: &Path) -> Result<Duration, Stop> {
    let mut connection = db::open_writer(file, Durability::Full)?;
    let cannot = |error: rusqlite::Error| Stop::from(carrel_core::kernel::Error::from(error));
    store::prepare(&connection).map_err(cannot)?;
    let watch = Instant::now();
    for place in 0..LOANS {
        store::write_loan(&mut connection, place).map_err(cannot)?;
    }
    Ok(watch.elapsed())
}
