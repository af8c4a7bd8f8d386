//! Charging, paying, waiving and taking a credit back at the desk.

use carrel_core::kernel::error::Code;
use serde_json::{Value, json};

use crate::library::{Library, library};

/// A library in which Ada owes three dollars for a lost book, with her number, the loan's and what was charged.
fn ada_owes() -> (Library, Value, Value, Value) {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    let loan = library.lends(&book).to(&ada)["loan"]["id"].clone();
    let lost = json!({ "patron": ada, "loan": loan, "kind": "lost", "amount": 300, "note": "" });
    let charged = library.does("circulation.charge", lost);
    (library, ada, loan, charged)
}

fn pay(library: &Library, patron: &Value, cents: i64) -> Value {
    library.does(
        "circulation.take_payment",
        json!({ "patron": patron, "amount": cents, "charges": [] }),
    )
}

fn waive(library: &Library, patron: &Value, reason: &str) -> Value {
    let input = json!({ "patron": patron, "amount": null, "charges": [], "reason": reason });
    library.does("circulation.waive", input)
}

#[test]
fn a_charge_names_the_loan_it_came_of() {
    let (library, ada, loan, charged) = ada_owes();
    assert_eq!(charged["charge"]["title"], "Middlemarch");
    assert_eq!(charged["charge"]["loan"], loan);
    assert_eq!(charged["balance"], 300);
    let ben = library.patron("2002", "Ben");
    let wrong = json!({ "patron": ben, "loan": loan, "kind": "lost", "amount": 300 });
    assert_eq!(
        library.fails("circulation.charge", wrong).code(),
        Code::Invalid
    );
    for amount in [0, -5, 100_000_001] {
        let wrong = json!({ "patron": ada, "loan": null, "kind": "other", "amount": amount });
        assert_eq!(
            library.fails("circulation.charge", wrong).failure().details["field"],
            "amount"
        );
    }
}

#[test]
fn part_is_paid_and_the_rest_waived_with_a_reason() {
    let (library, ada, ..) = ada_owes();
    assert_eq!(pay(&library, &ada, 100)["balance"], 200);
    let silent = json!({ "patron": ada, "amount": null, "charges": [], "reason": " x " });
    assert_eq!(
        library.fails("circulation.waive", silent).failure().details["field"],
        "reason"
    );
    let waived = waive(&library, &ada, "found behind the shelf");
    assert_eq!(waived["credit"]["amount"], 200);
    assert_eq!(waived["balance"], 0);
}

#[test]
fn more_than_is_owed_is_not_taken() {
    let (library, ada, ..) = ada_owes();
    let much = json!({ "patron": ada, "amount": 301, "charges": [] });
    assert_eq!(
        library.refuses("circulation.take_payment", much),
        ["more_than_owed"]
    );
    pay(&library, &ada, 300);
    let again = json!({ "patron": ada, "amount": 1, "charges": [] });
    assert_eq!(
        library.refuses("circulation.take_payment", again),
        ["nothing_owed"]
    );
    let of_another = json!({ "patron": ada, "amount": 1, "charges": [99] });
    assert_eq!(
        library.refuses("circulation.take_payment", of_another),
        ["not_owed"]
    );
}

#[test]
fn a_payment_handed_back_is_owed_again_and_both_lines_stay() {
    let (library, ada, ..) = ada_owes();
    let paid = pay(&library, &ada, 300);
    let back = json!({ "credit": paid["credit"]["id"], "reason": "paid for another" });
    let reversed = library.does("circulation.reverse", back.clone());
    assert_eq!(reversed["credit"]["amount"], -300);
    assert_eq!(reversed["balance"], 300);
    let shown = library.does("charges.ledger", json!({ "patron": ada }));
    assert_eq!(shown["credits"].as_array().unwrap().len(), 2);
    assert_eq!(shown["credits"][0]["reversed_by"], reversed["credit"]["id"]);
    assert_eq!(
        library.refuses("circulation.reverse", back),
        ["already_reversed"]
    );
    let twice = json!({ "credit": reversed["credit"]["id"], "reason": "and back again" });
    assert_eq!(
        library.refuses("circulation.reverse", twice),
        ["is_reversal"]
    );
}

#[test]
fn a_clerk_takes_money_and_only_a_supervisor_waives_it() {
    let (library, ada, ..) = ada_owes();
    let clerk = library.someone("clerk");
    let student = library.someone("student_worker");
    let pay = json!({ "patron": ada, "amount": 100, "charges": [] });
    let waive = json!({ "patron": ada, "amount": null, "charges": [], "reason": "kindness" });
    assert!(
        library
            .core
            .call(student, "circulation.take_payment", pay.clone())
            .is_err()
    );
    assert!(
        library
            .core
            .call(clerk, "circulation.take_payment", pay)
            .is_ok()
    );
    assert!(
        library
            .core
            .call(clerk, "circulation.waive", waive)
            .is_err()
    );
}

#[test]
fn money_of_an_earlier_day_is_handed_back_in_the_open() {
    let (library, ada, ..) = ada_owes();
    let paid = pay(&library, &ada, 300);
    library.on("2026-11-24");
    let undo = json!({ "undo": paid["undo"] });
    assert_eq!(library.refuses("circulation.undo", undo), ["another_day"]);
    let back = json!({ "credit": paid["credit"]["id"], "reason": "the book came back" });
    library.does("circulation.reverse", back);
}

#[test]
fn a_charge_that_was_paid_since_is_not_undone() {
    let (library, ada, _, charged) = ada_owes();
    let paid = pay(&library, &ada, 100);
    let undo = |done: &Value| json!({ "undo": done["undo"] });
    assert_eq!(
        library.refuses("circulation.undo", undo(&charged)),
        ["settled_since"]
    );
    library.does("circulation.undo", undo(&paid));
    assert_eq!(
        library.does("circulation.undo", undo(&charged))["kind"],
        "charge"
    );
    assert_eq!(library.rows("charge"), 0);
}

#[test]
fn what_was_handed_back_and_paid_anew_is_not_undone() {
    let (library, ada, ..) = ada_owes();
    let paid = pay(&library, &ada, 300);
    let back = json!({ "credit": paid["credit"]["id"], "reason": "paid for another" });
    let reversed = library.does("circulation.reverse", back);
    let undo = |done: &Value| json!({ "undo": done["undo"] });
    assert_eq!(
        library.refuses("circulation.undo", undo(&paid)),
        ["reversed_since"]
    );
    pay(&library, &ada, 10);
    assert_eq!(
        library.refuses("circulation.undo", undo(&reversed)),
        ["settled_again"]
    );
}

#[test]
fn a_loan_that_was_charged_for_is_not_undone_before_its_charge() {
    let (library, ada, loan, charged) = ada_owes();
    let seen = library.does("circulation.patron_at_desk", json!({ "patron": ada }));
    assert_eq!(seen["loans"][0]["id"], loan);
    let newest: i64 = library
        .outside()
        .query_row("SELECT min(id) FROM desk_undo", [], |row| row.get(0))
        .unwrap();
    let undo = json!({ "undo": newest });
    assert_eq!(
        library.refuses("circulation.undo", undo.clone()),
        ["moved_on"]
    );
    library.does("circulation.undo", json!({ "undo": charged["undo"] }));
    assert_eq!(library.does("circulation.undo", undo)["kind"], "check_out");
}

#[test]
fn the_audit_of_money_names_neither_patron_nor_loan() {
    let (library, ada, ..) = ada_owes();
    pay(&library, &ada, 100);
    waive(&library, &ada, "found behind the shelf");
    let subjects: Vec<String> = library
        .outside()
        .prepare("SELECT subjects FROM audit ORDER BY seq DESC LIMIT 3")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(subjects, ["credit 2", "credit 1", "charge 1"]);
}
