//! A kept report is shown, and nothing else is.

use serde_json::{Value, json};

use super::asks;
use crate::library::library;

#[test]
fn a_kept_report_is_shown() {
    let library = library();
    let saved = library.finishes("reports.save", asks("usage", "pdf"));
    let shown = library.finishes("reports.open", json!({ "name": saved["name"] }));
    assert_eq!(shown, Value::Null);
}

#[test]
fn no_other_file_is_shown() {
    let library = library();
    for (name, code) in [
        ("../marlow.carrel", "invalid"),
        ("nothing.pdf", "not_found"),
    ] {
        let ended = library.ends("reports.open", json!({ "name": name }));
        assert_eq!(ended["error"]["code"], code, "{name}");
    }
}
