//! Begins, ends and reopens the stretches of a loan. It knows no rule by which a due day comes about.

use super::super::due::Due;
use super::store;
use crate::activity::Event;
use crate::kernel::id::LoanId;
use crate::kernel::{Act, At, Day, Result};

/// A due day as evenings see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LateFrom {
    pub(super) due: Day,
    /// The first evening on which the loan is late: the day after its due day, or the day of an instant.
    pub(super) evening: Day,
}

impl LateFrom {
    pub(super) fn of(due: Due) -> Self {
        let evening = match due.at {
            Some(_) => due.day,
            None => due.day.plus(1),
        };
        Self {
            due: due.day,
            evening,
        }
    }
}

/// The loan's first stretch, of what its event counts.
pub(in crate::circulation) fn begin(
    act: &Act<'_>,
    loan: LoanId,
    of: &Event,
    at: At,
    due: Due,
) -> Result<()> {
    let (day, _) = at.local(act.zone);
    store::insert(act.tx, loan, of, day, LateFrom::of(due))
}

/// The loan is renewed: what its event counts begins, and what was ends.
pub(in crate::circulation) fn renewed(
    act: &Act<'_>,
    loan: LoanId,
    of: &Event,
    due: Due,
) -> Result<()> {
    store::end_newest(act.tx, loan, act.today)?;
    begin(act, loan, of, act.now, due)
}

/// The loan has another due day from today on.
pub(in crate::circulation) fn begin_again(act: &Act<'_>, loan: LoanId, due: Due) -> Result<()> {
    store::end_newest(act.tx, loan, act.today)?;
    store::copy_newest(act.tx, loan, act.today, LateFrom::of(due))
}

/// The item is back.
pub(in crate::circulation) fn end(act: &Act<'_>, loan: LoanId, at: At) -> Result<()> {
    let (day, _) = at.local(act.zone);
    end_on(act, loan, day)
}

/// The item was back on a day: earlier than it was said to be, or on that day after all.
pub(in crate::circulation) fn end_on(act: &Act<'_>, loan: LoanId, day: Day) -> Result<()> {
    store::end_newest(act.tx, loan, day)
}

/// The item is not back after all.
pub(in crate::circulation) fn reopen(act: &Act<'_>, loan: LoanId) -> Result<()> {
    store::reopen_newest(act.tx, loan)
}

/// The newest stretch never began, and the one before goes on.
pub(in crate::circulation) fn take_back(act: &Act<'_>, loan: LoanId) -> Result<()> {
    store::delete_newest(act.tx, loan)?;
    store::reopen_newest(act.tx, loan)
}

/// Parts the stretches of a returned loan from it; those that were never late on an evening go.
pub(in crate::circulation) fn forget(act: &Act<'_>, loan: LoanId) -> Result<()> {
    store::forget(act.tx, loan)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_late_the_evening_after_and_an_hour_the_same_evening() {
        let day = |text| Day::parse(text).unwrap();
        let due = day("2026-11-23");
        let evening = |at| LateFrom::of(Due { day: due, at }).evening;
        assert_eq!(evening(None), day("2026-11-24"));
        assert_eq!(evening(Some(At::from_millis(0))), due);
    }
}
