//! One person's pay period.

use serde_json::{Value, json};

use super::{at, helper, shift, works};
use crate::library::{Library, library};

const MONDAY: &str = "2026-11-23";

fn rule(library: &Library, rounding: &str, period: &str) {
    library.does(
        "hours.set_rule",
        json!({ "rounding": rounding, "period": period, "begins": "2026-11-09" }),
    );
}

fn totals(library: &Library, id: &Value) -> Value {
    library.does("hours.timesheet", json!({ "staff": id, "day": MONDAY }))["totals"].clone()
}

#[test]
fn what_was_worked_stands_beside_what_was_scheduled() {
    let library = library();
    let ada = helper(&library, "Ada");
    shift(&library, &ada, MONDAY, 540, 780);
    shift(&library, &ada, "2026-11-24", 540, 660);
    works(&library, &ada, MONDAY, (9, 12), (13, 3));
    at(&library, "2026-11-25", 9, 0);
    let told = library.does("hours.timesheet", json!({ "staff": ada, "day": MONDAY }));
    assert_eq!(
        told["totals"],
        json!({ "scheduled": 360, "worked": 231, "paid": 231, "difference": -129, "rounded": 0, "open": 0, "adjusted": 0 })
    );
    assert_eq!(
        told["days"][0]["oddities"],
        json!([{ "kind": "late", "minutes": 12 }])
    );
    assert_eq!(
        told["days"][1]["oddities"],
        json!([{ "kind": "missed", "start": 540, "end": 660 }])
    );
    assert_eq!(
        told["period"],
        json!({ "first": MONDAY, "last": "2026-11-29" })
    );
}

#[test]
fn rounding_is_the_librarys_and_changes_no_stamp() {
    let library = library();
    let ada = helper(&library, "Ada");
    works(&library, &ada, MONDAY, (9, 7), (12, 8));
    let paid = |rounding: &str| {
        rule(&library, rounding, "week");
        let totals = totals(&library, &ada);
        assert_eq!(totals["worked"], 181);
        totals["paid"].as_u64().unwrap()
    };
    assert_eq!(
        ["none", "five", "six", "fifteen"].map(paid),
        [181, 185, 180, 195]
    );
}

#[test]
fn a_period_of_two_weeks_is_counted_from_its_day() {
    let library = library();
    let ada = helper(&library, "Ada");
    works(&library, &ada, "2026-11-24", (9, 0), (10, 0));
    rule(&library, "none", "two_weeks");
    let told = library.does(
        "hours.timesheet",
        json!({ "staff": ada, "day": "2026-12-01" }),
    );
    assert_eq!(
        told["period"],
        json!({ "first": MONDAY, "last": "2026-12-06" })
    );
    assert_eq!(told["totals"]["worked"], 60);
    assert_eq!(library.does("hours.rule", json!({}))["period"], "two_weeks");
    rule(&library, "none", "half_month");
    let told = library.does("hours.timesheet", json!({ "staff": ada, "day": MONDAY }));
    assert_eq!(
        told["period"],
        json!({ "first": "2026-11-16", "last": "2026-11-30" })
    );
}

#[test]
fn the_night_in_which_the_clocks_go_back_is_an_hour_longer() {
    let library = library();
    let ada = helper(&library, "Ada");
    shift(&library, &ada, "2026-11-01", 0, 240);
    works(&library, &ada, "2026-11-01", (0, 0), (4, 0));
    let told = library.does(
        "hours.timesheet",
        json!({ "staff": ada, "day": "2026-11-01" }),
    );
    let sunday = told["days"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&sunday["scheduled"], &sunday["paid"]),
        (&json!(300), &json!(300))
    );
}

#[test]
fn one_sees_ones_own_and_nobody_elses() {
    let library = library();
    let (ada, ben) = (helper(&library, "Ada"), helper(&library, "Ben"));
    let account = json!({ "name": "ada", "role": "student_worker", "staff": ada, "active": true });
    let account = library.does(
        "accounts.add",
        json!({ "details": account, "secret_kind": "pin", "secret": "4711" }),
    );
    let session = library.core.open_session();
    let sign_in = json!({ "account": account["id"], "secret": "4711" });
    library
        .core
        .call(session, "accounts.sign_in", sign_in)
        .unwrap();
    let ask = |id: &Value| {
        let input = json!({ "staff": id, "day": MONDAY });
        library.core.call(session, "hours.timesheet", input)
    };
    assert!(ask(&ada).is_ok());
    let refused = ask(&ben).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "this needs the permission to edit schedule"
    );
}
