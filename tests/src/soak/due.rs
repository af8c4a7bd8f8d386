//! When a loan is due, and what lateness costs, against a model that walks day by day and minute by minute. The model
//! shares no code with the rules: it has its own calendar, its own clock and its own idea of money.

mod naive;
mod scene;

use carrel_core::circulation::{Due, Fine, Terms, due, due_again, fine};
use carrel_core::kernel::Zone;

use self::scene::Scene;
use super::{Dice, cases};

#[test]
fn due_days_agree_with_a_naive_model() {
    let mut dice = Dice(2);
    let mut seen = Seen::default();
    let cases = cases(400);
    for case in 0..cases {
        let scene = Scene::roll(&mut dice);
        let before = scene.before();
        let terms = scene.terms();
        let (carrel, _) = match before {
            Some(before) => due_again(&terms, scene.now(), before),
            None => due(&terms, scene.now()),
        };
        let naive = naive::due(&scene);
        assert_eq!(told(carrel), naive, "case {case}: {scene:#?}");
        seen.count(&scene, &terms);
    }
    println!("{cases} due days agree: {seen:?}");
}

#[test]
fn fines_agree_with_a_naive_model() {
    let mut dice = Dice(3);
    let cases = cases(400);
    let mut charged = 0_u64;
    for case in 0..cases {
        let scene = Scene::roll(&mut dice);
        let late = scene.late(&mut dice);
        let Fine { amount, .. } = fine(
            &scene.rule,
            &scene.policy,
            &scene.calendar,
            Zone::parse(scene.zone.name()).unwrap(),
            late.due,
            late.returned,
        );
        let naive = naive::fine(&scene, &late);
        assert_eq!(
            cents(&amount.to_string()),
            naive,
            "case {case}: {late:?} {scene:#?}"
        );
        charged += u64::from(naive > 0);
    }
    println!("{cases} fines agree, {charged} of them above nothing");
}

/// What the cases had in them, so that a soak says what it tried.
#[derive(Debug, Default)]
struct Seen {
    hourly: u64,
    renewals: u64,
    breaks: u64,
    special: u64,
    closures: u64,
    cards: u64,
    clock_changes: u64,
    new_years: u64,
    leap_days: u64,
}

impl Seen {
    fn count(&mut self, scene: &Scene, terms: &Terms<'_>) {
        let facts = naive::facts(scene);
        self.hourly += u64::from(facts.hourly);
        self.renewals += u64::from(scene.before().is_some());
        self.breaks += u64::from(terms.calendar.hours.len() > 7);
        self.special += u64::from(!terms.calendar.special.is_empty());
        self.closures += u64::from(!terms.calendar.closures.is_empty());
        self.cards += u64::from(terms.expires.is_some());
        self.clock_changes += u64::from(facts.clock_change);
        self.new_years += u64::from(facts.new_year);
        self.leap_days += u64::from(facts.leap_day);
    }
}

fn told(due: Due) -> (String, Option<i64>) {
    (due.day.to_string(), due.at.map(|at| at.millis() / 60_000))
}

fn cents(money: &str) -> u64 {
    money.replace('.', "").parse().unwrap()
}
