//! What speaks against lending anything to a patron: one list, which the desk shows before the first scan and by which
//! loans and renewals are refused. It knows no item.

use serde::Serialize;
use ts_rs::TS;

use super::store;
use crate::charges;
use crate::kernel::{Act, Day, Money, Permission, Refusal, Result};
use crate::patrons::{self, Patron};

/// Why nothing is lent to a patron.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum Block {
    #[error("barred{}: {text}", until.map_or_else(String::new, |day| format!(" until {day}")))]
    Barred { until: Option<Day>, text: String },
    #[error("the card expired on {on}")]
    CardExpired { on: Day },
    #[error("the card was reported lost on {since}")]
    CardLost { since: Day },
    #[error("{count} items are overdue, the oldest since {oldest}")]
    HasOverdue { count: u32, oldest: Day },
    #[error("{balance} is owed, at most {most} may be")]
    OwesTooMuch { balance: Money, most: Money },
    #[error("address or contact is to be confirmed: {why}")]
    ContactInDoubt { why: String },
    #[error("a patron under {under} needs a guardian, none is known")]
    GuardianMissing { under: u32 },
}

impl Refusal for Block {
    fn may_override(&self) -> Option<Permission> {
        Some(match self {
            Self::Barred { .. }
            | Self::CardExpired { .. }
            | Self::HasOverdue { .. }
            | Self::OwesTooMuch { .. } => Permission::OverrideRules,
            // Whoever may put the record right may go on without.
            Self::CardLost { .. } | Self::ContactInDoubt { .. } | Self::GuardianMissing { .. } => {
                Permission::EditPatrons
            }
        })
    }
}

impl Block {
    /// Whether what is out already cannot be kept longer either. To renew is how an overdue item is put right, and the
    /// other three ask for something that the patron need not be at the desk to be told.
    pub(super) fn stops_renewals(&self) -> bool {
        match self {
            Self::Barred { .. } | Self::CardExpired { .. } | Self::OwesTooMuch { .. } => true,
            Self::CardLost { .. }
            | Self::HasOverdue { .. }
            | Self::ContactInDoubt { .. }
            | Self::GuardianMissing { .. } => false,
        }
    }
}

/// One reason against a loan or a renewal: the patron's, or the loan's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(untagged)]
pub(super) enum Objection<L: Refusal> {
    #[error("{0}")]
    Patron(Block),
    #[error("{0}")]
    Loan(L),
}

impl<L: Refusal> Refusal for Objection<L> {
    fn may_override(&self) -> Option<Permission> {
        match self {
            Self::Patron(block) => block.may_override(),
            Self::Loan(refusal) => refusal.may_override(),
        }
    }
}

/// Everything that speaks against lending to the patron today, the gravest first.
pub fn blocks(act: &Act<'_>, patron: &Patron) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    for message in patrons::bars(act, patron.id)? {
        blocks.push(Block::Barred {
            until: message.until,
            text: message.text,
        });
    }
    if let Some(since) = patron.card_lost {
        blocks.push(Block::CardLost { since });
    }
    if let Some(on) = patron.details.expires.filter(|on| *on < act.today) {
        blocks.push(Block::CardExpired { on });
    }
    if let Some((count, oldest)) = store::overdue_of(act.tx, patron.id, act.now, act.today)? {
        blocks.push(Block::HasOverdue { count, oldest });
    }
    let owing = charges::owing(act, patron.id)?;
    if let Some(most) = owing.passed() {
        let balance = owing.balance;
        blocks.push(Block::OwesTooMuch { balance, most });
    }
    if let Some(under) = patrons::guardian_missing(act, patron)? {
        blocks.push(Block::GuardianMissing { under });
    }
    if !patron.contact_doubt.is_empty() {
        blocks.push(Block::ContactInDoubt {
            why: patron.contact_doubt.clone(),
        });
    }
    Ok(blocks)
}
