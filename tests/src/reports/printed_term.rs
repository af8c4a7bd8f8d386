//! A term on paper: few pages, each whole.

use serde_json::{Value, json};

use super::read::{printed, text};
use crate::library::{Library, library};
use crate::staff::hired;

/// Fourteen people, each with a shift on two days of four weeks and one with one on the Sunday after them.
fn term() -> Library {
    let library = library();
    let details = json!({ "name": "Circulation", "short": "C", "colour": 1, "active": true });
    let desk = library.does("schedule.add_desk", json!({ "details": details }))["id"].clone();
    let people: Vec<Value> = (0..14)
        .map(|at| hired(&library, &format!("Person {at} Longfamily")))
        .collect();
    let place = |person: &Value, day: String, (start, end): (u32, u32)| {
        let shift = json!({
            "staff": person, "desk": desk, "day": day, "start": start, "end": end, "note": "",
        });
        library.does("schedule.place_shift", json!({ "details": shift }));
    };
    for week in 0..4 {
        for (at, person) in people.iter().enumerate() {
            let day = 2 + week * 7 + at % 5;
            place(person, format!("2026-11-{day:02}"), (600, 720));
        }
    }
    place(&people[0], "2026-11-29".into(), (600, 840));
    library
}

fn asked(report: &str, to: &str) -> Value {
    json!({ "report": report, "from": "2026-11-02", "to": to, "paper": "letter", "format": "pdf" })
}

fn pages(library: &Library, report: &str, to: &str) -> Value {
    library.finishes("reports.print", asked(report, to))["pages"].clone()
}

#[test]
fn a_week_of_fourteen_people_needs_one_page_and_a_day_left_over_none() {
    let library = term();
    assert_eq!(pages(&library, "week_by_person", "2026-11-08"), 1);
    assert_eq!(pages(&library, "week_by_person", "2026-11-28"), 4);
    assert_eq!(pages(&library, "week_by_person", "2026-11-29"), 4);
    let said = text(&printed(&library, asked("week_by_person", "2026-11-29")));
    if let Some(said) = said {
        assert!(said.contains("Sun 29"), "{said}");
    }
}

#[test]
fn a_term_that_runs_over_the_end_of_a_month_is_one_calendar() {
    let library = term();
    let said = text(&printed(&library, asked("month", "2026-12-05")));
    if let Some(said) = said {
        assert!(said.contains("2 Nov") && said.contains("1 Dec"), "{said}");
    }
}

#[test]
fn a_part_of_a_week_is_not_measured_against_hours_a_week() {
    let library = term();
    let said = text(&printed(
        &library,
        asked("hours_and_coverage", "2026-11-30"),
    ));
    if let Some(said) = said {
        assert!(said.contains("a part of a week"), "{said}");
    }
}
