//! A generated library is the same for the same seed, shows something on every screen, and leaves nothing else behind.

use std::io::ErrorKind;
use std::path::Path;

use carrel_core::demo::{self, Size};
use carrel_core::front::{self, Core, SessionId, Surroundings};
use carrel_core::kernel::{At, Clock, Day, Error};
use serde_json::{Value, json};

fn today() -> At {
    demo::late_morning_of(Day::parse("2026-11-20").unwrap()).unwrap()
}

fn small(path: &Path, seed: u64) {
    let mut told = Vec::new();
    demo::generate(path, Size::Small, seed, today(), |done, total| {
        told.push((done, total))
    })
    .unwrap();
    assert_eq!(
        (told.first(), told.last()),
        (Some(&(0, 28)), Some(&(28, 28)))
    );
}

/// A library with its supervisor at the desk.
fn open(path: &Path) -> (Core, SessionId) {
    let surroundings = Surroundings {
        clock: Clock::manual(today()),
        ..Surroundings::of_a_desk(path.with_extension("exports"), |_| Ok(()))
    };
    let core = Core::open(path, surroundings).unwrap();
    let session = core.open_session();
    let state = core
        .call(session, "accounts.session", json!({}))
        .unwrap()
        .output;
    let people = state["people"].as_array().unwrap();
    let card = people
        .iter()
        .find(|card| card["name"] == demo::SUPERVISOR)
        .unwrap();
    let input = json!({ "account": card["id"], "secret": demo::SUPERVISOR_PASSPHRASE });
    core.call(session, "accounts.sign_in", input).unwrap();
    (core, session)
}

fn read(library: &(Core, SessionId), command: &str, input: Value) -> Value {
    library.0.call(library.1, command, input).unwrap().output
}

/// All that was ever done in a library, and what is there at its end.
fn content(library: &(Core, SessionId)) -> Vec<Value> {
    vec![
        read(
            library,
            "audit.list",
            json!({ "before": 1100, "limit": 1100 }),
        ),
        read(
            library,
            "circulation.loans",
            json!({ "only": "open", "limit": 5000 }),
        ),
        read(
            library,
            "catalog.search",
            json!({ "words": "the", "limit": 500 }),
        ),
        read(
            library,
            "patrons.search",
            json!({ "words": "a", "limit": 500 }),
        ),
        read(library, "schedule.week", json!({ "day": "2026-11-20" })),
        read(library, "today.overview", json!({})),
    ]
}

#[test]
fn the_same_seed_makes_the_same_library_and_another_another() {
    let folder = tempfile::tempdir().unwrap();
    let contents = [("a", 7), ("b", 7), ("c", 8)].map(|(name, seed)| {
        let path = folder.path().join(name);
        small(&path, seed);
        content(&open(&path))
    });
    assert!(contents[0] == contents[1]);
    assert!(contents[0][1] != contents[2][1]);
}

#[test]
fn every_screen_has_something_to_show() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demo.carrel");
    small(&path, 1);
    let library = open(&path);
    assert_eq!(
        front::check(&library.0).unwrap().faults,
        Vec::<String>::new()
    );
    let count = |only: &str| {
        let loans = read(
            &library,
            "circulation.loans",
            json!({ "only": only, "limit": 5000 }),
        );
        loans["rows"].as_array().unwrap().len()
    };
    assert!(count("overdue") >= 5 && count("due_today") >= 2 && count("open") >= 100);
    let week = read(&library, "schedule.week", json!({ "day": "2026-11-20" }));
    let shifts = week["shifts"].as_array().unwrap();
    let conflicts = shifts
        .iter()
        .flat_map(|placed| placed["conflicts"].as_array().unwrap());
    let kinds: Vec<_> = conflicts
        .map(|conflict| conflict["kind"].as_str().unwrap())
        .collect();
    assert!(
        kinds.contains(&"double_booked") && kinds.contains(&"outside_hours"),
        "{kinds:?}"
    );
    let overview = read(&library, "today.overview", json!({}));
    assert!(!overview["gaps"].as_array().unwrap().is_empty());
}

#[test]
fn the_staff_have_classes_wishes_and_limits_and_nobody_is_placed_against_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demo.carrel");
    small(&path, 1);
    let library = open(&path);
    let staff = read(&library, "staff.list", json!({}));
    let people: Vec<_> = staff
        .as_array()
        .unwrap()
        .iter()
        .map(|member| read(&library, "staff.person", json!({ "id": member["id"] })))
        .collect();
    let count = |is: fn(&Value) -> bool| people.iter().filter(|person| is(person)).count();
    assert!(count(|person| person["member"]["details"]["senior"] == true) >= 3);
    assert!(count(|person| !person["classes"].as_array().unwrap().is_empty()) >= 6);
    assert!(count(|person| !person["availability"].as_array().unwrap().is_empty()) >= 8);
    for permit in ["f1", "j1"] {
        let of = people
            .iter()
            .filter(|person| person["limits"]["permit"] == permit);
        assert_eq!(of.count(), 1, "{permit}");
    }
    assert_eq!(count(|person| person["limits"]["minor"] == true), 1);
    let week = read(&library, "schedule.week", json!({ "day": "2026-11-20" }));
    let times = read(&library, "schedule.times", json!({ "day": "2026-11-20" }));
    for shift in week["shifts"].as_array().unwrap() {
        let details = &shift["shift"]["details"];
        let whose = |one: &&Value| one["staff"] == details["staff"];
        let person = times.as_array().unwrap().iter().find(whose).unwrap();
        let on = |day: &&Value| day["day"] == details["day"];
        let day = person["days"].as_array().unwrap().iter().find(on).unwrap();
        let number = |value: &Value| value.as_u64().unwrap();
        let overlaps = |span: &&Value| {
            number(&span["start"]) < number(&details["end"])
                && number(&details["start"]) < number(&span["end"])
        };
        let away = day["away"].as_array().unwrap().iter().find(overlaps);
        assert_eq!(away, None, "{details}");
    }
}

#[test]
fn one_patron_is_refused_for_two_reasons() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demo.carrel");
    small(&path, 1);
    let library = open(&path);
    let found = read(
        &library,
        "patrons.search",
        json!({ "words": "finch harold", "limit": 5 }),
    );
    let items = read(
        &library,
        "catalog.search",
        json!({ "words": "the", "limit": 200 }),
    );
    let rows = items["rows"].as_array().unwrap();
    let item = rows
        .iter()
        .find(|row| {
            row["item"]["due"].is_null()
                && row["item"]["status"] == "in_service"
                && row["item"]["details"]["item_type"] == 1
        })
        .unwrap();
    let input =
        json!({ "patron": found["rows"][0]["id"], "item": item["item"]["id"], "override": null });
    let refused = library
        .0
        .call(library.1, "circulation.check_out", input)
        .unwrap_err();
    let Error::Refused(reasons) = refused else {
        panic!("{refused}")
    };
    let kinds: Vec<_> = reasons
        .iter()
        .map(|reason| reason.refusal["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["card_expired", "has_overdue"]);
}

#[test]
fn what_is_there_already_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.carrel");
    std::fs::write(&path, "our own").unwrap();
    let refused = demo::generate(&path, Size::Small, 1, today(), |_, _| {});
    assert!(matches!(refused, Err(Error::Io(error)) if error.kind() == ErrorKind::AlreadyExists));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "our own");
}

#[test]
fn a_library_is_made_with_so_many_loans_and_some_late_ones_cost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("loans.carrel");
    demo::generate(&path, Size::Loans(400), 1, today(), |_, _| {}).unwrap();
    let library = open(&path);
    let checked = front::check(&library.0).unwrap();
    assert_eq!(checked.faults, Vec::<String>::new());
    let count = |query: &str| -> i64 {
        let file = rusqlite::Connection::open(&path).unwrap();
        file.query_row(query, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(count("SELECT count(*) FROM loan"), 400);
    assert!(count("SELECT count(*) FROM loan WHERE patron IS NULL") > 5);
    assert!(
        count("SELECT count(*) FROM loan WHERE returned_at IS NULL AND due < '2026-11-20'") > 0
    );
    assert!(
        count("SELECT count(*) FROM charge") > 0 && count("SELECT count(*) FROM allocation") > 0
    );
    assert!(count("SELECT count(*) FROM event WHERE kind = 'in_house'") > 20);
}
