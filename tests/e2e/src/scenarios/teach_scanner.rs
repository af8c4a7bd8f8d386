//! A scanner that sends Codabar letters and ends with Tab is taught, tried, saved, and lends from then on.

use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

/// What the scanner makes of a label: letters around it, and Tab.
fn sent(label: &str) -> String {
    format!("A{label}B\u{E004}")
}

/// From the page to a loan, without the pointer between.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let patron = desk.somebody_free().await?;
    let thing = desk.something_for(&patron).await?;
    desk.opens("Settings").await?;
    desk.press("Scanner").await?;
    desk.has_focus("Scan a card").await?;
    desk.shows("untaught").await?;
    desk.types(&sent(&patron.card)).await?;
    desk.sees(&format!("A{}B⇥", patron.card)).await?;
    desk.sees("took off the Codabar letters A and B").await?;
    desk.has_focus("Scan an item").await?;
    desk.types(&sent(&thing.barcode)).await?;
    desk.sees(&format!("A{}B⇥", thing.barcode)).await?;
    desk.write("Printed under the item’s bars", &thing.barcode).await?;
    desk.strikes("Enter").await?;
    desk.sees("as printed").await?;
    desk.finds("any", "Try it").await?;
    desk.strikes("Tab").await?;
    desk.has_focus("Try it").await?;
    desk.types(&sent(&thing.barcode)).await?;
    desk.sees("looks like an item").await?;
    desk.shows("taught").await?;
    desk.press("Save").await?;
    desk.sees("The scanner’s rules are saved").await?;
    desk.strikes("Alt+2").await?;
    desk.has_focus("Scan box").await?;
    desk.types(&sent(&patron.card)).await?;
    desk.sees(&patron.name).await?;
    desk.has_focus("Scan box").await?;
    desk.types(&sent(&thing.barcode)).await?;
    desk.sees("Out: 1").await?;
    let loan = desk.loan_of(&thing.id).await?;
    demand(loan["patron"] == patron.id, || format!("the file says of {}: {loan}", thing.barcode))?;
    let mut unknown = patron.card.clone();
    unknown.replace_range(unknown.len() - 4.., "0000");
    desk.types(&sent(&unknown)).await?;
    desk.sees("Looks like a card that nobody has").await?;
    desk.shoots("lent").await
}
