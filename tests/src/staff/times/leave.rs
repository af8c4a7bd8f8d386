//! Time in which people are away.

use serde_json::{Value, json};

use crate::library::library;
use crate::staff::hired;

fn leave(staff: &Value, last: &str) -> Value {
    json!({ "staff": staff, "first": "2026-11-23", "start": 780, "last": last, "end": 600, "reason": "Field trip" })
}

#[test]
fn leave_is_written_down_corrected_and_removed() {
    let library = library();
    let ada = hired(&library, "Ada");
    let added = library.does(
        "staff.add_leave",
        json!({ "details": leave(&ada, "2026-11-25") }),
    );
    let edited = library.does(
        "staff.edit_leave",
        json!({ "id": added["id"], "details": leave(&ada, "2026-11-26") }),
    );
    let person = library.does("staff.person", json!({ "id": ada }));
    assert_eq!(person["leave"], json!([edited]));
    let removed = library.does("staff.remove_leave", json!({ "id": added["id"] }));
    assert_eq!(removed["details"], leave(&ada, "2026-11-26"));
    let person = library.does("staff.person", json!({ "id": ada }));
    assert_eq!(person["leave"], json!([]));
}

#[test]
fn a_leave_that_ends_before_it_begins_is_refused() {
    let library = library();
    let ada = hired(&library, "Ada");
    let refused = library
        .fails(
            "staff.add_leave",
            json!({ "details": leave(&ada, "2026-11-23") }),
        )
        .failure();
    assert_eq!(refused.details["field"], "last");
}

#[test]
fn the_audit_tells_when_somebody_is_away_and_not_why() {
    let library = library();
    let ada = hired(&library, "Ada");
    library.does(
        "staff.add_leave",
        json!({ "details": leave(&ada, "2026-11-25") }),
    );
    let told = library
        .outside()
        .query_row("SELECT group_concat(detail) FROM audit_detail", [], |row| {
            row.get::<_, String>(0)
        })
        .unwrap();
    assert!(
        told.contains("2026-11-23 13:00 to 2026-11-25 10:00"),
        "{told}"
    );
    assert!(!told.contains("Field trip"));
}
