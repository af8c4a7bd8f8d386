//! A loan and what screens show of it.

use serde::Serialize;
use ts_rs::TS;

use super::due::{Due, DueStep};
use crate::catalog::ItemRow;
use crate::kernel::id::{ItemId, ItemTypeId, LoanId, PatronId};
use crate::kernel::{Act, At, Barcode, Day};
use crate::patrons::Patron;
use crate::policies::LoanRule;

/// One lending of one item.
#[derive(Debug, Clone, PartialEq)]
pub struct Loan {
    /// The loan's number.
    pub id: LoanId,
    /// What was lent.
    pub item: ItemId,
    /// To whom; none once the loan has forgotten.
    pub patron: Option<PatronId>,
    /// When it was lent.
    pub out_at: At,
    /// When it is due.
    pub due: Due,
    /// How often it was renewed.
    pub renewals: u32,
    /// When it was last renewed.
    pub renewed_at: Option<At>,
    /// When it came back.
    pub returned_at: Option<At>,
    /// Why it is due that day.
    pub why: Vec<DueStep>,
}

/// A loan as a line on a screen or a receipt.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LoanRow {
    /// The loan's number.
    pub id: LoanId,
    /// What was lent.
    pub item: ItemId,
    /// Its barcode.
    pub barcode: Barcode,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub call_number: String,
    /// What kind of item it is.
    pub item_type: ItemTypeId,
    /// To whom it was lent; none once the loan has forgotten.
    pub patron: Option<PatronId>,
    /// The patron's name.
    pub patron_name: Option<String>,
    /// When it was lent.
    pub out_at: At,
    /// The last day of the loan.
    pub due: Day,
    /// The instant at which it is due, of a loan by the hour.
    pub due_at: Option<At>,
    /// Whether it is out and late.
    pub overdue: bool,
    /// Days past the due day; 0 when it is not overdue, and for a loan by the hour on its due day.
    pub overdue_days: u32,
    /// How often it was renewed.
    pub renewals: u32,
    /// How often it may still be renewed.
    pub renewals_left: u32,
    /// When it came back.
    pub returned_at: Option<At>,
    /// Since when it is said to be back, while it is out.
    pub claimed_at: Option<At>,
}

impl LoanRow {
    /// A loan as it begins, of which the file says no more than is known already.
    pub(super) fn begun(
        act: &Act<'_>,
        id: LoanId,
        due: Due,
        row: &ItemRow,
        patron: &Patron,
        rule: &LoanRule,
    ) -> Self {
        let (item, names) = (&row.item, &patron.details);
        Self {
            id,
            item: item.id,
            barcode: item.details.barcode.clone(),
            title: row.title.details.title.clone(),
            call_number: item.details.call_number.clone(),
            item_type: item.details.item_type,
            patron: Some(patron.id),
            patron_name: Some(spoken_name(&names.given_name, &names.family_name)),
            out_at: act.now,
            due: due.day,
            due_at: due.at,
            overdue: due.has_passed(act.now, act.today),
            overdue_days: overdue_days(due.day, act.today),
            renewals: 0,
            renewals_left: rule.renewals,
            returned_at: None,
            claimed_at: None,
        }
    }
}

/// Days from the due day to `today`, 0 when it has not passed.
pub(super) fn overdue_days(due: Day, today: Day) -> u32 {
    u32::try_from(today.days_since(due).max(0)).unwrap_or(u32::MAX)
}

/// A name as people say it: given name first, either part alone where the other is missing.
pub(super) fn spoken_name(given: &str, family: &str) -> String {
    [given, family]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
