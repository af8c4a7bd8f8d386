//! What the solver proposes for a library's week.

use serde_json::json;

use super::{MONDAY, minutes, needy, placed};

#[test]
fn an_empty_week_is_covered_by_those_who_can_work() {
    let scene = needy();
    let proposal = scene.solves(&json!({}));
    assert_eq!(proposal["standing"]["gaps"], 0, "{proposal}");
    assert_eq!(proposal["left_out"], json!([]));
    let worked = minutes(&proposal, &scene.ada) + minutes(&proposal, &scene.ben);
    assert_eq!(worked, 2 * 480);
    // Nothing is kept.
    assert_eq!(scene.week(MONDAY)["shifts"], json!([]));
}

#[test]
fn nobody_is_placed_when_they_cannot_nor_on_leave_nor_in_class() {
    let scene = needy();
    scene.tells(&scene.ada, &[(1, 0, 720, "no"), (2, 0, 1440, "no")]);
    let leave = json!({
        "staff": scene.ben, "first": MONDAY, "start": 0, "last": MONDAY, "end": 1440, "reason": "",
    });
    scene
        .library
        .does("staff.add_leave", json!({ "details": leave }));
    let class = json!({
        "staff": scene.ben, "title": "BIO 201", "weekday": 2, "start": 600, "end": 660,
        "first": "2026-11-01", "last": "2026-12-20", "travel_minutes": 30,
    });
    scene
        .library
        .does("staff.add_class", json!({ "details": class }));
    let (ada, ben) = (scene.ada.as_i64().unwrap(), scene.ben.as_i64().unwrap());
    let proposal = scene.solves(&json!({}));
    let expected = [
        (ada, MONDAY.to_owned(), 720, 1020),
        (ben, "2026-12-01".to_owned(), 690, 1020),
    ];
    assert_eq!(placed(&proposal), expected);
    assert_eq!(proposal["standing"]["gaps"], 2);
}

#[test]
fn a_cap_that_blocks_holds_and_what_somebody_wants_is_met() {
    let scene = needy();
    for (staff, wanted, most) in [(&scene.ada, 300, 300), (&scene.ben, 660, 1200)] {
        let mut details = crate::staff::details(if *staff == scene.ada { "Ada" } else { "Ben" });
        details["wanted_minutes"] = json!(wanted);
        details["most_minutes"] = json!(most);
        let edit = json!({ "id": staff, "details": details });
        scene.library.does("staff.edit", edit);
    }
    let proposal = scene.solves(&json!({}));
    assert_eq!(minutes(&proposal, &scene.ada), 300, "{proposal}");
    assert_eq!(minutes(&proposal, &scene.ben), 660, "{proposal}");
    assert_eq!(proposal["standing"]["missed"], 0);
}

#[test]
fn who_never_told_when_they_can_work_is_left_out_where_that_is_asked() {
    let scene = needy();
    scene.tells(&scene.ada, &[(1, 0, 540, "no")]);
    let proposal = scene.solves(&json!({ "untold": false }));
    assert!(minutes(&proposal, &scene.ada) > 0);
    assert_eq!(minutes(&proposal, &scene.ben), 0);
}

#[test]
fn what_stands_stays_where_it_is_to_and_counts() {
    let scene = needy();
    scene.place(&scene.ada, MONDAY, 540, 780);
    let proposal = scene.solves(&json!({}));
    let monday: Vec<_> = placed(&proposal)
        .into_iter()
        .filter(|(_, day, ..)| day == MONDAY)
        .collect();
    let ben = scene.ben.as_i64().unwrap();
    assert_eq!(monday, [(ben, MONDAY.to_owned(), 780, 1020)]);

    scene.wants(&scene.ada, "Ada", 240, 1200);
    scene.wants(&scene.ben, "Ben", 720, 1200);
    let little = scene.solves(&json!({ "keep": "most" }));
    let moved = |change: &&serde_json::Value| !change["before"].is_null();
    let moved = little["changes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(moved)
        .count();
    assert_eq!(moved, 0, "{little}");
}

#[test]
fn what_takes_no_time_or_runs_backwards_is_refused() {
    let scene = needy();
    for wrong in [
        json!({ "seconds": 0 }),
        json!({ "last": "2026-11-01" }),
        json!({ "last": "2027-11-01" }),
    ] {
        let state = scene.library.ends("solving.start", super::asked(&wrong));
        assert_eq!(state["state"], "failed", "{wrong}");
        assert_eq!(state["error"]["code"], "invalid", "{wrong}");
    }
}

#[test]
fn who_stops_it_gets_the_best_so_far_and_its_news_were_told() {
    let scene = needy();
    let library = &scene.library;
    let long = super::asked(&json!({ "thousands": null, "seconds": 600, "keep": "nothing" }));
    // A week that is solved to its end needs no stopping: this one has more wishes than can be met.
    scene.wants(&scene.ada, "Ada", 2100, 2400);
    scene.wants(&scene.ben, "Ben", 2100, 2400);
    let task = library.does("solving.start", long)["task"].clone();
    let mut state = json!({ "revision": 0, "news": null });
    while state["news"].is_null() {
        state = library.does(
            "tasks.next",
            json!({ "task": task, "seen": state["revision"] }),
        );
    }
    library.does("tasks.cancel", json!({ "task": task }));
    while state["state"] == "running" {
        state = library.does(
            "tasks.next",
            json!({ "task": task, "seen": state["revision"] }),
        );
    }
    assert_eq!(state["state"], "finished", "{state}");
    assert!(state["output"]["standing"]["gaps"].is_number());
}

#[test]
fn a_week_is_exported_as_the_solver_reads_it() {
    let scene = needy();
    let told = scene.library.does("solving.export", super::ask());
    assert_eq!(
        (&told["slot"], &told["people"]),
        (&json!(30), &json!([scene.ada, scene.ben]))
    );
    let week = &told["week"];
    assert_eq!((&week["days"], &week["width"]), (&json!(7), &json!(48)));
    // Monday from 9:00 on.
    assert_eq!(
        week["lines"][0]["need"].as_array().unwrap()[48 + 17..48 + 19],
        [json!(0), json!(1)]
    );
}
