//! `solve`: tells each better plan and bound as a line of JSON, and writes the best plan.

use std::io::{self, Write};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use carrel_roster::Stopwatch;
use carrel_roster::rota::{self, Rota};
use carrel_roster::week::{Effort, Incumbent, Week, plan_text, solve as solve_week};
use carrel_roster::worker::{Request, within};
use serde_json::json;

use crate::USAGE;
use crate::args::Args;
use crate::problem::{Problem, write};
use crate::stop::Stop;

const SECONDS: f64 = 10.0;

pub(crate) fn solve(args: &Args<'_>) -> Result<(), Stop> {
    let [file] = args.words[..] else {
        return Err(Stop::Usage(USAGE));
    };
    let seed = args.value("--seed")?.unwrap_or(1);
    let threads = match args.value("--threads")? {
        Some(threads) => threads,
        None => std::thread::available_parallelism().map_or(1, usize::from),
    };
    let seconds = args.value("--seconds")?;
    let iterations = args.value("--iterations")?;
    if seconds.is_some() && iterations.is_some() {
        return Err(Stop::Usage(USAGE));
    }
    let text = match Problem::read(file)? {
        Problem::Week(week) => {
            let best = match iterations {
                Some(thousands) => counted(&week, (seed, threads), thousands),
                None => timed(Request {
                    problem: *week,
                    start: Vec::new(),
                    seconds: seconds.unwrap_or(SECONDS),
                    seed,
                    threads,
                })?,
            };
            best.map(|best| plan_text(&best.plan))
        }
        Problem::Rota(rota) => {
            let effort = match iterations {
                Some(thousands) => Effort::Steps(thousands),
                None => Effort::Time(
                    Duration::try_from_secs_f64(seconds.unwrap_or(SECONDS))
                        .map_err(|_| Stop::Option("--seconds is a number of seconds".to_owned()))?,
                ),
            };
            Some(of_rota(&rota, (seed, threads), effort))
        }
    };
    match (args.text("--out"), text) {
        (Some(out), Some(text)) => write(out, &text),
        _ => Ok(()),
    }
}

fn of_rota(rota: &Rota, chance: (u64, usize), effort: Effort) -> String {
    let (watch, cancel) = (Stopwatch::start(), AtomicBool::new(false));
    let tell = |better: &rota::Incumbent| {
        // Where nobody listens, the plan is still written.
        let _ = line(watch.gone().as_secs_f64(), better.cost, Some(better.bound));
    };
    let best = rota::solve(rota, None, chance, effort, &cancel, &tell);
    rota::plan_text(rota, &best.plan)
}

fn counted(week: &Week, chance: (u64, usize), thousands: u32) -> Option<Incumbent> {
    let (watch, cancel) = (Stopwatch::start(), AtomicBool::new(false));
    let tell = |better: &Incumbent| {
        // Where nobody listens, the plan is still written.
        let _ = line(watch.gone().as_secs_f64(), better.cost, better.bound);
    };
    let effort = Effort::Steps(thousands);
    Some(solve_week(week, &[], chance, effort, &cancel, &tell))
}

fn timed(request: Request<Week>) -> Result<Option<Incumbent>, Stop> {
    let mut best = None;
    within(request, |report| {
        // The last one only says once more what was said.
        if best.as_ref() != Some(&report.incumbent) {
            line(
                report.seconds,
                report.incumbent.cost,
                report.incumbent.bound,
            )?;
            best = Some(report.incumbent.clone());
        }
        Ok(())
    })?;
    Ok(best)
}

fn line(seconds: f64, cost: i64, bound: Option<i64>) -> io::Result<()> {
    let seconds = (seconds * 1000.0).round() / 1000.0;
    writeln!(
        io::stdout(),
        "{}",
        json!({ "t": seconds, "cost": cost, "bound": bound })
    )
}
