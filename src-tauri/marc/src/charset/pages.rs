//! Encodings of one byte a character that no leader can name and that files have all the same.

/// Windows-1252, a superset of Latin-1: its characters from 0x80 to 0x9F. The other codes are their own numbers.
/// After <https://encoding.spec.whatwg.org/#windows-1252>, with the five empty codes left empty.
const WINDOWS_1252: &str = "€_‚ƒ„…†‡ˆ‰Š‹Œ_Ž__‘’“”•–—˜™š›œ_žŸ";

/// Code page 866, which old Russian systems wrote: its characters from 0x80 on.
/// After <https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP866.TXT>.
const CP_866: &str = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп\
                      ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{a0}";

/// The character of a byte in Windows-1252.
pub(super) fn windows_1252(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9f => of_row(WINDOWS_1252, byte),
        _ => Some(char::from(byte)),
    }
}

/// The character of a byte in code page 866.
pub(super) fn cp_866(byte: u8) -> Option<char> {
    match byte {
        0x80.. => of_row(CP_866, byte),
        _ => Some(char::from(byte)),
    }
}

fn of_row(row: &str, byte: u8) -> Option<char> {
    row.chars()
        .nth(usize::from(byte - 0x80))
        .filter(|shape| *shape != '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_is_as_long_as_its_codes() {
        assert_eq!(WINDOWS_1252.chars().count(), 32);
        assert_eq!(CP_866.chars().count(), 128);
        assert_eq!(windows_1252(0x9f), Some('Ÿ'));
        assert_eq!(windows_1252(0xe9), Some('é'));
        assert_eq!(cp_866(0x8f), Some('П'));
        assert_eq!(cp_866(0xef), Some('я'));
        assert_eq!(cp_866(0xfc), Some('№'));
    }
}
