//! Everybody who works or worked here.

use serde_json::json;

use super::details;
use crate::library::library;

#[test]
fn names_stand_as_people_read_them() {
    let library = library();
    for name in ["Zoë", "frank", "Émile", "Ada"] {
        library.does("staff.add", json!({ "details": details(name) }));
    }
    let list = library.does("staff.list", json!({}));
    let names: Vec<_> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|member| &member["details"]["name"])
        .collect();
    assert_eq!(names, ["Ada", "Émile", "frank", "Zoë"]);
}
