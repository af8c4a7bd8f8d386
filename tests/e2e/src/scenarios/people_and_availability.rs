//! New student workers come in from a file; one of them gets a painted week, a timetable and a leave. Pointer and keys.

use fantoccini::elements::Element;
use serde_json::{Value, json};

use super::files::hands_over;
use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

const PEOPLE: &str = "First name,Last name,Email,Hours,Visa\n\
    Øyunn,Łukaszewska,oyunn@marlowfalls.example,12,\n小明,王,ming@marlowfalls.example,10,F-1\n\
    Chloé,Martin,another.chloe@marlowfalls.example,8,\n";

/// How high two cells of the grid are.
const TWO_CELLS: &str = "return 2 * document.querySelector('[data-minute]').getBoundingClientRect().height;";

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let oyunn = comes_in(desk).await?;
    learns(desk, &oyunn).await?;
    paints(desk, &oyunn).await?;
    studies(desk, &oyunn).await?;
    goes_away(desk, &oyunn).await
}

/// Three people from a file; of one there is a namesake.
async fn comes_in(desk: &Desk) -> Outcome<Value> {
    desk.opens("Settings").await?;
    desk.press("Import files").await?;
    hands_over(desk, "people.csv", PEOPLE.as_bytes()).await?;
    desk.enters("Try first").await?;
    desk.sees("3 would be added").await?;
    desk.sees("Somebody of that name works here already").await?;
    desk.shoots("people-tried").await?;
    desk.enters("Import 3 rows").await?;
    desk.sees("3 added").await?;
    let staff = desk.ask("staff.list", json!({})).await?;
    let mut people = staff.as_array().into_iter().flatten();
    let named = |person: &&Value| person["details"]["name"] == "Øyunn Łukaszewska";
    let oyunn = people.find(named).ok_or_else(|| Trouble::not_so("Øyunn did not come in"))?;
    Ok(oyunn["id"].clone())
}

/// A skill is added by keys and renamed, and one of them has it since a day.
async fn learns(desk: &Desk, who: &Value) -> Outcome {
    desk.opens("Staff").await?;
    desk.press("Skills").await?;
    desk.write("Another skill", "Large scanner").await?;
    desk.strikes("Enter").await?;
    desk.sees("Large scanner saved").await?;
    desk.press("Edit Large scanner").await?;
    desk.write("Name", "Large-format scanner").await?;
    desk.strikes("Enter").await?;
    desk.sees("Large-format scanner saved").await?;
    desk.shoots("skills").await?;
    desk.strikes("Esc").await?;
    desk.sees_no_more("What staff learn to do here").await?;
    desk.press("Øyunn Łukaszewska").await?;
    desk.tick("Large-format scanner").await?;
    desk.write("since", "2026-09-01").await?;
    desk.shoots("trained-since").await?;
    desk.enters("Save").await?;
    desk.sees("Øyunn Łukaszewska saved").await?;
    let person = desk.ask("staff.person", json!({ "id": who })).await?;
    let since = &person["skills"][0]["since"];
    demand(*since == "2026-09-01", || format!("the library has {person}"))
}

/// A week: hours dragged by pointer, others by key, one stroke taken back.
async fn paints(desk: &Desk, who: &Value) -> Outcome {
    desk.opens("Staff").await?;
    desk.press("Øyunn Łukaszewska").await?;
    desk.press("Availability").await?;
    desk.sees("Nothing told yet: possible at all times.").await?;
    let nine = cell(desk, "Monday", 540).await?;
    let down = desk.measures(TWO_CELLS).await?.as_f64().unwrap_or_default();
    desk.drags(&nine, 0, down as i64).await?;
    desk.finds("gridcell", "Monday 9:00–9:30 am, cannot").await?;
    desk.finds("gridcell", "Monday 10:00–10:30 am, cannot").await?;
    for key in ["Right", "Shift+Down", "3"] {
        desk.strikes(key).await?;
    }
    desk.finds("gridcell", "Tuesday 10:30–11:00 am, preferred").await?;
    for key in ["Down", "1", "Ctrl+Z"] {
        desk.strikes(key).await?;
    }
    desk.finds("gridcell", "Tuesday 11:00–11:30 am, possible").await?;
    desk.shows("painted").await?;
    desk.enters("Save availability").await?;
    desk.sees("Availability of Øyunn Łukaszewska saved").await?;
    let person = desk.ask("staff.person", json!({ "id": who })).await?;
    let spans = &person["availability"][0]["details"]["spans"];
    let wanted = json!([
        { "weekday": 1, "start": 540, "end": 630, "wish": "no" },
        { "weekday": 2, "start": 600, "end": 660, "wish": "preferred" },
    ]);
    demand(*spans == wanted, || format!("the library has {spans}"))
}

/// A timetable from a calendar: what was understood and what was not, kept, taken back, and kept again.
async fn studies(desk: &Desk, who: &Value) -> Outcome {
    desk.press("Classes").await?;
    desk.sees("No classes").await?;
    desk.enters("Read a timetable").await?;
    hands_over(desk, "term.ics", calendar(&term(desk).await?).as_bytes()).await?;
    desk.sees("BIO 201").await?;
    desk.sees("lasts all day; enter it as leave").await?;
    desk.shows("timetable").await?;
    desk.enters("Keep 2 classes").await?;
    desk.sees("2 classes kept").await?;
    desk.press("Undo").await?;
    desk.sees("Classes are as they were").await?;
    desk.enters("Read a timetable").await?;
    hands_over(desk, "term.ics", calendar(&term(desk).await?).as_bytes()).await?;
    desk.enters("Keep 2 classes").await?;
    desk.sees("Add class").await?;
    desk.shows("classes").await?;
    let person = desk.ask("staff.person", json!({ "id": who })).await?;
    let classes = person["classes"].as_array().map_or(0, Vec::len);
    demand(classes == 2, || format!("{classes} classes were kept"))
}

/// A leave of today.
async fn goes_away(desk: &Desk, who: &Value) -> Outcome {
    desk.press("Leave").await?;
    desk.enters("Add leave").await?;
    desk.write("Reason", "Field trip").await?;
    desk.strikes("Enter").await?;
    desk.sees("Field trip").await?;
    desk.press("Availability").await?;
    desk.finds("gridcell", "leave Field trip").await?;
    desk.shoots("leave-on-the-week").await?;
    let person = desk.ask("staff.person", json!({ "id": who })).await?;
    let reason = &person["leave"][0]["details"]["reason"];
    demand(*reason == "Field trip", || format!("the library has {person}"))?;
    desk.strikes("Esc").await?;
    desk.sees_no_more("Holds from").await
}

async fn cell(desk: &Desk, weekday: &str, minute: u32) -> Outcome<Element> {
    let hour = minute / 60;
    desk.finds("gridcell", &format!("{weekday} {hour}:00–{hour}:30 am")).await
}

/// The first day of the term that runs or comes next, as the page chooses it.
async fn term(desk: &Desk) -> Outcome<String> {
    let today = desk.today().await?;
    let terms = desk.ask("policies.terms", json!({})).await?;
    let mut terms = terms["terms"].as_array().into_iter().flatten();
    let lasts = |term: &&Value| term["details"]["last"].as_str().is_some_and(|last| Some(last) >= today.as_str());
    let first = terms.find(lasts).and_then(|term| term["details"]["first"].as_str().map(ToOwned::to_owned));
    first.ok_or_else(|| Trouble::not_so("the demo library has no term to come"))
}

/// A calendar with a class on two days of every week, and a day off.
fn calendar(first: &str) -> String {
    let day = first.replace('-', "");
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:BIO 201\r\nDTSTART:{day}T093000\r\n\
         DTEND:{day}T104500\r\nRRULE:FREQ=WEEKLY;COUNT=16;BYDAY=MO,WE\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\n\
         SUMMARY:Founders' Day\r\nDTSTART;VALUE=DATE:{day}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}
