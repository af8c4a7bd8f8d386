//! Words as operators: the glyphs of their faces, and boxes for what no face has. Breaks no line.

use std::rc::Rc;
use std::sync::Arc;

use pdf_writer::{Content, Name, Str, TextStr};

use crate::glyphs::{BOX_WIDTH, Cluster, Face, FaceKey, Fonts, Glyphs, Set, Shaped};
use crate::ink::embed::{Embedded, Reading};
use crate::ink::paint::{hundredth, take};
use crate::layout::{BLACK, Pen, Style};

/// The height of the box for a missing letter: that of a capital, in ems.
const BOX_HEIGHT: f32 = 0.714;
/// White at each side of the box, in points.
const BOX_SIDE: f32 = 0.7;

/// Sets words on one baseline, in points from the bottom of the page.
pub(crate) struct Brush<'a> {
    content: &'a mut Content,
    embedded: &'a mut Embedded,
    fonts: &'a Fonts,
    style: Style,
    /// The face that was set last.
    face: Option<(FaceKey, Arc<Face>)>,
    /// Codes and adjustments that are not written yet.
    shown: Vec<Shown>,
    /// Where the glyphs shown so far leave the pen, and where it is to be, in thousandths of an
    /// em from where the words begin.
    pen: f32,
    wanted: f32,
    /// How far above the baseline it is, in points.
    rise: f32,
}

enum Shown {
    Codes(Vec<u8>),
    Back(f32),
}

impl<'a> Brush<'a> {
    pub(crate) fn new(
        content: &'a mut Content,
        embedded: &'a mut Embedded,
        fonts: &'a Fonts,
        style: Style,
    ) -> Self {
        Self {
            content,
            embedded,
            fonts,
            style,
            face: None,
            shown: Vec::new(),
            pen: 0.0,
            wanted: 0.0,
            rise: 0.0,
        }
    }

    /// Sets words from a point on. Whatever glyphs stand for them, they copy and search as they
    /// were written.
    pub(crate) fn words(mut self, at: (f32, f32), words: &[Rc<Shaped>]) {
        self.content.begin_text();
        let place = [1.0, 0.0, 0.0, 1.0, hundredth(at.0), hundredth(at.1)];
        self.content.set_text_matrix(place);
        let mut boxes = Vec::new();
        for shaped in words {
            for cluster in &shaped.clusters {
                if cluster.face.is_none() {
                    boxes.push(at.0 + self.wanted * self.style.size / 1000.0);
                }
                self.cluster(shaped, cluster);
            }
        }
        self.flush();
        self.content.end_text();
        for x in boxes {
            self.draw_box(x, at.1);
        }
    }

    fn cluster(&mut self, shaped: &Shaped, cluster: &Cluster) {
        let text = shaped.text_of(cluster);
        self.take_up(cluster.face.unwrap_or(Fonts::main(self.style.weight)));
        let turned = shaped.right_to_left && text.chars().nth(1).is_some();
        match &cluster.glyphs {
            Glyphs::One(glyph) if !turned => self.single(*glyph, text),
            Glyphs::One(_) | Glyphs::Many(_) if turned => self.letters(text, cluster),
            Glyphs::One(_) | Glyphs::Many(_) => {
                let wide = cluster.width * 1000.0;
                self.span(text, self.wanted, wide, Some(cluster));
            }
        }
    }

    /// A glyph that stands where it would.
    fn single(&mut self, glyph: u16, text: &str) {
        let Some((key, face)) = self.face.clone() else {
            return;
        };
        let (code, width, reading) = self.embedded.glyph(&face, key, glyph, Some(text));
        if reading == Reading::Right {
            return self.show(code, width);
        }
        self.begin_span(text);
        self.show(code, width);
        self.end_span();
    }

    /// A cluster of several letters that run from right to left. Readers turn such letters round
    /// by one, so each gets a span of its own, from left to right as all others stand; the first
    /// letter, which comes last, has the ink.
    fn letters(&mut self, text: &str, cluster: &Cluster) {
        let letters: Vec<char> = text.chars().collect();
        let wide = cluster.width * 1000.0 / letters.len() as f32;
        let from = self.wanted;
        for (at, letter) in letters.iter().rev().enumerate() {
            let ink = (at + 1 == letters.len()).then_some(cluster);
            let letter = letter.encode_utf8(&mut [0; 4]).to_owned();
            self.span(&letter, from + wide * at as f32, wide, ink);
        }
    }

    /// A span from a place on, in thousandths of an em, that reads as `text`, with the glyphs of
    /// a cluster that ends with it. An invisible space at each end tells a reader how wide it is.
    fn span(&mut self, text: &str, from: f32, wide: f32, ink: Option<&Cluster>) {
        let Some((key, face)) = self.face.clone() else {
            return;
        };
        let space = face.glyph(' ').unwrap_or_default();
        let (space, narrow, _) = self.embedded.glyph(&face, key, space, Some(" "));
        self.begin_span(text);
        self.wanted = from;
        self.show(space, narrow);
        if let Some(cluster) = ink {
            let mut at = from + wide - cluster.width * 1000.0;
            let glyphs = match &cluster.glyphs {
                Glyphs::One(glyph) => &[Set::plain(*glyph, cluster.width)][..],
                Glyphs::Many(glyphs) => glyphs,
            };
            for glyph in glyphs {
                let (code, width, _) = self.embedded.glyph(&face, key, glyph.id, None);
                self.rise(glyph.offset.1);
                self.wanted = at + glyph.offset.0 * 1000.0;
                self.show(code, width);
                at += glyph.advance * 1000.0;
            }
            self.rise(0.0);
        }
        self.wanted = from + wide - narrow;
        self.show(space, narrow);
        self.end_span();
        self.wanted = from + wide;
    }

    /// Opens a span that reads as `text`, whatever is set in it (PDF 32000-1 §14.9.4).
    fn begin_span(&mut self, text: &str) {
        self.flush();
        self.content
            .begin_marked_content_with_properties(Name(b"Span"))
            .properties()
            .actual_text(TextStr(text));
    }

    fn end_span(&mut self) {
        self.flush();
        self.content.end_marked_content();
    }

    fn draw_box(&mut self, x: f32, y: f32) {
        let pen = Pen {
            thick: 0.5,
            grey: BLACK,
        };
        take(self.content, pen);
        let wide = BOX_WIDTH * self.style.size - 2.0 * BOX_SIDE;
        let high = BOX_HEIGHT * self.style.size;
        self.content
            .rect(
                hundredth(x + BOX_SIDE),
                hundredth(y),
                hundredth(wide),
                hundredth(high),
            )
            .stroke();
    }

    fn take_up(&mut self, key: FaceKey) {
        if self.face.as_ref().is_none_or(|(last, _)| *last != key) {
            self.flush();
            let name = Embedded::resource(key);
            self.content
                .set_font(Name(&name), hundredth(self.style.size));
            self.face = Some((key, self.fonts.face(key)));
        }
    }

    /// Shows a glyph so many thousandths of an em wide where the pen is wanted.
    fn show(&mut self, code: u16, width: f32) {
        let astray = self.wanted - self.pen;
        if astray.abs() >= 0.05 {
            // An adjustment moves against the direction of reading (PDF 32000-1 §9.4.3).
            self.shown.push(Shown::Back(hundredth(-astray)));
        }
        self.pen = self.wanted + width;
        self.wanted = self.pen;
        let bytes = code.to_be_bytes();
        match self.shown.last_mut() {
            Some(Shown::Codes(codes)) => codes.extend(bytes),
            Some(Shown::Back(_)) | None => self.shown.push(Shown::Codes(bytes.to_vec())),
        }
    }

    /// Sets the next glyphs so many ems above the baseline.
    fn rise(&mut self, ems: f32) {
        let rise = hundredth(ems * self.style.size);
        if rise != self.rise {
            self.flush();
            self.content.set_rise(rise);
            self.rise = rise;
        }
    }

    fn flush(&mut self) {
        let shown = std::mem::take(&mut self.shown);
        match shown.as_slice() {
            [] => {}
            [Shown::Codes(codes)] => {
                self.content.show(Str(codes));
            }
            [..] => {
                let mut positioned = self.content.show_positioned();
                let mut items = positioned.items();
                for one in &shown {
                    match one {
                        Shown::Codes(codes) => items.show(Str(codes)),
                        Shown::Back(amount) => items.adjust(*amount),
                    };
                }
            }
        }
    }
}
