//! Who sits where, in memory only: a session lives in Rust, so that no screen can unlock it by itself.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::accounts::LockTimes;
use crate::kernel::id::AccountId;
use crate::kernel::{Actor, At, Error, Permission, Result, Role};

/// The number of a session in this run of Carrel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SessionId(u32);

/// Somebody at the desk.
#[derive(Debug, Clone)]
pub(super) struct Seat {
    pub(super) account: AccountId,
    pub(super) actor: Actor,
    pub(super) locked: bool,
    pub(super) last_seen: At,
}

/// All sessions of this run.
#[derive(Debug, Default)]
pub(super) struct Sessions {
    seats: Mutex<HashMap<SessionId, Option<Seat>>>,
    lock_times: Mutex<LockTimes>,
    /// When a card was last scanned at a locked desk: what follows it was to be lent.
    carded: Mutex<HashMap<SessionId, At>>,
}

/// What a call says of the person at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    /// Somebody pressed a key.
    Here,
    /// The window looks by itself, so nobody need be there.
    Watching,
}

impl Sessions {
    pub(super) fn open(&self) -> SessionId {
        let mut seats = self.seats();
        let id = SessionId(u32::try_from(seats.len()).unwrap_or(u32::MAX));
        seats.insert(id, None);
        id
    }

    /// Who sits there, with the lock set when the desk stood idle too long.
    pub(super) fn seat(
        &self,
        id: SessionId,
        now: At,
        idle_minutes: impl Fn(Role) -> u32,
    ) -> Option<Seat> {
        let mut seats = self.seats();
        let seat = seats.get_mut(&id)?.as_mut()?;
        let idle = now.seconds_since(seat.last_seen);
        if idle < 0 {
            // The clock was set back: the idle minutes run from here.
            seat.last_seen = now;
        }
        seat.locked |= idle >= i64::from(idle_minutes(seat.actor.role)) * 60;
        Some(seat.clone())
    }

    /// Lets a caller in who sits unlocked and holds the permission, and notes whether somebody is there.
    pub(super) fn admit(
        &self,
        id: SessionId,
        permission: Permission,
        presence: Presence,
        now: At,
        idle_minutes: impl Fn(Role) -> u32,
    ) -> Result<Actor> {
        let seat = self.seat(id, now, idle_minutes).ok_or(Error::NotSignedIn)?;
        if seat.locked {
            return Err(Error::Locked);
        }
        if presence == Presence::Here {
            self.change(id, |seat| seat.last_seen = now);
        }
        if !seat.actor.role.may(permission) {
            return Err(Error::NotAllowed { permission });
        }
        Ok(seat.actor)
    }

    /// Minutes until the lock, by role.
    pub(super) fn lock_times(&self) -> LockTimes {
        *self
            .lock_times
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn set_lock_times(&self, times: LockTimes) {
        *self
            .lock_times
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = times;
    }

    /// When a card was last scanned at this locked desk.
    pub(super) fn carded(&self, id: SessionId) -> Option<At> {
        let carded = self.carded.lock().unwrap_or_else(PoisonError::into_inner);
        carded.get(&id).copied()
    }

    pub(super) fn note_card(&self, id: SessionId, now: At) {
        let mut carded = self.carded.lock().unwrap_or_else(PoisonError::into_inner);
        carded.insert(id, now);
    }

    /// Whose seat it is.
    pub(super) fn account(&self, id: SessionId) -> Option<AccountId> {
        let seats = self.seats();
        seats.get(&id)?.as_ref().map(|seat| seat.account)
    }

    pub(super) fn sit(&self, id: SessionId, seat: Option<Seat>) {
        self.seats().insert(id, seat);
    }

    pub(super) fn change(&self, id: SessionId, change: impl FnOnce(&mut Seat)) {
        if let Some(Some(seat)) = self.seats().get_mut(&id) {
            change(seat);
        }
    }

    /// The accounts that sit somewhere.
    pub(super) fn seated(&self) -> Vec<AccountId> {
        self.seats()
            .values()
            .flatten()
            .map(|seat| seat.account)
            .collect()
    }

    /// Gives every seat of an account its present name and role, or empties it.
    pub(super) fn reseat(&self, account: AccountId, actor: Option<&Actor>) {
        for seat in self.seats().values_mut() {
            if seat.as_ref().is_some_and(|seat| seat.account == account) {
                match (seat.as_mut(), actor) {
                    (Some(seat), Some(actor)) => seat.actor = actor.clone(),
                    _ => *seat = None,
                }
            }
        }
    }

    fn seats(&self) -> MutexGuard<'_, HashMap<SessionId, Option<Seat>>> {
        self.seats.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
