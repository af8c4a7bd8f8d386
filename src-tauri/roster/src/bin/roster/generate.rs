//! `generate`: an invented week or rota, on the standard output.

use std::io::{self, Write};

use carrel_roster::rota;
use carrel_roster::week::invent;

use crate::USAGE;
use crate::args::Args;
use crate::stop::Stop;

pub(crate) fn generate(args: &Args<'_>) -> Result<(), Stop> {
    match args.words[..] {
        ["desk"] => {}
        ["rota"] => return rota(args),
        _ => return Err(Stop::Usage(USAGE)),
    }
    let people = args.value("--people")?.unwrap_or(25);
    let desks = args.value("--desks")?.unwrap_or(2);
    let slot = args.value("--slot")?.unwrap_or(30);
    if people == 0 || desks == 0 {
        return Err(Stop::Option("a week needs people and a desk".to_owned()));
    }
    if ![10, 15, 20, 30, 60].contains(&slot) {
        return Err(Stop::Option(
            "--slot is 10, 15, 20, 30 or 60 minutes".to_owned(),
        ));
    }
    let week = invent(people, desks, slot, args.value("--seed")?.unwrap_or(1));
    Ok(writeln!(io::stdout(), "{week}")?)
}

fn rota(args: &Args<'_>) -> Result<(), Stop> {
    let people = args.value("--people")?.unwrap_or(20);
    let weeks = args.value("--weeks")?.unwrap_or(4);
    let kinds = args.value("--kinds")?.unwrap_or(3);
    if people == 0 || !(1..=52).contains(&weeks) || !(1..=20).contains(&kinds) {
        return Err(Stop::Option(
            "a rota needs people, 1 to 52 weeks and 1 to 20 kinds of shift".to_owned(),
        ));
    }
    let rota = rota::generate(people, weeks, kinds, args.value("--seed")?.unwrap_or(1));
    Ok(write!(io::stdout(), "{}", rota::curtois_text(&rota))?)
}
