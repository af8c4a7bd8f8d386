//! The pages: built when they are older than what they are made of. What they hold is checked by their own tools.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::place::root;
use crate::program::Program;
use crate::stop::Stop;

/// What does not belong to the sources, or is made from them.
const MADE: &[&str] = &["node_modules", "dist"];

/// Builds `ui/dist` if a source is newer.
pub(crate) fn build_if_stale() -> Result<(), Stop> {
    let ui = root().join("ui");
    let built = changed(&ui.join("dist/index.html"));
    if built.is_some() && newest(&ui) <= built {
        return Ok(());
    }
    build()
}

pub(crate) fn build() -> Result<(), Stop> {
    Program::npm(&["run", "build"]).run()
}

/// The latest change of a file or a folder below; a folder changes when something in it goes.
fn newest(folder: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let entries = entries.filter(|entry| !MADE.iter().any(|made| entry.file_name() == *made));
    let latest = |path: &Path| {
        if path.is_dir() {
            newest(path).max(changed(path))
        } else {
            changed(path)
        }
    };
    entries.map(|entry| latest(&entry.path())).max().flatten()
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|about| about.modified()).ok()
}
