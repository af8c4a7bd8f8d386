//! Records in the exchange format of ISO 2709, as MARC 21 uses it: a leader, a directory, fields, each with an end mark.
//!
//! The marks are believed. What the leader and the directory say about lengths and places is only believed where the
//! marks agree. Cited as "MARC 21 Specifications, Record Structure": <https://www.loc.gov/marc/specifications/specrecstruc.html>.

mod directory;
mod fields;
mod leader;
mod pieces;

pub(crate) use fields::record;
pub(crate) use pieces::Pieces;

/// Ends a record.
pub(crate) const RECORD_END: u8 = 0x1d;
/// Ends the directory and each field.
pub(crate) const FIELD_END: u8 = 0x1e;
/// Begins a subfield.
pub(crate) const SUBFIELD: u8 = 0x1f;
