//! Records in MARCXML, each taken apart by itself, so that one that is ill-formed does not end the file.
//!
//! After the schema of the Library of Congress: <https://www.loc.gov/standards/marcxml/>. Names count without their
//! namespace, since files are met with any prefix and with none. Nothing is fetched, and no entity that a file declares
//! is ever expanded.

mod element;
mod pieces;
mod record;

pub(crate) use pieces::Pieces;
pub(crate) use record::record;
