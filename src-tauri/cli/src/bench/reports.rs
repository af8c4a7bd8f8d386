//! `reports`: how long the year's usage report takes in the large library, on screen and as pages.

use serde_json::json;

use super::ground::{Ground, TODAY};
use super::times::Times;
use super::{Measure, measure};
use crate::door::Door;
use crate::stop::Stop;

/// How often each is asked for.
const TIMES: u32 = 5;

/// The first day of the year that is reported.
const FROM: &str = "2025-11-21";

pub(crate) fn reports(ground: &Ground) -> Result<Vec<Measure>, Stop> {
    let copied = ground.open(&ground.large()?)?;
    let door = Door::sitting(copied.core.clone(), copied.desk);
    let (mut shown, mut printed, mut today) =
        (Times::default(), Times::default(), Times::default());
    for _ in 0..ground.times(TIMES) {
        let period = json!({ "from": FROM, "to": TODAY });
        shown.of(|| door.call("reports.usage", period))?;
        let wishes = json!({
            "report": "usage", "from": FROM, "to": TODAY, "paper": "letter", "format": "pdf",
        });
        printed.of(|| door.call("reports.print", wishes))?;
        today.of(|| door.call("today.overview", json!({})))?;
    }
    let ms = |times: &Times| times.median() / 1000.0;
    let year = format!("reports.usage, {FROM} to {TODAY} of {} loans", ground.loans);
    Ok(vec![
        measure("report_usage_year", ms(&shown), "ms", year),
        measure(
            "report_usage_pages",
            ms(&printed),
            "ms",
            "reports.print, the same as PDF",
        ),
        measure("today", ms(&today), "ms", "today.overview"),
    ])
}
