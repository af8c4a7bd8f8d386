//! The encodings that MARC files are met in. Which one a record has is guessed elsewhere.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use super::{marc8, pages};
use crate::problem::Fault;

/// How the text of a record is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Unicode, leader/09 `a`.
    Utf8,
    /// ANSEL with its escapes to other sets, leader/09 blank.
    Marc8,
    /// Latin-1 with the additions of Windows. No leader can say it; it was guessed.
    Windows1252,
    /// What old Russian systems wrote. No leader can say it; it was guessed.
    Cp866,
}

impl Encoding {
    /// Its usual name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Marc8 => "MARC-8",
            Self::Windows1252 => "Windows-1252",
            Self::Cp866 => "cp866",
        }
    }

    /// The text; what cannot be read is shown as � and said in `faults`.
    pub(crate) fn decode(self, bytes: &[u8], faults: &mut Vec<Fault>) -> String {
        match self {
            Self::Utf8 => decode_utf8(bytes, faults),
            Self::Marc8 => marc8::decode(bytes, faults),
            Self::Windows1252 => self.decode_page(bytes, pages::windows_1252, faults),
            Self::Cp866 => self.decode_page(bytes, pages::cp_866, faults),
        }
    }

    fn decode_page(
        self,
        bytes: &[u8],
        page: fn(u8) -> Option<char>,
        faults: &mut Vec<Fault>,
    ) -> String {
        let mut bad = bytes.iter().filter(|byte| page(**byte).is_none());
        if let Some(byte) = bad.next() {
            faults.push(Fault::Unreadable {
                count: bad.count() + 1,
                first: format!("{byte:02X}"),
                set: self.name(),
            });
        }
        let shown = |byte: &u8| page(*byte).unwrap_or(char::REPLACEMENT_CHARACTER);
        bytes.iter().map(shown).collect()
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What leader/09 says; anything but `a` is the older code.
pub(crate) fn said(leader_09: u8) -> Encoding {
    if leader_09 == b'a' {
        Encoding::Utf8
    } else {
        Encoding::Marc8
    }
}

/// The code of a subfield that begins with no plain character, and how many bytes it takes: the plain letter beneath
/// the character, as other readers have it.
pub(crate) fn odd_code(bytes: &[u8]) -> (char, usize) {
    let first = bytes
        .utf8_chunks()
        .next()
        .and_then(|chunk| chunk.valid().chars().next());
    let (character, length) = match first {
        Some(character) => (character, character.len_utf8()),
        None => (char::from(bytes.first().copied().unwrap_or(b' ')), 1),
    };
    let plain = std::iter::once(character).nfkd().find(char::is_ascii);
    (plain.unwrap_or(char::REPLACEMENT_CHARACTER), length)
}

fn decode_utf8(bytes: &[u8], faults: &mut Vec<Fault>) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut count = 0;
    let mut first = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if let Some(byte) = chunk.invalid().first() {
            text.push(char::REPLACEMENT_CHARACTER);
            first.get_or_insert(*byte);
            count += 1;
        }
    }
    if let Some(byte) = first {
        faults.push(Fault::Unreadable {
            count,
            first: format!("{byte:02X}"),
            set: Encoding::Utf8.name(),
        });
    }
    text
}
