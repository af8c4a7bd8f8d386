//! From bytes to text: which encoding a record is in, and what its bytes mean in it. Knows no fields.

mod encoding;
mod marc8;
mod pages;
mod sets;
mod sniff;

pub use encoding::Encoding;
pub(crate) use encoding::{odd_code, said};
pub(crate) use sniff::sniff;
