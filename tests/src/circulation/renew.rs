//! Making a loan longer.

use serde_json::{Value, json};

use crate::library::{Library, library};

fn lent(library: &Library) -> Value {
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    library.lends(&book).to(&ada)["loan"]["id"].clone()
}

fn renew(loan: &Value) -> Value {
    json!({ "loan": loan, "override": null })
}

#[test]
fn a_renewal_counts_from_today() {
    let library = library();
    let loan = lent(&library);
    library.on("2026-12-10");
    let renewed = library.does("circulation.renew", renew(&loan));
    assert_eq!(renewed["loan"]["due"], "2026-12-31");
    assert_eq!(renewed["loan"]["renewals_left"], 1);
}

#[test]
fn a_renewal_that_gains_nothing_is_refused() {
    let library = library();
    let loan = lent(&library);
    assert_eq!(
        library.refuses("circulation.renew", renew(&loan)),
        ["gains_nothing"]
    );
}

#[test]
fn renewals_run_out_and_a_supervisor_may_go_on() {
    let library = library();
    let loan = lent(&library);
    for day in ["2026-12-01", "2026-12-03"] {
        library.on(day);
        library.does("circulation.renew", renew(&loan));
    }
    library.on("2026-12-07");
    assert_eq!(
        library.refuses("circulation.renew", renew(&loan)),
        ["no_renewals_left"]
    );
    let over = json!({ "loan": loan, "override": { "reason": "thesis is due" } });
    assert_eq!(
        library.does("circulation.renew", over)["loan"]["renewals"],
        3
    );
}

#[test]
fn a_second_press_renews_once() {
    let library = library();
    let loan = lent(&library);
    library.on("2026-12-01");
    library.does("circulation.renew", renew(&loan));
    assert_eq!(
        library.refuses("circulation.renew", renew(&loan)),
        ["renewed_just_now"]
    );
}

#[test]
fn what_came_back_is_not_renewed() {
    let library = library();
    let loan = lent(&library);
    library.does("circulation.check_in", json!({ "item": 1 }));
    assert_eq!(
        library.refuses("circulation.renew", renew(&loan)),
        ["not_on_loan"]
    );
}
