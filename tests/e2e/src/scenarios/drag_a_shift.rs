//! A shift is dragged to another hour, onto another one of the same person, and away again; the conflict says itself.

use serde_json::{Value, json};

use super::people::MAYA;
use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

const HOUR: i64 = 60;
/// How wide an hour is on the grid of a day.
const WIDTH: &str = "return document.querySelector('[data-track]')?.getBoundingClientRect().width;";

/// Two shifts of one person on an open day; the first is dragged by three hours and back.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let scene = Scene::set(desk).await?;
    desk.measures(&format!("location.hash = '#/schedule?day={}&span=day&by=people'; return null;", scene.day)).await?;
    desk.finds("any", "Shifts, ").await?;
    let person = desk.finds("press", &scene.person).await?;
    demand(person.is_displayed().await?, || format!("{} is not on the grid", scene.person))?;
    desk.shoots("before").await?;
    scene.drag_first(desk, 3).await?;
    desk.sees("Double booked: also at").await?;
    desk.shows("double-booked").await?;
    scene.drag_first(desk, -3).await?;
    desk.sees_no_more("Double booked: also at").await?;
    desk.shoots("after").await
}

struct Scene {
    day: String,
    person: String,
    first: Value,
    hours: i64,
}

impl Scene {
    /// Somebody without work on a day with hours enough gets two shifts, two hours apart.
    async fn set(desk: &Desk) -> Outcome<Self> {
        let week = desk.ask("schedule.week", json!({ "day": desk.today().await? })).await?;
        let long = |day: &&Value| day["closes"].as_i64().zip(day["opens"].as_i64()).is_some_and(|(to, from)| to - from >= 6 * HOUR);
        let day = list(&week["days"]).iter().rfind(long).ok_or_else(|| Trouble::not_so("the library is not open for 6 hours on any day"))?;
        let opens = day["opens"].as_i64().unwrap_or_default();
        let is_off = |person: &&Value| !list(&week["shifts"]).iter().any(|shift| {
            shift["shift"]["details"]["day"] == day["day"] && shift["shift"]["details"]["staff"] == person["person"]["id"]
        });
        let person = list(&week["people"]).iter().find(is_off).ok_or_else(|| Trouble::not_so("everybody works on that day"))?;
        let [here, .., there] = list(&week["desks"]) else {
            return Err(Trouble::not_so("the demo library has fewer than two desks"));
        };
        let place = async |at: &Value, from: i64| {
            let details = json!({
                "staff": person["person"]["id"], "desk": at["id"], "day": day["day"],
                "start": from, "end": from + 2 * HOUR, "note": "",
            });
            desk.ask("schedule.place_shift", json!({ "details": details })).await
        };
        let first = place(here, opens).await?;
        place(there, opens + 4 * HOUR).await?;
        let hours = week["to"].as_i64().unwrap_or_default() - week["from"].as_i64().unwrap_or_default();
        Ok(Self {
            day: text(&day["day"])?,
            person: text(&person["person"]["details"]["name"])?,
            first: first["shift"].clone(),
            hours: hours / HOUR,
        })
    }

    /// Drags the first shift by hours, and waits until the file says so.
    async fn drag_first(&self, desk: &Desk, by: i64) -> Outcome {
        let block = format!("[data-shift='{}']", self.first["id"]);
        let block = desk.client.find(fantoccini::Locator::Css(&block)).await?;
        let before = self.start(desk).await?;
        let width = desk.measures(WIDTH).await?.as_f64().unwrap_or_default();
        let hour = width / self.hours as f64;
        desk.drags(&block, (hour * by as f64).round() as i64, 0).await?;
        let wanted = before + by * HOUR;
        for _ in 0..50 {
            if self.start(desk).await? == wanted {
                return Ok(());
            }
        }
        let now = self.start(desk).await?;
        demand(now == wanted, || format!("dragged from {before} by {by} h, the shift begins at {now}"))
    }

    async fn start(&self, desk: &Desk) -> Outcome<i64> {
        let week = desk.ask("schedule.week", json!({ "day": self.day })).await?;
        let mine = list(&week["shifts"]).iter().find(|placed| placed["shift"]["id"] == self.first["id"]);
        let start = mine.and_then(|placed| placed["shift"]["details"]["start"].as_i64());
        start.ok_or_else(|| Trouble::not_so("the shift is gone"))
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
