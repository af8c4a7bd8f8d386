//! Classes: one by one, a term's at once, and that taken back.

use serde_json::{Value, json};

use crate::library::{Library, library};
use crate::staff::hired;

fn class(staff: &Value, title: &str, weekday: u8, first: &str, last: &str) -> Value {
    json!({
        "staff": staff, "title": title, "weekday": weekday, "start": 600, "end": 690, "first": first, "last": last,
        "weeks": "every", "travel_minutes": 10, "skipped": [],
    })
}

fn fall(staff: &Value, title: &str, weekday: u8) -> Value {
    class(staff, title, weekday, "2026-08-24", "2026-12-11")
}

fn replaced(library: &Library, staff: &Value, classes: &Value) -> Value {
    let (first, last) = ("2026-08-24", "2026-12-11");
    let input = json!({ "staff": staff, "first": first, "last": last, "classes": classes });
    library.does("staff.replace_classes", input)
}

/// Title, first and last day of all classes.
fn kept(library: &Library, staff: &Value) -> Vec<(String, String, String)> {
    let person = library.does("staff.person", json!({ "id": staff }));
    let text = |class: &Value, field: &str| class["details"][field].as_str().unwrap().to_owned();
    let classes = person["classes"].as_array().unwrap().iter();
    classes
        .map(|class| {
            (
                text(class, "title"),
                text(class, "first"),
                text(class, "last"),
            )
        })
        .collect()
}

fn titles(library: &Library, staff: &Value) -> Vec<String> {
    kept(library, staff)
        .into_iter()
        .map(|(title, ..)| title)
        .collect()
}

#[test]
fn a_class_is_added_corrected_and_removed() {
    let library = library();
    let ada = hired(&library, "Ada");
    let added = library.does(
        "staff.add_class",
        json!({ "details": fall(&ada, "BIO 201", 1) }),
    );
    let mut changed = fall(&ada, "BIO 202", 3);
    changed["weeks"] = json!("odd");
    changed["skipped"] = json!(["2026-11-25", "2026-09-09"]);
    let edited = library.does(
        "staff.edit_class",
        json!({ "id": added["id"], "details": changed }),
    );
    assert_eq!(
        edited["details"]["skipped"],
        json!(["2026-09-09", "2026-11-25"])
    );
    let person = library.does("staff.person", json!({ "id": ada }));
    assert_eq!(person["classes"], json!([edited]));
    let removed = library.does("staff.remove_class", json!({ "id": added["id"] }));
    assert_eq!(removed, edited);
    assert_eq!(titles(&library, &ada), [""; 0]);
}

#[test]
fn a_class_stays_its_persons() {
    let library = library();
    let (ada, ben) = (hired(&library, "Ada"), hired(&library, "Ben"));
    let added = library.does(
        "staff.add_class",
        json!({ "details": fall(&ada, "BIO 201", 1) }),
    );
    let refused = library.fails(
        "staff.edit_class",
        json!({ "id": added["id"], "details": fall(&ben, "BIO 201", 1) }),
    );
    assert_eq!(refused.failure().details["field"], "staff");
}

#[test]
fn a_terms_classes_are_replaced_and_given_back() {
    let library = library();
    let (ada, ben) = (hired(&library, "Ada"), hired(&library, "Ben"));
    for details in [fall(&ada, "BIO 201", 1), fall(&ben, "CHE 101", 1)] {
        library.does("staff.add_class", json!({ "details": details }));
    }
    let change = replaced(
        &library,
        &ada,
        &json!([fall(&ada, "ART 110", 2), fall(&ada, "LAT 1", 4)]),
    );
    assert_eq!(change["replaced"], 1);
    assert_eq!(titles(&library, &ada), ["ART 110", "LAT 1"]);
    assert_eq!(titles(&library, &ben), ["CHE 101"]);
    library.does("staff.undo_classes", json!({ "change": change["change"] }));
    assert_eq!(titles(&library, &ada), ["BIO 201"]);
    let again = library.fails("staff.undo_classes", json!({ "change": change["change"] }));
    assert!(again.to_string().ends_with("does not exist"));
}

#[test]
fn whoever_is_given_classes_studies_until_that_is_taken_back() {
    let library = library();
    let ada = hired(&library, "Ada");
    let studies = || {
        let person = library.does("staff.person", json!({ "id": ada }));
        person["member"]["details"]["student"] == true
    };
    let change = replaced(&library, &ada, &json!([fall(&ada, "BIO 201", 1)]));
    assert!(change["made_student"] == true && studies());
    library.does("staff.undo_classes", json!({ "change": change["change"] }));
    assert!(!studies());
    let none = replaced(&library, &ada, &json!([]));
    assert!(none["made_student"] == false && !studies());
}

#[test]
fn of_a_class_that_reaches_beyond_the_term_the_rest_stays() {
    let library = library();
    let ada = hired(&library, "Ada");
    let year = class(&ada, "Choir", 1, "2026-06-01", "2027-05-31");
    library.does("staff.add_class", json!({ "details": year }));
    replaced(&library, &ada, &json!([]));
    let choir = |first: &str, last: &str| ("Choir".to_owned(), first.to_owned(), last.to_owned());
    assert_eq!(
        kept(&library, &ada),
        [
            choir("2026-06-01", "2026-08-23"),
            choir("2026-12-12", "2027-05-31")
        ]
    );
}

#[test]
fn classes_that_were_changed_since_are_not_given_back() {
    let library = library();
    let ada = hired(&library, "Ada");
    let change = replaced(&library, &ada, &json!([fall(&ada, "ART 110", 2)]));
    let id = change["classes"][0]["id"].clone();
    library.does("staff.remove_class", json!({ "id": id }));
    let undo = json!({ "change": change["change"] });
    assert_eq!(
        library.refuses("staff.undo_classes", undo),
        ["classes_changed"]
    );
    assert_eq!(titles(&library, &ada), [""; 0]);
}

#[test]
fn a_class_outside_the_term_or_of_somebody_else_replaces_nothing() {
    let library = library();
    let (ada, ben) = (hired(&library, "Ada"), hired(&library, "Ben"));
    library.does(
        "staff.add_class",
        json!({ "details": fall(&ada, "BIO 201", 1) }),
    );
    let outside = class(&ada, "ART 110", 2, "2026-08-17", "2026-12-11");
    for classes in [json!([outside]), json!([fall(&ben, "ART 110", 2)])] {
        let input = json!({ "staff": ada, "first": "2026-08-24", "last": "2026-12-11", "classes": classes });
        let refused = library.fails("staff.replace_classes", input).failure();
        assert_eq!(refused.details["field"], "classes");
    }
    assert_eq!(titles(&library, &ada), ["BIO 201"]);
}
