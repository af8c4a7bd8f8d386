//! Who may use the library, and how they come in.

mod lock_times;
mod manage;
mod recover;
mod set_up;
mod sign_in;
