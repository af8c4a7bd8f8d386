//! What the other scenarios do with one hand, with the other: shifts moved, split, merged and given a desk by keys;
//! swapped, copied and removed by buttons and pointer; last week copied; and what speaks against a shift, in words.

use fantoccini::Locator;
use serde_json::{Value, json};

use super::grid::{EmptyWeek, focus};
use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let scene = Scene::find(desk).await?;
    scene.moves_and_splits_by_keys(desk).await?;
    scene.swaps_and_removes_by_buttons(desk).await?;
    scene.copies_with_alt(desk).await?;
    scene.is_told_what_speaks_against_it(desk).await?;
    scene.copies_last_week(desk).await?;
    scene.turns_to_the_desks(desk).await?;
    scene.works_in_a_small_window(desk).await
}

/// An empty week, and the first people of the list.
struct Scene {
    week: EmptyWeek,
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
            week: EmptyWeek::after(desk, &week["first"], 29).await?,
            people: ids(&week["people"], |one| &one["person"]["id"]),
            desks: ids(&week["desks"], |one| &one["id"]),
        })
    }

    async fn places(&self, desk: &Desk, person: usize, start: i64, end: i64) -> Outcome<Value> {
        let details = json!({
            "staff": self.people[person], "desk": self.desks[0], "day": self.week.day, "start": start, "end": end, "note": "",
        });
        let placed = desk.ask("schedule.place_shift", json!({ "details": details })).await?;
        Ok(placed["shift"].clone())
    }

    /// The arrows move a selected shift, Enter on Split makes two of it, M makes one again.
    async fn moves_and_splits_by_keys(&self, desk: &Desk) -> Outcome {
        let id = self.places(desk, 0, 600, 840).await?["id"].clone();
        self.places(desk, 1, 600, 840).await?;
        self.week.opens(desk, "day", "people", 30).await?;
        focus(desk, &block(&id)).await?;
        desk.strikes("Enter").await?;
        desk.strikes("Right").await?;
        let starts = |start: i64| {
            let id = id.clone();
            move |shifts: &[Value]| shifts.iter().any(|one| one["id"] == id && one["details"]["start"] == start)
        };
        self.week.waits(desk, "half an hour later", starts(630)).await?;
        desk.strikes("Left").await?;
        self.week.waits(desk, "where it was", starts(600)).await?;
        desk.enters("Split").await?;
        self.week.waits(desk, "two halves", |shifts| shifts.len() == 3).await?;
        desk.comes_to_rest().await?;
        focus(desk, &block(&id)).await?;
        desk.strikes("Shift+Right").await?;
        desk.sees("2 shifts selected").await?;
        desk.strikes("M").await?;
        self.week.waits(desk, "one again", |shifts| shifts.len() == 2).await
    }

    /// All are taken in by Ctrl+A, change places by a button, and one is removed by another.
    async fn swaps_and_removes_by_buttons(&self, desk: &Desk) -> Outcome {
        let before = self.week.shifts(desk).await?;
        desk.strikes("Esc").await?;
        desk.strikes("Ctrl+A").await?;
        desk.sees("2 shifts selected").await?;
        desk.shows("all-selected").await?;
        desk.press("Swap people").await?;
        self.week.waits(desk, "swapped", |shifts| shifts.len() == 2 && shifts != before).await?;
        desk.press("Remove").await?;
        self.week.waits(desk, "both gone", <[Value]>::is_empty).await?;
        for _ in 0..2 {
            desk.strikes("Ctrl+Z").await?;
        }
        self.week.waits(desk, "as before", |shifts| shifts == before).await
    }

    /// With Alt held a shift stays, and what is dragged is another.
    async fn copies_with_alt(&self, desk: &Desk) -> Outcome {
        desk.comes_to_rest().await?;
        let first = self.week.shifts(desk).await?[0].clone();
        let block = desk.client.find(Locator::Css(&block(&first["id"]))).await?;
        let height = desk.measures("return document.querySelector('[data-row]').getBoundingClientRect().height;").await?;
        desk.holds("Alt").await?;
        desk.drags(&block, 0, (height.as_f64().unwrap_or_default() * 2.0) as i64).await?;
        desk.lets_go("Alt").await?;
        self.week.waits(desk, "a copy", |shifts| shifts.len() == 3 && shifts.contains(&first)).await
    }

    /// Twice at a time: the panel says so, and the week's list too.
    async fn is_told_what_speaks_against_it(&self, desk: &Desk) -> Outcome {
        let twice = self.places(desk, 1, 660, 780).await?["id"].clone();
        self.week.opens(desk, "day", "people", 30).await?;
        focus(desk, &block(&twice)).await?;
        desk.strikes("Enter").await?;
        desk.sees("also at").await?;
        desk.shows("twice").await?;
        desk.strikes("Delete").await?;
        self.week.waits(desk, "one less", |shifts| shifts.len() == 3).await
    }

    /// The week after has the same shifts by one press, and none by one Undo.
    async fn copies_last_week(&self, desk: &Desk) -> Outcome {
        let next = EmptyWeek::after(desk, &json!(self.week.day), 7).await?;
        next.opens(desk, "week", "people", 30).await?;
        desk.press("More").await?;
        desk.press("Copy last week").await?;
        next.waits(desk, "three copied", |shifts| shifts.len() == 3).await?;
        desk.strikes("Ctrl+Z").await?;
        next.waits(desk, "none", <[Value]>::is_empty).await
    }

    /// By desk, a shift is given to another by the arrow down.
    async fn turns_to_the_desks(&self, desk: &Desk) -> Outcome {
        self.week.opens(desk, "day", "desks", 30).await?;
        let first = self.week.shifts(desk).await?[0].clone();
        focus(desk, &block(&first["id"])).await?;
        desk.strikes("Enter").await?;
        desk.strikes("Down").await?;
        let moved = |shifts: &[Value]| {
            shifts.iter().any(|one| one["id"] == first["id"] && one["details"]["desk"] != first["details"]["desk"])
        };
        self.week.waits(desk, "another desk", moved).await?;
        desk.shows("by-desk").await
    }

    /// Where the panel is longer than the window, its buttons stay where they are, also when a sentence comes.
    async fn works_in_a_small_window(&self, desk: &Desk) -> Outcome {
        let next = EmptyWeek::after(desk, &json!(self.week.day), 14).await?;
        let details = json!({
            "staff": self.people[2], "desk": self.desks[0], "day": next.day, "start": 600, "end": 840, "note": "",
        });
        let id = desk.ask("schedule.place_shift", json!({ "details": details })).await?["shift"]["id"].clone();
        desk.resizes(1024, 700).await?;
        next.opens(desk, "day", "people", 60).await?;
        focus(desk, &block(&id)).await?;
        desk.strikes("Enter").await?;
        desk.finds("press", "Split").await?;
        desk.shoots("small").await?;
        for _ in 0..3 {
            desk.strikes("Ctrl+Right").await?;
        }
        desk.press("Split").await?;
        let halves = |shifts: &[Value]| {
            let long = |one: &Value| Some(one["details"]["end"].as_i64()? - one["details"]["start"].as_i64()?);
            shifts.len() == 2 && shifts.iter().filter_map(long).sum::<i64>() == 420
        };
        next.waits(desk, "two halves of all that was stretched", halves).await?;
        desk.strikes("Esc").await?;
        desk.press("More").await?;
        desk.press("Paint needs").await?;
        desk.sees("How many people are needed").await?;
        demand(desk.measures(WIDER).await? == false, || "the panel is wider than its place".to_owned())?;
        desk.shoots("small-needs").await?;
        desk.press("Done").await?;
        desk.finds("any", "Shifts, ").await.map(drop)
    }
}

/// Whether something in the panel runs over its right edge.
const WIDER: &str = "const panel = document.querySelector('aside.card'); return panel.scrollWidth > panel.clientWidth;";

fn block(shift: &Value) -> String {
    format!("[data-shift='{shift}']")
}
