//! No library stands in the named place, but one was made before: it is offered, taken, and its people sign in.

use serde_json::json;

use crate::desk::Desk;
use crate::programs::{FIRST, FOUND};
use crate::trouble::{Outcome, demand};

/// From the offer to Today.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.sees("How do you lend?").await?;
    desk.sees("A library is on this PC already").await?;
    desk.sees(FOUND).await?;
    desk.shows("offered").await?;
    desk.enters("Work with this one").await?;
    let (name, passphrase) = FIRST;
    desk.sees(name).await?;
    desk.shoots("taken").await?;
    desk.write("Passphrase", passphrase).await?;
    desk.strikes("Enter").await?;
    desk.finds("any", &format!("Signed in: {name}")).await?;
    let session = desk.ask("accounts.session", json!({})).await?;
    demand(session["library"] == FOUND, || format!("the open library is {session}"))?;
    desk.shoots("today").await
}
