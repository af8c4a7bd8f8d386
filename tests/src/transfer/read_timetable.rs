//! Somebody's classes from a file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::library::{Library, library};
use crate::staff::hired;

fn input(staff: &Value, file: &str) -> Value {
    json!({
        "staff": staff, "base64": STANDARD.encode(file), "first": "2026-08-24", "last": "2026-12-11", "travel_minutes": 10,
    })
}

fn read(library: &Library, file: &str) -> Value {
    let staff = hired(library, "Ada");
    library.does("transfer.read_timetable", input(&staff, file))
}

/// Each class as one line: title, weekday, times, days, weeks, days it skips.
fn classes(timetable: &Value) -> Vec<String> {
    let line = |class: &Value| {
        let text = |field: &str| class[field].as_str().unwrap().to_owned();
        let time = |field: &str| {
            let minutes = class[field].as_u64().unwrap();
            format!("{}:{:02}", minutes / 60, minutes % 60)
        };
        let skipped: Vec<_> = class["skipped"]
            .as_array()
            .unwrap()
            .iter()
            .map(|day| day.as_str().unwrap())
            .collect();
        format!(
            "{} {} {}-{} {}..{} {} -{}",
            text("title"),
            class["weekday"],
            time("start"),
            time("end"),
            text("first"),
            text("last"),
            text("weeks"),
            skipped.join(",")
        )
    };
    timetable["classes"]
        .as_array()
        .unwrap()
        .iter()
        .map(line)
        .collect()
}

fn left_out(timetable: &Value) -> Vec<String> {
    let line = |one: &Value| {
        format!(
            "{}: {}",
            one["place"].as_str().unwrap(),
            one["why"].as_str().unwrap()
        )
    };
    timetable["not_understood"]
        .as_array()
        .unwrap()
        .iter()
        .map(line)
        .collect()
}

fn calendar(events: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n{events}END:VCALENDAR\n")
        .replace('\n', "\r\n")
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\n{lines}END:VEVENT\n")
}

#[test]
fn a_registrars_table_is_read_row_by_row() {
    let file = "\
Course,Days,Start Time,End Time,Start Date,End Date,Room
BIO 201,MWF,9:30 AM,10:20 AM,2026-08-24,2026-12-11,B2
ART 110,TuTh,1:00,2:15 PM,,,A1
CHE 101L,R,14:00,16:50,2026-09-03,2027-01-15,L4
SEM 1,TBA,,,,,
LAT 5,F,10:00,9:00,,,
";
    let timetable = read(&library(), file);
    assert_eq!(
        classes(&timetable),
        [
            "BIO 201 1 9:30-10:20 2026-08-24..2026-12-11 every -",
            "ART 110 2 13:00-14:15 2026-08-24..2026-12-11 every -",
            "BIO 201 3 9:30-10:20 2026-08-24..2026-12-11 every -",
            "ART 110 4 13:00-14:15 2026-08-24..2026-12-11 every -",
            "CHE 101L 4 14:00-16:50 2026-09-03..2026-12-11 every -",
            "BIO 201 5 9:30-10:20 2026-08-24..2026-12-11 every -",
        ]
    );
    assert_eq!(
        left_out(&timetable),
        [
            "line 5: \"TBA\" names no weekday such as Mon or MWF",
            "line 6: ends at 9:00, not after its start at 10:00",
        ]
    );
    assert_eq!(timetable["looked_at"], 5);
    assert_eq!(timetable["classes"][0]["travel_minutes"], 10);
}

#[test]
fn days_and_times_in_one_cell_and_odd_weeks_are_read() {
    let file = "class;meeting pattern;weeks\nBIO;MWF 9:30-10:20;\nLAB;Thursday 13:00 - 15:00;odd\n";
    assert_eq!(
        classes(&read(&library(), file)).last().unwrap(),
        "BIO 5 9:30-10:20 2026-08-24..2026-12-11 every -"
    );
    assert!(
        classes(&read(&library(), file))
            .contains(&"LAB 4 13:00-15:00 2026-08-24..2026-12-11 odd -".to_owned())
    );
}

#[test]
fn a_weekly_event_is_read_with_until_count_interval_and_exceptions() {
    let events = [
        event(
            "UID:1\nSUMMARY:BIO 201\nDTSTART;TZID=America/Chicago:20260824T093000\nDTEND;TZID=America/Chicago:20260824T102000\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261211T235959Z\nEXDATE;TZID=America/Chicago:20260907T093000,20261125T093000\n",
        ),
        event(
            "UID:2\nSUMMARY:LAB\nDTSTART;TZID=America/Chicago:20260903T140000\nDURATION:PT2H50M\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=5\n",
        ),
        event("UID:3\nSUMMARY:Exam\nDTSTART:20261209T160000Z\nDTEND:20261209T180000Z\n"),
    ];
    assert_eq!(
        classes(&read(&library(), &calendar(&events.concat()))),
        [
            "BIO 201 1 9:30-10:20 2026-08-24..2026-12-07 every -2026-09-07",
            "BIO 201 3 9:30-10:20 2026-08-26..2026-12-09 every -2026-11-25",
            "Exam 3 10:00-12:00 2026-12-09..2026-12-09 every -",
            "LAB 4 14:00-16:50 2026-09-03..2026-10-29 even -",
        ]
    );
}

#[test]
fn an_event_of_another_zone_stands_on_the_librarys_clock_through_the_change_of_clocks() {
    // Berlin sets its clocks back a week before Chicago does.
    let events = event(
        "UID:1\nSUMMARY:Call\nDTSTART;TZID=Europe/Berlin:20261013T160000\nDTEND;TZID=Europe/Berlin:20261013T170000\nRRULE:FREQ=WEEKLY;COUNT=5\n",
    );
    assert_eq!(
        classes(&read(&library(), &calendar(&events))),
        [
            "Call 2 9:00-10:00 2026-10-13..2026-11-10 every -2026-10-27",
            "Call 2 10:00-11:00 2026-10-27..2026-10-27 every -",
        ]
    );
}

#[test]
fn a_zone_by_its_windows_name_and_times_without_one_are_understood() {
    let events = [
        event(
            "UID:1\nSUMMARY:A\nDTSTART;TZID=Central Standard Time:20260901T090000\nDTEND;TZID=Central Standard Time:20260901T100000\n",
        ),
        event("UID:2\nSUMMARY:B\nDTSTART:20260902T090000\nDTEND:20260902T100000\n"),
    ];
    assert_eq!(
        classes(&read(&library(), &calendar(&events.concat()))),
        [
            "A 2 9:00-10:00 2026-09-01..2026-09-01 every -",
            "B 3 9:00-10:00 2026-09-02..2026-09-02 every -",
        ]
    );
}

#[test]
fn an_occurrence_that_was_moved_or_cancelled_is_not_where_it_was() {
    let series = "UID:1\nSUMMARY:BIO\nDTSTART;TZID=America/Chicago:20261102T090000\nDTEND;TZID=America/Chicago:20261102T100000\nRRULE:FREQ=WEEKLY;COUNT=4\n";
    let moved = "UID:1\nSUMMARY:BIO\nRECURRENCE-ID;TZID=America/Chicago:20261109T090000\nDTSTART;TZID=America/Chicago:20261110T110000\nDTEND;TZID=America/Chicago:20261110T120000\n";
    let cancelled = "UID:1\nSUMMARY:BIO\nSTATUS:CANCELLED\nRECURRENCE-ID;TZID=America/Chicago:20261116T090000\nDTSTART;TZID=America/Chicago:20261116T090000\nDTEND;TZID=America/Chicago:20261116T100000\n";
    let file = calendar(&[series, moved, cancelled].map(event).concat());
    assert_eq!(
        classes(&read(&library(), &file)),
        [
            "BIO 1 9:00-10:00 2026-11-02..2026-11-23 every -2026-11-09,2026-11-16",
            "BIO 2 11:00-12:00 2026-11-10..2026-11-10 every -",
        ]
    );
}

#[test]
fn what_is_no_class_is_told_with_its_reason() {
    let events = [
        event("UID:1\nSUMMARY:Holiday\nDTSTART;VALUE=DATE:20261126\n"),
        event("UID:2\nSUMMARY:Night shift\nDTSTART:20261102T230000\nDTEND:20261103T010000\n"),
        event("UID:3\nSUMMARY:Old\nDTSTART:20250901T090000\nDTEND:20250901T100000\n"),
        event(
            "UID:4\nSUMMARY:Dropped\nSTATUS:CANCELLED\nDTSTART:20261102T090000\nDTEND:20261102T100000\n",
        ),
        event(
            "UID:5\nSUMMARY:Office hours\nTRANSP:TRANSPARENT\nDTSTART:20261102T090000\nDTEND:20261102T100000\n",
        ),
        event("UID:6\nSUMMARY:Lost\nDTSTART:someday\n"),
    ];
    let timetable = read(&library(), &calendar(&events.concat()));
    assert_eq!(classes(&timetable), [""; 0]);
    assert_eq!(
        left_out(&timetable),
        [
            "Holiday: lasts all day; enter it as leave",
            "Night shift: lasts over midnight; enter it as leave",
            "Old: does not meet in the term",
            "Dropped: is cancelled",
            "Office hours: is marked as free time",
            "Lost: has no start that can be read",
        ]
    );
}

#[test]
fn a_calendar_that_is_cut_off_says_so_and_an_endless_rule_ends_with_the_term() {
    let whole = calendar(&event(
        "UID:1\nSUMMARY:BIO\nDTSTART:20260824T090000\nDTEND:20260824T100000\nRRULE:FREQ=WEEKLY\n",
    ));
    let read_whole = read(&library(), &whole);
    assert_eq!(
        classes(&read_whole),
        ["BIO 1 9:00-10:00 2026-08-24..2026-12-07 every -"]
    );
    let cut = &whole[..whole.len() - 20];
    let read_cut = read(&library(), cut);
    assert_eq!(
        left_out(&read_cut),
        ["the end of the file: is missing; the file may be cut off"]
    );
}

#[test]
fn what_is_neither_a_table_nor_a_calendar_is_refused_and_nothing_is_kept() {
    let library = library();
    let ada = hired(&library, "Ada");
    for file in ["hello\nworld\n", "card,name\n1,Ada\n", "", "\u{0}\u{1}"] {
        let refused = library
            .fails("transfer.read_timetable", input(&ada, file))
            .failure();
        assert_eq!(refused.details["field"], "file", "{file:?}");
    }
    let person = library.does("staff.person", json!({ "id": ada }));
    assert_eq!(person["classes"], json!([]));
}

#[test]
fn what_was_read_replaces_the_terms_classes() {
    let library = library();
    let ada = hired(&library, "Ada");
    let read = library.does(
        "transfer.read_timetable",
        input(&ada, "Course,Days,Start,End\nBIO,MW,9:30,10:20\n"),
    );
    let keep = json!({ "staff": ada, "first": "2026-08-24", "last": "2026-12-11", "classes": read["classes"] });
    let kept = library.does("staff.replace_classes", keep);
    assert_eq!(kept["classes"].as_array().unwrap().len(), 2);
}
