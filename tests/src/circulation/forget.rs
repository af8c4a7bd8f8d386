//! Once the grace has run, nothing in the file joins a title and a patron: not a row, not a freed byte, not the log.

use std::collections::HashMap;
use std::fs;

use carrel_core::kernel::lock::beside;
use serde_json::{Value, json};

use crate::library::{Library, library};

/// A patron number that no other number looks like: its bytes are searched for.
const NUMBER: i64 = 0x2b5a_17c0_de11_2233;

/// What no title and no name shares.
const NAME: &str = "Zyxwertha";

/// A library whose one patron has a number, a name and a card that can be told from everything else.
fn library_with_a_conspicuous_patron() -> (Library, Value) {
    let library = library();
    let id = library.patron("77002001", NAME);
    let other = json!({ "patron": id, "number": "77002002", "kind": "other", "note": "fob" });
    library.does("patrons.add_card", other);
    let text = json!({ "patron": id, "text": format!("{NAME}, take your umbrella") });
    library.does("patrons.write_message", text);
    let outside = library.outside();
    outside.pragma_update(None, "foreign_keys", false).unwrap();
    for (table, column) in [
        ("patron", "id"),
        ("patron_search", "rowid"),
        ("patron_infix", "rowid"),
        ("patron_card", "patron"),
        ("patron_message", "patron"),
    ] {
        let renumber = format!("UPDATE {table} SET {column} = ?1 WHERE {column} = ?2");
        outside
            .execute(&renumber, (NUMBER, id.as_i64().unwrap()))
            .unwrap();
    }
    // An expired card, so that each loan needs an override with a reason.
    outside
        .execute("UPDATE patron SET expires = '2026-11-01'", [])
        .unwrap();
    drop(outside);
    (library, json!(NUMBER))
}

/// A day's work with every verb that knows the patron, ending with everything returned.
fn work(library: &Library, ada: &Value) {
    for (number, title) in ["Middlemarch", "Solaris", "Persuasion"]
        .into_iter()
        .enumerate()
    {
        let book = library.book(&format!("88003{number}"), title);
        let over = json!({ "reason": format!("{NAME} has a letter") });
        let lent = library.does(
            "circulation.check_out",
            json!({ "patron": ada, "item": book, "override": over }),
        );
        library.later(3 * 86_400);
        library.does(
            "accounts.unlock",
            json!({ "secret": crate::library::PASSPHRASE }),
        );
        let renew = json!({ "loan": lent["loan"]["id"], "override": over });
        let renewed = library.does("circulation.renew", renew);
        if number == 1 {
            library.does("circulation.undo", json!({ "undo": renewed["undo"] }));
        }
        let returned = library.does("circulation.check_in", json!({ "item": book }));
        library.does("circulation.undo", json!({ "undo": returned["undo"] }));
        library.does("circulation.check_in", json!({ "item": book }));
        owe(library, ada, &lent["loan"]["id"], title);
    }
    // A loan that another system made, and the file it came in.
    let dune = library.book("880039", "Dune");
    let csv = "card,barcode,due\n77002001,880039,2027-01-05\n77002001,880040,2027-01-05\n";
    let report = library.imports("loans", csv, "keep");
    assert_eq!(
        (&report["added"], &report["refused"]),
        (&json!(1), &json!(1))
    );
    library.does("circulation.check_in", json!({ "item": dune }));
}

/// Money of a loan: charged with a remark, paid in part and that taken back, waived with a reason.
fn owe(library: &Library, ada: &Value, loan: &Value, title: &str) {
    let note = format!("{NAME} lost the cover of {title}");
    let damage =
        json!({ "patron": ada, "loan": loan, "kind": "damage", "amount": 300, "note": note });
    library.does("circulation.charge", damage);
    let pay = json!({ "patron": ada, "amount": 100, "charges": [] });
    let paid = library.does("circulation.take_payment", pay.clone());
    let reason = format!("{NAME} paid for {title} twice");
    let back = json!({ "credit": paid["credit"]["id"], "reason": reason });
    library.does("circulation.reverse", back);
    library.does("circulation.take_payment", pay);
    let reason = format!("{NAME} brought {title} back mended");
    let waive = json!({ "patron": ada, "amount": null, "charges": [], "reason": reason });
    library.does("circulation.waive", waive);
}

/// Where in the file the patron's number, name or card stands, table by table, and what the log still holds.
fn traces(library: &Library) -> (Vec<String>, u64) {
    let outside = library.outside();
    let mut pages = outside.prepare("SELECT pageno, name FROM dbstat").unwrap();
    let pages = pages
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    let tables: HashMap<i64, String> = pages.collect::<rusqlite::Result<_>>().unwrap();
    let size: u32 = outside
        .pragma_query_value(None, "page_size", |row| row.get(0))
        .unwrap();
    let log = fs::metadata(beside(&library.file(), "-wal")).map_or(0, |log| log.len());
    let number = NUMBER.to_string();
    let marks = [
        NUMBER.to_be_bytes().to_vec(),
        number.into_bytes(),
        NAME.to_lowercase().into(),
        b"77002001".to_vec(),
        b"77002002".to_vec(),
    ];
    let file = fs::read(library.file()).unwrap();
    let mut found = Vec::new();
    for (page, bytes) in file.chunks(size as usize).enumerate() {
        let bytes = bytes.to_ascii_lowercase();
        let table = tables
            .get(&(page as i64 + 1))
            .map_or("a free page", String::as_str);
        let marked = marks.iter().any(|mark| {
            bytes
                .windows(mark.len())
                .any(|window| window == mark.to_ascii_lowercase())
        });
        if marked {
            found.push(table.to_owned());
        }
    }
    found.sort();
    found.dedup();
    (found, log)
}

/// Tables that hold patrons and no loan, title or item. Charges and credits are among them once they have forgotten.
fn holds_patrons_only(table: &str) -> bool {
    let patrons = table.starts_with("patron") || table.starts_with("sqlite_autoindex_patron");
    patrons || ["charge", "charge_patron", "credit", "credit_patron"].contains(&table)
}

#[test]
fn after_the_grace_no_byte_joins_title_and_patron() {
    let (library, ada) = library_with_a_conspicuous_patron();
    work(&library, &ada);
    let checkpoint = "PRAGMA wal_checkpoint(PASSIVE)";
    library
        .outside()
        .query_row(checkpoint, [], |_| Ok(()))
        .unwrap();
    let (before, _) = traces(&library);
    assert!(
        before.iter().any(|table| !holds_patrons_only(table)),
        "the search finds what is there: {before:?}"
    );
    // The first call of a new day keeps house.
    library.on("2027-01-15");
    let (after, log) = traces(&library);
    let joined: Vec<_> = after
        .iter()
        .filter(|table| !holds_patrons_only(table))
        .collect();
    assert!(joined.is_empty(), "{joined:?}");
    // Unlocking wrote nothing, so the log is as the forgetting left it: empty.
    assert_eq!(log, 0);
    let verified = library.does("audit.verify", json!({ "head": null }));
    assert_eq!(verified["fault"], json!(null));
    assert_eq!(library.rows("loan"), 4);
    let left = "SELECT count(*) FROM charge WHERE loan IS NOT NULL OR note <> ''";
    let words = "SELECT count(*) FROM credit WHERE reason <> ''";
    for query in [left, words] {
        let found: i64 = library
            .outside()
            .query_row(query, [], |row| row.get(0))
            .unwrap();
        assert_eq!(found, 0, "{query}");
    }
    // No instant of the money leads to the return it followed, and nothing of it was lost.
    let shared =
        "SELECT count(*) FROM charge JOIN loan ON abs(charge.at - loan.returned_at) < 3600000";
    let shared: i64 = library
        .outside()
        .query_row(shared, [], |row| row.get(0))
        .unwrap();
    assert_eq!(shared, 0);
    let ledger = library.does("charges.ledger", json!({ "patron": ada }));
    assert_eq!(ledger["balance"], 0);
    assert_eq!(ledger["charges"].as_array().unwrap().len(), 3);
    assert_eq!(ledger["credits"].as_array().unwrap().len(), 12);
}

#[test]
fn a_loan_of_which_something_is_owed_forgets_when_that_is_settled_and_the_grace_has_run() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    let loan = library.lends(&book).to(&ada)["loan"]["id"].clone();
    library.does("circulation.check_in", json!({ "item": book }));
    let damage = json!({ "patron": ada, "loan": loan, "kind": "damage", "amount": 300 });
    library.does("circulation.charge", damage);
    let known = || -> i64 {
        let count = "SELECT count(patron) FROM loan";
        library
            .outside()
            .query_row(count, [], |row| row.get(0))
            .unwrap()
    };
    library.on("2027-02-01");
    assert_eq!(known(), 1, "something is owed");
    let pay = json!({ "patron": ada, "amount": 300, "charges": [] });
    library.does("circulation.take_payment", pay);
    library.on("2027-02-10");
    assert_eq!(known(), 1, "the grace runs from the payment");
    library.on("2027-02-16");
    assert_eq!(known(), 0);
    let shown = library.does("charges.ledger", json!({ "patron": ada }));
    assert_eq!(shown["charges"][0]["loan"], json!(null));
    assert_eq!(shown["charges"][0]["at"], "2026-11-01T05:00:00Z");
}

#[test]
fn within_the_grace_a_loan_knows_its_patron() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    library.lends(&book).to(&ada);
    library.does("circulation.check_in", json!({ "item": book }));
    library.on("2026-12-07");
    assert_eq!(
        library.does("circulation.forget_patrons", json!({})),
        json!({ "forgotten": 0 })
    );
    let known = |library: &Library| -> i64 {
        library
            .outside()
            .query_row("SELECT count(patron) FROM loan", [], |row| row.get(0))
            .unwrap()
    };
    assert_eq!(known(&library), 1);
    library.does(
        "policies.edit_library",
        json!({ "details": with_grace(&library, 0) }),
    );
    assert_eq!(
        library.does("circulation.forget_patrons", json!({})),
        json!({ "forgotten": 1 })
    );
    assert_eq!(known(&library), 0);
}

fn with_grace(library: &Library, days: u32) -> Value {
    let mut details = library.does("policies.library", json!({}))["details"].clone();
    details["grace_days"] = json!(days);
    details
}

#[test]
fn what_is_out_is_never_forgotten() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    library.lends(&book).to(&ada);
    library.on("2028-01-03");
    assert_eq!(
        library.does("circulation.item_loan", json!({ "item": book }))["patron"],
        ada
    );
}
