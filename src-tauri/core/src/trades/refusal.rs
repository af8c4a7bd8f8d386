//! Why a shift does not change hands.

use serde::Serialize;
use ts_rs::TS;

use crate::kernel::id::ShiftId;
use crate::kernel::{Day, Minute, Permission, Refusal};
use crate::schedule::Conflict;

/// Why a shift does not change hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TradeRefusal {
    /// Nobody showed who they are, and the account is nobody's of the staff list.
    #[error("nobody gave a PIN, and this account is nobody's on the staff list")]
    NobodyShown {},
    /// Only who has the shift offers it, or who builds the schedule.
    #[error("the shift is {who}'s")]
    NotYours {
        /// Whose.
        who: String,
    },
    /// It is offered already.
    #[error("the shift is offered already")]
    OfferedAlready {},
    /// It has begun.
    #[error("the shift on {} has begun", day.short())]
    Begun {
        /// On which day.
        day: Day,
    },
    /// Nobody takes their own shift.
    #[error("{who} has the shift already")]
    OwnShift {
        /// Who.
        who: String,
    },
    /// It is meant for somebody else.
    #[error("this is offered to {who}")]
    ForAnother {
        /// To whom.
        who: String,
    },
    /// It was decided, taken or withdrawn meanwhile.
    #[error("this is {state} already")]
    Settled {
        /// What it is.
        state: super::TradeState,
    },
    /// The shift was moved or taken off since it was offered.
    #[error("the shift was changed since it was offered")]
    ShiftChanged {},
    /// What would be breaks a rule that blocks; a reason lets it be all the same.
    #[error("the shift of {person} on {} would be against rule {rule}", day.short())]
    Blocked {
        /// The shift.
        shift: ShiftId,
        /// Whose it would be.
        person: String,
        /// On which day.
        day: Day,
        /// From when.
        start: Minute,
        /// Until when.
        end: Minute,
        /// The rule.
        rule: String,
        /// What is odd.
        conflict: Box<Conflict>,
    },
}

impl Refusal for TradeRefusal {
    fn may_override(&self) -> Option<Permission> {
        matches!(self, Self::Blocked { .. }).then_some(Permission::EditSchedule)
    }
}
