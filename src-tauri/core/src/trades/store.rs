//! The rows of trades.

use rusqlite::{Connection, OptionalExtension, Row};

use super::trade::{Trade, TradeKind, TradeState};
use crate::kernel::id::{ShiftId, StaffId, TradeId};
use crate::kernel::{Act, At, Day, Json, Result};
use crate::schedule::{ShiftChange, ShiftDetails};

/// A trade on its way into the file.
pub(super) struct NewTrade {
    pub(super) kind: TradeKind,
    pub(super) shift: Option<ShiftId>,
    pub(super) owner: Option<StaffId>,
    pub(super) other_shift: Option<ShiftId>,
    pub(super) taker: Option<StaffId>,
    pub(super) details: ShiftDetails,
    pub(super) note: String,
}

/// Trades, up to the clause that says which.
macro_rules! select_trade {
    ($which:literal) => {
        concat!(
            "SELECT id, kind, state, shift, owner, other_shift, taker, desk, day, start, end, note,
                 asked_at, asked_by, agreed_by, decided_at, decided_by, reason FROM trade ",
            $which
        )
    };
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Trade> {
    Ok(Trade {
        id: row.get("id")?,
        kind: row.get("kind")?,
        state: row.get("state")?,
        shift: row.get("shift")?,
        owner: row.get("owner")?,
        other_shift: row.get("other_shift")?,
        taker: row.get("taker")?,
        desk: row.get("desk")?,
        day: row.get("day")?,
        start: row.get("start")?,
        end: row.get("end")?,
        note: row.get("note")?,
        asked_at: row.get("asked_at")?,
        asked_by: row.get("asked_by")?,
        agreed_by: row.get("agreed_by")?,
        decided_at: row.get("decided_at")?,
        decided_by: row.get("decided_by")?,
        reason: row.get("reason")?,
    })
}

pub(super) fn trade(tx: &Connection, id: TradeId) -> Result<Option<Trade>> {
    let mut trade = tx.prepare_cached(select_trade!("WHERE id = ?1"))?;
    Ok(trade.query_row([id], from_row).optional()?)
}

/// Trades of days from one on, whatever became of them.
pub(super) fn trades_since(tx: &Connection, from: Day) -> Result<Vec<Trade>> {
    let mut trades = tx.prepare_cached(select_trade!("WHERE day >= ?1 ORDER BY day, start, id"))?;
    let trades = trades.query_map([from], from_row)?;
    Ok(trades.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn is_offered(tx: &Connection, shift: ShiftId) -> Result<bool> {
    let mut offered = tx.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM trade WHERE shift = ?1 AND state IN ('asked', 'agreed'))",
    )?;
    Ok(offered.query_row([shift], |row| row.get(0))?)
}

pub(super) fn insert(tx: &Connection, new: &NewTrade, now: At, by: &str) -> Result<TradeId> {
    let details = &new.details;
    let mut insert = tx.prepare_cached(
        "INSERT INTO trade (kind, state, shift, owner, other_shift, taker, desk, day, start, end, note, asked_at, asked_by)
         VALUES (?1, 'asked', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?;
    insert.execute((
        new.kind,
        new.shift,
        new.owner,
        new.other_shift,
        new.taker,
        details.desk,
        details.day,
        details.start,
        details.end,
        &new.note,
        now,
        by,
    ))?;
    Ok(TradeId::of(tx.last_insert_rowid()))
}

pub(super) fn agree(tx: &Connection, id: TradeId, taker: StaffId, by: &str) -> Result<()> {
    tx.execute(
        "UPDATE trade SET state = 'agreed', taker = ?2, agreed_by = ?3 WHERE id = ?1",
        (id, taker, by),
    )?;
    Ok(())
}

pub(super) fn settle(act: &Act<'_>, id: TradeId, state: TradeState, reason: &str) -> Result<()> {
    act.tx.execute(
        "UPDATE trade SET state = ?2, reason = ?3, decided_at = ?4, decided_by = ?5 WHERE id = ?1",
        (id, state, reason, act.now, act.signature()),
    )?;
    Ok(())
}

pub(super) fn approve(
    act: &Act<'_>,
    id: TradeId,
    reason: &str,
    changes: &[ShiftChange],
) -> Result<()> {
    settle(act, id, TradeState::Approved, reason)?;
    act.tx.execute(
        "UPDATE trade SET changes = ?2 WHERE id = ?1",
        (id, Json(changes)),
    )?;
    Ok(())
}

pub(super) fn changes(tx: &Connection, id: TradeId) -> Result<Option<Vec<ShiftChange>>> {
    let mut changes = tx.prepare_cached("SELECT changes FROM trade WHERE id = ?1")?;
    let changes = changes.query_row([id], |row| row.get::<_, Option<Json<Vec<ShiftChange>>>>(0))?;
    Ok(changes.map(|Json(changes)| changes))
}

pub(super) fn reopen(tx: &Connection, id: TradeId) -> Result<()> {
    tx.execute(
        "UPDATE trade SET state = 'agreed', reason = '', changes = NULL, decided_at = NULL, decided_by = NULL
         WHERE id = ?1",
        [id],
    )?;
    Ok(())
}
