//! The benches, each on a library that is made in a moment: what they print. What they measure means nothing here.

use serde_json::Value;

use crate::tests::{carrel_cli, code, said, told};

#[test]
fn the_benches_have_names() {
    let listed = carrel_cli().args(["bench", "--list"]).output().unwrap();
    let names = said(&listed);
    let names: Vec<&str> = names.lines().collect();
    assert_eq!(
        names,
        [
            "desk", "import", "marc", "patrons", "print", "reports", "search"
        ]
    );
}

#[test]
fn every_bench_tells_its_numbers_of_a_small_library() {
    let folder = tempfile::tempdir().unwrap();
    let bench = |args: &[&str]| {
        let mut command = carrel_cli();
        command
            .arg("bench")
            .args(args)
            .arg("--libraries")
            .arg(folder.path());
        command.args(["--loans", "150", "--json"]).output().unwrap()
    };
    for (name, least) in [
        ("desk", 7),
        ("search", 10),
        ("reports", 3),
        ("marc", 3),
        ("print", 2),
    ] {
        let output = bench(&[name]);
        assert_eq!(code(&output), 0, "{name}: {}", told(&output));
        let lines: Vec<Value> = said(&output)
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert!(lines.len() >= least, "{name}: {lines:?}");
        for line in lines {
            let is_told = |part: &str| line[part].as_str().is_some_and(|text| !text.is_empty());
            assert!(
                is_told("name") && is_told("unit") && is_told("command"),
                "{line}"
            );
            assert!(
                line["value"].as_f64().is_some_and(|value| value > 0.0),
                "{line}"
            );
        }
    }
    let unknown = bench(&["loans"]);
    assert_eq!(code(&unknown), 2);
}
