//! All that is known of one person, and the limits that only who keeps the list sees.

use serde_json::json;

use super::{details, hired};
use crate::library::library;

#[test]
fn a_new_person_has_no_limits_and_told_nothing() {
    let library = library();
    let ada = hired(&library, "Ada");
    let person = library.does("staff.person", json!({ "id": ada }));
    assert_eq!(
        person,
        json!({
            "member": { "id": ada, "details": details("Ada") },
            "limits": {
                "elsewhere_minutes": 0, "least_minutes": null, "split_gap_minutes": null, "born": null, "minor": false, "permit": "none", "permit_ends": null,
                "award": null, "award_minutes": null, "award_from": null, "hourly_pay": null,
            },
            "skills": [],
            "availability": [],
            "classes": [],
            "leave": [],
        })
    );
}

#[test]
fn limits_are_kept_and_stay_when_only_the_rest_is_edited() {
    let library = library();
    let limits = json!({
        "elsewhere_minutes": 300, "least_minutes": 240, "split_gap_minutes": 120, "born": "2009-02-01", "minor": false, "permit": "j1", "permit_ends": "2027-05-31",
        "award": 150_000, "award_minutes": null, "award_from": "2026-08-24", "hourly_pay": 1250,
    });
    let ada = library.does(
        "staff.add",
        json!({ "details": details("Ada"), "limits": limits }),
    )["id"]
        .clone();
    library.does(
        "staff.edit",
        json!({ "id": ada, "details": details("Ada King") }),
    );
    let person = library.does("staff.person", json!({ "id": ada }));
    assert_eq!(person["limits"], limits);
    let mut changed = limits;
    changed["permit"] = json!("f1");
    library.does(
        "staff.edit",
        json!({ "id": ada, "details": details("Ada King"), "limits": changed }),
    );
    let person = library.does("staff.person", json!({ "id": ada }));
    assert_eq!(person["limits"], changed);
    assert!(
        !library
            .does("staff.list", json!({}))
            .to_string()
            .contains("2009-02-01")
    );
}

#[test]
fn an_award_in_money_needs_the_pay() {
    let library = library();
    let refused = library
        .fails(
            "staff.add",
            json!({ "details": details("Ada"), "limits": { "award": 100 } }),
        )
        .failure();
    assert_eq!(refused.details["field"], "hourly_pay");
}

#[test]
fn somebody_unknown_is_not_found() {
    let library = library();
    let refused = library.fails("staff.person", json!({ "id": 77 })).failure();
    assert_eq!(refused.message, "staff member 77 does not exist");
}
