//! At a student's desk a supervisor allows a loan with their own secret, and the scan box is ready again.

use serde_json::json;

use super::people::{CHLOE, MAYA};
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

/// The card has run out; Maya stands beside.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let patron = desk.somebody_free().await?;
    let thing = desk.something_for(&patron).await?;
    let mut details = patron.details.clone();
    details["expires"] = json!("2020-02-29");
    desk.ask("patrons.edit", json!({ "id": patron.id, "details": details })).await?;
    desk.press("Signed in:").await?;
    desk.press("Sign out").await?;
    desk.signs_in(CHLOE).await?;
    desk.opens("Desk").await?;
    desk.scan(&patron.card).await?;
    desk.sees(&patron.name).await?;
    desk.scan(&thing.barcode).await?;
    desk.sees("Not lent").await?;
    desk.finds("press", "Ask a supervisor").await?;
    desk.strikes("F9").await?;
    desk.has_focus("Reason").await?;
    desk.types("New card is printed").await?;
    desk.strikes("Enter").await?;
    desk.has_focus(&format!("{} of {}", MAYA.kind, MAYA.name)).await?;
    desk.types(MAYA.secret).await?;
    desk.shows("secret").await?;
    desk.strikes("Enter").await?;
    desk.sees("in spite of:").await?;
    desk.has_focus("Scan box").await?;
    let loan = desk.loan_of(&thing.id).await?;
    demand(loan["patron"] == patron.id, || format!("the file says of {}: {loan}", thing.barcode))
}
