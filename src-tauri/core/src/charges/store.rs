//! The rows of charges, credits and what they settle.

use rusqlite::{Connection, OptionalExtension, Params, Row};

use super::allocate::Part;
use super::charge::Charge;
use super::credit::{Credit, CreditKind};
use super::levy::NewCharge;
use super::terms::ChargeTerms;
use crate::kernel::id::{AccountId, ChargeId, CreditId, LoanId, PatronId};
use crate::kernel::{At, Money, OrNotFound, Result};

/// What must hold of the rows: a sentence, and the query that finds what breaks it.
pub const INVARIANTS: &[(&str, &str)] = &[
    (
        "a charge is settled within its amount",
        "SELECT id FROM charge_line WHERE settled NOT BETWEEN 0 AND amount",
    ),
    (
        "a credit settles charges to its last cent",
        "SELECT id FROM credit WHERE amount <>
             (SELECT coalesce(sum(part.amount), 0) FROM allocation part WHERE part.credit = credit.id)",
    ),
    (
        "a credit settles the charges of its own patron",
        "SELECT 1 FROM allocation part JOIN charge ON charge.id = part.charge JOIN credit ON credit.id = part.credit
         WHERE charge.patron <> credit.patron",
    ),
    (
        "a reversal takes back all of what it reverses",
        "SELECT back.id FROM credit back JOIN credit ON credit.id = back.reverses
         WHERE back.amount + credit.amount <> 0 OR credit.kind = 'reversal'",
    ),
    (
        "a charge knows only a loan of its own patron",
        "SELECT charge.id FROM charge JOIN loan ON loan.id = charge.loan WHERE loan.patron IS NOT charge.patron",
    ),
];

/// A charge with what was settled of it, up to the clause that says which.
macro_rules! select_charge {
    ($which:literal) => {
        concat!(
            "SELECT id, patron, loan, barcode, title, kind, amount, amount - settled AS owed, note, at, by_name
             FROM charge_line ",
            $which
        )
    };
}

/// A credit with what reverses it, up to the clause that says which.
macro_rules! select_credit {
    ($which:literal) => {
        concat!(
            "SELECT credit.id, credit.patron, credit.kind, credit.amount, credit.reverses, back.id AS reversed_by,
                 credit.reason, credit.at, account.name AS by_name
             FROM credit
                 LEFT JOIN credit back ON back.reverses = credit.id
                 LEFT JOIN account ON account.id = credit.account ",
            $which
        )
    };
}

fn charge_from_row(row: &Row<'_>) -> rusqlite::Result<Charge> {
    Ok(Charge {
        id: row.get("id")?,
        patron: row.get("patron")?,
        loan: row.get("loan")?,
        barcode: row.get("barcode")?,
        title: row.get("title")?,
        kind: row.get("kind")?,
        amount: row.get("amount")?,
        owed: row.get("owed")?,
        note: row.get("note")?,
        at: row.get("at")?,
        by: row.get("by_name")?,
    })
}

fn credit_from_row(row: &Row<'_>) -> rusqlite::Result<Credit> {
    Ok(Credit {
        id: row.get("id")?,
        patron: row.get("patron")?,
        kind: row.get("kind")?,
        amount: row.get("amount")?,
        reverses: row.get("reverses")?,
        reversed_by: row.get("reversed_by")?,
        reason: row.get("reason")?,
        at: row.get("at")?,
        by: row.get("by_name")?,
    })
}

fn charges(tx: &Connection, query: &str, which: impl Params) -> Result<Vec<Charge>> {
    let mut charges = tx.prepare_cached(query)?;
    let charges = charges.query_map(which, charge_from_row)?;
    Ok(charges.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_charge(
    tx: &Connection,
    charge: &NewCharge,
    now: At,
    account: Option<AccountId>,
) -> Result<ChargeId> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO charge (patron, loan, kind, amount, note, at, account) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    insert.execute((
        charge.patron,
        charge.loan,
        charge.kind,
        charge.amount,
        &charge.note,
        now,
        account,
    ))?;
    Ok(ChargeId::of(tx.last_insert_rowid()))
}

pub(super) fn charge(tx: &Connection, id: ChargeId) -> Result<Charge> {
    let mut one = tx.prepare_cached(select_charge!("WHERE id = ?1"))?;
    one.query_row([id], charge_from_row)
        .optional()?
        .or_not_found("charge", id)
}

pub(super) fn charges_of(tx: &Connection, patron: PatronId) -> Result<Vec<Charge>> {
    let query = select_charge!("WHERE patron = ?1 ORDER BY at, id");
    charges(tx, query, [patron])
}

pub(super) fn charges_for(tx: &Connection, loan: LoanId) -> Result<Vec<Charge>> {
    charges(
        tx,
        select_charge!("WHERE loan = ?1 ORDER BY at, id"),
        [loan],
    )
}

/// The charges of a patron that are not settled yet, the oldest first.
pub(super) fn owing(tx: &Connection, patron: PatronId) -> Result<Vec<Charge>> {
    let query = select_charge!("WHERE patron = ?1 AND settled < amount ORDER BY at, id");
    charges(tx, query, [patron])
}

pub(super) fn delete_charge(tx: &Connection, id: ChargeId) -> Result<()> {
    tx.execute("DELETE FROM charge WHERE id = ?1", [id])?;
    Ok(())
}

pub(super) fn has_parts(tx: &Connection, charge: ChargeId) -> Result<bool> {
    let mut parts = tx.prepare_cached("SELECT 1 FROM allocation WHERE charge = ?1")?;
    Ok(parts.exists([charge])?)
}

pub(super) fn insert_credit(
    tx: &Connection,
    patron: PatronId,
    kind: CreditKind,
    amount: Money,
    reason: &str,
    now: At,
    account: Option<AccountId>,
) -> Result<CreditId> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO credit (patron, kind, amount, reason, at, account) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    insert.execute((patron, kind, amount, reason, now, account))?;
    Ok(CreditId::of(tx.last_insert_rowid()))
}

pub(super) fn insert_part(tx: &Connection, credit: CreditId, part: Part) -> Result<()> {
    let mut insert =
        tx.prepare_cached("INSERT INTO allocation (credit, charge, amount) VALUES (?1, ?2, ?3)")?;
    insert.execute((credit, part.charge, part.amount))?;
    Ok(())
}

/// A credit that takes another back, part by part.
pub(super) fn insert_reversal(
    tx: &Connection,
    credit: &Credit,
    reason: &str,
    now: At,
    account: Option<AccountId>,
) -> Result<CreditId> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO credit (patron, kind, amount, reverses, reason, at, account)
         VALUES (?1, 'reversal', ?2, ?3, ?4, ?5, ?6)",
    )?;
    insert.execute((
        credit.patron,
        -credit.amount,
        credit.id,
        reason,
        now,
        account,
    ))?;
    let back = CreditId::of(tx.last_insert_rowid());
    let mut parts = tx.prepare_cached(
        "INSERT INTO allocation (credit, charge, amount) SELECT ?2, charge, -amount FROM allocation WHERE credit = ?1",
    )?;
    parts.execute((credit.id, back))?;
    Ok(back)
}

pub(super) fn credit(tx: &Connection, id: CreditId) -> Result<Credit> {
    let mut one = tx.prepare_cached(select_credit!("WHERE credit.id = ?1"))?;
    one.query_row([id], credit_from_row)
        .optional()?
        .or_not_found("credit", id)
}

pub(super) fn credits_of(tx: &Connection, patron: PatronId) -> Result<Vec<Credit>> {
    let mut credits = tx.prepare_cached(select_credit!(
        "WHERE credit.patron = ?1 ORDER BY credit.at, credit.id"
    ))?;
    let credits = credits.query_map([patron], credit_from_row)?;
    Ok(credits.collect::<rusqlite::Result<_>>()?)
}

/// Whether a charge would be settled beyond its amount, or below nothing, were this credit not there.
pub(super) fn would_settle_twice(tx: &Connection, id: CreditId) -> Result<bool> {
    let mut beyond = tx.prepare_cached(
        "SELECT 1 FROM allocation part JOIN charge_line ON charge_line.id = part.charge
         WHERE part.credit = ?1 AND charge_line.settled - part.amount NOT BETWEEN 0 AND charge_line.amount",
    )?;
    Ok(beyond.exists([id])?)
}

pub(super) fn delete_credit(tx: &Connection, id: CreditId) -> Result<()> {
    tx.execute("DELETE FROM allocation WHERE credit = ?1", [id])?;
    tx.execute("DELETE FROM credit WHERE id = ?1", [id])?;
    Ok(())
}

pub(super) fn balance(tx: &Connection, patron: PatronId) -> Result<Money> {
    let mut sums = tx.prepare_cached(
        "SELECT (SELECT coalesce(sum(amount), 0) FROM charge WHERE patron = ?1)
             - (SELECT coalesce(sum(amount), 0) FROM credit WHERE patron = ?1)",
    )?;
    Ok(sums.query_row([patron], |row| row.get(0))?)
}

pub(super) fn terms(tx: &Connection) -> Result<ChargeTerms> {
    let mut terms = tx.prepare_cached("SELECT most_owed FROM charge_terms")?;
    Ok(terms.query_row([], |row| {
        Ok(ChargeTerms {
            most_owed: row.get("most_owed")?,
        })
    })?)
}

pub(super) fn set_terms(tx: &Connection, terms: ChargeTerms) -> Result<()> {
    tx.execute("UPDATE charge_terms SET most_owed = ?1", [terms.most_owed])?;
    Ok(())
}

/// Settled charges that still know a loan or hold a remark, though the last word on them was said before an instant, and
/// their loan has forgotten its patron.
pub(super) fn forgettable(tx: &Connection, before: At) -> Result<Vec<(ChargeId, At)>> {
    let mut settled = tx.prepare_cached(
        "SELECT charge_line.id, charge_line.at FROM charge_line LEFT JOIN loan ON loan.id = charge_line.loan
         WHERE (charge_line.loan IS NOT NULL OR charge_line.note <> '') AND loan.patron IS NULL
             AND charge_line.settled = charge_line.amount AND charge_line.credited_at < ?1",
    )?;
    let settled = settled.query_map([before], |row| Ok((row.get("id")?, row.get("at")?)))?;
    Ok(settled.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn forget_charge(tx: &Connection, id: ChargeId, month: At) -> Result<()> {
    tx.execute(
        "UPDATE charge SET loan = NULL, note = '', at = ?2 WHERE id = ?1",
        (id, month),
    )?;
    Ok(())
}

/// The credits of a charge none of whose charges knows a loan any more.
pub(super) fn credits_done_with(tx: &Connection, charge: ChargeId) -> Result<Vec<(CreditId, At)>> {
    let mut credits = tx.prepare_cached(
        "SELECT credit.id, credit.at FROM credit JOIN allocation ON allocation.credit = credit.id
         WHERE allocation.charge = ?1 AND NOT EXISTS (
             SELECT 1 FROM allocation part JOIN charge ON charge.id = part.charge
             WHERE part.credit = credit.id AND charge.loan IS NOT NULL)",
    )?;
    let credits = credits.query_map([charge], |row| Ok((row.get("id")?, row.get("at")?)))?;
    Ok(credits.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn forget_credit(tx: &Connection, id: CreditId, day: At) -> Result<()> {
    tx.execute(
        "UPDATE credit SET reason = '', at = ?2 WHERE id = ?1",
        (id, day),
    )?;
    Ok(())
}
