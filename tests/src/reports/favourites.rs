//! Reports that people ask for again.

use carrel_core::kernel::error::Code;
use serde_json::{Value, json};

use crate::library::{Library, library};

fn adds(library: &Library, name: &str, rule: &str) -> Value {
    let details =
        json!({ "name": name, "report": "usage", "rule": rule, "filter": { "item_type": 2 } });
    library.does("reports.add_favourite", json!({ "details": details }))
}

#[test]
fn a_favourite_means_other_days_next_month() {
    let library = library();
    let added = adds(&library, "Board", "last_month");
    assert_eq!(
        added["days"],
        json!({ "from": "2026-10-01", "to": "2026-10-31" })
    );
    assert_eq!(added["only"], "DVD");
    library.on("2026-12-01");
    let all = library.does("reports.favourites", json!({}));
    assert_eq!(
        all[0]["days"],
        json!({ "from": "2026-11-01", "to": "2026-11-30" })
    );
}

#[test]
fn a_favourite_is_renamed_removed_and_added_again_each_with_a_row_in_the_record() {
    let library = library();
    let before = library.rows("audit");
    let added = adds(&library, "Board", "this_year");
    let id = &added["id"];
    let renamed = library.does(
        "reports.rename_favourite",
        json!({ "id": id, "name": "Trustees" }),
    );
    assert_eq!(renamed["details"]["name"], "Trustees");
    let removed = library.does("reports.remove_favourite", json!({ "id": id }));
    assert_eq!(library.does("reports.favourites", json!({})), json!([]));
    let again = json!({ "details": removed["details"] });
    let again = library.does("reports.add_favourite", again);
    assert_eq!(again["details"], renamed["details"]);
    assert_eq!(library.rows("audit"), before + 4);
}

#[test]
fn a_name_is_one_favourites_and_days_of_ones_own_are_said() {
    let library = library();
    adds(&library, "Board", "this_year");
    let add = |name: &str, rule: &str, from: Value| {
        let details =
            json!({ "name": name, "report": "usage", "rule": rule, "from": from, "to": from });
        library.call("reports.add_favourite", json!({ "details": details }))
    };
    let code = |answer: carrel_core::kernel::Result<_>| {
        answer
            .map(|_: carrel_core::front::Answer| ())
            .unwrap_err()
            .code()
    };
    assert_eq!(code(add("board", "this_year", json!(null))), Code::Invalid);
    assert_eq!(code(add("Own", "days", json!(null))), Code::Invalid);
    assert_eq!(
        code(add("Own", "this_year", json!("2026-11-01"))),
        Code::Invalid
    );
    assert!(add("Own", "days", json!("2026-11-01")).is_ok());
}

#[test]
fn a_fiscal_year_begins_in_the_librarys_month() {
    let library = library();
    let days = |rule: &str| {
        let named = library.does("reports.periods", json!({}));
        let periods = named["periods"].as_array().unwrap();
        let own = periods.iter().find(|own| own["rule"] == rule);
        own.map_or(json!(null), |own| own["days"].clone())
    };
    assert_eq!(
        days("this_fiscal_year"),
        json!({ "from": "2026-07-01", "to": "2027-06-30" })
    );
    library.does("reports.set_fiscal_year", json!({ "first_month": 10 }));
    assert_eq!(
        days("last_fiscal_year"),
        json!({ "from": "2025-10-01", "to": "2026-09-30" })
    );
    assert_eq!(days("this_term"), json!(null));
    let fall = json!({ "name": "Fall 2026", "first": "2026-08-24", "last": "2026-12-11" });
    library.does("policies.add_term", json!({ "details": fall }));
    assert_eq!(
        days("this_term"),
        json!({ "from": "2026-08-24", "to": "2026-12-11" })
    );
}
