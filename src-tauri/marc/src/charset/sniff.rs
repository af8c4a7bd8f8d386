//! Which encoding a record is in. The leader says, and often it is wrong.

use super::Encoding;

/// The encoding of these bytes, given what the leader says.
pub(crate) fn sniff(said: Encoding, bytes: &[u8]) -> Encoding {
    if said == Encoding::Marc8 && !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok() {
        return Encoding::Utf8;
    }
    said
}
