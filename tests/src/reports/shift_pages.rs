//! The pages of the schedule: each kind says what the screen says, as PDF, CSV and JSON, for weeks and names of any kind.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::read::{numbers, printed, sheet, text};
use super::scripts::typed;
use crate::library::{Library, library};

/// Every kind of page that is made of shifts.
pub(super) const PAGES: [&str; 8] = [
    "shifts",
    "week_by_person",
    "week_by_desk",
    "week_by_day",
    "person_pages",
    "month",
    "hours_and_coverage",
    "sign_in",
];

const FROM: &str = "2026-11-22";
const TO: &str = "2026-11-28";

/// Names as people have them, in many scripts.
const NAMES: [&str; 12] = [
    "Ada Okafor",
    "محمد علي",
    "דנה לוי",
    "Nguyễn Thị Ánh Nguyệt",
    "王小明",
    "김민준",
    "Ελένη Παπαδοπούλου",
    "Богдан Шевченко",
    "José Ramón Ñáñez-Güell y Ordóñez de la Peña",
    "佐藤さくら",
    "فاطمة الزهراء بنت عبد الرحمن",
    "Siobhán Ní Dhomhnaill",
];

/// A die that always falls the same way for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap() % most
    }
}

/// A library with some desks and people, and a week of shifts thrown with a die.
pub(super) fn thrown(seed: u64) -> Library {
    let mut dice = Dice(seed);
    let library = library();
    let desks: Vec<Value> = ["Circulation", "Reserves", "Stacks"]
        .into_iter()
        .take(1 + dice.below(3) as usize)
        .map(|name| desk(&library, name, &mut dice))
        .collect();
    let people = 2 + dice.below(10) as usize;
    for name in NAMES.iter().take(people) {
        let wanted = (dice.below(3) > 0).then(|| 60 * (4 + dice.below(16)));
        let person = person(&library, name, wanted);
        for day in 22..=28 {
            if dice.below(3) == 0 {
                continue;
            }
            let start = 480 + 15 * dice.below(20);
            let end = start + 15 * (1 + dice.below(16));
            let desk = &desks[dice.below(u32::try_from(desks.len()).unwrap()) as usize];
            place(
                &library,
                &person,
                desk,
                &format!("2026-11-{day}"),
                (start, end),
            );
        }
    }
    library
}

fn desk(library: &Library, name: &str, dice: &mut Dice) -> Value {
    let short: String = name.chars().take(1).collect();
    let contact = "Extension 4711";
    let details =
        json!({ "name": name, "short": short, "colour": 1, "active": true, "contact": contact });
    let desk = library.does("schedule.add_desk", json!({ "details": details }))["id"].clone();
    for weekday in 1..=5 {
        let from = 540 + 60 * dice.below(3);
        let spans = json!([{ "from": from, "to": from + 240, "people": 1 + dice.below(2) }]);
        let need = json!({ "desk": desk, "weekday": weekday, "spans": spans });
        library.does("schedule.set_need", need);
    }
    desk
}

pub(super) fn person(library: &Library, name: &str, wanted: Option<u32>) -> Value {
    let details = json!({
        "name": name, "position": "Student", "email": "", "phone": "", "wanted_minutes": wanted, "active": true,
    });
    library.does("staff.add", json!({ "details": details }))["id"].clone()
}

fn place(library: &Library, person: &Value, desk: &Value, day: &str, (start, end): (u32, u32)) {
    let details = json!({
        "staff": person, "desk": desk, "day": day, "start": start, "end": end, "note": "",
    });
    library.does("schedule.place_shift", json!({ "details": details }));
}

pub(super) fn asks(report: &str, format: &str) -> Value {
    json!({ "report": report, "from": FROM, "to": TO, "paper": "a4", "format": format })
}

fn days() -> Value {
    json!({ "from": FROM, "to": TO })
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn count(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}

/// Minutes as the page writes hours.
fn hours(minutes: u64) -> String {
    let (whole, rest) = (minutes / 60, minutes % 60 * 100 / 60);
    match (rest / 10, rest % 10) {
        (0, 0) => whole.to_string(),
        (tenths, 0) => format!("{whole}.{tenths}"),
        (tenths, more) => format!("{whole}.{tenths}{more}"),
    }
}

#[test]
fn every_kind_of_page_has_the_same_figures_on_screen_and_in_every_file() {
    for seed in 1..=4 {
        let library = thrown(seed);
        let shown = library.does("reports.shifts", days());
        for report in PAGES {
            let file: Value =
                serde_json::from_slice(&printed(&library, asks(report, "json"))).unwrap();
            assert_eq!(file, shown, "{report}");
            adds_up(
                &shown,
                &sheet(&printed(&library, asks(report, "csv"))),
                report,
            );
            if let Some(page) = text(&printed(&library, asks(report, "pdf"))) {
                says(&shown, &typed(&page), report);
            }
        }
    }
}

/// The rows of a file add up to what the screen shows.
fn adds_up(shown: &Value, rows: &[BTreeMap<String, String>], report: &str) {
    let of = |section: &'static str| rows.iter().filter(move |row| row["section"] == section);
    let sum = |section: &'static str, column: &str| -> u64 {
        of(section).map(|row| numbers(&row[column])).sum()
    };
    let gaps = list(&shown["weeks"][0]["gaps"]).len();
    assert_eq!(of("gap").count(), gaps, "{report}");
    if report == "hours_and_coverage" {
        assert_eq!(
            sum("hours", "minutes"),
            count(&shown["minutes"]),
            "{report}"
        );
        assert_eq!(sum("coverage", "needed"), count(&shown["needed_minutes"]));
        assert_eq!(sum("coverage", "covered"), count(&shown["covered_minutes"]));
        return;
    }
    assert_eq!(
        sum("shift", "minutes"),
        count(&shown["minutes"]),
        "{report}"
    );
    for person in list(&shown["weeks"][0]["people"]) {
        let own = of("shift").filter(|row| person["name"] == row["person"].as_str());
        let minutes: u64 = own.map(|row| numbers(&row["minutes"])).sum();
        assert_eq!(minutes, count(&person["minutes"]), "{report}: {person}");
    }
    let week = of("week").next().unwrap();
    assert_eq!(week["note"], "draft, not published");
    assert_eq!(numbers(&week["needed"]), count(&shown["needed_minutes"]));
}

/// The page, read by another program, says what the screen shows: every name as it was typed, and its figures.
fn says(shown: &Value, page: &str, report: &str) {
    let week = &shown["weeks"][0];
    let mut wanted: Vec<String> = list(&week["people"])
        .iter()
        .map(|person| person["name"].as_str().unwrap().to_owned())
        .collect();
    wanted.push("draft, not published".to_owned());
    let all = hours(count(&shown["minutes"]));
    match report {
        "person_pages" => {
            for person in list(&week["people"]) {
                let minutes = count(&person["minutes"]);
                let shifts: usize = list(&person["days"])
                    .iter()
                    .map(|day| list(day).len())
                    .sum();
                let many = if shifts == 1 { "" } else { "s" };
                let spent = if minutes == 60 { "hour" } else { "hours" };
                wanted.push(format!("{shifts} shift{many}, {} {spent}", hours(minutes)));
            }
            wanted.push("Extension 4711".to_owned());
        }
        "hours_and_coverage" => {
            for person in list(&week["people"]) {
                wanted.push(hours(count(&person["minutes"])));
            }
            for desk in list(&week["desks"]) {
                for day in list(&desk["cover"]).iter().filter(|day| day["needed"] != 0) {
                    let (covered, needed) = (count(&day["covered"]), count(&day["needed"]));
                    wanted.push(format!("{} of {}", hours(covered), hours(needed)));
                }
            }
            for gap in list(&week["gaps"]) {
                wanted.push(format!("{}, ", gap["name"].as_str().unwrap()));
            }
        }
        "shifts" | "week_by_person" | "week_by_desk" | "month" => {
            wanted.push(format!("{all} hours"));
        }
        _ => wanted.push("Monday 23 November".to_owned()),
    }
    let missing: Vec<&String> = wanted
        .iter()
        .filter(|words| !page.contains(&typed(words)))
        .collect();
    assert!(missing.is_empty(), "{report} lacks {missing:?}\n{page}");
}

#[test]
fn somebodys_page_and_a_desks_week_show_nobody_elses_shifts() {
    let library = thrown(3);
    let all = library.does("reports.shifts", days());
    let one = &list(&all["weeks"][0]["people"])[0];
    let choice = json!({ "people": [one["person"]] });
    let asked = json!({ "from": FROM, "to": TO, "choice": choice });
    let own = library.does("reports.shifts", asked);
    assert_eq!(list(&own["weeks"][0]["people"]), std::slice::from_ref(one));
    assert_eq!(own["minutes"], one["minutes"]);
    // A need is covered by anybody, whoever is shown.
    assert_eq!(own["covered_minutes"], all["covered_minutes"]);
    let mut page = asks("person_pages", "pdf");
    page["choice"] = json!({ "people": [one["person"]] });
    let printed = library.finishes("reports.print", page);
    assert_eq!(printed["pages"], 1);

    let desk = &list(&all["weeks"][0]["desks"])[0];
    let asked = json!({ "from": FROM, "to": TO, "choice": { "desks": [desk["desk"]] } });
    let there = library.does("reports.shifts", asked);
    assert_eq!(there["weeks"][0]["desks"], json!([desk]));
    assert_eq!(there["minutes"], desk["minutes"]);
}

#[test]
fn a_choice_names_people_and_desks_that_there_are() {
    let library = library();
    for choice in [json!({ "people": [99] }), json!({ "desks": [99] })] {
        let asked = json!({ "from": FROM, "to": TO, "choice": choice });
        let error = library.fails("reports.shifts", asked);
        assert_eq!(error.code(), carrel_core::kernel::error::Code::NotFound);
    }
}

#[test]
fn a_library_without_shifts_has_pages_that_say_so() {
    let library = library();
    for report in PAGES.into_iter().chain(["shift_changes"]) {
        for paper in ["a4", "letter"] {
            let mut asked = asks(report, "pdf");
            asked["paper"] = json!(paper);
            let Some(page) = text(&printed(&library, asked)) else {
                return;
            };
            let says = [
                "There are no shifts",
                "Nobody works",
                "no desk",
                "no need was set",
            ];
            assert!(
                says.iter().any(|words| page.contains(words)),
                "{report}: {page}"
            );
        }
    }
}

#[test]
fn who_did_not_work_stands_among_the_hours() {
    let library = library();
    person(&library, "Ada", Some(600));
    let report = library.does("reports.shifts", days());
    let row = &report["hours"][0];
    assert_eq!(
        (
            &row["name"],
            &row["wanted_minutes"],
            &row["minutes"],
            &row["weeks"]
        ),
        (&json!("Ada"), &json!(600), &json!(0), &json!([0]))
    );
    assert_eq!(report["people"], 0);
}

#[test]
fn a_month_says_once_that_a_week_is_a_draft() {
    let library = library();
    let desk = desk(&library, "Circulation", &mut Dice(1));
    let ada = person(&library, "Ada", None);
    for day in ["2026-11-03", "2026-11-10", "2026-11-12"] {
        place(&library, &ada, &desk, day, (540, 600));
    }
    let asked = json!({
        "report": "month", "from": "2026-11-01", "to": "2026-11-30", "paper": "a4", "format": "pdf",
    });
    let drafts = || {
        let page = typed(text(&printed(&library, asked.clone()))?.split('|').next()?);
        Some((page.matches("draft").count(), page))
    };
    // All of it is one: the head of the page says so.
    if let Some((times, page)) = drafts() {
        assert_eq!(times, 1, "{page}");
    }
    let first = json!({ "first": "2026-11-01", "last": "2026-11-07" });
    library.does("schedule.publish", first);
    // The head counts the weeks; each that is one says so in one of its days.
    if let Some((times, page)) = drafts() {
        assert_eq!(times, 1 + 4, "{page}");
        let said = typed("week is a draft");
        assert_eq!(page.matches(&said).count(), 4, "{page}");
    }
}

#[test]
fn a_page_says_who_published_the_week_and_what_changed_since() {
    let library = library();
    let mut dice = Dice(1);
    let desk = desk(&library, "Circulation", &mut dice);
    let (ada, ben) = (
        person(&library, "Ada", None),
        person(&library, "دنيا", None),
    );
    place(&library, &ada, &desk, "2026-11-23", (540, 600));
    place(&library, &ada, &desk, "2026-11-24", (540, 600));
    let standing = || library.does("reports.shifts", days())["weeks"][0]["standing"].clone();
    assert_eq!(standing(), json!({ "kind": "draft" }));
    let first = library.does("schedule.publish", json!({ "first": FROM, "last": TO }));
    let told = json!({ "day": "2026-11-23", "minute": 600, "by": "Maya" });
    assert_eq!(standing(), json!({ "kind": "published", "told": told }));
    let nothing = library.does("reports.shift_changes", days());
    assert_eq!(
        (&nothing["since"], &nothing["changes"]),
        (&told, &json!([]))
    );

    place(&library, &ben, &desk, "2026-11-23", (600, 660));
    let moved = json!({ "staff": ada, "desk": desk, "day": "2026-11-23", "start": 600, "end": 720, "note": "" });
    library.does("schedule.move_shift", json!({ "id": 1, "details": moved }));
    library.does("schedule.remove_shift", json!({ "id": 2 }));
    assert_eq!(
        standing(),
        json!({ "kind": "changed", "told": told, "changes": 3 })
    );
    let changes = library.does("reports.shift_changes", days());
    let counts = ["added", "moved", "removed"].map(|kind| changes[kind].clone());
    assert_eq!(counts, [1, 1, 1]);
    if let Some(page) = text(&printed(&library, asks("shift_changes", "pdf"))) {
        for words in [
            "1 new, 1 moved, 1 taken off",
            "draft, not published: 3 changes",
            "Mon 23 Nov 10 am–12 pm",
        ] {
            assert!(typed(&page).contains(&typed(words)), "{words}: {page}");
        }
    }
    let rows = sheet(&printed(&library, asks("shift_changes", "csv")));
    let kinds: Vec<&str> = rows.iter().map(|row| row["change"].as_str()).collect();
    assert_eq!(kinds, ["moved", "taken off", "new"]);

    // Once they are published, they are told since the publication before.
    library.does("schedule.publish", json!({ "first": FROM, "last": TO }));
    let since =
        json!({ "from": FROM, "to": TO, "choice": { "since": first["publication"]["id"] } });
    let since = library.does("reports.shift_changes", since);
    assert_eq!(since["changes"], changes["changes"]);
}
