//! Hours worked: signing in and out by PIN, putting right, pay periods, rounding, limits.

use carrel_core::kernel::{Day, Minute, Zone};
use serde_json::{Value, json};

use crate::library::Library;

mod closing;
mod correct;
mod pin;
mod sheets;
mod sign_in;
mod timesheet;
mod while_locked;

/// Somebody of the staff with the PIN 2468 for the desk, in a library that pays by weeks from Monday.
pub(crate) fn helper(library: &Library, name: &str) -> Value {
    let details = json!({ "name": name, "position": "Student worker" });
    let id = library.does("staff.add", json!({ "details": details }))["id"].clone();
    library.does("hours.set_pin", json!({ "staff": id, "pin": "2468" }));
    library.does(
        "hours.set_rule",
        json!({ "rounding": "none", "period": "week", "begins": "2026-11-23" }),
    );
    id
}

/// Sets the clock, and unlocks the desk.
pub(crate) fn at(library: &Library, day: &str, hour: u16, minute: u16) {
    library.on(day);
    let zone = Zone::parse("America/Chicago").unwrap();
    let minute = Minute::of(hour * 60 + minute).unwrap();
    let at = zone.instant(Day::parse(day).unwrap(), minute);
    library.core.clock().set(at);
    library.does(
        "accounts.unlock",
        json!({ "secret": crate::library::PASSPHRASE }),
    );
}

/// Somebody comes, or goes, by their PIN.
pub(crate) fn clocks(library: &Library, verb: &str, id: &Value) -> Value {
    library.does(verb, json!({ "by": { "staff": id, "pin": "2468" } }))
}

/// Somebody works from one time of a day to another.
pub(crate) fn works(library: &Library, id: &Value, day: &str, from: (u16, u16), to: (u16, u16)) {
    at(library, day, from.0, from.1);
    clocks(library, "hours.sign_in", id);
    at(library, day, to.0, to.1);
    clocks(library, "hours.sign_out", id);
}

/// A shift of somebody at a desk, which is made where there is none.
pub(crate) fn shift(library: &Library, id: &Value, day: &str, start: u16, end: u16) -> Value {
    let desks = library.does("schedule.desks", json!({}));
    let desk = match desks.as_array().unwrap().first() {
        Some(desk) => desk["id"].clone(),
        None => {
            let details =
                json!({ "name": "Circulation", "short": "C", "colour": 1, "active": true });
            library.does("schedule.add_desk", json!({ "details": details }))["id"].clone()
        }
    };
    let details = json!({ "staff": id, "desk": desk, "day": day, "start": start, "end": end });
    library.does("schedule.place_shift", json!({ "details": details }))["shift"]["id"].clone()
}
