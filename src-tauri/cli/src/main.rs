//! The same commands without a window: `carrel-cli --library FILE COMMAND`. No rule of the library is here.
//!
//! It ends with 0 when all went well, with 1 when a command was refused, faults were found or a file cannot be read,
//! and with 2 when it was called wrongly or the library cannot be opened.

mod args;
mod backup;
mod bench;
mod call;
mod check;
mod commands;
mod demo;
mod door;
mod import;
mod init;
mod marc;
mod report;
mod say;
mod solve;
mod stop;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use stop::Stop;

use carrel_core::solving::{WORKER, serve};

fn main() -> ExitCode {
    if std::env::args_os()
        .nth(1)
        .is_some_and(|first| first == WORKER)
    {
        return serve().map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS);
    }
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Where nobody listens, nothing is to be said.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(stop::WRONG_USAGE));
        }
    };
    match run(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            stop.tell();
            ExitCode::from(stop.code())
        }
    }
}

fn run(args: Args) -> Result<(), Stop> {
    let library = args.library.as_deref();
    let needed = || library.ok_or_else(|| Stop::usage("say which library with --library FILE"));
    match args.command {
        Command::Backup(wishes) => backup::backup(needed()?, &wishes),
        Command::Restore(wishes) => backup::restore(needed()?, &wishes),
        Command::Bench(wishes) => bench::bench(&wishes),
        Command::Call(wishes) => call::call(needed()?, &wishes),
        Command::Check => check::check(needed()?),
        Command::Commands => commands::commands(),
        Command::Demo(wishes) => demo::demo(&wishes),
        Command::Import(wishes) => import::import(needed()?, &wishes),
        Command::Init(wishes) => init::init(needed()?, &wishes),
        Command::Marc(wishes) => marc::marc(&wishes),
        Command::Report(wishes) => report::report(needed()?, &wishes),
        Command::Solve(wishes) => solve::solve(needed()?, &wishes),
    }
}
