//! Which encoding a record is in. The leader says, and often it is wrong; the bytes of a whole record rarely mislead.

use unicode_normalization::char::compose;

use super::{Encoding, marc8, sets};

/// The encoding of a record's fields, given what its leader says.
pub(crate) fn sniff(said: Encoding, bytes: &[u8]) -> Encoding {
    let escapes = marc8::has_escapes(bytes);
    if bytes.is_ascii() {
        return if escapes { Encoding::Marc8 } else { said };
    }
    if escapes && said == Encoding::Marc8 {
        return Encoding::Marc8;
    }
    let (sequences, strays) = utf8(bytes);
    if sequences > strays {
        return Encoding::Utf8;
    }
    let seen = Seen::new(bytes);
    if seen.is_cp_866() {
        Encoding::Cp866
    } else if sequences * 4 >= strays {
        // Hardly any other text holds whole sequences of UTF-8 by chance.
        Encoding::Utf8
    } else if seen.is_windows_1252() {
        Encoding::Windows1252
    } else if said == Encoding::Marc8 || seen.is_marc8() {
        Encoding::Marc8
    } else {
        Encoding::Utf8
    }
}

/// How many characters of more than one byte there are, and how many bytes that belong to none.
fn utf8(bytes: &[u8]) -> (usize, usize) {
    let (mut sequences, mut strays) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        let several = chunk.valid().chars().filter(|shape| !shape.is_ascii());
        sequences += several.count();
        strays += usize::from(!chunk.invalid().is_empty());
    }
    (sequences, strays)
}

/// The bytes beyond ASCII, as each encoding would see them.
#[derive(Default)]
struct Seen {
    all: usize,
    /// Codes that MARC-8 has no character for.
    not_marc8: usize,
    /// Marks of MARC-8.
    marks: usize,
    /// Those before a letter that Unicode has with this mark, or halves of a mark over two letters.
    fitting: usize,
    /// Those before something that no mark stands upon.
    loose: usize,
    /// Letters of code page 866.
    cyrillic: usize,
    /// The capitals of code page 866, whose codes are undefined in MARC-8 and rare in Windows-1252.
    capitals: usize,
    /// The first half of its small letters, which are signs and capitals elsewhere.
    small: usize,
}

impl Seen {
    fn new(bytes: &[u8]) -> Self {
        let mut seen = Self::default();
        for (at, byte) in bytes.iter().enumerate() {
            if !byte.is_ascii() {
                seen.take(*byte, &bytes[at + 1..]);
            }
        }
        seen
    }

    fn take(&mut self, byte: u8, behind: &[u8]) {
        self.all += 1;
        self.cyrillic += usize::from(matches!(byte, 0x80..=0xaf | 0xe0..=0xf1 | 0xfc));
        self.capitals += usize::from(matches!(byte, 0x80..=0x9f));
        self.small += usize::from(matches!(byte, 0xa0..=0xaf));
        let defined = matches!(byte, 0x88 | 0x89 | 0x8d | 0x8e);
        match sets::ansel().character(byte).filter(|_| byte > 0xa0) {
            Some(mark) if mark.is_mark => self.take_mark(mark.shape, behind),
            Some(_) => {}
            None => self.not_marc8 += usize::from(!defined),
        }
    }

    fn take_mark(&mut self, mark: char, behind: &[u8]) {
        self.marks += 1;
        let is_half = ('\u{fe20}'..='\u{fe23}').contains(&mark);
        match behind.first().copied() {
            Some(base) if base.is_ascii_alphabetic() => {
                let fits = is_half || compose(char::from(base), mark).is_some();
                self.fitting += usize::from(fits);
            }
            // Another mark, or a letter of ANSEL.
            Some(base) if !base.is_ascii() => self.fitting += 1,
            Some(_) | None => self.loose += 1,
        }
    }

    fn is_cp_866(&self) -> bool {
        self.all >= 10
            && self.cyrillic * 20 >= self.all * 19
            && self.small * 10 >= self.all * 3
            && self.capitals * 50 >= self.all
    }

    /// Marks that stand upon blanks and upon letters that never bear them are letters by themselves.
    fn is_windows_1252(&self) -> bool {
        self.loose > 0 && self.fitting * 2 < self.marks
    }

    fn is_marc8(&self) -> bool {
        self.not_marc8 == 0 && self.loose == 0 && self.fitting * 2 >= self.marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_win_over_the_leader() {
        let cases: [(&[u8], Encoding); 9] = [
            (b"Middlemarch", Encoding::Marc8),
            ("Émile, œuvres".as_bytes(), Encoding::Utf8),
            (b"\xc3\x89mile cut of\xc3", Encoding::Utf8),
            (b"l\xe2egendes, po\xe1eme", Encoding::Marc8),
            (
                b"l\xe9gendes d'\xe9t\xe9, po\xe8me \xe0 vous",
                Encoding::Windows1252,
            ),
            (
                b"\x84\xae\xe1\xe2\xae\xa5\xa2\xe1\xaa\xa8\xa9, \x94.\x8c.",
                Encoding::Cp866,
            ),
            (b"\x1b(2ylk\x1b(B", Encoding::Marc8),
            (b"\xebi\xeca, m\xefm", Encoding::Marc8),
            (b"bad \xc0 and \x80'", Encoding::Marc8),
        ];
        for (bytes, expected) in cases {
            assert_eq!(sniff(Encoding::Marc8, bytes), expected, "{bytes:x?}");
        }
        let cases: [(&[u8], Encoding); 4] = [
            (b"Genevi\xe1eve, immm\xe2ediat", Encoding::Marc8),
            (b"bad '\xc0' and '\x80'", Encoding::Utf8),
            (b"\x1b(2ylk\x1b(B", Encoding::Marc8),
            (b"Caf\xe9 \xc3\xa9t\xff\xfe.", Encoding::Utf8),
        ];
        for (bytes, expected) in cases {
            assert_eq!(sniff(Encoding::Utf8, bytes), expected, "{bytes:x?}");
        }
    }
}
