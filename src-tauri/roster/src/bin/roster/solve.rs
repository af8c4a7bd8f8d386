//! `solve`: tells each better plan and bound as a line of JSON, and writes the best plan.

use std::io::{self, Write};
use std::sync::atomic::AtomicBool;

use carrel_roster::Stopwatch;
use carrel_roster::rota;
use carrel_roster::week::{self, Effort, plan_text};
use carrel_roster::worker::{Problem as Solvable, Request, within};
use serde_json::json;

use crate::USAGE;
use crate::args::Args;
use crate::problem::{Problem, write};
use crate::stop::Stop;

const SECONDS: f64 = 10.0;

/// How long a solve may take.
#[derive(Clone, Copy)]
enum Most {
    Seconds(f64),
    Thousands(u32),
}

/// What of a plan is told on the way.
trait Told {
    fn cost(&self) -> i64;
    fn bound(&self) -> Option<i64>;
}

pub(crate) fn solve(args: &Args<'_>) -> Result<(), Stop> {
    let [file] = args.words[..] else {
        return Err(Stop::Usage(USAGE));
    };
    let seed = args.value("--seed")?.unwrap_or(1);
    let threads = match args.value("--threads")? {
        Some(threads) => threads,
        None => std::thread::available_parallelism().map_or(1, usize::from),
    };
    let most = match (args.value("--seconds")?, args.value("--iterations")?) {
        (Some(_), Some(_)) => return Err(Stop::Usage(USAGE)),
        (_, Some(thousands)) => Most::Thousands(thousands),
        (seconds, None) => Most::Seconds(seconds.unwrap_or(SECONDS)),
    };
    let text = match Problem::read(file)? {
        Problem::Week(week) => {
            let best = best(*week, Vec::new(), (seed, threads), most)?;
            best.map(|best| plan_text(&best.plan))
        }
        Problem::Rota(rota) => {
            let best = best(rota.clone(), None, (seed, threads), most)?;
            best.map(|best| rota::plan_text(&rota, &best.plan))
        }
    };
    match (args.text("--out"), text) {
        (Some(out), Some(text)) => write(out, &text),
        _ => Ok(()),
    }
}

/// The best plan that is found; none where not even a first one was.
fn best<P: Solvable<Incumbent: Told>>(
    problem: P,
    start: P::Start,
    (seed, threads): (u64, usize),
    most: Most,
) -> Result<Option<P::Incumbent>, Stop> {
    match most {
        Most::Seconds(seconds) => timed(Request {
            problem,
            start,
            seconds,
            seed,
            threads,
        }),
        Most::Thousands(thousands) => {
            let (watch, cancel) = (Stopwatch::start(), AtomicBool::new(false));
            // Where nobody listens, the plan is still written.
            let tell = |better: &P::Incumbent| drop(line(watch.gone().as_secs_f64(), better));
            let effort = Effort::Steps(thousands);
            Ok(Some(problem.solved(
                &start,
                (seed, threads),
                effort,
                &cancel,
                &tell,
            )))
        }
    }
}

fn timed<P: Solvable<Incumbent: Told>>(request: Request<P>) -> Result<Option<P::Incumbent>, Stop> {
    let mut best = None;
    within(request, |report| {
        // The last one only says once more what was said.
        if best.as_ref() != Some(&report.incumbent) {
            line(report.seconds, &report.incumbent)?;
            best = Some(report.incumbent.clone());
        }
        Ok(())
    })?;
    Ok(best)
}

fn line(seconds: f64, better: &impl Told) -> io::Result<()> {
    let seconds = (seconds * 1000.0).round() / 1000.0;
    writeln!(
        io::stdout(),
        "{}",
        json!({ "t": seconds, "cost": better.cost(), "bound": better.bound() })
    )
}

impl Told for week::Incumbent {
    fn cost(&self) -> i64 {
        self.cost
    }

    fn bound(&self) -> Option<i64> {
        self.bound
    }
}

impl Told for rota::Incumbent {
    fn cost(&self) -> i64 {
        self.cost
    }

    fn bound(&self) -> Option<i64> {
        Some(self.bound)
    }
}
