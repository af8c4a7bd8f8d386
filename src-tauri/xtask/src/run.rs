//! `run`: opens Carrel on a demo library or, where nobody could see it, lets the driver spend a morning at the desk.

use std::fs;
use std::path::{Path, PathBuf};

use crate::place::{built, root};
use crate::program::Program;
use crate::steps::Steps;
use crate::stop::Stop;
use crate::{app, screen, setup, ui};

/// Sets up, builds, opens.
pub(crate) fn run() -> Result<(), Stop> {
    let mut steps = Steps::new();
    setup::setup(&mut steps)?;
    steps.step("pages", ui::build_if_stale)?;
    steps.step("programs", app::build)?;
    if screen::is_there() {
        let library = steps.step("demo library", demo_library)?;
        steps.step("carrel", || open(&library))
    } else {
        let left = steps.step("a morning at the desk", tour)?;
        steps.close();
        println!("there is no display here; the morning left these files:");
        list(&left)
    }
}

fn open(library: &Path) -> Result<(), Stop> {
    Program::new(built("carrel")?)
        .args(["--library".as_ref(), library])
        .run()
}

/// The demo library, made once: in a folder apart, so that a half-made one is never opened.
fn demo_library() -> Result<PathBuf, Stop> {
    let (folder, unfinished) = (
        root().join("target/demo"),
        root().join("target/demo.unfinished"),
    );
    let library = folder.join("demo.carrel");
    if library.exists() {
        return Ok(library);
    }
    empty(&folder)?;
    empty(&unfinished)?;
    let draft = unfinished.join("demo.carrel");
    Program::new(built("carrel-cli")?)
        .args(["demo".as_ref(), draft.as_os_str()])
        .args(["--size", "year", "--seed", "1"])
        .run()?;
    fs::remove_dir(&folder).map_err(Stop::file(&folder))?;
    fs::rename(&unfinished, &folder).map_err(Stop::file(&folder))?;
    Ok(library)
}

fn tour() -> Result<PathBuf, Stop> {
    let folder = root().join("target/tour");
    empty(&folder)?;
    screen::drive(&["tour", &folder.to_string_lossy()])?;
    Ok(folder)
}

fn empty(folder: &Path) -> Result<(), Stop> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Stop::file(folder))?;
    }
    fs::create_dir_all(folder).map_err(Stop::file(folder))
}

fn list(folder: &Path) -> Result<(), Stop> {
    let entries = fs::read_dir(folder).map_err(Stop::file(folder))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            list(&path)?;
        } else {
            println!("  {}", path.display());
        }
    }
    Ok(())
}
