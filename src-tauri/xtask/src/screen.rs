//! Displays: whether there is one, and a virtual one for the window's driver. On Windows and macOS there always is one.

use std::env;
use std::path::Path;

use crate::place::built;
use crate::program::Program;
use crate::stop::Stop;

/// Whether a window can be shown to somebody.
pub(crate) fn is_there() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// The window's driver with a display and a session bus of its own, so that it neither sees nor disturbs a desktop.
pub(crate) fn drive(arguments: &[&str]) -> Result<(), Stop> {
    show(&built("carrel-e2e")?, arguments)
}

/// A program with a display and a session bus of its own.
pub(crate) fn show(program: &Path, arguments: &[&str]) -> Result<(), Stop> {
    Program::new("xvfb-run")
        .args([
            "-a",
            "-s",
            "-screen 0 1280x1024x24",
            "dbus-run-session",
            "--",
        ])
        .args([program])
        .args(arguments)
        .env("GDK_BACKEND", "x11")
        .without_env("WAYLAND_DISPLAY")
        .run()
}
