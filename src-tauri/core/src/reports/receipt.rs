//! What a patron takes home from the desk: what was lent today, what was paid, what is owed. It is printed and not kept.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::charges::{self, CreditKind, ShowLedger};
use crate::circulation;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Day, Minute, Money, Notation, Result};
use crate::patrons;
use crate::policies::{self, ClockHabit};

/// So much of the card's number stands on a receipt: enough to tell two of a family apart, too little to borrow with.
const DIGITS: usize = 4;

/// On which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptSheet {
    /// A roll 58 mm wide.
    Mm58,
    /// A roll 80 mm wide.
    Mm80,
    /// 210 × 297 mm
    A4,
    /// 8.5 × 11 in
    Letter,
}

/// Asks for a patron's receipt of today.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintReceipt {
    /// Whose.
    pub patron: PatronId,
    /// On which paper.
    pub sheet: ReceiptSheet,
}

/// What stands on a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Receipt {
    pub(super) library: String,
    pub(super) demo: bool,
    pub(super) clock: ClockHabit,
    pub(super) notation: Notation,
    pub(super) day: Day,
    pub(super) minute: Minute,
    /// The end of the card's number. No name: a receipt is left in a book.
    pub(super) card_ends: String,
    /// What was lent or renewed today and is out, in the order of the day.
    pub(super) lent: Vec<ReceiptLoan>,
    /// What was paid, waived and taken back today.
    pub(super) credits: Vec<(CreditKind, Money)>,
    /// What is owed now.
    pub(super) balance: Money,
}

/// One thing that goes home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ReceiptLoan {
    pub(super) title: String,
    pub(super) due: Day,
}

/// A patron's receipt of today.
pub(super) fn receipt(act: &Act<'_>, patron: PatronId) -> Result<Receipt> {
    let library = policies::library(act)?;
    let card = patrons::patron(act, patron)?.details.card;
    let (day, minute) = act.now.local(act.zone);
    let midnight = act.zone.instant(day, Minute::MIDNIGHT);
    let lent = circulation::lent_since(act, patron, midnight)?;
    let ledger = charges::ledger(act, ShowLedger { patron })?;
    let credits = ledger.credits.into_iter();
    let today = credits.filter(|credit| credit.at >= midnight);
    Ok(Receipt {
        notation: library.details.notation()?,
        clock: library.details.clock,
        library: library.details.name,
        demo: library.demo,
        day,
        minute,
        card_ends: end_of(card.as_str()),
        lent: lent
            .into_iter()
            .map(|loan| ReceiptLoan {
                title: loan.title,
                due: loan.due,
            })
            .collect(),
        credits: today.map(|credit| (credit.kind, credit.amount)).collect(),
        balance: ledger.balance,
    })
}

fn end_of(card: &str) -> String {
    let from = card.chars().count().saturating_sub(DIGITS);
    card.chars().skip(from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_end_of_a_card_is_printed() {
        assert_eq!(end_of("21000000012345"), "2345");
        assert_eq!(end_of("7"), "7");
    }
}
