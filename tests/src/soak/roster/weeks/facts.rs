//! One random library: what is true of it, told to Carrel as a window would tell it.

use chrono::{Datelike, Duration, NaiveDate};
use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::library::Library;
use crate::soak::Dice;

/// Sundays on which weeks begin: in two of them clocks change, in one a year, in one a month, in one summer ends.
const SUNDAYS: [(i32, u32, u32); 5] = [
    (2027, 3, 14),
    (2027, 11, 7),
    (2026, 12, 27),
    (2027, 5, 30),
    (2027, 9, 5),
];
const ZONES: [Tz; 3] = [
    Tz::America__Chicago,
    Tz::America__New_York,
    Tz::America__Los_Angeles,
];

/// A stretch of a weekday, 1 = Monday to 7 = Sunday, in minutes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) weekday: u32,
    pub(super) from: u32,
    pub(super) to: u32,
}

#[derive(Debug)]
pub(super) struct Class {
    pub(super) span: Span,
    pub(super) travel: u32,
    /// Only in weeks whose number of ISO 8601 leaves this when halved.
    pub(super) only: Option<u32>,
}

#[derive(Debug)]
pub(super) struct Somebody {
    pub(super) id: i64,
    pub(super) born: Option<NaiveDate>,
    pub(super) f1: bool,
    pub(super) most: Option<u32>,
    pub(super) elsewhere: u32,
    pub(super) begins: Option<NaiveDate>,
    pub(super) classes: Vec<Class>,
    pub(super) cannot: Vec<Span>,
    pub(super) away: Vec<NaiveDate>,
    wanted: u32,
}

/// All that is true.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) zone: Tz,
    /// One week or two, from a Sunday on.
    pub(super) days: Vec<NaiveDate>,
    pub(super) open: Vec<Span>,
    /// Whether school is in session on all of these days, or on none.
    pub(super) session: bool,
    needs: Vec<(Span, usize)>,
    pub(super) people: Vec<Somebody>,
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap()
}

impl Facts {
    pub(super) fn roll(dice: &mut Dice) -> Self {
        let (year, month, day) = SUNDAYS[dice.below(SUNDAYS.len())];
        let sunday = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let weeks = 1 + dice.below(2);
        let days: Vec<NaiveDate> = (0..7 * weeks)
            .map(|day| sunday + Duration::days(i64::try_from(day).unwrap()))
            .collect();
        let open = (1..=7).filter_map(|weekday| {
            let from = [0, 480, 540, 600][dice.below(4)];
            let to = [1_020, 1_200, 1_320, 1_440][dice.below(4)];
            (dice.below(6) > 0).then_some(Span { weekday, from, to })
        });
        let open: Vec<Span> = open.collect();
        let needs = open.iter().map(|span| {
            let from = span.from + 30 * small(dice.below(6));
            let to = (from + 120 + 60 * small(dice.below(8))).min(span.to);
            (Span { from, to, ..*span }, 1 + dice.below(2))
        });
        let needs = needs.collect();
        let people = (0..3 + dice.below(4)).map(|_| somebody(dice, sunday));
        Self {
            people: people.collect(),
            zone: ZONES[dice.below(ZONES.len())],
            days,
            open,
            session: dice.below(3) > 0,
            needs,
        }
    }

    /// Tells Carrel all of it.
    pub(super) fn tell(&mut self, library: &Library) {
        for weekday in 1..=7 {
            let hours: Vec<Value> = self
                .open
                .iter()
                .filter(|span| span.weekday == weekday)
                .map(|span| json!({ "opens": span.from, "closes": span.to }))
                .collect();
            library.does(
                "policies.set_hours",
                json!({ "weekday": weekday, "hours": hours }),
            );
        }
        if !self.session {
            let term = json!({ "name": "Fall 2026", "first": "2026-08-24", "last": "2026-12-11" });
            library.does("policies.add_term", json!({ "details": term }));
        }
        let desk = json!({ "details": { "name": "Circulation", "short": "C", "colour": 1, "active": true } });
        let desk = library.does("schedule.add_desk", desk)["id"].clone();
        for (span, people) in &self.needs {
            let spans = json!([{ "from": span.from, "to": span.to, "people": people }]);
            library.does(
                "schedule.set_need",
                json!({ "desk": desk, "weekday": span.weekday, "spans": spans }),
            );
        }
        for (number, somebody) in self.people.iter_mut().enumerate() {
            somebody.tell(library, &format!("Person {number}"));
        }
    }

    /// Somebody cannot come on a day.
    pub(super) fn falls_ill(&mut self, library: &Library, staff: i64, day: &str) {
        let leave = json!({ "staff": staff, "first": day, "start": 0, "last": day, "end": 1440, "reason": "" });
        library.does("staff.add_leave", json!({ "details": leave }));
        let somebody = self.people.iter_mut().find(|person| person.id == staff);
        somebody.unwrap().away.push(day.parse().unwrap());
    }
}

fn somebody(dice: &mut Dice, sunday: NaiveDate) -> Somebody {
    let in_days = |dice: &mut Dice| sunday + Duration::days(i64::try_from(dice.below(14)).unwrap());
    // A birthday within these days, or long past.
    let born = match dice.below(3) {
        0 => {
            let birthday = in_days(dice);
            let years = [14, 16, 18, 15][dice.below(4)];
            birthday.with_year(birthday.year() - years)
        }
        _ => None,
    };
    let mut span = |from: u32, most: usize| {
        let weekday = 1 + small(dice.below(7));
        let from = from + 15 * small(dice.below(32));
        let to = (from + 45 + 15 * small(dice.below(most))).min(1_440);
        (Span { weekday, from, to }, dice.below(4), dice.below(3))
    };
    let classes = (0..3).map(|_| span(480, 8)).filter(|rolled| rolled.1 > 0);
    let classes: Vec<Class> = classes
        .map(|(span, what, travel)| Class {
            span,
            travel: 15 * small(travel),
            only: [None, None, Some(0), Some(1)][what],
        })
        .collect();
    let cannot = (0..2).map(|_| span(360, 30)).filter(|rolled| rolled.1 > 1);
    // Two stretches of a weekday might overlap, and are then one.
    let mut cannot: Vec<Span> = cannot.map(|rolled| rolled.0).collect();
    cannot.sort_by_key(|span| span.weekday);
    cannot.dedup_by_key(|span| span.weekday);
    let f1 = born.is_none() && dice.below(3) == 0;
    Somebody {
        id: 0,
        born,
        f1,
        most: (dice.below(2) == 0).then(|| 300 + 60 * small(dice.below(20))),
        elsewhere: if f1 { 60 * small(dice.below(18)) } else { 0 },
        begins: (dice.below(6) == 0).then(|| in_days(dice)),
        classes,
        cannot,
        away: (0..dice.below(3)).map(|_| in_days(dice)).collect(),
        wanted: 240 + 60 * small(dice.below(20)),
    }
}

impl Somebody {
    fn tell(&mut self, library: &Library, name: &str) {
        let mut details = crate::staff::details(name);
        details["wanted_minutes"] = json!(self.wanted);
        details["most_minutes"] = json!(self.most);
        details["student"] = json!(!self.classes.is_empty() || self.f1);
        details["begins"] = json!(self.begins.map(|day| day.to_string()));
        let limits = json!({
            "elsewhere_minutes": self.elsewhere, "born": self.born.map(|day| day.to_string()), "minor": false,
            "permit": if self.f1 { "f1" } else { "none" }, "permit_ends": null, "award": null, "award_minutes": null,
            "award_from": null, "hourly_pay": null,
        });
        let added = library.does("staff.add", json!({ "details": details, "limits": limits }));
        self.id = added["id"].as_i64().unwrap();
        for class in &self.classes {
            let weeks = match class.only {
                None => "every",
                Some(0) => "even",
                Some(_) => "odd",
            };
            let details = json!({
                "staff": self.id, "title": "HIS 101", "weekday": class.span.weekday, "start": class.span.from,
                "end": class.span.to, "first": "2026-09-01", "last": "2027-12-31", "weeks": weeks,
                "travel_minutes": class.travel, "skipped": [],
            });
            library.does("staff.add_class", json!({ "details": details }));
        }
        if !self.cannot.is_empty() {
            let spans = self.cannot.iter().map(|span| json!({ "weekday": span.weekday, "start": span.from, "end": span.to, "wish": "no" }));
            let spans: Vec<Value> = spans.collect();
            let details = json!({ "staff": self.id, "first": null, "last": null, "spans": spans });
            library.does("staff.set_availability", json!({ "details": details }));
        }
        for day in &self.away {
            let day = day.to_string();
            let leave = json!({ "staff": self.id, "first": day, "start": 0, "last": day, "end": 1440, "reason": "" });
            library.does("staff.add_leave", json!({ "details": leave }));
        }
    }
}
