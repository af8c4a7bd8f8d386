//! An empty week solves itself: by keys it is asked for, watched, stopped with the best so far, looked at beside what
//! was, kept, taken back and done again.

use serde_json::json;

use super::grid::{EmptyWeek, focus, list};
use super::people::MAYA;
use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble};

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let today = desk
        .ask("schedule.week", json!({ "day": desk.today().await? }))
        .await?;
    let week = EmptyWeek::after(desk, &today["first"], 43).await?;
    week.opens(desk, "week", "people", 60).await?;
    desk.strikes("V").await?;
    desk.sees("Solve the schedule").await?;
    desk.choose("How long", "10 seconds").await?;
    desk.shows("asked").await?;
    desk.press("From").await?;
    desk.strikes("Enter").await?;
    desk.sees("missed").await?;
    desk.press("Stop here").await?;
    desk.sees("Side by side").await?;
    desk.shows("beside").await?;
    week.waits(desk, "nothing before it is kept", <[_]>::is_empty)
        .await?;
    desk.strikes("K").await?;
    week.waits(desk, "a solved week", |shifts| shifts.len() > 20)
        .await?;
    desk.sees_no_more("Side by side").await?;
    desk.shows("kept").await?;
    desk.strikes("Ctrl+Z").await?;
    week.waits(desk, "an empty week again", <[_]>::is_empty)
        .await?;
    desk.strikes("Ctrl+Shift+Z").await?;
    week.waits(desk, "the solved week again", |shifts| shifts.len() > 20)
        .await?;
    desk.sees("no gaps").await?;
    calls_in_sick(desk, &week).await
}

/// Somebody of the solved week is ill: the first of the list says yes and has the shift.
async fn calls_in_sick(desk: &Desk, week: &EmptyWeek) -> Outcome {
    let shift = week.shifts(desk).await?[0].clone();
    focus(desk, &format!("[data-shift='{}']", shift["id"])).await?;
    desk.strikes("Enter").await?;
    desk.press("Called in sick").await?;
    desk.sees("Call down the list").await?;
    desk.shows("sick").await?;
    let asked = json!({ "details": shift["details"], "instead": shift["id"] });
    let told = desk.ask("solving.candidates", asked).await?;
    let able = list(&told["others"]).iter().find(|one| one["fitness"] != "no");
    let able = able.ok_or_else(|| Trouble::not_so("nobody could stand in"))?;
    let people = desk.ask("staff.list", json!({})).await?;
    let name = list(&people).iter().find(|one| one["id"] == able["staff"]);
    let name = text(&name.unwrap_or(&json!(null))["details"]["name"])?;
    desk.press(&format!("Not reached: {name}")).await?;
    desk.sees("not reached,").await?;
    desk.press(&format!("Yes: {name}")).await?;
    week.waits(desk, "somebody else on the shift", |shifts| {
        shifts
            .iter()
            .any(|now| now["id"] == shift["id"] && now["details"]["staff"] == able["staff"])
    })
    .await
}
