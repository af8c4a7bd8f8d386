//! A library to try things in, told in the desk's own words. It stands in a temporary folder, on a clock that waits.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use carrel_core::front::{Answer, Core, SessionId, Surroundings};
use carrel_core::kernel::db::Durability;
use carrel_core::kernel::{At, Clock, Cost, Day, Error, Minute, Result, Zone};
use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;

/// What the first supervisor signs in with.
pub(crate) const PASSPHRASE: &str = "a quiet reading room";

/// An open library on Monday 23 November 2026, ten in the morning in Chicago, with a supervisor at the desk.
pub(crate) struct Library {
    pub(crate) core: Core,
    /// The supervisor's session.
    pub(crate) desk: SessionId,
    folder: TempDir,
}

/// A file that nobody has set up yet.
pub(crate) fn new_library() -> Library {
    let folder = tempfile::tempdir().unwrap();
    let core = open(folder.path(), Clock::manual(ten_on("2026-11-23")));
    let desk = core.open_session();
    Library { core, desk, folder }
}

/// A library with a supervisor, Maya, and nothing else.
pub(crate) fn library() -> Library {
    let Library { core, desk, folder } = new_library();
    let first = json!({ "library": "Marlow Falls", "zone": "America/Chicago", "name": "Maya", "passphrase": PASSPHRASE });
    core.call(desk, "accounts.create_first", first).unwrap();
    Library { core, desk, folder }
}

fn open(folder: &Path, clock: Clock) -> Core {
    let surroundings = Surroundings {
        clock,
        cost: Cost::Test,
        durability: Durability::Rebuildable,
        exports: folder.join("exports"),
        viewer: |_| Ok(()),
    };
    Core::open(&folder.join("marlow.carrel"), surroundings).unwrap()
}

fn ten_on(day: &str) -> At {
    let zone = Zone::parse("America/Chicago").unwrap();
    zone.instant(Day::parse(day).unwrap(), Minute::of(600).unwrap())
}

impl Library {
    /// The library's file.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("marlow.carrel")
    }

    /// The file as an outside tool sees it, past every rule of Carrel.
    pub(crate) fn outside(&self) -> Connection {
        Connection::open(self.file()).unwrap()
    }

    /// Closes the library and opens it again; the supervisor has to sign in anew, and does.
    pub(crate) fn reopened(self) -> Self {
        let Self { core, folder, .. } = self;
        let clock = core.clock().clone();
        drop(core);
        let core = open(folder.path(), clock);
        let desk = core.open_session();
        core.call(
            desk,
            "accounts.sign_in",
            json!({ "account": 1, "secret": PASSPHRASE }),
        )
        .unwrap();
        Self { core, desk, folder }
    }

    /// What the supervisor's command answers.
    pub(crate) fn call(&self, name: &str, input: Value) -> Result<Answer> {
        self.core.call(self.desk, name, input)
    }

    /// The output of the supervisor's command, which succeeds.
    pub(crate) fn does(&self, name: &str, input: Value) -> Value {
        match self.call(name, input) {
            Ok(answer) => answer.output,
            Err(error) => panic!("{name}: {error}"),
        }
    }

    /// The error of the supervisor's command, which fails.
    pub(crate) fn fails(&self, name: &str, input: Value) -> Error {
        match self.call(name, input) {
            Ok(answer) => panic!("{name} answered {}", answer.output),
            Err(error) => error,
        }
    }

    /// The reasons for which the supervisor's command is refused.
    pub(crate) fn refuses(&self, name: &str, input: Value) -> Vec<String> {
        kinds(&self.fails(name, input))
    }

    /// The output of a task that finishes.
    pub(crate) fn finishes(&self, name: &str, input: Value) -> Value {
        let state = self.ends(name, input);
        assert_eq!(state["state"], "finished", "{name}: {state}");
        state["output"].clone()
    }

    /// Hands a file over as the window does; answers what it seems to hold.
    pub(crate) fn stages(&self, name: &str, bytes: &[u8]) -> Value {
        let staged = json!({ "name": name, "base64": STANDARD.encode(bytes), "last": true });
        self.finishes("transfer.stage", staged)["inspection"].clone()
    }

    /// The input of an import of that text as it is suggested.
    pub(crate) fn suggests(&self, kind: &str, text: &str, mode: &str) -> Value {
        let seen = self.stages("records.csv", text.as_bytes());
        json!({ "file": seen["file"], "mapping": mapping(&seen, kind), "mode": mode })
    }

    /// The report on a file brought in, or tried, as it is suggested.
    pub(crate) fn imports(&self, kind: &str, text: &str, mode: &str) -> Value {
        let input = self.suggests(kind, text, mode);
        self.finishes("transfer.run", input)
    }

    /// The last state of a task.
    pub(crate) fn ends(&self, name: &str, input: Value) -> Value {
        let task = self.does(name, input)["task"].clone();
        let mut state = json!({ "revision": 0, "state": "running" });
        while state["state"] == "running" {
            state = self.does(
                "tasks.next",
                json!({ "task": task, "seen": state["revision"] }),
            );
        }
        state
    }

    /// A session of a new account of that role.
    pub(crate) fn someone(&self, role: &str) -> SessionId {
        let details =
            json!({ "name": format!("some {role}"), "role": role, "staff": null, "active": true });
        let added = self.does(
            "accounts.add",
            json!({ "details": details, "secret_kind": "pin", "secret": "4711" }),
        );
        let session = self.core.open_session();
        let sign_in = json!({ "account": added["id"], "secret": "4711" });
        self.core
            .call(session, "accounts.sign_in", sign_in)
            .unwrap();
        session
    }

    /// Lets the clock run.
    pub(crate) fn later(&self, seconds: i64) {
        self.core
            .clock()
            .set(self.core.clock().now().plus_seconds(seconds));
    }

    /// Sets the clock to ten in the morning of a day; the supervisor unlocks the desk.
    pub(crate) fn on(&self, day: &str) {
        self.core.clock().set(ten_on(day));
        self.does("accounts.unlock", json!({ "secret": PASSPHRASE }));
    }

    /// Somebody with that card, an adult of the category Adult.
    pub(crate) fn patron(&self, card: &str, name: &str) -> Value {
        self.does("patrons.register", json!({ "details": patron(card, name) }))["id"].clone()
    }

    /// A book with that barcode.
    pub(crate) fn book(&self, barcode: &str, title: &str) -> Value {
        self.item_of_type(barcode, title, 1)
    }

    /// An item of a type: 1 book, 2 DVD, 3 reference.
    pub(crate) fn item_of_type(&self, barcode: &str, title: &str, item_type: i64) -> Value {
        let details = json!({
            "barcode": barcode, "call_number": "Z711 .B66", "item_type": item_type, "location": "Main floor",
            "price": null, "note": "",
        });
        let title =
            json!({ "title": title, "author": "", "isbn": "", "year": null, "publisher": "" });
        let title = json!({ "kind": "new", "details": title });
        self.does(
            "catalog.add_item",
            json!({ "title": title, "details": details }),
        )["item"]["id"]
            .clone()
    }

    /// Lends an item: `library.lends(item).to(patron)`.
    pub(crate) fn lends<'a>(&'a self, item: &'a Value) -> Lending<'a> {
        Lending {
            library: self,
            item,
        }
    }

    /// How many rows a table has.
    pub(crate) fn rows(&self, table: &str) -> i64 {
        let count = format!("SELECT count(*) FROM {table}");
        self.outside()
            .query_row(&count, [], |row| row.get(0))
            .unwrap()
    }
}

/// An item on its way over the desk.
pub(crate) struct Lending<'a> {
    library: &'a Library,
    item: &'a Value,
}

impl Lending<'_> {
    /// Lends it to the patron.
    pub(crate) fn to(&self, patron: &Value) -> Value {
        let input = json!({ "patron": patron, "item": self.item, "override": null });
        self.library.does("circulation.check_out", input)
    }
}

/// How a file may be understood as records of a kind.
pub(crate) fn mapping(inspection: &Value, kind: &str) -> Value {
    let suggestions = inspection["suggestions"].as_array().unwrap();
    let of_kind = suggestions
        .iter()
        .find(|suggestion| suggestion["mapping"]["kind"] == kind);
    of_kind.unwrap()["mapping"].clone()
}

/// What is known of an adult with that card.
pub(crate) fn patron(card: &str, name: &str) -> Value {
    json!({
        "card": card, "family_name": name, "given_name": "", "preferred_name": "", "category": 1, "email": "", "phone": "", "address": "",
        "born": "1990-05-01", "expires": null, "note": "",
    })
}

/// The kinds of the reasons of a refusal.
pub(crate) fn kinds(error: &Error) -> Vec<String> {
    let failure = error.failure();
    let reasons = failure.details["reasons"]
        .as_array()
        .unwrap_or_else(|| panic!("no refusal: {failure:?}"));
    reasons
        .iter()
        .map(|reason| reason["refusal"]["kind"].as_str().unwrap().to_owned())
        .collect()
}
