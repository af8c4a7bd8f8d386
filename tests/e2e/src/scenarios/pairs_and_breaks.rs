//! Two people are kept apart and one is promised hours; a week is solved so, and its breaks are placed and taken back.

use serde_json::{Value, json};

use super::grid::{EmptyWeek, list};
use super::people::MAYA;
use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let people = desk.ask("staff.list", json!({})).await?;
    let mut working = list(&people)
        .iter()
        .filter(|person| person["details"]["active"] == true && person["details"]["wanted_minutes"].is_number());
    let [Some(one), Some(other)] = [working.next(), working.next()] else {
        return Err(Trouble::not_so("the demo library has fewer than two people"));
    };
    let (name, with) = (text(&one["details"]["name"])?, text(&other["details"]["name"])?);
    is_promised(desk, &one["id"], &name).await?;
    is_kept_apart(desk, &name, &with).await?;
    let today = desk.ask("schedule.week", json!({ "day": desk.today().await? })).await?;
    let week = EmptyWeek::after(desk, &today["first"], 43).await?;
    week.opens(desk, "week", "people", 60).await?;
    is_solved(desk, &week).await?;
    let shifts = week.shifts(desk).await?;
    demand(!meet(&shifts, &one["id"], &other["id"]), || format!("{name} and {with} meet: {shifts:?}"))?;
    breaks(desk, &week, shifts.len()).await
}

/// The least hours a week, among what limits somebody.
async fn is_promised(desk: &Desk, who: &Value, name: &str) -> Outcome {
    desk.opens("Staff").await?;
    desk.press(name).await?;
    desk.sees("What limits their hours").await?;
    desk.comes_to_rest().await?;
    desk.press("What limits their hours").await?;
    // More than the rules let anybody have: the week will fall short of it, and say so.
    desk.write("At least a week", "30").await?;
    desk.shows("limits").await?;
    desk.enters("Save").await?;
    desk.sees(&format!("{name} saved")).await?;
    let person = desk.ask("staff.person", json!({ "id": who })).await?;
    demand(person["limits"]["least_minutes"] == 1800, || format!("the library has {person}"))
}

/// One pair by the form, and the line that it leaves.
async fn is_kept_apart(desk: &Desk, name: &str, with: &str) -> Outcome {
    desk.press(name).await?;
    desk.press("With whom").await?;
    desk.sees("With anybody, and alone").await?;
    desk.enters("Add a pair").await?;
    desk.choose("Whom", with).await?;
    desk.write("Reason", "They asked for it").await?;
    desk.shows("pair").await?;
    desk.strikes("Enter").await?;
    desk.sees("never at the same time").await?;
    desk.sees("They asked for it").await?;
    desk.shows("pairs").await?;
    desk.strikes("Esc").await?;
    desk.sees_no_more("Add a pair").await
}

async fn is_solved(desk: &Desk, week: &EmptyWeek) -> Outcome {
    desk.strikes("V").await?;
    desk.sees("Solve the schedule").await?;
    desk.choose("How long", "10 seconds").await?;
    desk.press("From").await?;
    desk.strikes("Enter").await?;
    desk.sees("missed").await?;
    desk.press("Stop here").await?;
    desk.sees("Side by side").await?;
    desk.strikes("K").await?;
    week.waits(desk, "a solved week", |shifts| shifts.len() > 20).await?;
    desk.sees_no_more("Side by side").await?;
    desk.press("Fair to all?").await?;
    desk.sees("30 at least").await?;
    desk.shows("fair").await
}

/// Whether two people work at the same time.
fn meet(shifts: &[Value], one: &Value, other: &Value) -> bool {
    let of = |who: &Value| {
        let own = shifts.iter().map(|shift| shift["details"].clone());
        own.filter(|details| details["staff"] == *who).collect::<Vec<_>>()
    };
    let others = of(other);
    let minute = |details: &Value, field: &str| details[field].as_i64().unwrap_or_default();
    of(one).iter().any(|own| {
        others.iter().any(|other| {
            own["day"] == other["day"]
                && minute(own, "start") < minute(other, "end")
                && minute(other, "start") < minute(own, "end")
        })
    })
}

/// Breaks for everybody in all shifts of four hours: placed, and taken back as one deed.
async fn breaks(desk: &Desk, week: &EmptyWeek, shifts: usize) -> Outcome {
    let rule = json!({ "id": "BREAK-CAMPUS-4", "active": true, "severity": "note" });
    desk.ask("schedule.set_work_rule", rule).await?;
    desk.press("More").await?;
    desk.press("Place breaks").await?;
    desk.sees("Breaks placed").await?;
    week.waits(desk, "shifts with breaks between", |now| now.len() > shifts).await?;
    desk.shows("breaks").await?;
    desk.strikes("Ctrl+Z").await?;
    week.waits(desk, "the week without breaks", |now| now.len() == shifts).await
}
