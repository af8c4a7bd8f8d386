//! Somebody signs in to work by PIN while another is signed in to Carrel, and out, and once more while the desk is locked; the
//! supervisor puts hours right, rounds them, prints the timesheet, writes the payroll's file and signs a pay period off.
//! Pointer and keys.

use serde_json::{Value, json};

use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

const PIN: &str = "246810";
const NOTE: &str = "Two holds wait for a call back";

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let who = gets_a_pin(desk).await?;
    comes_and_goes(desk, &who).await?;
    comes_and_goes_while_locked(desk, &who).await?;
    is_put_right(desk, &who).await?;
    is_rounded(desk).await?;
    goes_to_the_payroll(desk).await?;
    is_signed_off(desk).await
}

/// The first of the staff who has no account, by name.
async fn gets_a_pin(desk: &Desk) -> Outcome<String> {
    let there = desk.ask("hours.at_the_desk", json!({})).await?;
    let mut people = there["people"].as_array().into_iter().flatten();
    let first = people.find(|one| one["secret"].is_null());
    let first = first.ok_or_else(|| Trouble::not_so("everybody has a PIN already"))?;
    let who = first["person"].as_str().unwrap_or_default().to_owned();
    desk.opens("Hours").await?;
    desk.shows("hours-at-first").await?;
    desk.press("More").await?;
    desk.press("PINs for the desk").await?;
    desk.choose("Person", &format!("{who} · Neither PIN nor account")).await?;
    desk.write("New PIN", PIN).await?;
    desk.shows("pins").await?;
    desk.strikes("Enter").await?;
    desk.sees(&format!("{who} has a PIN for the desk")).await?;
    desk.strikes("Esc").await?;
    Ok(who)
}

/// By keys in, after a wrong PIN; by pointer out.
async fn comes_and_goes(desk: &Desk, who: &str) -> Outcome {
    desk.opens("Today").await?;
    desk.sees("Nobody is signed in to work.").await?;
    desk.strikes("I").await?;
    desk.has_focus("Who").await?;
    desk.types(who).await?;
    desk.strikes("Enter").await?;
    desk.has_focus("PIN").await?;
    desk.types("1357").await?;
    desk.strikes("Enter").await?;
    desk.sees("That is not the right PIN.").await?;
    desk.shows("wrong-pin").await?;
    desk.sees_no_more("Wait ").await?;
    desk.types(PIN).await?;
    desk.strikes("Enter").await?;
    desk.sees(&format!("{who} came at")).await?;
    desk.finds("any", &format!("Signed in: {}", MAYA.name)).await?;
    desk.shows("signed-in").await?;
    desk.press(&format!("Sign out: {who}")).await?;
    desk.write("PIN", PIN).await?;
    desk.write("For the next shift", NOTE).await?;
    desk.shows("signing-out").await?;
    desk.press("Sign out").await?;
    desk.sees(&format!("{who} went, after")).await?;
    desk.sees(NOTE).await?;
    desk.sees(&format!("Hand-over of {who}")).await?;
    desk.sees("Nobody is signed in to work.").await
}

/// The desk stays locked, lists nobody, and does not say whether it was the name or the PIN that is wrong.
async fn comes_and_goes_while_locked(desk: &Desk, who: &str) -> Outcome {
    desk.strikes("Ctrl+l").await?;
    desk.sees("What was on the screen is kept.").await?;
    desk.does_not_see(who).await?;
    desk.enters("Sign in or out of work").await?;
    desk.has_focus("Your name").await?;
    for (name, said) in [("Nobody Here", "That name and that PIN do not belong together."), (who, "came at")] {
        desk.write("Your name", name).await?;
        desk.write("Your PIN", PIN).await?;
        desk.strikes("Enter").await?;
        desk.sees(said).await?;
        desk.shows("at-the-locked-desk").await?;
    }
    desk.press("Sign in or out of work").await?;
    desk.write("Your name", who).await?;
    desk.write("Your PIN", PIN).await?;
    desk.press("Sign in or out").await?;
    desk.sees(&format!("{who} went at")).await?;
    desk.write(MAYA.kind, MAYA.secret).await?;
    desk.press("Unlock").await?;
    desk.sees("Nobody is signed in to work.").await
}

/// Hours that were forgotten are added with a reason, and stand on the timesheet.
async fn is_put_right(desk: &Desk, who: &str) -> Outcome {
    desk.opens("Hours").await?;
    desk.press(who).await?;
    desk.press("Add hours").await?;
    desk.write("Came", "0:05").await?;
    desk.write("Went", "0:12").await?;
    desk.write("Why", "forgot to sign in, seen by Maya").await?;
    desk.shows("put-right").await?;
    desk.strikes("Enter").await?;
    desk.sees("are put right").await?;
    desk.sees("“forgot to sign in, seen by Maya”").await?;
    desk.shows("timesheet").await?;
    let there = desk.ask("hours.at_the_desk", json!({})).await?;
    let mut people = there["people"].as_array().into_iter().flatten();
    let one = people.find(|one| one["person"] == who).cloned().unwrap_or(Value::Null);
    demand(one["here_since"].is_null(), || format!("{who} is here still: {one}"))
}

async fn is_rounded(desk: &Desk) -> Outcome {
    desk.press("More").await?;
    desk.press("Pay period and rounding").await?;
    desk.choose("Times are rounded", "To 15 minutes").await?;
    desk.shows("rounding").await?;
    desk.press("Save").await?;
    desk.sees("Pay period and rounding are kept").await?;
    desk.sees("Rounding to 15 minutes gave").await
}

async fn goes_to_the_payroll(desk: &Desk) -> Outcome {
    desk.strikes("F8").await?;
    desk.sees("Saved as").await?;
    desk.sees("Timesheet ").await?;
    desk.strikes("Ctrl+S").await?;
    desk.sees("Payroll hours").await?;
    desk.press("Everybody’s hours").await?;
    desk.sees("worked ·").await?;
    desk.shows("hours-of-all").await
}

/// The period before, which is over: signed off, opened again by Undo, and signed off for good.
async fn is_signed_off(desk: &Desk) -> Outcome {
    desk.strikes("[").await?;
    desk.sees("This pay period is over and not signed off.").await?;
    desk.enters("Sign off").await?;
    desk.sees(&format!("Signed off by {}", MAYA.name)).await?;
    desk.press("Undo").await?;
    desk.sees("This pay period is over and not signed off.").await?;
    desk.press("Sign off").await?;
    desk.sees("What is put right from now on is paid with the next period.").await?;
    desk.shows("signed-off").await
}
