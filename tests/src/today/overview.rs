//! Today at a glance.

use serde_json::json;

use crate::library::library;

#[test]
fn today_counts_loans_and_says_when_it_is_open() {
    let library = library();
    let ada = library.patron("2001", "Ada");
    library
        .lends(&library.item_of_type("3001", "Casablanca", 2))
        .to(&ada);
    library.book("3002", "Middlemarch");
    let today = library.does("today.overview", json!({}));
    let counts = [
        "out",
        "lent_today",
        "returned_today",
        "due_today",
        "overdue",
        "patrons",
        "items",
    ];
    assert_eq!(
        counts.map(|count| today[count].clone()),
        [1, 1, 0, 0, 0, 1, 2]
    );
    assert_eq!(
        (&today["day"], &today["opens"], &today["closes"]),
        (&json!("2026-11-23"), &json!(540), &json!(1080))
    );
    library.on("2026-11-30");
    assert_eq!(library.does("today.overview", json!({}))["due_today"], 1);
}

#[test]
fn who_works_now_is_told_from_who_works_later() {
    let library = library();
    let desk = json!({ "name": "Circulation", "short": "C", "colour": 4, "active": true });
    let desk = library.does("schedule.add_desk", json!({ "details": desk }))["id"].clone();
    let details = json!({
        "name": "Ada", "position": "", "email": "", "phone": "555 0100", "wanted_minutes": null, "active": true,
    });
    let ada = library.does("staff.add", json!({ "details": details }))["id"].clone();
    for (start, end) in [(540, 600), (600, 660), (660, 720)] {
        let shift = json!({
            "staff": ada, "desk": desk, "day": "2026-11-23", "start": start, "end": end, "note": "",
        });
        library.does("schedule.place_shift", json!({ "details": shift }));
    }
    let today = library.does("today.overview", json!({}));
    let working = today["working"].as_array().unwrap();
    let now: Vec<_> = working.iter().map(|shift| shift["now"].clone()).collect();
    assert_eq!(now, [false, true, false]);
    assert_eq!(
        (
            &working[0]["person"],
            &working[0]["desk"],
            &working[0]["colour"]
        ),
        (&json!("Ada"), &json!("Circulation"), &json!(4))
    );
    assert_eq!(working[0]["phone"], "555 0100");
    let student = library.someone("student_worker");
    let theirs = library.core.call(student, "today.overview", json!({}));
    let theirs = theirs.expect("everybody sees who works").output;
    assert_eq!(theirs["working"][0]["phone"], json!(null));
}

#[test]
fn gaps_are_told_from_now_to_the_end_of_the_week() {
    let library = library();
    let desk = json!({ "name": "Circulation", "short": "C", "colour": 4, "active": true });
    let desk = library.does("schedule.add_desk", json!({ "details": desk }))["id"].clone();
    for weekday in [1, 6] {
        let spans = json!([{ "from": 540, "to": 600, "people": 1 }, { "from": 630, "to": 660, "people": 1 }]);
        library.does(
            "schedule.set_need",
            json!({ "desk": desk, "weekday": weekday, "spans": spans }),
        );
    }
    let today = library.does("today.overview", json!({}));
    let gaps = today["gaps"].as_array().unwrap();
    let told: Vec<_> = gaps
        .iter()
        .map(|gap| json!([gap["day"], gap["from"]]))
        .collect();
    assert_eq!(
        told,
        [json!(["2026-11-23", 630]), json!(["2026-11-28", 630])]
    );
}
