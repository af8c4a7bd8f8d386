//! What a timetable broke: told until it is solved, and mended with little else moved.

use serde_json::{Value, json};

use super::{MONDAY, needy};
use crate::library::kinds;
use crate::schedule::Scene;

const TUESDAY: &str = "2026-12-01";
const TERM: (&str, &str) = ("2026-11-01", "2026-12-31");

impl Scene {
    /// Gives somebody the classes of a term, each by weekday and times, with ten minutes to get there.
    fn learns(&self, staff: &Value, classes: &[(u8, u16, u16)]) -> Value {
        let class = |(weekday, start, end): &(u8, u16, u16)| {
            json!({ "staff": staff, "title": "BIO 201", "weekday": weekday, "start": start, "end": end,
                "first": TERM.0, "last": TERM.1, "travel_minutes": 10 })
        };
        let classes: Vec<Value> = classes.iter().map(class).collect();
        let keep = json!({ "staff": staff, "first": TERM.0, "last": TERM.1, "classes": classes });
        self.library.does("staff.replace_classes", keep)
    }

    fn broken(&self) -> Vec<Value> {
        let all = self.library.does("solving.broken", json!({}));
        all.as_array().unwrap().clone()
    }

    fn mends(&self) -> Value {
        self.library.finishes("solving.mend", json!({}))
    }

    /// Keeps a mending with all that is open.
    fn keeps_mended(&self, mending: &Value) -> Value {
        let kept = json!({
            "first": mending["first"], "last": mending["last"],
            "changes": mending["changes"], "open": mending["unfilled"],
        });
        self.library.does("trades.mend", kept)
    }

    /// Who works when on a day.
    fn works(&self, day: &str) -> Vec<(Value, u64, u64)> {
        let week = self.week(day);
        let all = week["shifts"].as_array().unwrap().iter();
        let on = all.map(|placed| &placed["shift"]["details"]);
        on.filter(|details| details["day"] == day)
            .map(|details| {
                let minute = |field: &str| details[field].as_u64().unwrap();
                (details["staff"].clone(), minute("start"), minute("end"))
            })
            .collect()
    }
}

/// Ada works on Monday from nine to one, Ben from one to five; on Tuesday the other way round.
fn rostered() -> Scene {
    let scene = needy();
    scene.place(&scene.ada, MONDAY, 540, 780);
    scene.place(&scene.ben, MONDAY, 780, 1020);
    scene.place(&scene.ben, TUESDAY, 540, 780);
    scene.place(&scene.ada, TUESDAY, 780, 1020);
    scene
}

#[test]
fn what_a_class_broke_is_told_until_it_is_solved() {
    let scene = rostered();
    assert_eq!(scene.broken(), Vec::<Value>::new());
    // The way back from a class that ends at half past twelve meets nothing of Ben's.
    scene.learns(&scene.ada, &[(1, 700, 750)]);
    let broken = scene.broken();
    assert_eq!(broken.len(), 1);
    let one = &broken[0];
    assert_eq!(
        (&one["person"], &one["desk"], &one["class"]),
        (&json!("Ada"), &json!("Circulation"), &json!("BIO 201"))
    );
    assert_eq!(
        (&one["from"], &one["to"], &one["travel"], &one["published"]),
        (&json!(700), &json!(750), &json!(10), &json!(false))
    );
    let bens = json!({ "staff": [scene.ben] });
    assert_eq!(scene.library.does("solving.broken", bens), json!([]));
    // With a reason it stays.
    let excused =
        json!({ "shift": one["shift"]["id"], "rule": "CLASS", "reason": "the class is cancelled" });
    scene
        .library
        .does("schedule.override_rule", excused.clone());
    assert_eq!(scene.broken(), Vec::<Value>::new());
    let drop = json!({ "shift": excused["shift"], "rule": "CLASS" });
    scene.library.does("schedule.drop_override", drop);
    assert_eq!(scene.broken().len(), 1);
    // Moved by hand it is solved.
    scene
        .library
        .does("schedule.remove_shift", json!({ "id": one["shift"]["id"] }));
    assert_eq!(scene.broken(), Vec::<Value>::new());
}

#[test]
fn a_shift_that_has_begun_or_is_over_is_not_told() {
    let scene = needy();
    let now = "2026-11-23";
    scene.place(&scene.ada, "2026-11-20", 540, 780);
    scene.place(&scene.ada, now, 540, 780);
    scene.place(&scene.ben, now, 780, 1020);
    scene.learns(&scene.ada, &[(1, 600, 700), (5, 600, 700)]);
    scene.learns(&scene.ben, &[(1, 900, 960)]);
    let people: Vec<Value> = scene
        .broken()
        .iter()
        .map(|one| one["person"].clone())
        .collect();
    assert_eq!(people, ["Ben"]);
}

#[test]
fn others_take_what_a_class_broke_and_nothing_else_moves() {
    let scene = rostered();
    let cem = crate::staff::hired(&scene.library, "Cem");
    scene.learns(&scene.ada, &[(1, 540, 780)]);
    let mending = scene.mends();
    assert_eq!(mending["broken"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&mending["unfilled"], &mending["left_out"]),
        (&json!([]), &json!([]))
    );
    let tuesday = scene.works(TUESDAY);
    let kept = scene.keeps_mended(&mending);
    assert_eq!(kept["opened"], json!([]));
    let monday = scene.works(MONDAY);
    assert_eq!(
        monday,
        [(cem, 540, 780), (scene.ben.clone(), 780, 1020)],
        "Ben keeps his hours"
    );
    assert_eq!(scene.works(TUESDAY), tuesday);
    assert_eq!(scene.broken(), Vec::<Value>::new());
}

#[test]
fn who_is_in_class_for_a_part_of_it_keeps_the_rest() {
    let scene = rostered();
    let cem = crate::staff::hired(&scene.library, "Cem");
    // In class from a quarter past three: Ada's Tuesday ends at three.
    scene.learns(&scene.ada, &[(2, 915, 1020)]);
    scene.keeps_mended(&scene.mends());
    assert_eq!(
        scene.works(TUESDAY),
        [
            (scene.ben.clone(), 540, 780),
            (scene.ada.clone(), 780, 900),
            (cem, 900, 1020)
        ]
    );
}

#[test]
fn what_nobody_takes_is_open_to_whoever_wants_it_and_goes_back_whole() {
    let scene = rostered();
    scene.tells(&scene.ben, &[(1, 0, 780, "no")]);
    scene.learns(&scene.ada, &[(1, 540, 780)]);
    let mending = scene.mends();
    let open = json!([{ "desk": scene.desk, "day": MONDAY, "start": 540, "end": 780 }]);
    assert_eq!(mending["unfilled"], open);
    let rows = scene.library.rows("audit");
    let before = scene.works(MONDAY);
    let kept = scene.keeps_mended(&mending);
    assert_eq!(scene.library.rows("audit"), rows + 1);
    assert_eq!(scene.works(MONDAY), [(scene.ben.clone(), 780, 1020)]);
    let listed = scene.library.does("trades.list", json!({}));
    assert_eq!(listed["trades"][0]["trade"]["kind"], "open");
    assert_eq!(scene.broken(), Vec::<Value>::new());

    let changes = kept["changes"].as_array().unwrap().iter();
    let back: Vec<_> = changes
        .map(|change| json!({ "id": change["id"], "before": change["after"], "after": change["before"] }))
        .collect();
    let undo = json!({ "changes": back, "opened": kept["opened"] });
    scene.library.does("trades.undo_mend", undo.clone());
    assert_eq!(scene.works(MONDAY), before);
    let listed = scene.library.does("trades.list", json!({}));
    assert_eq!(listed["trades"][0]["trade"]["state"], "withdrawn");
    assert_eq!(scene.broken().len(), 1);
    let again = scene.library.fails("trades.undo_mend", undo);
    assert_eq!(kinds(&again), ["settled"]);
}

#[test]
fn a_gap_that_was_there_before_stays_one() {
    let scene = needy();
    scene.place(&scene.ada, MONDAY, 540, 780);
    let cem = crate::staff::hired(&scene.library, "Cem");
    scene.learns(&scene.ada, &[(1, 540, 780)]);
    let mending = scene.mends();
    assert_eq!(mending["unfilled"], json!([]));
    scene.keeps_mended(&mending);
    let monday = scene.works(MONDAY);
    let minutes: u64 = monday.iter().map(|(_, from, to)| to - from).sum();
    assert_eq!(minutes, 240, "{monday:?}");
    assert!(
        monday
            .iter()
            .all(|(who, ..)| *who == cem || *who == scene.ben)
    );
    assert_eq!(scene.works(TUESDAY), []);
}

#[test]
fn a_second_shift_of_the_day_stays() {
    let scene = rostered();
    scene.place(&scene.ada, MONDAY, 1020, 1080);
    scene.learns(&scene.ada, &[(1, 540, 780)]);
    let mending = scene.mends();
    scene.keeps_mended(&mending);
    let ada: Vec<_> = scene
        .works(MONDAY)
        .into_iter()
        .filter(|(who, ..)| *who == scene.ada)
        .collect();
    assert_eq!(ada, [(scene.ada.clone(), 1020, 1080)]);
}

#[test]
fn published_shifts_that_are_mended_are_changes_to_publish() {
    let scene = rostered();
    crate::staff::hired(&scene.library, "Cem");
    let days = json!({ "first": MONDAY, "last": TUESDAY });
    scene.library.does("schedule.publish", days.clone());
    scene.learns(&scene.ada, &[(1, 540, 780)]);
    assert_eq!(scene.broken()[0]["published"], true);
    scene.keeps_mended(&scene.mends());
    let drafts = scene.library.does("schedule.drafts", days);
    assert_eq!(drafts["changes"].as_array().unwrap().len(), 2, "{drafts}");
}

#[test]
fn the_timetables_of_forty_people_are_mended() {
    let scene = needy();
    for weekday in 3..=5 {
        scene.needs(weekday, 540, 1020, 2);
    }
    let people: Vec<Value> = (0..40)
        .map(|number| crate::staff::hired(&scene.library, &format!("Student {number}")))
        .collect();
    // A week, two people at a time, each for two hours of each weekday.
    let mut changes = Vec::new();
    for day in 0..5_u32 {
        let on = carrel_core::kernel::Day::parse(MONDAY).unwrap().plus(day);
        for place in 0..8_u32 {
            let who = &people[(day * 8 + place) as usize];
            let start = 540 + 120 * (place / 2);
            let after = json!({ "staff": who, "desk": scene.desk, "day": on, "start": start, "end": start + 120, "note": "" });
            changes.push(json!({ "id": null, "before": null, "after": after }));
        }
    }
    scene
        .library
        .does("schedule.change_shifts", json!({ "changes": changes }));
    for (number, who) in people.iter().enumerate() {
        let class = json!({ "staff": who, "title": "HIS 101", "weekday": 1 + number % 5, "start": 600, "end": 720,
            "first": MONDAY, "last": "2027-02-28" });
        let keep =
            json!({ "staff": who, "first": MONDAY, "last": "2027-02-28", "classes": [class] });
        scene.library.does("staff.replace_classes", keep);
    }
    let broken = scene.broken();
    assert!(broken.len() >= 4, "{}", broken.len());
    let mending = scene.mends();
    assert_eq!(mending["unfilled"], json!([]));
    scene.keeps_mended(&mending);
    assert_eq!(scene.broken(), Vec::<Value>::new());
}
