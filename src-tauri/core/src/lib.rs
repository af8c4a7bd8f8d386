//! Everything Carrel knows, without a window: modules in reading order, from what all stand on to the one way in.
//!
#![doc = include_str!("../ARCHITECTURE.md")]
#![expect(
    clippy::needless_pass_by_value,
    reason = "the registry calls all verbs alike: each owns its input, whether it uses it up or not"
)]

pub mod kernel;

pub mod activity;
pub mod catalog;
pub mod policies;
pub mod staff;

pub mod accounts;
pub mod charges;
pub mod patrons;
pub mod schedule;

pub mod circulation;
pub mod hours;
pub mod solving;

pub mod duties;
pub mod rotas;
pub mod trades;

pub mod transfer;

pub mod backup;
pub mod reports;

pub mod today;

pub mod front;

pub mod demo;
