//! A desk at which anything is done in any order, against a model that only knows who has what.

use std::collections::HashMap;

use carrel_core::front;
use serde_json::{Value, json};

use super::{Dice, cases};
use crate::library::{Library, library};

const ITEMS: usize = 12;
const PATRONS: usize = 4;

/// What the simplest notebook would hold: who has which item, and how often each thing was counted.
#[derive(Default)]
struct Notebook {
    out: HashMap<usize, usize>,
    loans: i64,
    events: i64,
}

struct Desk {
    library: Library,
    items: Vec<Value>,
    patrons: Vec<Value>,
    notebook: Notebook,
    /// The undo of the newest scan, with the notebook's page before it.
    newest: Option<(Value, HashMap<usize, usize>, i64)>,
}

impl Desk {
    fn new() -> Self {
        let library = library();
        let items = (0..ITEMS).map(|n| library.book(&format!("30{n:02}"), "Middlemarch"));
        let items = items.collect();
        let patrons = (0..PATRONS).map(|n| library.patron(&format!("20{n:02}"), "Ada"));
        let patrons = patrons.collect();
        let notebook = Notebook {
            events: i64::try_from(PATRONS).unwrap(),
            ..Notebook::default()
        };
        Self {
            library,
            items,
            patrons,
            notebook,
            newest: None,
        }
    }

    /// Carries a scan out, and notes how it is taken back when it succeeded. Answers whether it did.
    fn scan(&mut self, name: &str, input: Value, loans: i64) -> bool {
        let before = (self.notebook.out.clone(), loans);
        let Ok(answer) = self.library.call(name, input) else {
            return false;
        };
        let undo = answer.output["undo"].clone();
        self.newest = (!undo.is_null()).then_some((undo, before.0, before.1));
        true
    }

    fn check_out(&mut self, item: usize, patron: usize) {
        let input = json!({
            "patron": self.patrons[patron], "item": self.items[item], "override": { "reason": "any reason" },
        });
        let free = !self.notebook.out.contains_key(&item);
        assert_eq!(self.scan("circulation.check_out", input, 1), free);
        if free {
            self.notebook.out.insert(item, patron);
            self.notebook.loans += 1;
            self.notebook.events += 1;
        }
    }

    fn check_in(&mut self, item: usize) {
        let input = json!({ "item": self.items[item] });
        let was_out = self.notebook.out.contains_key(&item);
        let taken = self.scan("circulation.check_in", input, 0);
        assert!(
            taken || !was_out,
            "a return of what is out is never refused"
        );
        if was_out {
            self.notebook.out.remove(&item);
            self.notebook.events += 1;
        }
    }

    fn undo(&mut self) {
        let Some((undo, out, loans)) = self.newest.take() else {
            return;
        };
        self.library
            .does("circulation.undo", json!({ "undo": undo }));
        self.notebook.out = out;
        self.notebook.loans -= loans;
        self.notebook.events -= 1;
    }

    fn compare(&self) {
        for (item, id) in self.items.iter().enumerate() {
            let loan = self
                .library
                .does("circulation.item_loan", json!({ "item": id }));
            let patron = self
                .notebook
                .out
                .get(&item)
                .map(|patron| &self.patrons[*patron]);
            assert_eq!(loan.get("patron"), patron, "item {item}");
        }
        assert_eq!(self.library.rows("loan"), self.notebook.loans);
        assert_eq!(self.library.rows("event"), self.notebook.events);
        assert_eq!(
            front::check(&self.library.core).unwrap().faults,
            Vec::<String>::new()
        );
    }
}

#[test]
fn whatever_is_done_the_desk_agrees_with_a_notebook() {
    let mut dice = Dice(1);
    let mut desk = Desk::new();
    for step in 0..cases(400) {
        let (item, patron) = (dice.below(ITEMS), dice.below(PATRONS));
        match dice.below(8) {
            0..=2 => desk.check_out(item, patron),
            3..=5 => desk.check_in(item),
            6 => desk.undo(),
            _ => desk.library.later(30),
        }
        if step % 50 == 49 {
            desk.compare();
        }
    }
    desk.compare();
}
