//! Shifts that change hands: offered, taken, approved, refused, withdrawn, taken back.

use carrel_core::front::SessionId;
use serde_json::{Value, json};

use crate::hours::{at, helper, shift};
use crate::library::{Library, kinds, library};

const TUESDAY: &str = "2026-11-24";

struct Scene {
    library: Library,
    ada: Value,
    ben: Value,
    shift: Value,
}

/// Ada works on Tuesday from nine to one; Ben works here too.
fn scene() -> Scene {
    let library = library();
    let (ada, ben) = (helper(&library, "Ada"), helper(&library, "Ben"));
    let shift = shift(&library, &ada, TUESDAY, 540, 780);
    Scene {
        library,
        ada,
        ben,
        shift,
    }
}

fn by(who: &Value) -> Value {
    json!({ "staff": who, "pin": "2468" })
}

fn whose(library: &Library, shift: &Value) -> Value {
    let week = library.does("schedule.week", json!({ "day": TUESDAY }));
    let shifts = week["shifts"].as_array().unwrap();
    let placed = shifts.iter().find(|placed| placed["shift"]["id"] == *shift);
    placed.unwrap()["shift"]["details"]["staff"].clone()
}

fn student(
    scene: &Scene,
) -> (
    SessionId,
    impl Fn(&str, Value) -> carrel_core::kernel::Result<Value>,
) {
    let session = scene.library.someone("student_worker");
    (session, move |name: &str, input: Value| {
        let answer = scene.library.core.call(session, name, input)?;
        Ok(answer.output)
    })
}

#[test]
fn a_shift_that_is_given_up_changes_hands_when_it_is_approved() {
    let scene = scene();
    let (_, desk) = student(&scene);
    let offered = desk(
        "trades.offer",
        json!({ "shift": scene.shift, "note": "exam", "by": by(&scene.ada) }),
    );
    let offered = offered.unwrap();
    assert_eq!(
        (&offered["state"], &offered["asked_by"]),
        (&json!("asked"), &json!("Ada, by PIN"))
    );
    let id = &offered["id"];
    let taken = desk("trades.take", json!({ "id": id, "by": by(&scene.ben) })).unwrap();
    assert_eq!(
        (&taken["state"], &taken["taker"]),
        (&json!("agreed"), &scene.ben)
    );
    assert_eq!(whose(&scene.library, &scene.shift), scene.ada);
    let approved = scene.library.does("trades.approve", json!({ "id": id }));
    assert_eq!(
        (&approved["state"], &approved["decided_by"]),
        (&json!("approved"), &json!("Maya"))
    );
    assert_eq!(whose(&scene.library, &scene.shift), scene.ben);
    let back = scene.library.does("trades.take_back", json!({ "id": id }));
    assert_eq!(back["state"], "agreed");
    assert_eq!(whose(&scene.library, &scene.shift), scene.ada);
}

#[test]
fn two_people_swap_their_shifts() {
    let scene = scene();
    let other = shift(&scene.library, &scene.ben, "2026-11-25", 600, 720);
    let offered = scene.library.does(
        "trades.offer",
        json!({ "shift": scene.shift, "with": other }),
    );
    assert_eq!(
        (&offered["kind"], &offered["taker"]),
        (&json!("swap"), &scene.ben)
    );
    let id = &offered["id"];
    scene.library.does("trades.take", json!({ "id": id }));
    scene.library.does("trades.approve", json!({ "id": id }));
    assert_eq!(whose(&scene.library, &scene.shift), scene.ben);
    assert_eq!(whose(&scene.library, &other), scene.ada);
}

#[test]
fn an_open_shift_is_nobodys_until_it_is_approved() {
    let scene = scene();
    let desk = scene.library.does("schedule.desks", json!({}))[0]["id"].clone();
    let open = scene.library.does(
        "trades.open_shift",
        json!({ "desk": desk, "day": TUESDAY, "start": 840, "end": 960 }),
    );
    let id = &open["id"];
    assert_eq!(scene.library.rows("shift"), 1);
    scene
        .library
        .does("trades.take", json!({ "id": id, "staff": scene.ben }));
    scene.library.does("trades.approve", json!({ "id": id }));
    assert_eq!(scene.library.rows("shift"), 2);
    scene.library.does("trades.take_back", json!({ "id": id }));
    assert_eq!(scene.library.rows("shift"), 1);
}

#[test]
fn nobody_offers_or_takes_anothers_without_their_pin() {
    let scene = scene();
    let (_, desk) = student(&scene);
    let refused = |name: &str, input: Value| kinds(&desk(name, input).unwrap_err());
    let shift = &scene.shift;
    assert_eq!(
        refused("trades.offer", json!({ "shift": shift })),
        ["nobody_shown"]
    );
    let bens = json!({ "shift": shift, "by": by(&scene.ben) });
    assert_eq!(refused("trades.offer", bens), ["not_yours"]);
    let meant = json!({ "shift": shift, "to": scene.ben, "by": by(&scene.ada) });
    let id = desk("trades.offer", meant).unwrap()["id"].clone();
    let own = json!({ "id": id, "by": by(&scene.ada) });
    assert_eq!(refused("trades.take", own), ["own_shift"]);
    let cy = helper(&scene.library, "Cy");
    assert_eq!(
        refused("trades.take", json!({ "id": id, "by": by(&cy) })),
        ["for_another"]
    );
    let again = json!({ "shift": shift, "by": by(&scene.ada) });
    assert_eq!(refused("trades.offer", again), ["offered_already"]);
    assert_eq!(
        refused("trades.withdraw", json!({ "id": id, "by": by(&cy) })),
        ["not_yours"]
    );
    desk("trades.withdraw", json!({ "id": id, "by": by(&scene.ada) })).unwrap();
    assert_eq!(
        refused("trades.take", json!({ "id": id, "by": by(&scene.ben) })),
        ["settled"]
    );
}

#[test]
fn what_blocks_is_approved_only_with_a_reason_that_stays() {
    let scene = scene();
    // Ben works at the same time.
    shift(&scene.library, &scene.ben, TUESDAY, 600, 720);
    let id = scene.library.does(
        "trades.offer",
        json!({ "shift": scene.shift, "to": scene.ben }),
    )["id"]
        .clone();
    scene.library.does("trades.take", json!({ "id": id }));
    let listed = scene.library.does("trades.list", json!({}));
    assert_eq!(
        listed["trades"][0]["against"]["taker"][0]["kind"],
        "double_booked"
    );
    let refused = scene.library.fails("trades.approve", json!({ "id": id }));
    assert!(kinds(&refused).contains(&"blocked".to_owned()));
    assert!(
        refused.to_string().contains("the shift of Ben"),
        "{refused}"
    );
    assert_eq!(whose(&scene.library, &scene.shift), scene.ada);
    scene.library.does(
        "trades.approve",
        json!({ "id": id, "reason": "they agreed among themselves" }),
    );
    assert_eq!(whose(&scene.library, &scene.shift), scene.ben);
    let week = scene
        .library
        .does("schedule.week", json!({ "day": TUESDAY }));
    assert!(week.to_string().contains("they agreed among themselves"));
}

#[test]
fn a_shift_that_was_moved_since_does_not_change_hands() {
    let scene = scene();
    let id = scene.library.does(
        "trades.offer",
        json!({ "shift": scene.shift, "to": scene.ben }),
    )["id"]
        .clone();
    scene.library.does("trades.take", json!({ "id": id }));
    let week = scene
        .library
        .does("schedule.week", json!({ "day": TUESDAY }));
    let mut details = week["shifts"][0]["shift"]["details"].clone();
    details["end"] = json!(840);
    scene.library.does(
        "schedule.move_shift",
        json!({ "id": scene.shift, "details": details }),
    );
    let listed = scene.library.does("trades.list", json!({}));
    assert_eq!(listed["trades"][0]["stands"], false);
    assert_eq!(
        scene.library.refuses("trades.approve", json!({ "id": id })),
        ["shift_changed"]
    );
    let refused = scene.library.does(
        "trades.refuse",
        json!({ "id": id, "reason": "moved meanwhile" }),
    );
    assert_eq!(refused["reason"], "moved meanwhile");
}

#[test]
fn a_shift_that_has_begun_is_offered_no_more() {
    let scene = scene();
    at(&scene.library, TUESDAY, 9, 0);
    let offer = json!({ "shift": scene.shift });
    assert_eq!(scene.library.refuses("trades.offer", offer), ["begun"]);
}

#[test]
fn what_the_rules_would_say_is_told_before_anybody_is_asked() {
    let scene = scene();
    let other = shift(&scene.library, &scene.ben, "2026-11-25", 600, 720);
    // Ada is in class when she would work for Ben.
    let class = json!({ "staff": scene.ada, "title": "BIO 201", "weekday": 3, "start": 630, "end": 690,
        "first": "2026-11-01", "last": "2026-12-31" });
    scene
        .library
        .does("staff.add_class", json!({ "details": class }));
    let swap = json!({ "shift": scene.shift, "with": other });
    let told = scene.library.does("trades.preview", swap.clone());
    assert_eq!(told["taker"], json!([]));
    assert_eq!(told["owner"][0]["kind"], "in_class");
    let id = scene.library.does("trades.offer", swap.clone())["id"].clone();
    let taken = json!({ "trade": id });
    assert_eq!(scene.library.does("trades.preview", taken), told);
    scene.library.does("trades.take", json!({ "id": id }));
    let listed = scene.library.does("trades.list", json!({}));
    assert_eq!(listed["trades"][0]["against"], told);
    // A student worker is not told of others' classes.
    let (_, desk) = student(&scene);
    assert_eq!(desk("trades.preview", swap).unwrap()["owner"], json!([]));
    // Ben works then already.
    shift(&scene.library, &scene.ben, TUESDAY, 600, 720);
    let given = json!({ "shift": scene.shift, "to": scene.ben });
    let told = scene.library.does("trades.preview", given);
    assert_eq!(told["taker"][0]["kind"], "double_booked");
    let own = json!({ "shift": scene.shift, "to": scene.ada });
    assert_eq!(scene.library.refuses("trades.preview", own), ["own_shift"]);
    let anyone = json!({ "shift": scene.shift });
    let nothing = json!({ "taker": [], "owner": [] });
    assert_eq!(scene.library.does("trades.preview", anyone), nothing);
}
