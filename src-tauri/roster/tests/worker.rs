//! The worker as a process: what it says, and how it ends.

use std::time::Duration;

use carrel_roster::Stopwatch;
use carrel_roster::rota::{Rota, generate, score as score_rota};
use carrel_roster::week::{Line, Stint, Week, Weights, Worker, score};
use carrel_roster::worker::{Problem, Process, Report, Request, Said};

/// A day of ten slots; so many people for one desk that wants two.
fn week(people: usize, days: usize) -> Week {
    let worker = Worker {
        slots: vec![Some(1); days * 10],
        feeds: vec![Some(vec![0])],
        shortest: 2,
        longest: vec![6; days],
        least: 0,
        wanted: 12,
        even: 0,
        most: vec![20; days.div_ceil(7)],
        days: 4,
        run: 3,
        fair: Vec::new(),
        pinned: vec![None; days],
        told: vec![None; days],
    };
    Week {
        days,
        width: 10,
        lines: vec![Line {
            need: vec![2; days * 10],
            under: 50,
            over: 30,
        }],
        people: vec![worker; people],
        rests: vec![4; days],
        shares: Vec::new(),
        bonds: Vec::new(),
        weights: Weights {
            short: 5,
            beyond: 5,
            least: 0,
            steep: 0,
            stint: 3,
            change: 0,
        },
    }
}

fn start<P: Problem>(request: &Request<P>) -> Process<P> {
    Process::start(env!("CARGO_BIN_EXE_roster"), ["worker"], request).expect("it starts")
}

fn to_the_end<P: Problem>(process: &Process<P>) -> Vec<Report<P::Incumbent>> {
    let mut reports = Vec::new();
    loop {
        match process.next(Duration::from_secs(10)) {
            Said::Report(report) => reports.push(report),
            Said::Ended => return reports,
            Said::Nothing => panic!("nothing in ten seconds"),
        }
    }
}

#[test]
fn a_worker_tells_better_and_better_plans_and_ends_in_time() {
    let request = Request {
        problem: week(9, 7),
        start: Vec::new(),
        seconds: 0.5,
        seed: 1,
        threads: 2,
    };
    let watch = Stopwatch::start();
    let reports = to_the_end(&start(&request));
    assert!(watch.gone() < Duration::from_millis(1500));
    let (last, before) = reports.split_last().expect("it says something");
    assert!(last.is_last && !before.is_empty());
    assert!(before.iter().all(|report| !report.is_last));
    assert!(before.is_sorted_by(|one, next| one.incumbent.cost >= next.incumbent.cost));
    let (costs, breaches) = score(&request.problem, &last.incumbent.plan);
    assert_eq!((costs.total(), breaches), (last.incumbent.cost, Vec::new()));
}

#[test]
fn a_worker_that_is_cancelled_hands_over_its_best_at_once() {
    let request = Request {
        problem: week(30, 21),
        start: Vec::new(),
        seconds: 60.0,
        seed: 1,
        threads: 1,
    };
    let mut process = start(&request);
    let Said::Report(_) = process.next(Duration::from_secs(5)) else {
        panic!("no plan in five seconds");
    };
    let watch = Stopwatch::start();
    process.cancel();
    let reports = to_the_end(&process);
    assert!(watch.gone() < Duration::from_millis(600));
    assert!(reports.last().expect("a last report").is_last);
}

#[test]
fn a_week_whose_lists_do_not_fit_is_refused() {
    let mut week = week(2, 7);
    week.people[1].most.clear();
    let request = Request {
        problem: week,
        start: Vec::new(),
        seconds: 1.0,
        seed: 1,
        threads: 1,
    };
    assert_eq!(to_the_end(&start(&request)), []);
}

#[test]
fn what_is_asked_can_be_said_as_text() {
    let mut request = Request {
        problem: week(2, 7),
        start: Vec::new(),
        seconds: 1.5,
        seed: 7,
        threads: 2,
    };
    request.problem.people[0].pinned[2] = Some(Stint {
        desk: 0,
        from: 1,
        to: 4,
    });
    let text = serde_json::to_string(&request).unwrap();
    assert_eq!(
        serde_json::from_str::<Request<Week>>(&text).unwrap(),
        request
    );
}

fn rota(people: usize, weeks: usize) -> Request<Rota> {
    Request {
        problem: generate(people, weeks, 3, 7),
        start: None,
        seconds: 60.0,
        seed: 1,
        threads: 2,
    }
}

#[test]
fn a_rota_is_solved_by_a_worker_too_and_its_best_breaks_no_rule() {
    let request = Request {
        seconds: 0.5,
        ..rota(8, 4)
    };
    let reports = to_the_end(&start(&request));
    let last = reports.last().expect("it says something");
    assert!(last.is_last);
    let (costs, breaches) = score_rota(&request.problem, &last.incumbent.plan);
    assert_eq!((costs.total(), breaches), (last.incumbent.cost, Vec::new()));
}

#[test]
fn a_rota_that_is_cancelled_is_handed_over_at_once() {
    let mut process = start(&rota(40, 12));
    let Said::Report(_) = process.next(Duration::from_secs(5)) else {
        panic!("no plan in five seconds");
    };
    let watch = Stopwatch::start();
    process.cancel();
    let reports = to_the_end(&process);
    assert!(watch.gone() < Duration::from_millis(600));
    assert!(reports.last().expect("a last report").is_last);
}

#[test]
fn a_kind_that_somebody_cannot_work_on_a_day_is_not_given_to_them() {
    let mut request = rota(3, 2);
    request.seconds = 0.3;
    for person in &mut request.problem.people {
        person.barred = (0..14).map(|day| (day, 0)).collect();
    }
    let reports = to_the_end(&start(&request));
    let plan = &reports.last().expect("it says something").incumbent.plan;
    assert!(plan.iter().flatten().all(|kind| *kind != Some(0)));
}
