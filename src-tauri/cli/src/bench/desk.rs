//! `desk`: a check-out through the front door, beside the same rows written by a bare transaction into a copy of the same
//! file under the same pragmas, and beside itself in a small library.

use std::path::Path;

use serde_json::{Value, json};

use carrel_core::kernel::db::{self, Durability};

use super::ground::{Copied, Ground};
use super::times::Times;
use super::{Measure, measure, ratio, store};
use crate::stop::Stop;

/// Check-outs measured, after those that warm up.
const MEASURED: u32 = 500;
const WARM_UP: u32 = 50;

/// Seconds between two scans on the library's clock: past the time in which a second scan is the scanner's stutter.
const SECONDS: i64 = 61;

/// What was measured in one library.
struct Scans {
    out: Times,
    back: Times,
    bare: Times,
}

pub(crate) fn desk(ground: &Ground) -> Result<Vec<Measure>, Stop> {
    let large = scans(ground, &ground.large()?)?;
    let small = scans(ground, &ground.small()?)?;
    let (out, back, bare) = (large.out.median(), large.back.median(), large.bare.median());
    let at_most = format!("circulation.check_out, {} loans", ground.loans);
    Ok(vec![
        measure("desk_check_out", out, "us", at_most),
        measure(
            "desk_check_out_slow",
            large.out.at(99),
            "us",
            "the same, 99 in 100 are faster",
        ),
        measure(
            "desk_bare",
            bare,
            "us",
            "the same rows in a bare rusqlite transaction, same pragmas",
        ),
        ratio("desk_to_bare", out / bare, 1.5),
        measure(
            "desk_check_out_small",
            small.out.median(),
            "us",
            "circulation.check_out, a small library's year",
        ),
        ratio("desk_to_small", out / small.out.median(), 1.3),
        measure("desk_check_in", back, "us", "circulation.check_in"),
    ])
}

/// Lends and takes back in a copy of a library; after each loan its rows are written bare into another copy.
fn scans(ground: &Ground, library: &Path) -> Result<Scans, Stop> {
    let copied = ground.open(library)?;
    let (other, _folder) = ground.copy(library)?;
    let cannot = |error: rusqlite::Error| Stop::from(carrel_core::kernel::Error::from(error));
    let look = db::open_reader(&copied.file)?;
    let mut bare = db::open_writer(&other, Durability::Full)?;
    let (measured, warm_up) = (ground.times(MEASURED), ground.times(WARM_UP));
    let pairs = store::pairs(&look, measured + warm_up).map_err(cannot)?;
    let mut scans = Scans {
        out: Times::default(),
        back: Times::default(),
        bare: Times::default(),
    };
    let mut lent = Vec::new();
    for (patron, item) in pairs {
        let input = json!({ "patron": patron, "item": item, "override": null });
        let mut out = Times::default();
        let Ok(loan) = out.of(|| scan(&copied, "circulation.check_out", input)) else {
            continue;
        };
        let loan = loan["loan"]["id"].as_i64().unwrap_or_default();
        let rows = store::rows_of(&look, loan).map_err(cannot)?;
        let mut alone = Times::default();
        alone
            .of(|| store::write_bare(&mut bare, &rows))
            .map_err(cannot)?;
        lent.push(item);
        if lent.len() > warm_up as usize {
            scans.out.also(out);
            scans.bare.also(alone);
        }
    }
    if scans.out.count() == 0 {
        return Err(Stop::cannot("measure the desk", "nothing could be lent"));
    }
    insist_on_the_same(&look, &bare)?;
    for item in lent {
        let input = json!({ "item": item });
        scans
            .back
            .of(|| scan(&copied, "circulation.check_in", input))?;
    }
    Ok(scans)
}

fn scan(copied: &Copied, command: &str, input: Value) -> Result<Value, Stop> {
    let answer = copied.core.call(copied.desk, command, input)?;
    let clock = copied.core.clock();
    clock.set(clock.now().plus_seconds(SECONDS));
    Ok(answer.output)
}

/// The two files must hold the same, or something else was measured.
fn insist_on_the_same(
    one: &rusqlite::Connection,
    other: &rusqlite::Connection,
) -> Result<(), Stop> {
    let cannot = |error: rusqlite::Error| Stop::from(carrel_core::kernel::Error::from(error));
    let (one, other) = (
        store::newest(one).map_err(cannot)?,
        store::newest(other).map_err(cannot)?,
    );
    if one == other {
        return Ok(());
    }
    Err(Stop::cannot(
        "compare the two",
        format!("they wrote different rows:\n{one:?}\n{other:?}"),
    ))
}
