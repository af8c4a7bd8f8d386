//! The faces a file holds: which of their glyphs were used, and what those read as. It lays
//! nothing out.

use std::collections::BTreeMap;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Chunk, Filter, Finish, Name, Rect, Ref, Str};
use subsetter::{GlyphRemapper, subset};

use crate::glyphs::{Face, FaceKey, Fonts};
use crate::ink::file::packed;

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

/// What names the registry of characters of a font that is numbered by itself.
const IDENTITY: SystemInfo<'_> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

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

    /// The name of a face among a page's resources.
    pub(crate) fn resource(key: FaceKey) -> Vec<u8> {
        format!("F{}", key.0).into_bytes()
    }

    /// Writes the faces, and gives for each its resource's name and its object.
    pub(crate) fn write(
        &self,
        chunk: &mut Chunk,
        next: &mut Ref,
        fonts: &Fonts,
    ) -> Vec<(Vec<u8>, Ref)> {
        let face = |(key, used): (&FaceKey, &Used)| {
            let font = next.bump();
            used.write(chunk, next, font, &fonts.face(*key), *key);
            (Self::resource(*key), font)
        };
        self.faces.iter().map(face).collect()
    }
}

impl Used {
    fn write(&self, chunk: &mut Chunk, next: &mut Ref, font: Ref, face: &Face, key: FaceKey) {
        let [descendant, descriptor, program, unicode] = [(); 4].map(|()| next.bump());
        let name = format!("{}+{}", tag(key), face.name);
        let postscript = face.is_postscript();
        chunk
            .type0_font(font)
            .base_font(Name(name.as_bytes()))
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(descendant)
            .to_unicode(unicode);
        let mut cid = chunk.cid_font(descendant);
        cid.subtype(match postscript {
            true => CidFontType::Type0,
            false => CidFontType::Type2,
        });
        cid.base_font(Name(name.as_bytes()))
            .system_info(IDENTITY)
            .font_descriptor(descriptor)
            .default_width(0.0);
        if !postscript {
            cid.cid_to_gid_map_predefined(Name(b"Identity"));
        }
        let widths = self.meanings.iter().map(|meaning| meaning.width);
        cid.widths().consecutive(0, widths);
        cid.finish();
        let metrics = face.metrics();
        let [left, low, right, high] = metrics.bounds;
        let mut described = chunk.font_descriptor(descriptor);
        described
            .name(Name(name.as_bytes()))
            .flags(FontFlags::SYMBOLIC)
            .bbox(Rect::new(left, low, right, high))
            .italic_angle(metrics.italic_angle)
            .ascent(metrics.ascent)
            .descent(metrics.descent)
            .cap_height(metrics.cap_height)
            .stem_v(80.0);
        match postscript {
            true => described.font_file3(program),
            false => described.font_file2(program),
        };
        described.finish();
        self.program(chunk, program, face);
        self.unicode(chunk, unicode);
    }

    /// The font itself, cut down to the glyphs that were used.
    fn program(&self, chunk: &mut Chunk, id: Ref, face: &Face) {
        let (data, index) = face.file();
        // A font that cannot be cut was never chosen for its outlines; whole, it is still right.
        let cut = subset(data, index, &self.glyphs).unwrap_or_else(|_| data.to_vec());
        let outlines = match face.is_postscript() {
            true => table(&cut, *b"CFF ").unwrap_or(&cut),
            false => &cut,
        };
        let bytes = packed(outlines);
        let mut stream = chunk.stream(id, &bytes);
        stream.filter(Filter::FlateDecode);
        if face.is_postscript() {
            stream.pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
        } else {
            stream.pair(Name(b"Length1"), i32::try_from(outlines.len()).unwrap_or(0));
        }
    }

    /// What each glyph reads as.
    fn unicode(&self, chunk: &mut Chunk, id: Ref) {
        let mut map: UnicodeCmap<u16> = UnicodeCmap::new(Name(b"Custom"), IDENTITY);
        for (number, meaning) in self.meanings.iter().enumerate() {
            if let (Ok(number), Some(text)) = (u16::try_from(number), &meaning.text) {
                map.pair_with_multiple(number, text.chars());
            }
        }
        let bytes = packed(&map.finish());
        chunk.stream(id, &bytes).filter(Filter::FlateDecode);
    }
}

/// The six capitals before the name of a subset: one face, one tag.
fn tag(key: FaceKey) -> String {
    let letter = |place: u32| char::from(b'A' + (u32::from(key.0) / 26u32.pow(place) % 26) as u8);
    let digits: String = (0..4).rev().map(letter).collect();
    format!("CA{digits}")
}

/// One table of a font file (OpenType, "Table Directory").
fn table(font: &[u8], wanted: [u8; 4]) -> Option<&[u8]> {
    let number = |at: usize, bytes: usize| {
        let part = font.get(at..at + bytes)?;
        Some(
            part.iter()
                .fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte)),
        )
    };
    let tables = number(4, 2)?;
    (0..tables).map(|at| 12 + at * 16).find_map(|entry| {
        if font.get(entry..entry + 4)? != wanted {
            return None;
        }
        let (from, length) = (number(entry + 8, 4)?, number(entry + 12, 4)?);
        font.get(from..from + length)
    })
}
