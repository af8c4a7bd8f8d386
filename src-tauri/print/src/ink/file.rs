//! The finished file: pages, faces and properties; puts nothing on a page and reads no clock.

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::PageMode;
use pdf_writer::{Chunk, Content, Date, Filter, Finish, Name, Pdf, Rect, Ref, Settings, TextStr};

use crate::glyphs::Fonts;
use crate::ink::embed::Embedded;
use crate::{Created, Rank};

/// What a reader shows as the file's properties.
pub(crate) struct Properties<'a> {
    pub(crate) title: &'a str,
    pub(crate) author: &'a str,
    pub(crate) subject: &'a str,
    pub(crate) language: &'a str,
    pub(crate) created: Created,
}

/// A place that a bookmark leads to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bookmark {
    /// The lower, the further out.
    pub(crate) rank: Rank,
    pub(crate) words: String,
    /// The page, from 0.
    pub(crate) page: usize,
    /// Points from the bottom of the page.
    pub(crate) y: f32,
}

/// Gathers pages and writes them as a file. Pages and properties decide every byte.
pub(crate) struct Press {
    pdf: Pdf,
    next: Ref,
    catalog: Ref,
    tree: Ref,
    resources: Ref,
}

const SETTINGS: Settings = Settings { pretty: false };

/// How hard pages are packed, of 10: beyond this a page takes much longer for little.
const EFFORT: u8 = 6;

/// Packs a stream's bytes.
pub(crate) fn packed(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec_zlib(bytes, EFFORT)
}

/// A page's operators without white space that only people want.
pub(crate) fn blank() -> Content {
    Content::with_settings(SETTINGS)
}

impl Press {
    pub(crate) fn new() -> Self {
        let mut next = Ref::new(1);
        let [catalog, tree, resources] = [(); 3].map(|()| next.bump());
        let mut pdf = Pdf::with_settings(SETTINGS);
        pdf.set_version(1, 7);
        Self {
            pdf,
            next,
            catalog,
            tree,
            resources,
        }
    }

    /// Writes a part of pages that may be on several, and gives its object.
    pub(crate) fn part(&mut self, content: Content) -> Ref {
        let id = self.next.bump();
        let bytes = packed(&content.finish());
        self.pdf.stream(id, &bytes).filter(Filter::FlateDecode);
        id
    }

    /// The bytes of the file with these pages, each a list of its parts on `size` points of paper.
    pub(crate) fn finish(
        mut self,
        pages: &[Vec<Ref>],
        bookmarks: &[Bookmark],
        size: (f32, f32),
        embedded: &Embedded,
        fonts: &Fonts,
        properties: &Properties<'_>,
    ) -> Vec<u8> {
        let ids: Vec<Ref> = pages.iter().map(|_| self.next.bump()).collect();
        for (id, parts) in ids.iter().zip(pages) {
            let mut page = self.pdf.page(*id);
            page.parent(self.tree)
                .media_box(Rect::new(0.0, 0.0, size.0, size.1))
                .contents_array(parts.iter().copied())
                .pair(Name(b"Resources"), self.resources);
        }
        let count = i32::try_from(ids.len()).unwrap_or(i32::MAX);
        let outline = self.outline(bookmarks, &ids);
        self.pdf.pages(self.tree).kids(ids).count(count);
        self.faces(embedded, fonts);
        let tree = self.tree;
        let mut catalog = self.pdf.catalog(self.catalog);
        catalog.pages(tree).page_mode(PageMode::UseNone);
        if let Some(outline) = outline {
            catalog.outlines(outline);
        }
        if !properties.language.is_empty() {
            catalog.lang(TextStr(properties.language));
        }
        catalog.viewer_preferences().display_doc_title(true);
        catalog.finish();
        self.properties(properties);
        self.pdf.finish()
    }

    /// Writes the bookmarks, each below the last one of a higher rank.
    fn outline(&mut self, bookmarks: &[Bookmark], pages: &[Ref]) -> Option<Ref> {
        if bookmarks.is_empty() {
            return None;
        }
        let root = self.next.bump();
        let ids: Vec<Ref> = bookmarks.iter().map(|_| self.next.bump()).collect();
        let family = Family::of(bookmarks);
        for (at, bookmark) in bookmarks.iter().enumerate() {
            let mut item = self.pdf.outline_item(ids[at]);
            item.title(TextStr(&bookmark.words))
                .parent(family.parent[at].map_or(root, |parent| ids[parent]));
            let siblings = family.children(family.parent[at]);
            let place = siblings.binary_search(&at).unwrap_or_default();
            if let Some(before) = place.checked_sub(1).and_then(|before| siblings.get(before)) {
                item.prev(ids[*before]);
            }
            if let Some(after) = siblings.get(place + 1) {
                item.next(ids[*after]);
            }
            let children = family.children(Some(at));
            if let (Some(first), Some(last)) = (children.first(), children.last()) {
                let count = i32::try_from(children.len()).unwrap_or(i32::MAX);
                // Below zero: closed until somebody opens it (PDF 32000-1 §12.3.3).
                item.first(ids[*first]).last(ids[*last]).count(-count);
            }
            if let Some(page) = pages.get(bookmark.page) {
                item.dest().page(*page).xyz(0.0, bookmark.y, None);
            }
        }
        let outermost = family.children(None);
        if let (Some(first), Some(last)) = (outermost.first(), outermost.last()) {
            let count = i32::try_from(outermost.len()).unwrap_or(i32::MAX);
            let mut outline = self.pdf.outline(root);
            outline.first(ids[*first]).last(ids[*last]).count(count);
        }
        Some(root)
    }

    fn faces(&mut self, embedded: &Embedded, fonts: &Fonts) {
        let mut chunk = Chunk::with_settings(SETTINGS);
        let faces = embedded.write(&mut chunk, &mut self.next, fonts);
        self.pdf.extend(&chunk);
        let mut resources = self.pdf.indirect(self.resources).dict();
        let mut named = resources.insert(Name(b"Font")).dict();
        for (name, id) in faces {
            named.pair(Name(&name), id);
        }
    }

    fn properties(&mut self, properties: &Properties<'_>) {
        let id = self.next.bump();
        let made = date(properties.created);
        let mut info = self.pdf.document_info(id);
        info.creation_date(made)
            .modified_date(made)
            .producer(TextStr("Carrel"))
            .creator(TextStr("Carrel"));
        if !properties.title.is_empty() {
            info.title(TextStr(properties.title));
        }
        if !properties.author.is_empty() {
            info.author(TextStr(properties.author));
        }
        if !properties.subject.is_empty() {
            info.subject(TextStr(properties.subject));
        }
        info.finish();
        let name = identifier(properties);
        self.pdf.set_file_id((name.clone(), name));
    }
}

/// Which bookmark is below which.
struct Family {
    parent: Vec<Option<usize>>,
    /// The outermost first, then the children of each.
    children: Vec<Vec<usize>>,
}

impl Family {
    fn of(bookmarks: &[Bookmark]) -> Self {
        let mut family = Self {
            parent: Vec::new(),
            children: vec![Vec::new(); bookmarks.len() + 1],
        };
        let mut above: Vec<usize> = Vec::new();
        for (at, bookmark) in bookmarks.iter().enumerate() {
            while above
                .last()
                .is_some_and(|last| bookmarks[*last].rank >= bookmark.rank)
            {
                above.pop();
            }
            let parent = above.last().copied();
            family.parent.push(parent);
            family.children[parent.map_or(0, |parent| parent + 1)].push(at);
            above.push(at);
        }
        family
    }

    fn children(&self, of: Option<usize>) -> &[usize] {
        &self.children[of.map_or(0, |parent| parent + 1)]
    }
}

/// A date without a zone: local time, as PDF 32000-1 §7.9.4 lets it stand.
fn date(created: Created) -> Date {
    Date::new(created.year)
        .month(created.month)
        .day(created.day)
        .hour(created.hour)
        .minute(created.minute)
        .second(created.second)
}

/// What tells this file from the last one (PDF 32000-1 §14.4).
fn identifier(properties: &Properties<'_>) -> Vec<u8> {
    let seed = format!("{:?}{}", properties.created, properties.title);
    // FNV-1a: a name, not a secret.
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = seed.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    hash.to_be_bytes().repeat(2)
}
