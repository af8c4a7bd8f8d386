//! The rows of accounts.

use rusqlite::{Connection, OptionalExtension, Row};

use super::account::{Account, AccountDetails, SecretKind};

use super::lock_times::LockTimes;
use super::recovery::RecoveryGate;
use super::sign_in::Gate;
use crate::kernel::id::AccountId;
use crate::kernel::{Actor, At, OrNotFound, Result, Role, SecretHash};

/// What must hold of the rows: a sentence, and the query that finds what breaks it.
pub const INVARIANTS: &[(&str, &str)] = &[(
    "somebody can sign in as a supervisor, once anybody can",
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM account)
         AND NOT EXISTS (SELECT 1 FROM account WHERE active = 1 AND role = 'supervisor')",
)];

fn from_row(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        id: row.get("id")?,
        details: AccountDetails {
            name: row.get("name")?,
            role: row.get("role")?,
            staff: row.get("staff")?,
            active: row.get("active")?,
        },
        secret_kind: row.get("secret_kind")?,
        last_signed_in: row.get("last_signed_in")?,
    })
}

pub(super) fn accounts(tx: &Connection) -> Result<Vec<Account>> {
    let mut all = tx.prepare_cached(
        "SELECT id, name, role, staff, active, secret_kind, last_signed_in FROM account ORDER BY name, id",
    )?;
    Ok(all
        .query_map([], from_row)?
        .collect::<rusqlite::Result<_>>()?)
}

pub(super) fn nobody_yet(tx: &Connection) -> Result<bool> {
    Ok(
        tx.query_row("SELECT NOT EXISTS (SELECT 1 FROM account)", [], |row| {
            row.get(0)
        })?,
    )
}

pub(super) fn account(tx: &Connection, id: AccountId) -> Result<Account> {
    let mut one = tx.prepare_cached(
        "SELECT id, name, role, staff, active, secret_kind, last_signed_in FROM account WHERE id = ?1",
    )?;
    one.query_row([id], from_row)
        .optional()?
        .or_not_found("account", id)
}

pub(super) fn id_of(tx: &Connection, name: &str) -> Result<Option<AccountId>> {
    let mut one = tx.prepare_cached("SELECT id FROM account WHERE name = ?1")?;
    Ok(one.query_row([name], |row| row.get(0)).optional()?)
}

pub(super) fn other_supervisors(tx: &Connection, id: AccountId) -> Result<u32> {
    let mut count = tx.prepare_cached(
        "SELECT count(*) FROM account WHERE role = 'supervisor' AND active = 1 AND id <> ?1",
    )?;
    Ok(count.query_row([id], |row| row.get(0))?)
}

pub(super) fn insert(
    tx: &Connection,
    details: &AccountDetails,
    kind: SecretKind,
    secret: &SecretHash,
) -> Result<AccountId> {
    tx.execute(
        "INSERT INTO account (name, role, staff, active, secret_kind, secret) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (&details.name, details.role, details.staff, details.active, kind, secret),
    )?;
    Ok(AccountId::of(tx.last_insert_rowid()))
}

pub(super) fn update(tx: &Connection, id: AccountId, details: &AccountDetails) -> Result<()> {
    tx.execute(
        "UPDATE account SET name = ?2, role = ?3, staff = ?4, active = ?5 WHERE id = ?1",
        (
            id,
            &details.name,
            details.role,
            details.staff,
            details.active,
        ),
    )?;
    Ok(())
}

pub(super) fn update_secret(
    tx: &Connection,
    id: AccountId,
    kind: SecretKind,
    secret: &SecretHash,
) -> Result<()> {
    tx.execute(
        "UPDATE account SET secret_kind = ?2, secret = ?3, wrong_tries = 0, next_try = 0 WHERE id = ?1",
        (id, kind, secret),
    )?;
    Ok(())
}

pub(super) fn gate(tx: &Connection, id: AccountId) -> Result<Option<Gate>> {
    let mut one = tx.prepare_cached(
        "SELECT id, name, role, secret, secret_kind, wrong_tries, next_try FROM account WHERE id = ?1 AND active = 1",
    )?;
    let gate = one.query_row([id], |row| {
        let actor = Actor {
            account: Some(row.get("id")?),
            name: row.get("name")?,
            role: row.get("role")?,
        };
        Ok(Gate {
            actor,
            secret: row.get("secret")?,
            secret_kind: row.get("secret_kind")?,
            wrong_tries: row.get("wrong_tries")?,
            next_try: row.get("next_try")?,
        })
    });
    Ok(gate.optional()?)
}

pub(super) fn add_failure(tx: &Connection, id: AccountId) -> Result<u32> {
    let mut add = tx.prepare_cached(
        "UPDATE account SET wrong_tries = wrong_tries + 1 WHERE id = ?1 RETURNING wrong_tries",
    )?;
    Ok(add.query_row([id], |row| row.get(0))?)
}

pub(super) fn set_next_try(tx: &Connection, id: AccountId, at: At) -> Result<()> {
    tx.execute("UPDATE account SET next_try = ?2 WHERE id = ?1", (id, at))?;
    Ok(())
}

pub(super) fn note_sign_in(tx: &Connection, id: AccountId, now: At) -> Result<()> {
    tx.execute(
        "UPDATE account SET wrong_tries = 0, next_try = 0, last_signed_in = ?2 WHERE id = ?1",
        (id, now),
    )?;
    Ok(())
}

pub(super) fn forget_failures(tx: &Connection, id: AccountId) -> Result<()> {
    tx.execute(
        "UPDATE account SET wrong_tries = 0, next_try = 0 WHERE id = ?1",
        [id],
    )?;
    Ok(())
}

pub(super) fn lock_times(tx: &Connection) -> Result<LockTimes> {
    let mut minutes = tx.prepare_cached("SELECT minutes FROM role_lock WHERE role = ?1")?;
    let mut of = |role: Role| {
        minutes
            .query_row([role], |row| row.get("minutes"))
            .optional()
    };
    Ok(LockTimes {
        supervisor: of(Role::Supervisor)?,
        clerk: of(Role::Clerk)?,
        student_worker: of(Role::StudentWorker)?,
    })
}

pub(super) fn put_lock_times(tx: &Connection, times: &LockTimes) -> Result<()> {
    tx.execute("DELETE FROM role_lock", [])?;
    let mut insert = tx.prepare_cached("INSERT INTO role_lock (role, minutes) VALUES (?1, ?2)")?;
    for (role, minutes) in times.by_role() {
        if let Some(minutes) = minutes {
            insert.execute((role, minutes))?;
        }
    }
    Ok(())
}

pub(super) fn recovery_gate(tx: &Connection) -> Result<Option<RecoveryGate>> {
    let mut one = tx.prepare_cached("SELECT secret, next_try FROM recovery_code WHERE id = 1")?;
    let gate = one.query_row([], |row| {
        Ok(RecoveryGate {
            secret: row.get("secret")?,
            next_try: row.get("next_try")?,
        })
    });
    Ok(gate.optional()?)
}

pub(super) fn put_recovery_code(tx: &Connection, secret: &SecretHash, now: At) -> Result<()> {
    tx.execute(
        "INSERT INTO recovery_code (id, secret, made_at) VALUES (1, ?1, ?2)
         ON CONFLICT (id) DO UPDATE SET secret = excluded.secret, made_at = excluded.made_at, wrong_tries = 0, next_try = 0",
        (secret, now),
    )?;
    Ok(())
}

pub(super) fn add_wrong_code(tx: &Connection) -> Result<u32> {
    let mut add = tx.prepare_cached(
        "UPDATE recovery_code SET wrong_tries = wrong_tries + 1 WHERE id = 1 RETURNING wrong_tries",
    )?;
    Ok(add.query_row([], |row| row.get(0))?)
}

pub(super) fn set_next_code(tx: &Connection, at: At) -> Result<()> {
    tx.execute("UPDATE recovery_code SET next_try = ?1 WHERE id = 1", [at])?;
    Ok(())
}
