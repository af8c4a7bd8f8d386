//! The faces a file holds: which of their glyphs were used, and what those read as. It lays
//! nothing out.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, FontId, FontMetrics, FontType, Op, ParsedFont, PdfFont, PdfFontHandle, PdfFontMap,
    PdfFontMetricsStub, Pt, TextItem,
};
use subsetter::{GlyphRemapper, subset};

use crate::glyphs::{Face, FaceKey, Fonts};

/// The faces used so far.
#[derive(Default)]
pub(crate) struct Embedded {
    faces: BTreeMap<FaceKey, Used>,
}

/// What was used of one face.
struct Used {
    glyphs: GlyphRemapper,
    /// By the glyph's number in the subset: what it reads as, and its width.
    meanings: Vec<Meaning>,
}

#[derive(Clone, Default)]
struct Meaning {
    text: Option<Box<str>>,
    width: f32,
}

/// Whether a glyph by itself reads as it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    Right,
    /// Elsewhere it stands for something else, so that here it must be said what it stands for.
    Other,
}

impl Embedded {
    /// The number in the file of a face's glyph that is to read as `text`, and its width in
    /// thousandths of an em.
    pub(crate) fn glyph(
        &mut self,
        face: &Face,
        key: FaceKey,
        glyph: u16,
        text: Option<&str>,
    ) -> (u16, f32, Reading) {
        let used = self.faces.entry(key).or_insert_with(|| Used {
            glyphs: GlyphRemapper::new(),
            meanings: vec![Meaning::default()],
        });
        let number = used.glyphs.remap(glyph);
        let at = usize::from(number);
        if used.meanings.len() <= at {
            used.meanings.resize(at + 1, Meaning::default());
            used.meanings[at].width = face.width(glyph);
        }
        let meaning = &mut used.meanings[at];
        let reading = match (&meaning.text, text) {
            (Some(known), Some(text)) if **known == *text => Reading::Right,
            (None, Some(text)) => {
                meaning.text = Some(text.into());
                Reading::Right
            }
            (Some(_) | None, None) | (Some(_), Some(_)) => Reading::Other,
        };
        (number, meaning.width, reading)
    }

    /// What a page calls a face by.
    pub(crate) fn handle(key: FaceKey) -> PdfFontHandle {
        PdfFontHandle::External(name(key))
    }

    /// The faces, each cut down to the glyphs that were used.
    pub(crate) fn faces(&self, fonts: &Fonts) -> PdfFontMap {
        let face = |(key, used): (&FaceKey, &Used)| {
            let cut = used.cut(*key, &fonts.face(*key));
            (name(*key), PdfFont::new(cut))
        };
        PdfFontMap {
            map: self.faces.iter().map(face).collect(),
        }
    }

    /// Every glyph that was used once, with what it reads as: the pages that use them are written
    /// already, and it is by such a page that the faces' widths and readings are told.
    pub(crate) fn type_case(&self) -> Vec<Op> {
        let mut ops = vec![Op::StartTextSection];
        for (key, used) in &self.faces {
            let size = Pt(1.0);
            ops.push(Op::SetFont {
                font: Self::handle(*key),
                size,
            });
            let glyph = |(number, meaning): (u16, &Meaning)| {
                let reads = meaning.text.as_deref().unwrap_or_default();
                Codepoint::with_cid(number, 0.0, reads.to_owned())
            };
            let glyphs = (0..=u16::MAX).zip(&used.meanings).map(glyph);
            ops.push(Op::ShowText {
                items: vec![TextItem::GlyphIds(glyphs.collect())],
            });
        }
        ops.push(Op::EndTextSection);
        ops
    }
}

impl Used {
    /// The face cut down, measured in thousandths of an em.
    fn cut(&self, key: FaceKey, face: &Face) -> ParsedFont {
        let (data, index) = face.file();
        // A font that cannot be cut was never chosen for its outlines; whole, it is still right.
        let bytes = subset(data, index, &self.glyphs).unwrap_or_else(|_| data.to_vec());
        let metrics = face.metrics();
        let [left, low, right, high] = metrics.bounds.map(|edge| edge as i16);
        let widths = self.meanings.iter().map(|meaning| meaning.width.round());
        ParsedFont {
            original_bytes: bytes,
            font_index: 0,
            font_name: Some(format!("{}+{}", tag(key), face.name)),
            codepoint_to_glyph: BTreeMap::new(),
            glyph_widths: (0..=u16::MAX)
                .zip(widths.map(|width| width as u16))
                .collect(),
            units_per_em: 1000,
            font_metrics: FontMetrics {
                ascent: metrics.ascent as i16,
                descent: metrics.descent as i16,
            },
            font_type: match face.is_postscript() {
                true => FontType::OpenTypeCFF(()),
                false => FontType::TrueType,
            },
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em: 1000,
                x_min: left,
                y_min: low,
                x_max: right,
                y_max: high,
                ..PdfFontMetricsStub::default()
            },
        }
    }
}

/// The name of a face among a file's.
fn name(key: FaceKey) -> FontId {
    FontId(format!("N{}", key.0))
}

/// The six capitals before the name of a subset: one face, one tag.
fn tag(key: FaceKey) -> String {
    let letter = |place: u32| char::from(b'A' + (u32::from(key.0) / 26u32.pow(place) % 26) as u8);
    let digits: String = (0..4).rev().map(letter).collect();
    format!("CA{digits}")
}
