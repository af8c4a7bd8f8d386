//! How each deed of the desk is taken back: what it was, and what it relied on. It takes nothing back itself.

use serde::{Deserialize, Serialize};

use super::corrections::{BeforeBackdating, BeforeChange};
use super::due::DueStep;
use super::loan::Loan;
use crate::catalog::{ItemRow, ItemStatus};
use crate::charges::CreditKind;
use crate::kernel::id::{ChargeId, CreditId, EventId, ItemId, LoanId};
use crate::kernel::{At, Day};

/// How each verb of the desk is taken back, with what it relied on. It names loans, never patrons.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "verb", rename_all = "snake_case")]
pub(super) enum Inverse {
    CheckOut {
        loan: LoanId,
        item: ItemId,
        event: EventId,
        status_before: ItemStatus,
    },
    Renew(BeforeRenewal),
    CheckIn {
        loan: LoanId,
        item: ItemId,
        event: EventId,
        status_before: ItemStatus,
        #[serde(default)]
        charge: Option<ChargeId>,
        /// Since when the item had been said to be back.
        #[serde(default)]
        claimed: Option<At>,
    },
    InHouse {
        item: ItemId,
        event: EventId,
    },
    Charge {
        charge: ChargeId,
        loan: Option<LoanId>,
    },
    Credit {
        credit: CreditId,
        kind: CreditKind,
    },
    Backdate(BeforeBackdating),
    ChangeDue(BeforeChange),
    Claim {
        loan: LoanId,
    },
    SetStatus {
        item: ItemId,
        before: ItemStatus,
        after: ItemStatus,
    },
}

/// A loan as it was before a renewal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct BeforeRenewal {
    pub(super) loan: LoanId,
    pub(super) item: ItemId,
    pub(super) event: EventId,
    /// What was charged for the delay until the renewal.
    #[serde(default)]
    pub(super) charge: Option<ChargeId>,
    pub(super) renewals: u32,
    pub(super) due: Day,
    #[serde(default)]
    pub(super) due_at: Option<At>,
    pub(super) renewed_at: Option<At>,
    pub(super) why: Vec<DueStep>,
}

impl Inverse {
    /// How the renewal that follows this state of the loan is taken back.
    pub(super) fn of_renewal(loan: &Loan, event: EventId, charge: Option<ChargeId>) -> Self {
        Self::Renew(BeforeRenewal {
            loan: loan.id,
            item: loan.item,
            event,
            charge,
            renewals: loan.renewals,
            due: loan.due.day,
            due_at: loan.due.at,
            renewed_at: loan.renewed_at,
            why: loan.why.clone(),
        })
    }

    /// How an item gets back the status it has now, once it has another.
    pub(super) fn of_status(row: &ItemRow, after: ItemStatus) -> Self {
        Self::SetStatus {
            item: row.item.id,
            before: row.item.status,
            after,
        }
    }

    /// The loan it is about, if it is about one.
    pub(super) fn loan(&self) -> Option<LoanId> {
        match self {
            Self::CheckOut { loan, .. } | Self::CheckIn { loan, .. } => Some(*loan),
            Self::Renew(before) => Some(before.loan),
            Self::Claim { loan } => Some(*loan),
            Self::Backdate(before) => Some(before.loan),
            Self::ChangeDue(before) => Some(before.loan),
            Self::Charge { loan, .. } => *loan,
            Self::InHouse { .. } | Self::Credit { .. } | Self::SetStatus { .. } => None,
        }
    }

    /// What was done to the item, as a refusal says it.
    pub(super) fn what(&self) -> &'static str {
        match self {
            Self::CheckOut { .. } => "lent",
            Self::Renew(_) => "renewed",
            Self::CheckIn { .. } => "returned",
            Self::InHouse { .. } => "used in the library",
            Self::Charge { .. } | Self::Credit { .. } => "charged for",
            Self::SetStatus { .. } => "given another status",
            Self::ChangeDue(_) => "given another due day",
            Self::Backdate(_) => "put on another day of return",
            Self::Claim { .. } => "said to be back",
        }
    }
}
