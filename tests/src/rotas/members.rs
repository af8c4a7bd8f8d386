//! Who takes part, within which limits, and what they wish.

use serde_json::json;

use super::{FIRST, scene};

#[test]
fn who_takes_part_can_be_left_out_and_let_in_again() {
    let scene = scene(2);
    let dropped = scene.library.does(
        "rotas.drop_member",
        json!({ "rota": scene.rota, "staff": scene.people[0] }),
    );
    assert_eq!(dropped["members"].as_array().unwrap().len(), 1);
    let cell =
        json!({ "rota": scene.rota, "staff": scene.people[0], "day": FIRST, "kind": scene.early });
    scene.library.fails("rotas.set_cell", cell);
    let back = scene.limits(&scene.people[0], &json!({ "least": 600, "most": 6000 }));
    assert_eq!(back["members"][0]["least"], 600);
}

#[test]
fn limits_that_nobody_can_keep_are_refused() {
    let scene = scene(1);
    for wrong in [
        json!({ "least": 600, "most": 500 }),
        json!({ "most": 60_000 }),
        json!({ "run": 0 }),
        json!({ "rest": 32 }),
        json!({ "weekends": 5 }),
        json!({ "barred": [99] }),
    ] {
        let mut member = wrong.clone();
        member["staff"] = scene.people[0].clone();
        let input = json!({ "rota": scene.rota, "member": member });
        scene.library.fails("rotas.set_member", input);
    }
}

#[test]
fn a_wish_is_shown_in_its_cell_until_it_is_taken_back() {
    let scene = scene(1);
    let wish = |wish| {
        let input =
            json!({ "rota": scene.rota, "staff": scene.people[0], "day": FIRST, "wish": wish });
        scene.library.does("rotas.set_wish", input)
    };
    let late = json!({ "kind": scene.late, "wanted": true });
    assert_eq!(wish(late.clone()), json!(null));
    assert_eq!(scene.month()["rows"][0]["cells"][0]["wish"], late);
    assert_eq!(wish(json!(null)), late);
    assert_eq!(scene.month()["rows"][0]["cells"][0]["wish"], json!(null));
    let outside =
        json!({ "rota": scene.rota, "staff": scene.people[0], "day": "2026-11-29", "wish": late });
    scene.library.fails("rotas.set_wish", outside);
}
