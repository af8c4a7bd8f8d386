//! Weeks that come again.

use carrel_core::kernel::error::Code;
use serde_json::{Value, json};

use super::change_shifts::inverse;
use super::{Scene, scene};
use crate::library::kinds;

const MONDAY: &str = "2026-11-23";

fn save(scene: &Scene, name: &str, over: &Value) -> Value {
    let input = json!({ "day": MONDAY, "name": name, "over": over });
    scene.library.does("schedule.save_template", input)
}

fn pattern(weeks: &[&Value], except: &Value) -> Value {
    let weeks: Vec<_> = weeks.iter().map(|template| &template["id"]).collect();
    json!({ "weeks": weeks, "first": "2026-11-29", "last": "2026-12-19", "except": except })
}

fn days(shifts: &Value) -> Vec<&str> {
    let shifts = shifts.as_array().unwrap().iter();
    shifts
        .map(|details| details["day"].as_str().unwrap())
        .collect()
}

#[test]
fn a_week_is_kept_and_laid_over_a_term_with_its_exceptions_and_taken_back() {
    let scene = scene();
    scene.place(&scene.ada, MONDAY, 540, 600);
    scene.place(&scene.ben, MONDAY, 600, 660);
    let term = save(&scene, "Term", &json!(null));
    assert_eq!(term["shifts"].as_array().unwrap().len(), 2);
    let closure = json!({ "day": "2026-12-14", "reason": "Snow" });
    scene.library.does("policies.close_day", closure);
    scene.place(&scene.ben, "2026-11-30", 630, 690);
    let except = json!([{ "first": "2026-12-06", "last": "2026-12-12", "template": null }]);
    let input = pattern(&[&term], &except);

    let preview = scene
        .library
        .does("schedule.preview_pattern", input.clone());
    assert_eq!(days(&preview["placed"]), ["2026-11-30"]);
    let why: Vec<_> = preview["skipped"]
        .as_array()
        .unwrap()
        .iter()
        .map(|skipped| skipped["why"]["kind"].as_str().unwrap())
        .collect();
    assert_eq!(
        why,
        ["works_then", "excepted", "excepted", "closed", "closed"]
    );

    let laid = scene.library.does("schedule.lay_pattern", input.clone());
    let placed: Vec<_> = laid
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["after"].clone())
        .collect();
    assert_eq!(json!(placed), preview["placed"]);
    let again = scene.library.does("schedule.lay_pattern", input);
    assert_eq!(again, json!([]));
    scene.changes(&inverse(&laid));
    let week = scene.week("2026-11-30");
    assert_eq!(week["shifts"].as_array().unwrap().len(), 1);
}

#[test]
fn two_weeks_come_in_turn() {
    let scene = scene();
    scene.place(&scene.ada, MONDAY, 540, 600);
    let odd = save(&scene, "Odd", &json!(null));
    scene.place(&scene.ben, MONDAY, 600, 660);
    let even = save(&scene, "Even", &json!(null));
    let preview = scene.library.does(
        "schedule.preview_pattern",
        pattern(&[&odd, &even], &json!([])),
    );
    assert_eq!(
        days(&preview["placed"]),
        ["2026-11-30", "2026-12-07", "2026-12-07", "2026-12-14"]
    );
}

#[test]
fn who_does_not_work_here_and_desks_out_of_use_are_skipped() {
    let scene = scene();
    scene.place(&scene.ada, MONDAY, 540, 600);
    scene.place(&scene.ben, MONDAY, 600, 660);
    let term = save(&scene, "Term", &json!(null));
    let mut left = crate::staff::details("Ada");
    left["active"] = json!(false);
    scene
        .library
        .does("staff.edit", json!({ "id": scene.ada, "details": left }));
    let mut desk = super::desk("Circulation");
    desk["active"] = json!(false);
    scene.library.does(
        "schedule.edit_desk",
        json!({ "id": scene.desk, "details": desk }),
    );
    let preview = scene
        .library
        .does("schedule.preview_pattern", pattern(&[&term], &json!([])));
    let why = |at: usize| preview["skipped"][at]["why"]["kind"].clone();
    assert_eq!(
        (why(0), why(1)),
        (json!("not_here"), json!("desk_not_in_use"))
    );
    assert_eq!(preview["placed"], json!([]));
}

#[test]
fn a_template_has_a_name_of_its_own_and_may_be_kept_anew() {
    let scene = scene();
    let fails = |name: &str| {
        let input = json!({ "day": MONDAY, "name": name, "over": null });
        scene
            .library
            .fails("schedule.save_template", input)
            .to_string()
    };
    assert_eq!(
        fails("Term"),
        "day lies in the week of 2026-11-22, which has no shifts"
    );
    scene.place(&scene.ada, MONDAY, 540, 600);
    let term = save(&scene, "Term", &json!(null));
    assert_eq!(fails("TERM"), "name \"TERM\" is another template's already");
    scene.place(&scene.ben, MONDAY, 540, 600);
    let anew = save(&scene, "Winter term", &term["id"]);
    assert_eq!(
        (&anew["id"], anew["shifts"].as_array().unwrap().len()),
        (&term["id"], 2)
    );
    assert_eq!(
        scene.library.does("schedule.templates", json!({})),
        json!([anew])
    );
    scene
        .library
        .does("schedule.remove_template", json!({ "id": term["id"] }));
    assert_eq!(
        scene.library.does("schedule.templates", json!({})),
        json!([])
    );
    let gone = scene
        .library
        .fails("schedule.preview_pattern", pattern(&[&term], &json!([])));
    assert_eq!(gone.code(), Code::NotFound);
}

#[test]
fn a_template_that_was_removed_or_replaced_is_made_what_it_was() {
    let scene = scene();
    let restores = |template: &Value, instead: &Value| {
        let input = json!({ "template": template, "instead": instead });
        scene.library.call("schedule.restore_template", input)
    };
    scene.place(&scene.ada, MONDAY, 540, 600);
    let term = save(&scene, "Term", &json!(null));
    scene.place(&scene.ben, MONDAY, 540, 600);
    let anew = save(&scene, "Term anew", &term["id"]);
    assert_eq!(restores(&term, &anew).unwrap().output, term);
    let refused = restores(&term, &anew).unwrap_err();
    assert_eq!(kinds(&refused), ["template_changed"]);

    let remove = json!({ "id": term["id"] });
    scene.library.does("schedule.remove_template", remove);
    assert_eq!(restores(&term, &Value::Null).unwrap().output, term);
    let all = scene.library.does("schedule.templates", json!({}));
    assert_eq!(all, json!([term]));

    let mut never = term.clone();
    never["id"] = json!(99);
    let gone = restores(&never, &Value::Null).unwrap_err();
    assert_eq!(gone.code(), Code::Invalid);
    never["name"] = json!("Another");
    let gone = restores(&never, &Value::Null).unwrap_err();
    assert_eq!(gone.code(), Code::NotFound);
}
