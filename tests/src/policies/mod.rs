//! What the library decides.

mod scanner;
mod terms;

use serde_json::{Value, json};

use crate::library::library;

fn rule(category: Option<u32>, item_type: Option<u32>, days: u32) -> Value {
    json!({
        "category": category, "item_type": item_type, "period": { "unit": "days", "count": days }, "limit": 3,
        "renewals": 0, "renew_from": "due_date", "fine": 25, "fine_grace": 1, "fine_cap": 1000, "closed_due": null,
        "within_card": false, "hourly_closed": null, "charge_fines": true, "fine_counts": "all",
        "grace_counts": null, "fine_starts": null,
    })
}

#[test]
fn a_rule_is_set_anew_in_its_place() {
    let library = library();
    let rule = |days| rule(Some(1), Some(1), days);
    library.does("policies.set_rule", rule(10));
    let rules = library.does("policies.rules", json!({}))["rules"].clone();
    let same: Vec<_> = rules
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["category"] == 1 && one["item_type"] == 1)
        .collect();
    assert_eq!(same, [&rule(10)]);
    assert_eq!(
        library
            .fails("policies.set_rule", rule(9999))
            .failure()
            .details["field"],
        "days"
    );
}

#[test]
fn a_row_that_goes_lets_a_less_close_one_hold() {
    let library = library();
    let (ada, one) = (library.patron("2001", "Ada"), library.book("3001", "Emma"));
    library.does("policies.set_rule", rule(None, None, 5));
    library.does("policies.set_rule", rule(None, Some(1), 6));
    let lent = library.lends(&one).to(&ada);
    assert_eq!(lent["why"][0]["row"], "both");
    for (gone, row, due) in [
        (
            json!({ "category": 1, "item_type": 1 }),
            "item_type",
            "2026-11-30",
        ),
        (
            json!({ "category": null, "item_type": 1 }),
            "default",
            "2026-11-28",
        ),
    ] {
        library.does("policies.remove_rule", gone.clone());
        let next = library.book(&format!("4{row}"), "Emma");
        let lent = library.lends(&next).to(&ada);
        assert_eq!(lent["why"][0]["row"], row);
        assert_eq!(lent["loan"]["due"], due);
        let error = library.fails("policies.remove_rule", gone);
        assert!(error.to_string().contains("loan rule for"), "{error}");
    }
}

#[test]
fn the_lending_policy_is_decided_anew() {
    let library = library();
    let mut policy = library.does("policies.lending", json!({}));
    assert_eq!(policy["charge_fines"], false);
    policy["charge_fines"] = json!(true);
    policy["closed_due"] = json!("keep");
    library.does("policies.edit_lending", json!({ "policy": policy }));
    assert_eq!(library.does("policies.lending", json!({})), policy);
    let newest = library.does("audit.list", json!({ "before": null, "limit": 1 }));
    assert_eq!(newest[0]["detail"], "changed charge fines, closed due");
    policy["opening_minutes"] = json!(481);
    let wild = library.fails("policies.edit_lending", json!({ "policy": policy }));
    assert_eq!(wild.failure().details["field"], "opening_minutes");
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
        json!({ "weekday": 7, "hours": [{ "opens": 780, "closes": 1020 }] }),
    );
    library.does("policies.set_hours", json!({ "weekday": 6, "hours": [] }));
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
        json!([{ "day": "2026-11-26", "through": "2026-11-26", "reason": "Thanksgiving" }])
    );
    let weekdays: Vec<_> = calendar["hours"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hours| hours["weekday"].clone())
        .collect();
    assert_eq!(weekdays, [1, 2, 3, 4, 5, 7]);
}

#[test]
fn a_weekday_has_breaks_and_they_come_in_order() {
    let library = library();
    let hours = |spans: &[(u32, u32)]| {
        let span = |(opens, closes): &(u32, u32)| json!({ "opens": opens, "closes": closes });
        json!({ "weekday": 1, "hours": spans.iter().map(span).collect::<Vec<_>>() })
    };
    library.does("policies.set_hours", hours(&[(780, 1080), (540, 720)]));
    let monday = library.does("policies.open_day", json!({ "day": "2026-11-23" }));
    assert_eq!(
        monday,
        json!({
            "day": "2026-11-23", "closed": null,
            "hours": [{ "opens": 540, "closes": 720 }, { "opens": 780, "closes": 1080 }],
        })
    );
    for (wrong, field) in [
        (vec![(600, 540)], "closes"),
        (vec![(540, 720), (700, 800)], "opens"),
        (vec![(540, 720), (720, 800)], "opens"),
        (vec![(0, 1), (2, 3), (4, 5), (6, 7), (8, 9)], "hours"),
    ] {
        let error = library.fails("policies.set_hours", hours(&wrong));
        assert_eq!(error.failure().details["field"], field);
    }
}

#[test]
fn hours_that_are_being_typed_are_checked_at_their_place() {
    let library = crate::library::new_library();
    let span = |weekday: u32, opens: u32, closes: u32| json!({ "weekday": weekday, "opens": opens, "closes": closes });
    let check = |hours: Vec<Value>| library.does("policies.check_hours", json!({ "hours": hours }));
    let sound = vec![span(1, 780, 1080), span(1, 540, 720), span(2, 540, 720)];
    assert_eq!(check(sound), json!([]));
    let faults = check(vec![
        span(1, 540, 720),
        span(1, 90, 1080),
        span(2, 540, 720),
        span(2, 720, 1080),
        span(5, 540, 360),
        span(6, 540, 540),
    ]);
    assert_eq!(
        faults,
        json!([
            { "weekday": 1, "span": 1, "wrong": { "kind": "meets", "other": 0 } },
            { "weekday": 2, "span": 1, "wrong": { "kind": "meets", "other": 0 } },
            { "weekday": 5, "span": 0, "wrong": { "kind": "backwards" } },
            { "weekday": 6, "span": 0, "wrong": { "kind": "backwards" } },
        ])
    );
}

#[test]
fn a_closure_lasts_for_days_and_a_day_within_it_may_have_hours() {
    let library = library();
    let closure = json!({ "day": "2026-12-24", "through": "2027-01-01", "reason": "Holidays" });
    library.does("policies.close_day", closure);
    let special = json!({ "day": "2026-12-28", "reason": "Pick-up", "hours": [{ "opens": 600, "closes": 720 }] });
    library.does("policies.set_special_hours", special.clone());
    let is_closed = |day: &str| {
        let day = library.does("policies.open_day", json!({ "day": day }));
        day["closed"].clone()
    };
    assert_eq!(is_closed("2027-01-01"), "Holidays");
    assert_eq!(is_closed("2026-12-28"), json!(null));
    let calendar = library.does(
        "policies.calendar",
        json!({ "from": "2026-12-27", "to": "2026-12-31" }),
    );
    assert_eq!(calendar["closures"][0]["day"], "2026-12-24");
    assert_eq!(calendar["special"], json!([special]));
    for (day, through) in [("2026-12-20", "2026-12-24"), ("2026-12-30", "2026-12-30")] {
        let overlapping = json!({ "day": day, "through": through, "reason": "Snow" });
        let error = library.fails("policies.close_day", overlapping);
        assert!(error.to_string().contains("Holidays"), "{error}");
    }
    let backwards = json!({ "day": "2026-12-20", "through": "2026-12-19", "reason": "Snow" });
    let error = library.fails("policies.close_day", backwards);
    assert_eq!(error.failure().details["field"], "through");
    library.does(
        "policies.drop_special_hours",
        json!({ "day": "2026-12-28" }),
    );
    assert_eq!(is_closed("2026-12-28"), "Holidays");
    library.does("policies.reopen_day", json!({ "day": "2026-12-24" }));
    assert_eq!(is_closed("2026-12-25"), json!(null));
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
