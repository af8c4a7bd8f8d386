//! What every domain stands on: ids, time, money, barcodes, errors, the file, the audit. It knows no domain.

pub mod act;
pub mod audit;
pub mod barcode;
pub mod command;
pub mod contract;
pub mod currency;
pub mod db;
pub mod disk;
pub mod error;
pub mod export;
pub mod fields;
pub mod fold;
pub mod id;
mod json;
pub mod lane;
pub mod ledger;
pub mod lock;
pub mod money;
pub mod notation;
pub mod permission;
pub mod secret;
pub mod steps;
pub mod store;
pub mod task;
pub mod text;
pub mod time;
pub mod topic;
mod word;

pub use act::{Act, Actor};
pub use barcode::Barcode;
pub use currency::Currency;
pub use error::{Error, OrNotFound, Reason, Refusal, Result};
pub use money::Money;
pub use notation::{Locale, Notation};
pub use permission::{Permission, Role};
pub use secret::{Cost, SecretHash};
pub use time::{At, Clock, Day, Minute, Zone};

pub(crate) use fields::stored_in_columns;
pub(crate) use json::Json;
pub(crate) use word::stored_as_word;
