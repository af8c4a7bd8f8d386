//! A new library is set up: wholly, or not at all.

use serde_json::{Value, json};

use crate::library::{Library, library, new_library};

/// What somebody in Munich fills in, with the last group of the code that was drawn.
pub(super) fn wishes(library: &Library) -> Value {
    let drawn = library.does("accounts.draw_recovery_code", json!({}));
    json!({
        "details": {
            "name": " Stadtbücherei ", "zone": "Europe/Berlin", "lends": "carrel", "locale": "de-DE", "currency": "EUR",
            "clock": "h24", "week_starts": "monday", "paper": "a4", "receipt": "mm58", "idle_minutes": 5, "grace_days": 14,
        },
        "hours": [{ "weekday": 2, "opens": 600, "closes": 1080 }, { "weekday": 4, "opens": 540, "closes": 720 }, { "weekday": 4, "opens": 840, "closes": 1140 }],
        "loan_days": 28, "fines": { "per_day": 25, "cap": 500 },
        "name": "Maya", "passphrase": "a quiet reading room",
        "last_group": drawn["groups"][7],
    })
}

#[test]
fn a_library_is_set_up_at_once_and_its_supervisor_sits_down() {
    let library = new_library();
    assert_eq!(
        library.does("accounts.session", json!({}))["state"],
        "setup"
    );
    let state = library.does("accounts.set_up", wishes(&library));
    assert_eq!(
        (&state["state"], &state["library"]),
        (&json!("open"), &json!("Stadtbücherei"))
    );
    assert_eq!(state["recovery"], true);
    assert_eq!(state["zone"], "Europe/Berlin");
    let calendar = library.does(
        "policies.calendar",
        json!({ "from": "2026-11-23", "to": "2026-11-23" }),
    );
    let weekdays = |calendar: &Value| -> Vec<Value> {
        calendar["hours"]
            .as_array()
            .unwrap()
            .iter()
            .map(|hours| hours["weekday"].clone())
            .collect()
    };
    assert_eq!(weekdays(&calendar), [json!(2), json!(4), json!(4)]);
    let lending = library.does("policies.lending", json!({}));
    assert_eq!(lending["charge_fines"], true);
    let rules = library.does("policies.rules", json!({}));
    let rules = rules["rules"].as_array().unwrap();
    let default = rules
        .iter()
        .find(|rule| rule["category"].is_null() && rule["item_type"].is_null())
        .unwrap();
    assert_eq!(
        (&default["fine"], &default["fine_cap"]),
        (&json!(25), &json!(500))
    );
    let book = rules
        .iter()
        .find(|rule| rule["category"] == 2 && rule["item_type"] == 1)
        .unwrap();
    assert_eq!(book["period"], default["period"]);
    assert!(rules.iter().all(|rule| rule["fine"] == 25));
    assert_eq!(library.core.library().details.currency, "EUR");
    let audited = library.does("audit.list", json!({ "before": null, "limit": 5 }));
    assert_eq!(audited.as_array().unwrap().len(), 1);
    assert_eq!(audited[0]["command"], "accounts.set_up");
}

#[test]
fn what_cannot_be_leaves_the_library_new() {
    let library = new_library();
    for (field, wrong, at) in [
        ("passphrase", json!("password1"), "secret"),
        ("passphrase", json!("short"), "secret"),
        ("name", json!(" "), "name"),
        ("last_group", json!("0000"), "last_group"),
        (
            "hours",
            json!([{ "weekday": 2, "opens": 600, "closes": 600 }]),
            "closes",
        ),
        ("loan_days", json!(9999), "days"),
    ] {
        let mut wishes = wishes(&library);
        wishes[field] = wrong;
        let refused = library.fails("accounts.set_up", wishes);
        assert_eq!(refused.failure().details["field"], at, "{refused}");
        assert_eq!(
            library.does("accounts.session", json!({}))["state"],
            "setup"
        );
        assert_eq!(library.core.library().details.name, "");
    }
    assert_eq!((library.rows("account"), library.rows("audit")), (0, 0));
}

#[test]
fn a_library_is_set_up_once() {
    let library = new_library();
    let wishes = wishes(&library);
    library.does("accounts.set_up", wishes.clone());
    assert!(library.call("accounts.set_up", wishes).is_err());
    assert!(
        library
            .call("accounts.draw_recovery_code", json!({}))
            .is_err()
    );
    assert_eq!(library.rows("account"), 1);
}

#[test]
fn going_back_and_forth_shows_the_same_code_and_another_window_another() {
    let library = new_library();
    let shown = library.does("accounts.draw_recovery_code", json!({}));
    assert_eq!(
        library.does("accounts.draw_recovery_code", json!({})),
        json!({ "groups": shown["groups"], "again": true })
    );
    let elsewhere = library.core.open_session();
    let other = library
        .core
        .call(elsewhere, "accounts.draw_recovery_code", json!({}));
    let other = other.unwrap().output;
    assert_ne!(other["groups"], shown["groups"]);
    assert_eq!(other["again"], false);
}

#[test]
fn a_passphrase_is_weighed_while_it_is_typed() {
    let library = library();
    let weigh = |passphrase: &str| {
        let input = json!({ "passphrase": passphrase, "names": ["Maya", "Marlow Falls"] });
        library.does("accounts.weigh_passphrase", input)
    };
    assert_eq!(weigh("short"), "short");
    assert_eq!(weigh("marlowfalls1"), "common");
    assert_eq!(weigh("a reading room"), "fair");
    assert_eq!(weigh("a quiet reading room"), "strong");
}

#[test]
fn habits_are_guessed_from_what_the_pc_speaks() {
    let library = library();
    let habits = library.does(
        "policies.habits",
        json!({ "locale": "de", "currency": null }),
    );
    assert_eq!(
        (&habits["locale"], &habits["currency"], &habits["paper"]),
        (&json!("de-DE"), &json!("EUR"), &json!("a4"))
    );
}
