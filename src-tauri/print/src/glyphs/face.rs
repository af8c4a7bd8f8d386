//! One font file: what it covers, how its letters join, how wide they are. It chooses no letter's
//! face and embeds nothing.

use harfrust::font::{Blob, Font};
use harfrust::{
    Buffer, Direction, GlyphId, Language, Script, ShapeOptions, ShapePlan, ShaperFont, shape,
};
use read_fonts::model::glyph::outline::{DrawMemory, DrawOptions, PathSink};
use read_fonts::types::Tag;
use read_fonts::{FontRef, TableProvider};

use super::printable::is_inkless;
use crate::escpos::Outline;

/// A face.
pub(crate) struct Face {
    font: Font,
    data: Bytes,
    /// Which font of a collection.
    index: u32,
    /// Its name as PDF files give it.
    pub(crate) name: String,
    /// How much larger it is set than the style says.
    pub(crate) scale: f32,
}

/// Where a font's bytes are.
enum Bytes {
    Static(&'static [u8]),
    Owned(std::sync::Arc<Vec<u8>>),
}

/// A glyph as a face sets it, in ems of the style.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    /// To the glyph after it.
    pub(crate) advance: f32,
    /// Away from where it would stand.
    pub(crate) offset: (f32, f32),
    /// The byte of the text its cluster begins at.
    pub(crate) cluster: u32,
}

/// What a PDF says of a face as a whole, in thousandths of an em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct FaceMetrics {
    pub(crate) bounds: [f32; 4],
    pub(crate) ascent: f32,
    pub(crate) descent: f32,
    pub(crate) cap_height: f32,
    pub(crate) italic_angle: f32,
}

/// What a run of letters is shaped by, besides its face.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Manner {
    pub(crate) right_to_left: bool,
    /// The tag of its script.
    pub(crate) script: Option<[u8; 4]>,
}

impl Face {
    /// A face of the bundled files.
    pub(super) fn bundled(data: &'static [u8], scale: f32) -> Self {
        let font = Font::new(Blob::from(data), 0);
        Self {
            font: font.expect("the bundled font files are well formed"),
            name: name(data, 0),
            data: Bytes::Static(data),
            index: 0,
            scale,
        }
    }

    /// A face of other files, if it is one that may be embedded.
    pub(super) fn read(data: Vec<u8>, index: u32) -> Option<Self> {
        if !is_embeddable(&data, index) {
            return None;
        }
        let data = std::sync::Arc::new(data);
        let shared: std::sync::Arc<dyn AsRef<[u8]> + Send + Sync> = data.clone();
        let font = Font::new(Blob::from(shared), index)?;
        Some(Self {
            font,
            name: name(&data, index),
            data: Bytes::Owned(data),
            index,
            scale: 1.0,
        })
    }

    /// The file, and which of its fonts.
    pub(crate) fn file(&self) -> (&[u8], u32) {
        let data = match &self.data {
            Bytes::Static(data) => data,
            Bytes::Owned(data) => data.as_slice(),
        };
        (data, self.index)
    }

    /// Whether the face has outlines of PostScript's kind.
    pub(crate) fn is_postscript(&self) -> bool {
        let (data, index) = self.file();
        let font = FontRef::from_index(data, index);
        font.is_ok_and(|font| font.table_data(CFF).is_some())
    }

    /// Whether every letter and mark of a cluster has a glyph.
    pub(crate) fn covers(&self, cluster: &str) -> bool {
        let charmap = self.font.charmap();
        let has = |c: char| {
            charmap
                .map_unicode(c)
                .is_some_and(|glyph| glyph.to_u32() != 0)
        };
        cluster.chars().all(|c| is_inkless(c) || has(look_alike(c)))
    }

    /// The glyph of a letter.
    pub(crate) fn glyph(&self, c: char) -> Option<u16> {
        let glyph = self.font.charmap().map_unicode(c)?;
        u16::try_from(glyph.to_u32())
            .ok()
            .filter(|glyph| *glyph != 0)
    }

    /// The width a glyph has by itself, in thousandths of an em of the face's own size.
    pub(crate) fn width(&self, glyph: u16) -> f32 {
        let width = self
            .font
            .glyph_metrics()
            .h_advance(GlyphId::new(glyph.into()));
        width * 1000.0 / self.units()
    }

    /// How a run of this kind is to be shaped; made once and used again.
    pub(super) fn plan(&self, manner: &Manner, language: Option<&Language>) -> ShapePlan {
        ShapePlan::new(
            &self.font,
            manner.direction(),
            manner.script(),
            language,
            &[],
        )
    }

    /// The glyphs of `words`, from left to right; `plan` was made for `manner`.
    pub(super) fn shape(
        &self,
        words: &str,
        manner: &Manner,
        language: Option<&Language>,
        plan: &ShapePlan,
    ) -> Vec<Glyph> {
        let mut buffer = Buffer::new();
        for (at, c) in words.char_indices() {
            buffer.push(
                u32::from(look_alike(c)),
                u32::try_from(at).unwrap_or(u32::MAX),
            );
        }
        buffer.set_direction(manner.direction());
        buffer.set_script(manner.script());
        buffer.set_language(language.cloned());
        let font = ShaperFont::new(&self.font);
        let options = ShapeOptions::new().plan(Some(plan));
        if shape(&font, &mut buffer, options).is_err() {
            return Vec::new();
        }
        let units = self.units() / self.scale;
        let set = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
        set.map(|(glyph, place)| Glyph {
            id: u16::try_from(glyph.glyph_id).unwrap_or(0),
            advance: place.x_advance as f32 / units,
            offset: (place.x_offset as f32 / units, place.y_offset as f32 / units),
            cluster: glyph.cluster,
        })
        .collect()
    }

    /// What a PDF says of the face as a whole.
    pub(crate) fn metrics(&self) -> FaceMetrics {
        let metrics = self.font.metrics();
        let thousandths = |units: f64| (units * 1000.0 / f64::from(self.units())).round() as f32;
        let bounds = metrics.bounds;
        let line = metrics.h_line();
        let italic = self.font.style_metrics().italic_angle;
        let ascent = line.map_or(800.0, |line| thousandths(line.ascender.to_f64()));
        FaceMetrics {
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]
                .map(|edge| thousandths(edge.to_f64())),
            ascent,
            descent: line.map_or(-200.0, |line| thousandths(line.descender.to_f64())),
            cap_height: metrics
                .cap_height
                .map_or(ascent, |height| thousandths(height.to_f64())),
            italic_angle: italic.map_or(0.0, |angle| angle.to_f64() as f32),
        }
    }

    /// Draws a glyph at `size` units an em.
    pub(crate) fn draw(&self, glyph: u16, size: f32, outline: &mut Outline) {
        let glyphs = self.font.outline_glyphs();
        let Some(found) = glyphs.get(GlyphId::new(glyph.into())) else {
            return;
        };
        let options = DrawOptions::new().with_ppem(Some(size * self.scale));
        // A glyph that cannot be drawn leaves its place white.
        let _metrics = found.draw(&options, DrawMemory::Scratch, &mut Sink(outline));
    }

    fn units(&self) -> f32 {
        f32::from(self.font.units_per_em())
    }
}

/// Hands an outline on in the words of the crate that reads it.
struct Sink<'a>(&'a mut Outline);

impl PathSink for Sink<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(cx, cy, x, y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.curve_to((ax, ay), (bx, by), (x, y));
    }

    fn close(&mut self) {
        self.0.close();
    }
}

impl Manner {
    fn direction(&self) -> Direction {
        match self.right_to_left {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        }
    }

    fn script(&self) -> Option<Script> {
        self.script
            .and_then(|tag| Script::from_iso15924_tag(harfrust::Tag::new(&tag)))
    }

    /// The manner of words that run one way: their script is that of their first letter with one.
    pub(super) fn of(words: &str, right_to_left: bool) -> Self {
        let mut buffer = Buffer::new();
        buffer.push_str(words);
        buffer.guess_segment_properties();
        Self {
            right_to_left,
            script: buffer.script().map(|script| script.tag().to_be_bytes()),
        }
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

const CFF: Tag = Tag::new(b"CFF ");
const GLYF: Tag = Tag::new(b"glyf");

/// Whether the font has outlines that can be cut to a subset, and its maker lets them be embedded
/// (OpenType, OS/2, `fsType`: 2 alone forbids it).
pub(super) fn is_embeddable(data: &[u8], index: u32) -> bool {
    let Ok(font) = FontRef::from_index(data, index) else {
        return false;
    };
    let outlines = [GLYF, CFF]
        .iter()
        .any(|tag| font.table_data(*tag).is_some());
    outlines && font.os2().map_or(true, |os2| os2.fs_type() & 0xf != 2)
}

/// The font's PostScript name, of letters a PDF takes without ado.
fn name(data: &[u8], index: u32) -> String {
    let fallback = || "Unnamed".to_owned();
    let Ok(font) = FontRef::from_index(data, index) else {
        return fallback();
    };
    let Ok(names) = font.name() else {
        return fallback();
    };
    let postscript = names
        .name_record()
        .iter()
        .filter(|record| record.name_id().to_u16() == 6)
        .find_map(|record| record.string(names.string_data()).ok());
    let name: String = postscript.map_or_else(fallback, |name| {
        name.chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect()
    });
    if name.is_empty() { fallback() } else { name }
}
