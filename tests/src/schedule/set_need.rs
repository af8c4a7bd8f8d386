//! How many people a desk needs.

use carrel_core::kernel::error::Code;
use serde_json::json;

use super::scene;

#[test]
fn a_weekday_is_replaced_and_the_others_stay() {
    let scene = scene();
    let tuesday = scene.needs(2, 540, 720, 1);
    scene.needs(1, 540, 1080, 2);
    let monday = scene.needs(1, 600, 660, 3);
    assert_eq!(
        monday,
        json!([{ "desk": scene.desk, "weekday": 1, "from": 600, "to": 660, "people": 3 }])
    );
    let needs = scene.library.does("schedule.needs", json!({}));
    assert_eq!(needs, json!([monday[0], tuesday[0]]));
}

#[test]
fn no_spans_clear_a_weekday() {
    let scene = scene();
    scene.needs(1, 540, 1080, 2);
    scene.library.does(
        "schedule.set_need",
        json!({ "desk": scene.desk, "weekday": 1, "spans": [] }),
    );
    assert_eq!(scene.library.does("schedule.needs", json!({})), json!([]));
}

#[test]
fn spans_that_overlap_change_nothing() {
    let scene = scene();
    let before = scene.needs(1, 540, 600, 1);
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
