//! The schedule, through the front door.

mod add_desk;
mod change_needs;
mod change_shifts;
mod copy_week;
mod edit_desk;
mod gaps;
mod list_desks;
mod merge_shifts;
mod move_shift;
mod open_needs;
mod pairs;
mod patterns;
mod place_shift;
mod publishing;
mod remove_shift;
mod set_need;
mod split_shift;
mod swap_people;
mod times;
mod trained;
mod try_shift;
mod week;
mod work_rules;

use serde_json::{Value, json};

use crate::library::{Library, library};
use crate::staff;

/// A desk with that name, which is also its short one.
pub(crate) fn desk(name: &str) -> Value {
    json!({ "name": name, "short": name.chars().take(1).collect::<String>(), "colour": 1, "active": true })
}

/// What is odd, by a rule that nobody overrode.
pub(crate) fn conflict(rule: &str, severity: &str, what: Value) -> Value {
    let mut conflict = what;
    conflict["rule"] = json!(rule);
    conflict["severity"] = json!(severity);
    conflict["overridden"] = Value::Null;
    conflict
}

/// A library's schedule with Ada, Ben and one desk.
pub(crate) struct Scene {
    pub(crate) library: Library,
    pub(crate) ada: Value,
    pub(crate) ben: Value,
    pub(crate) desk: Value,
}

/// Ada, Ben and the desk "Circulation" in a new library that opens from 9:00 to 18:00 on weekdays.
pub(crate) fn scene() -> Scene {
    let library = library();
    let person =
        |name| library.does("staff.add", json!({ "details": staff::details(name) }))["id"].clone();
    let (ada, ben) = (person("Ada"), person("Ben"));
    let desk = library.does(
        "schedule.add_desk",
        json!({ "details": desk("Circulation") }),
    )["id"]
        .clone();
    Scene {
        library,
        ada,
        ben,
        desk,
    }
}

impl Scene {
    /// Hands somebody a key.
    pub(crate) fn holds_a_key(&self, staff: &Value, name: &str) {
        let mut details = staff::details(name);
        details["keyholder"] = json!(true);
        let edit = json!({ "id": staff, "details": details });
        self.library.does("staff.edit", edit);
    }

    /// A shift at the desk on that day between full and part hours given in minutes.
    pub(crate) fn shift(&self, staff: &Value, day: &str, start: u16, end: u16) -> Value {
        json!({ "staff": staff, "desk": self.desk, "day": day, "start": start, "end": end, "note": "" })
    }

    /// Places a shift, and answers it with its conflicts.
    pub(crate) fn place(&self, staff: &Value, day: &str, start: u16, end: u16) -> Value {
        let details = self.shift(staff, day, start, end);
        self.library
            .does("schedule.place_shift", json!({ "details": details }))
    }

    /// Says what the desk needs on a weekday.
    pub(crate) fn needs(&self, weekday: u8, from: u16, to: u16, people: u16) -> Value {
        let spans = json!([{ "from": from, "to": to, "people": people }]);
        self.library.does(
            "schedule.set_need",
            json!({ "desk": self.desk, "weekday": weekday, "spans": spans }),
        )
    }

    /// The week in which a day lies.
    pub(crate) fn week(&self, day: &str) -> Value {
        self.library.does("schedule.week", json!({ "day": day }))
    }
}
