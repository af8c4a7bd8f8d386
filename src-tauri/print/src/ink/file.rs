//! The finished file: pages, fonts and properties; puts nothing on a page and reads no clock.

use lopdf::{Dictionary, Object, StringFormat};
use printpdf::{Op, PdfDocument, PdfFont, PdfPage, PdfSaveOptions, Pt, Rect};

use crate::Created;
use crate::ink::brush::font_id;
use crate::ink::fonts::{Fonts, Weight};

/// What a reader shows as the file's properties.
pub(crate) struct Properties<'a> {
    pub(crate) title: &'a str,
    pub(crate) author: &'a str,
    pub(crate) subject: &'a str,
    pub(crate) language: &'a str,
    pub(crate) created: Created,
}

/// The bytes of a PDF of these pages, each a list of operators on `size` points of paper. The
/// same pages and properties give the same bytes.
pub(crate) fn file(
    fonts: &Fonts,
    size: (f32, f32),
    pages: Vec<Vec<Op>>,
    properties: &Properties<'_>,
) -> Vec<u8> {
    let mut document = PdfDocument::new(properties.title);
    for weight in [Weight::Regular, Weight::SemiBold] {
        let font = PdfFont::new(fonts.parsed(weight).clone());
        document.resources.fonts.map.insert(font_id(weight), font);
    }
    document.pages = pages.into_iter().map(|ops| page(size, ops)).collect();
    let mut file = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    // What the engine writes there says 1970, PDF 1.3 and an identifier drawn at random.
    file.version = "1.7".into();
    if let Some(Object::Reference(unused)) = file.trailer.remove(b"Info") {
        file.objects.remove(&unused);
    }
    let info = file.add_object(info(properties));
    file.trailer.set("Info", Object::Reference(info));
    file.trailer.set("ID", identifier(properties));
    if let Ok(catalog) = file.catalog_mut() {
        catalog.set("Lang", text(properties.language));
        let window = Dictionary::from_iter([("DisplayDocTitle", Object::Boolean(true))]);
        catalog.set("ViewerPreferences", Object::Dictionary(window));
    }
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)
        .expect("writing to memory cannot fail");
    bytes
}

fn page(size: (f32, f32), ops: Vec<Op>) -> PdfPage {
    let paper = || Rect::from_wh(Pt(size.0), Pt(size.1));
    PdfPage {
        media_box: paper(),
        trim_box: paper(),
        crop_box: paper(),
        ops,
    }
}

fn info(properties: &Properties<'_>) -> Dictionary {
    let mut info = Dictionary::new();
    let made = Object::String(date(properties.created).into_bytes(), StringFormat::Literal);
    info.set("CreationDate", made.clone());
    info.set("ModDate", made);
    info.set("Producer", text("Carrel"));
    info.set("Creator", text("Carrel"));
    let fields = [
        ("Title", properties.title),
        ("Author", properties.author),
        ("Subject", properties.subject),
    ];
    for (field, words) in fields.into_iter().filter(|(_, words)| !words.is_empty()) {
        info.set(field, text(words));
    }
    info
}

/// A date without a zone: local time, as PDF 32000-1 §7.9.4 lets it stand.
fn date(created: Created) -> String {
    let Created {
        year,
        month,
        day,
        hour,
        minute,
        second,
    } = created;
    format!("D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}")
}

fn text(words: &str) -> Object {
    if words.is_ascii() {
        return Object::String(words.as_bytes().to_vec(), StringFormat::Literal);
    }
    let units = words.encode_utf16().flat_map(u16::to_be_bytes);
    Object::String(
        [0xfe, 0xff].into_iter().chain(units).collect(),
        StringFormat::Hexadecimal,
    )
}

/// Two halves, as PDF 32000-1 §14.4 asks, of what tells this file from the last one.
fn identifier(properties: &Properties<'_>) -> Object {
    let seed = format!("{}{}", date(properties.created), properties.title);
    // FNV-1a: a name, not a secret.
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = seed.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    let twice = hash.to_be_bytes().repeat(2);
    let half = || Object::String(twice.clone(), StringFormat::Hexadecimal);
    Object::Array(vec![half(), half()])
}
