//! `solve`: tells each better plan and bound as a line of JSON, and writes the best plan.

use std::io::{self, Write};
use std::sync::atomic::AtomicBool;

use carrel_roster::Stopwatch;
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
    let best = match (Problem::read(file)?, args.value("--iterations")?) {
        (Problem::Week(_), Some(_)) if seconds.is_some() => return Err(Stop::Usage(USAGE)),
        (Problem::Week(week), Some(thousands)) => counted(&week, (seed, threads), thousands),
        (Problem::Week(week), None) => timed(Request {
            week: *week,
            start: Vec::new(),
            seconds: seconds.unwrap_or(SECONDS),
            seed,
            threads,
        })?,
    };
    match (args.text("--out"), best) {
        (Some(out), Some(best)) => write(out, &plan_text(&best.plan)),
        _ => Ok(()),
    }
}

fn counted(week: &Week, chance: (u64, usize), thousands: u32) -> Option<Incumbent> {
    let (watch, cancel) = (Stopwatch::start(), AtomicBool::new(false));
    let tell = |better: &Incumbent| {
        // Where nobody listens, the plan is still written.
        let _ = line(watch.gone().as_secs_f64(), better);
    };
    let effort = Effort::Steps(thousands);
    Some(solve_week(week, &[], chance, effort, &cancel, &tell))
}

fn timed(request: Request) -> Result<Option<Incumbent>, Stop> {
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

fn line(seconds: f64, better: &Incumbent) -> io::Result<()> {
    let seconds = (seconds * 1000.0).round() / 1000.0;
    let (cost, bound) = (better.cost, better.bound);
    writeln!(
        io::stdout(),
        "{}",
        json!({ "t": seconds, "cost": cost, "bound": bound })
    )
}
