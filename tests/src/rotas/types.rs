//! Kinds of shift.

use serde_json::json;

use super::{scene, shift_type};

#[test]
fn a_type_is_told_from_the_others_by_its_letters_and_its_hours() {
    let scene = scene(1);
    let library = &scene.library;
    let again = shift_type(&scene.desk, "Evening", 600, 900);
    let failure = library
        .fails("rotas.add_type", json!({ "details": again }))
        .failure();
    assert_eq!(failure.details["field"], "letters");
    let mut twin = shift_type(&scene.desk, "Twin", 480, 840);
    let failure = library
        .fails("rotas.add_type", json!({ "details": twin }))
        .failure();
    assert_eq!(failure.details["field"], "start");
    twin["desk"] = json!(99);
    library.fails("rotas.add_type", json!({ "details": twin }));
}

#[test]
fn a_type_that_changes_leaves_the_shifts_that_stand() {
    let scene = scene(1);
    scene.sets(&scene.people[0], "2026-12-01", &scene.early);
    let mut later = shift_type(&scene.desk, "Early", 540, 900);
    later["never_before"] = json!([scene.late]);
    let edited = scene.library.does(
        "rotas.edit_type",
        json!({ "id": scene.early, "details": later }),
    );
    assert_eq!(edited["details"]["start"], 540);
    let shift = &scene.month()["rows"][0]["cells"][1]["shifts"][0];
    assert_eq!(shift["kind"], json!(null));
    assert_eq!(shift["placed"]["shift"]["details"]["start"], 480);
    let listed = scene.library.does("rotas.list", json!({}));
    let own = &listed["types"].as_array().unwrap()[0]["details"];
    assert_eq!(own["never_before"], json!([scene.late]));
}
