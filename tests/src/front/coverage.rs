//! Every command of the registry: refused without its permission, and called by some test.

use std::fs;
use std::path::Path;

use carrel_core::front;
use carrel_core::kernel::command::Kind;
use carrel_core::kernel::{Error, Permission, Role};
use serde_json::json;

use crate::library::library;

#[test]
fn every_command_is_refused_without_its_permission() {
    let library = library();
    let nobody = library.core.open_session();
    let (clerk, student) = (library.someone("clerk"), library.someone("student_worker"));
    let rows = library.rows("audit");
    for command in front::commands()
        .iter()
        .filter(|command| command.permission != Permission::Anyone)
    {
        let call = |session| {
            library
                .core
                .call(session, command.name, json!({ "not": "an input" }))
        };
        assert!(
            matches!(call(nobody), Err(Error::NotSignedIn)),
            "{} without signing in",
            command.name
        );
        for (role, session) in [(Role::Clerk, clerk), (Role::StudentWorker, student)] {
            let refused = matches!(call(session), Err(Error::NotAllowed { .. }));
            assert_eq!(
                refused,
                !role.may(command.permission),
                "{} as {role:?}",
                command.name
            );
        }
    }
    assert_eq!(
        library.rows("audit"),
        rows,
        "what was refused left no audit row"
    );
    assert!(
        library.rows("denial") > 0,
        "what was not allowed is logged apart"
    );
}

#[test]
fn a_locked_desk_answers_nothing() {
    let library = library();
    library.does("accounts.lock", json!({}));
    for command in front::commands()
        .iter()
        .filter(|command| command.permission != Permission::Anyone)
    {
        let answer = library.call(command.name, json!({}));
        assert!(matches!(answer, Err(Error::Locked)), "{}", command.name);
    }
}

#[test]
fn every_command_is_called_by_a_test() {
    let mut tests = String::new();
    gather(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut tests,
    );
    for command in front::commands() {
        assert!(
            tests.contains(&format!("\"{}\"", command.name)),
            "no test calls {}",
            command.name
        );
    }
}

fn gather(folder: &Path, tests: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, tests);
        } else {
            tests.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_command_refuses_input_that_it_does_not_know() {
    let library = library();
    for command in front::commands() {
        let unknown = json!({ "no_such_field": 1 });
        let error = match command.kind {
            Kind::Task => {
                let state = library.ends(command.name, unknown);
                assert_eq!(state["error"]["code"], "invalid", "{}", command.name);
                continue;
            }
            Kind::Read | Kind::Write | Kind::Door => library.fails(command.name, unknown),
        };
        assert!(
            matches!(error, Error::Input(_)),
            "{}: {error}",
            command.name
        );
    }
}

#[test]
fn a_command_that_is_not_there_is_named() {
    let library = library();
    assert_eq!(
        library.fails("patrons.vanish", json!({})).to_string(),
        "there is no command patrons.vanish"
    );
}
