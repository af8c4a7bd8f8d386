//! Code page 858: Western Europe's letters, with the euro sign. It knows no command.

/// What the bytes from 0x80 on stand for.
const UPPER: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// The bytes of `words`, if each character has one.
pub(super) fn encoded(words: &str) -> Option<Vec<u8>> {
    words.chars().map(byte).collect()
}

fn byte(c: char) -> Option<u8> {
    match c {
        ' '..='~' => u8::try_from(c).ok(),
        // What only typography tells apart.
        '\u{a0}' | '\u{202f}' | '\u{2007}' => Some(b' '),
        '–' | '—' | '\u{2212}' | '\u{2010}' | '\u{2011}' => Some(b'-'),
        '‘' | '’' => Some(b'\''),
        '“' | '”' => Some(b'"'),
        c => {
            let at = UPPER.chars().position(|other| other == c)?;
            u8::try_from(at + 0x80).ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_a_character_for_every_byte() {
        assert_eq!(UPPER.chars().count(), 128);
    }

    #[test]
    fn letters_and_the_euro_have_their_places() {
        assert_eq!(encoded("é€ß±"), Some(vec![0x82, 0xd5, 0xe1, 0xf1]));
        assert_eq!(encoded("13–16 ’"), Some(b"13-16 '".to_vec()));
    }

    #[test]
    fn what_the_page_lacks_is_not_guessed() {
        for words in ["Łódź", "Nguyễn", "דנה", "محمد", "王"] {
            assert_eq!(encoded(words), None, "{words}");
        }
    }
}
