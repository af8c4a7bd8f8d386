//! Who may use Carrel, and as what.
//!
//! *Account*: a name with a role and a secret. *Secret*: a PIN of digits or a passphrase, kept as an Argon2id hash.
//! *Wrong try*: each one doubles the wait before the next; nobody is ever locked out for good, for this may be the only
//! supervisor of the only PC.
//!
//! *Recovery code*: printed when the library is set up, for a supervisor who cannot sign in any more. It works once.
//!
//! Sessions are not here: who sits at the desk is the front door's, in memory. `access`, the register of other systems'
//! rights, is another domain.

mod account;
mod add;
mod edit;
mod list;
mod lock_times;
mod passphrase;
mod recovery;
mod set_secret;
mod sign_in;
mod store;

pub use account::{Account, AccountCard, AccountDetails, SecretKind};
pub use add::{Add, add};
pub use list::{account_of, cards_by_staff, people, staff_of};
pub use lock_times::{LockTimes, lock_times};
pub use passphrase::{Strength, strength};
pub use recovery::{
    RecoveryCode, RecoveryGate, keep_recovery_code, note_wrong_code, recover, recovery_gate,
};
pub use sign_in::{
    Beside, CreateFirst, Gate, Lock, SessionState, ShowSession, SignIn, SignOut, Stage, Unlock,
    actor, forget_failures, gate, is_empty, nobody_yet, note_failure, note_success, wait_after,
};
pub use store::INVARIANTS;

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "accounts.add", ManageAccounts, [Accounts, Session], add::add),
    command!(Write "accounts.edit", ManageAccounts, [Accounts, Session], edit::edit),
    command!(Read "accounts.list", ManageAccounts, [Accounts], list::list),
    command!(Read "accounts.lock_times", ManageAccounts, [Accounts], lock_times::show_lock_times),
    command!(Write "accounts.set_lock_times", ManageAccounts, [Accounts, Session], lock_times::set_lock_times),
    command!(Write "accounts.set_secret", ManageAccounts, [Accounts], set_secret::set_secret),
];
