//! Who may use the library, and how they come in.

mod lock_times;
mod manage;
mod sign_in;
