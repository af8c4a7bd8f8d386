//! What is scanned at a locked desk is kept as a return, a card is refused, and whoever opens the desk settles it.

use serde_json::{Value, json};

use super::people::JONAS;
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

/// Two returns and a card before the lock; one is taken back, one dismissed.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(JONAS).await?;
    let patron = desk.somebody_free().await?;
    let thing = desk.something_for(&patron).await?;
    let lend = json!({ "patron": patron.id, "item": thing.id, "override": null });
    desk.ask("circulation.check_out", lend).await?;
    desk.strikes("Ctrl+l").await?;
    desk.sees("What was on the screen is kept.").await?;
    for code in [&thing.barcode, "39999000000011"] {
        desk.types(&format!("{code}\u{E007}")).await?;
        desk.sees("kept as a return").await?;
    }
    desk.sees("2 returns were scanned while locked").await?;
    desk.shoots("kept").await?;
    desk.types(&format!("{}\u{E007}", patron.card)).await?;
    desk.sees("The desk is locked: nothing is lent").await?;
    desk.write(JONAS.kind, JONAS.secret).await?;
    desk.press("Unlock").await?;
    desk.sees("Settle them at the desk").await?;
    desk.strikes("Alt+2").await?;
    desk.sees("2 returns scanned while locked").await?;
    desk.sees(&thing.title).await?;
    desk.shows("waiting").await?;
    desk.strikes("Alt+r").await?;
    desk.sees("1 return scanned while locked").await?;
    let loan = desk.loan_of(&thing.id).await?;
    demand(loan == Value::Null, || format!("the file says of {}: {loan}", thing.barcode))?;
    desk.press("Dismiss 39999000000011").await?;
    desk.press("Not an item of ours").await?;
    desk.sees("Dismissed").await?;
    desk.shoots("settled").await
}
