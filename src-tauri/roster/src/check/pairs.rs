//! Who works with whom: apart, beside another, in company. It counts nobody and knows no desk.

use super::case::{Report, Work};
use super::cover::{Piece, Scene};
use crate::finding::Facts;
use crate::person::Person;
use crate::rule::Together;
use crate::setting::{Company, Pair};

/// Notes who works with whom against what was said of them.
pub(super) fn judge(scene: &Scene<'_>, together: Together, report: &mut Report<'_>) {
    let meant = |pair: &&Pair| match pair.with {
        Company::Not(_) => together == Together::Apart,
        Company::With(_) => together == Together::Beside,
        Company::Anybody | Company::Senior => together == Together::Accompanied,
    };
    for pair in scene.setting.pairs.iter().filter(meant) {
        for wrong in scene.wrong(|piece| Some(((), wrong(pair, piece)?))) {
            let (from, to) = scene.told(wrong.span);
            let facts = match pair.with {
                Company::Not(other) => Facts::NotApart {
                    one: pair.one,
                    other,
                    from,
                    to,
                },
                Company::With(other) => Facts::NotBeside { other, from, to },
                Company::Anybody | Company::Senior => Facts::Unaccompanied {
                    senior: pair.with == Company::Senior,
                    from,
                    to,
                },
            };
            report.add_of(Some(pair.one), wrong.shifts, facts);
        }
    }
}

/// The work that is wrong in a stretch, if any is.
fn wrong<'a>(pair: &Pair, piece: &Piece<'a>) -> Option<Vec<(Work, &'a Person)>> {
    let there = |is: &dyn Fn(&Person) -> bool| -> Vec<(Work, &'a Person)> {
        let there = piece.there.iter();
        there.filter(|(_, person)| is(person)).copied().collect()
    };
    let one = there(&|person| person.id == pair.one);
    if one.is_empty() || !pair.holds(piece.day) {
        return None;
    }
    let others = there(&|person| {
        person.id != pair.one
            && match pair.with {
                Company::Not(other) | Company::With(other) => person.id == other,
                Company::Anybody => true,
                Company::Senior => person.senior,
            }
    });
    match pair.with {
        Company::Not(_) => (!others.is_empty()).then(|| [one, others].concat()),
        Company::With(_) | Company::Anybody | Company::Senior => others.is_empty().then_some(one),
    }
}
