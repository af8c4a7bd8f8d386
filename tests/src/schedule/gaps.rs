//! Where the schedule falls short, as higher ranks ask for it.

use carrel_core::kernel::{Act, Actor, Cost, Day};
use carrel_core::schedule;
use serde_json::{Value, json};

use super::{Scene, scene};

const MONDAY: &str = "2026-11-23";

#[test]
fn a_gap_is_what_the_shifts_leave_of_the_need() {
    let scene = scene();
    scene.needs(1, 480, 660, 2);
    scene.place(&scene.ada, MONDAY, 600, 660);
    let gap = |from, to, covered| {
        json!({
            "desk": scene.desk, "day": MONDAY, "from": from, "to": to, "needed": 2, "covered": covered,
        })
    };
    let gaps = gaps(&scene, MONDAY, "2026-11-29");
    assert_eq!(gaps, json!([gap(540, 600, 0), gap(600, 660, 1)]));
}

#[test]
fn every_day_of_the_stretch_is_looked_at_and_no_other() {
    let scene = scene();
    scene.needs(1, 540, 600, 1);
    scene.needs(2, 540, 600, 1);
    scene.place(&scene.ada, "2026-11-24", 540, 600);
    let days = |from, to| -> Vec<String> {
        let gaps = gaps(&scene, from, to);
        let gaps = gaps.as_array().unwrap().iter();
        gaps.map(|gap| gap["day"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        days(MONDAY, "2026-12-01"),
        [MONDAY, "2026-11-30", "2026-12-01"]
    );
    assert_eq!(days("2026-11-24", "2026-11-29"), [""; 0]);
}

#[test]
fn a_closed_day_needs_nobody() {
    let scene = scene();
    scene.needs(1, 540, 600, 1);
    let closure = json!({ "day": MONDAY, "reason": "Flood" });
    scene.library.does("policies.close_day", closure);
    assert_eq!(gaps(&scene, MONDAY, MONDAY), json!([]));
}

fn gaps(scene: &Scene, from: &str, to: &str) -> Value {
    let (tx, now) = (scene.library.outside(), scene.library.core.clock().now());
    let zone = carrel_core::policies::zone_of(&tx).unwrap();
    let act = Act::new(&tx, now, zone, Actor::carrel(), Cost::Test);
    let day = |text| Day::parse(text).unwrap();
    json!(schedule::gaps(&act, day(from), day(to)).unwrap())
}
