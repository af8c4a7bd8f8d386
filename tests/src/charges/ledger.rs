//! Both sides of what a patron owes.

use serde_json::{Value, json};

use crate::library::{Library, library};

/// Charges a patron by hand for something of no loan; the charge's number.
fn charge(library: &Library, patron: &Value, cents: i64) -> Value {
    let input = json!({ "patron": patron, "loan": null, "kind": "card", "amount": cents, "note": "new card" });
    library.does("circulation.charge", input)["charge"]["id"].clone()
}

fn ledger(library: &Library, patron: &Value) -> Value {
    library.does("charges.ledger", json!({ "patron": patron }))
}

#[test]
fn a_balance_is_the_sum_of_both_sides() {
    let library = library();
    let (ada, ben) = (library.patron("2001", "Ada"), library.patron("2002", "Ben"));
    charge(&library, &ada, 300);
    library.later(1);
    charge(&library, &ada, 150);
    charge(&library, &ben, 999);
    let pay = json!({ "patron": ada, "amount": 350, "charges": [] });
    assert_eq!(
        library.does("circulation.take_payment", pay)["balance"],
        100
    );
    let shown = ledger(&library, &ada);
    assert_eq!(shown["balance"], 100);
    let owed: Vec<_> = shown["charges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|charge| charge["owed"].clone())
        .collect();
    assert_eq!(owed, [0, 100], "the oldest first");
    assert_eq!(shown["credits"][0]["kind"], "payment");
    assert_eq!(shown["credits"][0]["by"], "Maya");
    assert_eq!(ledger(&library, &ben)["balance"], 999);
}

#[test]
fn a_payment_settles_what_was_chosen() {
    let library = library();
    let ada = library.patron("2001", "Ada");
    let (first, second) = (charge(&library, &ada, 300), charge(&library, &ada, 150));
    let pay = json!({ "patron": ada, "amount": 150, "charges": [second] });
    library.does("circulation.take_payment", pay);
    let shown = ledger(&library, &ada);
    assert_eq!(shown["charges"][0]["id"], first);
    assert_eq!(shown["charges"][0]["owed"], 300);
    assert_eq!(shown["charges"][1]["owed"], 0);
}

#[test]
fn the_file_itself_refuses_to_settle_more_than_was_charged() {
    let library = library();
    let ada = library.patron("2001", "Ada");
    let first = charge(&library, &ada, 300);
    library.does(
        "circulation.take_payment",
        json!({ "patron": ada, "amount": 300, "charges": [] }),
    );
    let outside = library.outside();
    let credit =
        "INSERT INTO credit (patron, kind, amount, reason, at) VALUES (?1, 'payment', 1, '', 0)";
    outside.execute(credit, [ada.as_i64().unwrap()]).unwrap();
    let part = "INSERT INTO allocation (credit, charge, amount) VALUES (?1, ?2, 1)";
    let refused = outside.execute(part, (outside.last_insert_rowid(), first.as_i64().unwrap()));
    assert!(
        refused
            .unwrap_err()
            .to_string()
            .contains("within its amount")
    );
    let lowered = outside.execute("UPDATE charge SET amount = 1", []);
    assert!(lowered.unwrap_err().to_string().contains("not changed"));
}

#[test]
fn a_credit_without_its_parts_is_found_by_the_check() {
    let library = library();
    let ada = library.patron("2001", "Ada");
    charge(&library, &ada, 300);
    let faults = || carrel_core::front::check(&library.core).unwrap().faults;
    assert_eq!(faults(), Vec::<String>::new());
    let credit =
        "INSERT INTO credit (patron, kind, amount, reason, at) VALUES (?1, 'payment', 1, '', 0)";
    library
        .outside()
        .execute(credit, [ada.as_i64().unwrap()])
        .unwrap();
    assert_eq!(
        faults(),
        ["it does not hold that a credit settles charges to its last cent"]
    );
}
