//! Two shifts of one person at a time stand in the way of publishing: it is refused, they are shown, and kept with a reason.
//! Then the week is the pattern of a whole term, but for one day of it.

use fantoccini::Locator;
use serde_json::{Value, json};

use super::grid::{EmptyWeek, later, list};
use super::people::MAYA;
use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

const REASON: &str = "Shows a new colleague both desks";

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let scene = Scene::find(desk).await?;
    scene.clicks_with_shift(desk).await?;
    scene.is_refused(desk).await?;
    scene.gives_reasons(desk).await?;
    scene.lays_a_term(desk).await
}

/// A week in which one person has two shifts at a time, and another has one.
struct Scene {
    week: EmptyWeek,
    shifts: Vec<i64>,
}

impl Scene {
    async fn find(desk: &Desk) -> Outcome<Self> {
        let today = desk.ask("schedule.week", json!({ "day": desk.today().await? })).await?;
        let week = EmptyWeek::after(desk, &today["first"], 22).await?;
        let mut shifts = Vec::new();
        for (person, place, start) in [(0, 0, 600), (0, 1, 660), (1, 0, 600)] {
            let details = json!({
                "staff": today["people"][person]["person"]["id"], "desk": today["desks"][place]["id"], "day": week.day,
                "start": start, "end": start + 120, "note": "",
            });
            let placed = desk.ask("schedule.place_shift", json!({ "details": details })).await?;
            shifts.push(placed["shift"]["id"].as_i64().unwrap_or_default());
        }
        Ok(Self { week, shifts })
    }

    /// Shift and a click take one more in, and out again.
    async fn clicks_with_shift(&self, desk: &Desk) -> Outcome {
        self.week.opens(desk, "day", "people", 30).await?;
        let block = async |at: usize| {
            let place = format!("[data-shift='{}']", self.shifts[at]);
            desk.client.find(Locator::Css(&place)).await
        };
        desk.drags(&block(0).await?, 0, 0).await?;
        desk.sees("Double booked").await?;
        desk.holds("Shift").await?;
        desk.drags(&block(2).await?, 0, 0).await?;
        desk.sees("2 shifts selected").await?;
        desk.drags(&block(1).await?, 0, 0).await?;
        desk.sees("3 shifts selected").await?;
        desk.shows("clicked").await?;
        desk.drags(&block(0).await?, 0, 0).await?;
        desk.lets_go("Shift").await?;
        desk.sees("2 shifts selected").await?;
        desk.strikes("Esc").await?;
        desk.sees("Gaps this week").await
    }

    /// The sheet says what is in the way and leads there; the core says no to whoever asks it all the same.
    async fn is_refused(&self, desk: &Desk) -> Outcome {
        desk.press("Publish").await?;
        desk.sees("2 things in the way").await?;
        desk.shows("in-the-way").await?;
        let may = "return !document.querySelector('[form=publish]').disabled;";
        demand(desk.measures(may).await? == false, || "it can be published".to_owned())?;
        let last = later(desk, &json!(self.week.day), 5).await?;
        let asked = json!({ "first": self.week.day, "last": last });
        let answer = desk.ask("schedule.publish", asked).await;
        demand(answer.is_err(), || "the core published it".to_owned())?;
        desk.press("Go to the shift").await?;
        desk.sees_no_more("in the way").await?;
        desk.sees("Double booked").await?;
        desk.shoots("gone-to").await
    }

    /// One by pointer, one by keys; then nothing is in the way.
    async fn gives_reasons(&self, desk: &Desk) -> Outcome {
        desk.strikes("Esc").await?;
        desk.strikes("P").await?;
        desk.sees("2 things in the way").await?;
        desk.press("Keep it with a reason").await?;
        desk.write("Reason", REASON).await?;
        desk.shows("a-reason").await?;
        desk.press("Keep the shift").await?;
        desk.sees("1 thing in the way").await?;
        desk.has_focus("Go to the shift").await?;
        desk.enters("Keep it with a reason").await?;
        desk.write("Reason", REASON).await?;
        desk.strikes("Enter").await?;
        desk.sees_no_more("in the way").await?;
        desk.has_focus("Publish 3 changes").await?;
        desk.shows("out-of-the-way").await?;
        desk.strikes("Enter").await?;
        desk.sees("published").await?;
        let week = desk.ask("schedule.week", json!({ "day": self.week.day })).await?;
        demand(!week["drafts"]["newest"].is_null(), || format!("nothing was published: {}", week["drafts"]))
    }

    /// The week as a template, over a term with its breaks, but not on a day that is typed.
    async fn lays_a_term(&self, desk: &Desk) -> Outcome {
        desk.press("More").await?;
        desk.press("Templates and terms").await?;
        desk.write("Keep this week as", "Term week").await?;
        desk.strikes("Enter").await?;
        desk.sees("“Term week” kept with 3 shifts").await?;
        let (name, first) = self.term(desk).await?;
        desk.press(&name).await?;
        desk.sees("shifts will be placed").await?;
        desk.enters("Add an exception").await?;
        let day = monday_after(desk, &first).await?;
        let fields = "[role=group]:has(> .field) input";
        desk.client.wait().for_element(Locator::Css(fields)).await?;
        for place in [2, 1] {
            let fields = desk.client.find_all(Locator::Css(fields)).await?;
            let field = &fields[fields.len() - place];
            field.click().await?;
            desk.types(&day).await?;
        }
        desk.strikes("Tab").await?;
        desk.sees("an exception says so").await?;
        desk.shows("a-term").await?;
        desk.enters("Place these shifts").await?;
        desk.sees("shifts placed").await?;
        let on = async |days: i64| -> Outcome<usize> {
            let day = later(desk, &json!(day), days).await?;
            let week = desk.ask("schedule.week", json!({ "day": day })).await?;
            Ok(list(&week["shifts"]).iter().filter(|one| one["shift"]["details"]["day"] == day.as_str()).count())
        };
        let (before, then, after) = (on(-7).await?, on(0).await?, on(7).await?);
        let is_so = before >= 2 && then == 0 && after >= 2;
        demand(is_so, || format!("{before}, {then} and {after} shifts on {day} and the Mondays beside it"))?;
        desk.shoots("laid").await?;
        desk.strikes("Ctrl+Z").await?;
        for _ in 0..100 {
            if on(7).await? < after {
                return Ok(());
            }
        }
        Err(Trouble::not_so("what was laid is still there"))
    }

    /// The term that runs in the week or comes after it, and its first day.
    async fn term(&self, desk: &Desk) -> Outcome<(String, String)> {
        let terms = desk.ask("policies.terms", json!({})).await?;
        let lasts = |term: &&Value| term["details"]["last"].as_str().is_some_and(|last| last >= self.week.day.as_str());
        let term = list(&terms["terms"]).iter().find(lasts);
        let details = &term.ok_or_else(|| Trouble::not_so("no term is to come"))?["details"];
        Ok((text(&details["name"])?, text(&details["first"])?))
    }
}

/// The third Monday after a day.
async fn monday_after(desk: &Desk, day: &str) -> Outcome<String> {
    const MONDAY: &str = "const d = new Date(arguments[0]); d.setUTCDate(d.getUTCDate() + 21 - (d.getUTCDay() + 6) % 7); return d.toISOString().slice(0, 10);";
    text(&desk.client.execute(MONDAY, vec![json!(day)]).await?)
}
