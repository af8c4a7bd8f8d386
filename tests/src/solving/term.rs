//! From names and timetables to a term that everybody was told of: solved, changed by hand, solved again, laid, published.

use serde_json::{Value, json};

use super::{SATURDAY, SUNDAY, asked, needy};
use crate::schedule::Scene;

/// The Saturday of the second week.
const SECOND: &str = "2026-12-12";
/// The next term, of sixteen weeks.
const TERM: (&str, &str) = ("2027-01-10", "2027-05-01");

/// Six more people who study, in class in odd or in even weeks.
fn staffed() -> Scene {
    let scene = needy();
    for weekday in 3..=5 {
        scene.needs(weekday, 540, 1020, 2);
    }
    for (number, name) in ["Cem", "Dora", "Eve", "Finn", "Gus", "Hana"]
        .iter()
        .enumerate()
    {
        let mut details = crate::staff::details(name);
        details["wanted_minutes"] = json!(600);
        details["student"] = json!(true);
        let added = scene
            .library
            .does("staff.add", json!({ "details": details }));
        let class = json!({
            "staff": added["id"], "title": "HIS 101", "weekday": 1 + number % 5, "start": 600, "end": 690,
            "first": "2026-09-01", "last": "2027-06-01", "travel_minutes": 15,
            "weeks": if number % 2 == 0 { "odd" } else { "even" },
        });
        scene
            .library
            .does("staff.add_class", json!({ "details": class }));
    }
    scene
}

fn shifts(scene: &Scene, day: &str) -> Vec<Value> {
    scene.week(day)["shifts"].as_array().unwrap().clone()
}

#[test]
fn a_term_is_solved_once_changed_by_hand_and_laid_over_the_calendar() {
    let scene = staffed();
    let library = &scene.library;
    let both = json!({ "last": SECOND, "thousands": 60 });
    let proposal = library.finishes("solving.start", asked(&both));
    assert_eq!(proposal["left_out"], json!([]));
    scene.keeps(&proposal);

    // By hand: the first shift begins an hour later, and stays so when the rest is solved again.
    let first = shifts(&scene, SUNDAY)[0]["shift"].clone();
    let mut later = first["details"].clone();
    later["start"] = json!(first["details"]["start"].as_i64().unwrap() + 60);
    library.does(
        "schedule.move_shift",
        json!({ "id": first["id"], "details": later }),
    );
    let again =
        asked(&json!({ "last": SECOND, "keep": "most", "pinned": [first["id"]], "thousands": 60 }));
    scene.keeps(&library.finishes("solving.start", again));
    let kept = shifts(&scene, SUNDAY);
    let pinned = kept
        .iter()
        .find(|placed| placed["shift"]["id"] == first["id"]);
    assert_eq!(pinned.unwrap()["shift"]["details"], later);

    let weeks = [(SATURDAY, "Odd weeks"), (SECOND, "Even weeks")].map(|(day, name)| {
        let save = json!({ "day": day, "name": name, "over": null });
        library.does("schedule.save_template", save)["id"].clone()
    });
    let [odd, even] = weeks;
    // The term begins in an even week.
    let lay = json!({ "weeks": [even, odd], "first": TERM.0, "last": TERM.1, "except": [] });
    let laid = library.does("schedule.lay_pattern", lay);
    let days = json!({ "first": SUNDAY, "last": TERM.1 });
    let blocking = library.does("schedule.blocking", days.clone());
    assert_eq!(
        blocking["shifts"],
        json!([]),
        "no plan breaks a rule that blocks"
    );
    let told = library.does("schedule.publish", days);
    let all = laid.as_array().unwrap().len()
        + shifts(&scene, SUNDAY).len()
        + shifts(&scene, SECOND).len();
    assert_eq!(told["publication"]["shifts"], json!(all));
    assert!(all > 16 * 10, "{all}");
}
