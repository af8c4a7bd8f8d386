//! `ui-types`: lets the contract test write `ui/src/api/generated.ts`. Whether it was stale, the gate says.

use crate::bless::BLESS;
use crate::program::Program;
use crate::stop::Stop;

/// Writes the types and calls of every command anew.
pub(crate) fn ui_types() -> Result<(), Stop> {
    Program::cargo(&["test", "-p", "carrel-tests", "--lib", "contract::"])
        .env(BLESS, "1")
        .run()
}
