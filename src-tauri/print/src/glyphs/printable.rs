//! The words as they are printed: composed, without what only steers a screen. It shapes nothing.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// The words as they are laid out: composed (NFC), every space that may break a plain one. Line
/// feeds stay, and so do the marks that steer direction and joining; [`plain`] drops the former.
pub(crate) fn printable(words: &str) -> Cow<'_, str> {
    if words.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(words);
    }
    let printable = words.nfc().filter(|c| !is_refused(*c)).map(plain_space);
    Cow::Owned(printable.collect())
}

/// The words as they are set, copied and searched: without marks of direction and of breaking.
pub(crate) fn plain(words: &str) -> Cow<'_, str> {
    if words.chars().any(steers) {
        return Cow::Owned(words.chars().filter(|c| !steers(*c)).collect());
    }
    Cow::Borrowed(words)
}

fn plain_space(c: char) -> char {
    match c {
        '\n' | '\u{a0}' | '\u{202f}' | '\u{2007}' => c,
        '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Control characters, and the embeddings and overrides of direction: an unclosed one would turn
/// the rest of a line round. Isolates, which are closed by their line's end, stay.
fn is_refused(c: char) -> bool {
    match c {
        '\n' | '\t' | '\u{85}' => false,
        '\u{202a}'..='\u{202e}' | '\u{206a}'..='\u{206f}' => true,
        c => c.is_control(),
    }
}

/// Characters without ink that have done their work once lines are broken and ordered.
fn steers(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'
            ..='\u{2069}' | '\u{feff}' | '\u{fffc}'
    )
}

/// Whether a face need have no glyph for `c`: joiners and selectors of variants.
pub(super) fn is_inkless(c: char) -> bool {
    matches!(
        c,
        '\u{34f}'
            | '\u{200c}'
            | '\u{200d}'
            | '\u{180b}'..='\u{180e}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{e0001}'..='\u{e007f}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_letters_are_composed() {
        assert_eq!(printable("Nguye\u{302}\u{303}n"), "Nguyễn");
    }

    #[test]
    fn what_only_steers_a_screen_is_left_out() {
        assert_eq!(
            plain(&printable("a\u{0}b\u{7}\tc\r\n\u{feff}d\u{202e}\u{a0}e")),
            "ab c\nd\u{a0}e"
        );
    }

    #[test]
    fn joiners_are_part_of_a_name() {
        assert_eq!(plain(&printable("می\u{200c}خواهم")), "می\u{200c}خواهم");
    }

    #[test]
    fn isolates_order_the_line_and_are_not_printed() {
        let said = printable("\u{2068}שלום\u{2069} 3");
        assert!(said.starts_with('\u{2068}'));
        assert_eq!(plain(&said), "שלום 3");
    }
}
