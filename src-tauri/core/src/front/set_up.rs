//! A new library is set up: everything at once in one transaction, so that a power cut leaves it wholly new or wholly set
//! up. What is asked on the way there is answered here too, and kept nowhere.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::core::Core;
use super::recovery;
use super::session::SessionId;
use super::sign_in::{self, Door};
use crate::accounts::{self, SessionState, Strength};
use crate::kernel::command::{Command, command};
use crate::kernel::topic::Topic;
use crate::kernel::{Actor, Error, Result, Role, SecretHash};
use crate::policies::{
    self, Beginning, CheckHours, FirstFines, Habits, HoursFault, LibraryDetails, OpeningHours,
    ShowHabits,
};

/// The commands about set-up.
pub(super) const COMMANDS: &[Command] = &[
    command!(Door "accounts.set_up", Anyone, [Session, Accounts, Library, Calendar, Rules], SetUp => SessionState),
    command!(Door "accounts.weigh_passphrase", Anyone, [], WeighPassphrase => Strength),
    command!(Door "policies.check_hours", Anyone, [], CheckHours => Vec<HoursFault>),
    command!(Door "policies.habits", Anyone, [], ShowHabits => Habits),
];

pub(super) const DOOR: &[(&str, Door)] = &[
    ("accounts.set_up", |core, session, input| {
        set_up(core, session, serde_json::from_value(input)?)
    }),
    ("accounts.weigh_passphrase", |_, _, input| {
        let input: WeighPassphrase = serde_json::from_value(input)?;
        let names: Vec<&str> = input.names.iter().map(String::as_str).collect();
        Ok(serde_json::to_value(accounts::strength(
            &input.passphrase,
            &names,
        ))?)
    }),
    ("policies.check_hours", |_, _, input| {
        let input: CheckHours = serde_json::from_value(input)?;
        Ok(serde_json::to_value(policies::check_hours(&input))?)
    }),
    ("policies.habits", |_, _, input| {
        let input: ShowHabits = serde_json::from_value(input)?;
        Ok(serde_json::to_value(policies::habits(&input)?)?)
    }),
];

/// All that a new library decides, its first supervisor, and the proof that the recovery code was noted.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct SetUp {
    /// The library itself.
    pub details: LibraryDetails,
    /// Its hours; a weekday that is missing is closed.
    pub hours: Vec<OpeningHours>,
    /// Days for which books are lent.
    pub loan_days: u32,
    /// What being late costs; nothing when absent.
    pub fines: Option<FirstFines>,
    /// The first supervisor's name.
    pub name: String,
    /// The first supervisor's passphrase.
    pub passphrase: String,
    /// The last group of the recovery code that was drawn, as it stands on the paper.
    pub last_group: String,
}

/// Asks how well a passphrase holds.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct WeighPassphrase {
    /// The passphrase.
    pub passphrase: String,
    /// Names that somebody would try: the person's, the library's.
    pub names: Vec<String>,
}

fn set_up(core: &Core, session: SessionId, input: SetUp) -> Result<Value> {
    let code = recovery::noted(core, session, &input.last_group)?;
    let first = accounts::Add::first_supervisor(&input.name, input.passphrase);
    let beginning = Beginning {
        details: input.details,
        hours: input.hours,
        loan_days: input.loan_days,
        fines: input.fines,
    };
    let actor = Actor {
        name: input.name.trim().to_owned(),
        ..Actor::carrel()
    };
    let ledger = &core.house().ledger;
    let account = ledger.write(actor, "accounts.set_up", move |act| {
        if !accounts::is_empty(act)? {
            let problem = "has a supervisor already; sign in";
            return Err(Error::invalid("library", problem));
        }
        policies::begin(act, beginning)?;
        let account = accounts::add(act, first)?;
        accounts::keep_recovery_code(act, &SecretHash::of(code.secret(), act.cost)?)?;
        accounts::note_success(act, account.id)?;
        act.tell("the library, its hours, its loans and its first supervisor");
        Ok(account)
    })?;
    recovery::put_away(core, session);
    let actor = Actor {
        account: Some(account.id),
        name: account.details.name,
        role: Role::Supervisor,
    };
    sign_in::take_seat(core, session, account.id, actor);
    core.follow(&[Topic::Library])?;
    sign_in::state(core, session)
}
