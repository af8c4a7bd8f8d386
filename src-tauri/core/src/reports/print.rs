//! Brings a report into a form that the window can show or print. It keeps no file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::output::{PrintReport, Printed, printout};
use crate::kernel::Result;
use crate::kernel::task::Errand;

/// Brings a report into a form.
pub fn print(errand: &Errand<'_>, input: PrintReport) -> Result<Printed> {
    let printout = printout(errand, &input)?;
    Ok(Printed {
        name: input.file_name(),
        media_type: input.format.media_type().into(),
        base64: STANDARD.encode(&printout.bytes),
        pages: printout.pages,
        missing: printout.missing,
    })
}
