//! Scans at a locked desk: returns are kept and settled later, loans are refused, and nothing else is told.

use carrel_core::front::SessionId;
use carrel_core::kernel::Error;
use serde_json::{Value, json};

use crate::library::{Library, PASSPHRASE, kinds, library};

const ITEM: &str = "33529000120973";
const CARD: &str = "23529000000017";

/// A library with Middlemarch out to Ada, and the desk locked.
fn locked() -> (Library, Value, Value) {
    let library = library();
    let (ada, book) = (
        library.patron(CARD, "Ada"),
        library.book(ITEM, "Middlemarch"),
    );
    library.lends(&book).to(&ada);
    library.later(60);
    library.does("accounts.lock", json!({}));
    (library, ada, book)
}

fn scan(library: &Library, desk: SessionId, raw: &str) -> Value {
    let scan = json!({ "raw": raw });
    let answer = library
        .core
        .call(desk, "circulation.scan_while_locked", scan);
    answer.unwrap().output
}

fn unlock(library: &Library) {
    library.does("accounts.unlock", json!({ "secret": PASSPHRASE }));
}

fn settle(library: &Library, how: &Value) -> Result<Value, Error> {
    let waiting = library.does("circulation.locked_returns", json!({}));
    let settle = json!({ "id": waiting[0]["id"], "how": how });
    let answer = library.call("circulation.settle_locked_return", settle);
    answer.map(|answer| answer.output)
}

#[test]
fn a_return_scanned_while_locked_is_taken_back_as_of_its_time() {
    let (library, ada, book) = locked();
    // The desk is locked on the evening of the due day and opened days later.
    library.later(21 * 86_400);
    let kept = scan(&library, library.desk, &format!("{ITEM}\r"));
    assert_eq!(kept, json!({ "kind": "kept", "waiting": 1 }));
    assert_eq!(
        library.does("accounts.session", json!({}))["locked_returns"],
        1
    );
    library.later(5 * 86_400);
    unlock(&library);
    let waiting = library.does("circulation.locked_returns", json!({}));
    assert_eq!(waiting[0]["loan"]["patron"], ada);
    assert_eq!(waiting[0]["loan"]["overdue_days"], 5);
    let settled = settle(&library, &json!({ "kind": "take_back" })).unwrap();
    assert_eq!(settled["waiting"], 0);
    assert_eq!(settled["returned"]["overdue_days"], 0);
    assert_eq!(settled["returned"]["loan"]["returned_at"], waiting[0]["at"]);
    assert_eq!(settled["returned"]["item"]["item"]["id"], book);
    let day: String = library
        .outside()
        .query_row("SELECT day FROM event WHERE kind = 'return'", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(day, "2026-12-14");
    let newest = library.does("audit.list", json!({ "before": null, "limit": 1 }));
    assert_eq!(newest[0]["command"], "circulation.settle_locked_return");
    assert_eq!(newest[0]["subjects"], json!([{ "kind": "loan", "id": 1 }]));
    let undo = json!({ "undo": settled["returned"]["undo"] });
    assert_eq!(library.does("circulation.undo", undo)["kind"], "check_in");
}

#[test]
fn a_kept_return_outlasts_a_restart_and_is_kept_once() {
    let (library, ..) = locked();
    for _ in 0..3 {
        scan(&library, library.desk, ITEM);
    }
    let library = library.reopened();
    assert_eq!(library.rows("locked_return"), 1);
    let nobody = library.core.open_session();
    let kept = scan(&library, nobody, "33529000999999");
    assert_eq!(
        kept["waiting"], 2,
        "a desk at which nobody sits keeps returns too"
    );
}

#[test]
fn a_card_at_a_locked_desk_is_refused_and_so_is_what_follows_it() {
    let (library, ..) = locked();
    let refused = json!({ "kind": "refused" });
    assert_eq!(scan(&library, library.desk, CARD), refused);
    library.later(20);
    assert_eq!(scan(&library, library.desk, ITEM), refused);
    library.later(20);
    assert_eq!(scan(&library, library.desk, ITEM), refused);
    library.later(31);
    assert_eq!(scan(&library, library.desk, ITEM)["kind"], "kept");
    assert_eq!(library.rows("locked_return"), 1);
}

#[test]
fn what_may_be_a_pin_is_left_to_the_lock() {
    let (library, ..) = locked();
    for raw in ["4711", "a quiet reading room", "", "\r"] {
        assert_eq!(
            scan(&library, library.desk, raw),
            json!({ "kind": "no_code" }),
            "{raw:?}"
        );
    }
    assert_eq!(library.rows("locked_return"), 0);
}

#[test]
fn a_short_label_that_the_library_knows_is_a_return() {
    let library = library();
    library.book("4712", "A small library");
    library.does("accounts.lock", json!({}));
    assert_eq!(scan(&library, library.desk, "4712\t")["kind"], "kept");
}

#[test]
fn an_open_desk_keeps_no_scans() {
    let library = library();
    let error = library.fails("circulation.scan_while_locked", json!({ "raw": ITEM }));
    assert_eq!(error.failure().details["field"], "raw");
}

#[test]
fn a_return_is_dismissed_for_a_reason_that_the_record_keeps() {
    let (library, ..) = locked();
    scan(&library, library.desk, "39999999999999");
    unlock(&library);
    let unknown = settle(&library, &json!({ "kind": "take_back" })).unwrap_err();
    assert_eq!(kinds(&unknown), ["unknown_item"]);
    let how = json!({ "kind": "dismiss", "reason": "not_ours" });
    let settled = settle(&library, &how).unwrap();
    assert_eq!(settled, json!({ "returned": null, "waiting": 0 }));
    let newest = library.does("audit.list", json!({ "before": null, "limit": 1 }));
    assert_eq!(
        newest[0]["detail"],
        "dismissed: not an item of this library"
    );
}

#[test]
fn what_was_lent_again_since_is_not_taken_back() {
    let (library, ada, book) = locked();
    scan(&library, library.desk, ITEM);
    unlock(&library);
    library.later(60);
    library.does("circulation.check_in", json!({ "item": book }));
    library.later(60);
    library.lends(&book).to(&ada);
    let refused = settle(&library, &json!({ "kind": "take_back" })).unwrap_err();
    assert_eq!(kinds(&refused), ["lent_since"]);
    let how = json!({ "kind": "dismiss", "reason": "done_already" });
    settle(&library, &how).unwrap();
}

#[test]
fn fifty_scans_leave_the_wait_untouched() {
    let (library, ..) = locked();
    library.later(1);
    let nobody = library.core.open_session();
    let added = json!({
        "details": { "name": "Kofi", "role": "student_worker", "staff": null, "active": true },
        "secret_kind": "pin", "secret": "4711",
    });
    unlock(&library);
    let kofi = library.does("accounts.add", added)["id"].clone();
    library.does("accounts.lock", json!({}));
    for scan in 0..50 {
        let secret = format!("335290001{scan:05}");
        for account in [json!(1), kofi.clone()] {
            let given = json!({ "account": account, "secret": secret });
            let error = library.core.call(nobody, "accounts.sign_in", given);
            let error = error.unwrap_err();
            assert_eq!(error.failure().details["field"], "secret", "{error}");
        }
        let given = json!({ "secret": format!("A{secret}B") });
        assert!(matches!(
            library.fails("accounts.unlock", given),
            Error::Invalid { .. }
        ));
    }
    assert_eq!(library.rows("denial"), 0);
    let tries: i64 = library
        .outside()
        .query_row("SELECT sum(wrong_tries) FROM account", [], |row| row.get(0))
        .unwrap();
    assert_eq!(tries, 0);
    unlock(&library);
    let given = json!({ "account": kofi, "secret": "4711" });
    library
        .core
        .call(nobody, "accounts.sign_in", given)
        .unwrap();
}
