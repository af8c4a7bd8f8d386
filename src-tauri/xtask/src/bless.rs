//! `bless`: lets every test that compares with a snapshot write it. What has changed is for the reader of the diff.

use crate::program::Program;
use crate::stop::Stop;

/// What tells a test to write what it would compare with.
pub(crate) const BLESS: &str = "CARREL_BLESS";

/// Writes every snapshot anew.
pub(crate) fn bless() -> Result<(), Stop> {
    Program::cargo(&["test", "-p", "carrel-tests"])
        .env(BLESS, "1")
        .run()
}
