//! MARC records from files, whatever state they are in; knows no library, no database and no file system.
//!
//! [`read()`] takes any input and gives one [`Record`] after another, from ISO 2709 or MARCXML by what it finds there.
//! Nothing stops it: what is wrong with a record is listed in its `errors`, and the next record follows. A record that
//! [is damaged](Record::is_damaged) has lost something and should not be kept; one with lesser errors is whole, and its
//! errors say what was made of it.
//!
//! ```
//! let file = b"00075nam a2200049 a 4500001000300000245002000003\x1e12\x1e10\x1faMiddlemarch /\x1fc\xc3\x89.\x1e\x1d";
//! let record = carrel_marc::read(&file[..]).next().expect("there is one").expect("memory is readable");
//! assert_eq!(record.control("001"), Some("12"));
//! assert_eq!(record.subfield("245", 'a'), Some("Middlemarch /"));
//! assert_eq!(record.subfields("245", 'c').collect::<Vec<_>>(), ["É."]);
//! ```
//!
//! The input is read as a stream: no more than one record is held at a time, and no record may be longer than
//! [`LONGEST_RECORD`].

mod charset;
mod iso2709;
mod piece;
mod problem;
mod read;
mod record;
mod source;
mod write;
mod xml;

pub use charset::Encoding;
pub use problem::{Fault, Problem, Severity};
pub use read::{Reader, read};
pub use record::{Field, Record};
pub use write::{to_iso2709, to_marcxml};

/// The bytes that one record may have. The standard ends at 99,999; files of large holdings do not.
pub const LONGEST_RECORD: usize = 4 << 20;
