//! What the solver proposes for a rota, kept and judged by a walk through its days.

use serde_json::{Value, json};

use super::naive::{Limits, broken, rows};
use super::{FIRST, LAST, Scene, scene};

/// What holds where no test says otherwise: ten hours of rest.
const LIMITS: Limits = Limits {
    rest: 600,
    week: 7 * 1440,
    week_starts: 6,
    run: 28,
    weekends: 4,
};

/// Every rule that somebody's days break.
fn walked(scene: &Scene, limits: Limits) -> Vec<String> {
    let month = scene.month();
    let rows = rows(&month);
    let found = rows.iter().flat_map(|(name, worked)| {
        let broken = broken(worked, 28, limits);
        broken
            .into_iter()
            .map(move |what| format!("{name}: {what}"))
    });
    found.collect()
}

/// Sets a rule of work to a figure, and lets it block.
fn rule(scene: &Scene, id: &str, figure: &str, value: u32) {
    let change = json!({
        "id": id, "active": true, "severity": "block", "figures": [{ "name": figure, "value": value }],
    });
    scene.library.does("schedule.set_work_rule", change);
}

#[test]
fn an_empty_rota_is_covered_with_weekends_in_turn() {
    let scene = scene(6);
    let proposal = scene.solves(&json!({}));
    assert_eq!(proposal["standing"]["gaps"], 0, "{}", proposal["standing"]);
    assert_eq!(proposal["left_out"], json!([]));
    assert_eq!(proposal["strained"], json!([]));
    assert_eq!(scene.worked(), []);
    scene.keeps(&proposal);
    let month = scene.month();
    assert_eq!(month["gaps"], 0);
    // Two weekend shifts a day for four weekends, and six people: nobody works more than two of them.
    for row in month["rows"].as_array().unwrap() {
        assert!(row["weekends"].as_u64().unwrap() <= 2, "{}", row["name"]);
        assert!(row["minutes"].as_u64().unwrap() <= (56 / 6 + 2) * 360);
    }
    assert_eq!(walked(&scene, LIMITS), Vec::<String>::new());
}

#[test]
fn what_was_kept_is_a_draft_that_is_published_and_taken_back_whole() {
    let scene = scene(4);
    let kept = scene.keeps(&scene.solves(&json!({})));
    let week = scene.library.does("schedule.week", json!({ "day": FIRST }));
    assert!(!week["drafts"]["shifts"].as_array().unwrap().is_empty());
    let changes: Vec<Value> = kept["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| json!({ "id": change["id"], "before": change["after"], "after": change["before"] }))
        .collect();
    let back = json!({ "rota": scene.rota, "changes": changes, "pins": [] });
    scene.library.does("rotas.carry_out", back);
    assert_eq!(scene.worked(), []);
}

#[test]
fn the_rules_that_judge_hold_for_weeks_rest_and_runs() {
    let scene = scene(5);
    rule(&scene, "ROW-DAYS", "most", 4);
    rule(&scene, "REST", "least", 660);
    for (person, name) in scene
        .people
        .iter()
        .zip(["Ada", "Ben", "Cleo", "Dov", "Eve"])
    {
        let mut details = crate::staff::details(name);
        details["most_minutes"] = json!(1200);
        let edit = json!({ "id": person, "details": details });
        scene.library.does("staff.edit", edit);
    }
    scene.keeps(&scene.solves(&json!({})));
    let limits = Limits {
        rest: 660,
        week: 1200,
        run: 4,
        ..LIMITS
    };
    assert_eq!(walked(&scene, limits), Vec::<String>::new());
}

#[test]
fn leave_availability_and_types_that_somebody_does_not_work_are_kept() {
    let scene = scene(5);
    let (ada, ben, cleo) = (&scene.people[0], &scene.people[1], &scene.people[2]);
    let leave = json!({
        "staff": ada, "first": "2026-12-07", "start": 0, "last": "2026-12-13", "end": 1440, "reason": "",
    });
    scene
        .library
        .does("staff.add_leave", json!({ "details": leave }));
    let never_late: Vec<Value> = (1..=7)
        .map(|weekday| json!({ "weekday": weekday, "start": 1200, "end": 1440, "wish": "no" }))
        .collect();
    let told = json!({ "staff": ben, "first": null, "last": null, "spans": never_late });
    scene
        .library
        .does("staff.set_availability", json!({ "details": told }));
    scene.limits(
        cleo,
        &json!({ "barred": [scene.early], "most": 1800, "least": 720 }),
    );
    scene.keeps(&scene.solves(&json!({})));
    let worked = scene.worked();
    let of = |staff: &Value| {
        worked
            .iter()
            .filter(|(own, ..)| own == staff)
            .collect::<Vec<_>>()
    };
    assert!(
        of(ada)
            .iter()
            .all(|(_, day, _)| !("2026-12-07"..="2026-12-13").contains(&day.as_str()))
    );
    assert!(of(ben).iter().all(|(_, _, kind)| *kind == scene.early));
    assert!(of(cleo).iter().all(|(_, _, kind)| *kind == scene.late));
    assert!((2..=5).contains(&of(cleo).len()));
}

#[test]
fn what_was_set_by_hand_stays_when_the_rest_is_solved_again() {
    let scene = scene(4);
    scene.keeps(&scene.solves(&json!({})));
    let before = scene.worked();
    // Whoever works the first late shift gets the day off by hand.
    let (staff, day, _) = before
        .iter()
        .find(|(_, day, kind)| day == FIRST && *kind == scene.late)
        .unwrap()
        .clone();
    scene.sets(&staff, &day, &Value::Null);
    let again = scene.solves(&json!({ "keep": "most" }));
    assert_eq!(again["standing"]["gaps"], 0);
    assert!(again["changes"].as_array().unwrap().len() <= 4, "{again}");
    scene.keeps(&again);
    let after = scene.worked();
    assert!(!after.iter().any(|(own, on, _)| *own == staff && *on == day));
    assert_eq!(scene.month()["gaps"], 0);
}

#[test]
fn wishes_are_met_where_they_can_be() {
    let scene = scene(4);
    for (person, wish) in [
        (0, json!({ "kind": null, "wanted": false })),
        (1, json!({ "kind": scene.late, "wanted": true })),
    ] {
        scene.library.does(
            "rotas.set_wish",
            json!({ "rota": scene.rota, "staff": scene.people[person], "day": FIRST, "wish": wish }),
        );
    }
    let proposal = scene.solves(&json!({}));
    assert_eq!(proposal["standing"]["missed"], 0);
    scene.keeps(&proposal);
    let works = |person: usize| {
        let worked = scene.worked();
        let own = worked
            .into_iter()
            .find(|(staff, day, _)| *staff == scene.people[person] && day == FIRST);
        own.map(|(_, _, kind)| kind)
    };
    assert_eq!((works(0), works(1)), (None, Some(scene.late.clone())));
}

#[test]
fn limits_that_what_stands_already_breaks_yield_and_are_told() {
    let scene = scene(3);
    scene.limits(&scene.people[0], &json!({ "run": 2 }));
    for day in ["2026-11-30", "2026-12-01", "2026-12-02"] {
        scene.sets(&scene.people[0], day, &scene.early);
    }
    let proposal = scene.solves(&json!({}));
    assert_eq!(proposal["strained"], json!([scene.people[0]]));
    scene.keeps(&proposal);
    let worked = scene.worked();
    let own = worked
        .iter()
        .filter(|(staff, day, _)| *staff == scene.people[0] && day.as_str() <= "2026-12-02");
    assert_eq!(own.count(), 3);
}

#[test]
fn a_rota_that_wants_nothing_or_takes_no_time_is_refused() {
    let scene = scene(1);
    let ask = json!({ "rota": scene.rota, "seconds": 0 });
    assert_eq!(scene.library.ends("rotas.solve", ask)["state"], "failed");
    scene.library.does(
        "rotas.set_cover",
        json!({ "rota": scene.rota, "cover": [] }),
    );
    let ask = json!({ "rota": scene.rota });
    assert_eq!(scene.library.ends("rotas.solve", ask)["state"], "failed");
}

#[test]
fn who_stops_it_gets_the_best_so_far() {
    let scene = scene(6);
    // More wishes than can be met, so that no proof ends it.
    scene.covers(2);
    let library = &scene.library;
    let ask = json!({ "rota": scene.rota, "seconds": 600 });
    let task = library.does("rotas.solve", ask)["task"].clone();
    let mut state = json!({ "revision": 0, "news": null });
    let next = |seen: &Value| {
        library.does(
            "tasks.next",
            json!({ "task": task, "seen": seen["revision"] }),
        )
    };
    while state["news"].is_null() {
        state = next(&state);
    }
    library.does("tasks.cancel", json!({ "task": task }));
    while state["state"] == "running" {
        state = next(&state);
    }
    assert_eq!(state["state"], "finished", "{state}");
    assert_eq!(state["output"]["last"], LAST);
}

#[test]
fn shifts_before_the_first_day_and_those_of_no_type_count() {
    let scene = scene(4);
    let ada = &scene.people[0];
    rule(&scene, "ROW-DAYS", "most", 3);
    let shift = |day: &str, start: u16, end: u16| {
        let details = json!({
            "staff": ada, "desk": scene.desk, "day": day, "start": start, "end": end, "note": "",
        });
        scene
            .library
            .does("schedule.place_shift", json!({ "details": details }))
    };
    for day in ["2026-11-27", "2026-11-28", "2026-11-29"] {
        shift(day, 480, 840);
    }
    // It is of no type, and stays.
    let other = shift("2026-12-02", 600, 1200);
    scene.keeps(&scene.solves(&json!({ "keep": "nothing" })));
    let month = scene.month();
    let cells = &month["rows"][0]["cells"];
    assert_eq!(cells[0]["shifts"], json!([]));
    assert_eq!(
        cells[2]["shifts"][0]["placed"]["shift"]["id"],
        other["shift"]["id"]
    );
    let limits = Limits { run: 3, ..LIMITS };
    assert_eq!(walked(&scene, limits), Vec::<String>::new());
}

#[test]
fn a_young_person_keeps_the_hours_of_the_young() {
    let scene = scene(4);
    let young = json!({
        "id": scene.people[0], "details": crate::staff::details("Ada"), "limits": { "born": "2011-06-01" },
    });
    scene.library.does("staff.edit", young);
    scene.keeps(&scene.solves(&json!({})));
    let month = scene.month();
    // Fifteen: nothing after seven in the evening, nor more than the law's hours.
    for cell in month["rows"][0]["cells"].as_array().unwrap() {
        for shift in cell["shifts"].as_array().unwrap() {
            let against = shift["placed"]["conflicts"].as_array().unwrap();
            // Who else is there is no rule about one person.
            let mut own = against.iter().filter(|one| one["rule"] != "ALONE-UNDER");
            assert_eq!(own.next(), None, "{cell}");
            assert_eq!(shift["kind"], scene.early, "{cell}");
        }
    }
}

#[test]
fn hours_are_shared_as_people_want_them() {
    let scene = scene(4);
    for (person, (name, wanted)) in
        scene
            .people
            .iter()
            .zip([("Ada", 2400), ("Ben", 1200), ("Cleo", 1200), ("Dov", 1200)])
    {
        let mut details = crate::staff::details(name);
        details["wanted_minutes"] = json!(wanted);
        let edit = json!({ "id": person, "details": details });
        scene.library.does("staff.edit", edit);
    }
    scene.keeps(&scene.solves(&json!({})));
    let month = scene.month();
    // 336 hours are wanted, and 400 by the people: two fifths of them are Ada's, give or take a shift.
    for (row, most) in month["rows"]
        .as_array()
        .unwrap()
        .iter()
        .zip([134, 67, 67, 67])
    {
        let minutes = row["minutes"].as_u64().unwrap();
        assert!(minutes <= (most + 7) * 60, "{} has {minutes}", row["name"]);
        assert!(
            minutes + 7 * 60 >= most * 60,
            "{} has {minutes}",
            row["name"]
        );
    }
    assert_eq!(month["gaps"], 0);
}

#[test]
fn nobody_gets_nothing_while_others_get_their_part() {
    let scene = scene(8);
    // Who has a limit of another kind has a part in the hours all the same.
    scene.limits(&scene.people[0], &json!({ "weekends": 1 }));
    scene.keeps(&scene.solves(&json!({})));
    let month = scene.month();
    let minutes = month["rows"].as_array().unwrap().iter();
    let minutes: Vec<u64> = minutes
        .map(|row| row["minutes"].as_u64().unwrap())
        .collect();
    // 336 hours for eight are 42 each, give or take a shift.
    assert!(
        minutes.iter().all(|own| (35 * 60..=49 * 60).contains(own)),
        "{minutes:?}"
    );
    assert_eq!(month["gaps"], 0);
}
