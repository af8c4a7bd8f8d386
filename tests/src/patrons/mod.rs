//! Patrons, through the front door.

mod cards;
mod edit;
mod register;
mod search;
mod show;
