//! How long a desk waits before it locks, by who sits there.

use carrel_core::kernel::Error;
use serde_json::json;

use crate::library::library;

#[test]
fn each_role_has_a_lock_time_of_its_own() {
    let library = library();
    let student = library.someone("student_worker");
    let times = json!({ "supervisor": null, "clerk": 10, "student_worker": 2 });
    assert_eq!(
        library.does("accounts.set_lock_times", times.clone()),
        times
    );
    assert_eq!(library.does("accounts.lock_times", json!({})), times);
    let of = |session| {
        let state = library.core.call(session, "accounts.session", json!({}));
        state.unwrap().output["idle_minutes"].clone()
    };
    assert_eq!((of(library.desk), of(student)), (json!(5), json!(2)));
    library.later(120);
    let locked = library.core.call(student, "staff.list", json!({}));
    assert!(matches!(locked, Err(Error::Locked)));
    library.does("staff.list", json!({}));
    let library = library.reopened();
    let student = library.core.open_session();
    let sign_in = json!({ "account": 2, "secret": "4711" });
    let state = library.core.call(student, "accounts.sign_in", sign_in);
    assert_eq!(state.unwrap().output["idle_minutes"], 2);
}

#[test]
fn a_time_that_is_none_is_refused() {
    let library = library();
    for minutes in [0, 241] {
        let times = json!({ "supervisor": null, "clerk": minutes, "student_worker": null });
        let error = library.fails("accounts.set_lock_times", times);
        assert_eq!(error.failure().details["field"], "clerk");
    }
}

#[test]
fn watching_a_task_keeps_no_desk_awake_and_the_lock_stops_no_task() {
    let library = library();
    let report = json!({
        "report": "usage", "from": "2026-11-23", "to": "2026-11-29", "paper": "a4", "format": "csv",
    });
    let task = library.does("reports.print", report)["task"].clone();
    for _ in 0..2 {
        library.later(149);
        // What is asked of a task that is none says as little of who is there.
        library.fails("tasks.next", json!({ "task": 99, "seen": 0 }));
    }
    library.later(2);
    let next = json!({ "task": task, "seen": 0 });
    assert!(matches!(
        library.fails("tasks.next", next.clone()),
        Error::Locked
    ));
    library.does(
        "accounts.unlock",
        json!({ "secret": crate::library::PASSPHRASE }),
    );
    let mut state = library.does("tasks.next", next);
    while state["state"] == "running" {
        let next = json!({ "task": task, "seen": state["revision"] });
        state = library.does("tasks.next", next);
    }
    assert_eq!(state["state"], "finished", "{state}");
}
