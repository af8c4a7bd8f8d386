//! Text in MARC-8: sets that escapes switch between, and marks that stand before their letter.
//!
//! After "MARC 21 Specifications, Character Sets: MARC-8":
//! <https://www.loc.gov/marc/specifications/speccharmarc8.html>. Each subfield begins anew with ASCII and ANSEL.

use unicode_normalization::UnicodeNormalization;

use super::sets::{self, Set};
use crate::problem::Fault;

const ESCAPE: u8 = 0x1b;

/// What a half of the codes means just now.
#[derive(Clone, Copy)]
enum Active {
    Ascii,
    Set(&'static Set),
    Eacc,
    /// A set that is none of MARC-8's.
    Unknown,
}

/// Which half of the codes an escape changes.
#[derive(Clone, Copy)]
enum Half {
    Low,
    High,
}

/// The text, composed (NFC); codes without a character are shown as � and said in `faults`.
pub(super) fn decode(bytes: &[u8], faults: &mut Vec<Fault>) -> String {
    let mut text = Text::default();
    let (mut low, mut high) = (Active::Ascii, Active::Set(sets::ansel()));
    let mut rest = bytes;
    while let Some((&byte, behind)) = rest.split_first() {
        if let (Active::Eacc, Some((three, behind))) = (low, rest.split_at_checked(3))
            && let Some(shape) = sets::eacc(code(three))
        {
            text.letter(shape);
            rest = behind;
            continue;
        }
        rest = match byte {
            ESCAPE => match escape(behind) {
                Some((Half::Low, active, length)) => {
                    low = active;
                    &behind[length..]
                }
                Some((Half::High, active, length)) => {
                    high = active;
                    &behind[length..]
                }
                None => {
                    text.unreadable(&[byte], "MARC-8");
                    behind
                }
            },
            b'&' if matches!(low, Active::Ascii) => reference(rest, &mut text),
            0x00..=0x20 | 0x7f => {
                text.letter(char::from(byte));
                behind
            }
            0x80..=0xa0 | 0xff => {
                control(byte, &mut text);
                behind
            }
            0x21..=0x7e => one(low, rest, &mut text),
            0xa1..=0xfe => one(high, rest, &mut text),
        };
    }
    text.close(faults)
}

/// Takes one character of the active set and gives what follows it.
fn one<'b>(active: Active, bytes: &'b [u8], text: &mut Text) -> &'b [u8] {
    let byte = bytes[0];
    match active {
        Active::Ascii if byte.is_ascii() => text.letter(char::from(byte)),
        Active::Ascii => text.unreadable(&[byte], "ASCII"),
        Active::Unknown => text.unreadable(&[byte], "an unknown set"),
        Active::Set(set) => match set.character(byte) {
            Some(character) if character.is_mark => text.marks.push(character.shape),
            Some(character) => text.letter(character.shape),
            None => text.unreadable(&[byte], set.name),
        },
        Active::Eacc => return east_asian(bytes, text),
    }
    &bytes[1..]
}

/// Three bytes of the same half are one character. Where they are not, one byte is passed over, so that the next
/// character has a chance.
fn east_asian<'b>(bytes: &'b [u8], text: &mut Text) -> &'b [u8] {
    const EACC: &str = "East Asian characters (EACC)";
    let fits = |byte: &u8| {
        (0x21..=0x7e).contains(&(byte & 0x7f)) && byte.is_ascii() == bytes[0].is_ascii()
    };
    match bytes.split_at_checked(3) {
        Some((three, rest)) if three.iter().all(fits) => {
            match sets::eacc(code(three) & 0x7f_7f7f) {
                Some(shape) => text.letter(shape),
                None => text.unreadable(three, EACC),
            }
            rest
        }
        Some(_) | None => {
            text.unreadable(&bytes[..1], EACC);
            &bytes[1..]
        }
    }
}

fn code(three: &[u8]) -> u32 {
    three
        .iter()
        .fold(0, |code, byte| code << 8 | u32::from(*byte))
}

/// What the bytes behind an escape switch to, and how many they are.
fn escape(bytes: &[u8]) -> Option<(Half, Active, usize)> {
    let (half, length) = match bytes {
        [letter @ (b'g' | b'b' | b'p' | b's'), ..] => {
            return Some((Half::Low, active(*letter), 1));
        }
        [b'$', b')' | b'-', ..] => (Half::High, 2),
        [b'$', b'(' | b',', ..] => (Half::Low, 2),
        [b')' | b'-', b'!', ..] => (Half::High, 2),
        [b'(' | b',', b'!', ..] => (Half::Low, 2),
        [b')' | b'-', ..] => (Half::High, 1),
        [b'(' | b',' | b'$', ..] => (Half::Low, 1),
        _ => return None,
    };
    Some((half, active(*bytes.get(length)?), length + 1))
}

fn active(letter: u8) -> Active {
    match letter {
        b'B' | b's' => Active::Ascii,
        b'1' => Active::Eacc,
        letter => sets::set(letter).map_or(Active::Unknown, Active::Set),
    }
}

/// Whether text switches its sets.
pub(super) fn has_escapes(bytes: &[u8]) -> bool {
    let mut pairs = bytes.windows(2);
    pairs.any(|pair| pair[0] == ESCAPE && b"()-,$gbps".contains(&pair[1]))
}

/// The four control codes that MARC-8 has beside the sets. Two join letters; the two around words that do not sort show
/// nothing, and are left out as other readers do it.
fn control(byte: u8, text: &mut Text) {
    match byte {
        0x88 | 0x89 => {}
        0x8d => text.letter('\u{200d}'),
        0x8e => text.letter('\u{200c}'),
        _ => text.unreadable(&[byte], "MARC-8"),
    }
}

/// `&#xNNNN;` is a character that MARC-8 has not, by its number in Unicode. An ampersand alone is one.
fn reference<'b>(bytes: &'b [u8], text: &mut Text) -> &'b [u8] {
    let digits = bytes
        .strip_prefix(b"&#x")
        .map_or(&[][..], |rest| &rest[..rest.len().min(7)]);
    let end = digits.iter().position(|byte| *byte == b';').unwrap_or(0);
    let written = std::str::from_utf8(&digits[..end]).unwrap_or_default();
    if written.is_empty() || !written.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        text.letter('&');
        return &bytes[1..];
    }
    let number = u32::from_str_radix(written, 16).ok();
    let meant = number
        .and_then(char::from_u32)
        .filter(|shape| !shape.is_control() && *shape != char::REPLACEMENT_CHARACTER);
    if let Some(shape) = meant {
        text.letter(shape);
        return &bytes[3 + end + 1..];
    }
    text.faults.push(Fault::OddReference {
        written: format!("&#x{written};"),
    });
    text.letter('&');
    &bytes[1..]
}

/// What has been read so far.
#[derive(Default)]
struct Text {
    characters: String,
    /// Read, and waiting for their letter.
    marks: Vec<char>,
    unreadable: Option<(usize, String, &'static str)>,
    faults: Vec<Fault>,
}

impl Text {
    fn letter(&mut self, shape: char) {
        self.characters.push(shape);
        self.characters.extend(self.marks.drain(..));
    }

    fn unreadable(&mut self, bytes: &[u8], set: &'static str) {
        self.letter(char::REPLACEMENT_CHARACTER);
        match &mut self.unreadable {
            Some((count, _, _)) => *count += 1,
            None => {
                let first: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
                self.unreadable = Some((1, first, set));
            }
        }
    }

    fn close(mut self, faults: &mut Vec<Fault>) -> String {
        if !self.marks.is_empty() {
            self.faults.push(Fault::LooseMark);
            self.characters.extend(self.marks.drain(..));
        }
        if let Some((count, first, set)) = self.unreadable {
            self.faults.push(Fault::Unreadable { count, first, set });
        }
        faults.append(&mut self.faults);
        self.characters.nfc().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> String {
        let mut faults = Vec::new();
        let text = decode(bytes, &mut faults);
        assert_eq!(faults, [], "{text}");
        text
    }

    fn said(bytes: &[u8]) -> (String, Vec<String>) {
        let mut faults = Vec::new();
        let text = decode(bytes, &mut faults);
        (text, faults.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_mark_stands_before_its_letter_and_is_put_upon_it() {
        assert_eq!(read(b"l\xe2egendes"), "légendes");
        assert_eq!(read(b"globaliza\xf0c\xe4ao"), "globalização");
        assert_eq!(read(b"\xe8\xe5u\xe2\xe3e"), "\u{1d6}\u{e9}\u{302}");
        assert_eq!(
            read(b"\xb2re, \xa1\xe2od\xe2z, \xa5r, \xc73"),
            "øre, Łódź, Ær, ß3"
        );
    }

    #[test]
    fn escapes_switch_to_other_scripts_and_back() {
        assert_eq!(read(b"\x1b(2ylk\x1b(B ok"), "שלכ ok");
        assert_eq!(read(b"\x1b(NmOSKWA\x1b(B."), "Москва.");
        assert_eq!(read(b"\x1b,S\x22ab\x1bsx"), "άβx");
        assert_eq!(
            read(b"H\x1bb2\x1bsO, x\x1bp2\x1bs, \x1bga\x1bs"),
            "H₂O, x², α"
        );
        assert_eq!(read(b"\x1b$1\x21\x30\x21\x21\x30\x22\x1b(B!"), "一丁!");
        assert_eq!(read(b"\x1b)Q\xc0\x1b)!E\xb2"), "ґø");
        assert_eq!(read(b"\x1b$)1\xa1\xb0\xa1"), "一");
        assert_eq!(read(b"\x1b$1\x21\x30\x21!# \x7f \x14\x1b(B"), "一\u{3000}—");
        assert_eq!(read(b"\x88The \x89Mill"), "The Mill");
    }

    #[test]
    fn what_has_no_character_is_shown_and_said() {
        let (text, said) = said(b"a\x80b\xcc\x1b$1\x21\x20!\x1b(B");
        assert_eq!(text, "a\u{fffd}b\u{fffd}\u{fffd} \u{fffd}");
        assert_eq!(
            said,
            ["4 unreadable in MARC-8, each shown as \u{fffd}; the first is 80"]
        );
        assert_eq!(self::said(b"x\xe2").1, ["a mark stands over no letter"]);
        assert_eq!(self::said(b"\x1b(Zab\x1b").0, "\u{fffd}\u{fffd}\u{fffd}");
    }

    #[test]
    fn a_reference_is_its_character_or_stays_as_it_is() {
        assert_eq!(
            read(b"&#x1EF9; & &#xZZ; &#x &amp; &#x4E00;"),
            "ỹ & &#xZZ; &#x &amp; 一"
        );
        let (text, said) = said(b"&#xFFFD; &#xD800;");
        assert_eq!(text, "&#xFFFD; &#xD800;");
        assert_eq!(said[0], "&#xFFFD; means no character and was left as it is");
        assert_eq!(said.len(), 2);
    }
}
