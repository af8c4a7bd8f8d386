//! What the kernel promises to whoever stands on it.

use carrel_core::front::{self, Core, Surroundings};
use carrel_core::kernel::ledger::Ledger;
use carrel_core::kernel::{Actor, Clock, Cost, Error, db, steps};
use carrel_core::policies;
use rusqlite::Connection;
use serde_json::json;

#[test]
fn a_panic_in_a_verb_rolls_back_and_the_desk_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kernel.carrel");
    let mut writer = db::open_writer(&path, db::Durability::Rebuildable).unwrap();
    let clock = Clock::System;
    steps::bring_up_to_date(&mut writer, clock.now()).unwrap();
    carrel_core::kernel::store::set_library_uid(&writer, [7; 16], clock.now()).unwrap();
    let ledger = Ledger::new(&path, writer, clock, Cost::Test, policies::zone_of).unwrap();
    let panicked: Result<(), Error> = ledger.write(Actor::carrel(), "kernel.panic", |act| {
        policies::mark_as_demo(act)?;
        panic!("a fault of ours")
    });
    assert!(matches!(panicked, Err(Error::Internal(words)) if words == "a fault of ours"));
    assert!(
        !ledger
            .read(Actor::carrel(), policies::library)
            .unwrap()
            .demo
    );
    ledger
        .write(Actor::carrel(), "kernel.fine", policies::mark_as_demo)
        .unwrap();
    assert!(
        ledger
            .read(Actor::carrel(), policies::library)
            .unwrap()
            .demo
    );
}

#[test]
fn an_acknowledged_write_is_synced() {
    let folder = tempfile::tempdir().unwrap();
    let writer =
        db::open_writer(&folder.path().join("synced.carrel"), db::Durability::Full).unwrap();
    let pragma = |name: &str| {
        writer
            .pragma_query_value(None, name, |row| row.get::<_, i64>(0))
            .unwrap()
    };
    assert_eq!(
        (
            pragma("synchronous"),
            pragma("foreign_keys"),
            pragma("secure_delete")
        ),
        (2, 1, 1)
    );
}

#[test]
fn a_draft_gathers_commands_and_is_whole_once_it_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("draft.carrel");
    let surroundings = Surroundings {
        durability: db::Durability::Draft,
        cost: Cost::Test,
        ..Surroundings::of_a_desk(folder.path().join("exports"), |_| Ok(()))
    };
    let core = Core::open(&path, surroundings).unwrap();
    let desk = core.open_session();
    let first = json!({ "library": "Elm", "zone": "UTC", "name": "Ada", "passphrase": "a quiet reading room" });
    core.call(desk, "accounts.create_first", first).unwrap();
    let add = |name: &str| core.call(desk, "policies.add_category", json!({ "name": name }));
    add("Student").unwrap();
    add("Student").unwrap_err();
    add("Guest").unwrap();
    // A reader beside it sees nothing of what is gathered.
    let outside = Connection::open(&path).unwrap();
    let rows = |table: &str| {
        let count = format!("SELECT count(*) FROM {table}");
        outside
            .query_row(&count, [], |row| row.get::<_, i64>(0))
            .unwrap()
    };
    assert_eq!((rows("patron_category"), rows("audit")), (3, 0));
    drop(core);
    assert_eq!((rows("patron_category"), rows("audit")), (5, 3));
    let core = Core::open(
        &path,
        Surroundings::of_a_desk(folder.path().join("exports"), |_| Ok(())),
    )
    .unwrap();
    assert_eq!(front::check(&core).unwrap().faults, Vec::<String>::new());
}
