//! Patrons, through the front door.

mod cards;
mod contact;
mod edit;
mod guardians;
mod households;
mod messages;
mod names;
mod register;
mod search;
mod show;
mod similar;
