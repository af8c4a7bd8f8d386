//! Sixty people with five shifts each: one is dragged across the day and across the week. Every frame's time is kept in
//! `frames.txt` beside the library, with what the page did in the long ones, and with those of an empty page.

use std::fs;

use fantoccini::Locator;
use serde_json::{Value, json};

use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

const PEOPLE: usize = 60;
/// Longer than this between two frames is felt.
const FELT_MS: f64 = 50.0;
pub(super) const RECORD: &str = include_str!("../frames.js");
pub(super) const STOP: &str = "cancelAnimationFrame(window.frame_); return window.frames_;";

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let (day, shift) = crowd(desk).await?;
    let block = format!("[data-shift='{shift}']");
    let mut told = String::new();
    for (span, right, down) in [("day", 150, 200), ("week", 160, 200)] {
        let hash = format!("location.hash = '#/schedule?day={day}&span={span}&by=people&zoom=15'; return null;");
        desk.measures(&hash).await?;
        desk.client.wait().for_element(Locator::Css(&block)).await?;
        desk.comes_to_rest().await?;
        desk.shoots(span).await?;
        told.push_str(&lines(span, &drags(desk, &block, right, down).await?)?);
    }
    desk.measures("document.body.replaceChildren(); return null;").await?;
    told.push_str(&lines("an empty page", &drags(desk, "body", 150, 200).await?)?);
    let file = desk.library().with_file_name("frames.txt");
    fs::write(&file, &told).map_err(Trouble::file("writing", &file))
}

/// Drags a block there and back a few times; answers each frame.
async fn drags(desk: &Desk, block: &str, right: i64, down: i64) -> Outcome<Vec<Value>> {
    desk.measures(RECORD).await?;
    for way in [1, -1, 1, -1, 1, -1] {
        let block = desk.client.find(Locator::Css(block)).await?;
        desk.drags(&block, right * way, down * way).await?;
    }
    let frames = desk.measures(STOP).await?;
    Ok(frames.as_array().cloned().unwrap_or_default())
}

/// "week: 130 frames, median 16.7 ms, 99th of 100 33 ms, longest 41 ms", and a line for each long one.
pub(super) fn lines(what: &str, frames: &[Value]) -> Outcome<String> {
    demand(frames.len() > 2, || format!("only {} frames were drawn", frames.len()))?;
    let ms = |frame: &Value| frame["ms"].as_f64().unwrap_or_default();
    let mut sorted: Vec<f64> = frames.iter().map(ms).collect();
    sorted.sort_by(f64::total_cmp);
    let at = |share: f64| sorted[((sorted.len() - 1) as f64 * share) as usize];
    let late = frames.iter().filter(|frame| ms(frame) > FELT_MS);
    let mut told = format!(
        "{what}: {} frames, median {:.1} ms, 99th of 100 {:.1} ms, longest {:.1} ms, {} over {FELT_MS} ms\n",
        sorted.len(),
        at(0.5),
        at(0.99),
        at(1.0),
        late.clone().count(),
    );
    for frame in late {
        told.push_str(&format!("  {} ms: {}\n", ms(frame), frame["did"].as_str().unwrap_or_default()));
    }
    Ok(told)
}

/// Sixty people with a week full of shifts; answers a day of it and a shift in its upper rows.
async fn crowd(desk: &Desk) -> Outcome<(String, i64)> {
    let today = desk.today().await?;
    let week = desk.ask("schedule.week", json!({ "day": today })).await?;
    let there = week["people"].as_array().map_or(0, Vec::len);
    for place in there..PEOPLE {
        let details = json!({
            "name": format!("Student {place:02}"), "position": "Student worker", "email": "", "phone": "",
            "wanted_minutes": 600, "active": true,
        });
        desk.ask("staff.add", json!({ "details": details })).await?;
    }
    const LATER: &str = "return [23, 24, 25, 26, 27].map((days) => { const d = new Date(arguments[0]); d.setUTCDate(d.getUTCDate() + days); return d.toISOString().slice(0, 10); });";
    let days = desk.client.execute(LATER, vec![week["first"].clone()]).await?;
    let days = days.as_array().cloned().unwrap_or_default();
    let week = desk.ask("schedule.week", json!({ "day": days[0] })).await?;
    let people = week["people"].as_array().cloned().unwrap_or_default();
    let desks = week["desks"].as_array().cloned().unwrap_or_default();
    let changes = people.iter().enumerate().flat_map(|(place, one)| {
        let (desks, days) = (&desks, &days);
        days.iter().enumerate().map(move |(on, day)| {
            let start = 540 + 60 * ((place + on) % 6);
            json!({ "id": null, "before": null, "after": {
                "staff": one["person"]["id"], "desk": desks[(place + on) % desks.len()]["id"], "day": day,
                "start": start, "end": start + 150, "note": "",
            } })
        })
    });
    let changes: Vec<Value> = changes.collect();
    let placed = desk.ask("schedule.change_shifts", json!({ "changes": changes })).await?;
    let first = placed[10]["id"].as_i64().unwrap_or_default();
    let day = days[0].as_str().unwrap_or_default().to_owned();
    Ok((day, first))
}
