//! Open loans from a file of the system before.

use carrel_core::front;
use serde_json::json;

use super::problems;
use crate::library::library;

#[test]
fn an_open_loan_moves_in_with_its_own_dates_and_counts_as_no_loan_here() {
    let library = library();
    library.patron("2001", "Okafor");
    let emma = library.book("3001", "Emma");
    let csv = "cardnumber;barcode;date_due;issuedate;renewals\n2001;3001;2026-12-24 23:59;2026-11-02 15:30;2\n";
    let tried = library.imports("loans", csv, "try");
    assert_eq!((&tried["added"], library.rows("loan")), (&json!(1), 0));
    let report = library.imports("loans", csv, "keep");
    assert_eq!(
        (&report["added"], &report["refused"]),
        (&json!(1), &json!(0)),
        "{report}"
    );
    let loan = library.does("circulation.item_loan", json!({ "item": emma }));
    assert_eq!(loan["due"], "2026-12-24");
    assert_eq!(loan["renewals"], 2);
    assert_eq!(loan["out_at"], "2026-11-02T21:30:00Z");
    assert_eq!(loan["patron_name"], "Okafor");
    assert_eq!(library.rows("event WHERE kind = 'check_out'"), 0);
    library.does("circulation.check_in", json!({ "item": emma }));
    assert_eq!(
        front::check(&library.core).unwrap().faults,
        Vec::<String>::new()
    );
}

#[test]
fn the_same_file_again_changes_nothing() {
    let library = library();
    library.patron("2001", "Okafor");
    library.book("3001", "Emma");
    let csv = "card,barcode,due\n2001,3001,2026-12-24\n";
    library.imports("loans", csv, "keep");
    let again = library.imports("loans", csv, "keep");
    assert_eq!((&again["added"], &again["same"]), (&json!(0), &json!(1)));
    assert_eq!(library.rows("loan"), 1);
}

#[test]
fn a_bad_row_says_why_and_never_names_patron_and_title_together() {
    let library = library();
    library.patron("2001", "Okafor");
    let ada = library.patron("2002", "Lovelace");
    library.book("3001", "Emma");
    library.book("3002", "Persuasion");
    let solaris = library.book("3003", "Solaris");
    library.lends(&solaris).to(&ada);
    let csv = "card,barcode,due,lent\n\
        2009,3001,2026-12-24,\n\
        2001,3009,2026-12-24,\n\
        2001,3003,2026-12-24,\n\
        2001,3001,soon,\n\
        2001,3002,2026-11-01,2026-11-20\n\
        2001,3002,2026-12-24,\n";
    let tried = library.imports("loans", csv, "try");
    let report = library.imports("loans", csv, "keep");
    assert_eq!(
        problems(&report),
        [
            "2 card: is no patron's; bring the patrons in first",
            "3 barcode: is no item's; bring the items in first",
            "4 row: the item is on loan already, until 2026-12-14",
            "5 barcode: stands in line 2 already",
            "6 row: the loan would end on 2026-11-01, before it began",
            "7 barcode: stands in line 6 already",
        ]
    );
    assert_eq!(tried["problems"], report["problems"]);
    assert_eq!(library.rows("loan"), 1);
}

#[test]
fn a_day_that_could_be_two_is_asked_about() {
    let library = library();
    library.patron("2001", "Okafor");
    let emma = library.book("3001", "Emma");
    let csv = "card,barcode,due\n2001,3001,03/12/2026\n";
    let mut input = library.suggests("loans", csv, "keep");
    let state = library.ends("transfer.run", input.clone());
    assert_eq!(
        state["error"]["message"],
        "day_order is not clear: every day of due could be day/month/year or month/day/year; say which"
    );
    input["mapping"]["day_order"] = json!("day_first");
    library.finishes("transfer.run", input);
    let loan = library.does("circulation.item_loan", json!({ "item": emma }));
    assert_eq!(loan["due"], "2026-12-03");
}
