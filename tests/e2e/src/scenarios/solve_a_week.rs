//! An empty week solves itself: by keys it is asked for, watched, stopped with the best so far, looked at beside what
//! was, kept, taken back and done again.

use super::grid::EmptyWeek;
use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::Outcome;
use serde_json::json;

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let today = desk
        .ask("schedule.week", json!({ "day": desk.today().await? }))
        .await?;
    let week = EmptyWeek::after(desk, &today["first"], 29).await?;
    week.opens(desk, "week", "people", 60).await?;
    desk.strikes("V").await?;
    desk.sees("Solve the schedule").await?;
    desk.choose("How long", "10 seconds").await?;
    desk.shows("asked").await?;
    desk.press("From").await?;
    desk.strikes("Enter").await?;
    desk.sees("missed").await?;
    desk.shoots("solving").await?;
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
        .await
}
