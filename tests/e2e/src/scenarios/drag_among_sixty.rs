//! Sixty people with five shifts each: one is dragged across the day and across the week, and every frame's time is kept
//! in `frames.txt` beside the library.

use std::fs;

use fantoccini::Locator;
use serde_json::{Value, json};

use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

const PEOPLE: usize = 60;
/// Longer than this between two frames is felt.
const FELT_MS: f64 = 50.0;
/// Notes when each frame comes.
const RECORD: &str = "window.frames_ = []; let last = performance.now();
const on = (now) => { window.frames_.push(now - last); last = now; window.frame_ = requestAnimationFrame(on); };
window.frame_ = requestAnimationFrame(on); return null;";
const STOP: &str = "cancelAnimationFrame(window.frame_); return window.frames_;";

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let (day, shift) = crowd(desk).await?;
    let mut told = String::new();
    for (span, right, down) in [("day", 150, 200), ("week", 160, 200)] {
        let hash = format!("location.hash = '#/schedule?day={day}&span={span}&by=people&zoom=15'; return null;");
        desk.measures(&hash).await?;
        let block = format!("[data-shift='{shift}']");
        desk.client.wait().for_element(Locator::Css(&block)).await?;
        desk.comes_to_rest().await?;
        desk.shoots(span).await?;
        let frames = drags(desk, &block, right, down).await?;
        told.push_str(&line(span, &frames));
        let file = desk.library().with_file_name("frames.txt");
        fs::write(&file, &told).map_err(Trouble::file("writing", &file))?;
    }
    Ok(())
}

/// Drags a block there and back a few times; answers the time of each frame.
async fn drags(desk: &Desk, block: &str, right: i64, down: i64) -> Outcome<Vec<f64>> {
    desk.measures(RECORD).await?;
    for way in [1, -1, 1, -1, 1, -1] {
        let block = desk.client.find(Locator::Css(block)).await?;
        desk.drags(&block, right * way, down * way).await?;
    }
    let frames = desk.measures(STOP).await?;
    let frames = frames.as_array().into_iter().flatten().filter_map(Value::as_f64);
    let mut frames: Vec<f64> = frames.collect();
    demand(frames.len() > 2, || format!("only {} frames were drawn", frames.len()))?;
    frames.sort_by(f64::total_cmp);
    Ok(frames)
}

/// "week: 130 frames, median 16.7 ms, 99th of 100 33 ms, longest 41 ms".
fn line(span: &str, sorted: &[f64]) -> String {
    let at = |share: f64| sorted.get(((sorted.len() - 1) as f64 * share) as usize).copied().unwrap_or_default();
    let late = sorted.iter().filter(|&&frame| frame > FELT_MS).count();
    format!(
        "{span}: {} frames, median {:.1} ms, 99th of 100 {:.1} ms, longest {:.1} ms, {late} over {FELT_MS} ms\n",
        sorted.len(),
        at(0.5),
        at(0.99),
        at(1.0),
    )
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
