//! Adding people who may use the library, and changing what they may do.

use carrel_core::kernel::Error;
use serde_json::{Value, json};

use crate::library::library;

fn details(name: &str, role: &str, active: bool) -> Value {
    json!({ "name": name, "role": role, "staff": null, "active": active })
}

#[test]
fn a_new_account_signs_in_with_its_pin() {
    let library = library();
    library.someone("clerk");
    let all = library.does("accounts.list", json!({}));
    assert_eq!(all.as_array().unwrap().len(), 2);
    assert_eq!(all[1]["secret_kind"], "pin");
}

#[test]
fn names_are_unlike_each_other() {
    let library = library();
    let add = json!({ "details": details(" Maya ", "clerk", true), "secret_kind": "pin", "secret": "4711" });
    assert_eq!(
        library.fails("accounts.add", add).to_string(),
        "name \"Maya\" is another account's"
    );
}

#[test]
fn a_changed_role_holds_at_once_where_somebody_sits() {
    let library = library();
    let clerk = library.someone("clerk");
    library
        .core
        .call(
            clerk,
            "patrons.register",
            json!({ "details": crate::library::patron("2001", "Ada") }),
        )
        .unwrap();
    library.does(
        "accounts.edit",
        json!({ "id": 2, "details": details("Ben", "student_worker", true) }),
    );
    let input = json!({ "details": crate::library::patron("2002", "Ben") });
    assert!(matches!(
        library.core.call(clerk, "patrons.register", input),
        Err(Error::NotAllowed { .. })
    ));
    library.does(
        "accounts.edit",
        json!({ "id": 2, "details": details("Ben", "clerk", false) }),
    );
    assert!(matches!(
        library.core.call(clerk, "staff.list", json!({})),
        Err(Error::NotSignedIn)
    ));
}

#[test]
fn the_last_supervisor_stays() {
    let library = library();
    for details in [
        details("Maya", "clerk", true),
        details("Maya", "supervisor", false),
    ] {
        let error = library.fails("accounts.edit", json!({ "id": 1, "details": details }));
        assert_eq!(error.failure().details["field"], "role");
    }
}

#[test]
fn another_secret_replaces_the_old_one() {
    let library = library();
    library.someone("clerk");
    library.does(
        "accounts.set_secret",
        json!({ "id": 2, "secret_kind": "passphrase", "secret": "long enough now" }),
    );
    let session = library.core.open_session();
    let sign_in = |secret: &str| {
        library.core.call(
            session,
            "accounts.sign_in",
            json!({ "account": 2, "secret": secret }),
        )
    };
    assert!(sign_in("4711").is_err());
    library.later(1);
    assert!(sign_in("long enough now").is_ok());
    let weak = json!({ "id": 2, "secret_kind": "pin", "secret": "12" });
    assert_eq!(
        library.fails("accounts.set_secret", weak).failure().details["field"],
        "secret"
    );
}
