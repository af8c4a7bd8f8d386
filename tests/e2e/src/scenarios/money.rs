//! Money at the desk, by keyboard: an item comes back late, a part of its fine is paid and that undone and paid anew, the
//! rest is waived, and the receipt says so.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::people::MAYA;
use super::scene::{rows, text};
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
    desk.shoots("fined").await?;
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
    desk.shoots("payment").await?;
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
    desk.shoots("waiver").await?;
    desk.strikes("Enter").await?;
    owes(desk, patron, |now| now == 0).await?;
    desk.sees(&format!("Waived {}", money(owed))).await
}

/// The receipt, saved and read by another program.
async fn has_a_receipt(desk: &Desk, waived: i64) -> Outcome {
    desk.has_focus("Scan box").await?;
    desk.strikes("Ctrl+b").await?;
    desk.sees("Ledger").await?;
    desk.shoots("ledger").await?;
    desk.strikes("Esc").await?;
    desk.has_focus("Scan box").await?;
    desk.strikes("Ctrl+p").await?;
    desk.finds("any", "Page 1 of 1").await?;
    desk.shoots("receipt").await?;
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

/// Fines of a quarter a day and no grace, for this library only.
async fn charges_fines(desk: &Desk) -> Outcome {
    let mut policy = desk.ask("policies.lending", json!({})).await?;
    policy["charge_fines"] = json!(true);
    desk.ask("policies.edit_lending", json!({ "policy": policy })).await?;
    let rules = desk.ask("policies.rules", json!({})).await?;
    for rule in rules["rules"].as_array().into_iter().flatten() {
        let mut rule = rule.clone();
        rule["fine"] = json!(25);
        rule["fine_grace"] = json!(0);
        rule["charge_fines"] = Value::Null;
        desk.ask("policies.set_rule", rule).await?;
    }
    Ok(())
}

/// The loan that is overdue longest.
async fn something_late(desk: &Desk) -> Outcome<Value> {
    let found = desk.ask("circulation.loans", json!({ "only": "overdue", "limit": 500 })).await?;
    let late = rows(&found).iter().max_by_key(|loan| loan["overdue_days"].as_i64());
    late.cloned().ok_or_else(|| Trouble::not_so("the demo library has nothing overdue"))
}

async fn balance(desk: &Desk, patron: &Value) -> Outcome<i64> {
    let ledger = desk.ask("charges.ledger", json!({ "patron": patron })).await?;
    ledger["balance"].as_i64().ok_or_else(|| Trouble::not_so("a ledger has no balance"))
}

/// Waits until the core says that the patron owes so much.
async fn owes(desk: &Desk, patron: &Value, enough: impl Fn(i64) -> bool) -> Outcome<i64> {
    let settled = async || Ok(balance(desk, patron).await.ok().filter(|owed| enough(*owed)));
    desk.until("the balance to change", settled).await
}

fn money(cents: i64) -> String {
    format!("${}.{:02}", cents / 100, cents % 100)
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
