//! What the front door asks at sign-in: whose secret it is, and how long to wait after wrong tries. It keeps no session.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::account::{AccountCard, SecretKind};

use super::store;
use crate::kernel::id::AccountId;
use crate::kernel::{Act, Actor, At, Day, Permission, Result, SecretHash};
use crate::policies::Lending;

/// No PIN has more digits, so a longer row of them was scanned.
const LONGEST_PIN: usize = 12;

/// The longest wait between two tries, in seconds.
pub(super) const LONGEST_WAIT: i64 = 900;

/// Asks who sits at the desk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowSession {}

/// Makes a library one's own: its name and its first supervisor.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CreateFirst {
    /// The library's name.
    pub library: String,
    /// Its time zone in the IANA database.
    pub zone: String,
    /// The supervisor's name.
    pub name: String,
    /// The supervisor's passphrase.
    pub passphrase: String,
}

/// Sits down at the desk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Who.
    pub account: AccountId,
    /// The PIN or passphrase.
    pub secret: String,
}

/// Leaves the desk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignOut {}

/// Locks the desk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Lock {}

/// Opens the desk again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Unlock {
    /// The PIN or passphrase of who locked it.
    pub secret: String,
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The library has no account yet.
    Setup,
    /// Nobody is signed in.
    SignedOut,
    /// Somebody is, and has locked the desk.
    Locked,
    /// Somebody is at work.
    Open,
}

/// All that the window's frame shows of the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SessionState {
    /// Where it stands.
    pub state: Stage,
    /// The library's name.
    pub library: String,
    /// Whether the library is invented.
    pub demo: bool,
    /// Who is signed in.
    pub account: Option<AccountCard>,
    /// What that person may do.
    pub permissions: Vec<Permission>,
    /// Who may sign in.
    pub people: Vec<AccountCard>,
    /// Minutes without a key after which the desk locks.
    pub idle_minutes: u32,
    /// Returns scanned while the desk was locked, which wait for somebody to settle them.
    pub locked_returns: u32,
    /// The library's day.
    pub today: Day,
    /// The instant.
    pub now: At,
    /// The library's time zone.
    pub zone: String,
    /// Whether a printed recovery code lets a supervisor back in.
    pub recovery: bool,
    /// Who lends: with another system's library the window keeps items and loans out of sight.
    pub lends: Lending,
}

/// What stands between a name and the desk.
#[derive(Debug, Clone)]
pub struct Gate {
    /// Who it would be.
    pub actor: Actor,
    /// What the secret must fit.
    pub secret: SecretHash,
    /// What the secret is made of.
    pub secret_kind: SecretKind,
    /// Wrong tries since the last right one.
    pub wrong_tries: u32,
    /// When the next try is allowed.
    pub next_try: At,
}

impl Gate {
    /// Seconds to wait before the next try, if any. A wait longer than any that is ever set comes from a clock that was
    /// wrong, and is over: nobody is locked out for good.
    pub fn wait(&self, now: At) -> Option<i64> {
        let seconds = self.next_try.seconds_since(now);
        (self.next_try > now && seconds <= LONGEST_WAIT).then(|| seconds.max(1))
    }
}

impl Gate {
    /// Whether what was given is a label that somebody scanned, and no try at all: longer than any PIN, and where a
    /// passphrase was asked for a row of figures that is longer than any PIN.
    pub fn is_scan(&self, given: &str) -> bool {
        match self.secret_kind {
            SecretKind::Pin => given.chars().count() > LONGEST_PIN,
            SecretKind::Passphrase => given
                .split(|c: char| !c.is_ascii_digit())
                .any(|figures| figures.len() > LONGEST_PIN),
        }
    }
}

/// Who stands beside the person at the desk, with their secret, to allow what that person may not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Beside {
    /// Who.
    pub account: AccountId,
    /// Their PIN or passphrase.
    pub secret: String,
}

/// Whether nobody may use this library yet.
pub fn is_empty(act: &Act<'_>) -> Result<bool> {
    Ok(store::accounts(act.tx)?.is_empty())
}

/// Whether a file of any age has nobody who may use it.
pub fn nobody_yet(tx: &Connection) -> Result<bool> {
    store::nobody_yet(tx)
}

/// The gate of an account that may sign in; none where there is no such account.
pub fn gate(act: &Act<'_>, id: AccountId) -> Result<Option<Gate>> {
    store::gate(act.tx, id)
}

/// Who an account is now; none when it may not sign in any more.
pub fn actor(act: &Act<'_>, id: AccountId) -> Result<Option<Actor>> {
    Ok(store::gate(act.tx, id)?.map(|gate| gate.actor))
}

/// Counts a wrong try. Answers the seconds to wait: 1, 2, 4 and so on to a quarter of an hour.
pub fn note_failure(tx: &Connection, id: AccountId, now: At) -> Result<i64> {
    let tries = store::add_failure(tx, id)?;
    let wait = wait_after(tries);
    store::set_next_try(tx, id, now.plus_seconds(wait))?;
    Ok(wait)
}

/// The seconds to wait after so many wrong tries.
pub fn wait_after(tries: u32) -> i64 {
    (1_i64 << tries.clamp(1, 11).saturating_sub(1)).min(LONGEST_WAIT)
}

/// Forgets the wrong tries, because a right one came.
pub fn forget_failures(tx: &Connection, id: AccountId) -> Result<()> {
    store::forget_failures(tx, id)
}

/// Notes the sign-in, and forgets the wrong tries.
pub fn note_success(act: &Act<'_>, id: AccountId) -> Result<()> {
    act.touched(id);
    store::note_sign_in(act.tx, id, act.now)
}
