//! The people who work here, through the front door.

mod add;
mod edit;
mod list;

use serde_json::{Value, json};

/// What is known of somebody, as the window sends it.
pub(crate) fn details(name: &str) -> Value {
    json!({
        "name": name,
        "position": "Student worker",
        "email": "",
        "phone": "",
        "wanted_minutes": null,
        "active": true,
    })
}
