//! `check`: what a plan costs, part by part, and which rules it breaks.

use std::io::{self, Write};

use carrel_roster::rota;
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
    let text = read(plan)?;
    let (told, rules) = match Problem::read(file)? {
        Problem::Week(week) => {
            let wrong = |error| Stop::Text(plan.to_owned(), error);
            let (costs, breaches) = score(&week, &read_plan(&week, &text).map_err(wrong)?);
            let told = json!({ "cost": costs.total(), "parts": costs, "breaches": breaches });
            (told, breaches.len())
        }
        Problem::Rota(rota) => {
            let wrong = |error| Stop::Rota(plan.to_owned(), error);
            let plan = rota::read_plan(&rota, &text).map_err(wrong)?;
            let (costs, breaches) = rota::score(&rota, &plan);
            let told = json!({ "cost": costs.total(), "parts": costs, "breaches": breaches });
            (told, breaches.len())
        }
    };
    writeln!(io::stdout(), "{told}")?;
    match rules {
        0 => Ok(()),
        rules => Err(Stop::Broken(rules)),
    }
}
