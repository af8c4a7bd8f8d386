//! The front door: the one way in. `Core` opens a library, knows who sits at which desk, and carries out commands.
//!
//! *Session*: one place at which somebody may sit, such as the window. *Door command*: one that the front door carries
//! out itself, because it is about sessions or tasks and not about rows.
//!
//! It alone gathers every domain's `COMMANDS` and `INVARIANTS`. It holds no rule of the library.

mod backups;
mod by_pin;
mod check;
mod clock_while_locked;
mod core;
mod house;
mod machine;
mod mark;
mod moving;
mod open;
mod place;
mod recovery;
mod recovery_page;
mod refold;
mod registry;
mod rescue;
mod session;
mod set_up;
mod sign_in;
mod tasks;
mod whereabouts;
mod while_locked;

pub use check::{Checked, check, check_file};
pub use core::{Answer, Core};
pub use machine::{refuse_unfit, verdict_of};
pub use moving::{Peeked, move_library, peek};
pub use open::{Surroundings, Viewer};
pub use place::{Caution, Machine, Mount, System, Unfit, Verdict, judge};
pub use registry::{command, commands, contract};
pub use rescue::{Rescue, RescueState};
pub use session::SessionId;
pub use tasks::{CancelTask, NextState, Started};
pub use whereabouts::{FoundLibrary, Go, Place, ShowPlace};
