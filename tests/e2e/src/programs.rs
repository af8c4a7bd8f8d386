//! The other programs: Carrel's own, found beside this one, and those that read PDFs. They are run to their end here.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::trouble::{Outcome, Trouble};

/// The name of a library that was made before, and its supervisor with the passphrase.
pub const FOUND: &str = "Alder Creek Library";
/// See `FOUND`.
pub const FIRST: (&str, &str) = ("Nia Castellanos", "a lantern on the ladder");

/// A program that cargo built beside this one.
pub fn built(name: &str) -> Outcome<PathBuf> {
    let here = env::current_exe().map_err(Trouble::file("finding", Path::new(name)))?;
    Ok(here.with_file_name(name))
}

/// Makes a demo library of the size.
pub fn make_demo(file: &Path, size: &str) -> Outcome {
    let cli = built("carrel-cli")?;
    let arguments = [
        "demo",
        &file.to_string_lossy(),
        "--size",
        size,
        "--seed",
        "1",
    ];
    said(&cli, arguments).map(drop)
}

/// Makes a library with a first supervisor, as another login may have left it.
pub fn make_library(file: &Path) -> Outcome {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder).map_err(Trouble::file("making", folder))?;
    let mut cli = Command::new(built("carrel-cli")?);
    cli.env("CARREL_PASSPHRASE", FIRST.1);
    cli.args(["init", "--name", FOUND, "--supervisor", FIRST.0])
        .args(["--library".as_ref(), file.as_os_str()]);
    ran(cli).map(drop)
}

/// Makes a backup of a library.
pub fn back_up(library: &Path) -> Outcome {
    let arguments = ["--library", &library.to_string_lossy(), "backup"];
    said(&built("carrel-cli")?, arguments).map(drop)
}

/// What a backup holds beside the library, in words.
pub fn preview(library: &Path, backup: &Path) -> Outcome<String> {
    let (library, backup) = (library.to_string_lossy(), backup.to_string_lossy());
    let arguments = ["--library", &library, "restore", &backup, "--preview"];
    said(&built("carrel-cli")?, arguments)
}

/// Looks for anything wrong with a library that no window has open.
pub fn check(library: &Path) -> Outcome {
    let arguments = ["--library", &library.to_string_lossy(), "check"];
    said(&built("carrel-cli")?, arguments).map(drop)
}

/// The text of a PDF, in its layout.
pub fn text_of(pdf: &Path) -> Outcome<String> {
    said(
        Path::new("pdftotext"),
        ["-layout", &pdf.to_string_lossy(), "-"],
    )
}

/// What a program prints, if it succeeds.
fn said<A: AsRef<OsStr>>(
    program: &Path,
    arguments: impl IntoIterator<Item = A>,
) -> Outcome<String> {
    let mut command = Command::new(program);
    command.args(arguments);
    ran(command)
}

fn ran(mut command: Command) -> Outcome<String> {
    let program = PathBuf::from(command.get_program());
    let output = command
        .output()
        .map_err(Trouble::file("starting", &program))?;
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(out);
    }
    Err(Trouble::Program {
        line: format!("{command:?}"),
        said: out + &String::from_utf8_lossy(&output.stderr),
    })
}
