//! Somebody new is written down field by field, corrected, told to paint quarters of an hour, and given the timetable of a
//! spreadsheet. By keys, then by pointer.

use serde_json::{Value, json};

use super::files::hands_over;
use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

const NAME: &str = "Ingrid Solheim";
const TIMETABLE: &str = "Course,Days,Start,End,Room\n\
    CHEM 110,TR,9:30 AM,10:45 AM,Hall 2\n\
    BIO 201,MWF,2:00 PM,2:50 PM,Lab 4\n\
    Thesis,by arrangement,,,\n";
/// How high two quarters of an hour are on the painted week.
const TWO_CELLS: &str = "return 2 * document.querySelector('[data-minute]').getBoundingClientRect().height;";

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let who = is_hired(desk).await?;
    is_corrected(desk, &who).await?;
    gets_a_key(desk, &who).await?;
    paints_quarters(desk, &who).await?;
    brings_a_timetable(desk, &who).await
}

/// By keys: N, each field, Enter on Save.
async fn is_hired(desk: &Desk) -> Outcome<Value> {
    desk.opens("Staff").await?;
    desk.strikes("N").await?;
    desk.sees("New person").await?;
    desk.has_focus("Name").await?;
    desk.types(NAME).await?;
    let fields = [
        ("Called", "Inga"),
        ("Position", "Student worker"),
        ("Phone", "+1 608 555 0142"),
        ("E-mail", "ingrid@marlowfalls.example"),
    ];
    for (label, text) in fields {
        desk.strikes("Tab").await?;
        desk.has_focus(label).await?;
        desk.types(text).await?;
    }
    desk.write("Wanted a week", "7.5").await?;
    desk.strikes("Tab").await?;
    desk.has_focus("At most a week").await?;
    desk.types("12").await?;
    desk.tick("Circulation").await?;
    desk.shows("hired").await?;
    desk.enters("Save").await?;
    desk.sees(&format!("{NAME} added")).await?;
    let staff = desk.ask("staff.list", json!({})).await?;
    let mut people = staff.as_array().into_iter().flatten();
    let own = people.find(|person| person["details"]["name"] == NAME);
    let own = own.ok_or_else(|| Trouble::not_so("nobody of that name works here"))?;
    let kept = |field: &str, value: Value| own["details"][field] == value;
    let all = kept("called", json!("Inga"))
        && kept("position", json!("Student worker"))
        && kept("phone", json!("+1 608 555 0142"))
        && kept("email", json!("ingrid@marlowfalls.example"))
        && kept("wanted_minutes", json!(450))
        && kept("most_minutes", json!(720));
    demand(all, || format!("the library has {own}"))?;
    let trained = desk.ask("schedule.trained", json!({})).await?;
    let mut trained = trained.as_array().into_iter().flatten();
    demand(trained.any(|one| one["staff"] == own["id"]), || "no desk is hers".to_owned())?;
    Ok(own["id"].clone())
}

/// By pointer: the tick in her line of the list.
async fn gets_a_key(desk: &Desk, who: &Value) -> Outcome {
    desk.tick(&format!("{NAME} holds a key")).await?;
    let is_kept = async || {
        let person = desk.ask("staff.person", json!({ "id": who })).await;
        Ok(person.ok().filter(|person| person["member"]["details"]["keyholder"] == true).map(drop))
    };
    desk.until("her key in the library", is_kept).await
}

/// By pointer: her line in the list, a field, Save.
async fn is_corrected(desk: &Desk, who: &Value) -> Outcome {
    desk.press(NAME).await?;
    desk.finds("press", "Availability").await?;
    desk.write("Wanted a week", "10").await?;
    desk.press("Save").await?;
    desk.sees(&format!("{NAME} saved")).await?;
    let person = desk.ask("staff.person", json!({ "id": who })).await?;
    let wanted = &person["member"]["details"]["wanted_minutes"];
    demand(*wanted == 600, || format!("the library has {wanted}"))
}

/// Three quarters of an hour by pointer, one by key.
async fn paints_quarters(desk: &Desk, who: &Value) -> Outcome {
    desk.press(NAME).await?;
    desk.press("Availability").await?;
    desk.sees("Nothing told yet: possible at all times.").await?;
    desk.press("15 min").await?;
    let nine = desk.finds("gridcell", "Monday 9:00–9:15 am").await?;
    let down = desk.measures(TWO_CELLS).await?.as_f64().unwrap_or_default();
    desk.drags(&nine, 0, down as i64).await?;
    desk.finds("gridcell", "Monday 9:30–9:45 am, cannot").await?;
    for key in ["Right", "3"] {
        desk.strikes(key).await?;
    }
    desk.finds("gridcell", "Tuesday 9:30–9:45 am, preferred").await?;
    desk.shows("quarters").await?;
    desk.enters("Save availability").await?;
    desk.sees("Availability of Inga saved").await?;
    let person = desk.ask("staff.person", json!({ "id": who })).await?;
    let spans = &person["availability"][0]["details"]["spans"];
    let wanted = json!([
        { "weekday": 1, "start": 540, "end": 585, "wish": "no" },
        { "weekday": 2, "start": 570, "end": 585, "wish": "preferred" },
    ]);
    demand(*spans == wanted, || format!("the library has {spans}"))
}

/// From a spreadsheet: what was read, what was not, and all but one of it kept.
async fn brings_a_timetable(desk: &Desk, who: &Value) -> Outcome {
    desk.press("Classes").await?;
    desk.press("Read a timetable").await?;
    hands_over(desk, "timetable.csv", TIMETABLE.as_bytes()).await?;
    desk.sees("5 classes from 3 entries").await?;
    desk.sees("Not taken").await?;
    desk.shows("timetable").await?;
    desk.tick("BIO 201, Friday").await?;
    desk.enters("Keep 4 classes").await?;
    desk.sees("4 classes kept").await?;
    desk.sees("CHEM 110").await?;
    desk.shoots("classes").await?;
    let person = desk.ask("staff.person", json!({ "id": who })).await?;
    let classes = person["classes"].as_array().map_or(0, Vec::len);
    demand(classes == 4, || format!("{classes} classes were kept"))?;
    desk.press("Availability").await?;
    desk.finds("gridcell", "class CHEM 110").await?;
    desk.shoots("classes-on-the-week").await
}
