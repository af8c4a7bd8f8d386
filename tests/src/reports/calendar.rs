//! Calendars for phones.

use std::fs;

use carrel_core::kernel::error::Code;
use serde_json::{Value, json};

use super::{desk, works};
use crate::library::{Library, library};

fn file(library: &Library, of: &Value) -> String {
    let input = json!({ "of": of, "from": "2026-11-22", "to": "2026-11-28" });
    let saved = library.finishes("reports.save_calendar", input);
    fs::read_to_string(saved["path"].as_str().unwrap()).unwrap()
}

#[test]
fn a_person_and_a_desk_have_a_calendar_and_drafts_are_tentative_in_it() {
    let library = library();
    let desk = desk(&library);
    let ada = works(&library, &desk, "Ada, the first", 540, 720);
    works(&library, &desk, "Ben", 600, 660);
    let hers = file(&library, &json!({ "kind": "person", "staff": ada }));
    for line in [
        "X-WR-CALNAME:Ada\\, the first\r\n",
        "SUMMARY:Circulation\r\n",
        "LOCATION:Marlow Falls\r\n",
        "DTSTART:20261123T150000Z\r\n",
        "DTEND:20261123T180000Z\r\n",
        "STATUS:TENTATIVE\r\n",
    ] {
        assert!(hers.contains(line), "{line} in {hers}");
    }
    assert_eq!(hers.matches("BEGIN:VEVENT").count(), 1);

    let week = json!({ "first": "2026-11-22", "last": "2026-11-28" });
    library.does("schedule.publish", week);
    let theirs = file(&library, &json!({ "kind": "desk", "desk": desk }));
    assert_eq!(theirs.matches("STATUS:CONFIRMED").count(), 2);
    assert!(theirs.contains("SUMMARY:Ben\r\n"));
    let uid = |text: &str| {
        text.lines()
            .find(|line| line.starts_with("UID:"))
            .unwrap()
            .to_owned()
    };
    assert_eq!(uid(&hers), uid(&theirs));
}

#[test]
fn nobody_unknown_has_a_calendar() {
    let library = library();
    let code = |of: Value, to: &str| {
        let input = json!({ "of": of, "from": "2026-11-22", "to": to });
        let state = library.ends("reports.save_calendar", input);
        state["error"]["code"].clone()
    };
    let wanted = |code: Code| json!(code);
    assert_eq!(
        code(json!({ "kind": "person", "staff": 77 }), "2026-11-28"),
        wanted(Code::NotFound)
    );
    assert_eq!(
        code(json!({ "kind": "desk", "desk": 77 }), "2026-11-28"),
        wanted(Code::NotFound)
    );
    assert_eq!(
        code(json!({ "kind": "desk", "desk": 1 }), "2026-11-21"),
        wanted(Code::Invalid)
    );
}
