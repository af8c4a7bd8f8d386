//! A "no" names all its reasons at once and who may override; a clerk may not, a supervisor does and says why.

use serde_json::json;

use super::people::{JONAS, MAYA};
use super::scene::{Borrower, Thing};
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

/// The card has run out and the item is in repair.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let patron = desk.somebody_free().await?;
    let thing = desk.something_for(&patron).await?;
    make_trouble(desk, &patron, &thing).await?;
    desk.press("Signed in:").await?;
    desk.press("Sign out").await?;
    desk.signs_in(JONAS).await?;
    refuses(desk, &patron, &thing).await?;
    desk.does_not_see("Override…").await?;
    desk.press("Signed in:").await?;
    desk.press("Sign out").await?;
    desk.signs_in(MAYA).await?;
    refuses(desk, &patron, &thing).await?;
    desk.shows("refused").await?;
    desk.strikes("F9").await?;
    desk.has_focus("Reason").await?;
    desk.types("New card is printed").await?;
    desk.shows("reason").await?;
    desk.strikes("Enter").await?;
    desk.sees("in spite of:").await?;
    let loan = desk.loan_of(&thing.id).await?;
    demand(loan["patron"] == patron.id, || format!("the file says of {}: {loan}", thing.barcode))?;
    desk.shoots("overridden").await
}

async fn make_trouble(desk: &Desk, patron: &Borrower, thing: &Thing) -> Outcome {
    let mut details = patron.details.clone();
    details["expires"] = json!("2020-02-29");
    desk.ask("patrons.edit", json!({ "id": patron.id, "details": details })).await?;
    desk.ask("catalog.set_status", json!({ "item": thing.id, "status": "repair" })).await.map(drop)
}

async fn refuses(desk: &Desk, patron: &Borrower, thing: &Thing) -> Outcome {
    desk.opens("Desk").await?;
    desk.scan(&patron.card).await?;
    desk.sees(&patron.name).await?;
    desk.scan(&thing.barcode).await?;
    desk.sees("Not lent").await?;
    desk.sees("Not in service: in repair").await?;
    desk.sees("Card expired").await?;
    desk.sees("Supervisor may override").await?;
    let loan = desk.loan_of(&thing.id).await?;
    demand(loan.is_null(), || "what was refused is lent all the same".to_owned())
}
