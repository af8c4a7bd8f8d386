//! A term that is solved once and laid over the calendar.

use serde_json::{Value, json};

use super::{needy, placed};
use crate::schedule::{Scene, scene};

/// Six weeks, from a Monday to a Sunday; the first is an even one.
const TERM: (&str, &str) = ("2027-01-11", "2027-02-21");

fn term(change: &Value) -> Value {
    let mut ask = json!({ "first": TERM.0, "last": TERM.1, "weeks": 1, "thousands": 40 });
    for (field, value) in change.as_object().unwrap() {
        ask[field] = value.clone();
    }
    ask
}

impl Scene {
    fn solves_term(&self, change: &Value) -> Value {
        self.library.finishes("solving.start_term", term(change))
    }

    fn leaves(&self, staff: &Value, day: &str) {
        let leave = json!({ "staff": staff, "first": day, "start": 0, "last": day, "end": 1440, "reason": "" });
        self.library
            .does("staff.add_leave", json!({ "details": leave }));
    }

    fn shifts_of(&self, day: &str) -> Vec<Value> {
        let week = self.week(day);
        let shifts = week["shifts"].as_array().unwrap().iter();
        shifts.map(|placed| placed["shift"].clone()).collect()
    }

    fn has_no_block(&self) {
        let days = json!({ "first": TERM.0, "last": TERM.1 });
        let blocking = self.library.does("schedule.blocking", days);
        assert_eq!(blocking["shifts"], json!([]));
    }
}

/// The exceptions of a proposal: day and reason.
fn exceptions(proposal: &Value) -> Vec<(String, String)> {
    let all = proposal["exceptions"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    all.map(|one| (text(&one["details"]["day"]), text(&one["why"]["kind"])))
        .collect()
}

#[test]
fn a_term_is_laid_in_one_step_and_its_odd_days_are_told_and_mended() {
    let scene = needy();
    let library = &scene.library;
    let usual = scene.solves_term(&json!({}));
    assert_eq!(
        (&usual["weeks"], &usual["exceptions"], &usual["open"]),
        (&json!(6), &json!([]), &json!([]))
    );
    let first = placed(&usual)[0].clone();
    let monday = |week: u32| {
        format!(
            "2027-{:02}-{:02}",
            1 + (11 + 7 * week) / 32,
            (10 + 7 * week) % 31 + 1
        )
    };
    assert_eq!(first.1, TERM.0);

    // The third Monday the library is closed; on the fourth whoever begins the pattern's Monday is away.
    library.does(
        "policies.close_day",
        json!({ "day": monday(2), "reason": "Flood" }),
    );
    let (away, other) = match json!(first.0) == scene.ada {
        true => (&scene.ada, &scene.ben),
        false => (&scene.ben, &scene.ada),
    };
    scene.leaves(away, &monday(3));
    let proposal = scene.solves_term(&json!({}));
    let told = exceptions(&proposal);
    let closed = (monday(2), "closed".to_owned());
    let on_leave = (monday(3), "on_leave".to_owned());
    assert!(
        told.contains(&closed) && told.contains(&on_leave),
        "{told:?}"
    );
    assert!(
        told.iter()
            .all(|(day, _)| [monday(2), monday(3)].contains(day)),
        "{told:?}"
    );
    assert_eq!(proposal["open"], json!([]), "the other stands in");
    let stands_in = placed(&proposal);
    let mut stands_in = stands_in.iter().filter(|(_, day, ..)| *day == monday(3));
    assert!(stands_in.all(|(staff, ..)| json!(staff) == *other));
    assert!(
        !placed(&proposal)
            .iter()
            .any(|(_, day, ..)| *day == monday(2))
    );

    // Nothing is kept before somebody says so; then it is one act, taken back whole.
    assert_eq!(scene.shifts_of(TERM.0), Vec::<Value>::new());
    let kept = scene.keeps(&proposal);
    assert_eq!(kept["left_out"], json!([]));
    assert_eq!(
        json!(kept["changes"].as_array().unwrap().len()),
        proposal["shifts"]
    );
    scene.has_no_block();
    let back = kept["changes"].as_array().unwrap().iter().map(
        |change| json!({ "id": change["id"], "before": change["after"], "after": change["before"] }),
    );
    let back: Vec<Value> = back.collect();
    library.does("schedule.change_shifts", json!({ "changes": back }));
    assert_eq!(scene.shifts_of(TERM.0), Vec::<Value>::new());
}

#[test]
fn where_nobody_can_stand_in_the_shift_stays_open_and_is_told_by_name() {
    let scene = needy();
    scene.leaves(&scene.ada, "2027-02-01");
    scene.leaves(&scene.ben, "2027-02-01");
    let proposal = scene.solves_term(&json!({}));
    let open = proposal["open"].as_array().unwrap();
    assert!(open.iter().all(|gap| gap["day"] == "2027-02-01") && !open.is_empty());
    let exceptions = proposal["exceptions"].as_array().unwrap();
    assert!(
        exceptions.iter().all(|one| one["open"] == true),
        "{exceptions:?}"
    );
    assert_eq!(
        placed(&proposal)
            .iter()
            .filter(|(_, day, ..)| day == "2027-02-01")
            .count(),
        0
    );
}

#[test]
fn odd_and_even_weeks_keep_classes_free_and_nobody_has_every_weekend() {
    let scene = scene();
    let library = &scene.library;
    scene.needs(1, 540, 780, 1);
    // Saturdays are open, for one person.
    library.does(
        "policies.set_hours",
        json!({ "weekday": 6, "hours": [{ "opens": 600, "closes": 840 }] }),
    );
    scene.needs(6, 600, 840, 1);
    for (staff, name) in [(&scene.ada, "Ada"), (&scene.ben, "Ben")] {
        scene.wants(staff, name, 360, 1200);
    }
    // Ada has a class on Mondays of odd weeks.
    let class = json!({
        "staff": scene.ada, "title": "BIO 201", "weekday": 1, "start": 540, "end": 780,
        "first": "2027-01-01", "last": "2027-06-01", "weeks": "odd",
    });
    library.does("staff.add_class", json!({ "details": class }));
    let proposal = scene.solves_term(&json!({ "weeks": 2, "thousands": 80 }));
    assert_eq!(
        (&proposal["exceptions"], &proposal["open"]),
        (&json!([]), &json!([]))
    );
    let all = placed(&proposal);
    let on = |day: &str| -> Vec<i64> {
        let own = all.iter().filter(|(_, on, ..)| on == day);
        own.map(|(staff, ..)| *staff).collect()
    };
    let ben = scene.ben.as_i64().unwrap();
    for odd in ["2027-01-18", "2027-02-01", "2027-02-15"] {
        assert!(on(odd).iter().all(|staff| *staff == ben), "{odd}");
    }
    let (odd, even) = (on("2027-01-16"), on("2027-01-23"));
    assert!(
        odd.len() == 1 && even.len() == 1 && odd != even,
        "{odd:?} {even:?}"
    );
    assert_eq!((on("2027-01-30"), on("2027-02-06")), (odd, even));
}

#[test]
fn what_was_changed_by_hand_stays_when_the_term_is_solved_again() {
    let scene = needy();
    scene.keeps(&scene.solves_term(&json!({})));
    let day = "2027-02-01";
    let shift = scene
        .shifts_of(day)
        .into_iter()
        .find(|shift| shift["details"]["day"] == day)
        .unwrap();
    let mut later = shift["details"].clone();
    later["start"] = json!(later["start"].as_i64().unwrap() + 30);
    let moved = json!({ "id": shift["id"], "details": later });
    scene.library.does("schedule.move_shift", moved);
    let again = scene.solves_term(&json!({ "keep": "most" }));
    scene.keeps(&again);
    let stays = scene.shifts_of(day);
    let stays = stays.iter().find(|other| other["id"] == shift["id"]);
    assert_eq!(stays.unwrap()["details"], later);
    scene.has_no_block();
    // Everything else stays too, but for what fills the half hour.
    assert!(again["changes"].as_array().unwrap().len() <= 2, "{again}");

    // With everything kept there is only that to fill; from scratch it goes.
    let filled = scene.solves_term(&json!({}));
    assert!(
        filled["changes"]
            .as_array()
            .unwrap()
            .iter()
            .all(|change| change["before"].is_null())
    );
    scene.keeps(&scene.solves_term(&json!({ "keep": "nothing" })));
    let gone = scene.shifts_of(day);
    assert!(!gone.iter().any(|other| other["details"] == later));
}

#[test]
fn nothing_is_laid_in_a_break_unless_it_is_asked_for() {
    let scene = needy();
    let pause = json!({ "day": "2027-02-01", "through": "2027-02-05", "name": "Ski week" });
    scene.library.does("policies.set_break", pause);
    let days = |proposal: &Value| -> Vec<String> {
        let days = placed(proposal).into_iter().map(|(_, day, ..)| day);
        days.filter(|day| day.starts_with("2027-02-0")).collect()
    };
    let without = scene.solves_term(&json!({}));
    assert!(
        !days(&without)
            .iter()
            .any(|day| day < &"2027-02-06".to_owned())
    );
    assert!(exceptions(&without).iter().all(|(_, why)| why == "break"));
    assert_eq!(without["weeks"], 5);
    let with = scene.solves_term(&json!({ "breaks": true }));
    assert_eq!(
        (&with["weeks"], &with["exceptions"]),
        (&json!(6), &json!([]))
    );
}

#[test]
fn what_is_no_term_is_refused() {
    let scene = needy();
    for wrong in [
        json!({ "seconds": 0 }),
        json!({ "weeks": 0 }),
        json!({ "weeks": 5 }),
        json!({ "last": "2027-01-01" }),
        json!({ "last": "2028-01-11" }),
        json!({ "last": "2027-01-17", "weeks": 4 }),
    ] {
        let state = scene.library.ends("solving.start_term", term(&wrong));
        assert_eq!(state["state"], "failed", "{wrong}");
        assert_eq!(state["error"]["code"], "invalid", "{wrong}");
    }
}

#[test]
fn who_stops_it_gets_the_best_pattern_so_far_laid() {
    let scene = needy();
    let library = &scene.library;
    // More wishes than can be met: the search does not end by itself.
    scene.wants(&scene.ada, "Ada", 2100, 2400);
    scene.wants(&scene.ben, "Ben", 2100, 2400);
    let long = term(&json!({ "thousands": null, "seconds": 600 }));
    let task = library.does("solving.start_term", long)["task"].clone();
    let mut state = json!({ "revision": 0, "news": null });
    while state["news"].is_null() {
        let next = json!({ "task": task, "seen": state["revision"] });
        state = library.does("tasks.next", next);
    }
    library.does("tasks.cancel", json!({ "task": task }));
    while state["state"] == "running" {
        let next = json!({ "task": task, "seen": state["revision"] });
        state = library.does("tasks.next", next);
    }
    assert_eq!(state["state"], "finished", "{state}");
    assert_eq!(state["output"]["weeks"], 6);
}
