//! The rows of loans and of what can be undone.

use rusqlite::{Connection, OptionalExtension, Params, Row};

use super::due::{Due, DueStep};
use super::inverse::Inverse;
use super::list::{Counts, LoanFilter};
use super::loan::{Loan, LoanRow, overdue_days, spoken_name};
use super::move_in::MovedLoan;
use crate::kernel::id::{ItemId, ItemTypeId, LoanId, PatronId, UndoId};
use crate::kernel::{Act, At, Day, Json, Minute, OrNotFound, Result};

/// What must hold of the rows: a sentence, and the query that finds what breaks it.
pub const INVARIANTS: &[(&str, &str)] = &[
    (
        "an item knows that it is out exactly while it has an open loan, and until when",
        "SELECT 1 FROM item LEFT JOIN loan ON loan.item = item.id AND loan.returned_at IS NULL
         WHERE item.due IS NOT loan.due OR item.due_at IS NOT loan.due_at",
    ),
    (
        "a loan is not returned before it was lent",
        "SELECT 1 FROM loan WHERE returned_at < out_at",
    ),
    (
        "only what is out is said to be back",
        "SELECT loan_claim.loan FROM loan_claim JOIN loan ON loan.id = loan_claim.loan
          WHERE loan.returned_at IS NOT NULL",
    ),
    (
        "there is one loan event for each loan made here, returned or not",
        "SELECT 1 WHERE (SELECT count(*) FROM loan WHERE moved_in = 0) <> (SELECT count(*) FROM event WHERE kind = 'check_out')",
    ),
];

fn from_row(row: &Row<'_>) -> rusqlite::Result<Loan> {
    Ok(Loan {
        id: row.get("id")?,
        item: row.get("item")?,
        patron: row.get("patron")?,
        out_at: row.get("out_at")?,
        due: Due {
            day: row.get("due")?,
            at: row.get("due_at")?,
        },
        renewals: row.get("renewals")?,
        renewed_at: row.get("renewed_at")?,
        returned_at: row.get("returned_at")?,
        why: row.get::<_, Json<Vec<DueStep>>>("why")?.0,
    })
}

fn line_from_row(row: &Row<'_>, act: &Act<'_>) -> rusqlite::Result<LoanRow> {
    let due = Due {
        day: row.get("due")?,
        at: row.get("due_at")?,
    };
    let renewals: u32 = row.get("renewals")?;
    let returned_at: Option<At> = row.get("returned_at")?;
    let names = row
        .get::<_, Option<String>>("given_name")?
        .zip(row.get::<_, Option<String>>("family_name")?);
    Ok(LoanRow {
        id: row.get("id")?,
        item: row.get("item")?,
        barcode: row.get("barcode")?,
        title: row.get("title")?,
        call_number: row.get("call_number")?,
        item_type: row.get("item_type")?,
        patron: row.get("patron")?,
        patron_name: names.map(|(given, family)| spoken_name(&given, &family)),
        out_at: row.get("out_at")?,
        due: due.day,
        due_at: due.at,
        overdue: returned_at.is_none() && due.has_passed(act.now, act.today),
        overdue_days: match returned_at {
            None => overdue_days(due.day, act.today),
            Some(_) => 0,
        },
        renewals,
        renewals_left: row
            .get::<_, Option<u32>>("allowed")?
            .unwrap_or(0)
            .saturating_sub(renewals),
        returned_at,
        claimed_at: row.get("claimed_at")?,
    })
}

pub(super) fn insert_loan(
    tx: &Connection,
    item: ItemId,
    patron: PatronId,
    now: At,
    due: Due,
    why: &[DueStep],
) -> Result<LoanId> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO loan (item, patron, out_at, due, due_at, why) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    insert.execute((item, patron, now, due.day, due.at, Json(why)))?;
    Ok(LoanId::of(tx.last_insert_rowid()))
}

pub(super) fn insert_moved_loan(
    tx: &Connection,
    loan: &MovedLoan,
    why: &[DueStep],
) -> Result<LoanId> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO loan (item, patron, out_at, due, renewals, why, moved_in) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1)",
    )?;
    let MovedLoan {
        patron,
        item,
        out_at,
        due,
        renewals,
    } = loan;
    insert.execute((item, patron, out_at, due, renewals, Json(why)))?;
    Ok(LoanId::of(tx.last_insert_rowid()))
}

pub(super) fn loan(tx: &Connection, id: LoanId) -> Result<Loan> {
    let mut one = tx.prepare_cached(
        "SELECT id, item, patron, out_at, due, due_at, renewals, renewed_at, returned_at, why FROM loan WHERE id = ?1",
    )?;
    one.query_row([id], from_row)
        .optional()?
        .or_not_found("loan", id)
}

pub(super) fn open_loan(tx: &Connection, item: ItemId) -> Result<Option<Loan>> {
    let mut one = tx.prepare_cached(
        "SELECT id, item, patron, out_at, due, due_at, renewals, renewed_at, returned_at, why
         FROM loan WHERE item = ?1 AND returned_at IS NULL",
    )?;
    Ok(one.query_row([item], from_row).optional()?)
}

/// The last loan of an item, open or not.
pub(super) fn newest_loan(tx: &Connection, item: ItemId) -> Result<Option<LoanId>> {
    let mut newest = tx.prepare_cached("SELECT max(id) FROM loan WHERE item = ?1")?;
    Ok(newest.query_row([item], |row| row.get(0))?)
}

pub(super) fn last_return(tx: &Connection, item: ItemId) -> Result<Option<At>> {
    let mut last = tx.prepare_cached("SELECT max(returned_at) FROM loan WHERE item = ?1")?;
    Ok(last.query_row([item], |row| row.get(0))?)
}

pub(super) fn renew_loan(
    tx: &Connection,
    id: LoanId,
    now: At,
    due: Due,
    why: &[DueStep],
) -> Result<()> {
    let mut renew = tx.prepare_cached(
        "UPDATE loan SET due = ?2, due_at = ?3, renewals = renewals + 1, renewed_at = ?4, why = ?5 WHERE id = ?1",
    )?;
    renew.execute((id, due.day, due.at, now, Json(why)))?;
    Ok(())
}

pub(super) fn restore_renewal(
    tx: &Connection,
    id: LoanId,
    renewals: u32,
    due: Due,
    renewed_at: Option<At>,
    why: &[DueStep],
) -> Result<()> {
    tx.execute(
        "UPDATE loan SET renewals = ?2, due = ?3, due_at = ?4, renewed_at = ?5, why = ?6 WHERE id = ?1",
        (id, renewals, due.day, due.at, renewed_at, Json(why)),
    )?;
    Ok(())
}

pub(super) fn return_loan(tx: &Connection, id: LoanId, now: At) -> Result<()> {
    tx.prepare_cached("UPDATE loan SET returned_at = ?2 WHERE id = ?1")?
        .execute((id, now))?;
    Ok(())
}

pub(super) fn reopen_loan(tx: &Connection, id: LoanId) -> Result<()> {
    tx.execute("UPDATE loan SET returned_at = NULL WHERE id = ?1", [id])?;
    Ok(())
}

pub(super) fn delete_loan(tx: &Connection, id: LoanId) -> Result<()> {
    tx.execute("DELETE FROM loan WHERE id = ?1", [id])?;
    Ok(())
}

/// How many loans of a patron are overdue, and since when.
pub(super) fn overdue_of(
    tx: &Connection,
    patron: PatronId,
    now: At,
    today: Day,
) -> Result<Option<(u32, Day)>> {
    let mut overdue = tx.prepare_cached(
        "SELECT count(*) AS count, min(due) AS oldest FROM loan
         WHERE patron = ?1 AND returned_at IS NULL AND (due < ?2 OR due_at < ?3)",
    )?;
    Ok(overdue
        .query_row((patron, today, now), |row| {
            Ok(row
                .get::<_, Option<Day>>("oldest")?
                .map(|oldest| Ok::<_, rusqlite::Error>((row.get("count")?, oldest))))
        })?
        .transpose()?)
}

/// How many items a patron has out.
pub(super) fn out_count(tx: &Connection, patron: PatronId) -> Result<u32> {
    let mut count =
        tx.prepare_cached("SELECT count(*) FROM loan WHERE patron = ?1 AND returned_at IS NULL")?;
    Ok(count.query_row([patron], |row| row.get(0))?)
}

/// The types of the items that a patron has out, once for each item.
pub(super) fn types_out(tx: &Connection, patron: PatronId) -> Result<Vec<ItemTypeId>> {
    let mut types = tx.prepare_cached(
        "SELECT item.item_type AS item_type FROM loan JOIN item ON item.id = loan.item
         WHERE loan.patron = ?1 AND loan.returned_at IS NULL",
    )?;
    let types = types.query_map([patron], |row| row.get("item_type"))?;
    Ok(types.collect::<rusqlite::Result<_>>()?)
}

fn lines(act: &Act<'_>, query: &str, params: impl Params) -> Result<Vec<LoanRow>> {
    let mut rows = act.tx.prepare_cached(query)?;
    Ok(rows
        .query_map(params, |row| line_from_row(row, act))?
        .collect::<rusqlite::Result<_>>()?)
}

pub(super) fn loan_row(act: &Act<'_>, id: LoanId) -> Result<LoanRow> {
    let query = "SELECT id, item, barcode, title, call_number, item_type, patron, given_name, family_name, out_at, due, due_at,
                     renewals, allowed, returned_at, claimed_at
                 FROM loan_line WHERE id = ?1";
    lines(act, query, [id])?.pop().or_not_found("loan", id)
}

pub(super) fn loans_of(act: &Act<'_>, patron: PatronId) -> Result<Vec<LoanRow>> {
    let query = "SELECT id, item, barcode, title, call_number, item_type, patron, given_name, family_name, out_at, due, due_at,
                     renewals, allowed, returned_at, claimed_at
                 FROM loan_line WHERE patron = ?1 AND returned_at IS NULL ORDER BY due, due_at, id";
    lines(act, query, [patron])
}

/// What was lent to a patron or renewed since an instant, and is out.
pub(super) fn lent_since(act: &Act<'_>, patron: PatronId, since: At) -> Result<Vec<LoanRow>> {
    let mut ids = act.tx.prepare_cached(
        "SELECT id FROM loan WHERE patron = ?1 AND returned_at IS NULL AND max(out_at, coalesce(renewed_at, 0)) >= ?2
         ORDER BY max(out_at, coalesce(renewed_at, 0)), id",
    )?;
    let ids: Vec<LoanId> = ids
        .query_map((patron, since), |row| row.get("id"))?
        .collect::<rusqlite::Result<_>>()?;
    ids.into_iter().map(|id| loan_row(act, id)).collect()
}

pub(super) fn open_loans(act: &Act<'_>, only: LoanFilter, limit: u32) -> Result<Vec<LoanRow>> {
    // Of the loans due today those by the hour may be late already: they are overdue, and no longer due today.
    let (from, to, late) = match only {
        LoanFilter::Open => (Day::MIN, Day::MAX, None),
        LoanFilter::Overdue => (Day::MIN, act.today, Some(true)),
        LoanFilter::DueToday => (act.today, act.today, Some(false)),
    };
    let query = "SELECT id, item, barcode, title, call_number, item_type, patron, given_name, family_name, out_at, due, due_at,
                     renewals, allowed, returned_at, claimed_at
                 FROM loan_line WHERE returned_at IS NULL AND due BETWEEN ?1 AND ?2
                     AND (?4 IS NULL OR ?4 = (due < ?5 OR ifnull(due_at < ?6, 0)))
                 ORDER BY due, due_at, id LIMIT ?3";
    lines(act, query, (from, to, limit, late, act.today, act.now))
}

pub(super) fn counts(act: &Act<'_>) -> Result<Counts> {
    let midnight = act.zone.instant(act.today, Minute::MIDNIGHT);
    let mut counts = act.tx.prepare_cached(
        "SELECT (SELECT count(*) FROM loan INDEXED BY loan_open WHERE returned_at IS NULL) AS out,
             (SELECT count(*) FROM loan INDEXED BY loan_due WHERE returned_at IS NULL AND due < ?1)
             + (SELECT count(*) FROM loan INDEXED BY loan_due_at WHERE returned_at IS NULL AND due_at < ?3 AND due >= ?1)
                 AS overdue,
             (SELECT count(*) FROM loan WHERE returned_at IS NULL AND due = ?1
                 AND ifnull(due_at >= ?3, 1)) AS due_today,
             (SELECT count(*) FROM loan WHERE out_at >= ?2) AS lent_today,
             (SELECT count(*) FROM loan WHERE returned_at >= ?2) AS returned_today",
    )?;
    Ok(counts.query_row((act.today, midnight, act.now), |row| {
        Ok(Counts {
            out: row.get("out")?,
            overdue: row.get("overdue")?,
            due_today: row.get("due_today")?,
            lent_today: row.get("lent_today")?,
            returned_today: row.get("returned_today")?,
        })
    })?)
}

pub(super) fn insert_undo(
    tx: &Connection,
    loan: LoanId,
    now: At,
    inverse: &Inverse,
) -> Result<UndoId> {
    let mut insert =
        tx.prepare_cached("INSERT INTO desk_undo (loan, at, inverse) VALUES (?1, ?2, ?3)")?;
    insert.execute((loan, now, Json(inverse)))?;
    Ok(UndoId::of(tx.last_insert_rowid()))
}

pub(super) fn insert_loose_undo(tx: &Connection, now: At, inverse: &Inverse) -> Result<UndoId> {
    tx.prepare_cached("INSERT INTO desk_undo (at, inverse) VALUES (?1, ?2)")?
        .execute((now, Json(inverse)))?;
    Ok(UndoId::of(tx.last_insert_rowid()))
}

/// What was done with a loan after the deed of an undo, and can itself be taken back: the newest of it.
pub(super) fn done_since(tx: &Connection, id: UndoId, loan: LoanId) -> Result<Option<Inverse>> {
    let mut newer = tx.prepare_cached(
        "SELECT inverse FROM desk_undo WHERE loan = ?2 AND id > ?1 AND inverse IS NOT NULL ORDER BY id DESC LIMIT 1",
    )?;
    let newer = newer.query_row((id, loan), |row| row.get::<_, Json<Inverse>>("inverse"));
    Ok(newer.optional()?.map(|inverse| inverse.0))
}

/// How a scan is taken back; none when it was.
pub(super) fn undo(tx: &Connection, id: UndoId) -> Result<Option<Inverse>> {
    let mut one = tx.prepare_cached("SELECT inverse FROM desk_undo WHERE id = ?1")?;
    let undo = one.query_row([id], |row| row.get::<_, Option<Json<Inverse>>>("inverse"));
    let undo = undo.optional()?.or_not_found("undo", id)?;
    Ok(undo.map(|inverse| inverse.0))
}

/// Notes that a scan was taken back, and no longer of what.
pub(super) fn mark_undone(tx: &Connection, id: UndoId, now: At) -> Result<()> {
    tx.execute(
        "UPDATE desk_undo SET undone_at = ?2, inverse = NULL, loan = NULL WHERE id = ?1",
        (id, now),
    )?;
    Ok(())
}

/// Loans returned before an instant, of which nothing is owed and nothing was paid since.
pub(super) fn forgettable(tx: &Connection, before: At) -> Result<Vec<LoanId>> {
    let mut loans = tx.prepare_cached(
        // By the index of those that remember: the other one is of every return there ever was.
        "SELECT id FROM loan INDEXED BY loan_forgettable
         WHERE patron IS NOT NULL AND returned_at < ?1 AND NOT EXISTS (
             SELECT 1 FROM charge_line
             WHERE charge_line.loan = loan.id AND (settled < amount OR credited_at >= ?1))",
    )?;
    Ok(loans
        .query_map([before], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?)
}

/// Drops the undos of scans before an instant that no loan takes with it.
pub(super) fn drop_undos_without_loan(tx: &Connection, before: At) -> Result<()> {
    tx.execute(
        "DELETE FROM desk_undo WHERE loan IS NULL AND at < ?1",
        [before],
    )?;
    Ok(())
}

pub(super) fn forget_patron(tx: &Connection, id: LoanId) -> Result<()> {
    tx.prepare_cached("UPDATE loan SET patron = NULL, why = '[]' WHERE id = ?1")?
        .execute([id])?;
    tx.prepare_cached("DELETE FROM desk_undo WHERE loan = ?1")?
        .execute([id])?;
    Ok(())
}
