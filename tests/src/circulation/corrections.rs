//! Corrections with a reason: a return on its real day, an item that is said to be back.

use serde_json::{Value, json};

use crate::library::{Library, library};

/// A library in which Ada brought a book back on Wednesday that was due on Monday, with the loan's number.
fn late_return() -> (Library, Value, Value) {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    let loan = library.lends(&book).to(&ada)["loan"]["id"].clone();
    library.on("2026-12-16");
    let returned = library.does("circulation.check_in", json!({ "item": book }));
    assert_eq!(returned["overdue_days"], 2);
    (library, loan, returned)
}

fn backdate(loan: &Value, day: &str) -> Value {
    json!({ "loan": loan, "day": day, "reason": "it lay in the book drop" })
}

/// The return's day as the loan has it, and as it was counted.
fn days(library: &Library) -> (String, String, bool) {
    let query = "SELECT strftime('%Y-%m-%d', loan.returned_at / 1000, 'unixepoch', '-6 hours'), event.day, event.late
                 FROM loan, event WHERE event.kind = 'return'";
    let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    library.outside().query_row(query, [], row).unwrap()
}

#[test]
fn a_return_is_put_on_its_real_day_and_counted_there() {
    let (library, loan, _) = late_return();
    let before = days(&library);
    let done = library.does("circulation.backdate_return", backdate(&loan, "2026-12-14"));
    assert_eq!(
        days(&library),
        ("2026-12-14".into(), "2026-12-14".into(), false)
    );
    let undone = library.does("circulation.undo", json!({ "undo": done["undo"] }));
    assert_eq!(undone["kind"], "backdate");
    assert_eq!(days(&library), before);
}

#[test]
fn a_return_is_not_put_on_a_day_on_which_it_cannot_have_been() {
    let (library, loan, _) = late_return();
    for day in ["2026-11-22", "2026-12-17"] {
        let refused = library.refuses("circulation.backdate_return", backdate(&loan, day));
        assert_eq!(refused, ["not_within"], "{day}");
    }
    let silent = json!({ "loan": loan, "day": "2026-12-14", "reason": "" });
    let error = library.fails("circulation.backdate_return", silent);
    assert_eq!(error.failure().details["field"], "reason");
    library.on("2027-01-15");
    let refused = library.refuses("circulation.backdate_return", backdate(&loan, "2026-12-14"));
    assert_eq!(refused, ["forgotten"]);
}

#[test]
fn a_return_is_not_undone_before_its_correction() {
    let (library, loan, returned) = late_return();
    let done = library.does("circulation.backdate_return", backdate(&loan, "2026-12-15"));
    let undo = |done: &Value| json!({ "undo": done["undo"] });
    assert_eq!(
        library.refuses("circulation.undo", undo(&returned)),
        ["moved_on"]
    );
    library.does("circulation.undo", undo(&done));
    library.does("circulation.undo", undo(&returned));
    let out = library.refuses("circulation.backdate_return", backdate(&loan, "2026-12-15"));
    assert_eq!(out, ["still_out"]);
}

#[test]
fn what_is_said_to_be_back_is_found_by_a_scan_and_the_claim_can_be_undone() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    let loan = library.lends(&book).to(&ada)["loan"]["id"].clone();
    let claim = json!({ "loan": loan, "reason": "she put it on the trolley" });
    let claimed = library.does("circulation.claim_returned", claim.clone());
    assert_eq!(
        library.refuses("circulation.claim_returned", claim.clone()),
        ["claimed_already"]
    );
    library.does("circulation.undo", json!({ "undo": claimed["undo"] }));
    let claimed = library.does("circulation.claim_returned", claim.clone());
    assert!(claimed["loan"]["claimed_at"].is_string());
    assert_eq!(library.rows("loan_claim"), 1);
    let returned = library.does("circulation.check_in", json!({ "item": book }));
    assert_eq!(library.rows("loan_claim"), 0);
    library.does("circulation.undo", json!({ "undo": returned["undo"] }));
    assert_eq!(library.rows("loan_claim"), 1, "it is said to be back again");
    library.later(61);
    library.does("circulation.check_in", json!({ "item": book }));
    assert_eq!(
        library.refuses("circulation.claim_returned", claim),
        ["not_on_loan"]
    );
}

#[test]
fn a_due_day_set_by_hand_says_so_and_is_taken_back() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    let loan = library.lends(&book).to(&ada)["loan"]["id"].clone();
    let why = |library: &Library| library.does("circulation.explain_due", json!({ "loan": loan }));
    let before = why(&library);
    let due = |day: &str| json!({ "loan": loan, "due": day, "reason": "leaves for the summer" });
    let changed = library.does("circulation.change_due", due("2027-01-30"));
    assert_eq!(changed["loan"]["due"], "2027-01-30");
    assert_eq!(
        why(&library).as_array().unwrap().last().unwrap()["kind"],
        "by_hand"
    );
    let refuses = |day: &str| library.refuses("circulation.change_due", due(day));
    assert_eq!(refuses("2027-01-30"), ["due_already"]);
    assert_eq!(refuses("2026-11-22"), ["before_lent"]);
    library.does("circulation.undo", json!({ "undo": changed["undo"] }));
    assert_eq!(why(&library), before);
    library.does("circulation.check_in", json!({ "item": book }));
    assert_eq!(refuses("2027-01-30"), ["not_on_loan"]);
}

/// A library that charges a quarter a day without grace.
fn library_with_fines() -> Library {
    let library = library();
    let mut policy = library.does("policies.lending", json!({}));
    policy["charge_fines"] = json!(true);
    library.does("policies.edit_lending", json!({ "policy": policy }));
    let mut rule = library.does("policies.rules", json!({}))["rules"]
        .as_array()
        .unwrap()
        .iter()
        .find(|rule| rule["category"] == 1 && rule["item_type"] == 1)
        .unwrap()
        .clone();
    rule["fine"] = json!(25);
    rule["fine_grace"] = json!(0);
    library.does("policies.set_rule", rule);
    library
}

#[test]
fn a_late_return_is_fined_and_its_undo_takes_the_fine_back_unless_it_was_paid() {
    let library = library_with_fines();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    library.lends(&book).to(&ada);
    library.on("2026-12-16");
    let returned = library.does("circulation.check_in", json!({ "item": book }));
    assert_eq!(returned["charge"]["amount"], 50, "two open days");
    assert_eq!(returned["charge"]["kind"], "overdue");
    let undo = |done: &Value| json!({ "undo": done["undo"] });
    let pay = json!({ "patron": ada, "amount": 10, "charges": [] });
    let paid = library.does("circulation.take_payment", pay);
    assert_eq!(
        library.refuses("circulation.undo", undo(&returned)),
        ["settled_since"]
    );
    library.does("circulation.undo", undo(&paid));
    library.does("circulation.undo", undo(&returned));
    assert_eq!(library.rows("charge"), 0);
}

#[test]
fn a_return_put_on_its_real_day_is_fined_by_that_day() {
    let library = library_with_fines();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    let loan = library.lends(&book).to(&ada)["loan"]["id"].clone();
    library.on("2026-12-16");
    library.does("circulation.check_in", json!({ "item": book }));
    let done = library.does("circulation.backdate_return", backdate(&loan, "2026-12-15"));
    assert_eq!(done["waived"], 25);
    let balance = || library.does("charges.ledger", json!({ "patron": ada }))["balance"].clone();
    assert_eq!(balance(), 25);
    library.does("circulation.undo", json!({ "undo": done["undo"] }));
    assert_eq!(balance(), 50);
    library.does(
        "circulation.take_payment",
        json!({ "patron": ada, "amount": 50, "charges": [] }),
    );
    let refused = library.refuses("circulation.backdate_return", backdate(&loan, "2026-12-15"));
    assert_eq!(refused, ["settled_since"]);
}

#[test]
fn what_is_said_to_be_back_grows_no_later_and_renewing_is_no_way_round_a_fine() {
    let library = library_with_fines();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    let loan = library.lends(&book).to(&ada)["loan"]["id"].clone();
    library.on("2026-12-15");
    let claim = json!({ "loan": loan, "reason": "she put it on the trolley" });
    let claimed = library.does("circulation.claim_returned", claim);
    library.on("2026-12-18");
    let returned = library.does("circulation.check_in", json!({ "item": book }));
    assert_eq!(
        returned["charge"]["amount"], 25,
        "as late as it was when it was said to be back"
    );
    let undo = |done: &Value| library.does("circulation.undo", json!({ "undo": done["undo"] }));
    undo(&returned);
    undo(&claimed);
    let renew = json!({ "loan": loan, "override": { "reason": "she asks so" } });
    let renewed = library.does("circulation.renew", renew);
    assert_eq!(library.rows("charge"), 1);
    undo(&renewed);
    assert_eq!(library.rows("charge"), 0);
}
