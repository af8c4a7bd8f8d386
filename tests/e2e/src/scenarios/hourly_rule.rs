//! A rule by the hour is made and a break set, both by keyboard; a loan that would be due in the break is due before it, and
//! the desk says why.

use fantoccini::Locator;
use serde_json::{Value, json};

use super::people::MAYA;
use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

/// The minutes of the break before and after the time at which the loan would be due.
const AROUND: i64 = 20;

/// When a loan that begins now would be due.
struct Then {
    hours: i64,
    day: String,
    weekday: String,
    minute: i64,
}

/// From the settings to the reason.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let then = then(desk).await?;
    is_open_all_day(desk, &then).await?;
    desk.opens("Settings").await?;
    has_a_break(desk, &then).await?;
    let patron = desk.somebody_free().await?;
    let rules = desk.ask("policies.rules", json!({})).await?;
    let category = name_of(&rules["categories"], |one| one["id"] == patron.details["category"])?;
    lends_by_the_hour(desk, &category, then.hours).await?;
    let laptop = laptop(desk, &rules).await?;
    desk.opens("Desk").await?;
    desk.scan(&patron.card).await?;
    desk.sees(&patron.name).await?;
    desk.scan(&text(&laptop["details"]["barcode"])?).await?;
    desk.sees("Out: 1").await?;
    let due = clock(desk, then.minute - AROUND).await?;
    desk.sees(&due).await?;
    desk.shoots("lent").await?;
    let loan = desk.loan_of(&laptop["id"]).await?;
    demand(loan["due"] == then.day && !loan["due_at"].is_null(), || format!("the file says {loan}"))?;
    desk.enters(&due).await?;
    desk.sees("Why ").await?;
    desk.sees(&format!("{category} × laptop: {} hours", then.hours)).await?;
    desk.sees("back to closing time").await?;
    desk.shoots("why").await
}

/// Two hours from now by the library's clock; four where two would be too near to midnight for a break.
async fn then(desk: &Desk) -> Outcome<Then> {
    let zone = text(&desk.ask("policies.library", json!({})).await?["details"]["zone"])?;
    for hours in [2, 4] {
        let script = format!(
            "const format = new Intl.DateTimeFormat('en-GB', {{ timeZone: '{zone}', weekday: 'long', year: 'numeric', month: '2-digit',
                day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }});
            const at = Object.fromEntries(format.formatToParts(Date.now() + {hours} * 3600000).map(({{ type, value }}) => [type, value]));
            return [`${{at.year}}-${{at.month}}-${{at.day}}`, at.weekday, Number(at.hour) * 60 + Number(at.minute)];"
        );
        let at = desk.measures(&script).await?;
        let minute = at[2].as_i64().unwrap_or_default();
        if (60..1380).contains(&minute) {
            return Ok(Then { hours, day: text(&at[0])?, weekday: text(&at[1])?, minute });
        }
    }
    Err(Trouble::not_so("every time is too near to midnight"))
}

/// No day off stands in the way, and each weekday is open throughout.
async fn is_open_all_day(desk: &Desk, then: &Then) -> Outcome {
    let calendar = desk.ask("policies.calendar", json!({ "from": then.day, "to": then.day })).await?;
    for (list, command) in [("closures", "policies.reopen_day"), ("special", "policies.drop_special_hours")] {
        for one in calendar[list].as_array().into_iter().flatten() {
            desk.ask(command, json!({ "day": one["day"] })).await?;
        }
    }
    for weekday in 1..=7 {
        let hours = json!([{ "opens": 0, "closes": 1440 }]);
        desk.ask("policies.set_hours", json!({ "weekday": weekday, "hours": hours })).await?;
    }
    Ok(())
}

async fn has_a_break(desk: &Desk, then: &Then) -> Outcome {
    let day = &then.weekday;
    desk.enters("Opening hours").await?;
    desk.enters(&format!("{day}: add a break")).await?;
    let (from, to) = (then.minute - AROUND, then.minute + AROUND);
    for (field, minute) in [("closes for break 1", from), ("opens again after break 1", to), ("closes", 1440)] {
        desk.write(&format!("{day}: {field}"), &format!("{}:{:02}", minute / 60, minute % 60)).await?;
    }
    desk.strikes("Enter").await?;
    desk.sees(&format!("{day} saved")).await?;
    desk.shows("break").await
}

async fn lends_by_the_hour(desk: &Desk, category: &str, hours: i64) -> Outcome {
    desk.enters("Loan rules").await?;
    desk.finds("region", "Loan rules").await?;
    let cell = format!("button[title^=\"Laptop, {category}:\"]");
    let cell = desk.client.wait().for_element(Locator::Css(&cell)).await?;
    let cell = serde_json::to_value(cell).map_err(|error| Trouble::not_so(error.to_string()))?;
    desk.client.execute("arguments[0].focus()", vec![cell]).await?;
    desk.strikes("Enter").await?;
    desk.has_focus("Length of the loan").await?;
    desk.press("hours").await?;
    desk.write("How many at once", "1").await?;
    desk.write("Length of the loan", &hours.to_string()).await?;
    desk.shows("rule").await?;
    desk.strikes("Enter").await?;
    desk.sees(&format!("Rule saved: Laptop · {category}")).await?;
    desk.shows("rules").await
}

/// A laptop that is in.
async fn laptop(desk: &Desk, rules: &Value) -> Outcome<Value> {
    let types = rules["item_types"].as_array().into_iter().flatten();
    let kind = types.filter(|one| one["name"] == "Laptop").map(|one| one["id"].clone()).next().unwrap_or_default();
    let found = desk.ask("catalog.search", json!({ "words": "laptop", "limit": 100 })).await?;
    let mut items = found["rows"].as_array().into_iter().flatten().map(|row| &row["item"]);
    let fits = |item: &&Value| item["details"]["item_type"] == kind && item["status"] == "in_service" && item["due"].is_null();
    let laptop = items.find(fits).cloned();
    laptop.ok_or_else(|| Trouble::not_so("the demo library has no laptop that is in"))
}

fn name_of(list: &Value, is_meant: impl Fn(&Value) -> bool) -> Outcome<String> {
    let one = list.as_array().into_iter().flatten().find(|one| is_meant(one));
    text(&one.unwrap_or(&Value::Null)["name"])
}

/// The minute of a day as the library writes it.
async fn clock(desk: &Desk, minute: i64) -> Outcome<String> {
    let library = desk.ask("policies.library", json!({})).await?;
    let (hour, minute) = (minute / 60, minute % 60);
    if library["details"]["clock"] == "h24" {
        return Ok(format!("{hour}:{minute:02}"));
    }
    let half = if hour < 12 { "am" } else { "pm" };
    Ok(format!("{}:{minute:02} {half}", (hour + 11) % 12 + 1))
}
