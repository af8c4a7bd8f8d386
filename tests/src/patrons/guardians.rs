//! Who answers for a child, and that the library may ask for somebody.

use serde_json::{Value, json};

use crate::library::{Library, library, patron};

fn child(card: &str) -> Value {
    let mut details = patron(card, "Okafor");
    details["born"] = json!("2017-05-01");
    details
}

fn register(library: &Library, details: &Value) -> Value {
    library.does("patrons.register", json!({ "details": details }))["id"].clone()
}

fn at_desk(library: &Library, patron: &Value) -> Value {
    library.does("circulation.patron_at_desk", json!({ "patron": patron }))
}

#[test]
fn the_desk_sees_a_guardian_by_name_or_by_record() {
    let library = library();
    let mut mother = patron("2001", "Okafor");
    mother["phone"] = json!("555-0101");
    let mother = register(&library, &mother);
    let mut typed = child("2002");
    typed["guardian"] = json!("Ngozi Okafor");
    typed["guardian_phone"] = json!("555-0102");
    let typed = register(&library, &typed);
    assert_eq!(
        at_desk(&library, &typed)["guardian"],
        json!({ "patron": null, "name": "Ngozi Okafor", "phone": "555-0102" })
    );
    let mut known = child("2003");
    known["guardian_patron"] = mother.clone();
    let known = register(&library, &known);
    assert_eq!(
        at_desk(&library, &known)["guardian"],
        json!({ "patron": mother, "name": "Okafor", "phone": "555-0101" })
    );
    assert_eq!(at_desk(&library, &mother)["guardian"], json!(null));
}

#[test]
fn nobody_is_their_own_guardian_nor_each_others() {
    let library = library();
    let mother = register(&library, &patron("2001", "Okafor"));
    let mut details = child("2002");
    details["guardian_patron"] = mother.clone();
    let daughter = register(&library, &details);
    let edit = |id: &Value, guardian: &Value, card: &str| {
        let mut details = patron(card, "Okafor");
        details["guardian_patron"] = guardian.clone();
        library
            .fails("patrons.edit", json!({ "id": id, "details": details }))
            .to_string()
    };
    assert_eq!(
        edit(&mother, &mother, "2001"),
        "guardian_patron cannot be the patron themselves"
    );
    assert_eq!(
        edit(&mother, &daughter, "2001"),
        "guardian_patron Okafor has this patron as guardian"
    );
    assert_eq!(
        edit(&daughter, &json!(77), "2002"),
        "guardian_patron 77 does not exist"
    );
}

#[test]
fn a_library_may_ask_for_a_guardian_under_an_age() {
    let library = library();
    let book = library.book("3001", "Emma");
    let alone = register(&library, &child("2001"));
    let lend = |patron: &Value| json!({ "patron": patron, "item": book, "override": null });
    assert_eq!(at_desk(&library, &alone)["blocks"], json!([]));
    assert_eq!(
        library.does("patrons.demands", json!({})),
        json!({ "guardian_under": null })
    );
    library.does(
        "patrons.set_demands",
        json!({ "demands": { "guardian_under": 12 } }),
    );
    assert_eq!(
        library.refuses("circulation.check_out", lend(&alone)),
        ["guardian_missing"]
    );
    let mut details = child("2001");
    details["guardian"] = json!("Ngozi Okafor");
    library.does("patrons.edit", json!({ "id": alone, "details": details }));
    library.does("circulation.check_out", lend(&alone));
    library.does("circulation.check_in", json!({ "item": book }));
    let grown = library.patron("2002", "Lee");
    library.does("circulation.check_out", lend(&grown));
    for age in [0, 26] {
        let error = library.fails(
            "patrons.set_demands",
            json!({ "demands": { "guardian_under": age } }),
        );
        assert_eq!(error.to_string(), "guardian_under must be 1 to 25");
    }
}

#[test]
fn a_clerk_may_go_on_without_a_guardian_and_a_student_worker_may_not() {
    let library = library();
    let (book, alone) = (
        library.book("3001", "Emma"),
        register(&library, &child("2001")),
    );
    library.does(
        "patrons.set_demands",
        json!({ "demands": { "guardian_under": 12 } }),
    );
    let lend =
        json!({ "patron": alone, "item": book, "override": { "reason": "her mother waits" } });
    let (clerk, student) = (library.someone("clerk"), library.someone("student_worker"));
    let call = |session| {
        library
            .core
            .call(session, "circulation.check_out", lend.clone())
    };
    assert!(call(student).is_err());
    let lent = call(clerk).unwrap().output;
    assert_eq!(lent["overridden"][0]["refusal"]["kind"], "guardian_missing");
}
