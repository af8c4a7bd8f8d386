//! How the library was used.

use carrel_core::kernel::error::Code;
use serde_json::{Value, json};

use super::{morning, week};
use crate::library::library;

const FIGURES: [&str; 6] = [
    "loans",
    "renewals",
    "returns",
    "late_returns",
    "in_house",
    "new_patrons",
];

#[test]
fn everything_counts_once_where_it_belongs() {
    let library = library();
    morning(&library);
    let usage = library.does("reports.usage", week());
    let this = |figure: &str| usage["totals"][figure]["this"].clone();
    assert_eq!(FIGURES.map(this), [1, 1, 1, 1, 1, 1]);
    assert_eq!(usage["definition"], "usage-1");
    assert_eq!(usage["days_open"], json!({ "this": 3, "previous": 6 }));
    let dvds = &usage["by_item_type"][1];
    assert_eq!(
        (&dvds["name"], &dvds["figures"]["in_house"]["this"]),
        (&json!("DVD"), &json!(1))
    );
}

#[test]
fn the_previous_month_stands_beside_the_month() {
    let library = library();
    morning(&library);
    library.on("2026-12-01");
    let december = json!({ "from": "2026-12-01", "to": "2026-12-31" });
    let usage = library.does("reports.usage", december);
    assert_eq!(
        usage["previous"],
        json!({ "from": "2026-11-01", "to": "2026-11-30" })
    );
    assert_eq!(
        usage["totals"]["loans"],
        json!({ "this": 0, "previous": 2 })
    );
}

#[test]
fn every_breakdown_adds_up_to_its_total() {
    let library = library();
    morning(&library);
    for period in [week(), json!({ "from": "2026-09-01", "to": "2026-11-30" })] {
        let usage = library.does("reports.usage", period);
        for breakdown in [
            "by_time",
            "by_hour",
            "by_item_type",
            "by_category",
            "by_age",
        ] {
            for figure in FIGURES {
                for side in ["this", "previous"] {
                    let total = usage["totals"][figure][side].as_u64().unwrap();
                    let rows = usage[breakdown].as_array().unwrap();
                    let counts = rows.iter().map(|row| &row["figures"][figure][side]);
                    let sum: u64 = counts.filter_map(Value::as_u64).sum();
                    assert_eq!(sum, total, "{breakdown} {figure} {side}");
                }
            }
        }
    }
}

#[test]
fn forgetting_patrons_changes_no_figure() {
    let library = library();
    morning(&library);
    library.on("2027-02-01");
    let before = library.does("reports.usage", week());
    library.does("circulation.forget_patrons", json!({}));
    let mut after = library.does("reports.usage", week());
    after["stamp"] = before["stamp"].clone();
    assert_eq!(after, before);
}

#[test]
fn what_was_undone_does_not_count() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    let lent = library.lends(&book).to(&ada);
    library.does("circulation.undo", json!({ "undo": lent["undo"] }));
    let usage = library.does("reports.usage", week());
    assert_eq!(usage["totals"]["loans"]["this"], 0);
}

#[test]
fn a_period_that_runs_backward_is_invalid() {
    let library = library();
    let backward = json!({ "from": "2026-11-29", "to": "2026-11-23" });
    for report in ["reports.usage", "reports.shifts"] {
        assert_eq!(
            library.fails(report, backward.clone()).code(),
            Code::Invalid
        );
    }
}
