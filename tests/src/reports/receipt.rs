//! What a patron takes home from the desk.

use std::fs;
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::library::{Library, library};

/// A library in which Ada borrowed two books today and paid a part of what she owes.
fn ada_at_the_desk() -> (Library, Value) {
    let library = library();
    let ada = library.patron("21000000012345", "Łukasz-Okafor");
    for (barcode, title) in [
        (
            "3001",
            "Middlemarch, a study of provincial life in four volumes",
        ),
        ("3002", "Solaris"),
    ] {
        library.lends(&library.book(barcode, title)).to(&ada);
    }
    let card = json!({ "patron": ada, "loan": null, "kind": "card", "amount": 350 });
    library.does("circulation.charge", card);
    library.does(
        "circulation.take_payment",
        json!({ "patron": ada, "amount": 100, "charges": [] }),
    );
    (library, ada)
}

/// The words of a PDF in one line as another program reads them; none where the gate does not install that program.
fn words(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("receipt.pdf");
    fs::write(&path, pdf).unwrap();
    let read = Command::new("pdftotext")
        .args(["-raw".as_ref(), path.as_os_str(), "-".as_ref()])
        .output();
    assert!(
        read.is_ok() || !cfg!(target_os = "linux"),
        "poppler-utils is not installed"
    );
    let text = String::from_utf8(read.ok()?.stdout)
        .unwrap()
        .replace('\u{a0}', " ");
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn printed(library: &Library, patron: &Value, sheet: &str) -> Vec<u8> {
    let printed = library.finishes(
        "reports.print_receipt",
        json!({ "patron": patron, "sheet": sheet }),
    );
    assert_eq!(printed["missing"], "");
    assert_eq!(printed["pages"], 1);
    STANDARD
        .decode(printed["base64"].as_str().unwrap())
        .unwrap()
}

#[test]
fn every_paper_says_what_was_lent_and_paid_and_what_is_owed() {
    let (library, ada) = ada_at_the_desk();
    for sheet in ["mm58", "mm80", "a4", "letter"] {
        let Some(text) = words(&printed(&library, &ada, sheet)) else {
            return;
        };
        for said in [
            "Marlow Falls",
            "Mon 23 Nov, 10:00 am · card ending 2345",
            "Middlemarch, a study of provincial life in four volumes due Mon 14 Dec",
            "Solaris due Mon 14 Dec",
            "Paid $1.00",
            "$2.50 still owed",
            "The library keeps no copy of this receipt.",
        ] {
            assert!(text.contains(said), "{sheet}: no \"{said}\" in {text}");
        }
        assert!(
            !text.contains("Okafor") && !text.contains("210000"),
            "{sheet} names somebody: {text}"
        );
    }
}

#[test]
fn a_receipt_is_of_today_only() {
    let (library, ada) = ada_at_the_desk();
    library.on("2026-11-24");
    let Some(text) = words(&printed(&library, &ada, "mm80")) else {
        return;
    };
    assert!(text.contains("Nothing was lent or paid today."), "{text}");
    assert!(text.contains("$2.50 still owed"), "{text}");
}

#[test]
fn a_receipt_is_kept_only_where_the_clerk_asks_for_a_file() {
    let (library, ada) = ada_at_the_desk();
    let before = library.rows("audit");
    printed(&library, &ada, "mm58");
    let exports = library.file().with_file_name("exports");
    assert!(!exports.exists());
    let ask = json!({ "patron": ada, "sheet": "mm58" });
    let saved = library.finishes("reports.save_receipt", ask);
    assert_eq!(saved["name"], "Receipt 2026-11-23 10.00.pdf");
    assert!(exports.join("Receipt 2026-11-23 10.00.pdf").is_file());
    library.finishes("reports.open_receipt", json!({ "name": saved["name"] }));
    assert_eq!(
        library.rows("audit"),
        before,
        "a receipt leaves no trace in the record"
    );
}

#[test]
fn whoever_may_lend_opens_receipts_and_no_other_file() {
    let (library, _) = ada_at_the_desk();
    let exports = library.file().with_file_name("exports");
    fs::create_dir_all(&exports).unwrap();
    fs::write(exports.join("Usage report.pdf"), b"%PDF").unwrap();
    let ended = library.ends(
        "reports.open_receipt",
        json!({ "name": "Usage report.pdf" }),
    );
    assert_eq!(ended["error"]["details"]["field"], "name");
    let ended = library.ends(
        "reports.open_receipt",
        json!({ "name": "Receipt/../Usage report.pdf" }),
    );
    assert_eq!(ended["state"], "failed");
}
