//! A clerk who works as fast as answers come, writes down each answer, and knows what must be there after the power went.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::library::{Library, carrel_cli};

const ITEMS: i64 = 8;
const PATRONS: i64 = 3;
/// The longest that a desk works before it is killed, in milliseconds.
const LONGEST: u64 = 700;
/// Commands that come from elsewhere than the clerk's hands, or in as many rows as they like.
const NOT_OWN: &[&str] = &[
    "accounts.sign_in",
    "transfer.run",
    "transfer.import_patrons",
    "circulation.forget_patrons",
];

/// What was seen in all rounds.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    pub(crate) answered: usize,
    pub(crate) backups: usize,
    imports: usize,
    cut_off: usize,
    cut_off_and_there: usize,
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} commands and {} imports answered, none lost; {} cut off, of which {} were there whole; {} backups restored",
            self.answered, self.imports, self.cut_off, self.cut_off_and_there, self.backups
        )
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Deed {
    Register,
    Lend(i64, i64),
    TakeBack(i64),
    Import(i64),
    BackUp,
}

pub(crate) struct Desk {
    pub(crate) figures: Figures,
    dice: u64,
    next: u64,
    /// Who has which item.
    out: BTreeMap<i64, i64>,
    patrons: i64,
    /// The newest row of the record when the round began.
    head: i64,
    /// The clerk's own commands of this round that were answered.
    answered: Vec<&'static str>,
    /// What was asked and not answered when the power went.
    asked: Option<Deed>,
}

/// A running Carrel that answers line by line.
struct Line {
    child: Arc<Mutex<Child>>,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Line {
    fn open(library: &Library) -> Self {
        let mut command = carrel_cli(&library.file);
        command.args(["call", "--lines", "--as", "Ada"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (to, from) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        Self {
            child: Arc::new(Mutex::new(child)),
            to,
            from: BufReader::new(from),
        }
    }

    /// What a command answers; none when the power went before the answer.
    fn ask(&mut self, command: &str, input: &Value) -> Option<Value> {
        let line = json!({ "command": command, "input": input });
        writeln!(self.to, "{line}").ok()?;
        let mut answer = String::new();
        self.from.read_line(&mut answer).ok()?;
        // A line that was cut off is no answer.
        answer
            .ends_with('\n')
            .then(|| serde_json::from_str(&answer).unwrap())
    }

    /// The output of a command that succeeds.
    fn does(&mut self, command: &str, input: &Value) -> Value {
        let answer = self.ask(command, input).expect("nobody kills this one");
        assert!(answer["failure"].is_null(), "{command}: {answer}");
        answer["output"].clone()
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        let mut child = self.child.lock().unwrap();
        // It may be gone already, which is as well.
        let _ = child.kill();
        let _ = child.wait();
    }
}

impl Desk {
    pub(crate) fn new(library: &Library) -> Self {
        let mut desk = Self {
            figures: Figures::default(),
            dice: 1,
            next: 1,
            out: BTreeMap::new(),
            patrons: 0,
            head: 0,
            answered: Vec::new(),
            asked: None,
        };
        let mut line = Line::open(library);
        for _ in 0..PATRONS {
            let register = desk.register();
            line.does("patrons.register", &register);
            desk.patrons += 1;
        }
        for number in 1..=ITEMS {
            let details = json!({
                "barcode": format!("300{number}"), "call_number": "", "item_type": 1, "location": "", "price": null, "note": "",
            });
            let title = json!({ "title": "Middlemarch", "author": "", "isbn": "", "year": null, "publisher": "" });
            let title = json!({ "kind": "new", "details": title });
            line.does(
                "catalog.add_item",
                &json!({ "title": title, "details": details }),
            );
        }
        desk.head = head(&mut line);
        desk
    }

    /// Works until the power goes, at a moment that nobody knows.
    pub(crate) fn works_until_killed(&mut self, library: &Library) {
        let mut line = Line::open(library);
        // The moment is counted from the first answer, so that it falls into the work.
        line.does("accounts.session", &json!({}));
        let (child, moment) = (
            Arc::clone(&line.child),
            Duration::from_millis(self.below(LONGEST)),
        );
        let killer = thread::spawn(move || {
            thread::sleep(moment);
            child.lock().unwrap().kill().unwrap();
        });
        self.answered.clear();
        loop {
            let deed = self.chooses();
            self.asked = Some(deed.clone());
            if !self.carries_out(&mut line, &deed) {
                break;
            }
            self.asked = None;
        }
        killer.join().unwrap();
    }

    /// Asks a fresh Carrel for everything that must be there.
    pub(crate) fn compares(&mut self, library: &Library) {
        let mut line = Line::open(library);
        let list = json!({ "before": null, "limit": 500 });
        let rows = line.does("audit.list", &list);
        let mut rows: Vec<&Value> = rows.as_array().unwrap().iter().collect();
        rows.retain(|row| row["seq"].as_i64().unwrap() > self.head);
        rows.reverse();
        let mut own: Vec<&str> = rows
            .iter()
            .map(|row| row["command"].as_str().unwrap())
            .collect();
        own.retain(|command| !NOT_OWN.contains(command));
        let cut_off = self.asked.take();
        let whole = match own.strip_prefix(self.answered.as_slice()) {
            Some([]) => false,
            Some([one]) => cut_off.as_ref().and_then(name) == Some(*one),
            more => panic!(
                "after {:?} the record says {own:?} ({more:?})",
                self.answered
            ),
        };
        self.figures.cut_off += usize::from(cut_off.is_some());
        self.figures.cut_off_and_there += usize::from(whole);
        if let (true, Some(deed)) = (whole, &cut_off) {
            self.writes_down(deed);
        }
        let patrons = line.does("today.overview", &json!({}))["patrons"]
            .as_i64()
            .unwrap();
        let may_be = match cut_off {
            // Batches that were kept before the power went are there; no row twice, and none that nobody sent.
            Some(Deed::Import(rows)) => self.patrons..=self.patrons + rows,
            _ => self.patrons..=self.patrons,
        };
        assert!(
            may_be.contains(&patrons),
            "{patrons} patrons instead of {may_be:?}"
        );
        self.patrons = patrons;
        for item in 1..=ITEMS {
            let loan = line.does("circulation.item_loan", &json!({ "item": item }));
            assert_eq!(
                loan["patron"].as_i64(),
                self.out.get(&item).copied(),
                "item {item}"
            );
        }
        self.head = head(&mut line);
    }

    fn chooses(&mut self) -> Deed {
        let item = 1 + i64::try_from(self.below(8)).unwrap();
        match self.below(20) {
            0 => Deed::BackUp,
            1 => Deed::Import(if self.below(8) == 0 { 1_100 } else { 40 }),
            2..=6 => Deed::Register,
            _ if self.out.contains_key(&item) => Deed::TakeBack(item),
            _ => Deed::Lend(item, 1 + i64::try_from(self.below(3)).unwrap()),
        }
    }

    /// Answers whether there was an answer.
    fn carries_out(&mut self, line: &mut Line, deed: &Deed) -> bool {
        let answer = match deed {
            Deed::Register => {
                let register = self.register();
                line.ask("patrons.register", &register)
            }
            Deed::Lend(item, patron) => {
                let reason = json!({ "reason": "the desk is being tried" });
                let input = json!({ "item": item, "patron": patron, "override": reason });
                line.ask("circulation.check_out", &input)
            }
            Deed::TakeBack(item) => line.ask("circulation.check_in", &json!({ "item": item })),
            Deed::Import(rows) => self.import(line, *rows),
            Deed::BackUp => line.ask("backup.now", &json!({})),
        };
        let Some(answer) = answer else {
            return false;
        };
        assert!(answer["failure"].is_null(), "{deed:?}: {answer}");
        self.writes_down(deed);
        self.answered.extend(name(deed));
        match deed {
            Deed::Import(_) => self.figures.imports += 1,
            Deed::Register | Deed::Lend(..) | Deed::TakeBack(_) | Deed::BackUp => {
                self.figures.answered += 1;
            }
        }
        true
    }

    /// What is so from now on.
    fn writes_down(&mut self, deed: &Deed) {
        match deed {
            Deed::Register => self.patrons += 1,
            Deed::Lend(item, patron) => drop(self.out.insert(*item, *patron)),
            Deed::TakeBack(item) => drop(self.out.remove(item)),
            Deed::Import(rows) => self.patrons += rows,
            Deed::BackUp => {}
        }
    }

    fn import(&mut self, line: &mut Line, rows: i64) -> Option<Value> {
        let lines: String = (0..rows)
            .map(|_| format!("{},Okafor,Adult\n", self.card()))
            .collect();
        let csv = format!("card,family_name,category\n{lines}");
        let staged =
            json!({ "name": "patrons.csv", "base64": STANDARD.encode(&csv), "last": true });
        let staged = line.ask("transfer.stage", &staged)?;
        if staged["failure"]["code"] == "unknown_command" {
            return line.ask(
                "transfer.import_patrons",
                &json!({ "csv": csv, "mode": "keep" }),
            );
        }
        let seen = &staged["output"]["inspection"];
        let suggestions = seen["suggestions"].as_array().unwrap();
        let of_patrons = |one: &&Value| one["mapping"]["kind"] == "patrons";
        let mapping = &suggestions.iter().find(of_patrons).unwrap()["mapping"];
        let run = json!({ "file": seen["file"], "mapping": mapping, "mode": "keep" });
        line.ask("transfer.run", &run)
    }

    fn register(&mut self) -> Value {
        let details =
            json!({ "card": self.card().to_string(), "family_name": "Okafor", "category": 1 });
        json!({ "details": details })
    }

    /// A card that nobody has.
    fn card(&mut self) -> u64 {
        self.next += 1;
        20_000_000 + self.next
    }

    /// Numbers that look random and are the same in every run (SplitMix64, Steele, Lea and Flood 2014).
    fn below(&mut self, bound: u64) -> u64 {
        self.dice = self.dice.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.dice;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }
}

/// How the record names what a deed writes; none for what writes no row of its own.
fn name(deed: &Deed) -> Option<&'static str> {
    match deed {
        Deed::Register => Some("patrons.register"),
        Deed::Lend(..) => Some("circulation.check_out"),
        Deed::TakeBack(_) => Some("circulation.check_in"),
        Deed::Import(_) | Deed::BackUp => None,
    }
}

fn head(line: &mut Line) -> i64 {
    let newest = line.does("audit.list", &json!({ "before": null, "limit": 1 }));
    newest[0]["seq"].as_i64().unwrap()
}
