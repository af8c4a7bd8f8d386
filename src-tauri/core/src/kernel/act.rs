//! What a verb works with: the transaction, the time, the actor. A verb cannot commit, and reads no clock.

use std::cell::{Cell, OnceCell, RefCell};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::id::{AccountId, Id, StaffId};
use super::permission::{Permission, Role};
use super::secret::Cost;
use super::time::{At, Day, Zone};

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The account; none when Carrel itself keeps house.
    pub account: Option<AccountId>,
    /// The name as the audit keeps it.
    pub name: String,
    /// What the actor may do.
    pub role: Role,
}

impl Actor {
    /// Carrel keeping house: nobody's order, written down like everybody's.
    pub fn carrel() -> Self {
        Self {
            account: None,
            name: "Carrel".into(),
            role: Role::Supervisor,
        }
    }
}

/// Somebody of the staff who gave their PIN for one command, whoever is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Who.
    pub staff: StaffId,
    /// Their name as the audit keeps it.
    pub name: String,
}

/// A thing that a command was about, as the audit names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Subject {
    /// The kind of thing, such as `loan`.
    pub kind: String,
    /// Its number.
    pub id: i64,
}

/// What one command leaves in the audit besides its name.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Trail {
    /// What it was about.
    pub subjects: Vec<Subject>,
    /// A sentence that may be dropped later without breaking the chain.
    pub detail: Option<String>,
}

/// One command at work.
pub struct Act<'a> {
    /// The open transaction; only the front door commits it.
    pub tx: &'a Connection,
    /// The instant at which the command began.
    pub now: At,
    /// The library's day at that instant.
    pub today: Day,
    /// The library's time zone.
    pub zone: Zone,
    /// Who acts.
    pub actor: Actor,
    /// What hashing a secret costs.
    pub cost: Cost,
    trail: RefCell<Trail>,
    scrub: Cell<bool>,
    supervisor: OnceCell<Actor>,
    was_allowed: Cell<bool>,
    shown: OnceCell<Shown>,
}

impl<'a> Act<'a> {
    /// A command that begins `now`.
    pub fn new(tx: &'a Connection, now: At, zone: Zone, actor: Actor, cost: Cost) -> Self {
        let (today, _) = now.local(zone);
        Self {
            tx,
            now,
            today,
            zone,
            actor,
            cost,
            trail: RefCell::default(),
            scrub: Cell::new(false),
            supervisor: OnceCell::new(),
            was_allowed: Cell::new(false),
            shown: OnceCell::new(),
        }
    }

    /// Names a thing that the command is about, for the audit. At the desk name the loan only: an audit that names
    /// patron and item together is a reading history.
    pub fn touched(&self, id: impl Id) {
        let subject = Subject {
            kind: kind_of(id).to_owned(),
            id: id.row(),
        };
        self.trail.borrow_mut().subjects.push(subject);
    }

    /// Adds the sentence that the audit keeps until it is pruned; never a PIN, at the desk never a name or a title.
    pub fn tell(&self, detail: impl Into<String>) {
        self.trail.borrow_mut().detail = Some(detail.into());
    }

    /// Whether the actor holds a permission beyond the command's own.
    pub fn may(&self, permission: Permission) -> bool {
        self.actor.role.may(permission)
    }

    /// Names who stands beside the actor and has shown their secret; the front door alone has asked for it.
    pub fn stands_beside(&self, supervisor: Actor) {
        // Only the front door calls it, once a command.
        let _ = self.supervisor.set(supervisor);
    }

    /// Whether the actor may override, or who stands beside them; the audit then names both.
    pub fn may_override(&self, permission: Permission) -> bool {
        if self.may(permission) {
            return true;
        }
        let allows = self
            .supervisor
            .get()
            .is_some_and(|supervisor| supervisor.role.may(permission));
        self.was_allowed.set(self.was_allowed.get() || allows);
        allows
    }

    /// Names who gave their PIN for this command; the front door alone has asked for it.
    pub fn was_shown(&self, shown: Shown) {
        // Only the front door calls it, once a command.
        let _ = self.shown.set(shown);
    }

    /// Who gave their PIN for this command, if anybody did.
    pub fn by_pin(&self) -> Option<&Shown> {
        self.shown.get()
    }

    /// Who acted, as the audit writes it: with who allowed it, where somebody had to.
    pub fn signature(&self) -> String {
        if let Some(shown) = self.shown.get() {
            return format!("{}, by PIN", shown.name);
        }
        match self.supervisor.get().filter(|_| self.was_allowed.get()) {
            Some(supervisor) => format!("{}, allowed by {}", self.actor.name, supervisor.name),
            None => self.actor.name.clone(),
        }
    }

    /// Asks for the write-ahead log to be emptied after the commit, because something was forgotten for good.
    pub fn scrub_after_commit(&self) {
        self.scrub.set(true);
    }

    /// Whether a verb asked for that.
    pub fn is_to_be_scrubbed(&self) -> bool {
        self.scrub.get()
    }

    /// What the audit is to keep.
    pub fn trail(&self) -> Trail {
        self.trail.borrow().clone()
    }
}

fn kind_of<I: Id>(_: I) -> &'static str {
    I::KIND
}
