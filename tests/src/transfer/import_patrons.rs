//! Patrons from a file.

use carrel_core::front;
use serde_json::json;

use super::problems;
use crate::library::library;

const FILE: &str = "\u{feff}Card Number;Surname;First Name;CategoryCode;born;email;Shoe size\r\n\
    2001;Okafor;Ada;adult;1990-05-01;ada@example.org;44\r\n\
    2002;Nguyễn;Thị;CHILD;last spring;;\r\n\
    2003;Lee;;child;;;\r\n\
    2003;Lee;;child;;;\r\n\
    2.3529E+13;Lost;;child;;;\r\n\
    2004;Bad;;teen;;;\r\n\
    2005;Bad;;child;;nomail;\r\n\
    3001;Item;;child;;;\r\n\
    ;None;;child;;;\r\n";

#[test]
fn a_file_is_tried_without_leaving_anything() {
    let library = library();
    library.book("3001", "Emma");
    let audit = library.rows("audit");
    let report = library.imports("patrons", FILE, "try");
    let expected = json!({
        "import": null, "kind": "patrons", "stopped": null, "same": 0,
        "unknown": [{ "field": "category", "value": "teen", "rows": 1 }],
        "kept": false, "rows": 9, "added": 2, "updated": 0, "refused": 7,
        "columns": ["card", "family_name", "given_name", "category", "born", "email"],
        "ignored_columns": ["Shoe size"],
        "problems": report["problems"], "warnings": [], "classes": null,
    });
    assert_eq!(report, expected);
    assert_eq!(
        problems(&report),
        [
            "3 born: is not a day such as 2026-11-23",
            "5 card: stands in line 4 already",
            "6 card: was destroyed by a spreadsheet, which took it for a number; make the column text there and save the \
             file anew",
            "7 category: is none of the patron categories: Adult, Child, Staff",
            "8 email: has no @",
            "9 card: 3001 is the barcode of \"Emma\"",
            "10 card: is empty",
        ]
    );
    assert_eq!((library.rows("patron"), library.rows("audit")), (0, audit));
}

#[test]
fn keeping_does_what_trying_said_and_bad_rows_skew_nothing() {
    let library = library();
    library.book("3001", "Emma");
    let tried = library.imports("patrons", FILE, "try");
    let mut kept = library.imports("patrons", FILE, "keep");
    assert_eq!(kept["kept"], true);
    assert_eq!(kept["import"], 1);
    kept["kept"] = json!(false);
    kept["import"] = json!(null);
    assert_eq!(kept, tried);
    assert_eq!(library.rows("patron"), 2);
    let found = library.does("patrons.search", json!({ "words": "ada", "limit": 9 }));
    assert_eq!(found["rows"][0]["details"]["born"], "1990-05-01");
}

#[test]
fn one_audit_row_a_batch_names_nobody() {
    let library = library();
    library.imports(
        "patrons",
        "card,surname,category\n2001,Okafor,Adult\n",
        "keep",
    );
    let rows = library.does("audit.list", json!({ "before": null, "limit": 1 }));
    assert_eq!(rows[0]["command"], "transfer.run");
    assert_eq!(
        rows[0]["detail"],
        "imported rows 2–2 of 1: 1 added, 0 updated, 0 the same, 0 refused"
    );
    assert_eq!(rows[0]["subjects"], json!([{ "kind": "import", "id": 1 }]));
}

#[test]
fn a_card_that_is_there_is_corrected_in_the_columns_of_the_file() {
    let library = library();
    let id = library.patron("2001", "Okafor");
    let csv = "cardnumber\temail\tborn\n2001\tada@example.org\t\n";
    let report = library.imports("patrons", csv, "keep");
    assert_eq!(
        (&report["added"], &report["updated"]),
        (&json!(0), &json!(1))
    );
    let patron = library.does("patrons.patron", json!({ "id": id }));
    assert_eq!(patron["details"]["family_name"], "Okafor");
    assert_eq!(patron["details"]["email"], "ada@example.org");
    assert_eq!(
        patron["details"]["born"],
        json!(null),
        "a blank cell empties the field"
    );
}

#[test]
fn a_new_patron_needs_the_columns_that_a_record_cannot_be_without() {
    let library = library();
    let csv = "card,surname\n2001,Okafor\n";
    let report = library.imports("patrons", csv, "keep");
    assert_eq!(
        problems(&report),
        ["2 category: is missing; a new record needs it"]
    );
}

#[test]
fn a_file_that_is_empty_or_says_no_cards_is_refused_as_a_whole() {
    let library = library();
    let staged = json!({ "name": "none.csv", "base64": "", "last": true });
    let state = library.ends("transfer.stage", staged);
    assert_eq!(state["error"]["message"], "file is empty");
    let state = library.ends(
        "transfer.run",
        library.suggests("patrons", "surname\nOkafor\n", "keep"),
    );
    assert_eq!(
        state["error"]["message"],
        "file has no column card; say which column holds the card"
    );
    let twice = library.suggests("patrons", "card,cardnumber\n1,2\n", "keep");
    assert_eq!(twice["mapping"]["columns"], json!(["card", null]));
}

#[test]
fn a_row_with_too_many_cells_is_not_guessed_at() {
    let library = library();
    let csv = "card,surname,category,note\n2001,Okafor,Adult,tall, dark\n2002,Lee,Adult\n";
    let report = library.imports("patrons", csv, "keep");
    assert_eq!(
        problems(&report),
        [
            "2 row: the row has 5 cells, the header 4: a text that holds the delimiter needs quotes around it"
        ]
    );
    assert_eq!(report["added"], 1);
}

#[test]
fn an_import_counts_no_registrations() {
    let library = library();
    let csv = "card,surname,category\n2001,Okafor,Adult\n";
    library.imports("patrons", csv, "keep");
    assert_eq!((library.rows("patron"), library.rows("event")), (1, 0));
}

#[test]
fn whoever_cancels_keeps_whole_batches_and_is_told_where_it_stopped() {
    let library = library();
    let rows: String = (0..6_000)
        .map(|row| format!("{},Okafor,Adult\n", 2_000_000 + row))
        .collect();
    let csv = format!("card,surname,category\n{rows}");
    let task =
        library.does("transfer.run", library.suggests("patrons", &csv, "keep"))["task"].clone();
    let seen = library.does("tasks.next", json!({ "task": task, "seen": 1 }));
    library.does("tasks.cancel", json!({ "task": task }));
    let mut state = seen;
    while state["state"] == "running" {
        state = library.does(
            "tasks.next",
            json!({ "task": task, "seen": state["revision"] }),
        );
    }
    let kept = library.rows("patron");
    match state["state"].as_str() {
        Some("cancelled") => assert_eq!(kept, 0),
        Some("finished") => {
            let report = &state["output"];
            assert_eq!(report["added"], kept);
            assert_eq!(report["refused"], 0);
            assert!(kept == 6_000 || kept % 500 == 0);
            let imports = library.does("transfer.imports", json!({}));
            if kept < 6_000 {
                assert_eq!(
                    report["stopped"],
                    json!({ "row": kept + 2, "left": 6_000 - kept, "why": null })
                );
                assert_eq!(
                    (&imports[0]["ended"], &imports[0]["done"]),
                    (&json!("cancelled"), &json!(kept))
                );
            } else {
                assert_eq!(imports[0]["ended"], "finished");
            }
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_library_that_was_searched_before_a_big_import_is_sound_after_it() {
    let library = library();
    library.patron("1", "Okafor");
    let search = json!({ "words": "okafor", "limit": 9 });
    // Each of the two readers has seen the small index.
    for _ in 0..4 {
        library.does("patrons.search", search.clone());
    }
    let rows: String = (0..3_000)
        .map(|row| format!("{},Okafor{row},Adult\n", 2_000_000 + row))
        .collect();
    let csv = format!("card,surname,category\n{rows}");
    library.imports("patrons", &csv, "keep");
    assert_eq!(
        front::check(&library.core).unwrap().faults,
        Vec::<String>::new()
    );
}
