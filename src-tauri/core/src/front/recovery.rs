//! The recovery code: drawn, shown once, printed, typed back, used up. Between drawing and noting it lives in memory only,
//! and its printed page is a file only as long as it is shown.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::core::Core;
use super::recovery_page;
use super::session::SessionId;
use super::sign_in::{self, Door};
use crate::accounts::{self, RecoveryCode, SessionState};
use crate::kernel::command::{Command, command};
use crate::kernel::id::AccountId;
use crate::kernel::{Actor, Error, OrNotFound, Result, SecretHash, audit, export};
use crate::policies::Paper;

/// The commands about the recovery code.
pub(super) const COMMANDS: &[Command] = &[
    command!(Door "accounts.draw_recovery_code", Anyone, [], DrawRecoveryCode => ShownCode),
    command!(Door "accounts.open_recovery_code", Anyone, [], OpenRecoveryCode => PrintedCode),
    command!(Door "accounts.print_recovery_code", Anyone, [], PrintRecoveryCode => PrintedCode),
    command!(Door "accounts.put_away_recovery_code", Anyone, [], PutAwayRecoveryCode => ()),
    command!(Door "accounts.recover", Anyone, [Session, Accounts], Recover => Recovered),
    command!(Door "accounts.renew_recovery_code", ManageAccounts, [Session], RenewRecoveryCode => ShownCode),
];

pub(super) const DOOR: &[(&str, Door)] = &[
    ("accounts.draw_recovery_code", |core, session, input| {
        draw(core, session, &serde_json::from_value(input)?)
    }),
    ("accounts.open_recovery_code", |core, session, input| {
        let OpenRecoveryCode {} = serde_json::from_value(input)?;
        open(core, session)
    }),
    ("accounts.print_recovery_code", |core, session, input| {
        print(core, session, &serde_json::from_value(input)?)
    }),
    ("accounts.put_away_recovery_code", |core, session, input| {
        let PutAwayRecoveryCode {} = serde_json::from_value(input)?;
        put_away(core, session);
        Ok(Value::Null)
    }),
    ("accounts.recover", |core, session, input| {
        recover(core, session, serde_json::from_value(input)?)
    }),
    ("accounts.renew_recovery_code", |core, session, input| {
        renew(core, session, &serde_json::from_value(input)?)
    }),
];

/// Asks for a code for a library that is being set up; the same one again as long as it is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct DrawRecoveryCode {}

/// Asks for a new code in place of the one in force.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct RenewRecoveryCode {}

/// Says that the code was noted: it is shown no more, and its printed page goes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct PutAwayRecoveryCode {}

/// Opens the page of the code that is being shown once more.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct OpenRecoveryCode {}

/// Asks for the code that is being shown as a page.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct PrintRecoveryCode {
    /// The library's name, which may not be kept yet.
    pub library: String,
    /// On which paper.
    pub paper: Paper,
}

/// Gets a supervisor back in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct Recover {
    /// The code as somebody typed it.
    pub code: String,
    /// Which supervisor.
    pub account: AccountId,
    /// The new passphrase.
    pub passphrase: String,
}

/// A code, once.
#[derive(Debug, Clone, Serialize, TS)]
pub(super) struct ShownCode {
    /// Its groups.
    pub groups: Vec<String>,
    /// Whether it is the one that was shown here before.
    pub again: bool,
}

/// Where the page of a code is, for as long as the code is shown.
#[derive(Debug, Clone, Serialize, TS)]
pub(super) struct PrintedCode {
    /// The file.
    pub file: String,
    /// Whether a viewer was asked to open it; whether one did, nobody hears.
    pub opened: bool,
}

/// A supervisor is back, and has the next code to note.
#[derive(Debug, Clone, Serialize, TS)]
pub(super) struct Recovered {
    /// The session, signed in.
    pub session: SessionState,
    /// The next code.
    pub groups: Vec<String>,
}

/// A code that is being shown at a session, and the pages of it. They go when it is put away.
pub(super) struct Drawn {
    session: SessionId,
    code: RecoveryCode,
    pages: Vec<PathBuf>,
}

impl Drop for Drawn {
    fn drop(&mut self) {
        for page in &self.pages {
            // Who printed it may have moved it already.
            let _ = fs::remove_file(page);
        }
    }
}

fn draw(core: &Core, session: SessionId, _: &DrawRecoveryCode) -> Result<Value> {
    if !core
        .house()
        .ledger
        .read(Actor::carrel(), accounts::is_empty)?
    {
        let problem = "has a supervisor already; sign in and make a new code in Settings";
        return Err(Error::invalid("library", problem));
    }
    let shown = drawn(core)
        .as_ref()
        .filter(|drawn| drawn.session == session)
        .map(|drawn| drawn.code.clone());
    let again = shown.is_some();
    let code = match shown {
        Some(code) => code,
        None => show(core, session, RecoveryCode::draw()?),
    };
    let groups = code.groups();
    Ok(serde_json::to_value(ShownCode { groups, again })?)
}

fn renew(core: &Core, session: SessionId, _: &RenewRecoveryCode) -> Result<Value> {
    let seat = sign_in::seat(core, session).ok_or(Error::NotSignedIn)?;
    let code = RecoveryCode::draw()?;
    let secret = code.secret().to_owned();
    core.house()
        .ledger
        .write(seat.actor, "accounts.renew_recovery_code", move |act| {
            accounts::keep_recovery_code(act, &SecretHash::of(&secret, act.cost)?)
        })?;
    let shown = ShownCode {
        groups: show(core, session, code).groups(),
        again: false,
    };
    Ok(serde_json::to_value(shown)?)
}

fn print(core: &Core, session: SessionId, input: &PrintRecoveryCode) -> Result<Value> {
    let mut drawn = drawn(core);
    let drawn = drawn
        .as_mut()
        .filter(|drawn| drawn.session == session)
        .or_not_found("recovery code", "to print")?;
    let page = recovery_page::pdf(&drawn.code, &input.library, input.paper, core)?;
    let file = export::put(&core.house().exports, recovery_page::FILE, &page)?;
    drawn.pages.push(file.clone());
    view(core, &file)
}

fn open(core: &Core, session: SessionId) -> Result<Value> {
    let drawn = drawn(core);
    let drawn = drawn.as_ref().filter(|drawn| drawn.session == session);
    let page = drawn.and_then(|drawn| drawn.pages.last());
    view(core, page.or_not_found("recovery code", "as a page")?)
}

/// Where no viewer opens, the page says by its path where it is.
fn view(core: &Core, page: &Path) -> Result<Value> {
    let opened = (core.house().viewer)(page).is_ok();
    let file = page.display().to_string();
    Ok(serde_json::to_value(PrintedCode { file, opened })?)
}

/// Compares the code with the hash in force; a wrong one lets the next try wait longer, as at sign-in.
fn recover(core: &Core, session: SessionId, input: Recover) -> Result<Value> {
    let used = pass(core, &input.code)?;
    let next = RecoveryCode::draw()?;
    let (account, passphrase) = (input.account, input.passphrase);
    let secret = next.secret().to_owned();
    let actor = core
        .house()
        .ledger
        .write(Actor::carrel(), "accounts.recover", move |act| {
            let secret = SecretHash::of(&secret, act.cost)?;
            accounts::recover(act, &used, account, &passphrase, &secret)?;
            accounts::actor(act, account)?.or_not_found("account", account)
        })?;
    sign_in::take_seat(core, session, account, actor);
    let groups = show(core, session, next).groups();
    let mut answer = serde_json::json!({ "groups": groups });
    answer["session"] = sign_in::state(core, session)?;
    Ok(answer)
}

fn pass(core: &Core, typed: &str) -> Result<SecretHash> {
    let house = core.house();
    let _one_at_a_time = house.gate.lock().unwrap_or_else(PoisonError::into_inner);
    let gate = house
        .ledger
        .read(Actor::carrel(), accounts::recovery_gate)?;
    let gate = gate.or_not_found("recovery code", "of this library")?;
    if let Some(seconds) = gate.wait(core.clock().now()) {
        return Err(Error::Wait { seconds });
    }
    if RecoveryCode::read(typed).is_some_and(|code| gate.secret.fits(code.secret())) {
        return Ok(gate.secret);
    }
    let seconds = house.ledger.jot(|tx, now| {
        audit::record_denial(tx, now, "nobody", "accounts.recover", "wrong_secret")?;
        accounts::note_wrong_code(tx, now)
    })?;
    Err(Error::WrongSecret { seconds })
}

/// The code that is being shown here, when its last group was typed back.
pub(super) fn noted(core: &Core, session: SessionId, last_group: &str) -> Result<RecoveryCode> {
    let drawn = drawn(core);
    let shown = drawn.as_ref().filter(|drawn| drawn.session == session);
    let code = &shown
        .or_not_found("recovery code", "drawn for this library")?
        .code;
    if code.ends_with(last_group) {
        Ok(code.clone())
    } else {
        let problem = "is not the last group of the code; look at your paper";
        Err(Error::invalid("last_group", problem))
    }
}

/// Forgets the code that is being shown here, and removes its pages.
pub(super) fn put_away(core: &Core, session: SessionId) {
    let mut drawn = drawn(core);
    if drawn.as_ref().is_some_and(|drawn| drawn.session == session) {
        *drawn = None;
    }
}

fn show(core: &Core, session: SessionId, code: RecoveryCode) -> RecoveryCode {
    let shown = Drawn {
        session,
        code: code.clone(),
        pages: Vec::new(),
    };
    *drawn(core) = Some(shown);
    code
}

fn drawn(core: &Core) -> MutexGuard<'_, Option<Drawn>> {
    let drawn = &core.house().drawn;
    drawn.lock().unwrap_or_else(PoisonError::into_inner)
}
