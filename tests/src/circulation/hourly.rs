//! Loans by the hour: due at an instant, within opening hours, late by the minute.

use serde_json::{Value, json};

use crate::library::{Library, PASSPHRASE, library};

/// A library whose books go for two hours, open 9 to 12 and 13 to 18 on Mondays. It is ten in the morning.
fn by_the_hour(more: &Value) -> Library {
    let library = library();
    let hours = json!([{ "opens": 540, "closes": 720 }, { "opens": 780, "closes": 1080 }]);
    library.does(
        "policies.set_hours",
        json!({ "weekday": 1, "hours": hours }),
    );
    let mut rule = json!({
        "category": null, "item_type": 1, "period": { "unit": "hours", "count": 2 }, "limit": 3, "renewals": 2,
    });
    for (name, value) in more.as_object().unwrap() {
        rule[name] = value.clone();
    }
    library.does(
        "policies.remove_rule",
        json!({ "category": 1, "item_type": 1 }),
    );
    library.does("policies.set_rule", rule);
    library
}

/// Lets the clock run, and unlocks the desk that locked itself meanwhile.
fn waits(library: &Library, seconds: i64) {
    library.later(seconds);
    library.does("accounts.unlock", json!({ "secret": PASSPHRASE }));
}

#[test]
fn a_loan_by_the_hour_comes_home_before_lunch() {
    let library = by_the_hour(&json!({}));
    let (ada, book) = (library.patron("2001", "Ada"), library.book("3001", "Emma"));
    waits(&library, 45 * 60);
    let lent = library.lends(&book).to(&ada);
    // 10:45 and two hours make 12:45 in Chicago; lunch begins at 12.
    assert_eq!(lent["loan"]["due"], "2026-11-23");
    assert_eq!(lent["loan"]["due_at"], "2026-11-23T18:00:00Z");
    let kinds: Vec<_> = lent["why"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["kind"].clone())
        .collect();
    assert_eq!(kinds, ["rule", "card", "closed_then", "open"]);
    assert_eq!(lent["why"][0]["row"], "item_type");
    assert_eq!(lent["why"][2]["by"], "library");
    let item = library.does("catalog.item", json!({ "id": book }));
    assert_eq!(item["item"]["due_at"], lent["loan"]["due_at"]);
}

#[test]
fn a_rules_own_word_wins_over_the_library() {
    let library = by_the_hour(&json!({ "hourly_closed": "after_opening" }));
    let (ada, book) = (library.patron("2001", "Ada"), library.book("3001", "Emma"));
    waits(&library, 45 * 60);
    let lent = library.lends(&book).to(&ada);
    assert_eq!(lent["loan"]["due_at"], "2026-11-23T19:15:00Z");
    assert_eq!(lent["why"][2]["by"], "rule");
}

#[test]
fn a_loan_by_the_hour_is_late_by_the_instant() {
    let library = by_the_hour(&json!({}));
    let (ada, book) = (library.patron("2001", "Ada"), library.book("3001", "Emma"));
    library.lends(&book).to(&ada);
    let overdue = || {
        library.does(
            "circulation.loans",
            json!({ "only": "overdue", "limit": 9 }),
        )
    };
    waits(&library, 2 * 3600);
    assert_eq!(overdue()["rows"], json!([]));
    library.later(60);
    assert_eq!(overdue()["rows"][0]["overdue"], true);
    assert_eq!(overdue()["rows"][0]["overdue_days"], 0);
    let today = library.does(
        "circulation.loans",
        json!({ "only": "due_today", "limit": 9 }),
    );
    assert_eq!(today["rows"], json!([]));
    let back = library.does("circulation.check_in", json!({ "item": book }));
    assert_eq!(back["late"], true);
}

#[test]
fn a_renewal_counts_from_when_it_was_due_and_its_undo_restores_the_instant() {
    let library = by_the_hour(
        &json!({ "renew_from": "due_date", "period": { "unit": "hours", "count": 1 } }),
    );
    let (ada, book) = (library.patron("2001", "Ada"), library.book("3001", "Emma"));
    let lent = library.lends(&book).to(&ada);
    assert_eq!(lent["loan"]["due_at"], "2026-11-23T17:00:00Z");
    library.later(120);
    let again = library.does(
        "circulation.renew",
        json!({ "loan": lent["loan"]["id"], "override": null }),
    );
    assert_eq!(again["loan"]["due_at"], "2026-11-23T18:00:00Z");
    assert_eq!(again["why"][0]["counted_from"], "due_date");
    library.does("circulation.undo", json!({ "undo": again["undo"] }));
    let loan = library.does("circulation.item_loan", json!({ "item": book }));
    assert_eq!(loan["due_at"], "2026-11-23T17:00:00Z");
}

#[test]
fn what_no_rule_lends_any_more_is_not_renewed() {
    let library = by_the_hour(&json!({}));
    let (ada, book) = (library.patron("2001", "Ada"), library.book("3001", "Emma"));
    let lent = library.lends(&book).to(&ada);
    library.does(
        "policies.remove_rule",
        json!({ "category": null, "item_type": 1 }),
    );
    library.later(120);
    let renew = json!({ "loan": lent["loan"]["id"], "override": null });
    assert_eq!(library.refuses("circulation.renew", renew), ["no_rule"]);
}

#[test]
fn a_row_for_any_item_counts_all_that_it_governs() {
    let library = library();
    let laptop = library.does("policies.add_item_type", json!({ "name": "Laptop" }))["id"].clone();
    let game = library.does("policies.add_item_type", json!({ "name": "Game" }))["id"].clone();
    library.does(
        "policies.set_rule",
        json!({
            "category": 1, "item_type": null, "period": { "unit": "days", "count": 7 }, "limit": 1, "renewals": 0,
        }),
    );
    let ada = library.patron("2001", "Ada");
    let of = |barcode, kind: &Value| library.item_of_type(barcode, "Thing", kind.as_i64().unwrap());
    library.lends(&library.book("3001", "Emma")).to(&ada);
    library.lends(&of("3002", &laptop)).to(&ada);
    let more = json!({ "patron": ada, "item": of("3003", &game), "override": null });
    assert_eq!(
        library.refuses("circulation.check_out", more),
        ["limit_reached"]
    );
}
