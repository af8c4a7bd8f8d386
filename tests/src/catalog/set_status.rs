//! An item leaves service, or comes back to it.

use serde_json::json;

use crate::library::library;

#[test]
fn an_item_goes_to_repair_and_comes_back() {
    let library = library();
    let item = library.book("3001", "Emma");
    for status in ["repair", "in_service", "missing", "withdrawn"] {
        let row = library.does(
            "catalog.set_status",
            json!({ "item": item, "status": status }),
        );
        assert_eq!(row["item"]["status"], status);
    }
}

#[test]
fn an_item_that_is_out_may_be_lost_and_nothing_else() {
    let library = library();
    let item = library.book("3001", "Emma");
    let patron = library.patron("2001", "Okafor");
    let lent = library.lends(&item).to(&patron);
    let due = lent["loan"]["due"].as_str().unwrap();
    for status in ["missing", "repair", "withdrawn"] {
        let error = library.fails(
            "catalog.set_status",
            json!({ "item": item, "status": status }),
        );
        assert_eq!(
            error.to_string(),
            format!("3001 is out until {due}; take it back first")
        );
    }
    library.does(
        "catalog.set_status",
        json!({ "item": item, "status": "lost" }),
    );
}
