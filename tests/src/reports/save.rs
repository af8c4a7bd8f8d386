//! A report kept as a file.

use std::fs;
use std::path::Path;

use super::asks;
use crate::library::library;

#[test]
fn a_report_is_kept_and_never_takes_anothers_place() {
    let library = library();
    let first = library.finishes("reports.save", asks("usage", "csv"));
    assert_eq!(first["name"], "Usage report 2026-11-23 to 2026-11-29.csv");
    let kept = fs::read(first["path"].as_str().unwrap()).unwrap();
    let second = library.finishes("reports.save", asks("usage", "csv"));
    assert_eq!(
        second["name"],
        "Usage report 2026-11-23 to 2026-11-29 (2).csv"
    );
    assert_eq!(fs::read(first["path"].as_str().unwrap()).unwrap(), kept);
    let folder = Path::new(first["path"].as_str().unwrap()).parent().unwrap();
    assert_eq!(fs::read_dir(folder).unwrap().count(), 2);
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error_of_the_task() {
    let library = library();
    fs::write(library.file().with_file_name("exports"), "in the way").unwrap();
    let ended = library.ends("reports.save", asks("shifts", "pdf"));
    assert_eq!(ended["state"], "failed");
}
