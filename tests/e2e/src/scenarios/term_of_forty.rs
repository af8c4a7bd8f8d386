//! A term of sixteen weeks with forty people: it is opened, turned from week to week and back, scrolled, dragged in and
//! nudged by keys. How long it took to open, and every frame's time, are kept in `frames.txt` beside the library.

use std::fs;
use std::time::Duration;

use fantoccini::Locator;
use fantoccini::actions::{InputSource, WheelAction, WheelActions};
use serde_json::{Value, json};

use super::drag_among_sixty::{RECORD, STOP, lines};
use super::grid::{focus, later, list};
use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

const PEOPLE: usize = 40;
const WEEKS: i64 = 16;
/// Shifts of one person in a week, and of everybody.
const EACH: usize = 3;
/// One frame of the screen.
const FRAME: Duration = Duration::from_millis(16);
const SHIFTS: usize = PEOPLE * EACH;

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let term = crowd(desk).await?;
    desk.measures(&format!("location.hash = '#/schedule?day={}&span=week&by=people&zoom=60'; return null;", term.first))
        .await?;
    desk.client.wait().for_element(Locator::Css("[data-shift]")).await?;
    desk.comes_to_rest().await?;
    desk.shoots("term").await?;
    desk.opens("Staff").await?;
    desk.comes_to_rest().await?;
    let mut told = String::new();
    let opened = opens(desk, &format!("location.hash = '#/schedule?day={}&span=week&by=people&zoom=60'", term.first)).await?;
    told.push_str(&format!("opened by its address: {opened}\n"));
    desk.comes_to_rest().await?;
    desk.measures(RECORD).await?;
    for (key, times) in [("]", WEEKS - 1), ("[", WEEKS - 1)] {
        for _ in 0..times {
            turns(desk, key).await?;
        }
    }
    told.push_str(&lines("week by week", &frames(desk).await?)?);
    for span in ["week", "day"] {
        // The hand may have left it on another day of the week.
        let week = desk.ask("schedule.week", json!({ "day": term.first })).await?;
        let own = list(&week["shifts"]).iter().find(|placed| placed["shift"]["id"] == term.shift);
        let day = own.map_or(&week["first"], |own| &own["shift"]["details"]["day"]).as_str().unwrap_or_default();
        desk.measures(&format!("location.hash = '#/schedule?day={day}&span={span}&by=people&zoom=15'; return null;"))
            .await?;
        let block = format!("[data-shift='{}']", term.shift);
        desk.client.wait().for_element(Locator::Css(&block)).await?;
        desk.comes_to_rest().await?;
        desk.measures(RECORD).await?;
        scrolls(desk).await?;
        told.push_str(&lines(&format!("{span}, by wheel"), &frames(desk).await?)?);
        desk.measures(RECORD).await?;
        for way in [1, -1, 1, -1] {
            let it = desk.client.find(Locator::Css(&block)).await?;
            desk.drags(&it, 150 * way, 120 * way).await?;
        }
        told.push_str(&lines(&format!("{span}, by drag"), &frames(desk).await?)?);
        focus(desk, &block).await?;
        desk.measures(RECORD).await?;
        for key in ["Enter", "Down", "Down", "Up", "Up", "Esc"] {
            desk.strikes(key).await?;
        }
        desk.comes_to_rest().await?;
        told.push_str(&lines(&format!("{span}, by keys"), &frames(desk).await?)?);
    }
    desk.measures("document.body.replaceChildren(); return null;").await?;
    desk.measures(RECORD).await?;
    for way in [1, -1, 1, -1] {
        let body = desk.client.find(Locator::Css("body")).await?;
        desk.drags(&body, 150 * way, 120 * way).await?;
    }
    told.push_str(&lines("an empty page", &frames(desk).await?)?);
    let file = desk.library().with_file_name("frames.txt");
    fs::write(&file, &told).map_err(Trouble::file("writing", &file))
}

struct Term {
    first: String,
    /// A shift of its first week, in the upper rows.
    shift: i64,
}

async fn frames(desk: &Desk) -> Outcome<Vec<Value>> {
    let frames = desk.measures(STOP).await?;
    Ok(frames.as_array().cloned().unwrap_or_default())
}

/// Goes to an address, and tells how long it took until all shifts of a week stood there.
async fn opens(desk: &Desk, go: &str) -> Outcome<String> {
    let script = include_str!("../turning.js");
    let way = format!("document.body.insertAdjacentHTML('beforeend', '<button id=\"way_\"></button>'); document.getElementById('way_').onclick = () => {{ {go}; }}; return null;");
    desk.measures(&way).await?;
    let took = desk.client.execute_async(script, vec![json!("#way_"), json!(SHIFTS)]).await?;
    desk.measures("document.getElementById('way_').remove(); return null;").await?;
    let ms = |what: &str| took[what].as_f64().unwrap_or_default();
    Ok(format!("drawn after {:.0} ms, painted after {:.0} ms", ms("drawn"), ms("painted")))
}

/// One week on or back by its key, until it is there.
async fn turns(desk: &Desk, key: &str) -> Outcome {
    const FIRST: &str = "return [...document.querySelectorAll('[data-shift]')].map((one) => +one.dataset.shift).sort()[0] ?? null;";
    let before = desk.measures(FIRST).await?;
    desk.strikes(key).await?;
    let turned = async || {
        let now = desk.client.execute(FIRST, vec![]).await?;
        Ok((!now.is_null() && now != before).then_some(()))
    };
    desk.until("another week", turned).await
}

/// The wheel, down to the last row and up again.
async fn scrolls(desk: &Desk) -> Outcome {
    for way in [1, -1] {
        let wheel = (0..20).fold(WheelActions::new("wheel".to_owned()), |wheel, _| {
            wheel.then(WheelAction::Scroll {
                x: 500,
                y: 400,
                delta_x: 0,
                delta_y: 60 * way,
                duration: Some(FRAME),
            })
        });
        desk.client.perform_actions(wheel).await?;
    }
    Ok(())
}

/// Forty people with three shifts in each of sixteen weeks, three weeks from now.
async fn crowd(desk: &Desk) -> Outcome<Term> {
    let today = desk.today().await?;
    let week = desk.ask("schedule.week", json!({ "day": today })).await?;
    let there = list(&week["people"]).len();
    for place in there..PEOPLE {
        let details = json!({
            "name": format!("Student {place:02}"), "position": "Student worker", "email": "", "phone": "",
            "wanted_minutes": 600, "active": true,
        });
        desk.ask("staff.add", json!({ "details": details })).await?;
    }
    let first = later(desk, &week["first"], 21).await?;
    let week = desk.ask("schedule.week", json!({ "day": first })).await?;
    let people = list(&week["people"]);
    demand(people.len() >= PEOPLE, || format!("only {} people", people.len()))?;
    let desks = list(&week["desks"]);
    let mut changes = Vec::new();
    for number in 0..WEEKS {
        for on in 0..5 {
            let day = later(desk, &json!(first), 7 * number + on + 1).await?;
            for (place, one) in people.iter().enumerate().take(PEOPLE) {
                let turn = usize::try_from(on).unwrap_or_default();
                if (place + turn) % 5 < EACH {
                    let start = 540 + 60 * ((place + turn) % 6);
                    changes.push(json!({ "id": null, "before": null, "after": {
                        "staff": one["person"]["id"], "desk": desks[(place + turn) % desks.len()]["id"], "day": day,
                        "start": start, "end": start + 150, "note": "",
                    } }));
                }
            }
        }
    }
    let placed = desk.ask("schedule.change_shifts", json!({ "changes": changes })).await?;
    let shift = placed[4]["id"].as_i64().unwrap_or_default();
    let day = placed[4]["after"]["day"].as_str().unwrap_or_default().to_owned();
    Ok(Term { first: day, shift })
}
