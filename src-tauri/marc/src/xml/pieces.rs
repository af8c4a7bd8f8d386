//! Cuts a stream of XML into its records, by their tags alone. Whether a record is well-formed is not asked here.

use std::collections::VecDeque;
use std::io::{self, BufRead};

use crate::LONGEST_RECORD;
use crate::charset::Encoding;
use crate::piece::{End, Piece};
use crate::source::{Source, Until};

/// The records of a stream, one after another.
#[derive(Debug)]
pub(crate) struct Pieces<R> {
    source: Source<R>,
    /// Begun and not yet ended.
    open: Option<Piece>,
    /// Ended and not yet given.
    ready: VecDeque<Piece>,
    /// Whether the open record has anything of a record in it.
    has_part: bool,
    /// What the file says of its encoding.
    declared: Encoding,
    /// Whether anything of MARC was met.
    is_marc: bool,
    ended: bool,
}

/// What stands at the end of the bytes read.
enum Markup {
    Tag,
    /// A comment or marked text, in which tags mean nothing; or no end at all.
    Literal,
}

/// What a tag means for the cutting.
enum Tag {
    Opens,
    Closes,
    /// A record without content.
    Empty,
    /// Part of a record.
    Part,
    Collection,
    Other,
}

impl<R: BufRead> Pieces<R> {
    pub(crate) fn new(source: Source<R>) -> Self {
        Self {
            source,
            open: None,
            ready: VecDeque::new(),
            has_part: false,
            declared: Encoding::Utf8,
            is_marc: false,
            ended: false,
        }
    }

    /// How the text of this file is written.
    pub(crate) fn declared(&self) -> Encoding {
        self.declared
    }

    pub(crate) fn next(&mut self) -> io::Result<Option<Piece>> {
        while self.ready.is_empty() && !self.ended {
            self.advance()?;
        }
        if self.ready.is_empty() {
            let last = self.open.take().or_else(|| self.nothing());
            self.ready.extend(last);
        }
        Ok(self.ready.pop_front())
    }

    /// Reads as far as the end of one tag.
    fn advance(&mut self) -> io::Result<()> {
        let offset = self.source.offset();
        let (markup, kind) = self.markup()?;
        let start = markup.iter().rposition(|byte| *byte == b'<').unwrap_or(0);
        let tag = match kind {
            Markup::Tag => tag(&markup[start..]),
            Markup::Literal => Tag::Other,
        };
        match tag {
            Tag::Opens | Tag::Empty => {
                self.is_marc = true;
                self.hold(&markup[..start]);
                // A harvest wraps each record in another element of that name; that one has nothing of a record.
                let unclosed = self.open.take().filter(|_| self.has_part);
                self.ready.extend(unclosed);
                self.has_part = false;
                self.open = Some(Piece {
                    offset: offset + start as u64,
                    bytes: markup[start..].to_vec(),
                    end: End::Missing,
                    stray: 0,
                });
            }
            Tag::Part => {
                self.has_part = true;
                self.hold(&markup);
            }
            Tag::Collection => self.is_marc = true,
            Tag::Closes | Tag::Other => self.hold(&markup),
        }
        if matches!(tag, Tag::Empty | Tag::Closes) {
            self.close();
        }
        Ok(())
    }

    /// Text and the markup behind it, up to its end. Comments and plain text marked as such are taken whole.
    fn markup(&mut self) -> io::Result<(Vec<u8>, Markup)> {
        let mut bytes = Vec::new();
        let mut open: Option<(usize, &[u8])> = None;
        loop {
            match self.source.read_until(b'>', &mut bytes, LONGEST_RECORD)? {
                Until::Mark => bytes.push(b'>'),
                Until::TooLong => {
                    self.too_long();
                    return Ok((Vec::new(), Markup::Literal));
                }
                Until::End => {
                    self.ended = true;
                    return Ok((bytes, Markup::Literal));
                }
            }
            if open.is_none() {
                open = literal(&bytes);
            }
            match open {
                None => {
                    self.declare(&bytes);
                    return Ok((bytes, Markup::Tag));
                }
                Some((start, end)) if bytes[start..].ends_with(end) => {
                    return Ok((bytes, Markup::Literal));
                }
                Some(_) => {}
            }
        }
    }

    fn too_long(&mut self) {
        if let Some(open) = &mut self.open {
            open.end = End::TooLong;
            open.bytes = Vec::new();
        }
    }

    /// Adds to the record that is open, if it does not grow beyond all measure.
    fn hold(&mut self, markup: &[u8]) {
        if let Some(open) = &mut self.open
            && open.end != End::TooLong
        {
            if open.bytes.len() + markup.len() > LONGEST_RECORD {
                self.too_long();
            } else {
                open.bytes.extend_from_slice(markup);
            }
        }
    }

    fn close(&mut self) {
        if let Some(mut piece) = self.open.take() {
            if piece.end == End::Missing {
                piece.end = End::Mark;
            }
            self.ready.push_back(piece);
        }
    }

    /// A file that is XML of another kind is one piece of noise.
    fn nothing(&mut self) -> Option<Piece> {
        let offset = self.source.offset();
        (!std::mem::replace(&mut self.is_marc, true)).then(|| Piece {
            offset: 0,
            bytes: Vec::new(),
            end: End::Missing,
            stray: usize::try_from(offset).unwrap_or(usize::MAX),
        })
    }

    fn declare(&mut self, markup: &[u8]) {
        if markup.starts_with(b"<?xml") {
            let words = markup.to_ascii_lowercase();
            let is = |name: &[u8]| words.windows(name.len()).any(|part| part == name);
            if is(b"8859-1") || is(b"latin1") || is(b"windows-1252") {
                self.declared = Encoding::Windows1252;
            }
        }
    }
}

/// Where text begins in which tags mean nothing, and what ends it.
fn literal(bytes: &[u8]) -> Option<(usize, &'static [u8])> {
    let open = |mark: &[u8]| {
        let start = bytes.windows(mark.len()).position(|part| part == mark);
        start.map(|start| start + mark.len())
    };
    open(b"<!--")
        .map(|start| (start, &b"-->"[..]))
        .or_else(|| open(b"<![CDATA[").map(|start| (start, &b"]]>"[..])))
}

/// Reads `<name …>` or `</name>`.
fn tag(markup: &[u8]) -> Tag {
    let Some(inner) = markup
        .strip_prefix(b"<")
        .and_then(|rest| rest.strip_suffix(b">"))
    else {
        return Tag::Other;
    };
    let (closes, inner) = match inner.strip_prefix(b"/") {
        Some(rest) => (true, rest),
        None => (false, inner),
    };
    let end = inner
        .iter()
        .position(|byte| byte.is_ascii_whitespace() || *byte == b'/');
    let name = &inner[..end.unwrap_or(inner.len())];
    let local = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
    match local {
        b"record" if closes => Tag::Closes,
        b"record" if inner.ends_with(b"/") => Tag::Empty,
        b"record" => Tag::Opens,
        b"leader" | b"controlfield" | b"datafield" | b"subfield" => Tag::Part,
        b"collection" => Tag::Collection,
        _ => Tag::Other,
    }
}
