//! Brings a receipt into a form that the window can show, or keeps it where the desk asks for a file. It keeps none itself.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::open::OpenExport;
use super::output::{Printed, Printout, ReportFormat};
use super::receipt::{self, PrintReceipt, Receipt};
use super::receipt_page;
use super::receipt_words::RECEIPT;
use super::save::Saved;
use crate::kernel::export;
use crate::kernel::task::Errand;
use crate::kernel::{Error, Result};

/// A receipt to be looked at.
pub fn print_receipt(errand: &Errand<'_>, input: PrintReceipt) -> Result<Printed> {
    let (receipt, printout) = printed(errand, input)?;
    Ok(Printed {
        name: file_name(&receipt),
        media_type: ReportFormat::Pdf.media_type().into(),
        base64: STANDARD.encode(&printout.bytes),
        pages: printout.pages,
        missing: printout.missing,
    })
}

/// A receipt in the exports folder, from where it is printed.
pub fn save_receipt(errand: &Errand<'_>, input: PrintReceipt) -> Result<Saved> {
    let (receipt, printout) = printed(errand, input)?;
    let path = export::put(errand.exports, &file_name(&receipt), &printout.bytes)?;
    let name = path.file_name().unwrap_or_default();
    Ok(Saved {
        name: name.to_string_lossy().into_owned(),
        path: path.to_string_lossy().into_owned(),
        missing: printout.missing,
    })
}

/// Shows a receipt of the exports folder in the system's own viewer, which prints it; no other file.
pub fn open_receipt(errand: &Errand<'_>, input: OpenExport) -> Result<()> {
    if !input.name.starts_with(RECEIPT) {
        let problem = format!("\"{}\" is no receipt", input.name);
        return Err(Error::invalid("name", problem));
    }
    super::open::open(errand, input)
}

fn printed(errand: &Errand<'_>, input: PrintReceipt) -> Result<(Receipt, Printout)> {
    errand.progress.step(0, 2, "reading")?;
    let receipt = errand.read(move |act| receipt::receipt(act, input.patron))?;
    errand.progress.step(1, 2, "laying out")?;
    let printout = receipt_page::pdf(&receipt, input.sheet);
    errand.progress.step(2, 2, "done")?;
    Ok((receipt, printout))
}

/// "Receipt 2026-11-23 10.05.pdf": it names nobody.
fn file_name(receipt: &Receipt) -> String {
    let at = receipt.minute.to_string().replace(':', ".");
    format!("{RECEIPT} {} {at}.pdf", receipt.day)
}
