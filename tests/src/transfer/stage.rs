//! Files handed over piece by piece, told by what they hold.

use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use carrel_core::kernel::lock::beside;
use serde_json::json;

use super::problems;
use crate::library::{library, mapping};

#[test]
fn a_file_comes_in_pieces_and_goes_when_it_is_let_go() {
    let library = library();
    let piece = |file: Option<&serde_json::Value>, bytes: &[u8], last: bool| json!({ "file": file, "name": "p.csv", "base64": STANDARD.encode(bytes), "last": last });
    let staged = library.finishes("transfer.stage", piece(None, b"card,surname,cat", false));
    assert_eq!(staged["inspection"], json!(null));
    let staged = library.finishes(
        "transfer.stage",
        piece(Some(&staged["file"]), b"egory\n1,Lee,Adult\n", true),
    );
    assert_eq!(staged["inspection"]["rows"], 1);
    assert_eq!(staged["inspection"]["kind"], "patrons");
    let folder = beside(&library.file(), ".incoming");
    assert!(fs::read_dir(&folder).unwrap().count() > 0);
    library.finishes("transfer.discard", json!({}));
    assert!(!folder.exists());
    let gone = json!({ "file": staged["file"], "mapping": mapping(&staged["inspection"], "patrons"), "mode": "try" });
    assert_eq!(
        library.ends("transfer.run", gone)["error"]["code"],
        "not_found"
    );
}

#[test]
fn an_old_windows_file_is_a_guess_and_says_so() {
    let library = library();
    let seen = library.stages(
        "p.csv",
        b"card;surname;category\n1;Mu\xf1oz \x96 Ruiz;Adult\n",
    );
    assert_eq!(
        (&seen["encoding"], &seen["certain"]),
        (&json!("Windows-1252"), &json!(false))
    );
    assert_eq!(seen["preview"][0][1], "Muñoz – Ruiz");
}

#[test]
fn what_is_no_table_is_refused_with_the_way_out() {
    let library = library();
    for (bytes, problem) in [
        (&b"%PDF-1.7"[..], "file is a PDF, which holds no table"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1",
            "file is a workbook of the old kind; open it and save it as XLSX or CSV",
        ),
        (
            b"\x7fELF\0\0\0",
            "file is no table: neither CSV, nor XLSX, nor MARC",
        ),
    ] {
        let staged = json!({ "name": "x.csv", "base64": STANDARD.encode(bytes), "last": true });
        assert_eq!(
            library.ends("transfer.stage", staged)["error"]["message"],
            problem
        );
    }
}

#[test]
fn kohas_evergreens_and_slims_columns_are_known() {
    let library = library();
    let koha = library.stages(
        "k.csv",
        b"cardnumber,surname,firstname,middle_name,categorycode,address,city,dateofbirth,password\n1,Lee,Ann,Bo,Adult,1 Elm St,Springfield,2001-02-03,secret\n",
    );
    assert_eq!(
        (&koha["system"], &koha["kind"]),
        (&json!("koha"), &json!("patrons"))
    );
    assert_eq!(koha["preview"][0][8], "•••");
    let input =
        json!({ "file": koha["file"], "mapping": mapping(&koha, "patrons"), "mode": "keep" });
    library.finishes("transfer.run", input);
    let lee = &library.does("patrons.search", json!({ "words": "lee", "limit": 1 }))["rows"][0]["details"];
    assert_eq!(lee["given_name"], "Ann Bo");
    assert_eq!(lee["address"], "1 Elm St\nSpringfield");
    let evergreen = library.stages(
        "e.csv",
        b"cardnumber,profile,usrname,family_name,first_given_name,email,email,dob\n1,Adult,x,Lee,Ann,a@b,c@d,2001-02-03\n",
    );
    assert_eq!(
        (&evergreen["system"], &evergreen["kind"]),
        (&json!("evergreen"), &json!("patrons"))
    );
    let slims = "M1;\"Lee, Ann\";1;Adult;a@b;1 Elm St;12345;School;0;;;555;;2020-01-01;2020-01-01;2027-01-01;2001-02-03;tall\n";
    let slims = library.stages("s.csv", slims.as_bytes());
    assert_eq!(
        (&slims["system"], &slims["rows"]),
        (&json!("slims"), &json!(1))
    );
    let input =
        json!({ "file": slims["file"], "mapping": mapping(&slims, "patrons"), "mode": "keep" });
    let report = library.finishes("transfer.run", input);
    assert_eq!(report["added"], 1, "{report}");
    let lee =
        &library.does("patrons.search", json!({ "words": "m1", "limit": 1 }))["rows"][0]["details"];
    assert_eq!(
        (&lee["family_name"], &lee["given_name"]),
        (&json!("Lee"), &json!("Ann"))
    );
    assert_eq!(lee["note"], "School\ntall");
}

#[test]
fn a_mapping_of_ones_own_is_remembered_for_the_next_file_of_that_shape() {
    let library = library();
    let csv = b"Ausweis,Nachname,Art\n1,Lee,K\n";
    let seen = library.stages("a.csv", csv);
    let mut wanted = mapping(&seen, "patrons");
    wanted["columns"] = json!(["card", "family_name", "category"]);
    wanted["values"] = json!({ "category": { "k": "Child" } });
    let input = json!({ "file": seen["file"], "mapping": wanted, "mode": "keep" });
    let report = library.finishes("transfer.run", input);
    assert_eq!(
        (&report["added"], &report["unknown"]),
        (&json!(1), &json!([]))
    );
    let again = library.stages("b.csv", b"ausweis,nachname,art\n2,Moss,K\n");
    assert_eq!(mapping(&again, "patrons"), wanted);
    let suggestion = again["suggestions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["mapping"]["kind"] == "patrons");
    assert_eq!(suggestion.unwrap()["remembered"], true);
    let mut wrong = wanted.clone();
    wrong["columns"] = json!(["card", "shoe_size", null]);
    let state = library.ends(
        "transfer.run",
        json!({ "file": again["file"], "mapping": wrong, "mode": "try" }),
    );
    assert_eq!(
        state["error"]["message"],
        "mapping names shoe_size, which is no field of patrons"
    );
}

#[test]
fn codes_that_lost_their_leading_noughts_are_told() {
    let library = library();
    let rows: String = (0..9).map(|n| format!("0200000{n},Lee,Adult\n")).collect();
    let csv = format!("card,surname,category\n{rows}200009,Lee,Adult\nA17,Moss,Adult\n");
    let report = library.imports("patrons", &csv, "keep");
    assert_eq!(
        problems(&report),
        ["11 card: has 6 digits where the others have 8: leading noughts may be lost"]
    );
    assert_eq!(report["added"], 10);
}

#[test]
fn what_became_of_each_row_is_saved_as_a_table() {
    let library = library();
    let csv = "card,surname,category\n2001,Okafor,Adult\n2002,Lee,Teen\n";
    let input = library.suggests("patrons", csv, "try");
    library.finishes("transfer.run", input.clone());
    let saved = library.finishes("transfer.save_report", json!({ "file": input["file"] }));
    let text = fs::read_to_string(saved["path"].as_str().unwrap()).unwrap();
    assert_eq!(
        text,
        "row,result,field,value,reason\n2,added,,,\n3,refused,category,Teen,\"is none of the patron categories: Adult, Child, Staff\"\n"
    );
    let report = library.imports("patrons", csv, "keep");
    let saved = library.finishes(
        "transfer.save_report",
        json!({ "import": report["import"] }),
    );
    let text = fs::read_to_string(saved["path"].as_str().unwrap()).unwrap();
    assert_eq!(
        text,
        "row,result,reason\n2,added,\n3,refused,\"category is none of the patron categories: Adult, Child, Staff\"\n"
    );
}
