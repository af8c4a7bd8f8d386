//! Cells that are set by hand.

use serde_json::{Value, json};

use super::{FIRST, scene};

#[test]
fn a_cell_places_moves_and_takes_off_the_ordinary_shift() {
    let scene = scene(1);
    let ada = &scene.people[0];
    let placed = scene.sets(ada, FIRST, &scene.early);
    let id = placed["changes"][0]["id"].clone();
    assert_eq!(placed["pins"][0]["pinned"], true);
    let moved = scene.sets(ada, FIRST, &scene.late);
    assert_eq!(moved["changes"][0]["id"], id);
    assert_eq!(moved["changes"][0]["after"]["start"], 960);
    let week = scene.library.does("schedule.week", json!({ "day": FIRST }));
    assert_eq!(week["shifts"][0]["shift"]["id"], id);
    assert_eq!(week["drafts"]["shifts"].as_array().unwrap().len(), 1);
    let off = scene.sets(ada, FIRST, &Value::Null);
    assert_eq!(off["changes"][0]["after"], json!(null));
    assert_eq!(scene.worked(), []);
}

#[test]
fn what_was_set_by_hand_is_taken_back_with_its_pin() {
    let scene = scene(1);
    let deed = scene.sets(&scene.people[0], FIRST, &scene.early);
    assert_eq!(scene.month()["rows"][0]["cells"][0]["pinned"], true);
    let change = &deed["changes"][0];
    let back = json!({
        "rota": scene.rota,
        "changes": [{ "id": change["id"], "before": change["after"], "after": change["before"] }],
        "pins": [{ "staff": scene.people[0], "day": FIRST, "pinned": false }],
    });
    scene.library.does("rotas.carry_out", back.clone());
    let cell = scene.month()["rows"][0]["cells"][0].clone();
    assert_eq!(
        (&cell["pinned"], &cell["shifts"]),
        (&json!(false), &json!([]))
    );
    assert_eq!(
        scene.library.refuses("rotas.carry_out", back),
        ["shift_gone"]
    );
}

#[test]
fn a_type_that_is_not_in_use_is_set_nowhere() {
    let scene = scene(1);
    let mut gone = super::shift_type(&scene.desk, "Late", 960, 1320);
    gone["active"] = json!(false);
    scene.library.does(
        "rotas.edit_type",
        json!({ "id": scene.late, "details": gone }),
    );
    let cell =
        json!({ "rota": scene.rota, "staff": scene.people[0], "day": FIRST, "kind": scene.late });
    scene.library.fails("rotas.set_cell", cell);
}
