//! A line of shaped words as a picture of black dots; knows no command of any printer.

use std::rc::Rc;

use crate::glyphs::{BOX_WIDTH, Fonts, Glyphs, Set, Shaped};
use crate::layout::{Line, Mark, Style};
use crate::{Align, layout};

/// Black dots on white, a bit each, rows of whole bytes from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    /// Bytes in a row.
    pub(super) across: usize,
    pub(super) height: usize,
    pub(super) dots: Vec<u8>,
}

impl Picture {
    fn blank(width: usize, height: usize) -> Self {
        let across = width.div_ceil(8);
        Self {
            across,
            height,
            dots: vec![0; across * height],
        }
    }

    fn set(&mut self, x: usize, y: usize) {
        if x < self.across * 8 && y < self.height {
            self.dots[y * self.across + x / 8] |= 0x80 >> (x % 8);
        }
    }
}

/// The picture of lines that stand in one row, each in its part of `width` dots.
pub(super) fn picture(
    fonts: &Fonts,
    lines: &[(&Line, Align)],
    style: Style,
    width: f32,
) -> Picture {
    let mut picture = Picture::blank(width as usize, style.leading.ceil() as usize);
    for (line, align) in lines {
        for mark in line.marks(0.0, style.ascent(), width, *align, style) {
            if let Mark::Words { at, style, words } = mark {
                draw(&mut picture, fonts, at, style, &words);
            }
        }
    }
    picture
}

fn draw(picture: &mut Picture, fonts: &Fonts, at: (f32, f32), style: Style, words: &[Rc<Shaped>]) {
    let mut x = at.0;
    for shaped in words {
        for cluster in &shaped.clusters {
            let mut outline = Outline::default();
            let mut pen = x;
            let glyphs = match &cluster.glyphs {
                Glyphs::One(glyph) => &[Set::plain(*glyph, cluster.width)][..],
                Glyphs::Many(glyphs) => glyphs,
            };
            match cluster.face.map(|face| fonts.face(face)) {
                Some(face) => {
                    for glyph in glyphs {
                        outline.origin = (
                            pen + glyph.offset.0 * style.size,
                            at.1 - glyph.offset.1 * style.size,
                        );
                        face.draw(glyph.id, style.size, &mut outline);
                        pen += glyph.advance * style.size;
                    }
                }
                None => outline.frame((x + 1.0, at.1), style.size),
            }
            outline.fill(picture);
            x += cluster.width * style.size;
        }
    }
}

/// The straight edges of letters, in dots from the top left.
#[derive(Default)]
pub(crate) struct Outline {
    origin: (f32, f32),
    edges: Vec<((f32, f32), (f32, f32))>,
    start: (f32, f32),
    last: (f32, f32),
}

/// A curve is drawn as so many straight lines.
const STEPS: usize = 6;

impl Outline {
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        (self.origin.0 + x, self.origin.1 - y)
    }

    pub(crate) fn move_to(&mut self, x: f32, y: f32) {
        self.start = self.place(x, y);
        self.last = self.start;
    }

    pub(crate) fn line_to(&mut self, x: f32, y: f32) {
        self.edge(self.place(x, y));
    }

    pub(crate) fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (from, by, to) = (self.last, self.place(cx, cy), self.place(x, y));
        for step in 1..=STEPS {
            let t = step as f32 / STEPS as f32;
            let mix = |a: f32, b: f32, c: f32| {
                (1.0 - t) * (1.0 - t) * a + 2.0 * (1.0 - t) * t * b + t * t * c
            };
            self.edge((mix(from.0, by.0, to.0), mix(from.1, by.1, to.1)));
        }
    }

    pub(crate) fn curve_to(&mut self, one: (f32, f32), other: (f32, f32), to: (f32, f32)) {
        let from = self.last;
        let [one, other, to] = [one, other, to].map(|(x, y)| self.place(x, y));
        for step in 1..=STEPS {
            let t = step as f32 / STEPS as f32;
            let u = 1.0 - t;
            let mix = |a: f32, b: f32, c: f32, d: f32| {
                u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
            };
            self.edge((
                mix(from.0, one.0, other.0, to.0),
                mix(from.1, one.1, other.1, to.1),
            ));
        }
    }

    pub(crate) fn close(&mut self) {
        self.edge(self.start);
    }

    fn edge(&mut self, to: (f32, f32)) {
        self.edges.push((self.last, to));
        self.last = to;
    }

    /// The box for a letter that no font has.
    fn frame(&mut self, (x, y): (f32, f32), size: f32) {
        let wide = BOX_WIDTH * size - 2.0;
        let high = 0.7 * size;
        // The inner edge runs the other way round, so that the inside stays white.
        for (inset, turns) in [(0.0, [0, 1, 2, 3]), (2.0, [0, 3, 2, 1])] {
            let corners = [
                (x + inset, y - inset),
                (x + wide - inset, y - inset),
                (x + wide - inset, y - high + inset),
                (x + inset, y - high + inset),
            ];
            for (at, turn) in turns.iter().enumerate() {
                let next = turns[(at + 1) % turns.len()];
                self.edges.push((corners[*turn], corners[next]));
            }
        }
    }

    /// Blackens every dot whose middle is inside (the non-zero rule).
    fn fill(&self, picture: &mut Picture) {
        for y in 0..picture.height {
            let middle = y as f32 + 0.5;
            let mut crossings: Vec<(f32, i32)> = Vec::new();
            for ((x0, y0), (x1, y1)) in &self.edges {
                let down = *y0 <= middle && *y1 > middle;
                let up = *y1 <= middle && *y0 > middle;
                if down || up {
                    let x = x0 + (middle - y0) / (y1 - y0) * (x1 - x0);
                    crossings.push((x, if down { 1 } else { -1 }));
                }
            }
            crossings.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut winding = 0;
            for pair in crossings.windows(2) {
                winding += pair[0].1;
                if winding != 0 {
                    let first = (pair[0].0 - 0.5).ceil().max(0.0) as usize;
                    let end = (pair[1].0 - 0.5).ceil().max(0.0) as usize;
                    (first..end).for_each(|x| picture.set(x, y));
                }
            }
        }
    }
}

/// The words of a receipt's pictures: as high as the printer's own letters.
pub(super) fn style(strong: bool) -> Style {
    layout::receipt_style(strong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_is_as_many_dots_as_it_is_large() {
        let mut outline = Outline {
            origin: (2.0, 10.0),
            ..Outline::default()
        };
        outline.move_to(0.0, 0.0);
        outline.line_to(4.0, 0.0);
        outline.line_to(4.0, 4.0);
        outline.line_to(0.0, 4.0);
        outline.close();
        let mut picture = Picture::blank(16, 12);
        outline.fill(&mut picture);
        let black: u32 = picture.dots.iter().map(|byte| byte.count_ones()).sum();
        assert_eq!(black, 16);
        assert_eq!(picture.dots[6 * 2], 0b0011_1100);
    }
}
