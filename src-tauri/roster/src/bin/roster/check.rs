//! `check`: what a plan costs, part by part, and which rules it breaks.

use std::io::{self, Write};

use carrel_roster::week::{read_plan, score};
use serde_json::json;

use crate::USAGE;
use crate::args::Args;
use crate::problem::{Problem, read};
use crate::stop::Stop;

pub(crate) fn check(args: &Args<'_>) -> Result<(), Stop> {
    let [file, plan] = args.words[..] else {
        return Err(Stop::Usage(USAGE));
    };
    let Problem::Week(week) = Problem::read(file)?;
    let wrong = |error| Stop::Text(plan.to_owned(), error);
    let placed = read_plan(&week, &read(plan)?).map_err(wrong)?;
    let (costs, breaches) = score(&week, &placed);
    let told = json!({ "cost": costs.total(), "parts": costs, "breaches": breaches });
    writeln!(io::stdout(), "{told}")?;
    match breaches.len() {
        0 => Ok(()),
        rules => Err(Stop::Broken(rules)),
    }
}
