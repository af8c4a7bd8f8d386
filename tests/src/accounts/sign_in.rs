//! Set-up, sign-in, lock and unlock.

use carrel_core::kernel::Error;
use serde_json::{Value, json};

use crate::library::{Library, PASSPHRASE, library};

fn try_secret(library: &Library, secret: &str) -> Result<Value, Error> {
    let session = library.core.open_session();
    let input = json!({ "account": 1, "secret": secret });
    library
        .core
        .call(session, "accounts.sign_in", input)
        .map(|answer| answer.output)
}

#[test]
fn the_first_supervisor_is_at_the_desk_at_once() {
    let library = library();
    let state = library.does("accounts.session", json!({}));
    assert_eq!(state["state"], "open");
    assert_eq!(state["library"], "Marlow Falls");
    assert_eq!(state["account"]["role"], "supervisor");
    assert_eq!(state["today"], "2026-11-23");
    assert_eq!(state["idle_minutes"], 5);
}

#[test]
fn there_is_one_first_supervisor() {
    let library = library();
    let again = json!({ "library": "Mine", "zone": "UTC", "name": "Mallory", "passphrase": "let me in please" });
    let session = library.core.open_session();
    assert!(
        library
            .core
            .call(session, "accounts.create_first", again)
            .is_err()
    );
    assert_eq!(library.rows("account"), 1);
    assert_eq!(library.core.library().details.name, "Marlow Falls");
}

#[test]
fn each_wrong_try_doubles_the_wait() {
    let library = library();
    for seconds in [1, 2, 4, 8] {
        assert!(
            matches!(try_secret(&library, "wrong"), Err(Error::WrongSecret { seconds: wait }) if wait == seconds)
        );
        let early = try_secret(&library, PASSPHRASE);
        assert!(
            matches!(early, Err(Error::Wait { seconds: wait }) if wait == seconds),
            "{early:?}"
        );
        library.later(seconds);
    }
    try_secret(&library, PASSPHRASE).unwrap();
    assert!(matches!(
        try_secret(&library, "wrong"),
        Err(Error::WrongSecret { seconds: 1 })
    ));
}

#[test]
fn the_wait_outlasts_a_restart_and_never_grows_past_a_quarter_of_an_hour() {
    let library = library();
    for _ in 0..30 {
        assert!(matches!(
            try_secret(&library, "wrong"),
            Err(Error::WrongSecret { seconds: ..=900 })
        ));
        library.later(900);
    }
    assert!(matches!(
        try_secret(&library, "wrong"),
        Err(Error::WrongSecret { seconds: 900 })
    ));
    let clock = library.core.clock().clone();
    library.later(900);
    let library = library.reopened();
    assert_eq!(library.core.clock().now(), clock.now());
}

#[test]
fn a_wrong_try_leaves_no_audit_row_but_is_noted() {
    let library = library();
    let before = library.rows("audit");
    assert!(try_secret(&library, "wrong").is_err());
    assert_eq!((library.rows("audit"), library.rows("denial")), (before, 1));
}

#[test]
fn an_idle_desk_locks_itself() {
    let library = library();
    library.later(299);
    library.does("staff.list", json!({}));
    library.later(300);
    assert!(matches!(
        library.fails("staff.list", json!({})),
        Error::Locked
    ));
    assert_eq!(
        library.does("accounts.session", json!({}))["state"],
        "locked"
    );
    assert!(matches!(
        library.fails("accounts.unlock", json!({ "secret": "wrong" })),
        Error::WrongSecret { .. }
    ));
    library.later(1);
    assert_eq!(
        library.does("accounts.unlock", json!({ "secret": PASSPHRASE }))["state"],
        "open"
    );
    library.does("staff.list", json!({}));
}

#[test]
fn looking_at_the_session_keeps_no_desk_awake() {
    let library = library();
    for _ in 0..6 {
        library.later(60);
        library.does("accounts.session", json!({}));
    }
    assert_eq!(
        library.does("accounts.session", json!({}))["state"],
        "locked"
    );
}

#[test]
fn signing_out_empties_the_desk() {
    let library = library();
    assert_eq!(
        library.does("accounts.sign_out", json!({}))["state"],
        "signed_out"
    );
    assert!(matches!(
        library.fails("staff.list", json!({})),
        Error::NotSignedIn
    ));
}

#[test]
fn a_clock_that_was_wrong_locks_nobody_out() {
    let library = library();
    library.later(366 * 86_400);
    assert!(matches!(
        try_secret(&library, "wrong"),
        Err(Error::WrongSecret { .. })
    ));
    library.later(-366 * 86_400);
    try_secret(&library, PASSPHRASE).unwrap();
}

#[test]
fn unlocking_forgets_the_wrong_tries() {
    let library = library();
    for _ in 0..5 {
        library.does("accounts.lock", json!({}));
        let wrong = library.fails("accounts.unlock", json!({ "secret": "wrong" }));
        assert!(
            matches!(wrong, Error::WrongSecret { seconds: 1 }),
            "{wrong}"
        );
        library.later(1);
        library.does("accounts.unlock", json!({ "secret": PASSPHRASE }));
    }
}
