//! Who worked when and where.

use serde_json::json;

use super::{desk, week, works};
use crate::library::library;

#[test]
fn a_week_is_told_by_person_and_by_desk() {
    let library = library();
    let desk = desk(&library);
    let ada = works(&library, &desk, "Ada", 540, 720);
    let report = library.does("reports.shifts", week());
    let week = &report["weeks"][0];
    let row = &week["people"][0];
    assert_eq!(
        (&row["person"], &row["name"], &row["minutes"]),
        (&ada, &json!("Ada"), &json!(180))
    );
    assert_eq!(row["days"][0][0]["short"], "C");
    let row = &week["desks"][0];
    assert_eq!(
        (&row["name"], &row["minutes"]),
        (&json!("Circulation"), &json!(180))
    );
    assert_eq!(row["days"][0][0]["name"], "Ada");
    assert_eq!(report["stamp"]["library"], "Marlow Falls");
    assert_eq!(week["days"][6]["closed"], "");
}

#[test]
fn what_is_not_covered_is_told_with_the_sum_of_it() {
    let library = library();
    let desk = desk(&library);
    works(&library, &desk, "Ada", 540, 660);
    works(&library, &desk, "Ben", 540, 600);
    let report = library.does("reports.shifts", week());
    let figures = [
        &report["people"],
        &report["minutes"],
        &report["needed_minutes"],
        &report["covered_minutes"],
    ];
    assert_eq!(figures, [2, 180, 360, 180]);
    let gaps = report["weeks"][0]["gaps"].as_array().unwrap();
    let told: Vec<_> = gaps
        .iter()
        .map(|gap| {
            json!([
                gap["name"],
                gap["from"],
                gap["to"],
                gap["needed"],
                gap["covered"]
            ])
        })
        .collect();
    assert_eq!(
        told,
        [
            json!(["Circulation", 600, 660, 2, 1]),
            json!(["Circulation", 660, 720, 2, 0])
        ]
    );
}

#[test]
fn a_month_is_told_week_by_week() {
    let library = library();
    let november = json!({ "from": "2026-11-01", "to": "2026-11-30" });
    let report = library.does("reports.shifts", november);
    let days: usize = report["weeks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|week| week["days"].as_array().unwrap().len())
        .sum();
    assert_eq!(days, 30);
}
