//! One rule of each kind with random figures, and the names of what they find.

use carrel_roster::{Ages, Facts, Kind, Rule, Scope, Severity, Together, When, Youth};

use super::super::Dice;
use super::scene::{one, short, small};

/// How many different facts there are.
pub(super) const FACTS: usize = 38;

/// The word of the facts.
pub(super) fn name(facts: &Facts) -> String {
    let told = format!("{facts:?}");
    told.split([' ', '{', '('])
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// About two in three of all kinds, each with figures at which it is sometimes broken.
pub(super) fn rules(dice: &mut Dice) -> Vec<Rule> {
    let mut kinds = of_persons(dice);
    kinds.extend(of_sums(dice));
    kinds.extend(of_the_place(dice));
    let mut rules = Vec::new();
    for (index, kind) in kinds.into_iter().enumerate() {
        if dice.below(3) == 0 {
            continue;
        }
        let severity = one(dice, &[Severity::Note, Severity::Warn, Severity::Block]);
        let ages = if matches!(kind, Kind::Youth(_) | Kind::Occupation { .. }) {
            one(dice, &[(14, 16), (16, 18), (0, 18)])
        } else if dice.below(5) == 0 {
            one(dice, &[(14, 16), (16, 18), (18, 120), (0, 14)])
        } else {
            (0, 0)
        };
        let scope = Scope {
            any: one(dice, &[&[][..], &[], &["f1"], &["f1", "j1"]])
                .iter()
                .map(|tag| (*tag).to_owned())
                .collect(),
            none: one(dice, &[&[][..], &[], &[], &["j1"]])
                .iter()
                .map(|tag| (*tag).to_owned())
                .collect(),
            ages: (ages.1 > 0).then_some(Ages {
                from: ages.0,
                under: ages.1,
            }),
        };
        rules.push(Rule {
            id: format!("{index}"),
            kind,
            scope,
            severity,
        });
    }
    rules
}

fn of_persons(dice: &mut Dice) -> Vec<Kind> {
    let youth = Youth {
        school_day: maybe(dice, &[60, 180]),
        other_day: maybe(dice, &[120, 480]),
        school_week: maybe(dice, &[300, 1080]),
        other_week: maybe(dice, &[600, 2400]),
        from: maybe(dice, &[420, 61, 150]).map(short),
        until: maybe(dice, &[1140, 1320]).map(short),
        summer_until: maybe(dice, &[1260, 1000]).map(short),
        school: one(dice, &[None, Some((480, 900)), Some((110, 700))]),
    };
    vec![
        Kind::DoubleBooking,
        Kind::Availability,
        Kind::Class {
            travel: short(one(dice, &[0, 10, 25])),
        },
        Kind::Leave,
        Kind::OpeningHours {
            margin: short(one(dice, &[0, 0, 15, 60])),
        },
        Kind::DeskHours,
        Kind::Award {
            warn_percent: one(dice, &[80, 90, 100]),
        },
        Kind::Authorisation {
            warn_days: one(dice, &[0, 2, 30]),
        },
        Kind::Youth(youth),
        Kind::Youth(Youth {
            from: None,
            until: None,
            ..youth
        }),
        Kind::Occupation {
            duties: vec!["baler".into(), "van".into()],
        },
        Kind::MinimumAge {
            years: one(dice, &[14, 16]),
        },
        Kind::Employment,
        Kind::Skill,
    ]
}

fn of_sums(dice: &mut Dice) -> Vec<Kind> {
    let breaks = |dice: &mut Dice| Kind::Break {
        after: one(dice, &[240, 300, 360]),
        inclusive: dice.below(2) == 0,
        minutes: one(dice, &[1, 15, 30, 45]),
        each: dice.below(2) == 0,
    };
    let week = |dice: &mut Dice| Kind::WeekHours {
        most: one(dice, &[300, 1200, 1170, 2400]),
        when: one(dice, &[When::Always, When::InSession, When::OutOfSession]),
        elsewhere: dice.below(3) > 0,
    };
    vec![
        Kind::Rest {
            least: small(dice.below(1_000)),
        },
        breaks(dice),
        breaks(dice),
        Kind::Length {
            least: one(dice, &[0, 60, 120]),
            most: one(dice, &[240, 300]),
            hard: one(dice, &[345, 600]),
        },
        Kind::ConsecutiveDays {
            most: small(1 + dice.below(6)),
        },
        Kind::CloseOpen,
        Kind::DayHours {
            most: one(dice, &[180, 300, 480]),
        },
        week(dice),
        week(dice),
        Kind::Wanted,
        Kind::Agreed,
        Kind::DaysPerWeek {
            most: small(1 + dice.below(6)),
        },
    ]
}

fn of_the_place(dice: &mut Dice) -> Vec<Kind> {
    let together = [
        Together::Trained,
        Together::Senior,
        Together::Alone,
        Together::AloneUnder {
            age: one(dice, &[16, 18]),
        },
        Together::OpenClose {
            people: one(dice, &[1, 2, 3]),
            minutes: short(one(dice, &[1, 15, 90])),
        },
        Together::Keyholder {
            minutes: short(one(dice, &[1, 15])),
        },
        Together::Apart,
        Together::Beside,
        Together::Accompanied,
    ];
    together.map(Kind::Together).to_vec()
}

fn maybe(dice: &mut Dice, of: &[u32]) -> Option<u32> {
    (dice.below(4) > 0).then(|| one(dice, of))
}
