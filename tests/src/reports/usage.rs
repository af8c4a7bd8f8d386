//! How the library was used.

use carrel_core::kernel::error::Code;
use serde_json::{Value, json};

use super::{morning, week};
use crate::library::{Library, library};

/// The figures of a row or of the totals, by name.
fn this(figures: &Value, figure: &str) -> Value {
    figures[figure]["this"].clone()
}

/// The row of a breakdown that is called so.
fn row(usage: &Value, by: &str, name: &str) -> Value {
    let breakdowns = usage["breakdowns"].as_array().unwrap();
    let own = breakdowns.iter().find(|own| own["by"] == by).unwrap();
    let rows = own["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["name"] == name);
    row.unwrap_or_else(|| panic!("{name} is not in {own}"))
        .clone()
}

/// What a number is made of.
fn events(library: &Library, measure: &str, part: &Value) -> Value {
    let mut asked = week();
    asked["measure"] = json!(measure);
    asked["side"] = json!("this");
    asked["part"] = part.clone();
    asked["limit"] = json!(100);
    library.does("reports.usage_events", asked)
}

#[test]
fn everything_counts_once_where_it_belongs() {
    let library = library();
    morning(&library);
    let usage = library.does("reports.usage", week());
    let figures = [
        "loans",
        "renewals",
        "returns",
        "late_returns",
        "overdue",
        "in_house",
        "new_patrons",
        "active_patrons",
    ];
    let counted = figures.map(|figure| this(&usage["totals"], figure));
    assert_eq!(counted, [1, 1, 1, 1, 0, 1, 1, 1]);
    assert_eq!(usage["definition"], "usage-2");
    assert_eq!(
        usage["days_open"],
        json!({ "this": 3, "previous": 6, "year_before": 6 })
    );
    let dvds = row(&usage, "item_type", "DVD");
    assert_eq!(this(&dvds["figures"], "in_house"), 1);
    let books = row(&usage, "class", "Z");
    assert_eq!(this(&books["figures"], "loans"), 1);
    let floor = row(&usage, "location", "Main floor");
    assert_eq!(this(&floor["figures"], "returns"), 1);
}

#[test]
fn the_previous_month_and_the_month_a_year_before_stand_beside_the_month() {
    let library = library();
    morning(&library);
    let asked = |from, to| library.does("reports.usage", json!({ "from": from, "to": to }));
    library.on("2027-11-02");
    let november = asked("2027-11-01", "2027-11-30");
    assert_eq!(
        november["periods"]["days"]["year_before"],
        json!({ "from": "2026-11-01", "to": "2026-11-30" })
    );
    let loans = json!({ "this": 0, "previous": 0, "year_before": 2 });
    assert_eq!(november["totals"]["loans"], loans);
    let year = asked("2027-01-01", "2027-12-31");
    let loans = json!({ "this": 0, "previous": 2, "year_before": 2 });
    assert_eq!(year["totals"]["loans"], loans);
    assert_eq!(year["periods"]["year_before"], "");
}

#[test]
fn every_breakdown_adds_up_to_its_total() {
    let library = library();
    morning(&library);
    for period in [week(), json!({ "from": "2026-09-01", "to": "2026-11-30" })] {
        let usage = library.does("reports.usage", period);
        for breakdown in usage["breakdowns"].as_array().unwrap() {
            for measure in breakdown["measures"].as_array().unwrap() {
                let measure = measure.as_str().unwrap();
                for side in ["this", "previous", "year_before"] {
                    let rows = breakdown["rows"].as_array().unwrap();
                    let counts = rows.iter().map(|row| &row["figures"][measure][side]);
                    let sum: u64 = counts.map(|count| count.as_u64().unwrap()).sum();
                    let total = &usage["totals"][measure][side];
                    assert_eq!(json!(sum), *total, "{} {measure} {side}", breakdown["by"]);
                }
            }
        }
    }
}

#[test]
fn what_is_late_in_the_evening_is_overdue_until_it_comes_back() {
    let library = library();
    let ada = library.patron("2001", "Ada");
    let dvd = library.item_of_type("3002", "Casablanca", 2);
    let lent = library.lends(&dvd).to(&ada);
    assert_eq!(lent["loan"]["due"], "2026-11-30");
    let overdue = |from: &str, to: &str| {
        let usage = library.does("reports.usage", json!({ "from": from, "to": to }));
        usage["totals"]["overdue"]["this"].clone()
    };
    library.on("2026-12-03");
    assert_eq!(overdue("2026-11-30", "2026-11-30"), 0);
    assert_eq!(overdue("2026-12-01", "2026-12-01"), 1);
    assert_eq!(overdue("2026-12-01", "2026-12-31"), 1);
    let late = |day: &str| json!({ "from": day, "to": day, "measure": "overdue", "side": "this", "limit": 9 });
    let listed = library.does("reports.usage_events", late("2026-12-02"));
    assert_eq!(
        (&listed["total"], &listed["events"][0]["day"]),
        (&json!(1), &json!("2026-11-30"))
    );
    let returned = library.does("circulation.check_in", json!({ "item": dvd }));
    assert_eq!(overdue("2026-12-01", "2026-12-31"), 0);
    assert_eq!(overdue("2026-12-02", "2026-12-02"), 1);
    library.does("circulation.undo", json!({ "undo": returned["undo"] }));
    assert_eq!(overdue("2026-12-01", "2026-12-31"), 1);
    let renew = json!({ "loan": lent["loan"]["id"], "override": null });
    let renewed = library.does("circulation.renew", renew);
    assert_eq!(overdue("2026-12-03", "2026-12-03"), 0);
    assert_eq!(overdue("2026-12-02", "2026-12-02"), 1);
    library.does("circulation.undo", json!({ "undo": renewed["undo"] }));
    assert_eq!(overdue("2026-12-03", "2026-12-03"), 1);
    library.does("circulation.check_in", json!({ "item": dvd }));
    library.on("2027-03-01");
    assert_eq!(library.rows("loan_stretch"), 1);
    assert_eq!(overdue("2026-12-02", "2026-12-02"), 1);
}

#[test]
fn active_patrons_outlive_the_loans_that_made_them_so() {
    let library = library();
    let (ada, bo) = (library.patron("2001", "Ada"), library.patron("2002", "Bo"));
    let active = |from: &str, to: &str| {
        let usage = library.does("reports.usage", json!({ "from": from, "to": to }));
        usage["totals"]["active_patrons"]["this"].clone()
    };
    let (one, other) = (library.book("3001", "Emma"), library.book("3002", "Dune"));
    let undone = library.lends(&one).to(&bo);
    library.does("circulation.undo", json!({ "undo": undone["undo"] }));
    assert_eq!(active("2026-11-01", "2026-11-30"), 0);
    library.later(120);
    for item in [&one, &other] {
        library.lends(item).to(&ada);
        library.does("circulation.check_in", json!({ "item": item }));
    }
    library.on("2026-12-15");
    library.lends(&one).to(&bo);
    library.does("circulation.check_in", json!({ "item": one }));
    assert_eq!(active("2026-11-23", "2026-11-29"), 1);
    assert_eq!(active("2026-12-01", "2026-12-31"), 1);
    assert_eq!(active("2026-11-01", "2026-12-31"), 2);
    library.on("2027-03-01");
    assert_eq!(active("2026-11-01", "2026-12-31"), 2);
}

#[test]
fn forgetting_patrons_changes_no_figure() {
    let library = library();
    morning(&library);
    let before = library.does("reports.usage", week());
    library.on("2027-02-01");
    library.does("circulation.forget_patrons", json!({}));
    let after = library.does("reports.usage", week());
    for part in ["totals", "breakdowns", "heat", "top_titles"] {
        assert_eq!(after[part], before[part], "{part}");
    }
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
fn a_filter_leaves_what_it_names_and_drops_what_it_cannot_count() {
    let library = library();
    morning(&library);
    let mut asked = week();
    asked["filter"] = json!({ "item_type": 2 });
    let dvds = library.does("reports.usage", asked.clone());
    assert_eq!(dvds["only"], "DVD");
    let counted = ["loans", "returns", "in_house"].map(|figure| this(&dvds["totals"], figure));
    assert_eq!(counted, [0, 1, 1]);
    assert_eq!(dvds["totals"]["new_patrons"], json!(null));
    asked["filter"] = json!({ "location": "Annex" });
    let annex = library.does("reports.usage", asked);
    assert_eq!(this(&annex["totals"], "returns"), 0);
}

#[test]
fn a_number_is_made_of_its_events_and_names_nobody() {
    let library = library();
    morning(&library);
    for name in ["Bo", "Cem", "Dag", "Eve"] {
        library.patron(&format!("200{name}"), name);
    }
    let all = events(&library, "loans", &json!(null));
    assert_eq!(all["total"], 1);
    let event = &all["events"][0];
    assert_eq!(
        (&event["title"], &event["item_type"], &event["category"]),
        (&json!("Middlemarch"), &json!("Book"), &json!("Adult"))
    );
    assert!(!all.to_string().contains("Ada"));
    let usage = library.does("reports.usage", week());
    for breakdown in usage["breakdowns"].as_array().unwrap() {
        for row in breakdown["rows"].as_array().unwrap() {
            for (measure, figure) in row["figures"].as_object().unwrap() {
                if measure != "active_patrons" {
                    let listed = events(&library, measure, &row["part"]);
                    assert_eq!(listed["total"], figure["this"], "{measure} of {row}");
                    let events = listed["events"].as_array().unwrap();
                    assert_eq!(json!(events.len()), listed["total"]);
                }
            }
        }
    }
    let active = library.fails("reports.usage_events", {
        let mut asked = week();
        asked["measure"] = json!("active_patrons");
        asked["side"] = json!("this");
        asked["limit"] = json!(1);
        asked
    });
    assert_eq!(active.code(), Code::Invalid);
}

#[test]
fn of_few_patrons_no_title_is_told() {
    let library = library();
    morning(&library);
    let adults = events(&library, "loans", &json!({ "by": "category", "kind": 1 }));
    assert_eq!(adults["withheld"], true);
    assert_eq!(adults["events"][0]["title"], "");
    let all = events(&library, "loans", &json!(null));
    assert_eq!(all["events"][0]["title"], "Middlemarch");
    assert_eq!(all["events"][0]["category"], "");
    assert_eq!(all["events"][0]["age_band"], json!(null));
}

#[test]
fn a_title_is_named_from_three_loans_among_five_patrons() {
    let library = library();
    let ada = library.patron("2001", "Ada");
    let (emma, dune) = (library.book("3001", "Emma"), library.book("3002", "Dune"));
    for (book, times) in [(&emma, 3), (&dune, 2)] {
        for _ in 0..times {
            library.lends(book).to(&ada);
            library.does("circulation.check_in", json!({ "item": book }));
            library.later(61);
        }
    }
    let top = |library: &Library| library.does("reports.usage", week())["top_titles"].clone();
    assert_eq!(top(&library)["withheld"], true);
    assert_eq!(top(&library)["titles"], json!([]));
    for number in 2..6 {
        library.patron(&format!("200{number}"), "Bo");
    }
    let named = top(&library)["titles"].clone();
    assert_eq!(named.as_array().unwrap().len(), 1);
    assert_eq!(named[0]["name"], "Emma");
    assert_eq!(
        named[0]["loans"],
        json!({ "this": 3, "previous": null, "year_before": null })
    );
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
