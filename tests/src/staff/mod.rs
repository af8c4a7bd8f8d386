//! The people who work here, through the front door.

mod add;
mod edit;
mod list;
mod person;
mod skills;
mod times;

use serde_json::{Value, json};

use crate::library::Library;

/// What is known of somebody, as the window sends it.
pub(crate) fn details(name: &str) -> Value {
    json!({
        "name": name,
        "called": "",
        "position": "Student worker",
        "email": "",
        "phone": "",
        "wanted_minutes": null,
        "most_minutes": null,
        "student": false,
        "senior": false,
        "keyholder": false,
        "begins": null,
        "ends": null,
        "active": true,
    })
}

/// Adds somebody of that name, and answers their number.
pub(crate) fn hired(library: &Library, name: &str) -> Value {
    library.does("staff.add", json!({ "details": details(name) }))["id"].clone()
}
