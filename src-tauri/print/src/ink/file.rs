//! The finished file: pages, faces and properties; puts nothing on a page and reads no clock.

use std::panic::resume_unwind;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat};
use printpdf::{Op, PdfDocument, PdfPage, PdfSaveOptions, Pt, Rect};

use crate::Created;
use crate::glyphs::Fonts;
use crate::ink::embed::Embedded;
use crate::ink::outline::{Bookmark, outline};
use crate::ink::words::string;

/// What a reader shows as the file's properties.
pub(crate) struct Properties<'a> {
    pub(crate) title: &'a str,
    pub(crate) author: &'a str,
    pub(crate) subject: &'a str,
    pub(crate) language: &'a str,
    pub(crate) created: Created,
}

/// A page: what was written already, then what is on this page alone.
pub(crate) struct Page {
    pub(crate) parts: Vec<Part>,
    pub(crate) ops: Vec<Op>,
}

/// A part of pages that is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part(usize);

/// So many parts wait to be written before the next one is laid out.
const AHEAD: usize = 4;

/// Gathers pages and writes them as a file. Pages and properties decide every byte.
///
/// A part is written and packed as soon as it is full, by a thread beside the one that lays out the
/// next: as operations a thousand pages would fill a small PC's memory.
pub(crate) struct Press {
    sent: SyncSender<Vec<Op>>,
    parts: usize,
    written: JoinHandle<Vec<Stream>>,
}

impl Press {
    pub(crate) fn start() -> Self {
        let (sent, taken) = sync_channel(AHEAD);
        let written = thread::spawn(move || taken.into_iter().map(write).collect());
        Self {
            sent,
            parts: 0,
            written,
        }
    }

    /// Takes a part of pages that may be on several.
    pub(crate) fn part(&mut self, ops: Vec<Op>) -> Part {
        // Where the thread has died, the end tells.
        let _sent = self.sent.send(ops);
        self.parts += 1;
        Part(self.parts - 1)
    }

    /// The bytes of the file with these pages on `size` points of paper.
    pub(crate) fn finish(
        self,
        pages: Vec<Page>,
        bookmarks: &[Bookmark],
        size: (f32, f32),
        embedded: &Embedded,
        fonts: &Fonts,
        properties: &Properties<'_>,
    ) -> Vec<u8> {
        let mut parts = Vec::with_capacity(pages.len());
        let mut printed = PdfDocument::new(properties.title);
        printed.resources.fonts = embedded.faces(fonts);
        for Page {
            parts: written,
            ops,
        } in pages
        {
            parts.push(written);
            printed.pages.push(page(size, ops));
        }
        printed.pages.push(page(size, embedded.type_case()));
        let mut file = laid_out(&printed);
        drop(printed);
        file.version = "1.7".into();
        let ids = put_in(&mut file, self.written(), &parts);
        let outline = outline(&mut file, bookmarks, &ids);
        if let Ok(catalog) = file.catalog_mut() {
            catalog.remove(b"PageLayout");
            if let Some(outline) = outline {
                catalog.set("Outlines", outline);
            }
            if !properties.language.is_empty() {
                catalog.set("Lang", string(properties.language));
            }
            let shown = Dictionary::from_iter([("DisplayDocTitle", true.into())]);
            catalog.set("ViewerPreferences", shown);
        }
        properties.put_in(&mut file);
        file.compress();
        let mut bytes = Vec::new();
        // Nothing is short of room in memory, and no object is of a kind that cannot be written.
        let _written = file.save_to(&mut bytes);
        bytes
    }

    /// The streams of all parts, in their order.
    fn written(self) -> Vec<Stream> {
        drop(self.sent);
        match self.written.join() {
            Ok(streams) => streams,
            Err(panic) => resume_unwind(panic),
        }
    }
}

/// Puts what was written already on its pages, takes the type case out, and gives the pages.
fn put_in(file: &mut Document, written: Vec<Stream>, parts: &[Vec<Part>]) -> Vec<ObjectId> {
    let written = written.into_iter();
    let written: Vec<ObjectId> = written.map(|part| file.add_object(part)).collect();
    let mut ids: Vec<ObjectId> = file.page_iter().collect();
    if let Some(case) = ids.pop() {
        drop_page(file, case);
    }
    for (id, parts) in ids.iter().zip(parts) {
        let Ok(page) = file.get_dictionary_mut(*id) else {
            continue;
        };
        let mut contents: Vec<Object> = parts.iter().map(|part| written[part.0].into()).collect();
        contents.extend(page.get(b"Contents").cloned());
        page.set("Contents", contents);
        for needless in ["TrimBox", "CropBox", "Annots"] {
            page.remove(needless.as_bytes());
        }
    }
    ids
}

/// Operations as a page's packed stream.
fn write(ops: Vec<Op>) -> Stream {
    let mut draft = PdfDocument::new("");
    draft.pages.push(page((0.0, 0.0), ops));
    // A draft has no faces: its one stream is the page's.
    let stream = laid_out(&draft).objects.into_values().find_map(|object| {
        let Object::Stream(stream) = object else {
            return None;
        };
        Some(stream)
    });
    let mut stream = stream.unwrap_or_else(|| Stream::new(Dictionary::new(), Vec::new()));
    // A stream that could not be packed is still right.
    let _packed = stream.compress();
    stream
}

/// The document as objects.
fn laid_out(printed: &PdfDocument) -> Document {
    // What it warns of is faces without a file, of which there are none.
    printed.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new())
}

fn page(size: (f32, f32), ops: Vec<Op>) -> PdfPage {
    let area = || Rect::from_wh(Pt(size.0), Pt(size.1));
    PdfPage {
        media_box: area(),
        trim_box: area(),
        crop_box: area(),
        ops,
    }
}

/// Takes the last page out of the file.
fn drop_page(file: &mut Document, page: ObjectId) {
    let Some(Object::Dictionary(page)) = file.objects.remove(&page) else {
        return;
    };
    for key in [b"Contents".as_slice(), b"Resources"] {
        if let Ok(id) = page.get(key).and_then(Object::as_reference) {
            file.objects.remove(&id);
        }
    }
    let tree = page.get(b"Parent").and_then(Object::as_reference);
    let tree = tree.and_then(|tree| file.get_dictionary_mut(tree));
    if let Ok(tree) = tree
        && let Ok(kids) = tree.get_mut(b"Kids").and_then(Object::as_array_mut)
    {
        kids.pop();
        let count = kids.len() as i64;
        tree.set("Count", count);
    }
}

impl Properties<'_> {
    fn put_in(&self, file: &mut Document) {
        let mut info = Dictionary::new();
        let made = Object::String(date(self.created).into(), StringFormat::Literal);
        info.set("CreationDate", made.clone());
        info.set("ModDate", made);
        let said = [
            ("Title", self.title),
            ("Author", self.author),
            ("Subject", self.subject),
            ("Producer", "Carrel"),
            ("Creator", "Carrel"),
        ];
        for (key, words) in said {
            if !words.is_empty() {
                info.set(key, string(words));
            }
        }
        if let Ok(id) = file.trailer.get(b"Info").and_then(Object::as_reference) {
            file.set_object(id, info);
        }
        let name = Object::String(identifier(self), StringFormat::Hexadecimal);
        file.trailer.set("ID", vec![name.clone(), name]);
    }
}

/// A date without a zone: local time, as PDF 32000-1 §7.9.4 lets it stand.
fn date(created: Created) -> String {
    format!(
        "D:{:04}{:02}{:02}{:02}{:02}{:02}",
        created.year, created.month, created.day, created.hour, created.minute, created.second
    )
}

/// What tells this file from the last one (PDF 32000-1 §14.4).
fn identifier(properties: &Properties<'_>) -> Vec<u8> {
    let seed = format!("{:?}{}", properties.created, properties.title);
    // FNV-1a: a name, not a secret.
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = seed.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    hash.to_be_bytes().repeat(2)
}
