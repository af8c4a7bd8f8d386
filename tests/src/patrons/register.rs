//! Somebody gets a card.

use serde_json::json;

use crate::library::{library, patron};

#[test]
fn a_patron_is_kept_as_typed_but_tidied() {
    let library = library();
    let mut details = patron(
        " 2352 9000000017\r\n",
        "  Wolfeschlegelsteinhausenbergerdorff ",
    );
    details["given_name"] = json!("Zoe\u{308}");
    details["address"] = json!("1 Elm St\r\nMarlow Falls");
    let ada = library.does("patrons.register", json!({ "details": details }));
    assert_eq!(ada["details"]["card"], "23529000000017");
    assert_eq!(
        ada["details"]["family_name"],
        "Wolfeschlegelsteinhausenbergerdorff"
    );
    assert_eq!(ada["details"]["given_name"], "Zoë");
    assert_eq!(ada["details"]["address"], "1 Elm St\nMarlow Falls");
    assert_eq!(ada["registered"], "2026-11-23");
    assert_eq!(ada["last_active"], json!(null));
}

#[test]
fn a_card_is_one_patrons_only() {
    let library = library();
    let mut ada = patron("2001", "Okafor");
    ada["given_name"] = json!("Ada");
    library.does("patrons.register", json!({ "details": ada }));
    let error = library.fails(
        "patrons.register",
        json!({ "details": patron("2001", "Lee") }),
    );
    assert_eq!(error.to_string(), "card 2001 is already Ada Okafor's card");
}

#[test]
fn a_card_is_no_items_barcode() {
    let library = library();
    library.book("3001", "Emma");
    let error = library.fails(
        "patrons.register",
        json!({ "details": patron("3001", "Lee") }),
    );
    assert_eq!(error.to_string(), "card 3001 is the barcode of \"Emma\"");
}

#[test]
fn what_no_record_can_hold_is_refused_by_its_field() {
    let library = library();
    let cases = [
        ("family_name", json!(" ")),
        ("email", json!("ada.example.org")),
        ("born", json!("2026-11-24")),
        ("category", json!(77)),
        ("given_name", json!("a\u{7}")),
    ];
    for (field, value) in cases {
        let mut details = patron("2001", "Okafor");
        details[field] = value;
        let failure = library
            .fails("patrons.register", json!({ "details": details }))
            .failure();
        assert_eq!(failure.details["field"], field);
    }
    assert_eq!(library.rows("patron"), 0);
}

#[test]
fn a_registration_is_counted_and_names_nobody() {
    let library = library();
    library.patron("2001", "Okafor");
    let counted = library
        .outside()
        .query_row("SELECT kind, age_band FROM event", [], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        });
    assert_eq!(counted.unwrap(), ("registration".into(), "adult".into()));
}

#[test]
fn a_library_may_demand_that_every_card_runs_out() {
    let library = library();
    let mut policy = library.does("policies.lending", json!({}));
    policy["cards_may_lack_expiry"] = json!(false);
    library.does("policies.edit_lending", json!({ "policy": policy }));
    let mut ada = patron("2001", "Okafor");
    ada["expires"] = json!(null);
    let error = library.fails("patrons.register", json!({ "details": ada }));
    assert!(error.to_string().starts_with("expires is empty"), "{error}");
    ada["expires"] = json!("2027-11-23");
    library.does("patrons.register", json!({ "details": ada }));
}
