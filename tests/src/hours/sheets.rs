//! Everybody's pay period at a glance, against limits and awards.

use serde_json::json;

use super::{at, helper, shift, works};
use crate::library::library;

const MONDAY: &str = "2026-11-23";

#[test]
fn a_week_counts_what_was_worked_and_what_is_to_come() {
    let library = library();
    let ada = helper(&library, "Ada");
    let details = json!({ "name": "Ada", "student": true, "most_minutes": 600 });
    library.does(
        "staff.edit",
        json!({ "id": ada, "details": details, "limits": {} }),
    );
    shift(&library, &ada, MONDAY, 540, 780);
    shift(&library, &ada, "2026-11-24", 540, 780);
    shift(&library, &ada, "2026-11-26", 540, 780);
    works(&library, &ada, MONDAY, (9, 0), (14, 0));
    at(&library, "2026-11-25", 9, 0);
    let told = library.does("hours.sheets", json!({ "day": MONDAY }));
    let ada = &told["people"][0];
    // Five hours on Monday, none on Tuesday, four planned on Thursday.
    assert_eq!(ada["week"]["minutes"], 540);
    assert_eq!(ada["week"]["most"], 600);
    assert_eq!(ada["odd_days"], 1);
    assert_eq!(ada["totals"]["paid"], 300);
}

#[test]
fn an_award_is_used_up_by_what_was_worked() {
    let library = library();
    let ada = helper(&library, "Ada");
    let limits = json!({ "award_minutes": 1200, "award_from": "2026-11-16" });
    library.does(
        "staff.edit",
        json!({ "id": ada, "details": { "name": "Ada" }, "limits": limits }),
    );
    shift(&library, &ada, "2026-11-17", 540, 660);
    shift(&library, &ada, MONDAY, 540, 780);
    works(&library, &ada, MONDAY, (9, 0), (12, 0));
    at(&library, "2026-11-24", 9, 0);
    let told = library.does("hours.sheets", json!({ "day": MONDAY }));
    // Two hours as they were scheduled before anybody signed in here, three hours as they were worked.
    assert_eq!(
        told["people"][0]["award"],
        json!({ "total": 1200, "used": 300 })
    );
}
