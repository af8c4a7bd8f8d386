//! The command line: what it prints, writes and refuses.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use carrel_roster::week::{plan_text, read_plan, read_week};
use serde_json::Value;

fn roster(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roster"));
    command.args(arguments).output().expect("it starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A file of this test's own, where cargo lets tests write.
fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// An invented week in a file.
fn invented(name: &str) -> (PathBuf, String) {
    let made = roster(&[
        "generate", "desk", "--people", "6", "--desks", "1", "--slot", "60",
    ]);
    let text = said(&made);
    let week = file(name);
    std::fs::write(&week, &text).expect("it can be written");
    (week, text)
}

#[test]
fn a_week_is_invented_solved_and_checked() {
    let (week, text) = invented("solved.json");
    let (week, plan) = (week.to_string_lossy(), file("solved.plan.json"));
    let plan = plan.to_string_lossy();
    let solved = roster(&[
        "solve",
        &week,
        "--seconds",
        "0.4",
        "--threads",
        "2",
        "--out",
        &plan,
    ]);
    let lines: Vec<Value> = said(&solved)
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .collect();
    let last = lines.last().expect("it says something");
    assert!(solved.status.success() && last["bound"].as_i64() <= last["cost"].as_i64());
    let checked = roster(&["check", &week, &plan]);
    let judged: Value = serde_json::from_str(&said(&checked)).expect("it is JSON");
    assert_eq!(
        (&judged["cost"], checked.status.code()),
        (&last["cost"], Some(0))
    );
    let week = read_week(&text).expect("it was written by the solver's own");
    let written = std::fs::read_to_string(&*plan).expect("it was written");
    let read = read_plan(&week, &written).expect("it is a plan of the week");
    assert_eq!(plan_text(&read), written);
}

#[test]
fn the_same_seed_and_iterations_give_the_same_plan() {
    let (week, _) = invented("counted.json");
    let week = week.to_string_lossy();
    let plan = |name: &str| {
        let out = file(name);
        let options = [
            "--iterations",
            "5",
            "--seed",
            "3",
            "--threads",
            "2",
            "--out",
        ];
        let words: Vec<&str> = ["solve", &week].into_iter().chain(options).collect();
        let out_text = out.to_string_lossy();
        assert!(
            roster(&[&words[..], &[&out_text]].concat())
                .status
                .success()
        );
        std::fs::read_to_string(out).expect("it was written")
    };
    assert_eq!(plan("one.plan.json"), plan("other.plan.json"));
}

#[test]
fn a_plan_that_breaks_a_rule_is_told_of() {
    let (week, text) = invented("broken.json");
    let plan = file("broken.plan.json");
    // A night at a desk that is closed.
    std::fs::write(&plan, "[[0,0,0,3,0]]").expect("it can be written");
    let checked = roster(&["check", &week.to_string_lossy(), &plan.to_string_lossy()]);
    let judged: Value = serde_json::from_str(&said(&checked)).expect("it is JSON");
    assert_eq!(judged["breaches"].as_array().map(Vec::len), Some(1));
    assert_eq!(checked.status.code(), Some(1));
    let week = read_week(&text).expect("it is a week");
    assert!(read_plan(&week, "[[9,0,0,3,0]]").is_err());
}

#[test]
fn carrels_own_export_of_a_week_is_read_too() {
    let (_, text) = invented("foreign.json");
    let week = read_week(&text).expect("it is a week");
    let own = file("own.json");
    let text = serde_json::to_string(&week).expect("it is plain");
    std::fs::write(&own, text).expect("it can be written");
    let solved = roster(&["solve", &own.to_string_lossy(), "--iterations", "1"]);
    assert!(solved.status.success() && !said(&solved).is_empty());
}

#[test]
fn a_wrong_call_says_how_it_is_called() {
    for wrong in [
        &["solve"][..],
        &["check", "one"],
        &["solve", "week", "--fast"],
        &[],
    ] {
        let output = roster(wrong);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(
            (output.status.code(), told.contains("roster solve FILE")),
            (Some(2), true)
        );
    }
    let missing = roster(&["solve", "nowhere.json"]);
    let told = String::from_utf8_lossy(&missing.stderr).into_owned();
    assert_eq!(
        (missing.status.code(), told.contains("nowhere.json")),
        (Some(1), true)
    );
}

#[test]
fn a_rota_is_invented_solved_and_checked() {
    let made = roster(&[
        "generate", "rota", "--people", "6", "--weeks", "2", "--kinds", "2",
    ]);
    let (rota, plan) = (file("rota.txt"), file("rota.plan.json"));
    std::fs::write(&rota, said(&made)).expect("it can be written");
    let (rota, plan) = (rota.to_string_lossy(), plan.to_string_lossy());
    let solved = roster(&[
        "solve",
        &rota,
        "--seconds",
        "0.4",
        "--threads",
        "2",
        "--out",
        &plan,
    ]);
    let said_last = said(&solved).lines().last().map(str::to_owned);
    let last: Value =
        serde_json::from_str(&said_last.expect("it says something")).expect("it is JSON");
    assert!(last["bound"].as_i64() <= last["cost"].as_i64());
    let checked = roster(&["check", &rota, &plan]);
    let judged: Value = serde_json::from_str(&said(&checked)).expect("it is JSON");
    assert_eq!(
        (&judged["cost"], checked.status.code()),
        (&last["cost"], Some(0))
    );
    let counted = |out: &str| {
        let out = file(out);
        let options = [
            "--iterations",
            "5",
            "--seed",
            "3",
            "--threads",
            "2",
            "--out",
        ];
        roster(&[&["solve", &*rota], &options[..], &[&*out.to_string_lossy()]].concat());
        std::fs::read_to_string(out).expect("it was written")
    };
    assert_eq!(counted("rota.one.json"), counted("rota.two.json"));
}
