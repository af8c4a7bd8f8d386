//! Signing in to work and out, by PIN.

use serde_json::json;

use super::{at, clocks, helper};
use crate::library::library;

const MONDAY: &str = "2026-11-23";

#[test]
fn a_pin_signs_in_and_out_whoever_sits_at_the_desk() {
    let library = library();
    let ada = helper(&library, "Ada");
    let came = clocks(&library, "hours.sign_in", &ada);
    assert_eq!(
        (&came["person"], &came["minutes"]),
        (&json!("Ada"), &json!(null))
    );
    let desk = library.does("hours.at_the_desk", json!({}));
    assert_eq!(desk["people"][0]["here_since"], "2026-11-23T16:00:00Z");
    at(&library, MONDAY, 12, 30);
    let went = clocks(&library, "hours.sign_out", &ada);
    assert_eq!(went["minutes"], 150);
    let audit = library.does("audit.list", json!({ "limit": 1 }));
    let audit = audit.to_string();
    assert!(
        audit.contains("Ada, by PIN") && !audit.contains("2468"),
        "{audit}"
    );
    let session = library.does("accounts.session", json!({}));
    assert_eq!(session["account"]["name"], "Maya");
}

#[test]
fn a_wrong_pin_signs_nobody_in_and_lets_the_next_try_wait() {
    let library = library();
    let ada = helper(&library, "Ada");
    let wrong = json!({ "by": { "staff": ada, "pin": "1357" } });
    let told = library.fails("hours.sign_in", wrong.clone()).failure();
    assert_eq!(
        format!("{:?} {}", told.code, told.details),
        "WrongSecret {\"seconds\":1}"
    );
    let told = library.fails("hours.sign_in", wrong).failure();
    assert_eq!(format!("{:?}", told.code), "Wait");
    assert_eq!(library.rows("clock_stamp"), 0);
    library.later(2);
    clocks(&library, "hours.sign_in", &ada);
}

#[test]
fn an_accounts_own_pin_serves_and_another_does_not() {
    let library = library();
    let details = json!({ "name": "Ben" });
    let ben = library.does("staff.add", json!({ "details": details }))["id"].clone();
    let none = library.fails(
        "hours.sign_in",
        json!({ "by": { "staff": ben, "pin": "4711" } }),
    );
    assert_eq!(
        none.to_string(),
        "pin of Ben was never set: whoever keeps the staff list can"
    );
    let account = json!({ "name": "ben", "role": "student_worker", "staff": ben, "active": true });
    library.does(
        "accounts.add",
        json!({ "details": account, "secret_kind": "pin", "secret": "4711" }),
    );
    let came = json!({ "by": { "staff": ben, "pin": "4711" } });
    assert_eq!(library.does("hours.sign_in", came)["person"], "Ben");
}

#[test]
fn nobody_comes_twice_or_goes_without_having_come() {
    let library = library();
    let ada = helper(&library, "Ada");
    let by = json!({ "by": { "staff": ada, "pin": "2468" } });
    assert_eq!(library.refuses("hours.sign_out", by.clone()), ["not_here"]);
    clocks(&library, "hours.sign_in", &ada);
    assert_eq!(library.refuses("hours.sign_in", by), ["already_here"]);
    assert_eq!(library.refuses("hours.sign_in", json!({})), ["no_pin"]);
}

#[test]
fn who_forgot_to_sign_out_comes_again_and_is_told() {
    let library = library();
    let ada = helper(&library, "Ada");
    clocks(&library, "hours.sign_in", &ada);
    library.on("2026-11-24");
    let desk = library.does("hours.at_the_desk", json!({}));
    assert_eq!(desk["people"][0]["here_since"], json!(null));
    assert_eq!(desk["people"][0]["forgotten"], "2026-11-23T16:00:00Z");
    let came = clocks(&library, "hours.sign_in", &ada);
    assert_eq!(came["forgotten"], "2026-11-23T16:00:00Z");
}

#[test]
fn who_left_the_staff_signs_in_no_more() {
    let library = library();
    let ada = helper(&library, "Ada");
    let left = json!({ "name": "Ada", "ends": "2026-11-20" });
    library.does(
        "staff.edit",
        json!({ "id": ada, "details": left, "limits": {} }),
    );
    let by = json!({ "by": { "staff": ada, "pin": "2468" } });
    assert_eq!(library.refuses("hours.sign_in", by), ["not_on_staff"]);
}

#[test]
fn a_stamp_is_never_changed_not_even_from_outside() {
    let library = library();
    let ada = helper(&library, "Ada");
    clocks(&library, "hours.sign_in", &ada);
    let outside = library.outside();
    for deed in ["UPDATE clock_stamp SET at = 0", "DELETE FROM clock_stamp"] {
        let refused = outside.execute(deed, []).unwrap_err().to_string();
        assert!(refused.contains("corrected by another"), "{refused}");
    }
}
