//! A shift is opened, taken, approved, taken back and refused; another is offered from the schedule, with what the rules
//! would say; two people swap by PIN while a third is signed in; a desk's list is written down and ticked off. Pointer and
//! keys.

use serde_json::{Value, json};

use super::grid::{focus, list};
use super::people::{CHLOE, MAYA};
use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

const DUTY: &str = "Water the plants";
/// Everybody's PIN for the desk in the demo library.
const PIN: &str = "246810";

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    changes_hands(desk).await?;
    is_refused(desk).await?;
    is_offered(desk).await?;
    has_a_list(desk).await?;
    swap_by_pin(desk).await
}

/// Opened by keys, taken and decided by pointer.
async fn changes_hands(desk: &Desk) -> Outcome {
    desk.opens("Hours").await?;
    desk.press("Swaps").await?;
    desk.sees("“exam that morning”").await?;
    desk.shows("trades-at-first").await?;
    desk.press("Open a shift").await?;
    desk.write("What is to be said", "Somebody is sick").await?;
    desk.shows("open-a-shift").await?;
    desk.strikes("Enter").await?;
    desk.sees("“Somebody is sick”").await?;
    desk.press("Take it").await?;
    desk.sees("For whom").await?;
    desk.shows("take-a-shift").await?;
    desk.press("Go on").await?;
    desk.sees("Taken: it waits for the approval").await?;
    desk.shows("to-decide").await?;
    desk.press("Approve").await?;
    // Whoever takes it may work elsewhere at that time: then a rule asks for a reason.
    let decided = async || {
        let screen = desk.screen().await?;
        let asks = screen.contains("Approve in spite of a rule");
        Ok((asks || screen.contains("have changed hands")).then_some(asks))
    };
    if desk.until("the decision", decided).await? {
        desk.shows("in-spite-of-a-rule").await?;
        desk.write("Why", "nobody else is free").await?;
        desk.strikes("Enter").await?;
    }
    desk.sees("The shifts have changed hands").await?;
    desk.sees("approved by").await
}

/// What was agreed is refused with a reason that those who asked read.
async fn is_refused(desk: &Desk) -> Outcome {
    desk.press("Refuse").await?;
    desk.sees("Refuse the trade").await?;
    desk.write("Why", "we need you that evening").await?;
    desk.shows("refused").await?;
    desk.strikes("Enter").await?;
    desk.sees("Refused; the schedule stays as it is").await?;
    desk.sees("“we need you that evening”").await
}

/// The shift of a person, from the schedule's panel to the offer, and the offer withdrawn.
async fn is_offered(desk: &Desk) -> Outcome {
    let today = desk.ask("today.overview", json!({})).await?["day"].clone();
    let shift = later_shift(desk, &today).await?;
    let day = text(&shift["details"]["day"])?;
    let leads =
        format!("location.hash = '#/schedule?day={day}&span=week&by=people'; return true;");
    desk.measures(&leads).await?;
    focus(desk, &format!("[data-shift='{}']", shift["id"])).await?;
    desk.strikes("Enter").await?;
    desk.press("Offer or swap").await?;
    desk.sees("Offer a shift").await?;
    desk.press("For another’s shift").await?;
    let told = async || {
        let screen = desk.screen().await?;
        let says = ["Nothing speaks against it.", "booked", "class", "wanted", "trained"];
        Ok(says.iter().any(|said| screen.contains(said)).then_some(()))
    };
    desk.until("what the rules would say", told).await?;
    desk.shows("offer-a-swap").await?;
    desk.press("To one person").await?;
    desk.write("What is to be said", "exam on that day").await?;
    desk.shows("offer-a-shift").await?;
    desk.press("Offer the shift").await?;
    desk.sees("“exam on that day”").await?;
    let offered = trade(desk, "exam on that day").await?;
    demand(offered["state"] == "asked", || format!("{offered}"))?;
    desk.press("Withdraw").await?;
    desk.sees("The offer is withdrawn").await?;
    desk.shows("trades").await
}

/// A trade by what was said of it.
async fn trade(desk: &Desk, note: &str) -> Outcome<Value> {
    let told = desk.ask("trades.list", json!({})).await?;
    let mut trades = list(&told["trades"]).iter().map(|listed| &listed["trade"]);
    let found = trades.find(|trade| trade["note"] == note);
    found.cloned().ok_or_else(|| Trouble::not_so(format!("nobody said “{note}”")))
}

/// Chloé is signed in; two others offer and take each other's shifts by their PINs.
async fn swap_by_pin(desk: &Desk) -> Outcome {
    let today = desk.ask("today.overview", json!({})).await?["day"].clone();
    let (shift, other) = shifts_of_two(desk, &today).await?;
    desk.strikes("F12").await?;
    desk.has_focus("Who").await?;
    desk.types("chlo").await?;
    desk.strikes("Enter").await?;
    desk.has_focus(CHLOE.kind).await?;
    desk.types(CHLOE.secret).await?;
    desk.strikes("Enter").await?;
    desk.finds("any", &format!("Signed in: {}", CHLOE.name)).await?;
    let day = text(&shift["details"]["day"])?;
    let leads = format!("location.hash = '#/hours?offer={}&day={day}'; return true;", shift["id"]);
    desk.measures(&leads).await?;
    desk.sees("Offer a shift").await?;
    desk.press("For another’s shift").await?;
    desk.finds("field", "For which shift").await?;
    let choice = format!(
        "return [...document.querySelectorAll('option')].map((one) => one.text).find((text) => text.startsWith('{other} · '));"
    );
    let choice = text(&desk.measures(&choice).await?)?;
    desk.choose("For which shift", &choice).await?;
    desk.write("What is to be said", "by PIN").await?;
    desk.write("PIN: ", PIN).await?;
    desk.shows("offer-by-pin").await?;
    desk.strikes("Enter").await?;
    desk.sees("The shift is on offer").await?;
    desk.sees("“by PIN”").await?;
    let offered = trade(desk, "by PIN").await?;
    demand(offered["kind"] == "swap", || format!("{offered}"))?;
    desk.press("Agree").await?;
    desk.write("PIN", "1357").await?;
    desk.strikes("Enter").await?;
    desk.sees("That is not the right PIN.").await?;
    desk.sees_no_more("Wait ").await?;
    desk.write("PIN", PIN).await?;
    desk.shows("agree-by-pin").await?;
    desk.strikes("Enter").await?;
    desk.sees("Taken: it waits for the approval").await?;
    let agreed = trade(desk, "by PIN").await?;
    demand(agreed["state"] == "agreed", || format!("{agreed}"))
}

/// A later shift of this week of somebody with a PIN, and the name of another who has one and works later too.
async fn shifts_of_two(desk: &Desk, today: &Value) -> Outcome<(Value, String)> {
    let there = desk.ask("hours.at_the_desk", json!({})).await?;
    let with_pin = |staff: &Value| {
        let mut people = list(&there["people"]).iter();
        people.find(|one| {
            one["staff"] == *staff && one["secret"] == "pin" && one["person"] != CHLOE.name
        })
    };
    let week = desk.ask("schedule.week", json!({ "day": today })).await?;
    let told = desk.ask("trades.list", json!({})).await?;
    let today = today.as_str().unwrap_or_default();
    let is_free = |shift: &&Value| {
        let trades = list(&told["trades"]).iter().map(|listed| &listed["trade"]);
        let mut offered = trades.filter(|trade| trade["shift"] == shift["id"]);
        offered.all(|trade| trade["state"] != "asked" && trade["state"] != "agreed")
    };
    let later: Vec<&Value> = list(&week["shifts"])
        .iter()
        .map(|placed| &placed["shift"])
        .filter(|shift| shift["details"]["day"].as_str() > Some(today))
        .filter(is_free)
        .filter(|shift| with_pin(&shift["details"]["staff"]).is_some())
        .collect();
    let nobody = || Trouble::not_so("no two people with PINs work later this week");
    let first = later.first().ok_or_else(nobody)?;
    let staff = |shift: &Value| shift["details"]["staff"].clone();
    let other = later.iter().find(|shift| staff(shift) != staff(first));
    let other = with_pin(&staff(other.ok_or_else(nobody)?)).ok_or_else(nobody)?;
    Ok(((*first).clone(), text(&other["person"])?))
}

/// A shift that has not begun, of this week or the next.
async fn later_shift(desk: &Desk, today: &Value) -> Outcome<Value> {
    let drafts = desk.ask("schedule.week", json!({ "day": today })).await?;
    let today = today.as_str().unwrap_or_default();
    let mut later = drafts["shifts"].as_array().into_iter().flatten();
    let found = later.find(|placed| placed["shift"]["details"]["day"].as_str() > Some(today));
    found.map(|placed| placed["shift"].clone()).ok_or_else(|| Trouble::not_so("no shift is to come"))
}

async fn has_a_list(desk: &Desk) -> Outcome {
    desk.press("Duties").await?;
    desk.sees("Empty the book drop").await?;
    desk.press("Add a duty").await?;
    desk.write("What is done", DUTY).await?;
    desk.shows("add-a-duty").await?;
    desk.strikes("Enter").await?;
    desk.sees("The list is kept").await?;
    desk.finds("any", &format!("Change: {DUTY}")).await?;
    desk.shows("duties").await?;
    let lists = desk.ask("duties.today", json!({})).await?;
    if lists["due"] == 0 {
        // Before opening, and on a closed day, nothing is due.
        return Ok(());
    }
    desk.opens("Today").await?;
    desk.sees("Duties today").await?;
    desk.tick(DUTY).await?;
    desk.sees(&format!("{}, ", MAYA.name)).await?;
    desk.shows("ticked").await
}
