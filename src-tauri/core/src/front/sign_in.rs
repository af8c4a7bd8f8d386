//! Set-up, sign-in, lock and unlock. Secrets are compared here, outside any transaction, and kept nowhere.

use std::sync::PoisonError;

use rusqlite::Connection;
use serde_json::Value;

use super::core::Core;
use super::session::{Seat, SessionId};
use crate::accounts::{
    self, Beside, CreateFirst, Gate, Lock, SessionState, ShowSession, SignIn, SignOut, Stage,
    Unlock,
};
use crate::kernel::command::{Command, command};
use crate::kernel::id::AccountId;
use crate::kernel::{Act, Actor, At, Error, OrNotFound, Result, Role, Zone, audit};
use crate::{circulation, policies};

/// The commands about sessions.
pub(super) const COMMANDS: &[Command] = &[
    command!(Door "accounts.create_first", Anyone, [Session, Accounts, Library], CreateFirst => SessionState),
    command!(Door "accounts.lock", Anyone, [Session], Lock => SessionState),
    command!(Door "accounts.session", Anyone, [], ShowSession => SessionState),
    command!(Door "accounts.sign_in", Anyone, [Session], SignIn => SessionState),
    command!(Door "accounts.sign_out", Anyone, [Session], SignOut => SessionState),
    command!(Door "accounts.unlock", Anyone, [Session], Unlock => SessionState),
];

/// How the front door carries out a command of its own.
pub(super) type Door = fn(&Core, SessionId, Value) -> Result<Value>;

pub(super) const DOOR: &[(&str, Door)] = &[
    ("accounts.create_first", |core, session, input| {
        create_first(core, session, serde_json::from_value(input)?)
    }),
    ("accounts.lock", |core, session, input| {
        lock(core, session, &serde_json::from_value(input)?)
    }),
    ("accounts.session", |core, session, input| {
        show(core, session, &serde_json::from_value(input)?)
    }),
    ("accounts.sign_in", |core, session, input| {
        sign_in(core, session, serde_json::from_value(input)?)
    }),
    ("accounts.sign_out", |core, session, input| {
        sign_out(core, session, &serde_json::from_value(input)?)
    }),
    ("accounts.unlock", |core, session, input| {
        unlock(core, session, serde_json::from_value(input)?)
    }),
];

fn show(core: &Core, session: SessionId, _: &ShowSession) -> Result<Value> {
    state(core, session)
}

fn create_first(core: &Core, session: SessionId, input: CreateFirst) -> Result<Value> {
    let first = accounts::Add::first_supervisor(&input.name, input.passphrase);
    Zone::parse(&input.zone)?;
    let actor = Actor {
        name: input.name.trim().to_owned(),
        ..Actor::carrel()
    };
    let account = core
        .house()
        .ledger
        .write(actor, "accounts.create_first", move |act| {
            if !accounts::is_empty(act)? {
                return Err(Error::invalid(
                    "library",
                    "has a supervisor already; sign in",
                ));
            }
            policies::name_library(act, &input.library, &input.zone)?;
            let account = accounts::add(act, first)?;
            accounts::note_success(act, account.id)?;
            Ok(account)
        })?;
    let actor = Actor {
        account: Some(account.id),
        name: account.details.name,
        role: Role::Supervisor,
    };
    take_seat(core, session, account.id, actor);
    core.follow(&[crate::kernel::topic::Topic::Library])?;
    state(core, session)
}

fn sign_in(core: &Core, session: SessionId, input: SignIn) -> Result<Value> {
    let account = input.account;
    let gate = pass(core, account, input.secret)?;
    let ledger = &core.house().ledger;
    // Who the account is may have changed while the secret was compared.
    let actor = ledger.write(gate.actor, "accounts.sign_in", move |act| {
        accounts::note_success(act, account)?;
        accounts::actor(act, account)?.or_not_found("account", account)
    })?;
    take_seat(core, session, account, actor);
    state(core, session)
}

fn unlock(core: &Core, session: SessionId, input: Unlock) -> Result<Value> {
    let seat = seat(core, session).ok_or(Error::NotSignedIn)?;
    let account = seat.account;
    let gate = pass(core, account, input.secret)?;
    if gate.wrong_tries > 0 {
        let ledger = &core.house().ledger;
        ledger.jot(move |tx, _| accounts::forget_failures(tx, account))?;
    }
    take_seat(core, session, account, gate.actor);
    state(core, session)
}

fn lock(core: &Core, session: SessionId, _: &Lock) -> Result<Value> {
    core.house()
        .sessions
        .change(session, |seat| seat.locked = true);
    state(core, session)
}

fn sign_out(core: &Core, session: SessionId, _: &SignOut) -> Result<Value> {
    core.house().tasks.cancel_all(session);
    core.house().sessions.sit(session, None);
    state(core, session)
}

/// Takes who stands beside the person at the desk out of a command's override, and asks for their secret. A right one
/// costs nothing later, a wrong one the same wait as at sign-in.
pub(super) fn who_stands_beside(core: &Core, mut input: Value) -> Result<(Value, Option<Actor>)> {
    let overriding = input.get_mut("override").and_then(Value::as_object_mut);
    let Some(beside) = overriding.and_then(|overriding| overriding.remove("supervisor")) else {
        return Ok((input, None));
    };
    let Some(Beside { account, secret }) = serde_json::from_value(beside)? else {
        return Ok((input, None));
    };
    let gate = pass(core, account, secret)?;
    if gate.wrong_tries > 0 {
        let ledger = &core.house().ledger;
        ledger.jot(move |tx, _| accounts::forget_failures(tx, account))?;
    }
    Ok((input, Some(gate.actor)))
}

/// Compares the secret; a wrong one lets the next try wait longer. One at a time, so that tries made at once do not
/// slip past the wait.
pub(super) fn pass(core: &Core, account: AccountId, secret: String) -> Result<Gate> {
    compare(
        core,
        secret,
        move |act| accounts::gate(act, account)?.or_not_found("account", account),
        move |tx, now| accounts::note_failure(tx, account, now),
    )
}

/// Compares a secret with what its gate asks, and has a wrong one noted.
pub(super) fn compare(
    core: &Core,
    secret: String,
    gate: impl FnOnce(&Act<'_>) -> Result<Gate> + Send + 'static,
    note_failure: impl FnOnce(&Connection, At) -> Result<i64> + Send + 'static,
) -> Result<Gate> {
    let house = core.house();
    let _one_at_a_time = house.gate.lock().unwrap_or_else(PoisonError::into_inner);
    let gate = house.ledger.read(Actor::carrel(), gate)?;
    if let Some(seconds) = gate.wait(core.clock().now()) {
        return Err(Error::Wait { seconds });
    }
    let fits = gate.secret.fits(&secret);
    if fits {
        return Ok(gate);
    }
    if gate.is_scan(&secret) {
        let problem = "looks like something that was scanned, so it was not counted as a try";
        return Err(Error::invalid("secret", problem));
    }
    let name = gate.actor.name;
    let seconds = house.ledger.jot(move |tx, now| {
        audit::record_denial(tx, now, &name, "accounts.sign_in", "wrong_secret")?;
        note_failure(tx, now)
    })?;
    Err(Error::WrongSecret { seconds })
}

pub(super) fn take_seat(core: &Core, session: SessionId, account: AccountId, actor: Actor) {
    let seat = Seat {
        account,
        actor,
        locked: false,
        last_seen: core.clock().now(),
    };
    core.house().sessions.sit(session, Some(seat));
}

pub(super) fn seat(core: &Core, session: SessionId) -> Option<Seat> {
    let (sessions, now) = (&core.house().sessions, core.clock().now());
    sessions.seat(session, now, core.idle_minutes())
}

pub(super) fn state(core: &Core, session: SessionId) -> Result<Value> {
    let people = core
        .house()
        .ledger
        .read(Actor::carrel(), accounts::people)?;
    let recovery = core
        .house()
        .ledger
        .read(Actor::carrel(), accounts::recovery_gate)?;
    let library = core.library();
    let seat = seat(core, session);
    let stage = match &seat {
        None if people.is_empty() => Stage::Setup,
        None => Stage::SignedOut,
        Some(seat) if seat.locked => Stage::Locked,
        Some(_) => Stage::Open,
    };
    let now = core.clock().now();
    let (today, _) = now.local(Zone::parse(&library.details.zone)?);
    let ledger = &core.house().ledger;
    let locked_returns = ledger.read(Actor::carrel(), circulation::waiting)?;
    let idle_minutes = core.idle_minutes();
    let state = SessionState {
        state: stage,
        library: library.details.name,
        demo: library.demo,
        account: seat
            .as_ref()
            .and_then(|seat| people.iter().find(|card| card.id == seat.account).cloned()),
        idle_minutes: seat.as_ref().map_or(library.details.idle_minutes, |seat| {
            idle_minutes(seat.actor.role)
        }),
        permissions: seat
            .map(|seat| seat.actor.role.permissions())
            .unwrap_or_default(),
        people,
        locked_returns,
        today,
        now,
        zone: library.details.zone,
        recovery: recovery.is_some(),
        lends: library.details.lends,
    };
    Ok(serde_json::to_value(state)?)
}
