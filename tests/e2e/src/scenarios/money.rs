//! Money at the desk, by keyboard: an item comes back late, a part of its fine is paid and that undone and paid anew, the
//! rest is waived, and the receipt says so.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::fines::{balance, charges_fines, money, owes, something_late};
use super::people::MAYA;
use super::scene::text;
use crate::desk::Desk;
use crate::programs::text_of;
use crate::trouble::{Outcome, Trouble, demand};

/// From the late return to the receipt.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let loan = something_late(desk).await?;
    let patron = &loan["patron"];
    let record = desk.ask("patrons.patron", json!({ "id": patron })).await?;
    let before = balance(desk, patron).await?;
    charges_fines(desk).await?;
    desk.opens("Desk").await?;
    desk.scan(&text(&record["details"]["card"])?).await?;
    desk.strikes("F3").await?;
    desk.finds("field", "Scan box, Return").await?;
    desk.scan(&text(&loan["barcode"])?).await?;
    desk.sees("charged $").await?;
    let owed = owes(desk, patron, |owed| owed > before).await?;
    desk.sees(&format!("Owes {}", money(owed))).await?;
    desk.shows("fined").await?;
    pays(desk, patron, owed, 10).await?;
    desk.shoots("part-paid").await?;
    desk.strikes("Ctrl+z").await?;
    owes(desk, patron, |now| now == owed).await?;
    desk.sees("Undone").await?;
    desk.shoots("payment-undone").await?;
    pays(desk, patron, owed, 25).await?;
    waives(desk, patron, owed - 25).await?;
    desk.shoots("settled").await?;
    has_a_receipt(desk, owed - 25).await
}

/// Takes so many cents: F8, the amount in place of all that is owed, Enter.
async fn pays(desk: &Desk, patron: &Value, owed: i64, cents: i64) -> Outcome {
    desk.has_focus("Scan box").await?;
    desk.strikes("F8").await?;
    desk.has_focus("Amount").await?;
    let filled = desk.reads("Amount").await?;
    demand(filled == money(owed), || format!("the amount begins at {filled}, {} is owed", money(owed)))?;
    desk.strikes("Ctrl+A").await?;
    desk.types(&format!("0.{cents:02}")).await?;
    desk.shows("payment").await?;
    desk.strikes("Enter").await?;
    owes(desk, patron, |now| now == owed - cents).await?;
    desk.sees(&format!("Paid {}", money(cents))).await
}

/// Waives all that is left, found through the palette.
async fn waives(desk: &Desk, patron: &Value, owed: i64) -> Outcome {
    desk.has_focus("Scan box").await?;
    desk.strikes("Ctrl+k").await?;
    desk.types("Waive what").await?;
    desk.sees("Waive what is owed").await?;
    desk.strikes("Enter").await?;
    desk.has_focus("Amount").await?;
    desk.strikes("Tab").await?;
    desk.has_focus("Reason").await?;
    desk.types("was ill").await?;
    desk.shows("waiver").await?;
    desk.strikes("Enter").await?;
    owes(desk, patron, |now| now == 0).await?;
    desk.sees(&format!("Waived {}", money(owed))).await
}

/// The receipt, saved and read by another program.
async fn has_a_receipt(desk: &Desk, waived: i64) -> Outcome {
    desk.has_focus("Scan box").await?;
    desk.strikes("Ctrl+b").await?;
    desk.sees("Ledger").await?;
    desk.shows("ledger").await?;
    desk.strikes("Esc").await?;
    desk.has_focus("Scan box").await?;
    desk.strikes("Ctrl+p").await?;
    desk.finds("any", "Page 1 of 1").await?;
    desk.shows("receipt").await?;
    let before = receipts(desk)?;
    desk.press("Save").await?;
    let saved = async || Ok(receipts(desk).unwrap_or_default().into_iter().find(|one| !before.contains(one)));
    let saved = desk.until("a saved receipt", saved).await?;
    desk.sees("Saved as Receipt").await?;
    let words = text_of(&saved)?.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [format!("Paid {}", money(25)), format!("Waived {}", money(waived)), "Nothing is owed.".into()] {
        demand(words.contains(&said), || format!("the receipt does not say {said}: {words}"))?;
    }
    Ok(())
}

fn receipts(desk: &Desk) -> Outcome<Vec<PathBuf>> {
    if !desk.exports().exists() {
        return Ok(vec![]);
    }
    let entries = fs::read_dir(desk.exports()).map_err(Trouble::file("reading", desk.exports()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let name = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("Receipt"));
    Ok(paths.filter(name).filter(|path| path.extension().is_some_and(|ending| ending == "pdf")).collect())
}
