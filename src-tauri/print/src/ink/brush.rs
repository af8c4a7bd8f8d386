//! Words as operators: the glyphs the face has, and boxes for those it lacks. Breaks no line.

use std::collections::BTreeMap;
use std::mem;

use printpdf::{
    DictItem, FontId, Op, PaintMode, PdfFontHandle, Pt, TextItem, TextMatrix, TextRenderingMode,
};

use crate::ink::fonts::{BOX_WIDTH, Fonts, Glyph, Weight};
use crate::ink::paint::{hundredth, rectangle, take};
use crate::layout::{BLACK, Pen, Style};

/// The height of the box for a missing glyph: that of a capital, in ems.
const BOX_HEIGHT: f32 = 0.714;
/// White at each side of the box, in points.
const BOX_SIDE: f32 = 0.7;

/// The name of a face in the file; its six capitals are also the tag of its subset.
pub(crate) fn font_id(weight: Weight) -> FontId {
    FontId(match weight {
        Weight::Regular => "REGULA".into(),
        Weight::SemiBold => "SEMIBO".into(),
    })
}

/// Sets words on one baseline, in points from the bottom of the page.
pub(crate) struct Brush<'a> {
    pub(crate) fonts: &'a Fonts,
    pub(crate) style: Style,
    pub(crate) y: f32,
}

impl Brush<'_> {
    /// Sets `words` from `x` on. Whatever glyph stands for a character, the text copies and
    /// searches as it was written.
    pub(crate) fn words(&self, ops: &mut Vec<Op>, mut x: f32, words: &str) {
        let mut own = String::new();
        for c in words.chars() {
            let glyph = self.fonts.glyph(c, self.style.weight);
            if glyph == Glyph::Own {
                own.push(c);
                continue;
            }
            x = self.own(ops, x, &mut own);
            ops.push(begin_span(c));
            match glyph {
                Glyph::Of(other) => self.show(ops, x, other.into()),
                Glyph::Own | Glyph::None => self.boxed(ops, x),
            }
            ops.push(Op::EndMarkedContent);
            x += self.width(c.encode_utf8(&mut [0; 4]));
        }
        self.own(ops, x, &mut own);
    }

    fn width(&self, words: &str) -> f32 {
        self.fonts.width(words, self.style.weight, self.style.size)
    }

    /// Sets the words gathered so far and gives the place after them.
    fn own(&self, ops: &mut Vec<Op>, x: f32, words: &mut String) -> f32 {
        if words.is_empty() {
            return x;
        }
        let after = x + self.width(words);
        self.show(ops, x, mem::take(words));
        after
    }

    fn show(&self, ops: &mut Vec<Op>, x: f32, words: String) {
        let font = PdfFontHandle::External(font_id(self.style.weight));
        ops.extend([
            Op::StartTextSection,
            Op::SetFont {
                font,
                size: Pt(self.style.size),
            },
            Op::SetTextMatrix {
                matrix: TextMatrix::Translate(Pt(hundredth(x)), Pt(self.y)),
            },
            Op::ShowText {
                items: vec![TextItem::Text(words)],
            },
            Op::EndTextSection,
        ]);
    }

    /// Draws the box for a missing glyph. An invisible replacement character as wide as the box
    /// lies in it, for the span's own text to hold on to.
    fn boxed(&self, ops: &mut Vec<Op>, x: f32) {
        let carrier = "\u{fffd}";
        let percent = BOX_WIDTH * self.style.size / self.width(carrier) * 100.0;
        ops.push(Op::SetTextRenderingMode {
            mode: TextRenderingMode::Invisible,
        });
        ops.push(Op::SetHorizontalScaling {
            percent: hundredth(percent),
        });
        self.show(ops, x, carrier.into());
        ops.push(Op::SetHorizontalScaling { percent: 100.0 });
        ops.push(Op::SetTextRenderingMode {
            mode: TextRenderingMode::Fill,
        });
        ops.extend(take(Pen {
            thick: 0.5,
            grey: BLACK,
        }));
        let size = (
            BOX_WIDTH * self.style.size - 2.0 * BOX_SIDE,
            BOX_HEIGHT * self.style.size,
        );
        ops.push(rectangle(
            (hundredth(x + BOX_SIDE), self.y),
            size,
            PaintMode::Stroke,
        ));
    }
}

/// Opens a span that reads as `c`, whatever is drawn in it (PDF 32000-1 §14.9.4).
fn begin_span(c: char) -> Op {
    let mut data = vec![0xfe, 0xff];
    data.extend(
        c.encode_utf16(&mut [0; 2])
            .iter()
            .flat_map(|unit| unit.to_be_bytes()),
    );
    let actual = DictItem::String {
        data,
        literal: false,
    };
    let map = BTreeMap::from([("ActualText".to_owned(), actual)]);
    Op::BeginMarkedContentWithProperties {
        tag: "Span".into(),
        properties: DictItem::Dict { map },
    }
}
