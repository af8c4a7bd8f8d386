//! Rotas begin, want people, and are taken away.

use serde_json::json;

use super::{FIRST, LAST, scene};

#[test]
fn a_rota_takes_over_what_the_one_before_wanted() {
    let scene = scene(2);
    scene.limits(
        &scene.people[0],
        &json!({ "run": 4, "weekends": 1, "barred": [scene.late] }),
    );
    let next = |weeks: u8| {
        scene.library.does(
            "rotas.add",
            json!({ "first": "2026-12-28", "weeks": weeks }),
        )
    };
    let same = next(4);
    assert_eq!(same["cover"].as_array().unwrap().len(), 14);
    assert_eq!(same["last"], "2027-01-24");
    let member = &same["members"][0];
    assert_eq!(
        (&member["run"], &member["weekends"], &member["barred"]),
        (&json!(4), &json!(1), &json!([scene.late]))
    );
    // A limit over four weeks says nothing of two.
    assert_eq!(next(2)["members"][0]["weekends"], json!(null));
}

#[test]
fn a_rota_begins_on_a_monday_and_has_two_to_52_weeks() {
    let scene = scene(1);
    for wrong in [
        json!({ "first": "2026-12-01", "weeks": 4 }),
        json!({ "first": FIRST, "weeks": 1 }),
        json!({ "first": FIRST, "weeks": 53 }),
    ] {
        scene.library.fails("rotas.add", wrong);
    }
    let listed = scene.library.does("rotas.list", json!({}));
    assert_eq!(listed["rotas"][0]["last"], LAST);
}

#[test]
fn cover_that_is_said_twice_or_of_no_type_is_refused() {
    let scene = scene(1);
    let one = json!({ "kind": scene.early, "weekday": 1, "people": 1 });
    for wrong in [
        json!([one, one]),
        json!([{ "kind": 99, "weekday": 1, "people": 1 }]),
        json!([{ "kind": scene.early, "weekday": 8, "people": 1 }]),
        json!([{ "kind": scene.early, "weekday": 1, "people": 100 }]),
    ] {
        scene.library.fails(
            "rotas.set_cover",
            json!({ "rota": scene.rota, "cover": wrong }),
        );
    }
}

#[test]
fn a_rota_that_is_taken_away_leaves_its_shifts() {
    let scene = scene(1);
    scene.sets(&scene.people[0], FIRST, &scene.early);
    scene
        .library
        .does("rotas.remove", json!({ "id": scene.rota }));
    assert_eq!(scene.library.rows("shift"), 1);
    for table in ["rota", "rota_cover", "rota_member", "rota_pin"] {
        assert_eq!(scene.library.rows(table), 0, "{table}");
    }
}
