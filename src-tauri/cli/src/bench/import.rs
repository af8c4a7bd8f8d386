//! `import`: rows a second of patrons, items and open loans from files, each row by itself, the figures held against
//! what the files are known to hold.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use carrel_core::front::{Core, Surroundings};
use carrel_core::kernel::{Clock, Cost};

use super::Measure;
use super::made::{self, Truth};
use crate::door::Door;
use crate::stop::Stop;

/// Rows of patrons, of items and of loans.
const ROWS: [u64; 3] = [100_000, 100_000, 20_000];

/// Bytes of a file handed over at a time.
const PIECE: usize = 1 << 20;

pub(crate) fn import() -> Result<Vec<Measure>, Stop> {
    let folder =
        tempfile::tempdir().map_err(|error| Stop::cannot("make a folder for the bench", error))?;
    let truths = files(folder.path())?;
    let surroundings = Surroundings {
        cost: Cost::Test,
        clock: Clock::System,
        ..Surroundings::of_a_desk(folder.path().join("exports"), |_| Ok(()))
    };
    let core = Core::open(&folder.path().join("import.carrel"), surroundings)?;
    let door = Door::at(core);
    let first =
        json!({ "library": "Bench", "zone": "UTC", "name": "Bench", "passphrase": "bench bench" });
    door.call("accounts.create_first", first)?;
    let names = ["import_patrons", "import_items", "import_loans"];
    let kinds = ["patrons", "items", "loans"];
    let mut measures = Vec::new();
    for ((name, kind), truth) in names.into_iter().zip(kinds).zip(truths) {
        let file = folder.path().join(format!("{kind}.csv"));
        measures.push(Measure {
            name,
            value: one(&door, kind, &file, truth)?,
            unit: "rows_per_s",
            command: "transfer.run".into(),
        });
    }
    Ok(measures)
}

/// Writes the three files to a folder.
pub(super) fn files(folder: &Path) -> Result<[Truth; 3], Stop> {
    let cannot = |error| Stop::cannot(format!("write to {}", folder.display()), error);
    let [patrons, items, loans] = ROWS;
    Ok([
        made::patrons(&folder.join("patrons.csv"), patrons).map_err(cannot)?,
        made::items(&folder.join("items.csv"), items).map_err(cannot)?,
        made::loans(&folder.join("loans.csv"), loans, patrons, items).map_err(cannot)?,
    ])
}

/// Rows a second, from the first byte handed over to the last row kept.
fn one(door: &Door, kind: &str, file: &Path, truth: Truth) -> Result<f64, Stop> {
    let began = door.now();
    let bytes = std::fs::read(file)
        .map_err(|error| Stop::cannot(format!("read {}", file.display()), error))?;
    let pieces = bytes.chunks(PIECE).count();
    let mut staged = json!({});
    for (place, piece) in bytes.chunks(PIECE).enumerate() {
        let input = json!({
            "file": staged["file"], "name": "made.csv", "base64": STANDARD.encode(piece), "last": place + 1 == pieces,
        });
        staged = door.call("transfer.stage", input)?.output;
    }
    let suggestions = staged["inspection"]["suggestions"].as_array();
    let mapping = suggestions
        .into_iter()
        .flatten()
        .map(|suggestion| &suggestion["mapping"])
        .find(|mapping| mapping["kind"] == kind);
    let input = json!({ "file": staged["file"], "mapping": mapping, "mode": "keep" });
    let report = door.call("transfer.run", input)?.output;
    let millis = (door.now().millis() - began.millis()).max(1);
    judge(kind, &report, truth)?;
    Ok(
        f64::from(u32::try_from(truth.rows).unwrap_or(u32::MAX)) * 1000.0
            / f64::from(i32::try_from(millis).unwrap_or(i32::MAX)),
    )
}

/// The figures must be those that the file was made with.
fn judge(kind: &str, report: &Value, truth: Truth) -> Result<(), Stop> {
    let (added, refused) = (&report["added"], &report["refused"]);
    if *added == json!(truth.rows - truth.broken) && *refused == json!(truth.broken) {
        return Ok(());
    }
    Err(Stop::cannot(
        format!("import the {kind}"),
        format!("{added} came in and {refused} not, of {truth:?}"),
    ))
}
