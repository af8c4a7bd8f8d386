//! Patrons, through the front door.

mod edit;
mod register;
mod search;
mod show;
