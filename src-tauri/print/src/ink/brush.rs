//! Words as operators: the glyphs of their faces, and boxes for what no face has. Breaks no line.

use std::rc::Rc;
use std::sync::Arc;

use printpdf::{Codepoint, DictItem, Op, PaintMode, Point, Pt, TextItem};

use crate::glyphs::{BOX_WIDTH, Cluster, Face, FaceKey, Fonts, Glyphs, Set, Shaped};
use crate::ink::embed::{Embedded, Reading};
use crate::ink::paint::{hundredth, rectangle, take};
use crate::ink::words::utf16;
use crate::layout::{BLACK, Pen, Style};

/// The height of the box for a missing letter: that of a capital, in ems.
const BOX_HEIGHT: f32 = 0.714;
/// White at each side of the box, in points.
const BOX_SIDE: f32 = 0.7;
/// A pen so far from where it is to be, in thousandths of an em, is moved: nobody sees less.
const ASTRAY: f32 = 0.5;

/// Sets words on one baseline, in points from the bottom of the page.
pub(crate) struct Brush<'a> {
    ops: &'a mut Vec<Op>,
    embedded: &'a mut Embedded,
    fonts: &'a Fonts,
    style: Style,
    /// The face that was set last.
    face: Option<(FaceKey, Arc<Face>)>,
    /// How much larger than the style it is set.
    scale: f32,
    /// Glyphs that are not written yet, each with how far the pen goes back after it.
    shown: Vec<Codepoint>,
    /// How far it goes back before the first of them.
    before: f32,
    /// Where the glyphs shown so far leave the pen, and where it is to be, in thousandths of an
    /// em from where the words begin.
    pen: f32,
    wanted: f32,
    /// How far above the baseline it is, in points.
    rise: f32,
}

impl<'a> Brush<'a> {
    pub(crate) fn new(
        ops: &'a mut Vec<Op>,
        embedded: &'a mut Embedded,
        fonts: &'a Fonts,
        style: Style,
    ) -> Self {
        Self {
            ops,
            embedded,
            fonts,
            style,
            face: None,
            scale: 1.0,
            shown: Vec::new(),
            before: 0.0,
            pen: 0.0,
            wanted: 0.0,
            rise: 0.0,
        }
    }

    /// Sets words from a point on. Whatever glyphs stand for them, they copy and search as they
    /// were written.
    pub(crate) fn words(mut self, at: (f32, f32), words: &[Rc<Shaped>]) {
        let pos = Point {
            x: Pt(hundredth(at.0)),
            y: Pt(hundredth(at.1)),
        };
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetTextCursor { pos });
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
        self.ops.push(Op::EndTextSection);
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
        let (space, own, _) = self.embedded.glyph(&face, key, space, Some(" "));
        let narrow = own * self.scale;
        self.begin_span(text);
        self.wanted = from;
        self.show(space, own);
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
        self.show(space, own);
        self.end_span();
        self.wanted = from + wide;
    }

    /// Opens a span that reads as `text`, whatever is set in it (PDF 32000-1 §14.9.4).
    fn begin_span(&mut self, text: &str) {
        self.flush();
        let said = DictItem::String {
            data: utf16(text),
            literal: false,
        };
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: "Span".into(),
            properties: DictItem::Dict {
                map: [("ActualText".to_owned(), said)].into(),
            },
        });
    }

    fn end_span(&mut self) {
        self.flush();
        self.ops.push(Op::EndMarkedContent);
    }

    fn draw_box(&mut self, x: f32, y: f32) {
        let pen = Pen {
            thick: 0.5,
            grey: BLACK,
        };
        take(self.ops, pen);
        let wide = BOX_WIDTH * self.style.size - 2.0 * BOX_SIDE;
        let high = BOX_HEIGHT * self.style.size;
        let at = (hundredth(x + BOX_SIDE), hundredth(y));
        self.ops
            .push(rectangle(at, (wide, high), PaintMode::Stroke));
    }

    fn take_up(&mut self, key: FaceKey) {
        if self.face.as_ref().is_none_or(|(last, _)| *last != key) {
            self.flush();
            let face = self.fonts.face(key);
            self.scale = face.scale;
            self.ops.push(Op::SetFont {
                font: Embedded::handle(key),
                size: Pt(hundredth(self.style.size * self.scale)),
            });
            self.face = Some((key, face));
        }
    }

    /// Shows a glyph so many thousandths of its face's em wide where the pen is wanted.
    fn show(&mut self, code: u16, width: f32) {
        let astray = self.wanted - self.pen;
        if astray.abs() >= ASTRAY {
            // An adjustment moves against the direction of reading (PDF 32000-1 §9.4.3).
            let back = hundredth(-astray / self.scale);
            match self.shown.last_mut() {
                Some(last) => last.offset = back,
                None => self.before = back,
            }
            self.pen -= back * self.scale;
        }
        // A reader goes on by the width that the file gives, which is whole.
        self.pen += width.round() * self.scale;
        self.wanted += width * self.scale;
        self.shown.push(Codepoint::new(code, 0.0));
    }

    /// Sets the next glyphs so many ems above the baseline.
    fn rise(&mut self, ems: f32) {
        let rise = hundredth(ems * self.style.size);
        if rise != self.rise {
            self.flush();
            self.ops.push(Op::SetLineOffset { multiplier: rise });
            self.rise = rise;
        }
    }

    fn flush(&mut self) {
        if self.shown.is_empty() {
            return;
        }
        let glyphs = TextItem::GlyphIds(std::mem::take(&mut self.shown));
        let before = std::mem::take(&mut self.before);
        let items = match before {
            0.0 => vec![glyphs],
            _ => vec![TextItem::Offset(before), glyphs],
        };
        self.ops.push(Op::ShowText { items });
    }
}
