//! Loans that fall due on days that have been closed since: which they are, moving them off together, and moving them
//! back. It closes no day.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::due::{self, Due, DueStep, LOOK_AHEAD, Terms};
use super::super::loan::{Loan, LoanRow};
use super::super::terms::governed;
use super::super::{hourly, store, stretches};
use super::store as moves;
use crate::catalog;
use crate::kernel::id::{LoanId, MoveId};
use crate::kernel::{Act, Error, Permission, Refusal, Result};
use crate::patrons;
use crate::policies::{self, Calendar, LendingPolicy};

/// Asks which loans fall due while the library is closed, though a rule would have them moved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(in crate::circulation) struct ShowClosedDue {}

/// A loan that falls due while the library is closed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClosedDueLoan {
    /// The loan as it is.
    pub loan: LoanRow,
    /// Where it would be due.
    pub moves_to: Due,
}

/// Moves these loans to where they would be due.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(in crate::circulation) struct MoveClosedDue {
    /// Which; those that need not move any more are passed over.
    pub loans: Vec<LoanId>,
}

/// What was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ClosedDueMoved {
    /// How many loans.
    pub moved: u32,
    /// Moves them back.
    pub undo: MoveId,
}

/// Moves loans back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(in crate::circulation) struct MoveBack {
    /// Which move.
    pub undo: MoveId,
}

/// What was moved back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct MovedBack {
    /// How many loans are due as before.
    pub restored: u32,
    /// How many were returned or renewed since, and stay as they are.
    pub passed_over: u32,
}

/// Why nothing is moved or moved back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum MoveRefusal {
    #[error("none of these loans falls due while the library is closed")]
    NothingToMove,
    #[error("these loans were moved back already")]
    MovedBackAlready,
}

impl Refusal for MoveRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// One loan on its way.
struct Moving {
    loan: Loan,
    to: Due,
    steps: Vec<DueStep>,
}

pub(in crate::circulation) fn closed_due(
    act: &Act<'_>,
    _: ShowClosedDue,
) -> Result<Vec<ClosedDueLoan>> {
    let moving = all_moving(act)?;
    let row = |moving: &Moving| {
        Ok(ClosedDueLoan {
            loan: store::loan_row(act, moving.loan.id)?,
            moves_to: moving.to,
        })
    };
    moving.iter().map(row).collect()
}

pub(in crate::circulation) fn move_closed_due(
    act: &Act<'_>,
    input: MoveClosedDue,
) -> Result<ClosedDueMoved> {
    let all = all_moving(act)?.into_iter();
    let moving: Vec<_> = all
        .filter(|moving| input.loans.contains(&moving.loan.id))
        .collect();
    if moving.is_empty() {
        return Err(Error::refused(&[MoveRefusal::NothingToMove]));
    }
    let undo = moves::insert_move(act.tx, act.now)?;
    for Moving { loan, to, steps } in &moving {
        let mut why = loan.why.clone();
        why.retain(|step| !matches!(step, DueStep::Open { .. }));
        why.extend(steps.iter().cloned());
        moves::insert_moved(act.tx, undo, loan, *to)?;
        moves::set_due(act.tx, loan.id, *to, &why)?;
        stretches::begin_again(act, loan.id, *to)?;
        catalog::mark_out(act, loan.item, to.day, to.at)?;
        act.touched(loan.id);
    }
    let moved = u32::try_from(moving.len()).unwrap_or(u32::MAX);
    act.tell(format!("{moved} loans off closed days"));
    Ok(ClosedDueMoved { moved, undo })
}

pub(in crate::circulation) fn move_back(act: &Act<'_>, input: MoveBack) -> Result<MovedBack> {
    if !moves::undo_move(act.tx, input.undo, act.now)? {
        return Err(Error::refused(&[MoveRefusal::MovedBackAlready]));
    }
    let (mut restored, mut passed_over) = (0, 0);
    for moved in moves::moved(act.tx, input.undo)? {
        let loan = store::loan(act.tx, moved.loan)?;
        if loan.returned_at.is_some() || loan.due != moved.to {
            passed_over += 1;
            continue;
        }
        moves::set_due(act.tx, loan.id, moved.before, &moved.why)?;
        stretches::begin_again(act, loan.id, moved.before)?;
        catalog::mark_out(act, loan.item, moved.before.day, moved.before.at)?;
        act.touched(loan.id);
        restored += 1;
    }
    act.tell(format!("{restored} loans due as before"));
    Ok(MovedBack {
        restored,
        passed_over,
    })
}

fn all_moving(act: &Act<'_>) -> Result<Vec<Moving>> {
    let policy = policies::lending_policy(act)?;
    let ids = moves::loans_due_from(act.tx, act.today)?;
    let loans = ids.into_iter().map(|id| store::loan(act.tx, id));
    let loans = loans.collect::<Result<Vec<_>>>()?;
    let Some(last) = loans.iter().map(|loan| loan.due.day).max() else {
        return Ok(Vec::new());
    };
    let calendar = policies::opening_hours(act, act.today, last.plus(LOOK_AHEAD))?;
    let mut all = Vec::new();
    for loan in loans {
        // An open day needs no rule; most loans end here.
        let hourly = loan.due.at.is_some();
        if hourly || !calendar.day(loan.due.day).is_open() {
            all.extend(moving(act, loan, &policy, &calendar)?);
        }
    }
    Ok(all)
}

fn moving(
    act: &Act<'_>,
    loan: Loan,
    policy: &LendingPolicy,
    calendar: &Calendar,
) -> Result<Option<Moving>> {
    let Some(patron) = loan
        .patron
        .filter(|_| !loan.due.has_passed(act.now, act.today))
    else {
        return Ok(None);
    };
    let patron = patrons::patron(act, patron)?;
    let governed = governed(act, &patron, &catalog::item_row(act, loan.item)?)?;
    let Some(rule) = &governed.rule else {
        return Ok(None);
    };
    let terms = Terms {
        rule,
        policy,
        calendar,
        zone: act.zone,
        expires: patron.details.expires,
        category: &governed.category,
        item_type: &governed.item_type,
    };
    let last = due::last_day(&terms, act.today);
    let mut steps = Vec::new();
    let to = match loan.due.at {
        Some(_) => hourly::off_closed(&terms, loan.due, act.now, last, &mut steps),
        None => {
            let closed_due = policy.with(rule).closed_due;
            let day = loan.due.day;
            Due::on(due::off_closed(
                calendar, closed_due, day, act.today, last, &mut steps,
            ))
        }
    };
    steps.extend(due::open_step(calendar, to.day));
    Ok((to != loan.due).then_some(Moving { loan, to, steps }))
}
