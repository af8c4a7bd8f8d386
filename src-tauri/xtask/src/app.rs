//! Carrel's programs, all built by one call of cargo, so that what they share is compiled once. They are not run here.

use crate::program::Program;
use crate::stop::Stop;

/// Whether the real window can be driven here: WebKitGTK's driver and a virtual display exist on Linux only.
pub(crate) const DRIVES_THE_WINDOW: bool = cfg!(target_os = "linux");

/// What is built: the whole workspace, as in the tests, so that nothing they share is compiled twice.
pub(crate) fn build() -> Result<(), Stop> {
    Program::cargo(&["build", "--workspace"])
        .args(left_out())
        .run()
}

/// The packages that this machine cannot use.
pub(crate) fn left_out() -> &'static [&'static str] {
    if DRIVES_THE_WINDOW {
        &[]
    } else {
        &["--exclude", "carrel-e2e"]
    }
}
