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
            "name,position,staff,period_first,period_last,paid_hours,paid_minutes,worked_minutes,scheduled_minutes,rounding_minutes,missing_times,adjustment_minutes,adjustment_of,to_pay_hours,signed_off",
            "Ada,Student worker,1,2026-11-23,2026-11-29,4.25,255,248,240,7,0,0,,4.25,",
            "Ben,Student worker,2,2026-11-23,2026-11-29,0.25,15,20,0,-5,0,0,,0.25,",
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

#[test]
fn the_payroll_is_told_what_is_paid_for_a_period_that_was_signed_off() {
    let library = library();
    let ada = helper(&library, "Ada");
    let rule = json!({ "rounding": "none", "period": "week", "begins": MONDAY });
    library.does("hours.set_rule", rule);
    works(&library, &ada, MONDAY, (9, 0), (13, 0));
    at(&library, "2026-11-30", 9, 0);
    library.does("hours.close_period", json!({ "day": MONDAY }));
    let added = json!({ "staff": ada, "day": "2026-11-24", "start_stamp": null, "end_stamp": null,
        "start": 600, "end": 690, "reason": "forgot to sign in" });
    library.does("hours.correct", added);
    let row = |day: &str| {
        let input = json!({ "day": day, "people": [], "paper": "a4", "form": "payroll" });
        let saved = library.finishes("reports.save_timesheets", input);
        let text = fs::read_to_string(saved["path"].as_str().unwrap()).unwrap();
        text.lines().nth(1).unwrap().to_owned()
    };
    assert_eq!(
        row(MONDAY),
        "Ada,Student worker,1,2026-11-23,2026-11-29,5.50,330,330,0,0,0,0,,5.50,2026-11-30"
    );
    assert_eq!(
        row("2026-11-30"),
        "Ada,Student worker,1,2026-11-30,2026-12-06,0.00,0,0,0,0,0,90,2026-11-23,1.50,"
    );
    let input = json!({ "day": "2026-11-30", "people": [], "paper": "letter", "form": "pdf" });
    let saved = library.finishes("reports.save_timesheets", input);
    let bytes = fs::read(saved["path"].as_str().unwrap()).unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
}
