//! Who was asked to stand in for somebody, and what they said.

use serde_json::json;

use super::{MONDAY, needy};

#[test]
fn a_call_is_written_down_and_goes_with_its_shift() {
    let scene = needy();
    let shift = scene.place(&scene.ada, MONDAY, 540, 780)["shift"]["id"].clone();
    let note = |said: &str| {
        let note = json!({ "shift": shift, "staff": scene.ben, "said": said });
        scene.library.does("solving.note_call", note)
    };
    note("unreached");
    let calls = note("yes");
    assert_eq!(calls.as_array().unwrap().len(), 1);
    assert_eq!(
        (&calls[0]["said"], &calls[0]["by"]),
        (&json!("yes"), &json!("Maya"))
    );
    let told = scene
        .library
        .does("solving.calls", json!({ "shift": shift }));
    assert_eq!(told, calls);
    scene
        .library
        .does("schedule.remove_shift", json!({ "id": shift }));
    assert_eq!(scene.library.rows("sick_call"), 0);
    let gone = json!({ "shift": shift, "staff": scene.ben, "said": "no" });
    scene.library.fails("solving.note_call", gone);
}
