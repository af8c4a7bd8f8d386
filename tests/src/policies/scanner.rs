//! Teaching the scanner, and what is then read at the desk.

use serde_json::{Value, json};

use crate::library::{Library, library};

fn plain() -> Value {
    json!({
        "full_width": true, "layout": "as_typed", "caps_lock": false, "symbology": true, "prefixes": [],
        "suffixes": [], "codabar": false, "check_digit": null,
    })
}

fn identified(library: &Library, code: &str) -> Value {
    library.does("circulation.identify", json!({ "code": code }))
}

/// Teaches a scanner that sends Codabar letters, and saves what was learnt.
fn taught(library: &Library) -> Value {
    let learnt = library.does(
        "policies.teach_scanner",
        json!({ "samples": [
            { "of": "card", "raw": "A23529000000017B\t", "printed": "2 3529 00000001 7" },
            { "of": "item", "raw": "a33529000120973b\t", "printed": "" },
        ] }),
    );
    let set = json!({ "rules": learnt["rules"], "ranges": learnt["ranges"] });
    library.does("policies.set_scanner", set);
    learnt
}

#[test]
fn a_taught_scanner_is_read_at_the_desk() {
    let library = library();
    let (ada, book) = (
        library.patron("23529000000017", "Ada"),
        library.book("33529000120973", "Middlemarch"),
    );
    assert_eq!(identified(&library, "A23529000000017B")["kind"], "nothing");
    let learnt = taught(&library);
    assert_eq!(learnt["scans"][0]["agrees"], true);
    assert_eq!(learnt["scans"][0]["end"], "tab");
    assert_eq!(learnt["rules"]["codabar"], true);
    assert_eq!(identified(&library, "A23529000000017B")["patron"], ada);
    assert_eq!(identified(&library, "d33529000120973a")["item"], book);
    assert_eq!(identified(&library, "33529000120973")["item"], book);
    let found = library.does("today.find", json!({ "words": "A33529000120973B" }));
    assert_eq!(found["items"][0]["item"]["id"], book);
}

#[test]
fn a_label_that_looks_like_a_decoration_is_still_found() {
    let library = library();
    let odd = library.book("A31000B", "Odd label");
    taught(&library);
    assert_eq!(identified(&library, "a31000b")["item"], odd);
}

#[test]
fn an_unknown_number_is_told_by_its_range() {
    let library = library();
    taught(&library);
    let looks = |code: &str| identified(&library, code)["looks_like"].clone();
    assert_eq!(looks("A23529000099999B"), "card");
    assert_eq!(looks("33529000099999"), "item");
    assert_eq!(looks("9999"), json!(null));
}

#[test]
fn overlapping_ranges_are_warned_of() {
    let library = library();
    let card = json!({ "of": "card", "prefix": "2", "length": 14 });
    let item = json!({ "of": "item", "prefix": "23", "length": 14 });
    let set = library.does(
        "policies.set_scanner",
        json!({ "rules": plain(), "ranges": [card, item] }),
    );
    assert_eq!(set["overlaps"], json!([{ "card": card, "item": item }]));
    assert_eq!(library.does("policies.scanner", json!({})), set);
    assert_eq!(set["taught"], true);
}

#[test]
fn a_range_that_holds_no_number_is_refused_by_its_field() {
    let library = library();
    for (range, field) in [
        (
            json!({ "of": "card", "prefix": "2", "length": 0 }),
            "length",
        ),
        (
            json!({ "of": "card", "prefix": "2", "length": 41 }),
            "length",
        ),
        (
            json!({ "of": "card", "prefix": "234", "length": 2 }),
            "prefix",
        ),
    ] {
        let set = json!({ "rules": plain(), "ranges": [range] });
        let error = library.fails("policies.set_scanner", set);
        assert_eq!(error.failure().details["field"], field);
    }
}

#[test]
fn rules_are_tried_before_they_are_saved() {
    let library = library();
    let mut rules = plain();
    rules["prefixes"] = json!(["~"]);
    let by = json!({ "rules": rules, "ranges": [{ "of": "item", "prefix": "3", "length": 5 }] });
    let tried = library.does(
        "policies.clean_scan",
        json!({ "raw": "~31000\r", "by": by }),
    );
    assert_eq!(tried["code"], "31000");
    assert_eq!(tried["looks_like"], "item");
    assert_eq!(tried["steps"].as_array().unwrap().len(), 2);
    let own = library.does(
        "policies.clean_scan",
        json!({ "raw": "~31000\r", "by": null }),
    );
    assert_eq!(own["code"], "~31000");
    let bad = library.does("policies.clean_scan", json!({ "raw": "12|34", "by": null }));
    assert!(bad["problem"].as_str().unwrap().contains('|'));
}
