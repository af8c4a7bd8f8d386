//! A child is registered with a guardian and a household, a second form for the same child warns, and the desk tells
//! guardian and message first.

use serde_json::json;

use super::people::JONAS;
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

const MOTHER: &str = "29999000000102";
const CHILD: &str = "29999000000103";
const TWICE: &str = "29999000000104";
const MESSAGE: &str = "Your umbrella is in the cupboard";

/// From the form to the desk, by keyboard where a key does it.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(JONAS).await?;
    let mother = json!({
        "card": MOTHER, "family_name": "الحسن", "given_name": "مريم", "category": 1, "phone": "(555) 010-7788",
        "born": "1988-03-04",
    });
    desk.ask("patrons.register", json!({ "details": mother })).await?;
    desk.opens("Patrons").await?;
    registers_the_child(desk).await?;
    warns_of_the_second_form(desk).await?;
    leaves_a_message(desk).await?;
    desk.opens("Desk").await?;
    desk.scan(CHILD).await?;
    desk.sees(MESSAGE).await?;
    desk.sees("Guardian").await?;
    desk.sees("مريم الحسن").await?;
    desk.shows("desk").await?;
    desk.strikes("Alt+m").await?;
    has_nothing_to_be_told(desk).await?;
    desk.scan(MOTHER).await?;
    desk.sees("مريم الحسن").await?;
    desk.shoots("arabic").await?;
    let child = found(desk, CHILD).await?;
    desk.ask("patrons.report_lost", json!({ "patron": child["id"], "number": CHILD })).await?;
    desk.scan(CHILD).await?;
    desk.sees("This card was reported lost").await?;
    desk.sees("it was the card of").await?;
    desk.shoots("lost").await
}

/// Waits until the core keeps no message for the child's next visit.
async fn has_nothing_to_be_told(desk: &Desk) -> Outcome {
    let child = found(desk, CHILD).await?;
    let told = async || {
        let asked = json!({ "patron": child["id"] });
        let at = desk.ask("circulation.patron_at_desk", asked).await.unwrap_or_default();
        Ok(at["messages"].as_array().filter(|left| left.is_empty()).map(drop))
    };
    desk.until("the message to have been told", told).await
}

async fn found(desk: &Desk, card: &str) -> Outcome<serde_json::Value> {
    let found = desk.ask("patrons.search", json!({ "words": card, "limit": 1 })).await?;
    Ok(found["rows"][0].clone())
}

async fn registers_the_child(desk: &Desk) -> Outcome {
    desk.press("Register a patron").await?;
    desk.write("Card", CHILD).await?;
    desk.write("Family name", "O’Neill").await?;
    desk.write("Given name", "Siobhán").await?;
    desk.write("Phone", "555 010 7788").await?;
    desk.write("Born", "2016-05-04").await?;
    desk.sees("Same household?").await?;
    desk.press("Lives with").await?;
    desk.press("Add a guardian").await?;
    desk.write("Guardian, a patron", "مريم").await?;
    desk.finds("option", "الحسن").await?;
    desk.shows("guardian").await?;
    desk.strikes("Enter").await?;
    desk.finds("press", "Not مريم الحسن after all").await?;
    desk.press("Register").await?;
    desk.sees("Siobhán O’Neill is registered").await?;
    desk.sees("Household").await?;
    desk.sees("no items out").await?;
    desk.shows("sheet").await?;
    desk.press("Close").await?;
    let child = found(desk, CHILD).await?;
    demand(child["household"].is_number(), || format!("she lives with nobody: {child}"))
}

async fn warns_of_the_second_form(desk: &Desk) -> Outcome {
    desk.strikes("Alt+n").await?;
    desk.write("Card", TWICE).await?;
    desk.write("Family name", "ONeill").await?;
    desk.write("Given name", "Siobhan").await?;
    desk.write("Born", "2016-05-04").await?;
    desk.strikes("Tab").await?;
    desk.sees("Registered already?").await?;
    desk.sees("same birth day · same name").await?;
    desk.finds("press", "Register all the same").await?;
    desk.shoots("warned").await?;
    desk.press("Cancel").await
}

async fn leaves_a_message(desk: &Desk) -> Outcome {
    desk.strikes("Ctrl+k").await?;
    desk.types(CHILD).await?;
    desk.finds("option", "O’Neill").await?;
    desk.strikes("Enter").await?;
    desk.press("Leave a message").await?;
    desk.write("What to tell them", MESSAGE).await?;
    desk.press("Leave it").await?;
    desk.sees("The desk shows it at the next visit").await?;
    desk.shows("message").await?;
    desk.press("Close").await
}
