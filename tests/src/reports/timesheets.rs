//! Timesheets as pages to sign, and as the payroll's file.

use std::fs;

use serde_json::{Value, json};

use crate::hours::{at, helper, shift, works};
use crate::library::{Library, library};

const MONDAY: &str = "2026-11-23";

fn saved(library: &Library, form: &str, paper: &str, people: &[&Value]) -> (String, Vec<u8>) {
    let input = json!({ "day": MONDAY, "people": people, "paper": paper, "form": form });
    let saved = library.finishes("reports.save_timesheets", input);
    let bytes = fs::read(saved["path"].as_str().unwrap()).unwrap();
    (saved["name"].as_str().unwrap().to_owned(), bytes)
}

#[test]
fn the_payroll_gets_a_row_a_person_with_hours() {
    let library = library();
    let (ada, ben) = (helper(&library, "Ada"), helper(&library, "Ben"));
    helper(&library, "Cy");
    shift(&library, &ada, MONDAY, 540, 780);
    works(&library, &ada, MONDAY, (9, 2), (13, 10));
    works(&library, &ben, "2026-11-24", (9, 0), (9, 20));
    library.does(
        "hours.set_rule",
        json!({ "rounding": "fifteen", "period": "week", "begins": MONDAY }),
    );
    let (name, bytes) = saved(&library, "payroll", "letter", &[]);
    assert_eq!(name, "Payroll hours 2026-11-23 to 2026-11-29.csv");
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        lines,
        [
            "name,position,staff,period_first,period_last,paid_hours,paid_minutes,worked_minutes,scheduled_minutes,rounding_minutes,missing_times",
            "Ada,Student worker,1,2026-11-23,2026-11-29,4.25,255,248,240,7,0",
            "Ben,Student worker,2,2026-11-23,2026-11-29,0.25,15,20,0,-5,0",
        ]
    );
}

#[test]
fn a_timesheet_is_a_page_to_sign_on_either_paper() {
    let library = library();
    let ada = helper(&library, "Ada");
    helper(&library, "Ben");
    works(&library, &ada, MONDAY, (9, 0), (12, 0));
    at(&library, "2026-11-24", 9, 0);
    for paper in ["a4", "letter"] {
        let (name, bytes) = saved(&library, "pdf", paper, &[&ada]);
        assert!(
            name.starts_with("Timesheet Ada 2026-11-23 to 2026-11-29"),
            "{name}"
        );
        assert!(bytes.starts_with(b"%PDF-"));
    }
    let input = json!({ "day": MONDAY, "paper": "a4", "form": "pdf" });
    let all = library.finishes("reports.save_timesheets", input);
    assert_eq!(all["missing"], "");
}
