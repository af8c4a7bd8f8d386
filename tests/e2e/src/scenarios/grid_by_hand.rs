//! The week grid in both hands: shifts drawn over days, stretched, copied, banded, taken off and brought back, the zoom,
//! and a week kept as a template, removed and brought back, laid over the next.

use fantoccini::Locator;
use serde_json::{Value, json};

use super::grid::{EmptyWeek, focus, later, list};
use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

const HOUR: i64 = 60;

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let scene = Scene::find(desk).await?;
    scene.says_when(desk).await?;
    scene.draws_over_days(desk).await?;
    scene.places_by_key(desk).await?;
    scene.stretches(desk).await?;
    scene.copies(desk).await?;
    scene.bands_and_removes(desk).await?;
    zooms(desk).await?;
    scene.keeps_a_template(desk).await?;
    scene.lays_it(desk).await
}

/// A week without shifts, and the first people of the list.
struct Scene {
    week: EmptyWeek,
    people: Vec<i64>,
}

impl Scene {
    async fn find(desk: &Desk) -> Outcome<Self> {
        let today = desk.ask("schedule.week", json!({ "day": desk.today().await? })).await?;
        let people = list(&today["people"]).iter().filter_map(|one| one["person"]["id"].as_i64()).take(4).collect();
        Ok(Self { week: EmptyWeek::after(desk, &today["first"], 22).await?, people })
    }

    /// Two of them told when they can work: one has a class, one likes evenings and is away on a day.
    async fn says_when(&self, desk: &Desk) -> Outcome {
        let span = |weekday: i64, start: i64, end: i64, wish: &str| json!({ "weekday": weekday, "start": start, "end": end, "wish": wish });
        let week: Vec<Value> = (1..=5).map(|weekday| span(weekday, 540, 660, "no")).collect();
        let details = json!({ "staff": self.people[2], "first": null, "last": null, "spans": week });
        desk.ask("staff.set_availability", json!({ "id": null, "details": details })).await?;
        let class = json!({
            "staff": self.people[2], "title": "BIO 201", "weekday": 4, "start": 780, "end": 870, "first": self.week.day,
            "last": later(desk, &json!(self.week.day), 30).await?, "weeks": "every", "travel_minutes": 10,
        });
        desk.ask("staff.add_class", json!({ "details": class })).await?;
        let evenings: Vec<Value> = (1..=5).map(|weekday| span(weekday, 960, 1140, "preferred")).collect();
        let details = json!({ "staff": self.people[3], "first": null, "last": null, "spans": evenings });
        desk.ask("staff.set_availability", json!({ "id": null, "details": details })).await?;
        let tuesday = later(desk, &json!(self.week.day), 1).await?;
        let leave = json!({ "staff": self.people[3], "first": tuesday, "start": 0, "last": tuesday, "end": 1440, "reason": "Field trip" });
        desk.ask("staff.add_leave", json!({ "details": leave })).await.map(|_| ())
    }

    /// By pointer, in the week: one shift for each of three days.
    async fn draws_over_days(&self, desk: &Desk) -> Outcome {
        self.week.opens(desk, "week", "people", 30).await?;
        let cell = format!("[data-row='{}'] [data-day='{}']", self.people[0], self.week.day);
        let width = desk.measures(&format!("return document.querySelector(\"{cell}\").getBoundingClientRect().width;")).await?;
        let cell = desk.client.find(Locator::Css(&cell)).await?;
        desk.drags(&cell, (width.as_f64().unwrap_or_default() * 2.0) as i64, 0).await?;
        desk.finds("any", "BIO 201").await?;
        desk.sees("Field trip").await?;
        desk.shoots("drawn-over-days").await?;
        desk.press("Place 3 shifts").await?;
        self.week.waits(desk, "three shifts", |shifts| shifts.len() == 3).await?;
        desk.shoots("week").await
    }

    /// By keys, in the week: Enter on a name, Enter in the field.
    async fn places_by_key(&self, desk: &Desk) -> Outcome {
        focus(desk, &format!("[data-name='{}']", self.people[1])).await?;
        desk.strikes("Enter").await?;
        desk.sees("New shift").await?;
        desk.strikes("Enter").await?;
        self.week.waits(desk, "a fourth", |shifts| shifts.len() == 4).await
    }

    /// Its end by pointer, its beginning by keys.
    async fn stretches(&self, desk: &Desk) -> Outcome {
        self.week.opens(desk, "day", "people", 30).await?;
        let before = self.first(desk).await?;
        let (start, end) = (number(&before, "start"), number(&before, "end"));
        let edge = format!("[data-shift='{}'] [data-edge='end']", before["id"]);
        let edge = desk.client.find(Locator::Css(&edge)).await?;
        desk.drags(&edge, self.hour(desk).await?, 0).await?;
        let is = |field: &'static str, at: i64| {
            let id = before["id"].clone();
            move |shifts: &[Value]| shifts.iter().any(|one| one["id"] == id && number(one, field) == at)
        };
        self.week.waits(desk, "an hour more", is("end", end + HOUR)).await?;
        desk.comes_to_rest().await?;
        has_focus(desk, &before["id"]).await?;
        desk.strikes("Ctrl+Shift+Right").await?;
        self.week.waits(desk, "half an hour less", is("start", start + 30)).await?;
        desk.strikes("Ctrl+Z").await?;
        self.week.waits(desk, "as it began", is("start", start)).await?;
        desk.strikes("Ctrl+Z").await?;
        self.week.waits(desk, "as it ended", is("end", end)).await
    }

    /// By pointer with Ctrl held: the shift stays, and another comes two rows below.
    async fn copies(&self, desk: &Desk) -> Outcome {
        let first = self.first(desk).await?;
        let block = format!("[data-shift='{}']", first["id"]);
        let block = desk.client.find(Locator::Css(&block)).await?;
        let down = row(desk).await? * 2;
        desk.holds("Ctrl").await?;
        desk.drags(&block, 0, down).await?;
        desk.lets_go("Ctrl").await?;
        self.week.waits(desk, "a copy", |shifts| shifts.len() == 5).await?;
        let stays = |shifts: &[Value]| shifts.contains(&first);
        self.week.waits(desk, "the first where it was", stays).await
    }

    /// Shift and the pointer take in what a band touches; Delete takes it off, its notice brings it back.
    async fn bands_and_removes(&self, desk: &Desk) -> Outcome {
        desk.comes_to_rest().await?;
        let before = self.week.shifts(desk).await?;
        let track = format!("[data-row='{}'] [data-track]", self.people[3]);
        let track = desk.client.find(Locator::Css(&track)).await?;
        let (left, up) = (self.hour(desk).await? * -6, row(desk).await? * -3);
        desk.holds("Shift").await?;
        desk.drags(&track, left, up).await?;
        desk.lets_go("Shift").await?;
        desk.sees("3 shifts selected").await?;
        desk.shoots("banded").await?;
        desk.strikes("Delete").await?;
        self.week.waits(desk, "three taken off", |shifts| shifts.len() == 2).await?;
        desk.press("Undo").await?;
        self.week.waits(desk, "all back", |shifts| shifts == before).await
    }

    /// Kept by a name, removed without a question, and brought back from within the sheet.
    async fn keeps_a_template(&self, desk: &Desk) -> Outcome {
        desk.press("More").await?;
        desk.press("Templates and terms").await?;
        desk.write("Keep this week as", "Term").await?;
        desk.strikes("Enter").await?;
        desk.sees("“Term” kept with 5 shifts").await?;
        desk.shoots("template").await?;
        desk.enters("Remove the template Term").await?;
        desk.sees("“Term” removed").await?;
        desk.shoots("template-removed").await?;
        reaches_undo(desk).await?;
        desk.sees("“Term” is as it was").await?;
        let templates = desk.ask("schedule.templates", json!({})).await?;
        demand(list(&templates).len() == 1, || format!("the library has {templates}"))
    }

    /// Over the next week, but for one of its days; then all of it is taken back.
    async fn lays_it(&self, desk: &Desk) -> Outcome {
        let next = later(desk, &json!(self.week.day), 7).await?;
        let last = later(desk, &json!(self.week.day), 13).await?;
        let week = async || -> Outcome<usize> {
            let week = desk.ask("schedule.week", json!({ "day": next })).await?;
            Ok(list(&week["shifts"]).len())
        };
        desk.write("From", &next).await?;
        desk.write("To", &last).await?;
        desk.sees("5 shifts will be placed").await?;
        desk.enters("Add an exception").await?;
        desk.shoots("exception").await?;
        desk.enters("Remove this exception").await?;
        desk.sees("5 shifts will be placed").await?;
        desk.enters("Place these shifts").await?;
        desk.sees("5 shifts placed").await?;
        demand(week().await? == 5, || "the template was not laid".to_owned())?;
        desk.strikes("Ctrl+Z").await?;
        for _ in 0..100 {
            if week().await? == 0 {
                return Ok(());
            }
        }
        Err(Trouble::not_so("what was laid is still there"))
    }

    /// The first person's shift on the day.
    async fn first(&self, desk: &Desk) -> Outcome<Value> {
        let shifts = self.week.shifts(desk).await?;
        let mut own = shifts.into_iter().filter(|shift| {
            shift["details"]["staff"] == self.people[0] && shift["details"]["day"] == self.week.day.as_str()
        });
        own.next().ok_or_else(|| Trouble::not_so("the first person has no shift"))
    }

    /// How wide an hour is on the grid of a day.
    async fn hour(&self, desk: &Desk) -> Outcome<i64> {
        let week = desk.ask("schedule.week", json!({ "day": self.week.day })).await?;
        let hours = (number_of(&week["to"]) - number_of(&week["from"])) / HOUR;
        let width = desk.measures("return document.querySelector('[data-track]').getBoundingClientRect().width;").await?;
        Ok((width.as_f64().unwrap_or_default() / hours as f64).round() as i64)
    }
}

/// By keys to the finest slots, by its buttons to the coarsest.
async fn zooms(desk: &Desk) -> Outcome {
    let zoom = async |slots: &str| desk.client.wait().for_element(Locator::Css(&format!(".zoom{slots}"))).await;
    focus(desk, "[data-name]").await?;
    desk.types("+").await?;
    zoom("15").await?;
    desk.shoots("zoom-15").await?;
    desk.press("Coarser slots").await?;
    zoom("30").await?;
    desk.press("Coarser slots").await?;
    zoom("60").await?;
    Ok(())
}

/// Tab leads to the notice's Undo although a sheet is open, and Enter takes back.
async fn reaches_undo(desk: &Desk) -> Outcome {
    const AT_NOTICE: &str = "return !!document.activeElement?.closest('.toast') && document.activeElement.innerText.trim() === 'Undo' && document.activeElement.closest('.toast').innerText.includes('removed');";
    for _ in 0..40 {
        desk.strikes("Tab").await?;
        if desk.measures(AT_NOTICE).await? == json!(true) {
            return desk.strikes("Enter").await;
        }
    }
    Err(Trouble::not_so("Tab does not lead to the notice"))
}

/// How high a row is.
async fn row(desk: &Desk) -> Outcome<i64> {
    let height = desk.measures("return document.querySelector('[data-row]').getBoundingClientRect().height;").await?;
    Ok(height.as_f64().unwrap_or_default().round() as i64)
}

/// Waits until a shift has the focus.
async fn has_focus(desk: &Desk, shift: &Value) -> Outcome {
    let asked = format!("return document.activeElement?.dataset.shift === '{shift}';");
    for _ in 0..100 {
        if desk.measures(&asked).await? == true {
            return Ok(());
        }
    }
    Err(Trouble::not_so(format!("shift {shift} has no focus")))
}

fn number(shift: &Value, field: &str) -> i64 {
    number_of(&shift["details"][field])
}

fn number_of(value: &Value) -> i64 {
    value.as_i64().unwrap_or_default()
}
