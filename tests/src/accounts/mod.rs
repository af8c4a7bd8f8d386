//! Who may use the library, and how they come in.

mod manage;
mod sign_in;
