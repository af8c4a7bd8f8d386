//! The bytes that a receipt printer takes: lines as text or as pictures, and the cut. The commands
//! are those of Epson's "ESC/POS Application Programming Guide".

use crate::escpos::code_page::encoded;
use crate::escpos::lines::{Item, items};
use crate::escpos::picture::{Picture, picture, style};
use crate::glyphs::{Fonts, OtherFonts, plain, printable};
use crate::layout::{Line, one_line, wrap};
use crate::{Align, Document, Paper, Text};

/// A receipt as its printer takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// To be sent as they are. The same document gives the same bytes on a PC with the same fonts.
    pub bytes: Vec<u8>,
    /// The characters no font has, in code order; each is printed as an empty box.
    pub missing: Vec<char>,
}

/// How much a printer sets on one line, at 203 dots an inch.
struct Roll {
    /// Letters of the printer's own, 12 dots wide.
    letters: usize,
    dots: f32,
}

/// Starts afresh, whatever the last job left behind: `ESC @`.
const BEGIN: &[u8] = b"\x1b@";
/// No two-byte characters, which printers for Asia begin with: `FS .`
const ONE_BYTE: &[u8] = b"\x1c.";
/// Code page 858: `ESC t 19`.
const CODE_PAGE: &[u8] = b"\x1bt\x13";
const STRONG: [&[u8]; 2] = [b"\x1bE\x00", b"\x1bE\x01"];
const CENTRED: [&[u8]; 2] = [b"\x1ba\x00", b"\x1ba\x01"];
/// Feeds to the knife and cuts, leaving a corner: `GS V 66 0`.
const CUT: &[u8] = b"\n\n\x1dVB\x00";
/// A picture is sent in bands of so many rows, for printers with little memory.
const BAND: usize = 128;

/// The bytes for `document` on its roll, with the PC's own fonts for scripts that the bundled ones
/// lack; on any other sheet, as on a roll of 80 mm.
pub fn ticket(document: &Document) -> Ticket {
    ticket_with(document, OtherFonts::of_this_pc())
}

/// As [`ticket`], with other fonts than the PC's for scripts that the bundled ones lack.
pub fn ticket_with(document: &Document, other: OtherFonts) -> Ticket {
    let fonts = Fonts::new(&document.language, other);
    let roll = match document.sheet.paper {
        Paper::Roll58 => Roll {
            letters: 32,
            dots: 384.0,
        },
        Paper::Roll80 | Paper::A4 | Paper::Letter => Roll {
            letters: 48,
            dots: 576.0,
        },
    };
    let mut writer = Writer {
        fonts: &fonts,
        roll,
        bytes: [BEGIN, ONE_BYTE, CODE_PAGE].concat(),
    };
    items(document).iter().for_each(|item| writer.item(item));
    writer.bytes.extend(CUT);
    Ticket {
        bytes: writer.bytes,
        missing: fonts.missing(),
    }
}

struct Writer<'a> {
    fonts: &'a Fonts,
    roll: Roll,
    bytes: Vec<u8>,
}

impl Writer<'_> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Words {
                words,
                strong,
                centred,
            } => self.words(&clean(words), *strong, *centred),
            Item::Pair {
                left,
                right,
                strong,
            } => self.pair(&clean(left), &clean(right), *strong),
            Item::Rule => {
                let rule = vec![b'-'; self.roll.letters];
                self.line(&rule);
            }
            Item::Feed => self.line(b""),
        }
    }

    fn words(&mut self, words: &str, strong: bool, centred: bool) {
        if encoded(words).is_none() {
            let align = if centred { Align::Centre } else { Align::Left };
            return self.pictured(words, strong, align);
        }
        self.turn(strong, centred);
        for line in folded(words, self.roll.letters) {
            self.line(&encoded(&line).unwrap_or_default());
        }
        self.turn(false, false);
    }

    fn pair(&mut self, left: &str, right: &str, strong: bool) {
        let (Some(_), Some(number)) = (encoded(left), encoded(right)) else {
            return self.pictured_pair(left, right, strong);
        };
        let room = self.roll.letters.saturating_sub(number.len() + 1).max(8);
        self.turn(strong, false);
        let mut lines = folded(left, room).into_iter();
        let mut first = encoded(&lines.next().unwrap_or_default()).unwrap_or_default();
        let white = self.roll.letters.saturating_sub(first.len() + number.len());
        first.extend(vec![b' '; white.max(1)]);
        first.extend(number);
        self.line(&first);
        for line in lines {
            self.line(&encoded(&line).unwrap_or_default());
        }
        self.turn(false, false);
    }

    fn pictured(&mut self, words: &str, strong: bool, align: Align) {
        let style = style(strong);
        for line in wrap(self.fonts, &Text::from(words), style, self.roll.dots) {
            let set = picture(self.fonts, &[(&line, align)], style, self.roll.dots);
            self.picture(&set);
        }
    }

    fn pictured_pair(&mut self, left: &str, right: &str, strong: bool) {
        let style = style(strong);
        let number = one_line(self.fonts, right, style);
        let room = (self.roll.dots - number.width - style.size).max(self.roll.dots / 3.0);
        let lines = wrap(self.fonts, &Text::from(left), style, room);
        let nothing = Line::default();
        for at in 0..lines.len().max(1) {
            let line = lines.get(at).unwrap_or(&nothing);
            let beside = if at == 0 { &number } else { &nothing };
            let both = [(line, Align::Left), (beside, Align::Right)];
            let set = picture(self.fonts, &both, style, self.roll.dots);
            self.picture(&set);
        }
    }

    /// `GS v 0`, in bands.
    fn picture(&mut self, picture: &Picture) {
        for band in picture.dots.chunks(picture.across * BAND) {
            let rows = band.len() / picture.across;
            self.bytes.extend(b"\x1dv0\x00");
            for number in [picture.across, rows] {
                self.bytes
                    .extend(u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes());
            }
            self.bytes.extend(band);
        }
    }

    fn turn(&mut self, strong: bool, centred: bool) {
        self.bytes.extend(STRONG[usize::from(strong)]);
        self.bytes.extend(CENTRED[usize::from(centred)]);
    }

    fn line(&mut self, bytes: &[u8]) {
        self.bytes.extend(bytes);
        self.bytes.push(b'\n');
    }
}

/// The words as one line: no line feed of theirs and no command reaches the printer.
fn clean(words: &str) -> String {
    printable(words).replace('\n', " ")
}

/// Words broken into lines of so many letters, between words where that can be.
fn folded(words: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in plain(words).split(' ') {
        let mut word: Vec<char> = word.chars().collect();
        let taken = |lines: &[String]| lines.last().map_or(0, |line| line.chars().count());
        let white = usize::from(taken(&lines) > 0);
        if taken(&lines) + white + word.len() > most && taken(&lines) > 0 {
            lines.push(String::new());
        } else if white > 0 {
            lines.last_mut().expect("there is one").push(' ');
        }
        while word.len() > most {
            let rest = word.split_off(most);
            lines.last_mut().expect("there is one").extend(word);
            lines.push(String::new());
            word = rest;
        }
        lines.last_mut().expect("there is one").extend(word);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_between_words_and_long_ones_broken() {
        assert_eq!(folded("The Odyssey, a new", 12), ["The Odyssey,", "a new"]);
        assert_eq!(folded("abcdefghij k", 4), ["abcd", "efgh", "ij k"]);
        assert_eq!(folded("", 4), [""]);
    }

    #[test]
    fn no_word_can_give_a_command() {
        assert_eq!(clean("a\u{1b}@b\nc"), "a@b c");
    }
}
