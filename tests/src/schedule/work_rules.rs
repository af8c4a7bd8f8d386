//! The rules of work: what breaks them, changing them, and staying in spite of one.

use carrel_core::kernel::error::Code;
use serde_json::{Value, json};

use super::{Scene, conflict, scene};
use crate::staff;

const MONDAY: &str = "2026-11-23";
const TUESDAY: &str = "2026-11-24";

/// Changes what is known of Ada: of her record, and of her limits.
fn ada_is(scene: &Scene, record: &Value, limits: &Value) {
    let mut details = staff::details("Ada");
    for (field, value) in record.as_object().unwrap() {
        details[field] = value.clone();
    }
    scene.library.does(
        "staff.edit",
        json!({ "id": scene.ada, "details": details, "limits": limits }),
    );
}

fn rule(scene: &Scene, id: &str) -> Value {
    let rules = scene.library.does("schedule.work_rules", json!({}));
    let rules = rules["rules"].as_array().unwrap().clone();
    rules
        .into_iter()
        .find(|rule| rule["id"] == id)
        .unwrap_or_default()
}

/// The rules that a shift is against.
fn against(placed: &Value) -> Vec<String> {
    let conflicts = placed["conflicts"].as_array().unwrap().iter();
    conflicts
        .map(|conflict| conflict["rule"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_rule_tells_its_figures_its_sources_and_when_they_were_read() {
    let scene = scene();
    let f1 = rule(&scene, "F1-20");
    assert_eq!(f1["only"], json!(["f1"]));
    assert_eq!(f1["severity"], "block");
    let most = json!({ "name": "most", "unit": "hours", "value": 1200, "required": true, "least": 0, "most": 10080 });
    assert_eq!(f1["figures"], json!([most]));
    assert!(
        f1["sources"][0]["citation"]
            .as_str()
            .unwrap()
            .starts_with("8 CFR 214.2(f)(9)(i)")
    );
    assert_eq!(f1["checked"], "2026-11-22");
    assert_eq!(rule(&scene, "REST")["checked"], Value::Null);
}

#[test]
fn an_f1_student_works_twenty_hours_in_all_jobs_while_school_is_in_session() {
    let scene = scene();
    ada_is(
        &scene,
        &json!({}),
        &json!({ "permit": "f1", "elsewhere_minutes": 1080 }),
    );
    assert_eq!(against(&scene.place(&scene.ada, MONDAY, 540, 660)), [""; 0]);
    let over = scene.place(&scene.ada, TUESDAY, 540, 600);
    let facts = json!({ "kind": "long_week", "first": "2026-11-22", "minutes": 180, "elsewhere": 1080, "most": 1200 });
    assert_eq!(
        over["conflicts"],
        json!([conflict("F1-20", "block", facts)])
    );
    let pause =
        json!({ "day": "2026-11-21", "through": "2026-11-29", "name": "Thanksgiving week" });
    scene.library.does("policies.set_break", pause);
    assert_eq!(against(&scene.week(MONDAY)["shifts"][1]), [""; 0]);
}

#[test]
fn a_rule_is_changed_and_made_again_what_carrel_brings() {
    let scene = scene();
    ada_is(&scene, &json!({ "student": true }), &json!({}));
    let long = scene.place(&scene.ada, MONDAY, 540, 840);
    assert_eq!(against(&long), ["SHIFT-LEN", "BREAK-CAMPUS-4"]);
    let figures = json!([{ "name": "most", "value": 300 }, { "name": "hard", "value": 360 }]);
    let change =
        json!({ "id": "SHIFT-LEN", "active": true, "severity": "block", "figures": figures });
    let changed = scene.library.does("schedule.set_work_rule", change);
    assert_eq!(changed["changed"], true);
    assert_eq!(changed["figures"][1]["value"], 300);
    assert_eq!(changed["figures"][0]["value"], 120);
    assert_eq!(changed["only"], json!([]));
    assert_eq!(
        against(&scene.week(MONDAY)["shifts"][0]),
        ["BREAK-CAMPUS-4"]
    );
    let reset = scene
        .library
        .does("schedule.reset_work_rule", json!({ "id": "SHIFT-LEN" }));
    assert_eq!(reset["figures"][1]["value"], 240);
    assert_eq!(rule(&scene, "SHIFT-LEN")["changed"], false);
    let off = json!({ "id": "BREAK-CAMPUS-4", "active": false, "severity": "note" });
    scene.library.does("schedule.set_work_rule", off);
    assert_eq!(against(&scene.week(MONDAY)["shifts"][0]), ["SHIFT-LEN"]);
}

#[test]
fn a_figure_out_of_its_bounds_is_refused() {
    let scene = scene();
    let set = |id: &str, figures: Value| {
        let change = json!({ "id": id, "active": true, "severity": "warn", "figures": figures });
        scene
            .library
            .fails("schedule.set_work_rule", change)
            .failure()
    };
    for figures in [
        json!([{ "name": "most", "value": null }]),
        json!([{ "name": "most", "value": 20_000 }]),
        json!([{ "name": "least", "value": 300 }, { "name": "most", "value": 200 }]),
    ] {
        assert_eq!(set("SHIFT-LEN", figures).details["field"], "figures");
    }
    assert_eq!(
        set("SHIFT-LEN", json!([{ "name": "more", "value": 1 }])).code,
        Code::NotFound
    );
    assert_eq!(set("NO-SUCH", json!([])).code, Code::NotFound);
}

#[test]
fn a_states_breaks_hold_once_it_is_chosen_and_weeks_begin_where_the_rules_say() {
    let scene = scene();
    let choose = |choices: Value| scene.library.does("schedule.set_rule_choices", choices);
    assert_eq!(against(&scene.place(&scene.ada, MONDAY, 540, 855)), [""; 0]);
    assert_eq!(rule(&scene, "BREAK-CA-5"), Value::Null);
    let rules = choose(json!({ "state": "california", "week_starts": 1 }));
    assert_eq!(
        (&rules["state"], &rules["week_starts"]),
        (&json!("california"), &json!(1))
    );
    assert_eq!(against(&scene.week(MONDAY)["shifts"][0]), ["BREAK-CA-5"]);
    choose(json!({ "state": null }));
    assert_eq!(against(&scene.week(MONDAY)["shifts"][0]), [""; 0]);
    let refused = scene
        .library
        .fails("schedule.set_rule_choices", json!({ "week_starts": 8 }));
    assert_eq!(refused.failure().details["field"], "week_starts");
}

#[test]
fn a_desk_asks_for_somebody_senior_and_keeps_the_young_from_its_machines() {
    let scene = scene();
    ada_is(&scene, &json!({}), &json!({ "born": "2010-01-01" }));
    let demand = json!({ "desk": scene.desk, "senior": true, "duties": ["loading", "baler"] });
    let kept = scene.library.does("schedule.set_desk_demand", demand);
    assert_eq!(kept["duties"], json!(["baler", "loading"]));
    let placed = scene.place(&scene.ada, "2026-11-28", 540, 660);
    let rules = against(&placed);
    for expected in ["MINOR-OCC", "COVER-SENIOR", "ALONE-UNDER"] {
        assert!(
            rules.contains(&expected.to_owned()),
            "{expected}: {rules:?}"
        );
    }
    let duties = placed["conflicts"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["rule"] == "MINOR-OCC")
        .unwrap();
    assert_eq!(
        (&duties["duties"], &duties["age"]),
        (&json!(["baler"]), &json!(16))
    );
}

#[test]
fn a_shift_during_class_stays_with_a_reason_until_it_is_moved() {
    let scene = scene();
    let class = json!({
        "staff": scene.ada, "title": "BIO 201", "weekday": 1, "start": 600, "end": 690,
        "first": "2026-11-01", "last": "2026-12-31", "weeks": "every", "travel_minutes": 10, "skipped": [],
    });
    scene
        .library
        .does("staff.add_class", json!({ "details": class }));
    let placed = scene.place(&scene.ada, MONDAY, 660, 780);
    assert_eq!(against(&placed), ["CLASS"]);
    let (shift, id) = (&placed["shift"]["id"], &placed["shift"]["details"]);
    let input =
        |rule: &str, reason: &str| json!({ "shift": shift, "rule": rule, "reason": reason });
    let kept = scene
        .library
        .does("schedule.override_rule", input("CLASS", "class cancelled"));
    assert_eq!(
        kept["conflicts"][0]["overridden"]["reason"],
        "class cancelled"
    );
    assert_eq!(
        scene.week(MONDAY)["shifts"][0]["conflicts"],
        kept["conflicts"]
    );
    assert_eq!(
        scene
            .library
            .refuses("schedule.override_rule", input("REST", "why not")),
        ["not_against"]
    );
    let moved = |start: u16| {
        let details = scene.shift(&scene.ada, MONDAY, start, start + 120);
        scene.library.does(
            "schedule.move_shift",
            json!({ "id": shift, "details": details }),
        )
    };
    assert_eq!(moved(645)["conflicts"][0]["overridden"], Value::Null);
    assert_eq!(
        moved(660)["conflicts"][0]["overridden"]["reason"],
        "class cancelled"
    );
    assert_eq!(scene.week(MONDAY)["shifts"][0]["shift"]["details"], *id);
    let dropped = scene.library.does(
        "schedule.drop_override",
        json!({ "shift": shift, "rule": "CLASS" }),
    );
    assert_eq!(dropped["conflicts"][0]["overridden"], Value::Null);
    let again = scene.library.fails(
        "schedule.drop_override",
        json!({ "shift": shift, "rule": "CLASS" }),
    );
    assert_eq!(again.failure().code, Code::NotFound);
}

#[test]
fn an_award_is_used_up_by_all_work_since_it_began() {
    let scene = scene();
    let limits = json!({ "award_minutes": 600, "award_from": "2026-09-01" });
    ada_is(&scene, &json!({}), &limits);
    for day in ["2026-09-07", "2026-09-14", "2026-10-05", "2026-11-16"] {
        scene.place(&scene.ada, day, 540, 660);
    }
    let near = scene.place(&scene.ada, MONDAY, 540, 600);
    assert_eq!(near["conflicts"], json!([]));
    let spent = scene.place(&scene.ada, TUESDAY, 540, 690);
    let from = json!({ "day": TUESDAY, "minute": 600 });
    let facts = json!({ "kind": "award_spent", "from": from, "minutes": 90 });
    assert_eq!(
        spent["conflicts"],
        json!([conflict("FWS-AWARD", "block", facts)])
    );
}

#[test]
fn who_only_works_here_is_not_told_of_the_limits_of_others() {
    let scene = scene();
    ada_is(&scene, &json!({}), &json!({ "permit": "j1" }));
    let placed = scene.place(&scene.ada, MONDAY, 480, 660);
    assert_eq!(against(&placed), ["HOURS", "J1-AUTH"]);
    let somebody = scene.library.someone("student_worker");
    let week = scene
        .library
        .core
        .call(somebody, "schedule.week", json!({ "day": MONDAY }));
    assert_eq!(against(&week.unwrap().output["shifts"][0]), ["HOURS"]);
}

#[test]
fn an_untrained_person_at_a_desk_is_told_by_the_desk() {
    let scene = scene();
    let stacks = scene.library.does(
        "schedule.add_desk",
        json!({ "details": super::desk("Stacks") }),
    )["id"]
        .clone();
    let desks = json!([{ "desk": stacks, "since": null }]);
    scene.library.does(
        "schedule.set_trained",
        json!({ "staff": scene.ada, "desks": desks }),
    );
    let placed = scene.place(&scene.ada, MONDAY, 540, 660);
    assert_eq!(against(&placed), ["TRAINED", "COVER-TRAINED"]);
    scene.place(&scene.ben, MONDAY, 540, 660);
    assert_eq!(against(&scene.week(MONDAY)["shifts"][0]), ["TRAINED"]);
}

#[test]
fn an_opening_by_nobody_is_told_with_the_week() {
    let scene = scene();
    let two = json!({ "id": "OPEN-CLOSE", "active": true, "severity": "warn" });
    scene.library.does("schedule.set_work_rule", two);
    scene.place(&scene.ada, MONDAY, 600, 1080);
    let week = scene.week(MONDAY);
    assert_eq!(week["lacking"][0]["kind"], "open_close");
    assert_eq!(
        (&week["lacking"][0]["people"], &week["lacking"][0]["edge"]),
        (&json!(0), &json!("opening"))
    );
    assert_eq!(against(&week["shifts"][0]), ["OPEN-CLOSE"]);
}
