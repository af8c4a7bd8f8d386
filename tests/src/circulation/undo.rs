//! Taking scans back.

use serde_json::{Value, json};

use crate::library::{Library, library};

/// Every row of the tables that a scan may change, as text.
fn rows(library: &Library) -> Vec<String> {
    let outside = library.outside();
    let mut all = Vec::new();
    for table in ["loan", "item", "event"] {
        let mut rows = outside
            .prepare(&format!("SELECT * FROM {table} ORDER BY id"))
            .unwrap();
        let columns = rows.column_count();
        let mut rows = rows.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<_> = (0..columns)
                .map(|cell| format!("{:?}", row.get_ref_unwrap(cell)))
                .collect();
            all.push(format!("{table}: {}", cells.join(" ")));
        }
    }
    all
}

fn undo(library: &Library, done: &Value) -> Value {
    library.does("circulation.undo", json!({ "undo": done["undo"] }))
}

#[test]
fn an_undone_scan_leaves_all_as_it_was() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    let before = rows(&library);
    let lent = library.lends(&book).to(&ada);
    let while_out = rows(&library);
    library.on("2026-12-01");
    let renewed = library.does(
        "circulation.renew",
        json!({ "loan": lent["loan"]["id"], "override": null }),
    );
    let while_renewed = rows(&library);
    let returned = library.does("circulation.check_in", json!({ "item": book }));
    assert_eq!(undo(&library, &returned)["kind"], "check_in");
    assert_eq!(rows(&library), while_renewed);
    assert_eq!(undo(&library, &renewed)["kind"], "renew");
    assert_eq!(rows(&library), while_out);
    assert_eq!(undo(&library, &lent)["kind"], "check_out");
    assert_eq!(rows(&library), before);
}

#[test]
fn an_undo_is_refused_when_its_facts_have_moved_on() {
    let library = library();
    let (ada, ben) = (library.patron("2001", "Ada"), library.patron("2002", "Ben"));
    let book = library.book("3001", "Middlemarch");
    let lent = library.lends(&book).to(&ada);
    let returned = library.does("circulation.check_in", json!({ "item": book }));
    let undo = |done: &Value| json!({ "undo": done["undo"] });
    assert_eq!(
        library.refuses("circulation.undo", undo(&lent)),
        ["moved_on"]
    );
    library.later(61);
    library.lends(&book).to(&ben);
    assert_eq!(
        library.refuses("circulation.undo", undo(&returned)),
        ["moved_on"]
    );
}

#[test]
fn nothing_is_undone_twice() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    let lent = library.lends(&book).to(&ada);
    undo(&library, &lent);
    assert_eq!(
        library.refuses("circulation.undo", json!({ "undo": lent["undo"] })),
        ["already_undone"]
    );
}

#[test]
fn a_missing_item_that_was_lent_by_override_is_missing_again() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    library.does(
        "catalog.set_status",
        json!({ "item": book, "status": "missing" }),
    );
    let over =
        json!({ "patron": ada, "item": book, "override": { "reason": "it was on the cart" } });
    let lent = library.does("circulation.check_out", over);
    undo(&library, &lent);
    assert_eq!(
        library.does("catalog.item", json!({ "id": book }))["item"]["status"],
        "missing"
    );
}

#[test]
fn an_old_return_is_not_undone_after_somebody_else_had_the_item() {
    let library = library();
    let (ada, ben) = (library.patron("2001", "Ada"), library.patron("2002", "Ben"));
    let book = library.book("3001", "Middlemarch");
    library.lends(&book).to(&ada);
    let returned = library.does("circulation.check_in", json!({ "item": book }));
    library.later(61);
    library.lends(&book).to(&ben);
    library.does("circulation.check_in", json!({ "item": book }));
    let undo = json!({ "undo": returned["undo"] });
    assert_eq!(library.refuses("circulation.undo", undo), ["moved_on"]);
}

#[test]
fn a_lost_item_stays_lost_through_renewal_and_undo() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    let lent = library.lends(&book).to(&ada);
    library.does(
        "catalog.set_status",
        json!({ "item": book, "status": "lost" }),
    );
    library.on("2026-12-01");
    let status = || library.does("catalog.item", json!({ "id": book }))["item"]["status"].clone();
    let renew = json!({ "loan": lent["loan"]["id"], "override": null });
    library.does("circulation.renew", renew);
    assert_eq!(status(), "lost");
    let returned = library.does("circulation.check_in", json!({ "item": book }));
    assert_eq!(status(), "in_service");
    undo(&library, &returned);
    assert_eq!(status(), "lost");
}

#[test]
fn an_undone_scan_leaves_nothing_of_what_was_said_about_it() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    library.does(
        "catalog.set_status",
        json!({ "item": book, "status": "missing" }),
    );
    let over = json!({ "patron": ada, "item": book, "override": { "reason": "Ada has a letter" } });
    let lent = library.does("circulation.check_out", over);
    let sentences = library.rows("audit_detail");
    undo(&library, &lent);
    assert_eq!(library.rows("audit_detail"), sentences - 1);
    let left: i64 = library
        .outside()
        .query_row(
            "SELECT count(*) FROM desk_undo WHERE loan IS NOT NULL OR inverse IS NOT NULL",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(left, 0);
    assert_eq!(
        library.does("audit.verify", json!({ "head": null }))["fault"],
        json!(null)
    );
}
