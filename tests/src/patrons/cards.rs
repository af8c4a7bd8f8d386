//! Several numbers a patron: each finds them, and a retired one says whose it was.

use carrel_core::front;
use serde_json::{Value, json};

use crate::library::{Library, library, patron};

fn identify(library: &Library, code: &str) -> Value {
    library.does("circulation.identify", json!({ "code": code }))
}

fn add(library: &Library, patron: &Value, number: &str, kind: &str) -> Value {
    let input = json!({ "patron": patron, "number": number, "kind": kind, "note": "key fob" });
    library.does("patrons.add_card", input)
}

#[test]
fn every_number_in_use_opens_the_patron() {
    let library = library();
    let ada = library.patron("2001", "Okafor");
    let cards = add(&library, &ada, " a77 ", "other");
    assert_eq!(
        cards,
        json!([
            { "number": "2001", "kind": "present", "since": null, "note": "" },
            { "number": "A77", "kind": "other", "since": "2026-11-23", "note": "key fob" },
        ])
    );
    for code in ["2001", "a77"] {
        assert_eq!(
            identify(&library, code),
            json!({ "kind": "patron", "patron": ada })
        );
    }
    assert_eq!(
        library.does("patrons.cards", json!({ "patron": ada })),
        cards
    );
}

#[test]
fn a_replaced_card_opens_nobody_and_says_whose_it_was() {
    let library = library();
    let ada = library.patron("2001", "Okafor");
    let replaced = library.does(
        "patrons.replace_card",
        json!({ "patron": ada, "card": "2002" }),
    );
    assert_eq!(replaced["details"]["card"], "2002");
    assert_eq!(
        identify(&library, "2001"),
        json!({
            "kind": "retired_card", "patron": ada, "name": "Okafor",
            "card": { "number": "2001", "kind": "replaced", "since": "2026-11-23", "note": "" },
        })
    );
    assert_eq!(identify(&library, "2002")["patron"], ada);
    let rows = library.does("audit.list", json!({ "before": null, "limit": 1 }));
    assert_eq!(rows[0]["detail"], "the old card is replaced");
}

#[test]
fn a_lost_card_opens_nobody_until_it_is_found() {
    let library = library();
    let ada = library.patron("2001", "Okafor");
    let number = json!({ "patron": ada, "number": "2001" });
    library.does("patrons.report_lost", number.clone());
    let found = identify(&library, "2001");
    assert_eq!(
        (&found["kind"], &found["card"]["kind"]),
        (&json!("retired_card"), &json!("lost"))
    );
    library.fails("patrons.report_lost", number.clone());
    library.does("patrons.report_found", number.clone());
    assert_eq!(identify(&library, "2001")["kind"], "patron");
    library.fails("patrons.report_found", number);
}

#[test]
fn a_lost_card_that_is_replaced_stays_lost_and_may_become_the_present_one_again() {
    let library = library();
    let ada = library.patron("2001", "Okafor");
    library.does(
        "patrons.report_lost",
        json!({ "patron": ada, "number": "2001" }),
    );
    library.on("2026-11-25");
    let replace = |card: &str| json!({ "patron": ada, "card": card });
    library.does("patrons.replace_card", replace("2002"));
    let cards = library.does("patrons.cards", json!({ "patron": ada }));
    assert_eq!(
        cards[1],
        json!({ "number": "2001", "kind": "lost", "since": "2026-11-23", "note": "" })
    );
    library.does("patrons.replace_card", replace("2001"));
    assert_eq!(identify(&library, "2001")["kind"], "patron");
    assert_eq!(identify(&library, "2002")["card"]["kind"], "replaced");
    let again = library.fails("patrons.replace_card", replace("2001"));
    assert_eq!(
        again.to_string(),
        "card 2001 is the card they have; scan the new one"
    );
}

#[test]
fn a_number_is_one_patrons_and_no_items() {
    let library = library();
    let (ada, lee) = (
        library.patron("2001", "Okafor"),
        library.patron("2002", "Lee"),
    );
    library.book("3001", "Emma");
    add(&library, &ada, "77", "other");
    add(&library, &ada, "78", "replaced");
    let refused = |number: &str| {
        let input = json!({ "patron": lee, "number": number, "kind": "other" });
        library.fails("patrons.add_card", input).to_string()
    };
    assert_eq!(refused("2001"), "number 2001 is already Okafor's card");
    assert_eq!(refused("77"), "number 77 is another number of Okafor");
    assert_eq!(
        refused("78"),
        "number 78 was Okafor's card until it was replaced on 2026-11-23"
    );
    assert_eq!(refused("3001"), "number 3001 is the barcode of \"Emma\"");
    let register = library.fails(
        "patrons.register",
        json!({ "details": patron("78", "Marsh") }),
    );
    assert_eq!(
        register.to_string(),
        "card 78 was Okafor's card until it was replaced on 2026-11-23"
    );
    let take = library.fails(
        "patrons.replace_card",
        json!({ "patron": lee, "card": "77" }),
    );
    assert_eq!(take.to_string(), "card 77 is another number of Okafor");
}

#[test]
fn the_file_itself_keeps_numbers_apart() {
    let library = library();
    let ada = library.patron("2001", "Okafor");
    library.book("3001", "Emma");
    add(&library, &ada, "77", "lost");
    let outside = library.outside();
    for (statement, said) in [
        ("UPDATE item SET barcode = '77'", "is a patron's card"),
        (
            "UPDATE patron SET card = '77'",
            "is another number of a patron",
        ),
        (
            "INSERT INTO patron_card VALUES ('3001', 1, 'other', '2026-11-23', '')",
            "is an item's barcode",
        ),
        (
            "INSERT INTO patron_card VALUES ('2001', 1, 'other', '2026-11-23', '')",
            "is a patron's card",
        ),
    ] {
        let error = outside.execute(statement, []).unwrap_err();
        assert_eq!(error.to_string(), said, "{statement}");
    }
    let error = library.call(
        "catalog.add_item",
        json!({
            "title": { "kind": "new", "details": { "title": "Dune" } },
            "details": { "barcode": "77", "item_type": 1 },
        }),
    );
    assert_eq!(
        error.unwrap_err().to_string(),
        "barcode 77 is a patron's card"
    );
}

#[test]
fn a_number_given_by_mistake_goes_and_is_forgotten_by_the_search() {
    let library = library();
    let ada = library.patron("2001", "Okafor");
    add(&library, &ada, "7788", "other");
    let found = |words: &str| {
        let found = library.does("patrons.search", json!({ "words": words, "limit": 9 }));
        found["rows"].as_array().unwrap().len()
    };
    assert_eq!((found("7788"), found("77")), (1, 1));
    let remove = json!({ "patron": ada, "number": "7788" });
    let left = library.does("patrons.remove_card", remove.clone());
    assert_eq!(left.as_array().unwrap().len(), 1);
    assert_eq!((found("7788"), found("77")), (0, 0));
    assert_eq!(
        library.fails("patrons.remove_card", remove).to_string(),
        "further number 7788 does not exist"
    );
}

#[test]
fn the_number_of_an_import_row_may_be_another_one_of_theirs() {
    let library = library();
    let ada = library.patron("2001", "Okafor");
    add(&library, &ada, "77", "other");
    let csv = "card,email\n77,ada@example.org\n";
    let report = library.imports("patrons", csv, "keep");
    assert_eq!(report["updated"], 1, "{report}");
    let after = library.does("patrons.patron", json!({ "id": ada }));
    assert_eq!(after["details"]["card"], "2001");
    assert_eq!(after["details"]["email"], "ada@example.org");
    assert_eq!(
        front::check(&library.core).unwrap().faults,
        Vec::<String>::new()
    );
}
