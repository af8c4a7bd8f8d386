//! `carrel-e2e test [NAME…]`, `carrel-e2e tour FOLDER [NAME…]` and `carrel-e2e start EMPTY LIBRARY…`: what they do stands
//! in the library.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line program talks by printing"
)]

use std::path::Path;
use std::process::ExitCode;

use carrel_e2e::mode::{Mode, Start};
use carrel_e2e::play::{self, Played};
use carrel_e2e::programs::built;
use carrel_e2e::start;
use carrel_e2e::trouble::{Outcome, Trouble};
use serde_json::json;

const USAGE: &str = "say `carrel-e2e test [SCENARIO…]` or\n`carrel-e2e tour FOLDER [--size WIDTHxHEIGHT] [--theme light|dark] [SCENARIO…]` or\n`carrel-e2e start EMPTY-WINDOW LIBRARY… [--json]`";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some(mode) = Mode::of(&words) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(&mode) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(trouble) => {
            eprintln!("carrel-e2e: {trouble}");
            ExitCode::FAILURE
        }
    }
}

/// Plays on this thread alone: one window, one pair of hands.
fn run(mode: &Mode) -> Outcome<usize> {
    if let Mode::Start(wishes) = mode {
        return measure(wishes).map(|()| 0);
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = runtime.map_err(Trouble::file("starting", Path::new("the hands")))?;
    runtime.block_on(play_all(mode))
}

/// Starts Carrel and the empty window, a line each number.
fn measure(wishes: &Start) -> Outcome {
    for line in start::start(&built("carrel")?, &wishes.empty, &wishes.libraries)? {
        let (name, value, unit) = (&line.name, (line.value * 100.0).round() / 100.0, line.unit);
        if wishes.json {
            let line =
                json!({ "name": name, "value": value, "unit": unit, "command": line.command });
            println!("{line}");
        } else {
            println!("{name:<24} {value:>12.2} {unit:<10} {}", line.command);
        }
    }
    Ok(())
}

/// Plays what the mode asks for, a line each, and answers how many failed.
async fn play_all(mode: &Mode) -> Outcome<usize> {
    let stage = play::prepare(mode)?;
    let (mut passed, mut failed) = (0, 0);
    for scenario in play::wanted(mode)? {
        let played = play::play(&stage, scenario).await;
        println!("{}", line(&played));
        match played.trouble {
            None => passed += 1,
            Some(_) => failed += 1,
        }
    }
    println!("{passed} passed, {failed} failed");
    Ok(failed)
}

fn line(played: &Played) -> String {
    let Played { name, took, .. } = played;
    let seconds = took.as_secs_f64();
    match &played.trouble {
        None => format!("ok      {seconds:6.1} s  {name}"),
        Some(trouble) => {
            let left = Path::new(&played.left).display();
            format!("FAILED  {seconds:6.1} s  {name}\n{trouble}\nsee {left}")
        }
    }
}
