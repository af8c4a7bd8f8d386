//! Headings, paragraphs, notes, keys and lines to sign on; anything with columns is elsewhere.

use crate::glyphs::{plain, printable};
use crate::layout::line::Line;
use crate::layout::slab::{Area, Mark, Piece, Room, Slab, Tie};
use crate::layout::style::{BLACK, BODY, CAPTION, FIRM, HEADING, KEY, PART, STRONG, Style, THIN};
use crate::layout::wrap::{wrap, wrap_at_most};
use crate::{Align, Heading, Key, Note, Rank, Run, Sign, Text, isolated};

/// White around blocks, in points.
const ABOVE_HEADING: f32 = 14.0;
const BELOW_HEADING: f32 = 5.0;
const AROUND: f32 = 6.0;
/// A note's white inside its frame, and its thick edge, in points.
const NOTE_SIDE: f32 = 8.0;
const NOTE_TOP: f32 = 4.5;
const NOTE_EDGE: f32 = 3.0;

/// A heading, tied to what follows, with its bookmark.
pub(crate) fn heading(room: &Room<'_>, heading: &Heading) -> Vec<Piece> {
    let style = match heading.rank {
        Rank::Part => PART,
        Rank::Section => HEADING,
        Rank::Detail => STRONG,
    };
    let lines = wrap(room.fonts, &heading.words, style, room.width);
    let Some(last) = lines.len().checked_sub(1) else {
        return Vec::new();
    };
    let mut pieces = vec![Piece::Gap(ABOVE_HEADING)];
    for (at, line) in lines.iter().enumerate() {
        let below = if at == last { BELOW_HEADING } else { 0.0 };
        let mut marks = line.marks(0.0, style.ascent(), room.width, Align::Left, style);
        if at == 0 {
            marks.push(Mark::Bookmark {
                rank: heading.rank,
                words: said(&heading.words),
            });
        }
        pieces.push(Slab::tied(style.leading + below, marks).into());
    }
    pieces
}

/// The words of a text on one line, without its boxes.
pub(crate) fn said(text: &Text) -> String {
    let words = text.runs.iter().map(|run| match run {
        Run::Plain(words) | Run::Strong(words) | Run::Chip(words) => words.as_str(),
        Run::Pattern(_) => "",
    });
    plain(&printable(&words.collect::<String>())).replace('\n', " ")
}

/// Words that wrap; no page takes or leaves a single line of them.
pub(crate) fn paragraph(room: &Room<'_>, text: &Text) -> Vec<Piece> {
    let lines = wrap(room.fonts, text, BODY, room.width);
    let mut pieces = vec![Piece::Gap(AROUND)];
    pieces.extend(loose_lines(&lines, BODY, room.width));
    pieces.push(Piece::Gap(AROUND));
    pieces
}

/// Codes and their meanings in small type.
pub(crate) fn key(room: &Room<'_>, key: &Key) -> Vec<Piece> {
    let mut text = Text::default();
    for (sign, meaning) in &key.entries {
        text = match sign {
            Sign::Code(code) => text.then_chip(code),
            Sign::Pattern(pattern) => text.then_pattern(*pattern),
        };
        text = text.then(isolated(meaning)).then("   ");
    }
    if !key.entries.is_empty() && !key.remark.runs.is_empty() {
        text = text.then("· ");
    }
    text.runs.extend(key.remark.runs.iter().cloned());
    let lines = wrap(room.fonts, &text, KEY, room.width);
    let mut pieces = vec![Piece::Gap(AROUND)];
    pieces.extend(loose_lines(&lines, KEY, room.width));
    pieces.push(Piece::Gap(AROUND));
    pieces
}

fn loose_lines(lines: &[Line], style: Style, width: f32) -> Vec<Piece> {
    let count = lines.len();
    let slab = |(at, line): (usize, &Line)| {
        let marks = line.marks(0.0, style.ascent(), width, Align::Left, style);
        let tie = if at == 0 && count > 1 || at + 2 == count {
            Tie::Next
        } else {
            Tie::Free
        };
        Slab {
            tie,
            ..Slab::free(style.leading, marks)
        }
        .into()
    };
    lines.iter().enumerate().map(slab).collect()
}

/// A framed remark; framed on each page where it is longer than one.
pub(crate) fn note(room: &Room<'_>, note: &Note) -> Vec<Piece> {
    let mut text = Text::default();
    if !note.lead.is_empty() {
        text = Text::strong(note.lead.as_str()).then(" ");
    }
    text.runs.extend(note.text.runs.iter().cloned());
    let lines = wrap(
        room.fonts,
        &text,
        BODY,
        room.width - NOTE_EDGE - 2.0 * NOTE_SIDE,
    );
    let most = ((room.height - 2.0 * NOTE_TOP) / BODY.leading)
        .floor()
        .max(1.0) as usize;
    let mut pieces = vec![Piece::Gap(AROUND + 2.0)];
    pieces.extend(
        lines
            .chunks(most)
            .map(|lines| framed(lines, room.width).into()),
    );
    pieces.push(Piece::Gap(AROUND + 2.0));
    pieces
}

fn framed(lines: &[Line], width: f32) -> Slab {
    let height = BODY.leading * lines.len() as f32 + 2.0 * NOTE_TOP;
    let half = FIRM.thick / 2.0;
    let area = Area::new(half, half, width - FIRM.thick, height - FIRM.thick);
    let mut marks = vec![
        Mark::Frame {
            area,
            pen: FIRM,
            radius: 0.0,
        },
        Mark::Fill {
            area: Area::new(0.0, 0.0, NOTE_EDGE, height),
            grey: BLACK,
        },
    ];
    let mut y = NOTE_TOP + BODY.ascent();
    for line in lines {
        marks.extend(line.marks(NOTE_EDGE + NOTE_SIDE, y, width, Align::Left, BODY));
        y += BODY.leading;
    }
    Slab::free(height, marks)
}

/// Lines to sign on before a new row begins, and the white between two, in points.
const SIGNED_ACROSS: usize = 3;
const SIGNED_APART: f32 = 18.0;
/// White above a line, for the hand, in points.
const SIGNED_ROOM: f32 = 30.0;

/// Lines to sign on, each over what it is for.
pub(crate) fn signatures(room: &Room<'_>, captions: &[String]) -> Vec<Piece> {
    let across = captions.len().clamp(1, SIGNED_ACROSS);
    let width = (room.width - SIGNED_APART * (across - 1) as f32) / across as f32;
    let mut pieces = Vec::new();
    for row in captions.chunks(across) {
        let mut marks = Vec::new();
        let mut lowest = 0.0_f32;
        for (at, caption) in row.iter().enumerate() {
            let x = (width + SIGNED_APART) * at as f32;
            marks.push(Mark::Across {
                at: (x, SIGNED_ROOM),
                length: width,
                pen: THIN,
            });
            let caption = Text::from(caption.as_str());
            let mut y = SIGNED_ROOM + 2.0;
            for line in wrap_at_most(room.fonts, &caption, CAPTION, width, 2) {
                marks.extend(line.marks(x, y + CAPTION.ascent(), width, Align::Left, CAPTION));
                y += CAPTION.leading;
            }
            lowest = lowest.max(y);
        }
        pieces.push(Slab::free(lowest, marks).into());
    }
    pieces.push(Piece::Gap(AROUND));
    pieces
}
