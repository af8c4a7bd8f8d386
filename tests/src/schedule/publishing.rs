//! What everybody was told, and what changed since.

use carrel_core::kernel::error::Code;
use serde_json::{Value, json};

use super::{Scene, scene};

const MONDAY: &str = "2026-11-23";
/// The week begins on Sunday here.
const SUNDAY: &str = "2026-11-22";
const SATURDAY: &str = "2026-11-28";

fn week() -> Value {
    json!({ "first": SUNDAY, "last": SATURDAY })
}

fn publish(scene: &Scene) -> Value {
    scene.library.does("schedule.publish", week())
}

/// For each person with changes: how many shifts were added, moved and removed.
fn counts(changes: &Value) -> Vec<[usize; 3]> {
    let count = |person: &Value| {
        ["added", "moved", "removed"].map(|kind| person[kind].as_array().unwrap().len())
    };
    changes.as_array().unwrap().iter().map(count).collect()
}

#[test]
fn a_week_is_a_draft_until_it_is_published_and_what_changes_then_is_told_by_person() {
    let scene = scene();
    let ada = scene.place(&scene.ada, MONDAY, 540, 600)["shift"].clone();
    let drafts = scene.week(MONDAY)["drafts"].clone();
    assert_eq!(
        (&drafts["newest"], &drafts["unpublished"]),
        (&json!(null), &json!(SUNDAY))
    );
    assert_eq!(drafts["shifts"], json!([ada["id"]]));

    let first = publish(&scene);
    assert_eq!(
        (&first["publication"]["by"], &first["publication"]["shifts"]),
        (&json!("Maya"), &json!(1))
    );
    assert_eq!(counts(&first["changes"]), [[1, 0, 0]]);
    let drafts = scene.library.does("schedule.drafts", week());
    assert_eq!(
        (&drafts["unpublished"], &drafts["shifts"]),
        (&json!(null), &json!([]))
    );

    scene.library.does(
        "schedule.move_shift",
        json!({ "id": ada["id"], "details": scene.shift(&scene.ada, MONDAY, 600, 660) }),
    );
    scene.place(&scene.ben, MONDAY, 540, 600);
    let second = publish(&scene);
    assert_eq!(counts(&second["changes"]), [[0, 1, 0], [1, 0, 0]]);
    scene
        .library
        .does("schedule.remove_shift", json!({ "id": ada["id"] }));
    assert_eq!(
        counts(&scene.week(MONDAY)["drafts"]["changes"]),
        [[0, 0, 1]]
    );

    let kept = scene.library.does(
        "schedule.publication",
        json!({ "id": second["publication"]["id"] }),
    );
    assert_eq!(kept, second);
    let list = scene.library.does("schedule.publications", week());
    assert_eq!(list, json!([second["publication"], first["publication"]]));
}

#[test]
fn what_everybody_knows_is_not_published_again() {
    let scene = scene();
    scene.place(&scene.ada, MONDAY, 540, 600);
    publish(&scene);
    assert_eq!(
        scene.library.refuses("schedule.publish", week()),
        ["nothing_changed"]
    );
    let backwards = json!({ "first": SATURDAY, "last": MONDAY });
    assert_eq!(
        scene.library.fails("schedule.publish", backwards).code(),
        Code::Invalid
    );
}

#[test]
fn a_publication_is_taken_back_unless_a_newer_one_holds_its_days() {
    let scene = scene();
    scene.place(&scene.ada, MONDAY, 540, 600);
    let first = publish(&scene)["publication"]["id"].clone();
    scene.place(&scene.ben, MONDAY, 540, 600);
    let second = publish(&scene)["publication"]["id"].clone();
    let refused = scene
        .library
        .refuses("schedule.unpublish", json!({ "id": first }));
    assert_eq!(refused, ["published_since"]);
    scene
        .library
        .does("schedule.unpublish", json!({ "id": second }));
    assert_eq!(
        counts(&scene.week(MONDAY)["drafts"]["changes"]),
        [[1, 0, 0]]
    );
    scene
        .library
        .does("schedule.unpublish", json!({ "id": first }));
    assert_eq!(scene.week(MONDAY)["drafts"]["newest"], json!(null));
}

#[test]
fn a_day_is_told_by_the_newest_publication_that_holds_it() {
    let scene = scene();
    scene.place(&scene.ada, MONDAY, 540, 600);
    publish(&scene);
    scene.place(&scene.ada, "2026-11-30", 540, 600);
    let both = json!({ "first": SUNDAY, "last": "2026-12-05" });
    let drafts = scene.library.does("schedule.drafts", both.clone());
    assert_eq!(drafts["unpublished"], json!("2026-11-30"));
    assert_eq!(counts(&drafts["changes"]), [[1, 0, 0]]);
    scene.library.does("schedule.publish", both);
    assert_eq!(scene.week(MONDAY)["drafts"]["shifts"], json!([]));
}

#[test]
fn what_blocks_is_not_published_until_somebody_gives_a_reason() {
    let scene = scene();
    let first = scene.place(&scene.ada, MONDAY, 540, 720)["shift"].clone();
    let second = scene.place(&scene.ada, MONDAY, 660, 780)["shift"].clone();
    let blocking = || scene.library.does("schedule.blocking", week());
    let stands = blocking();
    let shifts: Vec<_> = stands["shifts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|placed| {
            (
                placed["shift"]["id"].clone(),
                placed["conflicts"][0]["rule"].clone(),
            )
        })
        .collect();
    let double = |shift: &Value| (shift["id"].clone(), json!("DOUBLE"));
    assert_eq!(shifts, [double(&first), double(&second)]);
    let refused = scene.library.fails("schedule.publish", week());
    let failure = refused.failure();
    let reasons = failure.details["reasons"].as_array().unwrap();
    assert_eq!(reasons.len(), 2);
    let expected = json!({
        "kind": "blocked", "shift": first["id"], "staff": scene.ada, "person": "Ada", "desk": scene.desk,
        "day": MONDAY, "start": 540, "end": 720, "rule": "DOUBLE",
    });
    assert_eq!(reasons[0]["refusal"], expected);
    assert_eq!(
        reasons[0]["message"],
        "the shift of Ada on 2026-11-23, 9:00–12:00, is against rule DOUBLE"
    );
    assert_eq!(
        scene.library.does("schedule.publications", week()),
        json!([])
    );

    for shift in [&first, &second] {
        let reason = json!({ "shift": shift["id"], "rule": "DOUBLE", "reason": "Hands over" });
        scene.library.does("schedule.override_rule", reason);
    }
    let nothing = json!({ "shifts": [], "lacking": [], "noticed": [], "gaps": [] });
    assert_eq!(blocking(), nothing);
    publish(&scene);
}

#[test]
fn a_morning_without_a_key_is_told_and_does_not_hinder() {
    let scene = scene();
    scene.holds_a_key(&scene.ada, "Ada");
    scene.place(&scene.ben, MONDAY, 540, 720);
    scene.needs(1, 540, 780, 1);
    let stands = scene.library.does("schedule.blocking", week());
    assert_eq!(stands["lacking"], json!([]));
    let gap = json!({
        "desk": scene.desk, "day": MONDAY, "from": 720, "to": 780, "needed": 1, "covered": 0,
    });
    assert_eq!(stands["gaps"], json!([gap]));
    let told = stands["noticed"].as_array().unwrap();
    let opening = |one: &&Value| one["kind"] == "no_key" && one["edge"] == "opening";
    let opening: Vec<&Value> = told.iter().filter(opening).collect();
    assert_eq!(opening.len(), 1, "{told:?}");
    assert_eq!(opening[0]["rule"], "KEY");
    assert_eq!(opening[0]["from"]["day"], MONDAY);
    publish(&scene);
}

#[test]
fn a_warning_keeps_nobody_from_publishing_until_its_rule_blocks() {
    let scene = scene();
    let alone = |severity: &str| {
        let rule = json!({ "id": "ALONE", "active": true, "severity": severity });
        scene.library.does("schedule.set_work_rule", rule);
    };
    alone("warn");
    let warned = scene.place(&scene.ada, MONDAY, 540, 600);
    assert_eq!(warned["conflicts"][0]["rule"], "ALONE");
    publish(&scene);
    scene.place(&scene.ben, MONDAY, 600, 660);
    alone("block");
    let kinds = scene.library.refuses("schedule.publish", week());
    assert_eq!(kinds, ["blocked", "blocked"]);
}

#[test]
fn a_day_beside_published_ones_is_owed_only_where_somebody_works() {
    let scene = scene();
    scene.place(&scene.ada, MONDAY, 540, 600);
    let from_monday = json!({ "first": MONDAY, "last": SATURDAY });
    scene.library.does("schedule.publish", from_monday);
    let unpublished = || scene.library.does("schedule.drafts", week())["unpublished"].clone();
    assert_eq!(unpublished(), json!(null));
    scene.place(&scene.ben, SUNDAY, 540, 600);
    assert_eq!(unpublished(), json!(SUNDAY));
}
