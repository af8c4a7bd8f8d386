//! What is owed, through the front door.

mod ledger;
mod terms;
