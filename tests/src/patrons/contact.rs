//! Where a patron is reached, in doubt and confirmed.

use serde_json::{Value, json};

use crate::library::library;

#[test]
fn a_doubt_is_a_block_until_somebody_confirms() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Okafor"),
        library.book("3001", "Emma"),
    );
    let lend = |over: Value| json!({ "patron": ada, "item": book, "override": over });
    let doubted = library.does(
        "patrons.question_contact",
        json!({ "patron": ada, "why": "letter came back" }),
    );
    assert_eq!(doubted["contact_doubt"], "letter came back");
    assert_eq!(
        library.refuses("circulation.check_out", lend(json!(null))),
        ["contact_in_doubt"]
    );
    library.does("patrons.confirm_contact", json!({ "patron": ada }));
    library.does("circulation.check_out", lend(json!(null)));
    let nothing = library.fails("patrons.confirm_contact", json!({ "patron": ada }));
    assert_eq!(nothing.to_string(), "patron has nothing to confirm");
    let blank = library.fails(
        "patrons.question_contact",
        json!({ "patron": ada, "why": "" }),
    );
    assert_eq!(blank.to_string(), "why is empty");
}

#[test]
fn a_doubt_does_not_stop_a_renewal() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Okafor"),
        library.book("3001", "Emma"),
    );
    let lent = library.lends(&book).to(&ada);
    library.does(
        "patrons.question_contact",
        json!({ "patron": ada, "why": "letter came back" }),
    );
    library.does(
        "patrons.report_lost",
        json!({ "patron": ada, "number": "2001" }),
    );
    library.on("2026-11-25");
    let renew = json!({ "loan": lent["loan"]["id"], "override": null });
    library.does("circulation.renew", renew.clone());
    library.does(
        "patrons.write_message",
        json!({ "patron": ada, "text": "see Maya", "bars": true }),
    );
    library.on("2026-11-27");
    assert_eq!(library.refuses("circulation.renew", renew), ["barred"]);
    let book = library.book("3002", "Dune");
    let lend = json!({ "patron": ada, "item": book, "override": null });
    assert_eq!(
        library.refuses("circulation.check_out", lend),
        ["barred", "card_lost", "contact_in_doubt"]
    );
}
