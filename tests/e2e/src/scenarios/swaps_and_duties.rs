//! A shift is opened, taken, approved, taken back and refused; another is offered from the schedule; a desk's list is
//! written down and ticked off. Pointer and keys.

use serde_json::{Value, json};

use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble};

const DUTY: &str = "Empty the book drop";

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    changes_hands(desk).await?;
    is_offered(desk).await?;
    has_a_list(desk).await
}

/// Opened by keys, taken and decided by pointer.
async fn changes_hands(desk: &Desk) -> Outcome {
    desk.opens("Hours").await?;
    desk.press("Swaps").await?;
    desk.sees("Nobody offers a shift").await?;
    desk.shows("no-trades").await?;
    desk.press("Open a shift").await?;
    desk.write("What is to be said", "Somebody is sick").await?;
    desk.shows("open-a-shift").await?;
    desk.strikes("Enter").await?;
    desk.sees("nobody’s yet → whoever takes it").await?;
    desk.press("Take it").await?;
    desk.sees("For whom").await?;
    desk.shows("take-a-shift").await?;
    desk.press("Go on").await?;
    desk.sees("To decide").await?;
    desk.shows("to-decide").await?;
    desk.press("Approve").await?;
    // Whoever is first on the list may work elsewhere at that time: then a rule asks for a reason.
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

/// The shift of a person, from the schedule's panel to the offer.
async fn is_offered(desk: &Desk) -> Outcome {
    let today = desk.ask("today.overview", json!({})).await?["day"].clone();
    let shift = later_shift(desk, &today).await?;
    let day = shift["details"]["day"].as_str().unwrap_or_default().to_owned();
    let leads = format!("location.hash = '#/hours?offer={}&day={day}'; return true;", shift["id"]);
    desk.measures(&leads).await?;
    desk.sees("Offer a shift").await?;
    desk.press("To one person").await?;
    desk.write("What is to be said", "exam on that day").await?;
    desk.shows("offer-a-shift").await?;
    desk.press("Offer the shift").await?;
    desk.sees("“exam on that day”").await?;
    desk.press("Withdraw").await?;
    desk.sees("The offer is withdrawn").await?;
    desk.shows("trades").await
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
    desk.sees("No desk has a list yet").await?;
    desk.press("Add a duty").await?;
    desk.write("What is done", DUTY).await?;
    desk.shows("add-a-duty").await?;
    desk.strikes("Enter").await?;
    desk.sees("The list is kept").await?;
    desk.finds("any", &format!("Change: {DUTY}")).await?;
    desk.shows("duties").await?;
    let lists = desk.ask("duties.today", json!({})).await?;
    if lists["due"] != 1 {
        // Before opening, and on a closed day, nothing is due.
        return Ok(());
    }
    desk.opens("Today").await?;
    desk.sees("Duties today").await?;
    desk.tick(DUTY).await?;
    desk.sees(&format!("{}, ", MAYA.name)).await?;
    desk.sees("All done").await?;
    desk.shows("ticked").await
}
