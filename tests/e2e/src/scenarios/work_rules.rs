//! A conflict shows its rule, and a shift stays in spite of it with a reason; then the rule is changed by the keyboard.

use serde_json::{Value, json};

use super::people::MAYA;
use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

/// One shift at a time when somebody said they cannot, kept with a reason; and that rule switched off.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let (day, block) = clash(desk).await?;
    desk.measures(&format!("location.hash = '#/schedule?day={day}&span=day&by=people'; return null;")).await?;
    desk.finds("any", "Shifts, ").await?;
    let block = format!("[data-shift='{block}']");
    desk.client.wait().for_element(fantoccini::Locator::Css(&block)).await?;
    desk.comes_to_rest().await?;
    desk.client.find(fantoccini::Locator::Css(&block)).await?.click().await?;
    desk.sees("Double booked: also at").await?;
    desk.press("Show rule").await?;
    desk.sees("Nobody works at two desks at a time").await?;
    desk.shows("rule").await?;
    desk.press("Keep it with a reason").await?;
    desk.write("Reason", "Hands over at the desk").await?;
    desk.press("Keep the shift").await?;
    desk.sees("Kept: Hands over at the desk").await?;
    desk.shoots("kept").await?;
    desk.opens("Settings").await?;
    desk.press("Work rules").await?;
    desk.sees("Nobody works at two desks at a time").await?;
    desk.shows("rules").await?;
    desk.press("Nobody works during a class").await?;
    desk.sees("Kentucky State University").await?;
    desk.shows("sheet").await?;
    desk.finds("tick", "This rule holds").await?;
    desk.has_focus("This rule holds").await?;
    desk.strikes(" ").await?;
    desk.enters("Save").await?;
    desk.sees("Saved: Nobody works during a class").await?;
    let rules = desk.ask("schedule.work_rules", json!({})).await?;
    let class = rules["rules"].as_array().and_then(|rules| rules.iter().find(|rule| rule["id"] == "CLASS"));
    demand(class.is_some_and(|rule| rule["active"] == false), || format!("the file says {class:?}"))?;
    desk.choose("State", "California").await?;
    desk.sees("California: a meal break").await?;
    desk.shows("state").await
}

/// Somebody without work on an open day gets two shifts at a time; the day, and the number of the second.
async fn clash(desk: &Desk) -> Outcome<(String, String)> {
    let week = desk.ask("schedule.week", json!({ "day": desk.today().await? })).await?;
    let long = |day: &&Value| day["closes"].as_i64().zip(day["opens"].as_i64()).is_some_and(|(to, from)| to - from >= 240);
    let days = week["days"].as_array().map_or(&[][..], Vec::as_slice);
    let day = days.iter().rfind(long).ok_or_else(|| Trouble::not_so("the library is open on no day"))?;
    let is_off = |person: &&Value| {
        let shifts = week["shifts"].as_array().map_or(&[][..], Vec::as_slice);
        !shifts.iter().any(|placed| {
            let details = &placed["shift"]["details"];
            details["day"] == day["day"] && details["staff"] == person["person"]["id"]
        })
    };
    let people = week["people"].as_array().map_or(&[][..], Vec::as_slice);
    let person = people.iter().find(is_off).ok_or_else(|| Trouble::not_so("everybody works on that day"))?;
    let opens = day["opens"].as_i64().unwrap_or_default();
    let mut last = Value::Null;
    for (at, start) in [(0, opens), (1, opens + 60)] {
        let details = json!({
            "staff": person["person"]["id"], "desk": week["desks"][at]["id"], "day": day["day"],
            "start": start, "end": start + 120, "note": "",
        });
        last = desk.ask("schedule.place_shift", json!({ "details": details })).await?;
    }
    demand(last["conflicts"][0]["kind"] == "double_booked", || format!("the core says {last}"))?;
    Ok((text(&day["day"])?, last["shift"]["id"].to_string()))
}
