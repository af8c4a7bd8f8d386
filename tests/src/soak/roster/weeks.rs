//! Whole libraries whose weeks are solved, kept, changed and solved again through the front door: clocks that change,
//! birthdays, classes, leave, pins, somebody who falls ill. What stands is walked through minute by minute of real time,
//! by the rules as they are said; the walk shares no code with the solver or with the rules of work.

mod facts;
mod naive;

use serde_json::{Value, json};

use self::facts::Facts;
use self::naive::walk;
use crate::library::{Library, PASSPHRASE, new_library};
use crate::soak::{Dice, cases};

/// A shift as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stands {
    id: i64,
    staff: i64,
    day: String,
    start: u32,
    end: u32,
}

/// So many cases of the other walks there are to one of these, which take longer.
const RARELY: u64 = 4;

#[test]
fn what_a_library_keeps_breaks_no_rule() {
    let cases = cases(8).div_ceil(RARELY);
    let (mut shifts, mut ill, mut pinned) = (0, 0, 0);
    for case in 0..cases {
        let mut dice = Dice(case.wrapping_mul(0x2545_f491_4f6c_dd1d) + 17);
        let mut facts = Facts::roll(&mut dice);
        let library = set_up(&facts);
        facts.tell(&library);
        let before = solves(&library, &facts, &json!({ "keep": "everything" }));
        judged(case, &facts, &before);
        shifts += before.len();
        let Some(first) = before.first() else {
            continue;
        };
        let stays: Vec<&Stands> = before
            .iter()
            .filter(|shift| shift.staff != first.staff && dice.below(3) == 0)
            .collect();
        facts.falls_ill(&library, first.staff, &first.day);
        let pins: Vec<i64> = stays.iter().map(|shift| shift.id).collect();
        let change = json!({ "keep": "most", "pinned": pins });
        let after = solves(&library, &facts, &change);
        judged(case, &facts, &after);
        for shift in &stays {
            assert!(after.contains(shift), "case {case}: {shift:?} was pinned");
        }
        (ill, pinned) = (ill + 1, pinned + stays.len());
    }
    println!("{cases} libraries: {shifts} shifts, {ill} fell ill, {pinned} pinned");
}

fn set_up(facts: &Facts) -> Library {
    let library = new_library();
    let first = json!({ "library": "Marlow Falls", "zone": facts.zone.name(), "name": "Maya", "passphrase": PASSPHRASE });
    library.does("accounts.create_first", first);
    library
}

/// What stands after a solve was kept.
fn solves(library: &Library, facts: &Facts, change: &Value) -> Vec<Stands> {
    let mut ask = json!({
        "first": facts.days[0].to_string(), "last": facts.days.last().unwrap().to_string(), "thousands": 6,
    });
    for (field, value) in change.as_object().unwrap() {
        ask[field] = value.clone();
    }
    let proposal = library.finishes("solving.start", ask);
    let kept = json!({
        "first": proposal["first"], "last": proposal["last"], "changes": proposal["changes"],
    });
    library.does("solving.keep", kept);
    let weeks = facts.days.iter().step_by(7);
    let shifts = weeks.flat_map(|day| {
        let week = library.does("schedule.week", json!({ "day": day.to_string() }));
        week["shifts"].as_array().unwrap().clone()
    });
    let stand = shifts.map(|placed| {
        let (shift, details) = (&placed["shift"], &placed["shift"]["details"]);
        let number = |field: &str| details[field].as_i64().unwrap();
        Stands {
            id: shift["id"].as_i64().unwrap(),
            staff: number("staff"),
            day: details["day"].as_str().unwrap().to_owned(),
            start: u32::try_from(number("start")).unwrap(),
            end: u32::try_from(number("end")).unwrap(),
        }
    });
    stand.collect()
}

fn judged(case: u64, facts: &Facts, stands: &[Stands]) {
    let faults = walk(facts, stands);
    assert_eq!(faults, [""; 0], "case {case}: {stands:#?} of {facts:#?}");
}
