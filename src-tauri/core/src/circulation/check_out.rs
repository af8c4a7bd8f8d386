//! Lends an item to a patron, or says every reason why not. It takes nothing back and renews nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::blocks::{Objection, blocks};
use super::due::DueStep;
use super::inverse::Inverse;
use super::loan::LoanRow;
use super::overriding::{Overriding, settle};
use super::store;
use super::stretches;
use super::terms::{Governed, due_for, governed, out_under};
use crate::activity::{self, AgeBand, Event, EventKind};
use crate::catalog::{self, ItemRow, ItemStatus};
use crate::kernel::id::{ItemId, PatronId, UndoId};
use crate::kernel::{Act, At, Day, Error, Permission, Reason, Refusal, Result};
use crate::patrons::{self, Patron};
use crate::policies::LoanRule;

/// A second scan of the same item within so many seconds is the scanner's, not the clerk's.
const DOUBLE_SCAN_SECONDS: i64 = 60;

/// The seconds since a scan, when they are so few that the next one is the scanner's stutter. A clock that was set back
/// since makes no stutter.
pub(super) fn stutter(now: At, scanned: At) -> Option<i64> {
    let seconds = now.seconds_since(scanned);
    (0..DOUBLE_SCAN_SECONDS)
        .contains(&seconds)
        .then_some(seconds)
}

/// Lends an item to a patron.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckOut {
    /// Who borrows.
    pub patron: PatronId,
    /// What is borrowed.
    pub item: ItemId,
    /// Goes on in spite of reasons.
    #[serde(rename = "override")]
    pub overriding: Option<Overriding>,
}

/// What was lent.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Lent {
    /// The loan.
    pub loan: LoanRow,
    /// Why it is due that day.
    pub why: Vec<DueStep>,
    /// What was overridden.
    pub overridden: Vec<Reason>,
    /// Takes it back.
    pub undo: UndoId,
}

/// Why an item is not lent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum CheckOutRefusal {
    #[error("the item is on loan until {due}")]
    OnLoan {
        due: Day,
        due_at: Option<At>,
        to_this_patron: bool,
    },
    #[error("the item was lent to this patron {seconds} seconds ago")]
    LentJustNow { seconds: i64 },
    #[error("the item is not in service: {}", status.as_str())]
    NotInService { status: ItemStatus },
    #[error("{item_type} is used in the library only by {category}")]
    InLibraryOnly { category: String, item_type: String },
    #[error("there is no loan rule for {category} and {item_type}")]
    NoRule { category: String, item_type: String },
    #[error("{out} of at most {limit} are out: {item_type}")]
    LimitReached {
        limit: u32,
        out: u32,
        item_type: String,
    },
}

impl Refusal for CheckOutRefusal {
    fn may_override(&self) -> Option<Permission> {
        match self {
            Self::OnLoan { .. }
            | Self::LentJustNow { .. }
            | Self::InLibraryOnly { .. }
            | Self::NoRule { .. } => None,
            Self::NotInService { .. } | Self::LimitReached { .. } => {
                Some(Permission::OverrideRules)
            }
        }
    }
}

/// The patron, the item and the rule that joins them.
struct Lending {
    patron: Patron,
    row: ItemRow,
    governed: Governed,
}

/// Lends the item; a loan, an event and the item's due day are written together.
pub fn check_out(act: &Act<'_>, input: CheckOut) -> Result<Lent> {
    let lending = lending(act, &input)?;
    let overridden = settle(act, &refusals(act, &lending)?, input.overriding.as_ref())?;
    let rule = lending
        .governed
        .rule
        .ok_or_else(|| Error::Internal("a loan without a rule was let through".into()))?;
    let (due, why) = due_for(act, &rule, &lending.governed, &lending.patron, None)?;
    let item = lending.row.item.id;
    let status_before = lending.row.item.status;
    let id = store::insert_loan(act.tx, item, input.patron, act.now, due, &why)?;
    if status_before != ItemStatus::InService {
        catalog::set_item_status(act, item, ItemStatus::InService)?;
    }
    catalog::mark_out(act, item, due.day, due.at)?;
    patrons::was_active(act, input.patron)?;
    let counted = event(
        act,
        EventKind::CheckOut,
        Some(&lending.patron),
        &lending.row,
    );
    stretches::begin(act, id, &counted, act.now, due)?;
    let event = activity::record(act, &counted)?;
    let undo = store::insert_undo(
        act.tx,
        id,
        act.now,
        &Inverse::CheckOut {
            loan: id,
            item,
            event,
            status_before,
        },
    )?;
    act.touched(id);
    Ok(Lent {
        loan: LoanRow::begun(act, id, due, &lending.row, &lending.patron, &rule),
        why,
        overridden,
        undo,
    })
}

/// The event of something done with an item, with what statistics need of the patron.
pub(super) fn event(
    act: &Act<'_>,
    kind: EventKind,
    patron: Option<&Patron>,
    row: &ItemRow,
) -> Event {
    Event {
        kind,
        category: patron.map(|patron| patron.details.category),
        age_band: AgeBand::of(patron.and_then(|patron| patron.details.born), act.today),
        item_type: Some(row.item.details.item_type),
        location: Some(row.item.details.location.clone()),
        class: catalog::call_class(&row.item.details.call_number),
        title: Some(row.title.id),
        late: false,
    }
}

fn lending(act: &Act<'_>, input: &CheckOut) -> Result<Lending> {
    let patron = patrons::patron(act, input.patron)?;
    let row = catalog::item_row(act, input.item)?;
    Ok(Lending {
        governed: governed(act, &patron, &row)?,
        patron,
        row,
    })
}

fn refusals(act: &Act<'_>, lending: &Lending) -> Result<Vec<Objection<CheckOutRefusal>>> {
    let governed = &lending.governed;
    let (category, item_type) = (governed.category.clone(), governed.item_type.clone());
    let mut refusals = Vec::new();
    if let Some(loan) = store::open_loan(act.tx, lending.row.item.id)? {
        let to_this_patron = loan.patron == Some(lending.patron.id);
        let stutter = stutter(act.now, loan.out_at).filter(|_| to_this_patron);
        // An item that is out is lent to nobody, so no other reason matters.
        return Ok(vec![Objection::Loan(match stutter {
            Some(seconds) => CheckOutRefusal::LentJustNow { seconds },
            None => CheckOutRefusal::OnLoan {
                due: loan.due.day,
                due_at: loan.due.at,
                to_this_patron,
            },
        })]);
    }
    if lending.row.item.status != ItemStatus::InService {
        refusals.push(CheckOutRefusal::NotInService {
            status: lending.row.item.status,
        });
    }
    match &governed.rule {
        None => refusals.push(CheckOutRefusal::NoRule {
            category,
            item_type,
        }),
        Some(rule) if rule.period.is_none() => refusals.push(CheckOutRefusal::InLibraryOnly {
            category,
            item_type,
        }),
        Some(rule) => refusals.extend(limit_reached(act, lending, rule)?),
    }
    let blocks = blocks(act, &lending.patron)?;
    let loan = refusals.into_iter().map(Objection::Loan);
    Ok(loan
        .chain(blocks.into_iter().map(Objection::Patron))
        .collect())
}

fn limit_reached(
    act: &Act<'_>,
    lending: &Lending,
    rule: &LoanRule,
) -> Result<Option<CheckOutRefusal>> {
    let out = out_under(act, rule, &lending.patron)?;
    let item_type = lending.governed.item_type.clone();
    Ok(
        (out >= rule.limit).then_some(CheckOutRefusal::LimitReached {
            limit: rule.limit,
            out,
            item_type,
        }),
    )
}
