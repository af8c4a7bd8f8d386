//! Late returns to begin with: a library that charges for them, a loan that is late, and what somebody owes.

use serde_json::{Value, json};

use super::scene::rows;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble};

/// Fines of a quarter a day and no grace, for this library only.
pub(super) async fn charges_fines(desk: &Desk) -> Outcome {
    let mut policy = desk.ask("policies.lending", json!({})).await?;
    policy["charge_fines"] = json!(true);
    desk.ask("policies.edit_lending", json!({ "policy": policy }))
        .await?;
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
pub(super) async fn something_late(desk: &Desk) -> Outcome<Value> {
    let found = desk
        .ask(
            "circulation.loans",
            json!({ "only": "overdue", "limit": 500 }),
        )
        .await?;
    let late = rows(&found)
        .iter()
        .max_by_key(|loan| loan["overdue_days"].as_i64());
    late.cloned()
        .ok_or_else(|| Trouble::not_so("the demo library has nothing overdue"))
}

/// What a patron owes, in cents.
pub(super) async fn balance(desk: &Desk, patron: &Value) -> Outcome<i64> {
    let ledger = desk
        .ask("charges.ledger", json!({ "patron": patron }))
        .await?;
    ledger["balance"]
        .as_i64()
        .ok_or_else(|| Trouble::not_so("a ledger has no balance"))
}

/// Waits until the core says that the patron owes so much.
pub(super) async fn owes(
    desk: &Desk,
    patron: &Value,
    enough: impl Fn(i64) -> bool,
) -> Outcome<i64> {
    let settled = async || {
        Ok(balance(desk, patron)
            .await
            .ok()
            .filter(|owed| enough(*owed)))
    };
    desk.until("the balance to change", settled).await
}

/// Cents as the screen writes them.
pub(super) fn money(cents: i64) -> String {
    format!("${}.{:02}", cents / 100, cents % 100)
}
