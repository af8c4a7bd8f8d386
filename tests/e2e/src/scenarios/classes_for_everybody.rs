//! Names from one file, everybody's classes from another: who is missing is added where they are missed, and each row goes
//! to whom it names. By keys and by pointer.

use serde_json::{Value, json};

use super::files::hands_over;
use super::grid::{EmptyWeek, list};
use super::people::MAYA;
use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

const PEOPLE: &str = "First Name,Last Name,E-mail,Hours Wanted,Keys\n\
    Amara,Okafor,aokafor@marlowfalls.example,12,yes\n\
    Noah,Sørensen,nsorensen@marlowfalls.example,10,no\n";
const CLASSES: &str = "Student,Course,Days,Start,End,Room\n\
    Amara Okafor,BIO 201,MWF,9:00 AM,9:50 AM,SCI 104\n\
    \"Okafor, Amara\",CHEM 110,TuTh,1:00 PM,2:15 PM,SCI 210\n\
    Noah Sorensen,ART 105,F,2:00 PM,4:45 PM,ART 1\n\
    Zoe Quill,MATH 151,MWF,10:00 AM,10:50 AM,MTH 3\n";

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    people_come_in(desk).await?;
    let amara = classes_come_in(desk).await?;
    solving_begins_with_the_term(desk).await?;
    one_persons_reader_takes_theirs(desk, &amara).await?;
    all_is_taken_back(desk, &amara).await
}

/// From the staff list, by pointer.
async fn people_come_in(desk: &Desk) -> Outcome {
    desk.opens("Staff").await?;
    desk.press("Import").await?;
    desk.press("Import people…").await?;
    hands_over(desk, "people.csv", PEOPLE.as_bytes()).await?;
    desk.enters("Try first").await?;
    desk.sees("2 would be added").await?;
    desk.enters("Import 2 rows").await?;
    desk.sees("2 added").await
}

/// From anywhere, by keys: the way is found under what people call it.
async fn classes_come_in(desk: &Desk) -> Outcome<Value> {
    desk.opens("Staff").await?;
    desk.strikes("Ctrl+k").await?;
    desk.has_focus("Find anything").await?;
    desk.types("classes").await?;
    desk.finds("option", "Import classes: read a timetable").await?;
    desk.strikes("Enter").await?;
    desk.sees("One timetable for everybody").await?;
    desk.shows("asked-for-classes").await?;
    hands_over(desk, "classes.csv", CLASSES.as_bytes()).await?;
    desk.sees("Term of these classes").await?;
    desk.shows("classes-understood").await?;
    keeps_a_term(desk).await?;
    desk.enters("Try first").await?;
    desk.sees("1 name not on the staff list").await?;
    desk.sees("6 classes of 2 people to keep").await?;
    desk.shows("classes-tried").await?;
    desk.enters("Add Zoe Quill").await?;
    desk.sees("9 classes of 3 people to keep").await?;
    desk.enters("Import 4 rows").await?;
    desk.sees("9 classes of 3 people kept").await?;
    desk.sees("are marked as studying here").await?;
    desk.shows("classes-kept").await?;
    let amara = found(desk, "Amara Okafor").await?;
    has(desk, &amara, 5, true).await?;
    Ok(amara)
}

/// Days that no term has become one; then the classes are of the other term again.
async fn keeps_a_term(desk: &Desk) -> Outcome {
    let terms = async || -> Outcome<Vec<String>> {
        let told = desk.ask("policies.terms", json!({})).await?;
        list(&told["terms"]).iter().map(|term| text(&term["details"]["name"])).collect()
    };
    let own = desk.reads("First day").await?;
    desk.does_not_see("Keep these days as a term").await?;
    desk.write("Last day", "2028-12-08").await?;
    desk.write("First day", "2028-08-28").await?;
    desk.strikes("Tab").await?;
    desk.finds("field", "Name of the term").await?;
    desk.enters("Keep these days as a term").await?;
    desk.sees("“Fall 2028” is a term now").await?;
    demand(terms().await?.contains(&"Fall 2028".to_owned()), || "the term is not kept".to_owned())?;
    demand(desk.reads("First day").await? != own, || "these are the days of the library's term".to_owned())?;
    desk.choose("Term of these classes", "Fall 2026").await?;
    let now = desk.reads("First day").await?;
    demand(now == own, || format!("{now} is not {own}"))
}

/// In a week of a term in which nobody is planned yet, the whole term is what is solved.
async fn solving_begins_with_the_term(desk: &Desk) -> Outcome {
    let week = EmptyWeek { day: "2028-08-28".to_owned() };
    week.opens(desk, "week", "people", 60).await?;
    desk.strikes("V").await?;
    desk.finds("field", "The pattern comes again").await?;
    let last = desk.reads("To").await?;
    demand(last.contains("8 Dec 2028"), || format!("{last} is not the term's last day"))?;
    desk.strikes("Esc").await?;
    desk.sees_no_more("The pattern comes again").await
}

/// The same file at one person: only their rows, and it says so.
async fn one_persons_reader_takes_theirs(desk: &Desk, amara: &Value) -> Outcome {
    desk.opens("Staff").await?;
    desk.press("Amara Okafor").await?;
    desk.press("Classes").await?;
    desk.sees("BIO 201").await?;
    desk.press("Read a timetable").await?;
    hands_over(desk, "classes.csv", CLASSES.as_bytes()).await?;
    desk.sees("2 rows name somebody else than Amara Okafor").await?;
    desk.shows("only-theirs").await?;
    desk.enters("Keep 5 classes").await?;
    desk.sees("5 classes kept, 5 replaced").await?;
    desk.strikes("Esc").await?;
    has(desk, amara, 5, true).await
}

/// The import goes back, but for her whose classes were replaced since.
async fn all_is_taken_back(desk: &Desk, amara: &Value) -> Outcome {
    let imports = desk.ask("transfer.imports", json!({})).await?;
    let own = imports.as_array().and_then(|imports| imports.first());
    demand(own.is_some_and(|own| own["kind"] == "classes"), || {
        format!("the last import is {imports}")
    })?;
    desk.opens("Settings").await?;
    desk.press("Import files").await?;
    desk.press("Take back").await?;
    desk.sees("Take back Classes from classes.csv?").await?;
    desk.strikes("Tab").await?;
    desk.strikes("Enter").await?;
    desk.sees("their classes were replaced again since").await?;
    has(desk, amara, 5, true).await?;
    let noah = found(desk, "Noah Sørensen").await?;
    has(desk, &noah, 0, false).await
}

async fn found(desk: &Desk, name: &str) -> Outcome<Value> {
    let staff = desk.ask("staff.list", json!({})).await?;
    let mut people = staff.as_array().into_iter().flatten();
    let own = people.find(|person| person["details"]["name"] == name);
    own.map(|own| own["id"].clone())
        .ok_or_else(|| Trouble::not_so("nobody of that name works here"))
}

async fn has(desk: &Desk, who: &Value, classes: usize, studies: bool) -> Outcome {
    let person = desk.ask("staff.person", json!({ "id": who })).await?;
    let count = person["classes"].as_array().map_or(0, Vec::len);
    let student = person["member"]["details"]["student"] == studies;
    demand(count == classes && student, || format!("the library has {person}"))
}
