//! The program as people and scripts call it: what it prints, where, and with which number it ends.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

pub(crate) const PASSPHRASE: &str = "five plain words will do";

pub(crate) struct Library {
    _folder: tempfile::TempDir,
    pub(crate) file: PathBuf,
}

impl Library {
    /// A folder without any library yet.
    fn nowhere() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("library.carrel");
        Self {
            _folder: folder,
            file,
        }
    }

    pub(crate) fn new() -> Self {
        let library = Self::nowhere();
        let made = library.run(&[
            "init",
            "--name",
            "Elm",
            "--zone",
            "UTC",
            "--supervisor",
            "Ada",
        ]);
        assert_eq!(code(&made), 0, "{}", told(&made));
        library
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.run_as(PASSPHRASE, args)
    }

    fn run_as(&self, passphrase: &str, args: &[&str]) -> Output {
        let mut command = carrel_cli();
        command.arg("--library").arg(&self.file).args(args);
        command
            .env("CARREL_PASSPHRASE", passphrase)
            .output()
            .unwrap()
    }

    fn beside(&self, name: &str, text: &str) -> PathBuf {
        let file = self.file.with_file_name(name);
        std::fs::write(&file, text).unwrap();
        file
    }
}

pub(crate) fn carrel_cli() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_carrel-cli"));
    command.env_remove("CARREL_PASSPHRASE");
    command
}

pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().expect("it ended by itself")
}

pub(crate) fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub(crate) fn path(file: &Path) -> &str {
    file.to_str().unwrap()
}

#[test]
fn a_new_library_answers_and_nothing_is_wrong_with_it() {
    let library = Library::new();
    let details = r#"{"details":{"card":"23529 1","family_name":"Nguyễn","category":1}}"#;
    let registered = library.run(&["call", "patrons.register", details, "--as", "Ada"]);
    assert_eq!(code(&registered), 0, "{}", told(&registered));
    let answer: Value = serde_json::from_str(&said(&registered)).unwrap();
    assert_eq!(answer["output"]["details"]["card"], "235291");
    assert_eq!(answer["changes"], serde_json::json!(["patrons"]));
    let checked = library.run(&["check"]);
    assert_eq!(code(&checked), 0, "{}", said(&checked));
    assert!(said(&checked).starts_with("nothing is wrong"));
}

#[test]
fn a_library_is_made_once() {
    let again = Library::new().run(&["init"]);
    assert_eq!((code(&again), said(&again).as_str()), (1, ""));
    assert!(told(&again).contains("has a supervisor already"));
}

#[test]
fn a_wrong_passphrase_is_told_as_data_and_makes_the_next_try_wait() {
    let library = Library::new();
    let wrong = library.run_as("not this one", &["call", "staff.list", "{}", "--as", "Ada"]);
    assert_eq!((code(&wrong), said(&wrong).as_str()), (1, ""));
    let failure: Value = serde_json::from_str(&told(&wrong)).unwrap();
    assert_eq!(failure["code"], "wrong_secret");
    assert_eq!(failure["details"]["seconds"], 1);
}

#[test]
fn a_refusal_brings_its_reasons() {
    let library = Library::new();
    let input = r#"{"day":"2026-02-30","reason":"x"}"#;
    for (command, input, wanted) in [
        ("policies.close_day", input, "invalid"),
        ("policies.close_day", "{", "invalid"),
        ("catalog.item", r#"{"id":9}"#, "not_found"),
        ("catalog.burn", "{}", "unknown_command"),
    ] {
        let refused = library.run(&["call", command, input, "--as", "Ada"]);
        assert_eq!(code(&refused), 1);
        let failure: Value = serde_json::from_str(&told(&refused)).unwrap();
        assert_eq!(failure["code"], wanted, "{failure}");
        assert!(failure["message"].is_string() && failure["details"].is_object());
    }
    let nobody = library.run(&["call", "staff.list"]);
    assert!(told(&nobody).contains("not_signed_in"));
}

#[test]
fn what_is_no_library_is_left_as_it_is() {
    let library = Library::nowhere();
    for args in [&["check"] as &[&str], &["call", "staff.list"]] {
        let missing = library.run(args);
        assert_eq!(code(&missing), 2);
        assert!(
            told(&missing).starts_with("carrel-cli: cannot open "),
            "{}",
            told(&missing)
        );
        assert!(!library.file.exists());
    }
    let garbage = library.beside("library.carrel", &"no library at all ".repeat(400));
    let checked = library.run(&["check"]);
    assert_eq!(code(&checked), 2, "{}", told(&checked));
    assert!(garbage.exists());
}

#[test]
fn calling_it_wrongly_ends_with_two() {
    for args in [
        &[] as &[&str],
        &["lend"],
        &["check"],
        &["bench", "nothing"],
        &["demo", "x", "--today", "soon"],
    ] {
        let wrong = carrel_cli().args(args).output().unwrap();
        assert_eq!(code(&wrong), 2, "{args:?}");
        assert!(!told(&wrong).is_empty());
    }
    let library = Library::new();
    let command = ["call", "staff.list", "{}", "--as", "Ada"];
    let silent = carrel_cli()
        .arg("--library")
        .arg(&library.file)
        .args(command)
        .output()
        .unwrap();
    assert_eq!(code(&silent), 2);
    assert!(told(&silent).contains("set CARREL_PASSPHRASE"));
    assert_eq!(code(&carrel_cli().arg("--help").output().unwrap()), 0);
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_wrong_usage() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let wrong = carrel_cli()
        .arg(OsStr::from_bytes(b"\xff\xfe"))
        .output()
        .unwrap();
    assert_eq!(code(&wrong), 2);
}

#[test]
fn the_list_of_commands_is_json_with_types() {
    let listed = carrel_cli().arg("commands").output().unwrap();
    assert_eq!(code(&listed), 0);
    let commands: Vec<Value> = serde_json::from_slice(&listed.stdout).unwrap();
    let named = |name| {
        commands
            .iter()
            .find(|command| command["name"] == name)
            .unwrap()
    };
    let check_out = named("circulation.check_out");
    assert_eq!(check_out["kind"], "write");
    assert_eq!(check_out["permission"], "lend");
    assert_eq!(check_out["input"], "CheckOut");
    assert!(
        check_out["input_type"]
            .as_str()
            .unwrap()
            .starts_with("type CheckOut = ")
    );
    assert_eq!(check_out["output"], "Lent");
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let mut child = carrel_cli()
        .arg("commands")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!((code(&ended), told(&ended).as_str()), (0, ""));
}

#[test]
fn an_import_says_what_came_in_and_what_did_not() {
    let library = Library::new();
    let text = "card,family_name,category,shoe\n235291,Ng,Adult,41\n235292,,Adult,42\n235293,Ødegård,Giant,50\n";
    let file = library.beside("patrons.csv", text);
    let tried = library.run(&["import", "patrons", path(&file), "--dry-run", "--as", "Ada"]);
    assert_eq!(code(&tried), 1, "{}", told(&tried));
    let first = "3 rows: 1 would be added, 0 would be updated, 0 the same, 2 would be refused\ncolumns not read: shoe\n";
    assert!(said(&tried).starts_with(first), "{}", said(&tried));
    assert!(
        said(&tried).contains("row 3  family_name"),
        "{}",
        said(&tried)
    );
    let good = library.beside("good.csv", "card,family_name,category\n235291,Ng,Adult\n");
    let kept = library.run(&["import", "patrons", path(&good), "--as", "Ada"]);
    assert_eq!(
        (code(&kept), said(&kept).as_str()),
        (0, "1 rows: 1 added, 0 updated, 0 the same, 0 refused\n")
    );
    let latin = library.file.with_file_name("latin.csv");
    std::fs::write(&latin, b"Ausweis,Name,Art\n235294,M\xfcller,K\n").unwrap();
    let wishes = [
        "--map",
        "Ausweis=card",
        "--map",
        "Art=category",
        "--value",
        "category:K=Child",
    ];
    let mut args = vec!["import", "patrons", path(&latin), "--as", "Ada"];
    args.extend(wishes);
    let read = library.run(&args);
    assert_eq!(code(&read), 0, "{}", told(&read));
    assert!(told(&read).contains("the file was read as Latin-1"));
    assert!(told(&read).contains("rows a second"));
}

#[test]
fn a_demo_library_is_sound_and_never_takes_anothers_place() {
    let library = Library::nowhere();
    let made = carrel_cli()
        .arg("demo")
        .arg(&library.file)
        .args(["--today", "2026-11-20"])
        .output()
        .unwrap();
    assert_eq!(code(&made), 0, "{}", told(&made));
    let left: Vec<_> = std::fs::read_dir(library.file.parent().unwrap())
        .unwrap()
        .flatten()
        .collect();
    assert_eq!(left.len(), 1, "{left:?}");
    let checked = library.run(&["check"]);
    assert_eq!(code(&checked), 0, "{}", said(&checked));
    let again = carrel_cli()
        .arg("demo")
        .arg(&library.file)
        .output()
        .unwrap();
    assert_eq!(code(&again), 2);
    assert!(told(&again).contains("is there already"));
    let session = library.run(&["call", "accounts.session"]);
    let answer: Value = serde_json::from_str(&said(&session)).unwrap();
    assert_eq!(answer["output"]["demo"], true);
    let report = library.file.with_file_name("usage.csv");
    let dates = ["--from", "2026-10-24", "--to", "2026-11-20"];
    let out = ["--out", path(&report), "--as", "Maya Okafor"];
    let written = library.run_as(
        "demo library",
        &[&["report", "usage"] as &[&str], &dates, &out].concat(),
    );
    assert_eq!(code(&written), 0, "{}", told(&written));
    assert!(std::fs::metadata(&report).unwrap().len() > 100);
    narrows_the_usage_report(&library, &report);
    let page = library.file.with_file_name("maya.csv");
    let out = ["--out", path(&page), "--as", "Maya Okafor"];
    let whose = |name| ["--person", name];
    let asked = |name| {
        let words = &["report", "person-pages"] as &[&str];
        library.run_as(
            "demo library",
            &[words, &dates, &whose(name), &out].concat(),
        )
    };
    let written = asked("maya okafor");
    assert_eq!(code(&written), 0, "{}", told(&written));
    let page = std::fs::read_to_string(&page).unwrap();
    let shifts = page.lines().filter(|line| line.starts_with("shift,"));
    assert!(shifts.clone().count() > 0, "{page}");
    assert!(shifts.into_iter().all(|line| line.contains("Maya Okafor")));
    assert_eq!(code(&asked("Nobody")), 2);
}

/// By kind of item, category and place, as on the screen: less than all, and nothing that nobody has heard of.
fn narrows_the_usage_report(library: &Library, report: &std::path::Path) {
    let whole = std::fs::read_to_string(report).unwrap();
    let out = report.with_file_name("some.csv");
    let narrowed = |which: &str, by: &[&str]| {
        let days = ["--from", "2026-10-24", "--to", "2026-11-20"];
        let to = ["--out", path(&out), "--as", "Maya Okafor"];
        let words = &["report", which] as &[&str];
        library.run_as("demo library", &[words, &days, by, &to].concat())
    };
    let named = |command: &str, list: &str| {
        let called = library.run_as(
            "demo library",
            &["call", command, "{}", "--as", "Maya Okafor"],
        );
        let answer: Value = serde_json::from_str(&said(&called)).unwrap();
        let output = &answer["output"];
        let rows = if list.is_empty() {
            output
        } else {
            &output[list]
        };
        let names = rows.as_array().unwrap().iter();
        let name = |row: &Value| row.as_str().or(row["name"].as_str()).map(str::to_owned);
        let mut names = names.filter_map(name).filter(|name| !name.is_empty());
        names.next().unwrap()
    };
    for (option, command, list) in [
        ("--item-type", "policies.rules", "item_types"),
        ("--category", "policies.rules", "categories"),
        ("--location", "catalog.locations", ""),
    ] {
        let name = named(command, list);
        let written = narrowed("usage", &[option, &name.to_uppercase()]);
        assert_eq!(code(&written), 0, "{option}: {}", told(&written));
        let some = std::fs::read_to_string(&out).unwrap();
        assert!(some != whole, "{option} {name} narrows nothing");
        let unknown = narrowed("usage", &[option, "Nowhere"]);
        assert_eq!(code(&unknown), 2, "{option}");
        assert!(told(&unknown).contains("Nowhere"), "{}", told(&unknown));
        assert_eq!(code(&narrowed("month", &[option, &name])), 2, "{option}");
    }
}

#[test]
fn a_marc_file_is_listed_a_record_a_line_and_damage_is_no_failure() {
    let library = Library::nowhere();
    let good =
        "00066nam  2200049   4500001000300000245001300003\x1e12\x1e10\x1fal\u{1}egende\x1e\x1d";
    let mut bytes = good.replace('\u{1}', "E").into_bytes();
    // The acute accent of MARC-8 stands before its letter.
    let at = bytes.iter().position(|byte| *byte == b'E').unwrap();
    bytes[at] = 0xe2;
    bytes.extend(b"no record, only noise that goes on for a while\x1d");
    let file = library.file.with_file_name("records.mrc");
    std::fs::write(&file, bytes).unwrap();
    let listed = library.run(&["marc", path(&file), "--json"]);
    assert_eq!(code(&listed), 0);
    let records: Vec<Value> = said(&listed)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(records.len(), 2);
    assert_eq!(records[0]["index"], 0);
    assert_eq!(records[0]["encoding"], "MARC-8");
    assert_eq!(
        records[0]["fields"],
        serde_json::json!([["001", "12"], ["245", "10", [["a", "légende"]]]])
    );
    assert_eq!(records[0]["errors"], serde_json::json!([]));
    assert_eq!(records[1]["errors"][0]["severity"], "damaged");
    assert_eq!(told(&listed), "2 records: 1 good, 0 doubtful, 1 damaged\n");
    let read = library.run(&["marc", path(&file)]);
    assert!(
        said(&read).contains("245 10 $a légende\n"),
        "{}",
        said(&read)
    );
    let missing = library.run(&["marc", "nowhere.mrc", "--json"]);
    assert_eq!((code(&missing), said(&missing).as_str()), (1, ""));
    assert!(told(&missing).starts_with("carrel-cli: cannot read nowhere.mrc"));
}
