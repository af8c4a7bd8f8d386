//! The rows of shift types and rotas.

use rusqlite::{Connection, OptionalExtension, Row};

use super::rota::{Cover, Rota, RotaMember, RotaWish};
use super::shift_type::{ShiftType, ShiftTypeDetails};
use crate::kernel::id::{RotaId, ShiftTypeId, StaffId};
use crate::kernel::{Day, Result};

fn type_from_row(row: &Row<'_>) -> rusqlite::Result<ShiftType> {
    Ok(ShiftType {
        id: row.get("id")?,
        details: ShiftTypeDetails {
            name: row.get("name")?,
            letters: row.get("letters")?,
            desk: row.get("desk")?,
            start: row.get("start")?,
            end: row.get("end")?,
            active: row.get("active")?,
            never_before: Vec::new(),
        },
    })
}

fn rota_from_row(row: &Row<'_>) -> rusqlite::Result<Rota> {
    let (first, weeks): (Day, u8) = (row.get("first")?, row.get("weeks")?);
    Ok(Rota {
        id: row.get("id")?,
        first,
        last: first.plus(u32::from(weeks) * 7 - 1),
        weeks,
        cover: Vec::new(),
        members: Vec::new(),
    })
}

fn cover_from_row(row: &Row<'_>) -> rusqlite::Result<Cover> {
    Ok(Cover {
        kind: row.get("kind")?,
        weekday: row.get("weekday")?,
        people: row.get("people")?,
    })
}

fn member_from_row(row: &Row<'_>) -> rusqlite::Result<RotaMember> {
    Ok(RotaMember {
        staff: row.get("staff")?,
        least: row.get("least")?,
        most: row.get("most")?,
        run: row.get("run")?,
        rest: row.get("rest")?,
        weekends: row.get("weekends")?,
        barred: Vec::new(),
    })
}

fn wish_from_row(row: &Row<'_>) -> rusqlite::Result<RotaWish> {
    Ok(RotaWish {
        staff: row.get("staff")?,
        day: row.get("day")?,
        kind: row.get("kind")?,
        wanted: row.get("wanted")?,
    })
}

/// All types by their times.
pub(super) fn types(tx: &Connection) -> Result<Vec<ShiftType>> {
    let mut types = tx.prepare_cached(
        "SELECT id, name, letters, desk, start, end, active FROM shift_type
         ORDER BY start, end, desk, id",
    )?;
    let types = types.query_map([], type_from_row)?;
    let mut types: Vec<ShiftType> = types.collect::<rusqlite::Result<_>>()?;
    let mut after =
        tx.prepare_cached("SELECT after FROM shift_type_order WHERE before = ?1 ORDER BY after")?;
    for kind in &mut types {
        let after = after.query_map([kind.id], |row| row.get("after"))?;
        kind.details.never_before = after.collect::<rusqlite::Result<_>>()?;
    }
    Ok(types)
}

pub(super) fn insert_type(tx: &Connection, details: &ShiftTypeDetails) -> Result<ShiftTypeId> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO shift_type (name, letters, desk, start, end, active)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let ShiftTypeDetails {
        name,
        letters,
        desk,
        start,
        end,
        active,
        never_before,
    } = details;
    insert.execute((name, letters, desk, start, end, active))?;
    let id = ShiftTypeId::of(tx.last_insert_rowid());
    replace_order(tx, id, never_before)?;
    Ok(id)
}

pub(super) fn update_type(
    tx: &Connection,
    id: ShiftTypeId,
    details: &ShiftTypeDetails,
) -> Result<()> {
    let mut update = tx.prepare_cached(
        "UPDATE shift_type SET (name, letters, desk, start, end, active) = (?2, ?3, ?4, ?5, ?6, ?7)
         WHERE id = ?1",
    )?;
    let ShiftTypeDetails {
        name,
        letters,
        desk,
        start,
        end,
        active,
        never_before,
    } = details;
    update.execute((id, name, letters, desk, start, end, active))?;
    replace_order(tx, id, never_before)
}

fn replace_order(tx: &Connection, before: ShiftTypeId, all: &[ShiftTypeId]) -> Result<()> {
    let mut clear = tx.prepare_cached("DELETE FROM shift_type_order WHERE before = ?1")?;
    clear.execute([before])?;
    let mut insert =
        tx.prepare_cached("INSERT INTO shift_type_order (before, after) VALUES (?1, ?2)")?;
    for after in all {
        insert.execute((before, after))?;
    }
    Ok(())
}

/// All rotas, the newest first.
pub(super) fn rotas(tx: &Connection) -> Result<Vec<Rota>> {
    let mut rotas =
        tx.prepare_cached("SELECT id, first, weeks FROM rota ORDER BY first DESC, id DESC")?;
    let rotas = rotas.query_map([], rota_from_row)?;
    let rotas: Vec<Rota> = rotas.collect::<rusqlite::Result<_>>()?;
    rotas.into_iter().map(|rota| filled(tx, rota)).collect()
}

pub(super) fn rota(tx: &Connection, id: RotaId) -> Result<Option<Rota>> {
    let mut rota = tx.prepare_cached("SELECT id, first, weeks FROM rota WHERE id = ?1")?;
    let rota = rota.query_row([id], rota_from_row).optional()?;
    rota.map(|rota| filled(tx, rota)).transpose()
}

fn filled(tx: &Connection, mut rota: Rota) -> Result<Rota> {
    let mut cover = tx.prepare_cached(
        "SELECT kind, weekday, people FROM rota_cover WHERE rota = ?1 ORDER BY kind, weekday",
    )?;
    let cover = cover.query_map([rota.id], cover_from_row)?;
    rota.cover = cover.collect::<rusqlite::Result<_>>()?;
    let mut members = tx.prepare_cached(
        "SELECT staff, least, most, run, rest, weekends FROM rota_member
         JOIN staff ON staff.id = rota_member.staff WHERE rota = ?1
         ORDER BY staff.name COLLATE NOCASE, staff",
    )?;
    let members = members.query_map([rota.id], member_from_row)?;
    rota.members = members.collect::<rusqlite::Result<_>>()?;
    let mut barred = tx
        .prepare_cached("SELECT kind FROM rota_barred WHERE rota = ?1 AND staff = ?2 ORDER BY 1")?;
    for member in &mut rota.members {
        let kinds = barred.query_map((rota.id, member.staff), |row| row.get("kind"))?;
        member.barred = kinds.collect::<rusqlite::Result<_>>()?;
    }
    Ok(rota)
}

pub(super) fn insert_rota(tx: &Connection, first: Day, weeks: u8) -> Result<RotaId> {
    let mut insert = tx.prepare_cached("INSERT INTO rota (first, weeks) VALUES (?1, ?2)")?;
    insert.execute((first, weeks))?;
    Ok(RotaId::of(tx.last_insert_rowid()))
}

pub(super) fn delete_rota(tx: &Connection, id: RotaId) -> Result<()> {
    let mut delete = tx.prepare_cached("DELETE FROM rota WHERE id = ?1")?;
    delete.execute([id])?;
    Ok(())
}

pub(super) fn replace_cover(tx: &Connection, rota: RotaId, cover: &[Cover]) -> Result<()> {
    let mut clear = tx.prepare_cached("DELETE FROM rota_cover WHERE rota = ?1")?;
    clear.execute([rota])?;
    let mut insert = tx.prepare_cached(
        "INSERT INTO rota_cover (rota, kind, weekday, people) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for Cover {
        kind,
        weekday,
        people,
    } in cover
    {
        insert.execute((rota, kind, weekday, people))?;
    }
    Ok(())
}

pub(super) fn put_member(tx: &Connection, rota: RotaId, member: &RotaMember) -> Result<()> {
    delete_member(tx, rota, member.staff)?;
    let mut insert = tx.prepare_cached(
        "INSERT INTO rota_member (rota, staff, least, most, run, rest, weekends)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let RotaMember {
        staff,
        least,
        most,
        run,
        rest,
        weekends,
        barred,
    } = member;
    insert.execute((rota, staff, least, most, run, rest, weekends))?;
    let mut insert =
        tx.prepare_cached("INSERT INTO rota_barred (rota, staff, kind) VALUES (?1, ?2, ?3)")?;
    for kind in barred {
        insert.execute((rota, staff, kind))?;
    }
    Ok(())
}

pub(super) fn delete_member(tx: &Connection, rota: RotaId, staff: StaffId) -> Result<()> {
    let mut delete = tx.prepare_cached("DELETE FROM rota_member WHERE rota = ?1 AND staff = ?2")?;
    delete.execute((rota, staff))?;
    Ok(())
}

pub(super) fn wishes(tx: &Connection, rota: RotaId) -> Result<Vec<RotaWish>> {
    let mut wishes = tx.prepare_cached(
        "SELECT staff, day, kind, wanted FROM rota_wish WHERE rota = ?1 ORDER BY staff, day",
    )?;
    let wishes = wishes.query_map([rota], wish_from_row)?;
    Ok(wishes.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn put_wish(tx: &Connection, rota: RotaId, wish: &RotaWish) -> Result<()> {
    let mut put = tx.prepare_cached(
        "INSERT OR REPLACE INTO rota_wish (rota, staff, day, kind, wanted)
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    put.execute((rota, wish.staff, wish.day, wish.kind, wish.wanted))?;
    Ok(())
}

pub(super) fn delete_wish(tx: &Connection, rota: RotaId, staff: StaffId, day: Day) -> Result<()> {
    let mut delete =
        tx.prepare_cached("DELETE FROM rota_wish WHERE rota = ?1 AND staff = ?2 AND day = ?3")?;
    delete.execute((rota, staff, day))?;
    Ok(())
}

pub(super) fn pins(tx: &Connection, rota: RotaId) -> Result<Vec<(StaffId, Day)>> {
    let mut pins =
        tx.prepare_cached("SELECT staff, day FROM rota_pin WHERE rota = ?1 ORDER BY staff, day")?;
    let pins = pins.query_map([rota], |row| Ok((row.get("staff")?, row.get("day")?)))?;
    Ok(pins.collect::<rusqlite::Result<_>>()?)
}

/// Sets a pin, or takes it out; answers whether that changed anything.
pub(super) fn set_pin(
    tx: &Connection,
    rota: RotaId,
    (staff, day): (StaffId, Day),
    pinned: bool,
) -> Result<bool> {
    let mut set = tx.prepare_cached(if pinned {
        "INSERT OR IGNORE INTO rota_pin (rota, staff, day) VALUES (?1, ?2, ?3)"
    } else {
        "DELETE FROM rota_pin WHERE rota = ?1 AND staff = ?2 AND day = ?3"
    })?;
    Ok(set.execute((rota, staff, day))? > 0)
}
