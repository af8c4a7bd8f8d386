//! An invented library to try things on: a generator that plays weeks, a year or five at its desk through the front door.
//!
//! *Play*: days at the desk, scan by scan, each through `Core::call` under a clock that is set by hand, so that every row
//! comes from the real verbs and is audited. *Cast*: the people in it. *Stock*: the things it lends. *Rota*: who works
//! when.
//!
//! The same size, seed and day make the same library. Nobody in it lives, and it writes no row itself.

mod cast;
mod codes;
mod days;
mod dice;
mod generate;
mod holidays;
mod lent;
mod lives;
mod names;
mod owed;
mod pace;
mod play;
mod player;
mod rota;
mod setting;
mod stock;
mod titles;
mod week;
mod words;
mod worked;

pub use cast::{CLERK, CLERK_PIN, STUDENT, STUDENT_PIN, SUPERVISOR, SUPERVISOR_PASSPHRASE};
pub use generate::{Size, generate, late_morning_of};
pub use setting::{LIBRARY, ZONE};
