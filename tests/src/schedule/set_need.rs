//! How many people a desk needs.

use carrel_core::kernel::error::Code;
use serde_json::json;

use super::scene;

#[test]
fn a_weekday_is_replaced_and_the_others_stay() {
    let scene = scene();
    scene.needs(2, 540, 720, 1);
    let first = scene.needs(1, 540, 1080, 2);
    let monday = scene.needs(1, 600, 660, 3);
    assert_eq!(monday["before"], first["after"]);
    let plan = |weekday, spans| json!({ "desk": scene.desk, "weekday": weekday, "since": "2026-11-23", "spans": spans });
    let tuesday = json!([{ "from": 540, "to": 720, "people": 1 }]);
    assert_eq!(
        scene.library.does("schedule.needs", json!({})),
        json!([
            plan(1, json!([{ "from": 600, "to": 660, "people": 3 }])),
            plan(2, tuesday)
        ])
    );
}

#[test]
fn no_spans_say_that_nobody_is_needed() {
    let scene = scene();
    scene.needs(1, 540, 1080, 2);
    scene.library.does(
        "schedule.set_need",
        json!({ "desk": scene.desk, "weekday": 1, "spans": [] }),
    );
    let needs = scene.library.does("schedule.needs", json!({}));
    assert_eq!(needs[0]["spans"], json!([]));
}

#[test]
fn a_need_that_is_said_of_a_later_day_waits_for_it() {
    let scene = scene();
    let spans = json!([{ "from": 540, "to": 600, "people": 1 }]);
    let input = json!({ "desk": scene.desk, "weekday": 1, "since": "2026-11-30", "spans": spans });
    scene.library.does("schedule.set_need", input);
    let needed = |day| -> bool {
        let week = scene.week(day);
        let spans = week["coverage"][1]["spans"].as_array().unwrap();
        spans.iter().any(|span| span["needed"] == 1)
    };
    assert_eq!((needed("2026-11-23"), needed("2026-11-30")), (false, true));
}

#[test]
fn spans_that_overlap_change_nothing() {
    let scene = scene();
    scene.needs(1, 540, 600, 1);
    let before = scene.library.does("schedule.needs", json!({}));
    let spans =
        json!([{ "from": 540, "to": 660, "people": 1 }, { "from": 600, "to": 720, "people": 2 }]);
    let refused = scene
        .library
        .fails(
            "schedule.set_need",
            json!({ "desk": scene.desk, "weekday": 1, "spans": spans }),
        )
        .failure();
    assert_eq!(refused.message, "spans overlap: 9:00–11:00 and 10:00–12:00");
    assert_eq!(scene.library.does("schedule.needs", json!({})), before);
}

#[test]
fn a_need_is_of_a_desk_and_a_weekday_that_there_are() {
    let scene = scene();
    let code = |desk, weekday| {
        let input = json!({ "desk": desk, "weekday": weekday, "spans": [] });
        scene.library.fails("schedule.set_need", input).code()
    };
    assert_eq!(code(json!(77), 1), Code::NotFound);
    assert_eq!(code(scene.desk.clone(), 8), Code::Invalid);
}
