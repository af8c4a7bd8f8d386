//! People who work here from a file.

use serde_json::{Value, json};

use super::problems;
use crate::library::{Library, library};

const FILE: &str = "\
First name,Last name,Email,Position,Hours,Max hours,Visa,Authorization ends,Senior,Skills,Desks
Ngọc Ánh,Nguyễn,anh@marlow.example,Student worker,12,20,F-1,,no,Opening; Closing,
田中,美咲,misaki@marlow.example,Student worker,7.5,,J-1,2027-05-31,,,Circulation
\u{202b}נועה\u{202c},כהן,,Clerk,20,,,,yes,Opening,
";

fn names(library: &Library) -> Vec<String> {
    let staff = library.does("staff.list", json!({}));
    let name = |person: &Value| person["details"]["name"].as_str().unwrap().to_owned();
    staff.as_array().unwrap().iter().map(name).collect()
}

fn warnings(report: &Value) -> Vec<String> {
    let line = |warning: &Value| {
        format!(
            "{}: {}",
            warning["row"],
            warning["problem"].as_str().unwrap()
        )
    };
    report["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(line)
        .collect()
}

fn with_desk() -> Library {
    let library = library();
    let details = json!({ "name": "Circulation", "short": "C", "colour": 1, "active": true });
    library.does("schedule.add_desk", json!({ "details": details }));
    library
}

#[test]
fn people_in_any_script_come_in_with_all_that_the_file_knows() {
    let library = with_desk();
    let seen = library.stages("people.csv", FILE.as_bytes());
    assert_eq!(seen["kind"], "staff");
    let tried = library.imports("staff", FILE, "try");
    assert_eq!(problems(&tried), [""; 0]);
    assert_eq!((&tried["added"], names(&library).len()), (&json!(3), 0));
    let report = library.imports("staff", FILE, "keep");
    assert_eq!(
        (&report["added"], &report["refused"]),
        (&json!(3), &json!(0))
    );
    assert_eq!(names(&library).len(), 3);
    let misaki = library
        .does("staff.list", json!({}))
        .as_array()
        .unwrap()
        .iter()
        .find(|person| person["details"]["name"] == "田中 美咲")
        .unwrap()
        .clone();
    assert_eq!(misaki["details"]["wanted_minutes"], 450);
    let person = library.does("staff.person", json!({ "id": misaki["id"] }));
    assert_eq!(
        (
            &person["limits"]["permit"],
            &person["limits"]["permit_ends"]
        ),
        (&json!("j1"), &json!("2027-05-31"))
    );
    let trained = library.does("schedule.trained", json!({}));
    assert_eq!(trained[0]["staff"], misaki["id"]);
    let skills = library.does("staff.skills", json!({}));
    assert_eq!(skills.as_array().unwrap().len(), 2);
}

#[test]
fn the_same_file_again_adds_nobody_and_another_corrects_by_email() {
    let library = with_desk();
    library.imports("staff", FILE, "keep");
    let again = library.imports("staff", FILE, "keep");
    assert_eq!((&again["same"], &again["added"]), (&json!(3), &json!(0)));
    let married = "Name,Email\nNgọc Ánh Trần,ANH@marlow.example\n";
    let report = library.imports("staff", married, "keep");
    assert_eq!(report["updated"], 1);
    assert!(names(&library).contains(&"Ngọc Ánh Trần".to_owned()));
}

#[test]
fn namesakes_are_warned_of_and_a_row_twice_is_refused() {
    let library = library();
    library.imports("staff", "Name,Email\nAda King,ada@one.example\n", "keep");
    let file = "Name,Email\nADA KING,ada@two.example\nBen,\nBen,ben@x.example\nben,\n";
    let tried = library.imports("staff", file, "try");
    assert_eq!(
        warnings(&tried),
        [
            "2: somebody of that name works here already",
            "4: line 3 has the same name"
        ]
    );
    assert_eq!(problems(&tried), ["5 name: stands in line 3 already"]);
}

#[test]
fn a_name_that_several_have_needs_the_email() {
    let library = library();
    let both = "Name,Email\nAda,ada@one.example\nAda,ada@two.example\n";
    library.imports("staff", both, "keep");
    let tried = library.imports("staff", "Name,Phone\nAda,555\n", "try");
    assert_eq!(
        problems(&tried),
        ["2 name: is the name of several people here; add their e-mail addresses"]
    );
}

#[test]
fn cells_that_mean_nothing_are_told_by_row() {
    let library = with_desk();
    let file =
        "Name,Hours,Visa,Desks,Senior\nAda,many,,,\nBen,,X-9,,\nCy,,,Vault,\nDi,,,,perhaps\n";
    assert_eq!(
        problems(&library.imports("staff", file, "try")),
        [
            "2 wanted_minutes: is not a number of hours such as 12, 7.5 or 7:30",
            "3 permit: is none of none, no, citizen, f1, j1",
            "4 desks: has Vault, which is none of the desks: Circulation",
            "5 senior: is neither yes nor no",
        ]
    );
}

#[test]
fn an_import_of_people_is_taken_back_but_for_who_told_times_since() {
    let library = with_desk();
    library.imports("staff", "Name,Position\nZoë,Page\n", "keep");
    let corrected = format!("{FILE}Zoë,,,Lead,,,,,,,\n");
    let report = library.imports("staff", &corrected, "keep");
    let staff = library.does("staff.list", json!({}));
    let person = |name: &str| {
        let all = staff.as_array().unwrap();
        all.iter()
            .find(|person| person["details"]["name"] == name)
            .unwrap()["id"]
            .clone()
    };
    let details = json!({ "staff": person("田中 美咲"), "first": null, "last": null, "spans": [] });
    library.does("staff.set_availability", json!({ "details": details }));
    let undone = library.finishes(
        "transfer.undo_import",
        json!({ "import": report["import"] }),
    );
    assert_eq!(
        (&undone["removed"], &undone["restored"], &undone["left"]),
        (&json!(2), &json!(1), &json!(1))
    );
    assert_eq!(names(&library), ["Zoë", "田中 美咲"]);
    let zoe = library.does("staff.person", json!({ "id": person("Zoë") }));
    assert_eq!(zoe["member"]["details"]["position"], "Page");
}

#[test]
fn a_file_of_patrons_is_still_one_of_patrons() {
    let library = library();
    let seen = library.stages("p.csv", b"card,name\n31000000120973,Ada King\n");
    assert_eq!(seen["kind"], "patrons");
}
