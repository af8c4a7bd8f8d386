//! The receipt printer of a PC, to which receipts go without a dialog. The core knows no printer: it lets in who may, and
//! the window, which knows the PC, answers in its stead.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::receipt;
use super::ticket::ShowTicket;
use crate::kernel::{Act, Result};

/// Asks which receipt printer this PC uses, and how the last receipt fared.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowPrinter {}

/// Asks which printers this PC has.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListPrinters {}

/// Says which printer of this PC prints receipts.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChoosePrinter {
    /// Its name; none where receipts are opened as pages.
    pub name: Option<String>,
}

/// Sends the last receipt once more.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SendAgain {}

/// The receipt printer of this PC.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct ReceiptPrinter {
    /// Its name, if one was chosen.
    pub name: Option<String>,
    /// How the last receipt fared; none before the first.
    pub last: Option<SentReceipt>,
}

/// A receipt that was sent to its printer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SentReceipt {
    /// Counts from the start of Carrel.
    pub number: u32,
    /// How far it is.
    pub state: SentState,
    /// Why it was not taken; empty otherwise.
    pub problem: String,
}

/// How far a receipt is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SentState {
    /// The printer has not taken it yet.
    Waiting,
    /// The printer's queue has taken it.
    Sent,
    /// Nobody took it.
    Failed,
}

/// Which receipt printer this PC uses.
pub fn show_printer(_: &Act<'_>, _: ShowPrinter) -> Result<ReceiptPrinter> {
    Ok(ReceiptPrinter::default())
}

/// Which printers this PC has.
pub fn list_printers(_: &Act<'_>, _: ListPrinters) -> Result<Vec<String>> {
    Ok(Vec::new())
}

/// Says which printer of this PC prints receipts.
pub fn choose_printer(_: &Act<'_>, input: ChoosePrinter) -> Result<ReceiptPrinter> {
    Ok(ReceiptPrinter {
        name: input.name,
        last: None,
    })
}

/// Sends a patron's receipt of today to the printer of this PC.
pub fn send_receipt(act: &Act<'_>, input: ShowTicket) -> Result<ReceiptPrinter> {
    receipt::receipt(act, input.patron)?;
    Ok(ReceiptPrinter::default())
}

/// Sends the last receipt once more.
pub fn send_again(_: &Act<'_>, _: SendAgain) -> Result<ReceiptPrinter> {
    Ok(ReceiptPrinter::default())
}
