//! Long work: watched, cancelled, and nobody else's.

use carrel_core::kernel::Error;
use serde_json::json;

use crate::library::library;

#[test]
fn a_task_is_watched_until_it_ends() {
    let library = library();
    let csv = "card,family_name,category\n2001,Okafor,Adult\n";
    let report = library.imports("patrons", csv, "try");
    assert_eq!(report["rows"], 1);
}

#[test]
fn a_task_that_fails_says_why() {
    let library = library();
    let state = library.ends("reports.open", json!({ "name": "../marlow.carrel" }));
    assert_eq!(state["state"], "failed");
    assert_eq!(state["error"]["code"], "invalid");
}

#[test]
fn a_cancelled_task_keeps_nothing() {
    let library = library();
    let rows: String = (0..4_000)
        .map(|row| format!("{},Okafor,Adult\n", 2_000_000 + row))
        .collect();
    let csv = format!("card,family_name,category\n{rows}");
    let task =
        library.does("transfer.run", library.suggests("patrons", &csv, "try"))["task"].clone();
    library.does("tasks.cancel", json!({ "task": task }));
    let mut state = json!({ "revision": 0, "state": "running" });
    while state["state"] == "running" {
        state = library.does(
            "tasks.next",
            json!({ "task": task, "seen": state["revision"] }),
        );
    }
    assert_eq!(state["state"], "cancelled");
    assert_eq!(library.rows("patron"), 0);
}

#[test]
fn nobody_else_sees_a_task() {
    let library = library();
    let csv = "card,family_name,category\n2001,Okafor,Adult\n";
    let task =
        library.does("transfer.run", library.suggests("patrons", csv, "try"))["task"].clone();
    let other = library.someone("supervisor");
    let error = library
        .core
        .call(other, "tasks.next", json!({ "task": task, "seen": 0 }))
        .unwrap_err();
    assert!(matches!(error, Error::NotFound { what: "task", .. }));
}

#[test]
fn whoever_sits_down_next_does_not_see_the_task_of_who_left() {
    let library = library();
    library.someone("student_worker");
    let csv = "card,family_name,category\n2001,Okafor,Adult\n";
    let task =
        library.does("transfer.run", library.suggests("patrons", csv, "try"))["task"].clone();
    library.does("accounts.sign_out", json!({}));
    library.does(
        "accounts.sign_in",
        json!({ "account": 2, "secret": "4711" }),
    );
    let error = library.fails("tasks.next", json!({ "task": task, "seen": 0 }));
    assert!(matches!(error, Error::NotFound { what: "task", .. }));
}

#[test]
fn a_library_can_be_closed_as_soon_as_its_task_has_ended() {
    for _ in 0..20 {
        let library = library();
        let csv = "card,family_name,category\n2001,Okafor,Adult\n";
        library.imports("patrons", csv, "keep");
        let library = library.reopened();
        assert_eq!(library.rows("patron"), 1);
    }
}
