//! What the other scenarios do with one hand, with the other: shifts moved, split, merged and given a desk by keys;
//! swapped, copied and removed by buttons and pointer; last week copied; and what speaks against a shift, in words.

use fantoccini::Locator;
use serde_json::{Value, json};

use super::people::MAYA;
use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble};

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let scene = Scene::find(desk).await?;
    scene.moves_and_splits_by_keys(desk).await?;
    scene.swaps_and_removes_by_buttons(desk).await?;
    scene.copies_with_alt(desk).await?;
    scene.is_told_what_speaks_against_it(desk).await?;
    scene.copies_last_week(desk).await?;
    scene.turns_to_the_desks(desk).await
}

/// An empty week, and the first people of the list.
struct Scene {
    day: String,
    people: Vec<i64>,
    desks: Vec<i64>,
}

impl Scene {
    async fn find(desk: &Desk) -> Outcome<Self> {
        let week = desk.ask("schedule.week", json!({ "day": desk.today().await? })).await?;
        let ids = |list: &Value, of: fn(&Value) -> &Value| -> Vec<i64> {
            list.as_array().into_iter().flatten().filter_map(|one| of(one).as_i64()).take(3).collect()
        };
        Ok(Self {
            day: later(desk, &week["first"], 29).await?,
            people: ids(&week["people"], |one| &one["person"]["id"]),
            desks: ids(&week["desks"], |one| &one["id"]),
        })
    }

    async fn opens(&self, desk: &Desk, span: &str, by: &str) -> Outcome {
        let hash = format!("location.hash = '#/schedule?day={}&span={span}&by={by}&zoom=30'; return null;", self.day);
        desk.measures(&hash).await?;
        desk.client.wait().for_element(Locator::Css("[data-row]")).await?;
        desk.comes_to_rest().await
    }

    async fn places(&self, desk: &Desk, person: usize, start: i64, end: i64) -> Outcome<Value> {
        let details = json!({
            "staff": self.people[person], "desk": self.desks[0], "day": self.day, "start": start, "end": end, "note": "",
        });
        let placed = desk.ask("schedule.place_shift", json!({ "details": details })).await?;
        Ok(placed["shift"].clone())
    }

    async fn shifts(&self, desk: &Desk) -> Outcome<Vec<Value>> {
        let week = desk.ask("schedule.week", json!({ "day": self.day })).await?;
        let shifts = week["shifts"].as_array().into_iter().flatten();
        Ok(shifts.map(|placed| placed["shift"].clone()).collect())
    }

    async fn waits(&self, desk: &Desk, what: &str, wanted: impl Fn(&[Value]) -> bool) -> Outcome {
        for _ in 0..100 {
            if wanted(&self.shifts(desk).await?) {
                return Ok(());
            }
        }
        Err(Trouble::not_so(format!("{what}: {:?}", self.shifts(desk).await?)))
    }

    /// The arrows move a selected shift, Enter on Split makes two of it, M makes one again.
    async fn moves_and_splits_by_keys(&self, desk: &Desk) -> Outcome {
        let id = self.places(desk, 0, 600, 840).await?["id"].clone();
        self.places(desk, 1, 600, 840).await?;
        self.opens(desk, "day", "people").await?;
        focus(desk, &id).await?;
        desk.strikes("Enter").await?;
        desk.strikes("Right").await?;
        let starts = |start: i64| {
            let id = id.clone();
            move |shifts: &[Value]| shifts.iter().any(|one| one["id"] == id && one["details"]["start"] == start)
        };
        self.waits(desk, "half an hour later", starts(630)).await?;
        desk.strikes("Left").await?;
        self.waits(desk, "where it was", starts(600)).await?;
        desk.enters("Split").await?;
        self.waits(desk, "two halves", |shifts| shifts.len() == 3).await?;
        desk.comes_to_rest().await?;
        focus(desk, &id).await?;
        desk.strikes("Shift+Right").await?;
        desk.sees("2 shifts selected").await?;
        desk.strikes("M").await?;
        self.waits(desk, "one again", |shifts| shifts.len() == 2).await
    }

    /// All are taken in by Ctrl+A, change places by a button, and one is removed by another.
    async fn swaps_and_removes_by_buttons(&self, desk: &Desk) -> Outcome {
        let before = self.shifts(desk).await?;
        desk.strikes("Esc").await?;
        desk.strikes("Ctrl+A").await?;
        desk.sees("2 shifts selected").await?;
        desk.shows("all-selected").await?;
        desk.press("Swap people").await?;
        self.waits(desk, "swapped", |shifts| shifts.len() == 2 && shifts != before).await?;
        desk.press("Remove").await?;
        self.waits(desk, "both gone", <[Value]>::is_empty).await?;
        for _ in 0..2 {
            desk.strikes("Ctrl+Z").await?;
        }
        self.waits(desk, "as before", |shifts| shifts == before).await
    }

    /// With Alt held a shift stays, and what is dragged is another.
    async fn copies_with_alt(&self, desk: &Desk) -> Outcome {
        desk.comes_to_rest().await?;
        let first = self.shifts(desk).await?[0].clone();
        let block = format!("[data-shift='{}']", first["id"]);
        let block = desk.client.find(Locator::Css(&block)).await?;
        let height = desk.measures("return document.querySelector('[data-row]').getBoundingClientRect().height;").await?;
        desk.holds("Alt").await?;
        desk.drags(&block, 0, (height.as_f64().unwrap_or_default() * 2.0) as i64).await?;
        desk.lets_go("Alt").await?;
        self.waits(desk, "a copy", |shifts| shifts.len() == 3 && shifts.contains(&first)).await
    }

    /// Twice at a time: the panel says so, and the week's list too.
    async fn is_told_what_speaks_against_it(&self, desk: &Desk) -> Outcome {
        let twice = self.places(desk, 1, 660, 780).await?["id"].clone();
        self.opens(desk, "day", "people").await?;
        focus(desk, &twice).await?;
        desk.strikes("Enter").await?;
        desk.sees("also at").await?;
        desk.shows("twice").await?;
        desk.strikes("Delete").await?;
        self.waits(desk, "one less", |shifts| shifts.len() == 3).await
    }

    /// The week after has the same shifts by one press, and none by one Undo.
    async fn copies_last_week(&self, desk: &Desk) -> Outcome {
        let next = Self { day: later(desk, &json!(self.day), 7).await?, people: self.people.clone(), desks: self.desks.clone() };
        next.opens(desk, "week", "people").await?;
        desk.press("More").await?;
        desk.press("Copy last week").await?;
        next.waits(desk, "three copied", |shifts| shifts.len() == 3).await?;
        desk.strikes("Ctrl+Z").await?;
        next.waits(desk, "none", <[Value]>::is_empty).await
    }

    /// By desk, a shift is given to another by the arrow down.
    async fn turns_to_the_desks(&self, desk: &Desk) -> Outcome {
        self.opens(desk, "day", "desks").await?;
        let first = self.shifts(desk).await?[0].clone();
        focus(desk, &first["id"]).await?;
        desk.strikes("Enter").await?;
        desk.strikes("Down").await?;
        let moved = |shifts: &[Value]| {
            shifts.iter().any(|one| one["id"] == first["id"] && one["details"]["desk"] != first["details"]["desk"])
        };
        self.waits(desk, "another desk", moved).await?;
        desk.shows("by-desk").await
    }
}

async fn focus(desk: &Desk, shift: &Value) -> Outcome {
    let place = format!("[data-shift='{shift}']");
    desk.client.wait().for_element(Locator::Css(&place)).await?;
    desk.measures(&format!("document.querySelector(\"{place}\").focus(); return null;")).await.map(|_| ())
}

async fn later(desk: &Desk, day: &Value, days: i64) -> Outcome<String> {
    const LATER: &str = "const d = new Date(arguments[0]); d.setUTCDate(d.getUTCDate() + arguments[1]); return d.toISOString().slice(0, 10);";
    text(&desk.client.execute(LATER, vec![day.clone(), json!(days)]).await?)
}
