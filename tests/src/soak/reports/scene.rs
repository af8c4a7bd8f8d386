//! A library in which anything is done at any hour, and a book that notes each deed as it was done.

use std::collections::BTreeMap;

use carrel_core::kernel::{Day, Minute, Zone};
use serde_json::{Value, json};

use super::super::Dice;
use crate::library::{Library, PASSPHRASE, library, patron};

pub(super) const PLACES: [&str; 4] = ["Main floor", "Annex", "قاعة المطالعة", ""];
/// Call numbers and the classes that they are of.
pub(super) const CALLS: [(&str, &str); 4] = [
    ("Z711 .B66", "Z"),
    ("823.7 AUS", "800"),
    ("FIC AUS", "FIC"),
    ("", ""),
];
const ITEMS: usize = 10;
/// Days from which the clocks change, or the year ends.
const STARTS: [&str; 3] = ["2027-03-09", "2027-11-02", "2026-12-27"];

/// What is noted of a deed.
#[derive(Debug, Clone)]
pub(super) struct Deed {
    pub(super) measure: &'static str,
    pub(super) day: Day,
    pub(super) hour: u16,
    pub(super) item: Option<usize>,
    pub(super) patron: Option<usize>,
    pub(super) late: bool,
}

/// What is noted of a loan: each due day from when it held, and when the item was back.
#[derive(Debug, Clone)]
pub(super) struct Loan {
    pub(super) id: Value,
    pub(super) item: usize,
    pub(super) patron: usize,
    pub(super) dues: Vec<(Day, Day, bool)>,
    due_at: Option<String>,
    pub(super) back: Option<Day>,
    /// Where in the book its return stands.
    returned: Option<usize>,
}

#[derive(Debug, Clone)]
pub(super) struct Thing {
    pub(super) id: Value,
    pub(super) item_type: i64,
    pub(super) place: &'static str,
    pub(super) class: &'static str,
    pub(super) title: String,
}

#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) id: Value,
    pub(super) category: i64,
    pub(super) age: &'static str,
}

/// What the simplest notebook would hold.
#[derive(Debug, Clone, Default)]
pub(super) struct Book {
    pub(super) deeds: Vec<Deed>,
    pub(super) loans: Vec<Loan>,
    pub(super) items: Vec<Thing>,
    pub(super) patrons: Vec<Person>,
    out: BTreeMap<usize, usize>,
}

pub(super) struct Scene {
    pub(super) library: Library,
    pub(super) book: Book,
    dice: Dice,
    zone: Zone,
    first: Day,
    /// How each deed is taken back, with the book as it was before it.
    done: Vec<(Value, Book)>,
}

impl Scene {
    pub(super) fn new(seed: u64) -> Self {
        let library = library();
        let first = Day::parse(STARTS[usize::try_from(seed).unwrap() % STARTS.len()]).unwrap();
        let mut scene = Self {
            library,
            book: Book::default(),
            dice: Dice(seed.wrapping_mul(0x2545_f491_4f6c_dd1d)),
            zone: Zone::parse("America/Chicago").unwrap(),
            first,
            done: Vec::new(),
        };
        scene.at(first, 590);
        if seed % 2 == 1 {
            scene.by_the_hour();
        }
        for number in 0..6 {
            scene.registers(number);
        }
        for number in 0..ITEMS {
            scene.takes_in(number);
        }
        scene
    }

    /// DVDs are lent by the hour.
    fn by_the_hour(&self) {
        for category in 1..=3 {
            let rule = json!({
                "category": category, "item_type": 2, "period": { "unit": "hours", "count": 5 }, "limit": 9,
                "renewals": 2,
            });
            self.library.does("policies.set_rule", rule);
        }
    }

    fn registers(&mut self, number: usize) {
        let (born, age) = [
            (json!("1990-05-01"), "adult"),
            (json!("2020-05-01"), "child"),
            (json!("2012-05-01"), "young_adult"),
            (json!(null), "unknown"),
        ][self.dice.below(4)]
        .clone();
        let category = 1 + i64::try_from(self.dice.below(3)).unwrap();
        let mut details = patron(&format!("20{number:03}"), &format!("Reader {number}"));
        details["born"] = born;
        details["category"] = json!(category);
        let seen = json!({ "details": details, "duplicates_seen": null });
        let id = self.library.does("patrons.register", seen)["id"].clone();
        self.book.patrons.push(Person { id, category, age });
        self.notes(
            "new_patrons",
            None,
            Some(self.book.patrons.len() - 1),
            false,
        );
        // A registration is not taken back, so nothing before it is.
        self.done.clear();
    }

    fn takes_in(&mut self, number: usize) {
        let place = PLACES[self.dice.below(PLACES.len())];
        let (call, class) = CALLS[self.dice.below(CALLS.len())];
        let item_type = [1, 1, 2, 2, 3][self.dice.below(5)];
        let title = format!("Title {number}");
        let details = json!({
            "barcode": format!("30{number:03}"), "call_number": call, "item_type": item_type, "location": place,
        });
        let new = json!({ "kind": "new", "details": { "title": title } });
        let added = self.library.does(
            "catalog.add_item",
            json!({ "title": new, "details": details }),
        );
        let id = added["item"]["id"].clone();
        self.book.items.push(Thing {
            id,
            item_type,
            place,
            class,
            title,
        });
    }

    fn at(&self, day: Day, minute: u16) {
        let at = self.zone.instant(day, Minute::of(minute).unwrap());
        self.library.core.clock().set(at);
        self.library
            .does("accounts.unlock", json!({ "secret": PASSPHRASE }));
    }

    fn now(&self) -> (Day, u16) {
        let (day, minute) = self.library.core.clock().now().local(self.zone);
        (day, minute.hour())
    }

    fn notes(
        &mut self,
        measure: &'static str,
        item: Option<usize>,
        patron: Option<usize>,
        late: bool,
    ) {
        let (day, hour) = self.now();
        self.book.deeds.push(Deed {
            measure,
            day,
            hour,
            item,
            patron,
            late,
        });
    }

    /// Carries a deed out; answers what it answered, and remembers how it is taken back.
    fn does(&mut self, name: &str, input: Value) -> Option<Value> {
        let answer = self.library.call(name, input).ok()?.output;
        if !answer["undo"].is_null() {
            self.done.push((answer["undo"].clone(), self.book.clone()));
        }
        Some(answer)
    }

    pub(super) fn step(&mut self) {
        let item = self.dice.below(ITEMS);
        match self.dice.below(20) {
            0..=5 => self.lends(item),
            6..=8 => self.returns(item),
            9 | 10 => self.renews(item),
            11 => self.uses(item),
            12 => self.changes_due(item),
            13 => self.backdates(),
            14 => self.loses(item),
            15 => self.undoes(),
            16 if self.book.patrons.len() < 9 => self.registers(self.book.patrons.len()),
            16..=18 => self.passes(),
            _ => self.library.later(61),
        }
    }

    /// Some hours or days go by, now and then to the minute before midnight.
    fn passes(&mut self) {
        let (day, _) = self.now();
        let days = [0, 0, 1, 1, 2, 4][self.dice.below(6)];
        let minute = [0, 30, 119, 150, 600, 900, 1439][self.dice.below(7)];
        let next = self
            .zone
            .instant(day.plus(days), Minute::of(minute).unwrap());
        if next > self.library.core.clock().now() {
            self.at(day.plus(days), minute);
        } else {
            self.library.later(3000);
            self.library
                .does("accounts.unlock", json!({ "secret": PASSPHRASE }));
        }
    }

    fn due(&self, loan: &Value) -> ((Day, Day, bool), Option<String>) {
        let due = Day::parse(loan["due"].as_str().unwrap()).unwrap();
        let at = loan["due_at"].as_str().map(str::to_owned);
        ((self.now().0, due, at.is_some()), at)
    }

    fn lends(&mut self, item: usize) {
        let patron = self.dice.below(self.book.patrons.len());
        let (thing, person) = (&self.book.items[item], &self.book.patrons[patron]);
        let input = json!({ "patron": person.id, "item": thing.id, "override": { "reason": "any reason" } });
        let Some(lent) = self.does("circulation.check_out", input) else {
            return;
        };
        let (due, due_at) = self.due(&lent["loan"]);
        self.notes("loans", Some(item), Some(patron), false);
        self.book.out.insert(item, self.book.loans.len());
        self.book.loans.push(Loan {
            id: lent["loan"]["id"].clone(),
            item,
            patron,
            dues: vec![due],
            due_at,
            back: None,
            returned: None,
        });
    }

    fn renews(&mut self, item: usize) {
        let Some(loan) = self.book.out.get(&item).copied() else {
            return;
        };
        let input =
            json!({ "loan": self.book.loans[loan].id, "override": { "reason": "any reason" } });
        let Some(renewed) = self.does("circulation.renew", input) else {
            return;
        };
        let (due, due_at) = self.due(&renewed["loan"]);
        let patron = self.book.loans[loan].patron;
        self.notes("renewals", Some(item), Some(patron), false);
        self.book.loans[loan].dues.push(due);
        self.book.loans[loan].due_at = due_at;
    }

    /// Whether it was late on a day at an instant, by its last due day.
    fn is_late(&self, loan: usize, day: Day, millis: i64) -> bool {
        let loan = &self.book.loans[loan];
        let (_, due, _) = loan.dues[loan.dues.len() - 1];
        let passed = loan.due_at.as_ref().map(|at| {
            let at: carrel_core::kernel::At = serde_json::from_value(json!(at)).unwrap();
            at.millis() < millis
        });
        passed.unwrap_or(day > due)
    }

    fn returns(&mut self, item: usize) {
        let input = json!({ "item": self.book.items[item].id });
        let loan = self.book.out.get(&item).copied();
        let Some(_) = self.does("circulation.check_in", input) else {
            return;
        };
        let Some(loan) = loan else { return };
        let ((day, _), now) = (self.now(), self.library.core.clock().now());
        let late = self.is_late(loan, day, now.millis());
        let patron = self.book.loans[loan].patron;
        self.book.out.remove(&item);
        self.book.loans[loan].back = Some(day);
        self.book.loans[loan].returned = Some(self.book.deeds.len());
        self.notes("returns", Some(item), Some(patron), late);
    }

    fn uses(&mut self, item: usize) {
        let input = json!({ "item": self.book.items[item].id });
        if self.does("circulation.record_in_house", input).is_some() {
            self.notes("in_house", Some(item), None, false);
        }
    }

    fn changes_due(&mut self, item: usize) {
        let Some(loan) = self.book.out.get(&item).copied() else {
            return;
        };
        let (today, _) = self.now();
        let to = today.plus(u32::try_from(self.dice.below(5)).unwrap());
        let input = json!({ "loan": self.book.loans[loan].id, "due": to, "reason": "any reason" });
        if let Some(changed) = self.does("circulation.change_due", input) {
            let (due, due_at) = self.due(&changed["loan"]);
            self.book.loans[loan].dues.push(due);
            self.book.loans[loan].due_at = due_at;
        }
    }

    /// The last return but was on the day before.
    fn backdates(&mut self) {
        let mut loans = self.book.loans.iter().enumerate();
        let Some((at, loan)) = loans.rfind(|(_, loan)| loan.back.is_some()) else {
            return;
        };
        let (Some(back), Some(deed)) = (loan.back, loan.returned) else {
            return;
        };
        let day = back.minus(1);
        let input = json!({ "loan": loan.id, "day": day, "reason": "the book drop" });
        let (last, item) = (self.zone.instant(day, Minute::of(1439).unwrap()), loan.item);
        if self.does("circulation.backdate_return", input).is_some() {
            let late = self.is_late(at, day, last.millis());
            self.book.loans[at].back = Some(day);
            let deed = &mut self.book.deeds[deed];
            (deed.day, deed.hour, deed.late) = (day, 23, late);
            assert_eq!(deed.item, Some(item));
        }
    }

    fn loses(&mut self, item: usize) {
        let status = ["lost", "in_service"][self.dice.below(2)];
        let input = json!({ "item": self.book.items[item].id, "status": status });
        self.does("circulation.set_status", input);
    }

    fn undoes(&mut self) {
        let Some((undo, before)) = self.done.pop() else {
            return;
        };
        match self
            .library
            .call("circulation.undo", json!({ "undo": undo }))
        {
            Ok(_) => self.book = before,
            Err(_) => self.done.clear(),
        }
    }

    /// What is asked of the report: stretches of days, all or in part.
    pub(super) fn questions(&self) -> Vec<Value> {
        let (last, _) = self.now();
        let week = last.minus(6);
        let month = last.first_of_month();
        vec![
            json!({ "from": self.first, "to": last }),
            json!({ "from": week, "to": last, "filter": { "location": "Annex" } }),
            json!({ "from": month, "to": last, "filter": { "category": 1 } }),
            json!({ "from": last.minus(80), "to": last, "filter": { "item_type": 2 } }),
        ]
    }

    /// The days that are asked about are over, and every item came back after them.
    pub(super) fn ends(&mut self) {
        let (last, _) = self.now();
        self.at(last.plus(1), 600);
        for item in 0..ITEMS {
            self.returns(item);
        }
    }

    /// The grace runs out for every loan.
    pub(super) fn forgets(&self) {
        let (last, _) = self.now();
        self.at(last.plus(20), 600);
        self.library.does("circulation.forget_patrons", json!({}));
        let known = "SELECT count(patron) FROM loan";
        let known: i64 = self
            .library
            .outside()
            .query_row(known, [], |row| row.get(0))
            .unwrap();
        assert_eq!(known, 0, "every loan forgot its patron");
        let joined = "SELECT count(loan) FROM loan_stretch";
        let joined: i64 = self
            .library
            .outside()
            .query_row(joined, [], |row| row.get(0))
            .unwrap();
        assert_eq!(joined, 0, "no stretch knows its loan");
    }
}
