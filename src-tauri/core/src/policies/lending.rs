//! What holds for all loans where no rule says otherwise, and which of both decided. It works out no due day and no fine.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::loan_rule::LoanRule;
use super::store;
use crate::kernel::fields::changed;
use crate::kernel::{Act, Error, Result, stored_as_word};

/// Where a loan goes that would be due on a closed day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClosedDue {
    /// To the next open day.
    NextOpen,
    /// Back to the last open day.
    PreviousOpen,
    /// It stays where it is.
    Keep,
}

stored_as_word! { ClosedDue { NextOpen = "next_open", PreviousOpen = "previous_open", Keep = "keep" } }

/// Where a loan by the hour goes that would be due while the library is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HourlyClosed {
    /// Back to closing time, so that it comes home before the doors close.
    AtClosing,
    /// Some minutes after the library opens again.
    AfterOpening,
    /// It stays where it is.
    Keep,
}

stored_as_word! { HourlyClosed { AtClosing = "at_closing", AfterOpening = "after_opening", Keep = "keep" } }

/// Which time counts for a fine or its grace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// Only open days; of a loan by the hour, only open hours.
    Open,
    /// All days; of a loan by the hour, all hours.
    All,
}

stored_as_word! { Counted { Open = "open", All = "all" } }

/// From when a fine counts once the grace is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FineStarts {
    /// From the due day on, as if there had been no grace.
    AtDue,
    /// From the end of the grace.
    AfterGrace,
}

stored_as_word! { FineStarts { AtDue = "at_due", AfterGrace = "after_grace" } }

/// What holds for all loans where no rule says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LendingPolicy {
    /// Where a loan goes that would be due on a closed day.
    pub closed_due: ClosedDue,
    /// Whether nothing is due after the card has run out.
    pub within_card: bool,
    /// Whether a card may be without a last day.
    pub cards_may_lack_expiry: bool,
    /// Where a loan by the hour goes that would be due while the library is closed.
    pub hourly_closed: HourlyClosed,
    /// Minutes after the next opening at which such a loan is due when it goes there, 0 to 480.
    pub opening_minutes: u32,
    /// Whether overdue fines are charged.
    pub charge_fines: bool,
    /// Which time counts for a fine.
    pub fine_counts: Counted,
    /// Which time counts for the grace.
    pub grace_counts: Counted,
    /// From when a fine counts once the grace is over.
    pub fine_starts: FineStarts,
}

/// Who decided: the rule that applies, or the library for all loans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecidedBy {
    /// The loan rule says it itself.
    Rule,
    /// The rule is silent, so the library's policy holds.
    Library,
}

/// What holds, and who decided it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision<T> {
    /// What holds.
    pub value: T,
    /// Who decided.
    pub by: DecidedBy,
}

/// What holds for the loans of one rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of the lending policy")]
pub struct InForce {
    pub closed_due: Decision<ClosedDue>,
    pub within_card: Decision<bool>,
    pub hourly_closed: Decision<HourlyClosed>,
    pub charge_fines: Decision<bool>,
    pub fine_counts: Decision<Counted>,
    pub grace_counts: Decision<Counted>,
    pub fine_starts: Decision<FineStarts>,
}

/// Asks for the lending policy.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct ShowLending {}

/// Decides it anew.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct EditLending {
    /// All of what is decided.
    pub policy: LendingPolicy,
}

impl LendingPolicy {
    /// What holds for the loans of a rule: the rule's own word where it has one.
    pub fn with(&self, rule: &LoanRule) -> InForce {
        InForce {
            closed_due: decide(rule.closed_due, self.closed_due),
            within_card: decide(rule.within_card, self.within_card),
            hourly_closed: decide(rule.hourly_closed, self.hourly_closed),
            charge_fines: decide(rule.charge_fines, self.charge_fines),
            fine_counts: decide(rule.fine_counts, self.fine_counts),
            grace_counts: decide(rule.grace_counts, self.grace_counts),
            fine_starts: decide(rule.fine_starts, self.fine_starts),
        }
    }
}

fn decide<T>(own: Option<T>, library: T) -> Decision<T> {
    match own {
        Some(value) => Decision {
            value,
            by: DecidedBy::Rule,
        },
        None => Decision {
            value: library,
            by: DecidedBy::Library,
        },
    }
}

/// What holds for all loans where no rule says otherwise.
pub fn lending_policy(act: &Act<'_>) -> Result<LendingPolicy> {
    store::lending_policy(act.tx)
}

pub(super) fn show_lending(act: &Act<'_>, _: ShowLending) -> Result<LendingPolicy> {
    lending_policy(act)
}

/// Whether a new library charges for being late.
pub(super) fn begin_fines(act: &Act<'_>, charge_fines: bool) -> Result<()> {
    let policy = LendingPolicy {
        charge_fines,
        ..lending_policy(act)?
    };
    store::update_lending_policy(act.tx, &policy)
}

pub(super) fn edit_lending(act: &Act<'_>, input: EditLending) -> Result<LendingPolicy> {
    let policy = input.policy;
    if policy.opening_minutes > 480 {
        return Err(Error::invalid("opening_minutes", "must be 0 to 480"));
    }
    let before = lending_policy(act)?;
    store::update_lending_policy(act.tx, &policy)?;
    act.tell(changed(&before, &policy));
    Ok(policy)
}
