//! What may be typed. Each command's own wishes stand in its file.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::{backup, bench, call, demo, import, init, marc, report, solve};

/// Carrel's commands without a window.
#[derive(Debug, Parser)]
#[command(name = "carrel-cli", version)]
pub(crate) struct Args {
    /// The library's file
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) library: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a verified copy of the library, also beside an open window
    Backup(backup::Backup),
    /// Measure Carrel on this machine
    Bench(bench::Wishes),
    /// Carry out one command with its input as JSON
    Call(call::Wishes),
    /// Look for anything wrong with the library, also beside an open window
    Check,
    /// List every command with its types, as JSON
    Commands,
    /// Make an invented library to try things on
    Demo(demo::Wishes),
    /// Bring in patrons, items or open loans from a file
    Import(import::Wishes),
    /// Make a new library with its first supervisor
    Init(init::Wishes),
    /// List the records of a MARC file with all that is wrong with them
    Marc(marc::Wishes),
    /// Put a backup in the library's place, or show what it holds
    Restore(backup::Restore),
    /// Print a report as PDF, CSV or JSON
    Report(report::Wishes),
    /// Look for the best shifts of a week
    Solve(solve::Wishes),
}
