//! What a plan breaks of the rules of work, against a model that walks from minute to minute. The model shares no code with
//! the rules: it has its own calendar and its own clock. Both are also asked piece by piece, as a screen asks while a
//! shift is dragged.

mod kinds;
mod naive;
mod scene;

use std::collections::BTreeMap;

use carrel_roster::{Days, Facts, Finding, Plan, Shift, findings, of_person, of_place, reach};

use self::naive::Clocks;
use self::scene::Scene;
use super::{Dice, cases};

#[test]
fn findings_agree_with_a_naive_model() {
    let cases = cases(150);
    let threads = std::thread::available_parallelism().map_or(1, |threads| threads.get() as u64);
    let of_thread = |thread: u64| {
        let mut seen = Seen::default();
        let mut clocks = Clocks::default();
        for case in (thread..cases).step_by(usize::try_from(threads).unwrap()) {
            check(case, &mut clocks, &mut seen);
        }
        seen
    };
    let mut all = Seen::default();
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads)
            .map(|thread| scope.spawn(move || of_thread(thread)))
            .collect();
        for thread in running {
            all.add(thread.join().expect("a case that fails has said so"));
        }
    });
    println!(
        "{cases} random weeks agree; with {:?}\nfound: {:?}",
        all.had, all.found
    );
    if cases >= 2_000 {
        all.insist_on_everything();
    }
}

fn check(case: u64, clocks: &mut Clocks, seen: &mut Seen) {
    let scene = Scene::roll(&mut Dice(case.wrapping_mul(0x2545_f491_4f6c_dd1d)));
    let carrel = findings(&scene.plan, &scene.rules, scene.window);
    let naive = naive::findings(&scene, clocks);
    assert_eq!(sorted(&carrel), sorted(&naive), "case {case}: {scene:#?}");
    assert_eq!(
        carrel,
        piece_by_piece(&scene),
        "case {case}, piece by piece: {scene:#?}"
    );
    seen.count(&scene, clocks, &carrel);
}

/// The same asked for one person after the other, with no more shifts than are near.
fn piece_by_piece(scene: &Scene) -> Vec<Finding> {
    let Plan {
        setting,
        people,
        shifts,
    } = &scene.plan;
    let near = near(shifts, scene.window.widened(reach(&scene.rules)));
    let mut all = Vec::new();
    for person in people {
        let own: Vec<_> = near
            .iter()
            .filter(|shift| shift.person == person.id)
            .copied()
            .collect();
        all.extend(of_person(setting, &scene.rules, person, &own, scene.window));
    }
    let there = self::near(shifts, scene.window);
    all.extend(of_place(
        setting,
        &scene.rules,
        people,
        &there,
        scene.window,
    ));
    all
}

fn near(shifts: &[Shift], days: Days) -> Vec<Shift> {
    let touches = |shift: &&Shift| shift.from.day <= days.last && days.first <= shift.to.day;
    shifts.iter().filter(touches).copied().collect()
}

fn sorted(findings: &[Finding]) -> Vec<Finding> {
    let mut findings = findings.to_vec();
    findings.sort();
    findings
}

/// What the cases had in them, so that a soak says what it tried.
#[derive(Default)]
struct Seen {
    had: BTreeMap<&'static str, u64>,
    found: BTreeMap<String, u64>,
}

impl Seen {
    fn count(&mut self, scene: &Scene, clocks: &mut Clocks, findings: &[Finding]) {
        for what in naive::had(scene, clocks) {
            *self.had.entry(what).or_default() += 1;
        }
        for finding in findings {
            if let Facts::AwardSpent { from, .. } = finding.facts {
                let shift = scene
                    .plan
                    .shifts
                    .iter()
                    .find(|shift| finding.shifts.contains(&shift.id));
                let mid_shift = shift.is_some_and(|shift| shift.from < from);
                *self.had.entry("awards spent within a shift").or_default() += u64::from(mid_shift);
            }
            *self.found.entry(kinds::name(&finding.facts)).or_default() += 1;
        }
    }

    fn add(&mut self, other: Seen) {
        for (what, count) in other.had {
            *self.had.entry(what).or_default() += count;
        }
        for (what, count) in other.found {
            *self.found.entry(what).or_default() += count;
        }
    }

    fn insist_on_everything(&self) {
        assert_eq!(self.found.len(), kinds::FACTS, "{:?}", self.found);
        assert!(self.had.values().all(|count| *count > 0), "{:?}", self.had);
    }
}
