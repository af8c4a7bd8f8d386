//! `demo`: an invented library in a file of its own.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use carrel_core::demo::{self, Size};
use carrel_core::kernel::{Clock, Day};

use crate::say::{complain, say};
use crate::stop::Stop;

#[derive(Debug, Args)]
pub(crate) struct Wishes {
    /// The file to make; it must not be there yet
    file: PathBuf,
    /// How much of a library
    #[arg(long, value_enum, default_value = "small")]
    size: HowMuch,
    /// Another number makes another library
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Its last day, such as 2026-11-23; otherwise it ends now
    #[arg(long, value_parser = |text: &str| Day::parse(text))]
    today: Option<Day>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum HowMuch {
    /// Four weeks
    Small,
    /// A year
    Year,
    /// Five years with a million loans, 100,000 items and 20,000 patrons: takes minutes
    Million,
}

pub(crate) fn demo(wishes: &Wishes) -> Result<(), Stop> {
    let size = match wishes.size {
        HowMuch::Small => Size::Small,
        HowMuch::Year => Size::Year,
        HowMuch::Million => Size::Loans(1_000_000),
    };
    let today = match wishes.today {
        Some(day) => demo::late_morning_of(day).map_err(|error| Stop::from(error).in_words())?,
        None => Clock::System.now(),
    };
    let mut told = 0;
    let progress = |done: usize, total: usize| {
        let tenth = done * 10 / total.max(1);
        if tenth > told {
            told = tenth;
            complain(&format!("day {done} of {total}"));
        }
    };
    let made = demo::generate(&wishes.file, size, wishes.seed, today, progress);
    made.map_err(|error| Stop::cannot(format!("make {}", wishes.file.display()), error))?;
    let (name, secret) = (demo::SUPERVISOR, demo::SUPERVISOR_PASSPHRASE);
    say(&format!(
        "{} is ready; {name} signs in with \"{secret}\"",
        wishes.file.display()
    ))?;
    Ok(())
}
