//! From an empty folder to the first signed-in Today, by keyboard; a look at the demo on the way; back in by the code.

use serde_json::json;

use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

const NAME: &str = "Thornfield Public Library";
const PERSON: &str = "Imani Brook";
const PASSPHRASE: &str = "a lamp in every alcove";
const FRESH: &str = "a stool under every lamp";

/// Every step by Enter, one of them back and forth; then out, and in again by the recovery code.
pub(super) async fn play(desk: &Desk) -> Outcome {
    visits_the_demo(desk).await?;
    sets_up(desk).await?;
    comes_back_by_code(desk).await
}

async fn visits_the_demo(desk: &Desk) -> Outcome {
    desk.sees("How do you lend?").await?;
    desk.shows("lends").await?;
    desk.press("Try the demo library").await?;
    desk.sees("Who is at the desk?").await?;
    desk.press("Back to my own library").await?;
    desk.sees("How do you lend?").await
}

async fn sets_up(desk: &Desk) -> Outcome {
    desk.strikes("Enter").await?;
    desk.sees("Your library").await?;
    desk.write("Name of the library", NAME).await?;
    desk.write("Language and region", "German (Germany)").await?;
    desk.strikes("Enter").await?;
    in_field(desk, "Currency", "Euro (EUR)").await?;
    desk.write("Time zone", "easterm").await?;
    desk.strikes("Tab").await?;
    desk.sees("Nothing in the list is called “easterm”").await?;
    in_field(desk, "Time zone", "easterm").await?;
    desk.write("Time zone", "eastern").await?;
    desk.strikes("Enter").await?;
    in_field(desk, "Time zone", "America/New York").await?;
    desk.write("Time zone", "Berlin").await?;
    desk.strikes("Enter").await?;
    in_field(desk, "Time zone", "Europe/Berlin").await?;
    desk.shows("library").await?;
    desk.strikes("Enter").await?;
    desk.sees("When are you open?").await?;
    desk.press("Monday: add a break").await?;
    in_field(desk, "Monday: closes", "12:00").await?;
    types_hours(desk).await?;
    desk.shows("hours").await?;
    desk.press("Back").await?;
    in_field(desk, "Name of the library", NAME).await?;
    desk.strikes("Enter").await?;
    in_field(desk, "Monday: closes", "12:00").await?;
    desk.press("Next").await?;
    desk.sees("How long do you lend?").await?;
    desk.shows("loans").await?;
    desk.has_focus("Days for a book").await?;
    desk.strikes("Enter").await?;
    desk.sees("The first supervisor").await?;
    desk.write("Your name", PERSON).await?;
    desk.write("Passphrase", "password1").await?;
    desk.sees("Too easily guessed").await?;
    desk.write("Passphrase", PASSPHRASE).await?;
    desk.sees("Strong.").await?;
    desk.write("Passphrase again", PASSPHRASE).await?;
    desk.shows("person").await?;
    desk.strikes("Enter").await?;
    desk.sees("Your recovery code").await?;
    let code = desk.ask("accounts.draw_recovery_code", json!({})).await?;
    desk.shows("code").await?;
    desk.write("Type the last group", "0000").await?;
    desk.strikes("Enter").await?;
    desk.sees("Is not the last group of the code").await?;
    let last = code["groups"][7].as_str().unwrap_or_default().to_owned();
    desk.write("Type the last group", &last.to_lowercase()).await?;
    desk.strikes("Enter").await?;
    desk.finds("any", &format!("Signed in: {PERSON}")).await?;
    desk.sees("First steps").await?;
    desk.sees("Teach your scanner").await?;
    desk.shows("today").await?;
    desk.press("Not needed: Teach your scanner").await?;
    desk.sees_no_more("Teach your scanner").await?;
    let kept = desk.ask("policies.library", json!({})).await?;
    demand(kept["details"]["currency"] == "EUR" && kept["details"]["name"] == NAME, || format!("the file says {kept}"))
}

/// A time is read when its field is left; what cannot be is said at its day before the next step.
async fn types_hours(desk: &Desk) -> Outcome {
    desk.write("Monday: opens again", "1:30 pm").await?;
    desk.strikes("Tab").await?;
    in_field(desk, "Monday: opens again", "13:30").await?;
    desk.write("Friday: closes", "6 am").await?;
    desk.strikes("Enter").await?;
    desk.sees("Friday closes at 6:00, which is not after it opens at 9:00.").await?;
    desk.has_focus("Friday: closes").await?;
    desk.shoots("hours-wrong").await?;
    desk.write("Friday: closes", "6 pm").await?;
    desk.strikes("Tab").await?;
    in_field(desk, "Friday: closes", "18:00").await
}

async fn comes_back_by_code(desk: &Desk) -> Outcome {
    let drawn = desk.ask("accounts.renew_recovery_code", json!({})).await?;
    let groups = drawn["groups"].as_array().into_iter().flatten();
    let code: Vec<&str> = groups.filter_map(|group| group.as_str()).collect();
    desk.strikes("Ctrl+L").await?;
    desk.press("Sign in as somebody else").await?;
    desk.press("I cannot sign in").await?;
    desk.write("Recovery code", &code.join(" ").to_lowercase()).await?;
    desk.write("New passphrase", FRESH).await?;
    desk.sees("Strong.").await?;
    desk.write("Passphrase again", FRESH).await?;
    desk.shows("recover").await?;
    desk.strikes("Enter").await?;
    desk.sees("Your next recovery code").await?;
    desk.shows("next-code").await?;
    desk.press("I have it").await?;
    desk.finds("any", &format!("Signed in: {PERSON}")).await?;
    desk.strikes("Ctrl+L").await?;
    desk.write("Passphrase", FRESH).await?;
    desk.strikes("Enter").await?;
    desk.finds("any", &format!("Signed in: {PERSON}")).await?;
    Ok(())
}

/// Waits until that stands in the field.
async fn in_field(desk: &Desk, label: &str, text: &str) -> Outcome {
    let found = async || {
        let field = desk.look("field", label).await?;
        let Some(field) = field else { return Ok(None) };
        let value = field.prop("value").await?.unwrap_or_default();
        Ok((value == text).then_some(()))
    };
    desk.until(&format!("“{text}” in the field “{label}”"), found).await
}
