//! Whatever is done at the desk, each undo puts back exactly the rows that were there, and every balance stays a sum.

use std::collections::BTreeMap;

use carrel_core::front;
use serde_json::{Value, json};

use super::{Dice, cases};
use crate::library::{Library, library};

const ITEMS: usize = 4;
const PATRONS: usize = 2;

/// The tables that the desk writes, with the order of their rows.
const TABLES: &[(&str, &str)] = &[
    ("loan", "id"),
    ("item", "id"),
    ("event", "id"),
    ("loan_claim", "loan"),
    ("charge", "id"),
    ("credit", "id"),
    ("allocation", "credit, charge"),
];

type Rows = BTreeMap<&'static str, Vec<String>>;

struct Desk {
    library: Library,
    items: Vec<Value>,
    patrons: Vec<Value>,
    dice: Dice,
    /// How each deed is taken back, the newest last, with all rows as they were before it.
    done: Vec<(Value, Rows)>,
}

impl Desk {
    fn new(seed: u64) -> Self {
        let library = library();
        let items = (0..ITEMS).map(|n| library.book(&format!("30{n:02}"), "Middlemarch"));
        let items = items.collect();
        let patrons = (0..PATRONS).map(|n| library.patron(&format!("20{n:02}"), "Ada"));
        let patrons = patrons.collect();
        Self {
            library,
            items,
            patrons,
            dice: Dice(seed),
            done: Vec::new(),
        }
    }

    /// Every row of every table that the desk writes, as text.
    fn rows(&self) -> Rows {
        let outside = self.library.outside();
        let table = |(table, order): &(&'static str, &str)| {
            let query = format!("SELECT * FROM {table} ORDER BY {order}");
            let mut rows = outside.prepare(&query).unwrap();
            let columns = rows.column_count();
            let mut rows = rows.query([]).unwrap();
            let mut all = Vec::new();
            while let Some(row) = rows.next().unwrap() {
                let cells = (0..columns).map(|cell| format!("{:?}", row.get_ref_unwrap(cell)));
                all.push(cells.collect::<Vec<_>>().join(" "));
            }
            (*table, all)
        };
        TABLES.iter().map(table).collect()
    }

    /// Carries one deed out; what is refused changes nothing, what is done leaves an undo.
    fn does(&mut self, name: &str, input: Value) {
        let before = self.rows();
        match self.library.call(name, input) {
            Ok(answer) if answer.output["undo"].is_null() => {
                assert_eq!(self.rows(), before, "{name} changed rows without an undo");
            }
            Ok(answer) => self.done.push((answer.output["undo"].clone(), before)),
            Err(_) => assert_eq!(self.rows(), before, "{name} was refused and changed rows"),
        }
    }

    fn undo(&mut self) {
        if let Some((undo, before)) = self.done.pop() {
            self.library
                .does("circulation.undo", json!({ "undo": undo }));
            assert_eq!(self.rows(), before, "undo {undo}");
        }
    }

    fn step(&mut self) {
        let item = self.items[self.dice.below(ITEMS)].clone();
        let patron = self.patrons[self.dice.below(PATRONS)].clone();
        let number = self.dice.below(6) + 1;
        let cents = (self.dice.below(400) + 1) as i64;
        let over = json!({ "reason": "any reason" });
        match self.dice.below(17) {
            0..=2 => self.does(
                "circulation.check_out",
                json!({ "patron": patron, "item": item, "override": over }),
            ),
            3 => self.does(
                "circulation.renew",
                json!({ "loan": number, "override": over }),
            ),
            4 | 5 => self.does("circulation.check_in", json!({ "item": item })),
            6 => self.does(
                "circulation.set_status",
                json!({ "item": item, "status": (["lost", "missing", "in_service"])[number % 3] }),
            ),
            7 => self.does(
                "circulation.charge",
                json!({ "patron": patron, "loan": null, "kind": "card", "amount": cents }),
            ),
            8 => self.does(
                "circulation.charge",
                json!({ "patron": patron, "loan": number, "kind": "damage", "amount": cents }),
            ),
            9 => self.does(
                "circulation.take_payment",
                json!({ "patron": patron, "amount": cents, "charges": [] }),
            ),
            10 => self.does(
                "circulation.waive",
                json!({ "patron": patron, "amount": null, "charges": [], "reason": "kindness" }),
            ),
            11 => self.does(
                "circulation.reverse",
                json!({ "credit": number, "reason": "a slip" }),
            ),
            12 => self.does(
                "circulation.claim_returned",
                json!({ "loan": number, "reason": "says so" }),
            ),
            13 => self.does(
                "circulation.backdate_return",
                json!({ "loan": number, "day": "2026-11-23", "reason": "book drop" }),
            ),
            14 | 15 => self.undo(),
            _ => self.library.later(61),
        }
    }

    fn checks(&self) {
        let faults = front::check(&self.library.core).unwrap().faults;
        assert_eq!(faults, Vec::<String>::new());
    }
}

#[test]
fn every_undo_puts_back_exactly_the_rows_that_were_there() {
    for seed in 0..cases(4) {
        let mut desk = Desk::new(seed);
        for _ in 0..60 {
            desk.step();
        }
        desk.checks();
        while !desk.done.is_empty() {
            desk.undo();
        }
        desk.checks();
        for (table, rows) in desk.rows() {
            let left = if table == "item" { ITEMS } else { 0 };
            let left = if table == "event" { PATRONS } else { left };
            assert_eq!(rows.len(), left, "{table}");
        }
    }
}
