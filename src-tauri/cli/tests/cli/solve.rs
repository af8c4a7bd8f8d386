//! A week solves itself without a window, in a process of its own.

use serde_json::{Value, json};

use crate::tests::{Library, code, path, said, told};

fn call(library: &Library, command: &str, input: &Value) -> Value {
    let answered = library.run(&["call", "--as", "Ada", command, &input.to_string()]);
    assert_eq!(code(&answered), 0, "{}", said(&answered));
    let answered: Value = serde_json::from_str(&said(&answered)).unwrap();
    answered["output"].clone()
}

fn needy() -> Library {
    let library = Library::new();
    call(
        &library,
        "staff.add",
        &json!({ "details": { "name": "Ben" } }),
    );
    let details = json!({ "name": "Desk", "short": "D", "colour": 1, "active": true });
    let desk = call(
        &library,
        "schedule.add_desk",
        &json!({ "details": details }),
    );
    let hours = json!({ "weekday": 2, "hours": [{ "opens": 540, "closes": 1020 }] });
    call(&library, "policies.set_hours", &hours);
    let spans = json!([{ "from": 600, "to": 840, "people": 1 }]);
    let need = json!({ "desk": desk["id"], "weekday": 2, "spans": spans });
    call(&library, "schedule.set_need", &need);
    library
}

#[test]
fn a_week_is_solved_in_a_process_of_its_own_and_kept() {
    let library = needy();
    let solve = [
        "solve",
        "--as",
        "Ada",
        "--week",
        "2099-06-03",
        "--seconds",
        "1",
    ];
    let solved = library.run(&[&solve[..], &["--write"]].concat());
    assert_eq!(code(&solved), 0, "{}", told(&solved));
    assert!(told(&solved).contains("0 gaps"), "{}", told(&solved));
    let proposal: Value = serde_json::from_str(&said(&solved)).unwrap();
    let after = &proposal["changes"][0]["after"];
    assert_eq!((&after["start"], &after["end"]), (&json!(600), &json!(840)));
    let week = call(&library, "schedule.week", &json!({ "day": "2099-06-02" }));
    assert_eq!(week["shifts"].as_array().unwrap().len(), 1);
    // What stands is not solved again.
    let again = library.run(&solve);
    let again: Value = serde_json::from_str(&said(&again)).unwrap();
    assert_eq!(again["changes"], json!([]));
}

#[test]
fn a_week_is_written_for_who_runs_the_solver_alone() {
    let library = needy();
    let file = library.file.with_file_name("week.json");
    let export = [
        "solve",
        "--as",
        "Ada",
        "--week",
        "2099-06-03",
        "--export",
        path(&file),
    ];
    assert_eq!(code(&library.run(&export)), 0);
    let week: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    assert_eq!((&week["days"], &week["width"]), (&json!(7), &json!(48)));
}
