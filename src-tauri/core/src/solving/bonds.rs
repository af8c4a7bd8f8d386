//! Who is to work with whom, or not, as the solver takes it. It judges nobody.

use carrel_roster::week::{Bond, Tie};
use carrel_roster::{Company, Kind, Pair, Severity, Together};

use super::matter::Matter;
use super::seats::UNSAFE;

/// What a slot costs that a rule forbids: more than anything that it could cover.
const FORBIDDEN: i32 = 500;

/// What the rules about pairs ask of the people of the raster. A pair that holds on some of the days is heeded on all.
pub(super) fn bonds(matter: &Matter) -> Vec<Bond> {
    let rules = matter.given.rules.iter();
    let rules = rules.filter(|rule| rule.severity > Severity::Note);
    let of_rule = |rule: &carrel_roster::Rule| {
        let Kind::Together(together) = rule.kind else {
            return Vec::new();
        };
        let weight = match rule.severity {
            Severity::Block => FORBIDDEN,
            Severity::Warn | Severity::Note => UNSAFE,
        };
        let pairs = matter.given.setting.pairs.iter();
        let bonds = pairs.filter_map(|pair| bond(matter, together, pair, weight));
        bonds.collect()
    };
    rules.flat_map(of_rule).collect()
}

fn bond(matter: &Matter, together: Together, pair: &Pair, weight: i32) -> Option<Bond> {
    let (first, last) = matter.window;
    if !first.through(last).any(|day| pair.holds(day.date())) {
        return None;
    }
    let number = |id| matter.people().position(|person| person.id == id);
    let one = number(pair.one)?;
    let everybody = || (0..matter.raster.people.len()).filter(|other| *other != one);
    let (kind, others): (Tie, Vec<usize>) = match (together, pair.with) {
        (Together::Apart, Company::Not(other)) => (Tie::Apart, vec![number(other)?]),
        (Together::Beside, Company::With(other)) => {
            (Tie::Beside, number(other).into_iter().collect())
        }
        (Together::Accompanied, Company::Anybody) => (Tie::Beside, everybody().collect()),
        (Together::Accompanied, Company::Senior) => {
            let people: Vec<_> = matter.people().collect();
            let others = everybody().filter(|other| people[*other].senior);
            (Tie::Beside, others.collect())
        }
        _ => return None,
    };
    Some(Bond {
        one,
        others,
        kind,
        weight,
    })
}
