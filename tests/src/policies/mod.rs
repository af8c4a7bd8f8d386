//! What the library decides.

mod scanner;

use serde_json::json;

use crate::library::library;

#[test]
fn a_rule_is_set_anew_in_its_place() {
    let library = library();
    let rule = json!({ "category": 1, "item_type": 1, "days": 10, "limit": 3, "renewals": 0 });
    library.does("policies.set_rule", rule.clone());
    let rules = library.does("policies.rules", json!({}))["rules"].clone();
    let same: Vec<_> = rules
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["category"] == 1 && one["item_type"] == 1)
        .collect();
    assert_eq!(same, [&rule]);
    let wild = json!({ "category": 1, "item_type": 1, "days": 9999, "limit": 3, "renewals": 0 });
    assert_eq!(
        library.fails("policies.set_rule", wild).failure().details["field"],
        "days"
    );
}

#[test]
fn kinds_are_added_and_renamed_and_unlike_each_other() {
    let library = library();
    let town = library.does("policies.add_category", json!({ "name": " Town card " }));
    assert_eq!(town["name"], "Town card");
    library.does(
        "policies.rename_category",
        json!({ "id": town["id"], "name": "Resident" }),
    );
    assert!(
        library
            .fails("policies.add_category", json!({ "name": "resident" }))
            .to_string()
            .contains("is there already")
    );
    let laptop = library.does("policies.add_item_type", json!({ "name": "Laptop" }));
    library.does(
        "policies.rename_item_type",
        json!({ "id": laptop["id"], "name": "Laptop and charger" }),
    );
    let rules = library.does("policies.rules", json!({}));
    let has = |list: &str, name: &str| {
        rules[list]
            .as_array()
            .unwrap()
            .iter()
            .any(|kind| kind["name"] == name)
    };
    assert!(has("categories", "Resident") && has("item_types", "Laptop and charger"));
}

#[test]
fn the_calendar_holds_hours_and_closures() {
    let library = library();
    library.does(
        "policies.set_hours",
        json!({ "weekday": 7, "hours": { "opens": 780, "closes": 1020 } }),
    );
    library.does("policies.set_hours", json!({ "weekday": 6, "hours": null }));
    library.does(
        "policies.close_day",
        json!({ "day": "2026-11-26", "reason": "Thanksgiving" }),
    );
    library.does(
        "policies.close_day",
        json!({ "day": "2026-11-27", "reason": "Bridge day" }),
    );
    library.does("policies.reopen_day", json!({ "day": "2026-11-27" }));
    let calendar = library.does(
        "policies.calendar",
        json!({ "from": "2026-11-01", "to": "2026-11-30" }),
    );
    assert_eq!(
        calendar["closures"],
        json!([{ "day": "2026-11-26", "reason": "Thanksgiving" }])
    );
    let weekdays: Vec<_> = calendar["hours"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hours| hours["weekday"].clone())
        .collect();
    assert_eq!(weekdays, [1, 2, 3, 4, 5, 7]);
    let backwards = json!({ "weekday": 1, "hours": { "opens": 600, "closes": 540 } });
    assert_eq!(
        library
            .fails("policies.set_hours", backwards)
            .failure()
            .details["field"],
        "closes"
    );
}

#[test]
fn another_zone_changes_what_today_is() {
    let library = library();
    let mut details = library.does("policies.library", json!({}))["details"].clone();
    details["zone"] = json!("Pacific/Kiritimati");
    library.does("policies.edit_library", json!({ "details": details }));
    assert_eq!(
        library.does("accounts.session", json!({}))["today"],
        "2026-11-24"
    );
    let newest = library.does("audit.list", json!({ "before": null, "limit": 1 }));
    assert_eq!(newest[0]["detail"], "changed zone");
    details["zone"] = json!("Mars/Olympus");
    assert_eq!(
        library
            .fails("policies.edit_library", json!({ "details": details }))
            .failure()
            .details["field"],
        "zone"
    );
}

#[test]
fn money_follows_the_librarys_region_and_currency() {
    let library = library();
    let shown = library.does("policies.library", json!({}));
    assert_eq!(shown["details"]["lends"], "carrel");
    assert_eq!(
        shown["notation"],
        json!({
            "before": "$", "after": "", "digits": 2, "decimal": ".", "group": ",", "days": "month_first",
        })
    );
    let mut details = shown["details"].clone();
    details["locale"] = json!("de-DE");
    details["currency"] = json!("EUR");
    details["lends"] = json!("elsewhere");
    details["receipt"] = json!("mm58");
    let edited = library.does("policies.edit_library", json!({ "details": details }));
    assert_eq!(edited["details"], details);
    assert_eq!(edited["notation"]["after"], "\u{a0}€");
    assert_eq!(edited["notation"]["days"], "day_first");
    for (field, wrong) in [("locale", "german"), ("currency", "DM")] {
        let mut details = details.clone();
        details[field] = json!(wrong);
        let refused = library.fails("policies.edit_library", json!({ "details": details }));
        assert_eq!(refused.failure().details["field"], field);
    }
}
