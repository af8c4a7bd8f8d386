//! The English of the receipt. A translation is another file like this one.

use super::notation::time;
use super::receipt::Receipt;
use super::words;
use crate::charges::CreditKind;
use crate::kernel::Day;

pub(super) const RECEIPT: &str = "Receipt";
pub(super) const LENT_TODAY: &str = "Lent and renewed today";
pub(super) const MONEY_TODAY: &str = "Paid and waived today";
pub(super) const AMOUNT: &str = "Amount";
pub(super) const STILL_OWED: &str = "still owed";
pub(super) const NOTHING_OWED: &str = "Nothing is owed.";
pub(super) const NOTHING_TODAY: &str = "Nothing was lent or paid today.";
pub(super) const NOT_KEPT: &str = "The library keeps no copy of this receipt.";

/// "Mon 23 Nov, 10:05 am · card ending 2345"
pub(super) fn about(receipt: &Receipt) -> String {
    let at = time(receipt.minute, receipt.clock);
    let day = words::short_day(receipt.day);
    let demo = if receipt.demo {
        format!("{} · ", words::DEMO)
    } else {
        String::new()
    };
    format!("{demo}{day}, {at} · card ending {}", receipt.card_ends)
}

/// "due Mon 14 Dec"
pub(super) fn due(day: Day) -> String {
    format!("due {}", words::short_day(day))
}

pub(super) fn credit(kind: CreditKind) -> &'static str {
    match kind {
        CreditKind::Payment => "Paid",
        CreditKind::Waiver => "Waived",
        CreditKind::Reversal => "Taken back",
    }
}
