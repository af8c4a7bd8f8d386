//! A supervisor's secret at somebody else's desk: it allows one override, and the record names both.

use carrel_core::front::SessionId;
use carrel_core::kernel::Error;
use serde_json::{Value, json};

use crate::library::{Library, PASSPHRASE, kinds, library, patron};

/// A library with a student at the desk, a patron whose card has expired, and a book.
fn at_a_students_desk() -> (Library, SessionId, Value) {
    let library = library();
    let mut details = patron("2001", "Ada");
    details["expires"] = json!("2026-11-01");
    let ada = library.does("patrons.register", json!({ "details": details }))["id"].clone();
    let book = library.book("3001", "Middlemarch");
    let student = library.someone("student_worker");
    (library, student, json!({ "patron": ada, "item": book }))
}

fn lend(
    library: &Library,
    desk: SessionId,
    lending: &Value,
    beside: &Value,
) -> Result<Value, Error> {
    let mut input = lending.clone();
    input["override"] = json!({ "reason": "new card is in the mail", "supervisor": beside });
    let answer = library.core.call(desk, "circulation.check_out", input);
    answer.map(|answer| answer.output)
}

fn maya(secret: &str) -> Value {
    json!({ "account": 1, "secret": secret })
}

fn newest(library: &Library) -> Value {
    library.does("audit.list", json!({ "before": null, "limit": 1 }))[0].clone()
}

#[test]
fn a_supervisors_secret_allows_it_and_the_record_names_both() {
    let (library, student, lending) = at_a_students_desk();
    let alone = lend(&library, student, &lending, &json!(null)).unwrap_err();
    assert_eq!(kinds(&alone), ["card_expired"]);
    let lent = lend(&library, student, &lending, &maya(PASSPHRASE)).unwrap();
    assert_eq!(lent["overridden"][0]["refusal"]["kind"], "card_expired");
    let row = newest(&library);
    assert_eq!(row["actor"], "some student_worker, allowed by Maya");
    assert_eq!(
        row["detail"],
        "overrode card_expired: new card is in the mail"
    );
    let verified = library.does("audit.verify", json!({ "head": null }));
    assert_eq!(verified["fault"], json!(null));
    library.later(20 * 86_400);
    let renew = json!({
        "loan": lent["loan"]["id"], "override": { "reason": "still in the mail", "supervisor": maya(PASSPHRASE) },
    });
    library
        .core
        .call(student, "accounts.unlock", json!({ "secret": "4711" }))
        .unwrap();
    library
        .core
        .call(student, "circulation.renew", renew)
        .unwrap();
}

#[test]
fn a_wrong_secret_waits_as_at_sign_in_and_changes_nothing() {
    let (library, student, lending) = at_a_students_desk();
    let rows = library.rows("audit");
    let wrong = lend(&library, student, &lending, &maya("let me, please"));
    assert!(matches!(wrong, Err(Error::WrongSecret { seconds: 1 })));
    let early = lend(&library, student, &lending, &maya(PASSPHRASE));
    assert!(matches!(early, Err(Error::Wait { seconds: 1 })));
    let session = library.core.open_session();
    let elsewhere = library
        .core
        .call(session, "accounts.sign_in", maya(PASSPHRASE));
    assert!(
        matches!(elsewhere, Err(Error::Wait { .. })),
        "the wait is the same"
    );
    assert_eq!((library.rows("loan"), library.rows("audit")), (0, rows));
    library.later(1);
    lend(&library, student, &lending, &maya(PASSPHRASE)).unwrap();
    library.later(1);
    let wrong = lend(&library, student, &lending, &maya("let me, please"));
    assert!(
        matches!(wrong, Err(Error::WrongSecret { seconds: 1 })),
        "a right one forgets the wrong ones"
    );
}

#[test]
fn somebody_who_may_not_override_does_not_help() {
    let (library, student, lending) = at_a_students_desk();
    library.someone("clerk");
    let clerk = json!({ "account": 3, "secret": "4711" });
    let refused = lend(&library, student, &lending, &clerk).unwrap_err();
    assert_eq!(kinds(&refused), ["card_expired"]);
    let stranger = json!({ "account": 77, "secret": "4711" });
    let unknown = lend(&library, student, &lending, &stranger);
    assert!(matches!(unknown, Err(Error::NotFound { .. })));
}

#[test]
fn who_was_not_needed_is_not_named() {
    let (library, student, lending) = at_a_students_desk();
    let ben = library.patron("2002", "Ben");
    let mut fine = lending.clone();
    fine["patron"] = ben;
    lend(&library, student, &fine, &maya(PASSPHRASE)).unwrap();
    assert_eq!(newest(&library)["actor"], "some student_worker");
}

#[test]
fn no_secret_of_a_supervisor_stands_in_the_file() {
    let (library, student, lending) = at_a_students_desk();
    let _ = lend(
        &library,
        student,
        &lending,
        &maya("a wrong and curious secret"),
    );
    library.later(1);
    lend(&library, student, &lending, &maya(PASSPHRASE)).unwrap();
    let file = library.file();
    for ending in ["", "-wal"] {
        let bytes = std::fs::read(carrel_core::kernel::lock::beside(&file, ending)).unwrap();
        for secret in [PASSPHRASE, "a wrong and curious secret"] {
            let found = bytes
                .windows(secret.len())
                .any(|at| at == secret.as_bytes());
            assert!(!found, "{secret}");
        }
    }
}
