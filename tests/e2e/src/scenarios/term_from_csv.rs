//! From an empty folder to a printed term, all of it in the window: people and their timetables from files, a desk and what
//! it needs, the term solved, changed by hand, solved again, published and saved as pages.

use serde_json::{Value, json};

use super::files::hands_over;
use super::grid::{EmptyWeek, focus, list};
use super::print_reports::keeps_pdf;
use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

const PASSPHRASE: &str = "a lamp in every alcove";
const PEOPLE: &str = "First name,Last name,Email,Hours\n\
    Amara,Diallo,amara@thornfield.example,8\nBruno,Keller,bruno@thornfield.example,8\n\
    Chiyo,Tanaka,chiyo@thornfield.example,8\nDalia,Haddad,dalia@thornfield.example,8\n\
    Emil,Novak,emil@thornfield.example,8\nFarah,Aziz,farah@thornfield.example,8\n";
/// Whose classes, and which.
const TIMETABLES: [(&str, &str); 2] = [
    ("Amara Diallo", "Course,Days,Start,End,Weeks\nBIO 201,MW,9:00 AM,12:00 PM,odd\nHIS 110,F,1:00 PM,3:00 PM,\n"),
    ("Bruno Keller", "Course,Days,Start,End,Weeks\nCHEM 110,TR,9:30 AM,10:45 AM,\nArt studio,W,1:00 PM,5:00 PM,even\n"),
];
/// Sixteen weeks, of which the second begins with a closed day.
const TERM: (&str, &str) = ("2027-01-11", "2027-04-30");
const CLOSED: &str = "2027-01-18";
const WEEKS: usize = 16;
/// How often a solve is looked for, each time as long as anything else may take.
const LOOKS: usize = 4;

pub(super) async fn play(desk: &Desk) -> Outcome {
    sets_up(desk).await?;
    tells_the_term(desk).await?;
    brings_people(desk).await?;
    for (name, timetable) in TIMETABLES {
        brings_a_timetable(desk, name, timetable).await?;
    }
    paints_a_need(desk).await?;
    solves(desk, None).await?;
    let changed = changes_by_hand(desk).await?;
    solves(desk, Some("Change little")).await?;
    stays(desk, &changed).await?;
    publishes(desk, &changed).await?;
    prints(desk, &changed).await
}

/// By keys, with what the steps suggest.
async fn sets_up(desk: &Desk) -> Outcome {
    desk.sees("How do you lend?").await?;
    desk.strikes("Enter").await?;
    desk.sees("Your library").await?;
    desk.write("Name of the library", "Thornfield Library").await?;
    desk.strikes("Enter").await?;
    desk.sees("When are you open?").await?;
    desk.press("Next").await?;
    desk.has_focus("Days for a book").await?;
    desk.strikes("Enter").await?;
    desk.sees("The first supervisor").await?;
    desk.write("Your name", "Imani Brook").await?;
    desk.write("Passphrase", PASSPHRASE).await?;
    desk.sees("Strong.").await?;
    desk.write("Passphrase again", PASSPHRASE).await?;
    desk.strikes("Enter").await?;
    desk.sees("Your recovery code").await?;
    let code = desk.ask("accounts.draw_recovery_code", json!({})).await?;
    let last = text(&code["groups"][7])?.to_lowercase();
    desk.write("Type the last group", &last).await?;
    desk.strikes("Enter").await?;
    desk.finds("any", "Signed in: Imani Brook").await.map(drop)
}

/// The term, and a day on which the library is closed.
async fn tells_the_term(desk: &Desk) -> Outcome {
    desk.opens("Settings").await?;
    desk.press("Terms and breaks").await?;
    desk.write("Name", "Spring 2027").await?;
    desk.write("First day", TERM.0).await?;
    desk.write("Last day", TERM.1).await?;
    desk.strikes("Enter").await?;
    desk.finds("press", "Remove Spring 2027").await?;
    desk.press("Closed days").await?;
    desk.sees("Days on which the library is closed").await?;
    desk.write("First day", CLOSED).await?;
    desk.write("Reason", "King Day").await?;
    desk.strikes("Enter").await?;
    desk.sees("Closed: ").await
}

async fn brings_people(desk: &Desk) -> Outcome {
    desk.press("Import files").await?;
    hands_over(desk, "people.csv", PEOPLE.as_bytes()).await?;
    desk.enters("Try first").await?;
    desk.sees("6 would be added").await?;
    desk.enters("Import 6 rows").await?;
    desk.sees("6 added").await
}

async fn brings_a_timetable(desk: &Desk, name: &str, timetable: &str) -> Outcome {
    desk.opens("Staff").await?;
    desk.press(name).await?;
    desk.press("Classes").await?;
    desk.enters("Read a timetable").await?;
    hands_over(desk, "timetable.csv", timetable.as_bytes()).await?;
    desk.enters("Keep 3 classes").await?;
    desk.sees("3 classes kept").await?;
    desk.strikes("Esc").await?;
    desk.sees_no_more("Read a timetable").await
}

/// A desk that needs two people whenever the library is open, then one, then on workdays from 9:00 to 17:00: the last
/// hour of one day is taken out by keys, and the day used for the others.
async fn paints_a_need(desk: &Desk) -> Outcome {
    desk.opens("Today").await?;
    desk.press("Add desks").await?;
    desk.sees("New desk").await?;
    desk.write("Name", "Circulation").await?;
    desk.write("Short name", "Cir").await?;
    desk.write("People needed whenever the library is open", "2").await?;
    desk.press("Save and add another").await?;
    desk.sees("Circulation added").await?;
    desk.has_focus("Name").await?;
    desk.strikes("Esc").await?;
    desk.sees_no_more("1 to 3 letters").await?;
    desk.press("More").await?;
    desk.press("Paint needs").await?;
    desk.sees("How many people are needed").await?;
    needs(desk, &json!([{ "from": 540, "to": 1080, "people": 2 }])).await?;
    desk.enters("1 person in all opening hours").await?;
    needs(desk, &json!([{ "from": 540, "to": 1080, "people": 1 }])).await?;
    focus(desk, "[data-slot='0'][data-day='0']").await?;
    desk.strikes("Right").await?;
    for _ in 0..16 {
        desk.strikes("Down").await?;
    }
    desk.strikes("Shift+Down").await?;
    desk.sees("Monday, ").await?;
    desk.strikes("Delete").await?;
    desk.enters("Use Monday for Monday to Friday").await?;
    desk.shoots("need").await?;
    needs(desk, &json!([{ "from": 540, "to": 1020, "people": 1 }])).await?;
    desk.press("Done").await
}

/// Monday to Friday need that.
async fn needs(desk: &Desk, spans: &Value) -> Outcome {
    let told = async || -> Outcome<Value> { desk.ask("schedule.needs", json!({})).await };
    let is_so = |needs: &Value| {
        let workdays = list(needs).iter().filter(|plan| plan["weekday"].as_u64() < Some(6));
        workdays.filter(|plan| plan["spans"] == *spans).count() == 5
    };
    for _ in 0..100 {
        if is_so(&told().await?) {
            return Ok(());
        }
    }
    let told = told().await?;
    demand(is_so(&told), || format!("the desk needs {told}"))
}

/// V, a whole term, Enter; what comes of it is told in words, and kept by its key.
async fn solves(desk: &Desk, keep: Option<&str>) -> Outcome {
    desk.strikes("V").await?;
    desk.sees("Solve the schedule").await?;
    desk.press("A whole term").await?;
    desk.choose("How long", "10 seconds").await?;
    if let Some(keep) = keep {
        desk.press(keep).await?;
    }
    desk.finds("field", "The pattern comes again").await?;
    desk.shows("asked").await?;
    desk.write("To", TERM.1).await?;
    desk.strikes("Enter").await?;
    for look in 1..=LOOKS {
        match desk.sees("What is laid").await {
            Err(Trouble::NotSeen { .. }) if look < LOOKS => {}
            seen => {
                seen?;
                break;
            }
        }
    }
    desk.shows("proposed").await?;
    if keep.is_none() {
        desk.sees(&format!("in {WEEKS} weeks")).await?;
        desk.sees("closed (King Day)").await?;
    }
    desk.strikes("K").await?;
    desk.sees_no_more("What is laid").await
}

/// A shift of the fifth week ends an hour earlier.
async fn changes_by_hand(desk: &Desk) -> Outcome<Value> {
    let week = EmptyWeek { day: "2027-02-08".to_owned() };
    week.waits(desk, "a week of the term", |shifts| shifts.len() >= 5).await?;
    let shifts = week.shifts(desk).await?;
    let monday = |shift: &&Value| shift["details"]["day"] == week.day;
    let shift = shifts.iter().find(monday).ok_or_else(|| Trouble::not_so(format!("nobody works then: {shifts:?}")))?;
    week.opens(desk, "day", "people", 60).await?;
    desk.shows("laid").await?;
    focus(desk, &format!("[data-shift='{}']", shift["id"])).await?;
    desk.strikes("Enter").await?;
    desk.strikes("Ctrl+Left").await?;
    let end = shift["details"]["end"].as_i64().unwrap_or_default() - 60;
    let is_so = |shifts: &[Value]| shifts.iter().any(|now| now["id"] == shift["id"] && now["details"]["end"] == end);
    week.waits(desk, "an hour less", is_so).await?;
    desk.strikes("Esc").await?;
    let mut changed = shift.clone();
    changed["details"]["end"] = json!(end);
    Ok(changed)
}

async fn stays(desk: &Desk, changed: &Value) -> Outcome {
    let week = EmptyWeek { day: text(&changed["details"]["day"])? };
    week.waits(desk, "the shift that was changed by hand", |shifts| shifts.contains(changed)).await
}

/// The whole term, though the week on the screen is told anew while it is asked for.
async fn publishes(desk: &Desk, changed: &Value) -> Outcome {
    desk.strikes("P").await?;
    desk.sees("Publish the schedule").await?;
    desk.write("To", TERM.1).await?;
    desk.write("From", TERM.0).await?;
    desk.strikes("Tab").await?;
    let asked = (desk.reads("From").await?, desk.reads("To").await?);
    let mut after = changed["details"].clone();
    after["note"] = json!("Brings the key");
    let change = json!({ "id": changed["id"], "before": changed["details"], "after": after });
    desk.ask("schedule.change_shifts", json!({ "changes": [change] })).await?;
    desk.comes_to_rest().await?;
    let now = (desk.reads("From").await?, desk.reads("To").await?);
    demand(now == asked, || format!("{asked:?} were asked for and {now:?} stand there"))?;
    let days = json!({ "first": TERM.0, "last": TERM.1 });
    let drafts = desk.ask("schedule.drafts", days).await?;
    let each = |person: &Value| ["added", "moved", "removed"].map(|kind| list(&person[kind]).len()).iter().sum::<usize>();
    let changes: usize = list(&drafts["changes"]).iter().map(each).sum();
    demand(changes > 5 * WEEKS, || format!("{changes} changes in {WEEKS} weeks"))?;
    desk.finds("press", &format!("Publish {changes} changes")).await?;
    desk.does_not_see("in the way").await?;
    desk.enters(&format!("Publish {changes} changes")).await?;
    desk.sees_no_more("Publish the schedule").await?;
    desk.sees("published").await
}

/// A sheet a week for the wall, and a page a person.
async fn prints(desk: &Desk, changed: &Value) -> Outcome {
    desk.strikes("Ctrl+P").await?;
    desk.finds("any", "Page 1 of").await?;
    desk.press("Week by person").await?;
    desk.write("Last day", TERM.1).await?;
    desk.strikes("Tab").await?;
    desk.write("First day", TERM.0).await?;
    desk.strikes("Tab").await?;
    desk.finds("any", &format!("Page 1 of {WEEKS}")).await?;
    let said = keeps_pdf(desk).await?;
    desk.shoots("pages").await?;
    for wanted in ["Amara Diallo", "Farah Aziz", "published", "King Day"] {
        demand(said.contains(wanted), || format!("the pages do not say {wanted}: {said}"))?;
    }
    let people = desk.ask("staff.list", json!({})).await?;
    let who = list(&people).iter().find(|one| one["id"] == changed["details"]["staff"]);
    let who = text(&who.unwrap_or(&Value::Null)["details"]["name"])?;
    desk.press("A page a person").await?;
    desk.sees("A page a person · 11 Jan 2027").await?;
    let own = keeps_pdf(desk).await?;
    demand(own.contains(&who), || format!("the pages do not name {who}: {own}"))
}
