//! The report counted by hand: for each number the whole book is read again.

use std::collections::{BTreeMap, BTreeSet};

use carrel_core::kernel::Day;
use serde_json::{Value, json};

use super::scene::{Book, Deed, Loan, Person, Thing};

const SIDES: [&str; 3] = ["this", "previous", "year_before"];

pub(super) struct Naive<'b> {
    book: &'b Book,
    filter: Value,
}

impl<'b> Naive<'b> {
    pub(super) fn of(book: &'b Book, asked: &Value) -> Self {
        let filter = asked["filter"].clone();
        Self { book, filter }
    }

    /// Holds every number of the report against the book; answers how many there were.
    pub(super) fn agrees(&self, report: &Value, told: &str) -> usize {
        let mut figures = 0;
        let everything = json!({});
        let rows = report["breakdowns"].as_array().unwrap().iter();
        let rows = rows.flat_map(|table| table["rows"].as_array().unwrap());
        let rows = rows.map(|row| (&row["part"], &row["figures"]));
        for (part, numbers) in rows.chain([(&everything, &report["totals"])]) {
            for (measure, figure) in numbers.as_object().unwrap() {
                for side in SIDES {
                    let days = self.days(report, part, measure, side);
                    let count = days.map_or(0, |days| self.count(measure, days, part));
                    assert_eq!(
                        figure[side],
                        json!(count),
                        "{told}: {measure} {side} of {part}"
                    );
                    figures += 1;
                }
            }
        }
        let hours = report["hours"].as_array().unwrap();
        for heat in report["heat"].as_array().unwrap() {
            let measure = heat["measure"].as_str().unwrap();
            for row in heat["rows"].as_array().unwrap() {
                for (hour, count) in hours.iter().zip(row["counts"].as_array().unwrap()) {
                    let part =
                        json!({ "by": "weekday_hour", "weekday": row["weekday"], "hour": hour });
                    let days = self.days(report, &part, measure, "this").unwrap();
                    let by_hand = self.count(measure, days, &part);
                    assert_eq!(
                        count.as_u64().unwrap_or(0),
                        by_hand,
                        "{told}: {measure} of {part}"
                    );
                    figures += 1;
                }
            }
        }
        self.titles_agree(report, told);
        figures
    }

    fn days(&self, report: &Value, part: &Value, measure: &str, side: &str) -> Option<(Day, Day)> {
        let span = match (measure, part["by"].as_str()) {
            ("active_patrons", _) => &report["active_months"][side],
            (_, Some("time")) => &part[side],
            _ => &report["periods"]["days"][side],
        };
        let day = |end: &str| Some(Day::parse(span[end].as_str()?).unwrap());
        day("from").zip(day("to"))
    }

    fn count(&self, measure: &str, (from, to): (Day, Day), part: &Value) -> u64 {
        let within = |day: Day| from <= day && day <= to;
        let counted = match measure {
            "overdue" => {
                let late = |loan: &&Loan| {
                    is_late_on(loan, to) && self.fits(part, Some(loan.item), Some(loan.patron))
                };
                self.book.loans.iter().filter(late).count()
            }
            "active_patrons" => {
                let deeds = self.book.deeds.iter();
                let active = deeds.filter(|deed| ["loans", "renewals"].contains(&deed.measure));
                let active =
                    active.filter(|deed| within(deed.day) && self.fits(part, None, deed.patron));
                active
                    .map(|deed| deed.patron)
                    .collect::<BTreeSet<_>>()
                    .len()
            }
            _ => {
                let is_it = |deed: &&Deed| match measure {
                    "late_returns" => deed.measure == "returns" && deed.late,
                    measure => deed.measure == measure,
                };
                let deeds = self.book.deeds.iter().filter(is_it);
                let deeds = deeds
                    .filter(|deed| within(deed.day) && self.fits(part, deed.item, deed.patron));
                deeds.filter(|deed| at_that_time(part, deed)).count()
            }
        };
        counted as u64
    }

    /// Whether what took part is of the filter and of the part.
    fn fits(&self, part: &Value, item: Option<usize>, patron: Option<usize>) -> bool {
        let thing: Option<&Thing> = item.map(|item| &self.book.items[item]);
        let person: Option<&Person> = patron.map(|patron| &self.book.patrons[patron]);
        let item_type = json!(thing.map(|thing| thing.item_type));
        let category = json!(person.map(|person| person.category));
        let place = thing
            .map(|thing| thing.place)
            .filter(|place| !place.is_empty());
        let class = thing
            .map(|thing| thing.class)
            .filter(|class| !class.is_empty());
        let only =
            |name: &str, own: &Value| self.filter[name].is_null() || self.filter[name] == *own;
        let by = match part["by"].as_str() {
            Some("item_type") => part["kind"] == item_type,
            Some("category") => part["kind"] == category,
            Some("age") => part["band"] == json!(person.map_or("unknown", |person| person.age)),
            Some("location") => part["name"] == json!(place),
            Some("class") => part["name"] == json!(class),
            _ => true,
        };
        by && only("item_type", &item_type)
            && only("category", &category)
            && only("location", &json!(place))
    }

    /// Titles are named from three loans on, the most lent first.
    fn titles_agree(&self, report: &Value, told: &str) {
        let (from, to) = self.days(report, &json!({}), "loans", "this").unwrap();
        let mut loans: BTreeMap<&str, u64> = BTreeMap::new();
        for deed in self
            .book
            .deeds
            .iter()
            .filter(|deed| deed.measure == "loans")
        {
            if from <= deed.day && deed.day <= to && self.fits(&json!({}), deed.item, deed.patron) {
                let item = deed.item.unwrap();
                *loans.entry(&self.book.items[item].title).or_default() += 1;
            }
        }
        let patrons = self.book.patrons.iter();
        let meant = patrons.filter(|patron| {
            self.filter["category"].is_null() || self.filter["category"] == json!(patron.category)
        });
        let few = meant.count() < 5;
        loans.retain(|_, count| *count >= 3 && !few);
        let titles = report["top_titles"]["titles"].as_array().unwrap();
        let named = titles.iter().map(|row| {
            let count = row["loans"]["this"].as_u64().unwrap();
            (row["name"].as_str().unwrap(), count)
        });
        assert_eq!(named.collect::<BTreeMap<_, _>>(), loans, "{told}");
        let counts: Vec<u64> = titles
            .iter()
            .map(|row| row["loans"]["this"].as_u64().unwrap())
            .collect();
        assert!(counts.is_sorted_by(|a, b| a >= b), "{told}: {counts:?}");
        assert_eq!(report["top_titles"]["withheld"], json!(few), "{told}");
    }
}

fn at_that_time(part: &Value, deed: &Deed) -> bool {
    let hour = part["hour"].is_null() || part["hour"] == json!(deed.hour);
    let weekday = part["weekday"].is_null() || part["weekday"] == json!(deed.day.weekday());
    hour && weekday
}

/// Whether a loan was out and late when a day ended, by the due day that it had that evening.
fn is_late_on(loan: &Loan, evening: Day) -> bool {
    let mut held = loan.dues.iter().filter(|(from, _, _)| *from <= evening);
    let Some((_, due, by_the_hour)) = held.next_back() else {
        return false;
    };
    let out = loan.back.is_none_or(|back| back > evening);
    out && (*due < evening || (*by_the_hour && *due == evening))
}
