//! Everybody's classes from one file.

use serde_json::{Value, json};

use super::problems;
use crate::library::{Library, library};
use crate::staff::hired;

const FILE: &str = "\
Student,Course,Days,Start,End,Room
Amara Okafor,BIO 201,MWF,9:00 AM,9:50 AM,SCI 104
\"Okafor, Amara\",CHEM 110,TuTh,1:00 PM,2:15 PM,SCI 210
Noah Sorensen,ART 105,F,2:00 PM,4:45 PM,ART 1
Zoe Quill,MATH 151,MWF,10:00 AM,10:50 AM,MTH 3
Noah Sorensen,SEM 1,TBA,,,
";

/// A library in a term, with two who work there.
fn scene() -> (Library, Value, Value) {
    let library = library();
    let term = json!({ "details": { "name": "Autumn 2026", "first": "2026-08-24", "last": "2026-12-11" } });
    library.does("policies.add_term", term);
    let (amara, noah) = (
        hired(&library, "Amara Okafor"),
        hired(&library, "Noah Sørensen"),
    );
    (library, amara, noah)
}

fn person(library: &Library, id: &Value) -> Value {
    library.does("staff.person", json!({ "id": id }))
}

/// Each class of somebody as "1 BIO 201".
fn classes(library: &Library, id: &Value) -> Vec<String> {
    let person = person(library, id);
    let line = |class: &Value| {
        let details = &class["details"];
        format!(
            "{} {}",
            details["weekday"],
            details["title"].as_str().unwrap()
        )
    };
    let classes = person["classes"].as_array().unwrap().iter();
    classes.map(line).collect()
}

fn studies(library: &Library, id: &Value) -> bool {
    person(library, id)["member"]["details"]["student"] == true
}

#[test]
fn a_timetable_for_everybody_is_known_by_its_columns_and_the_term_stands_in_it() {
    let (library, ..) = scene();
    let seen = library.stages("classes.csv", FILE.as_bytes());
    assert_eq!(seen["kind"], "classes");
    let suggestion = seen["suggestions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|suggestion| suggestion["mapping"]["kind"] == "classes")
        .unwrap();
    assert_eq!(
        suggestion["mapping"]["columns"],
        json!(["name", "title", "days", "start", "end", null])
    );
    assert_eq!(
        suggestion["mapping"]["constants"],
        json!({ "first": "2026-08-24", "last": "2026-12-11" })
    );
    assert_eq!(suggestion["missing"], json!([]));
}

#[test]
fn each_row_goes_to_whom_it_names_and_who_is_not_here_is_listed() {
    let (library, amara, noah) = scene();
    let tried = library.imports("classes", FILE, "try");
    let told = json!({
        "first": "2026-08-24", "last": "2026-12-11", "people": 2, "classes": 6, "replaced": 0,
        "students": ["Amara Okafor", "Noah Sørensen"],
    });
    assert_eq!(tried["classes"], told);
    assert_eq!(
        tried["unknown"],
        json!([{ "field": "name", "value": "Zoe Quill", "rows": 1 }])
    );
    assert_eq!(classes(&library, &amara), [""; 0]);
    let kept = library.imports("classes", FILE, "keep");
    assert_eq!(kept["classes"], told);
    assert_eq!((&kept["added"], &kept["refused"]), (&json!(3), &json!(2)));
    assert_eq!(
        problems(&kept),
        [
            "5 name: is nobody on the staff list; add them, or say who is meant",
            "6 days: \"TBA\" names no weekday such as Mon or MWF",
        ]
    );
    assert_eq!(
        classes(&library, &amara),
        [
            "1 BIO 201",
            "2 CHEM 110",
            "3 BIO 201",
            "4 CHEM 110",
            "5 BIO 201"
        ]
    );
    assert_eq!(classes(&library, &noah), ["5 ART 105"]);
    assert!(studies(&library, &amara) && studies(&library, &noah));
}

#[test]
fn the_same_file_changes_nothing_and_another_one_replaces_the_terms_classes_of_its_people() {
    let (library, amara, noah) = scene();
    library.imports("classes", FILE, "keep");
    let again = library.imports("classes", FILE, "keep");
    assert_eq!((&again["same"], &again["added"]), (&json!(3), &json!(0)));
    let other = "Name,Class,Days,Time\nAmara Okafor,ENG 220,MW,2:00 PM - 3:15 PM\n";
    let kept = library.imports("classes", other, "keep");
    assert_eq!(kept["updated"], 1);
    assert_eq!(kept["classes"]["replaced"], 5);
    assert_eq!(kept["classes"]["students"], json!([]));
    assert_eq!(classes(&library, &amara), ["1 ENG 220", "3 ENG 220"]);
    assert_eq!(classes(&library, &noah), ["5 ART 105"]);
}

#[test]
fn an_import_of_classes_is_taken_back_whole_and_what_was_changed_since_stays() {
    let (library, amara, noah) = scene();
    let import = library.imports("classes", FILE, "keep")["import"].clone();
    let replace =
        json!({ "staff": noah, "first": "2026-08-24", "last": "2026-12-11", "classes": [] });
    library.does("staff.replace_classes", replace);
    let undone = library.finishes("transfer.undo_import", json!({ "import": import }));
    assert_eq!(undone["left"], 1);
    assert_eq!(
        undone["reasons"][0]["why"],
        "their classes were replaced again since"
    );
    assert_eq!(classes(&library, &amara), [""; 0]);
    assert!(!studies(&library, &amara) && studies(&library, &noah));
}

#[test]
fn a_name_that_the_file_writes_otherwise_may_be_said_to_be_somebodys() {
    let (library, amara, _) = scene();
    let file = "First,Last,Class,Days,Start,End\nMara,Okafor,BIO,Mon,9:00,10:00\n"
        .replace("First,Last", "First name,Last name");
    let mut input = library.suggests("classes", &file, "keep");
    input["mapping"]["values"] = json!({ "name": { "Mara Okafor": "Amara Okafor" } });
    let kept = library.finishes("transfer.run", input);
    assert_eq!(kept["classes"]["people"], 1);
    assert_eq!(classes(&library, &amara), ["1 BIO"]);
}

#[test]
fn an_e_mail_or_a_card_tells_namesakes_apart() {
    let library = library();
    let details = |email: &str| json!({ "details": { "name": "Ada Ray", "email": email } });
    let one = library.does("staff.add", details("a@marlow.example"))["id"].clone();
    let other = library.does("staff.add", details("b@marlow.example"))["id"].clone();
    let file = "Student,E-mail,Course,Days,Start,End\nAda Ray,B@marlow.example,BIO,Mon,9:00,10:00\nAda Ray,,ART,Tue,9:00,10:00\n";
    let mut input = library.suggests("classes", file, "keep");
    let none = library.ends("transfer.run", input.clone());
    assert_eq!(none["error"]["details"]["field"], "first");
    input["mapping"]["constants"] =
        json!({ "first": "2026-08-24", "last": "2026-12-11", "travel_minutes": "10" });
    let kept = library.finishes("transfer.run", input);
    assert_eq!(
        problems(&kept),
        ["3 name: is the name of several people here; add a column with their e-mail addresses"]
    );
    assert_eq!(
        (classes(&library, &one).len(), classes(&library, &other)),
        (0, vec!["1 BIO".to_owned()])
    );
}

#[test]
fn one_persons_reader_takes_only_their_rows_of_a_file_for_everybody() {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    let (library, amara, _) = scene();
    let mut input = json!({
        "staff": amara, "base64": STANDARD.encode(FILE), "first": "2026-08-24", "last": "2026-12-11",
    });
    let read = library.does("transfer.read_timetable", input.clone());
    assert_eq!(read["classes"].as_array().unwrap().len(), 5);
    assert_eq!(
        (&read["of_others"], &read["others"]),
        (&json!(3), &json!(["Noah Sorensen", "Zoe Quill"]))
    );
    input["all_rows"] = json!(true);
    let all = library.does("transfer.read_timetable", input);
    assert_eq!(all["classes"].as_array().unwrap().len(), 9);
    assert_eq!(all["of_others"], 0);
}
