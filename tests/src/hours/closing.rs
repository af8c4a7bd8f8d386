//! Pay periods that were signed off: what is put right of them is paid with the next.

use serde_json::{Value, json};

use super::{at, clocks, helper, works};
use crate::library::{Library, library};

/// A week that is over on the Monday after it.
const MONDAY: &str = "2026-11-23";
const NEXT: &str = "2026-11-30";
const AFTER: &str = "2026-12-07";

/// Ada worked on Monday from nine to one, by weeks that begin on Mondays; it is the Monday after.
fn scene() -> (Library, Value) {
    let library = library();
    let ada = helper(&library, "Ada");
    let rule = json!({ "rounding": "none", "period": "week", "begins": MONDAY });
    library.does("hours.set_rule", rule);
    works(&library, &ada, MONDAY, (9, 0), (13, 0));
    at(&library, NEXT, 9, 0);
    (library, ada)
}

fn sheet(library: &Library, who: &Value, day: &str) -> Value {
    library.does("hours.timesheet", json!({ "staff": who, "day": day }))
}

fn closes(library: &Library, day: &str) -> Value {
    library.does("hours.close_period", json!({ "day": day }))
}

/// Hours are added to a day.
fn adds(library: &Library, who: &Value, day: &str, (start, end): (u16, u16), reason: &str) {
    let added = json!({ "staff": who, "day": day, "start_stamp": null, "end_stamp": null,
        "start": start, "end": end, "reason": reason });
    library.does("hours.correct", added);
}

#[test]
fn what_is_put_right_of_a_period_that_was_signed_off_is_paid_with_the_next() {
    let (library, ada) = scene();
    let rows = library.rows("audit");
    let closed = closes(&library, MONDAY);
    assert_eq!(library.rows("audit"), rows + 1);
    assert_eq!(
        (&closed["period"]["first"], &closed["by"]),
        (&json!(MONDAY), &json!("Maya"))
    );
    let before = sheet(&library, &ada, MONDAY);
    assert_eq!(
        (&before["paid_then"], &before["totals"]["adjusted"]),
        (&json!(240), &json!(0))
    );
    assert_eq!(sheet(&library, &ada, NEXT)["adjustments"], json!([]));

    adds(
        &library,
        &ada,
        "2026-11-24",
        (600, 690),
        "forgot to sign in",
    );
    let then = sheet(&library, &ada, MONDAY);
    assert_eq!(
        (&then["paid_then"], &then["totals"]["paid"]),
        (&json!(240), &json!(330))
    );
    let next = sheet(&library, &ada, NEXT);
    let adjusted = &next["adjustments"][0];
    assert_eq!(
        (&adjusted["period"]["first"], &adjusted["minutes"]),
        (&json!(MONDAY), &json!(90))
    );
    assert_eq!(adjusted["corrections"][0]["reason"], "forgot to sign in");
    assert_eq!(next["totals"]["adjusted"], 90);
    // Not a week later still.
    assert_eq!(sheet(&library, &ada, AFTER)["adjustments"], json!([]));
    let all = library.does("hours.sheets", json!({ "day": NEXT }));
    assert_eq!(all["people"][0]["totals"]["adjusted"], 90);

    // Paid with the next period, it is not owed again.
    at(&library, AFTER, 9, 0);
    closes(&library, NEXT);
    assert_eq!(sheet(&library, &ada, NEXT)["adjustments"][0]["minutes"], 90);
    assert_eq!(sheet(&library, &ada, AFTER)["adjustments"], json!([]));
    adds(&library, &ada, "2026-11-25", (600, 615), "seen by Ben");
    assert_eq!(sheet(&library, &ada, NEXT)["adjustments"][0]["minutes"], 90);
    let after = sheet(&library, &ada, AFTER);
    assert_eq!(after["adjustments"][0]["minutes"], 15);
    assert_eq!(after["totals"]["adjusted"], 15);
}

#[test]
fn hours_that_were_too_many_are_taken_with_the_next() {
    let (library, ada) = scene();
    closes(&library, MONDAY);
    let day = sheet(&library, &ada, MONDAY)["days"][0].clone();
    let spell = &day["spells"][0]["spell"];
    let fewer = json!({ "staff": ada, "day": MONDAY, "start_stamp": spell["start"]["id"],
        "end_stamp": spell["end"]["id"], "start": 540, "end": 750, "reason": "went earlier" });
    library.does("hours.correct", fewer);
    assert_eq!(
        sheet(&library, &ada, NEXT)["adjustments"][0]["minutes"],
        -30
    );
}

#[test]
fn a_period_that_was_signed_off_keeps_its_days_and_its_rounding() {
    let (library, ada) = scene();
    closes(&library, MONDAY);
    let month = json!({ "rounding": "fifteen", "period": "month", "begins": MONDAY });
    library.does("hours.set_rule", month);
    let kept = sheet(&library, &ada, "2026-11-25");
    assert_eq!(
        (&kept["period"]["first"], &kept["rounding"]),
        (&json!(MONDAY), &json!("none"))
    );
}

#[test]
fn only_what_is_over_is_signed_off_and_once_and_the_last_one_is_opened_again() {
    let (library, ada) = scene();
    let of = |day: &str| json!({ "day": day });
    assert_eq!(
        library.refuses("hours.close_period", of(NEXT)),
        ["not_over"]
    );
    closes(&library, MONDAY);
    assert_eq!(
        library.refuses("hours.close_period", of(MONDAY)),
        ["closed_already"]
    );
    at(&library, AFTER, 9, 0);
    closes(&library, NEXT);
    assert_eq!(
        library.refuses("hours.reopen_period", of(MONDAY)),
        ["later_closed"]
    );
    library.does("hours.reopen_period", of(NEXT));
    library.does("hours.reopen_period", of(MONDAY));
    assert_eq!(sheet(&library, &ada, MONDAY)["closed"], Value::Null);
    closes(&library, NEXT);
    assert_eq!(
        library.refuses("hours.close_period", of(MONDAY)),
        ["later_closed"]
    );
    // Who signs in after it was signed off changes nothing of it.
    clocks(&library, "hours.sign_in", &ada);
    assert_eq!(sheet(&library, &ada, AFTER)["adjustments"], json!([]));
}
