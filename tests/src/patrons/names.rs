//! Names of every kind survive every verb and file: what was typed comes back, letter by letter.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::library::{Library, library, patron};
use crate::reports::{asks, desk, works};

/// A name as it is typed, and parts by which the desk looks for it.
struct Case {
    given: &'static str,
    family: &'static str,
    parts: &'static [&'static str],
}

const LONG: &str =
    "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessen";

const CASES: &[Case] = &[
    Case {
        given: "José",
        family: "Álvarez",
        parts: &["jose", "JOSÉ", "alvar", "varez"],
    },
    Case {
        given: "Łukasz",
        family: "Wiśniewski",
        parts: &["lukasz", "kasz", "wisniewski"],
    },
    Case {
        given: "Văn Minh",
        family: "Đặng",
        parts: &["dang", "Đặng", "van minh", "vanminh"],
    },
    Case {
        given: "Siobhán",
        family: "O'Neill",
        parts: &["oneill", "o’neill", "o'neill", "neill", "O Neill"],
    },
    Case {
        given: "小明",
        family: "王",
        parts: &["小明", "明", "王", "王 小明"],
    },
    Case {
        given: "",
        family: "王小明",
        parts: &["王小明", "小明", "小", "明"],
    },
    Case {
        given: "مريم",
        family: "الحسن",
        parts: &["مريم", "مَريَم", "مـريم", "الحسن", "حسن"],
    },
    Case {
        given: "أحمد",
        family: "عبد الله",
        parts: &["احمد", "أحمد", "عبدالله", "عبد"],
    },
    Case {
        given: "Алёна",
        family: "Соловьёва",
        parts: &["алена", "Алёна", "соловьева", "ловье"],
    },
    Case {
        given: "שָׂרָה",
        family: "כהן",
        parts: &["שרה", "כהן"],
    },
    Case {
        given: "",
        family: "Suharto",
        parts: &["suharto", "hart"],
    },
    Case {
        given: "Adolph",
        family: LONG,
        parts: &["wolfe", "schafers", "wessen"],
    },
    Case {
        given: "Anne-Marie",
        family: "Smith-Jones",
        parts: &["smithjones", "jones", "smith-jones", "annemarie"],
    },
    Case {
        given: "Jürgen",
        family: "Zwölfer",
        parts: &["wolf", "zwolfer", "zwoelfer", "juergen"],
    },
    Case {
        given: "민수",
        family: "김",
        parts: &["민수", "김", "김 민수"],
    },
    Case {
        given: "たろう",
        family: "佐々木",
        parts: &["佐々木", "々木", "タロウ"],
    },
];

fn register(library: &Library) -> Vec<Value> {
    let people = CASES.iter().enumerate();
    people
        .map(|(place, case)| {
            let mut details = patron(&format!("20{place:02}"), case.family);
            details["given_name"] = json!(case.given);
            library.does("patrons.register", json!({ "details": details }))
        })
        .collect()
}

fn found(library: &Library, words: &str) -> Vec<Value> {
    let found = library.does("patrons.search", json!({ "words": words, "limit": 50 }));
    found["rows"].as_array().unwrap().clone()
}

#[test]
fn each_is_found_by_its_parts_in_any_spelling() {
    let library = library();
    let people = register(&library);
    for (case, person) in CASES.iter().zip(&people) {
        for part in case.parts {
            let rows = found(&library, part);
            assert!(
                rows.contains(person),
                "{part} does not find {} {}",
                case.given,
                case.family
            );
            let anywhere = library.does("today.find", json!({ "words": part }));
            assert!(
                anywhere["patrons"].as_array().unwrap().contains(person),
                "{part}"
            );
        }
    }
}

#[test]
fn each_comes_back_as_it_was_typed_from_every_screen() {
    let library = library();
    let people = register(&library);
    for (place, (case, person)) in CASES.iter().zip(&people).enumerate() {
        let name = format!("{} {}", case.given, case.family);
        let name = name.trim();
        let id = &person["id"];
        let book = library.book(&format!("30{place:02}"), name);
        let lent = library.lends(&book).to(id);
        assert_eq!(lent["loan"]["patron_name"], name);
        assert_eq!(lent["loan"]["title"], name);
        let at_desk = library.does("circulation.patron_at_desk", json!({ "patron": id }));
        let details = &at_desk["patron"]["details"];
        assert_eq!(
            (&details["given_name"], &details["family_name"]),
            (&json!(case.given), &json!(case.family))
        );
        let loans = library.does("circulation.loans", json!({ "only": "open", "limit": 50 }));
        assert_eq!(loans["rows"][place]["patron_name"], name);
        let number = json!({ "patron": id, "number": format!("20{place:02}") });
        library.does("patrons.report_lost", number.clone());
        let code = json!({ "code": number["number"] });
        assert_eq!(library.does("circulation.identify", code)["name"], name);
        let titles = library.does("catalog.search", json!({ "words": name, "limit": 50 }));
        assert_eq!(
            titles["rows"][0]["title"]["details"]["title"], name,
            "{titles}"
        );
    }
}

#[test]
fn each_comes_in_from_a_file_as_it_stands_there() {
    let library = library();
    let rows: String = CASES
        .iter()
        .enumerate()
        .map(|(place, case)| {
            format!(
                "20{place:02},\"{}\",\"{}\",Adult\r\n",
                case.given, case.family
            )
        })
        .collect();
    let csv = format!("\u{feff}card,given name,family name,category\r\n{rows}");
    let report = library.imports("patrons", &csv, "keep");
    assert_eq!(report["problems"], json!([]));
    for (place, case) in CASES.iter().enumerate() {
        let rows = found(&library, &format!("20{place:02}"));
        let details = &rows[0]["details"];
        assert_eq!(
            (&details["given_name"], &details["family_name"]),
            (&json!(case.given), &json!(case.family))
        );
    }
}

#[test]
fn each_stands_in_the_files_of_a_report() {
    let library = library();
    let desk = desk(&library);
    for (place, case) in CASES.iter().enumerate() {
        let name = format!("{} {}", case.given, case.family);
        let start = 540 + u32::try_from(place).unwrap() * 15;
        works(&library, &desk, name.trim(), start, start + 60);
    }
    let file = |format: &str| {
        let printed = library.finishes("reports.print", asks("shifts", format));
        String::from_utf8(
            STANDARD
                .decode(printed["base64"].as_str().unwrap())
                .unwrap(),
        )
        .unwrap()
    };
    let (csv, json) = (file("csv"), file("json"));
    for case in CASES {
        let name = format!("{} {}", case.given, case.family);
        assert!(
            csv.contains(&format!(",{},", name.trim())),
            "{name} is not in {csv}"
        );
        assert!(
            json.contains(&format!("\"{}\"", name.trim())),
            "{name} is not in {json}"
        );
    }
}

#[test]
fn whoever_begins_with_the_words_comes_before_whoever_has_them_inside() {
    let library = library();
    for (card, name) in [
        ("1", "Zwölfer"),
        ("2", "Wolf"),
        ("3", "Beowulf"),
        ("4", "Wolfram"),
    ] {
        library.patron(card, name);
    }
    let names: Vec<Value> = found(&library, "wolf")
        .iter()
        .map(|row| row["details"]["family_name"].clone())
        .collect();
    assert_eq!(names, ["Wolf", "Wolfram", "Zwölfer"]);
}

#[test]
fn what_was_inside_an_old_name_is_forgotten_by_the_search() {
    let library = library();
    let id = library.patron("2001", "Zyxwertha");
    library.does(
        "patrons.edit",
        json!({ "id": id, "details": patron("2001", "Lee") }),
    );
    assert_eq!(found(&library, "wert"), Vec::<Value>::new());
    let outside = library.outside();
    outside
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    let bytes = std::fs::read(library.file()).unwrap().to_ascii_lowercase();
    for trace in ["zyxwertha", "zyx", "xwe", "rth"] {
        let stands = bytes
            .windows(trace.len())
            .any(|window| window == trace.as_bytes());
        assert!(!stands, "{trace} is still in the file");
    }
}

#[test]
fn a_library_that_was_folded_otherwise_is_folded_anew_when_it_is_opened() {
    let library = library();
    library.patron("2001", "Zwölfer");
    library.book("3001", "Zwölf");
    let outside = library.outside();
    outside
        .execute_batch(
            "UPDATE search_fold SET version = 0; DELETE FROM patron_search; DELETE FROM patron_infix;
             UPDATE item_search SET words = 'nothing';",
        )
        .unwrap();
    drop(outside);
    assert_eq!(found(&library, "wolf").len(), 0);
    let library = library.reopened();
    assert_eq!(found(&library, "wolf").len(), 1);
    let items = library.does("catalog.search", json!({ "words": "zwolf", "limit": 9 }));
    assert_eq!(items["rows"].as_array().unwrap().len(), 1);
    let faults = carrel_core::front::check(&library.core).unwrap().faults;
    assert_eq!(faults, Vec::<String>::new());
}
