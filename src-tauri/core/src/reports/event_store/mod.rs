//! Which rows a number of the usage report is made of. What they are called is not its affair.

mod narrowed;
mod store;

pub(super) use narrowed::Narrowed;
pub(super) use store::{count, list};
