//! Reads the rule, the policy and the calendar of a loan, and asks the pure rules when it is due and what lateness costs.

use std::collections::BTreeMap;

use super::due::{Due, DueStep, LOOK_AHEAD, Terms, due, due_again};
use super::fine::{Fine, fine};
use super::loan::Loan;
use super::store;
use crate::catalog::ItemRow;
use crate::kernel::id::ItemTypeId;
use crate::kernel::{Act, At, Result};
use crate::patrons::Patron;
use crate::policies::{self, LoanPeriod, LoanRule};

/// The rule of a loan and the words that name what it joins.
#[derive(Debug, Clone)]
pub(super) struct Governed {
    pub(super) rule: Option<LoanRule>,
    pub(super) category: String,
    pub(super) item_type: String,
}

/// What governs the loan of an item by a patron.
pub(super) fn governed(act: &Act<'_>, patron: &Patron, row: &ItemRow) -> Result<Governed> {
    let (category, item_type) = (patron.details.category, row.item.details.item_type);
    Ok(Governed {
        rule: policies::loan_rule(act, category, item_type)?,
        category: policies::category_name(act, category)?,
        item_type: policies::item_type_name(act, item_type)?,
    })
}

/// When a loan is due that begins now, or that was due before and is renewed now; explained from the rule on.
pub(super) fn due_for(
    act: &Act<'_>,
    rule: &LoanRule,
    governed: &Governed,
    patron: &Patron,
    before: Option<Due>,
) -> Result<(Due, Vec<DueStep>)> {
    let days = match rule.period {
        LoanPeriod::Days(days) => days,
        LoanPeriod::Hours(hours) => hours.div_ceil(24) + 1,
    };
    let start = before.map_or(act.today, |due| due.day.max(act.today));
    let last = start.plus(days).plus(LOOK_AHEAD);
    let terms = Terms {
        rule,
        policy: &policies::lending_policy(act)?,
        calendar: &policies::opening_hours(act, act.today, last)?,
        zone: act.zone,
        expires: patron.details.expires,
        category: &governed.category,
        item_type: &governed.item_type,
    };
    Ok(match before {
        Some(before) => due_again(&terms, act.now, before),
        None => due(&terms, act.now),
    })
}

/// How many items a patron has out that the same row of the rules governs.
pub(super) fn out_under(act: &Act<'_>, rule: &LoanRule, patron: &Patron) -> Result<u32> {
    let mut counts: BTreeMap<ItemTypeId, u32> = BTreeMap::new();
    for item_type in store::types_out(act.tx, patron.id)? {
        *counts.entry(item_type).or_default() += 1;
    }
    let mut out = 0;
    for (item_type, count) in counts {
        let other = policies::loan_rule(act, patron.details.category, item_type)?;
        let same = other.is_some_and(|other| {
            (other.category, other.item_type) == (rule.category, rule.item_type)
        });
        out += if same { count } else { 0 };
    }
    Ok(out)
}

/// What it costs that a loan comes back at an instant, by the rule and the calendar of now.
pub fn fine_for(
    act: &Act<'_>,
    loan: &Loan,
    patron: &Patron,
    row: &ItemRow,
    returned: At,
) -> Result<Fine> {
    if !loan.due.has_passed(returned, returned.local(act.zone).0) {
        return Ok(Fine::default());
    }
    let (category, item_type) = (patron.details.category, row.item.details.item_type);
    let Some(rule) = policies::loan_rule(act, category, item_type)? else {
        return Ok(Fine::default());
    };
    let policy = policies::lending_policy(act)?;
    let calendar = policies::opening_hours(act, loan.due.day, returned.local(act.zone).0)?;
    Ok(fine(
        &rule, &policy, &calendar, act.zone, loan.due, returned,
    ))
}
