//! A term's timetables come in again, after shifts were placed: what they broke is told, mended, kept, taken back and
//! done again. By pointer, then by keys.

use serde_json::{Value, json};

use super::files::hands_over;
use super::grid::{EmptyWeek, later, list};
use super::people::MAYA;
use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

/// Minutes of the day: the shift, and the class in the middle of it.
const SHIFT: (u32, u32) = (600, 840);

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let today = desk
        .ask("schedule.week", json!({ "day": desk.today().await? }))
        .await?;
    let week = EmptyWeek::after(desk, &today["first"], 50).await?;
    let before = broken(desk).await?.len();
    let (first, second) = are_placed(desk, &week).await?;
    comes_in(desk, &week, (&first, &second), before).await?;
    is_mended(desk, &week).await?;
    goes_back(desk, &week, before).await
}

async fn broken(desk: &Desk) -> Outcome<Vec<Value>> {
    let all = desk.ask("solving.broken", json!({})).await?;
    Ok(list(&all).to_vec())
}

/// Two students on a Monday that nobody planned yet; answers their names.
async fn are_placed(desk: &Desk, week: &EmptyWeek) -> Outcome<(String, String)> {
    let staff = desk.ask("staff.list", json!({})).await?;
    let desks = desk.ask("schedule.desks", json!({})).await?;
    let place = &list(&desks)[0]["id"];
    let mut students = list(&staff)
        .iter()
        .filter(|one| one["details"]["active"] == true && one["details"]["student"] == true);
    let (Some(one), Some(other)) = (students.next(), students.next()) else {
        return Err(Trouble::not_so("the demo library has no two students"));
    };
    let shift = |who: &Value| {
        let after = json!({ "staff": who["id"], "desk": place, "day": week.day, "start": SHIFT.0, "end": SHIFT.1, "note": "" });
        json!({ "id": null, "before": null, "after": after })
    };
    let changes = json!({ "changes": [shift(one), shift(other)] });
    desk.ask("schedule.change_shifts", changes).await?;
    Ok((text(&one["details"]["name"])?, text(&other["details"]["name"])?))
}

/// One file for both, from the staff list; a line of it is about nobody here.
async fn comes_in(
    desk: &Desk,
    week: &EmptyWeek,
    (one, other): (&str, &str),
    before: usize,
) -> Outcome {
    let file = format!(
        "Student,Course,Days,Start,End\n{one},BIO 201,M,11:00,12:15\n{other},BIO 201,M,11:00,12:15\n\
         Nobody Here,ART 1,F,9:00,10:00\n"
    );
    let last = later(desk, &json!(week.day), 6).await?;
    desk.opens("Staff").await?;
    desk.press("Import").await?;
    desk.press("Import classes…").await?;
    desk.sees("One timetable for everybody").await?;
    hands_over(desk, "timetables.csv", file.as_bytes()).await?;
    desk.sees("Term of these classes").await?;
    desk.write("First day", &week.day).await?;
    desk.write("Last day", &last).await?;
    desk.enters("Try first").await?;
    desk.sees("1 name not on the staff list").await?;
    desk.shows("read").await?;
    desk.enters("Import 2 rows").await?;
    desk.sees("2 shifts to come lie in a class now").await?;
    desk.shows("broke").await?;
    let now = broken(desk).await?;
    demand(now.len() == before + 2, || format!("{now:?} are broken"))
}

/// The way from the import to the schedule, what would be, and keeping it.
async fn is_mended(desk: &Desk, week: &EmptyWeek) -> Outcome {
    desk.press("On the schedule").await?;
    desk.sees("A timetable that came later broke them").await?;
    desk.shows("listed").await?;
    desk.strikes("Esc").await?;
    desk.sees_no_more("A timetable that came later broke them").await?;
    desk.opens("Today").await?;
    desk.sees("lie in classes of those who have them").await?;
    desk.shows("today").await?;
    desk.press("Mend…").await?;
    desk.sees("What becomes of it").await?;
    desk.shows("mended").await?;
    desk.press("Side by side").await?;
    desk.sees("Before").await?;
    desk.shows("beside").await?;
    let nothing = week.shifts(desk).await?;
    demand(nothing.len() == 2, || format!("{nothing:?} before it is kept"))?;
    // The focus is on the choice that was made last: the letters answer there too.
    desk.strikes("K").await?;
    desk.sees("Mended:").await?;
    desk.sees_no_more("Side by side").await?;
    is_so(desk, "nothing is broken", 0).await?;
    desk.shows("kept").await
}

/// Taken back whole, and done again whole, by keys.
async fn goes_back(desk: &Desk, week: &EmptyWeek, before: usize) -> Outcome {
    desk.strikes("Ctrl+Z").await?;
    is_so(desk, "all is broken again", before + 2).await?;
    week.waits(desk, "both shifts again", |shifts| shifts.len() == 2)
        .await?;
    desk.strikes("Ctrl+Shift+Z").await?;
    is_so(desk, "all is mended again", 0).await
}

/// Waits until so many are broken.
async fn is_so(desk: &Desk, what: &str, wanted: usize) -> Outcome {
    for _ in 0..100 {
        if broken(desk).await?.len() == wanted {
            return Ok(());
        }
    }
    Err(Trouble::not_so(format!("{what}: {:?}", broken(desk).await?)))
}
