//! Words as a file's strings, in its own code where that has them.

use lopdf::{Object, StringFormat};

/// Words that a reader shows, such as a title (PDF 32000-1 §7.9.2).
pub(crate) fn string(words: &str) -> Object {
    if words.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        Object::String(words.into(), StringFormat::Literal)
    } else {
        Object::String(utf16(words), StringFormat::Hexadecimal)
    }
}

/// Words in UTF-16 with the mark that says so.
pub(crate) fn utf16(words: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(words.encode_utf16());
    units.flat_map(u16::to_be_bytes).collect()
}
