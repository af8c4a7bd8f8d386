//! The weeks that people told.

use serde_json::{Value, json};

use crate::library::library;
use crate::staff::hired;

fn span(weekday: u8, start: u16, end: u16, wish: &str) -> Value {
    json!({ "weekday": weekday, "start": start, "end": end, "wish": wish })
}

#[test]
fn a_week_is_kept_joined_and_without_what_is_possible_anyway() {
    let library = library();
    let ada = hired(&library, "Ada");
    let details = json!({
        "staff": ada, "first": "2026-08-24", "last": "2026-12-11",
        "spans": [span(1, 570, 600, "no"), span(1, 540, 570, "no"), span(2, 540, 600, "possible"), span(2, 600, 660, "preferred")],
    });
    let kept = library.does("staff.set_availability", json!({ "details": details }));
    assert_eq!(
        kept["details"]["spans"],
        json!([span(1, 540, 600, "no"), span(2, 600, 660, "preferred")])
    );
    let person = library.does("staff.person", json!({ "id": ada }));
    assert_eq!(person["availability"], json!([kept]));
}

#[test]
fn a_week_replaces_the_one_of_its_number() {
    let library = library();
    let ada = hired(&library, "Ada");
    let week = |spans: Value| json!({ "staff": ada, "first": null, "last": null, "spans": spans });
    let details = week(json!([span(1, 540, 600, "no")]));
    let first = library.does("staff.set_availability", json!({ "details": details }));
    let details = week(json!([span(5, 540, 600, "preferred")]));
    library.does(
        "staff.set_availability",
        json!({ "id": first["id"], "details": details }),
    );
    let person = library.does("staff.person", json!({ "id": ada }));
    assert_eq!(
        person["availability"],
        json!([{ "id": first["id"], "details": details }])
    );
}

#[test]
fn two_weeks_of_one_person_begin_on_different_days() {
    let library = library();
    let ada = hired(&library, "Ada");
    for (first, problem) in [
        (
            Value::Null,
            "first is that of another week of Ada, which also begins at the beginning",
        ),
        (
            json!("2026-08-24"),
            "first is that of another week of Ada, which also begins on 2026-08-24",
        ),
    ] {
        let details = json!({ "staff": ada, "first": first, "last": null, "spans": [] });
        library.does("staff.set_availability", json!({ "details": details }));
        let refused = library.fails("staff.set_availability", json!({ "details": details }));
        assert_eq!(refused.to_string(), problem);
    }
}

#[test]
fn a_week_of_somebody_else_is_not_replaced() {
    let library = library();
    let (ada, ben) = (hired(&library, "Ada"), hired(&library, "Ben"));
    let details = json!({ "staff": ada, "first": null, "last": null, "spans": [] });
    let week = library.does("staff.set_availability", json!({ "details": details }))["id"].clone();
    let details = json!({ "staff": ben, "first": null, "last": null, "spans": [] });
    let refused = library.fails(
        "staff.set_availability",
        json!({ "id": week, "details": details }),
    );
    assert_eq!(
        refused.to_string(),
        format!("availability {week} does not exist")
    );
}

#[test]
fn who_drops_all_weeks_is_possible_at_all_times_again() {
    let library = library();
    let ada = hired(&library, "Ada");
    let details =
        json!({ "staff": ada, "first": null, "last": null, "spans": [span(1, 0, 1440, "no")] });
    let week = library.does("staff.set_availability", json!({ "details": details }));
    let times =
        || library.does("schedule.times", json!({ "day": "2026-11-23" }))[0]["days"][1].clone();
    assert_eq!(times()["told"], true);
    let dropped = library.does("staff.drop_availability", json!({ "id": week["id"] }));
    assert_eq!(dropped, week);
    assert_eq!(times()["told"], false);
    assert_eq!(times()["wishes"], json!([]));
}
