//! PINs for the desk: given, changed, taken away.

use serde_json::json;

use super::{clocks, helper};
use crate::library::library;

#[test]
fn a_pin_is_figures_and_only_its_hash_is_kept() {
    let library = library();
    let ada = helper(&library, "Ada");
    for pin in ["123", "12a4", "1234567890123"] {
        library.fails("hours.set_pin", json!({ "staff": ada, "pin": pin }));
    }
    let kept: String = library
        .outside()
        .query_row("SELECT secret FROM desk_pin", [], |row| row.get(0))
        .unwrap();
    assert!(kept.starts_with("$argon2id$") && !kept.contains("2468"));
}

#[test]
fn a_pin_that_was_taken_away_signs_nobody_in() {
    let library = library();
    let ada = helper(&library, "Ada");
    library.does("hours.set_pin", json!({ "staff": ada, "pin": null }));
    let by = json!({ "by": { "staff": ada, "pin": "2468" } });
    library.fails("hours.sign_in", by);
    let person = &library.does("hours.at_the_desk", json!({}))["people"][0];
    assert_eq!(
        (&person["secret"], &person["own_pin"]),
        (&json!(null), &json!(false))
    );
    library.does("hours.set_pin", json!({ "staff": ada, "pin": "2468" }));
    clocks(&library, "hours.sign_in", &ada);
}
