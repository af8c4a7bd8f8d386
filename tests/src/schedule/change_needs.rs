//! What desks need changes from a day on, and back again.

use carrel_core::kernel::error::Code;
use serde_json::{Value, json};

use super::{Scene, scene};

const TODAY: &str = "2026-11-23";

/// What the week in which a day lies needs of that day's first desk, in minutes of one person.
fn needed(scene: &Scene, day: &str) -> u64 {
    let week = scene.week(day);
    let spans = week["coverage"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|coverage| {
            let spans = coverage["spans"].as_array().unwrap();
            spans.iter().filter(|_| coverage["day"] == day)
        });
    let minutes = |span: &Value| {
        let of = |field: &str| span[field].as_u64().unwrap();
        (of("to") - of("from")) * of("needed")
    };
    spans.map(minutes).sum()
}

fn change(scene: &Scene, since: &str, before: &Value, after: &Value) -> Value {
    json!({ "changes": [{ "desk": scene.desk, "weekday": 1, "since": since, "before": before, "after": after }] })
}

fn span(from: u16, to: u16) -> Value {
    json!([{ "from": from, "to": to, "people": 1 }])
}

#[test]
fn what_was_needed_before_a_change_stays_as_it_was() {
    let scene = scene();
    let input = change(&scene, "2026-11-09", &json!(null), &span(540, 600));
    scene.library.does("schedule.change_needs", input);
    let input = change(&scene, TODAY, &json!(null), &span(540, 720));
    scene.library.does("schedule.change_needs", input);
    assert_eq!(needed(&scene, "2026-11-02"), 0);
    assert_eq!(needed(&scene, "2026-11-16"), 60);
    assert_eq!(needed(&scene, TODAY), 180);
    assert_eq!(needed(&scene, "2026-11-30"), 180);
}

#[test]
fn a_need_that_was_painted_is_taken_back_and_painted_again() {
    let scene = scene();
    let done = scene.library.does(
        "schedule.change_needs",
        change(&scene, TODAY, &json!(null), &span(540, 600)),
    );
    let before = scene.library.does("schedule.needs", json!({}));
    let input = change(&scene, TODAY, &done[0]["after"], &json!(null));
    scene.library.does("schedule.change_needs", input.clone());
    assert_eq!(scene.library.does("schedule.needs", json!({})), json!([]));
    assert_eq!(
        scene.library.refuses("schedule.change_needs", input),
        ["need_changed"]
    );
    scene.library.does(
        "schedule.change_needs",
        change(&scene, TODAY, &json!(null), &done[0]["after"]),
    );
    assert_eq!(scene.library.does("schedule.needs", json!({})), before);
}

#[test]
fn a_desk_may_need_nobody_from_a_day_on() {
    let scene = scene();
    let input = change(&scene, TODAY, &json!(null), &span(540, 600));
    scene.library.does("schedule.change_needs", input);
    let input = change(&scene, "2026-11-30", &json!(null), &json!([]));
    scene.library.does("schedule.change_needs", input);
    assert_eq!(
        (needed(&scene, TODAY), needed(&scene, "2026-11-30")),
        (60, 0)
    );
}

#[test]
fn a_need_is_of_a_weekday_and_a_desk_that_there_are() {
    let scene = scene();
    let mut input = change(&scene, TODAY, &json!(null), &span(540, 600));
    input["changes"][0]["weekday"] = json!(0);
    let fails = |input: &Value| {
        scene
            .library
            .fails("schedule.change_needs", input.clone())
            .code()
    };
    assert_eq!(fails(&input), Code::Invalid);
    input["changes"][0]["weekday"] = json!(1);
    input["changes"][0]["desk"] = json!(77);
    assert_eq!(fails(&input), Code::NotFound);
}
