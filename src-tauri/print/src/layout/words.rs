//! Headings, paragraphs, notes and keys; anything with columns is elsewhere.

use crate::layout::line::Line;
use crate::layout::slab::{Area, Mark, Piece, Room, Slab, Tie};
use crate::layout::style::{BLACK, BODY, FIRM, HEADING, KEY, Style};
use crate::layout::wrap::wrap;
use crate::{Align, Key, Note, Text};

/// White around blocks, in points.
const ABOVE_HEADING: f32 = 14.0;
const BELOW_HEADING: f32 = 5.0;
const AROUND: f32 = 6.0;
/// A note's white inside its frame, and its thick edge, in points.
const NOTE_SIDE: f32 = 8.0;
const NOTE_TOP: f32 = 4.5;
const NOTE_EDGE: f32 = 3.0;

/// A section's heading, tied to what follows.
pub(crate) fn heading(room: &Room<'_>, text: &Text) -> Vec<Piece> {
    let lines = wrap(room.fonts, text, HEADING, room.width);
    let Some(last) = lines.len().checked_sub(1) else {
        return Vec::new();
    };
    let mut pieces = vec![Piece::Gap(ABOVE_HEADING)];
    for (at, line) in lines.iter().enumerate() {
        let below = if at == last { BELOW_HEADING } else { 0.0 };
        let marks = line.marks(0.0, HEADING.ascent(), room.width, Align::Left, HEADING);
        pieces.push(Slab::tied(HEADING.leading + below, marks).into());
    }
    pieces
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
    for (code, meaning) in &key.entries {
        text = text.then_chip(code).then(meaning).then("   ");
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
