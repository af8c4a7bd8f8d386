//! A supervisor who forgot the passphrase comes back in by the printed code.

use std::fs;
use std::path::Path;

use carrel_core::kernel::Error;
use serde_json::{Value, json};

use super::set_up::wishes;
use crate::library::{Library, library, new_library};

const FRESH: &str = "an even quieter reading room";

/// A library that is set up, nobody at the desk, and its code.
fn forgotten() -> (Library, String) {
    let library = new_library();
    let code = code(&library.does("accounts.draw_recovery_code", json!({})));
    library.does("accounts.set_up", wishes(&library));
    library.does("accounts.sign_out", json!({}));
    (library, code)
}

fn code(shown: &Value) -> String {
    let groups = shown["groups"].as_array().unwrap().iter();
    groups
        .map(|group| group.as_str().unwrap())
        .collect::<Vec<_>>()
        .join(" ")
}

fn recovering(code: &str) -> Value {
    json!({ "code": code, "account": 1, "passphrase": FRESH })
}

#[test]
fn the_code_sets_a_new_passphrase_once() {
    let (library, code) = forgotten();
    let recovered = library.does("accounts.recover", recovering(&code.to_lowercase()));
    assert_eq!(recovered["session"]["state"], "open");
    let next = self::code(&recovered);
    assert_ne!(next, code);
    let newest = library.does("audit.list", json!({ "before": null, "limit": 1 }));
    assert_eq!(newest[0]["command"], "accounts.recover");
    library.does("accounts.sign_out", json!({}));
    library.does("accounts.sign_in", json!({ "account": 1, "secret": FRESH }));
    library.does("accounts.sign_out", json!({}));
    let again = library.fails("accounts.recover", recovering(&code));
    assert!(matches!(again, Error::WrongSecret { .. }), "{again}");
    library.later(1);
    library.does("accounts.recover", recovering(&next));
}

#[test]
fn wrong_codes_wait_like_wrong_pins_and_are_noted() {
    let (library, code) = forgotten();
    let denials = library.rows("denial");
    for (wrong, seconds) in [("0000", 1), ("", 2), (&code[1..], 4)] {
        let refused = library.fails("accounts.recover", recovering(wrong));
        assert!(
            matches!(refused, Error::WrongSecret { seconds: wait } if wait == seconds),
            "{refused}"
        );
        let early = library.fails("accounts.recover", recovering(&code));
        assert!(matches!(early, Error::Wait { .. }), "{early}");
        library.later(seconds);
    }
    assert_eq!(library.rows("denial"), denials + 3);
    library.does("accounts.recover", recovering(&code));
}

#[test]
fn a_common_passphrase_or_a_clerk_does_not_use_the_code_up() {
    let (library, code) = forgotten();
    let common = json!({ "code": code, "account": 1, "passphrase": "password1" });
    assert_eq!(
        library.fails("accounts.recover", common).failure().details["field"],
        "secret"
    );
    let nobody = json!({ "code": code, "account": 7, "passphrase": FRESH });
    assert!(matches!(
        library.fails("accounts.recover", nobody),
        Error::NotFound { .. }
    ));
    library.does("accounts.recover", recovering(&code));
    library.someone("clerk");
    let fresh = self::code(&library.does("accounts.renew_recovery_code", json!({})));
    let clerk = json!({ "code": fresh, "account": 2, "passphrase": FRESH });
    assert_eq!(
        library.fails("accounts.recover", clerk).failure().details["field"],
        "account"
    );
}

#[test]
fn a_supervisor_makes_a_new_code_and_the_old_one_is_worthless() {
    let (library, code) = forgotten();
    library.does(
        "accounts.sign_in",
        json!({ "account": 1, "secret": "a quiet reading room" }),
    );
    let fresh = self::code(&library.does("accounts.renew_recovery_code", json!({})));
    library.does("accounts.sign_out", json!({}));
    assert!(library.call("accounts.recover", recovering(&code)).is_err());
    library.later(1);
    library.does("accounts.recover", recovering(&fresh));
}

#[test]
fn a_library_without_a_code_says_so() {
    let library = library();
    assert_eq!(
        library.does("accounts.session", json!({}))["recovery"],
        false
    );
    let refused = library.fails("accounts.recover", recovering("0000"));
    assert!(matches!(refused, Error::NotFound { .. }), "{refused}");
}

#[test]
fn neither_the_file_nor_the_folder_keeps_the_code() {
    let library = new_library();
    let drawn = library.does("accounts.draw_recovery_code", json!({}));
    assert_eq!(drawn["again"], false);
    assert_eq!(
        library.does("accounts.draw_recovery_code", json!({})),
        json!({ "groups": drawn["groups"], "again": true }),
        "while the window stays the code does"
    );
    let code = code(&drawn);
    let open = json!({});
    assert!(
        library
            .call("accounts.open_recovery_code", open.clone())
            .is_err()
    );
    let print = json!({ "library": "Marlow Falls", "paper": "letter" });
    let printed = library.does("accounts.print_recovery_code", print.clone());
    let page = printed["file"].as_str().unwrap();
    assert!(fs::read(page).unwrap().starts_with(b"%PDF"));
    assert_eq!(printed["opened"], true);
    assert_eq!(library.does("accounts.open_recovery_code", open), printed);
    library.does("accounts.set_up", wishes(&library));
    assert!(!Path::new(page).exists(), "the page is gone with the code");
    assert!(library.call("accounts.print_recovery_code", print).is_err());
    library.does("accounts.renew_recovery_code", json!({}));
    library.does("accounts.put_away_recovery_code", json!({}));
    let file = library.file();
    drop(library.core);
    let bytes = fs::read(file).unwrap();
    for text in [code.clone(), code.replace(' ', "")] {
        let holds = bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes());
        assert!(!holds, "the file holds the code");
    }
}
