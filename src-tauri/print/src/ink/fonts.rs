//! The two bundled faces and how wide their words are; shapes no Arabic and joins no marks.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use printpdf::ParsedFont;
use unicode_normalization::UnicodeNormalization;

const REGULAR: &[u8] = include_bytes!("../../fonts/NotoSans-Regular.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("../../fonts/NotoSans-SemiBold.ttf");

/// The width of the box that stands for a missing glyph, in ems.
pub(crate) const BOX_WIDTH: f32 = 0.6;

/// How heavy the strokes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    SemiBold,
}

/// Both faces, and the characters that were asked of them in vain.
pub(crate) struct Fonts {
    regular: Face,
    semi_bold: Face,
    missing: RefCell<BTreeSet<char>>,
}

/// What a character is printed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Glyph {
    /// The glyph the face has for it.
    Own,
    /// The glyph of a character that looks the same.
    Of(char),
    /// An empty box.
    None,
}

struct Face {
    font: ParsedFont,
    /// Widths in ems of the characters met so far; `None` where the face has no glyph.
    advances: RefCell<HashMap<char, Option<f32>>>,
}

impl Fonts {
    /// Reads the bundled faces.
    pub(crate) fn bundled() -> Self {
        Self {
            regular: Face::parse(REGULAR),
            semi_bold: Face::parse(SEMI_BOLD),
            missing: RefCell::default(),
        }
    }

    /// The face as the PDF engine wants it.
    pub(crate) fn parsed(&self, weight: Weight) -> &ParsedFont {
        &self.face(weight).font
    }

    /// The width of `words` at `size` points, in points.
    pub(crate) fn width(&self, words: &str, weight: Weight, size: f32) -> f32 {
        let face = self.face(weight);
        words
            .chars()
            .map(|c| face.advance(c).unwrap_or(BOX_WIDTH))
            .sum::<f32>()
            * size
    }

    /// What `c` is printed with; notes it as missing if that is nothing.
    pub(crate) fn glyph(&self, c: char, weight: Weight) -> Glyph {
        let face = self.face(weight);
        if face.has(c) {
            Glyph::Own
        } else if face.advance(c).is_some() {
            Glyph::Of(look_alike(c))
        } else {
            self.missing.borrow_mut().insert(c);
            Glyph::None
        }
    }

    /// The characters that could not be printed, in code order.
    pub(crate) fn missing(&self) -> Vec<char> {
        self.missing.borrow().iter().copied().collect()
    }

    fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semi_bold,
        }
    }
}

impl Face {
    fn parse(bytes: &[u8]) -> Self {
        let font = ParsedFont::from_bytes(bytes, 0, &mut Vec::new())
            .expect("the bundled font files are well formed");
        Self {
            font,
            advances: RefCell::default(),
        }
    }

    fn advance(&self, c: char) -> Option<f32> {
        let measure = || {
            let glyph = self.index(c).or_else(|| self.index(look_alike(c)))?;
            let units = f32::from(self.font.get_horizontal_advance(glyph));
            Some(units / f32::from(self.font.font_metrics.units_per_em))
        };
        *self.advances.borrow_mut().entry(c).or_insert_with(measure)
    }

    fn has(&self, c: char) -> bool {
        self.index(c).is_some()
    }

    fn index(&self, c: char) -> Option<u16> {
        self.font
            .lookup_glyph_index(u32::from(c))
            .filter(|glyph| *glyph != 0)
    }
}

/// The character whose glyph serves for `c` too. Noto Sans keeps the minus sign in a face for
/// mathematics; its en dash is as long and nearly as high.
fn look_alike(c: char) -> char {
    match c {
        '\u{2212}' => '–',
        c => c,
    }
}

/// The words as they are printed: composed (NFC), every space that may break a plain one, and
/// without the characters that only steer a screen. Line feeds stay.
pub(crate) fn printable(words: &str) -> String {
    words
        .nfc()
        .filter(|c| !steers(*c))
        .map(plain_space)
        .collect()
}

fn plain_space(c: char) -> char {
    match c {
        '\n' | '\u{a0}' | '\u{202f}' | '\u{2007}' => c,
        '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Control characters, soft hyphens, joiners, direction marks and variation selectors: they
/// have no ink of their own, and no glyph is missed without them.
fn steers(c: char) -> bool {
    match c {
        '\n' | '\t' | '\u{85}' => false,
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => true,
        c => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_faces_print_the_scripts_of_europe_and_vietnamese() {
        let fonts = Fonts::bundled();
        for c in "Łódź Ærøskøbing Ελληνικά ώ Кириллица Ґ Nguyễn Thị Hường ₫€£–—…·×".chars()
        {
            assert_eq!(fonts.glyph(c, Weight::Regular), Glyph::Own, "{c}");
            assert_eq!(fonts.glyph(c, Weight::SemiBold), Glyph::Own, "{c}");
        }
        assert!(fonts.missing().is_empty());
    }

    #[test]
    fn digits_stand_below_one_another() {
        let fonts = Fonts::bundled();
        let one = fonts.width("1", Weight::Regular, 10.0);
        assert!(
            "234567890"
                .chars()
                .all(|d| fonts.width(&d.to_string(), Weight::Regular, 10.0) == one)
        );
    }

    #[test]
    fn a_missing_glyph_has_the_width_of_its_box() {
        let fonts = Fonts::bundled();
        assert_eq!(fonts.width("漢字", Weight::Regular, 10.0), 12.0);
    }

    #[test]
    fn a_minus_sign_is_no_missing_glyph() {
        let fonts = Fonts::bundled();
        assert_eq!(fonts.glyph('−', Weight::Regular), Glyph::Of('–'));
        assert!(fonts.missing().is_empty());
    }

    #[test]
    fn decomposed_letters_are_composed() {
        assert_eq!(printable("Nguye\u{302}\u{303}n"), "Nguyễn");
    }

    #[test]
    fn what_only_steers_a_screen_is_left_out() {
        assert_eq!(
            printable("a\u{0}b\u{7}\tc\r\n\u{feff}d\u{200d}\u{a0}e"),
            "ab c\nd\u{a0}e"
        );
    }
}
