//! What a desk seems to need, from what was lent.

use serde_json::json;

use super::{SUNDAY, needy};

#[test]
fn a_busy_hour_of_past_weeks_asks_for_more_people() {
    let scene = needy();
    let library = &scene.library;
    let reader = library.patron("4000", "Reader");
    for number in 0..5 {
        let book = library.book(&format!("3{number:03}"), "A book");
        library.lends(&book).to(&reader);
    }
    let ask = json!({ "desk": scene.desk, "since": SUNDAY, "each": 2 });
    let changes = library.does("solving.suggest_needs", ask);
    let changes = changes.as_array().unwrap();
    // Closed days need nobody: the scene opens on weekdays, and Saturday as every library does at first.
    let monday = changes
        .iter()
        .find(|change| change["weekday"] == 1)
        .unwrap();
    let spans = monday["after"].as_array().unwrap();
    // Five loans at ten on a Monday, two a person; one person while it is quiet.
    let busy = spans.iter().find(|span| span["from"] == 600).unwrap();
    assert_eq!((&busy["to"], &busy["people"]), (&json!(660), &json!(3)));
    assert_eq!(spans[0]["people"], 1);
    let kept = library.does("schedule.change_needs", json!({ "changes": changes }));
    assert_eq!(kept.as_array().unwrap().len(), changes.len());
    library.fails(
        "solving.suggest_needs",
        json!({ "desk": scene.desk, "since": SUNDAY, "each": 0 }),
    );
}
