//! The receipt as the bytes of a receipt printer, which need no driver and no dialog. It sends them nowhere.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::receipt::{self, ReceiptSheet};
use super::receipt_page;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Result};
use crate::policies::ReceiptPaper;

/// Asks for a patron's receipt of today as a receipt printer takes it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowTicket {
    /// Whose.
    pub patron: PatronId,
    /// On which roll.
    pub roll: ReceiptPaper,
}

/// A receipt as a receipt printer takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReceiptTicket {
    /// The bytes (ESC/POS) in base64, to be sent as they are.
    pub base64: String,
    /// The characters that could not be printed.
    pub missing: String,
}

/// A patron's receipt of today as a receipt printer takes it.
pub fn receipt_ticket(act: &Act<'_>, input: ShowTicket) -> Result<ReceiptTicket> {
    let sheet = match input.roll {
        ReceiptPaper::Mm58 => ReceiptSheet::Mm58,
        ReceiptPaper::Mm80 => ReceiptSheet::Mm80,
    };
    let receipt = receipt::receipt(act, input.patron)?;
    let ticket = receipt_page::ticket(&receipt, sheet);
    Ok(ReceiptTicket {
        base64: STANDARD.encode(&ticket.bytes),
        missing: ticket.missing.into_iter().collect(),
    })
}
