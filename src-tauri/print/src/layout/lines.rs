//! Lines over time; always from zero, each named at its right end.

use crate::layout::slab::{Mark, Pen, Piece, Room, Slab};
use crate::layout::style::{BLACK, CAPTION, FINE, HAIR, STRONG, Style};
use crate::layout::wrap::{extent, one_line, wrap_at_most};
use crate::{Align, LineChart, Series, Text};

/// The height of the plot, and of what stands below it, in points.
const PLOT: f32 = 120.0;
const BELOW: f32 = 16.0;
/// White between plot and labels, in points.
const APART: f32 = 6.0;
/// No label takes more than this part of the width.
const MOST_FOR_A_LABEL: f32 = 0.25;

/// How each line is drawn: its thickness in points and its dashes.
const MANNERS: [(f32, &[f32]); 4] = [
    (1.4, &[]),
    (1.2, &[4.0, 2.5]),
    (1.2, &[1.2, 1.8]),
    (0.7, &[]),
];

/// A line chart, on one page.
pub(crate) fn lines(room: &Room<'_>, chart: &LineChart) -> Vec<Piece> {
    let has_points = chart
        .series
        .iter()
        .any(|line| line.values.iter().any(Option::is_some));
    if !has_points || chart.columns.is_empty() {
        return super::words::paragraph(room, &Text::from(chart.empty.as_str()));
    }
    let plot = Plot::of(room, chart);
    let mut marks = plot.rules(chart);
    marks.extend(plot.columns(chart));
    for (at, series) in chart.series.iter().enumerate() {
        let (thick, dashes) = MANNERS[at % MANNERS.len()];
        let pen = Pen { thick, grey: BLACK };
        for points in plot.stretches(series) {
            marks.push(Mark::Path {
                points,
                pen,
                dashes,
            });
        }
    }
    marks.extend(plot.names(chart));
    vec![
        Piece::Gap(APART),
        Slab::free(PLOT + BELOW, marks).into(),
        Piece::Gap(APART),
    ]
}

/// Where the plot lies, in points, and its scale.
struct Plot<'a> {
    room: &'a Room<'a>,
    left: f32,
    right: f32,
    step: f32,
    highest: f64,
}

impl<'a> Plot<'a> {
    fn of(room: &'a Room<'a>, chart: &LineChart) -> Self {
        let wide = |words: &str, style: Style| extent(room.fonts, &Text::from(words), style).0;
        let widest = |words: &mut dyn Iterator<Item = f32>| {
            words.fold(0.0, f32::max).min(room.width * MOST_FOR_A_LABEL) + APART
        };
        let left = widest(&mut chart.rules.iter().map(|(_, words)| wide(words, CAPTION)));
        let names = widest(&mut chart.series.iter().map(|line| wide(&line.label, STRONG)));
        let right = room.width - names;
        let values = chart
            .series
            .iter()
            .flat_map(|line| line.values.iter().flatten());
        let rules = chart.rules.iter().map(|(value, _)| value);
        let highest = values
            .chain(rules)
            .copied()
            .filter(|value| value.is_finite());
        let gaps = chart.columns.len().saturating_sub(1).max(1) as f32;
        Self {
            room,
            left,
            right,
            step: (right - left) / gaps,
            highest: highest.fold(0.0, f64::max),
        }
    }

    fn y(&self, value: f64) -> f32 {
        if self.highest > 0.0 && value.is_finite() {
            PLOT - (value.max(0.0) / self.highest) as f32 * (PLOT - APART)
        } else {
            PLOT
        }
    }

    fn rules(&self, chart: &LineChart) -> Vec<Mark> {
        let mut marks = Vec::new();
        for (value, words) in &chart.rules {
            let y = self.y(*value);
            marks.push(Mark::Across {
                at: (self.left, y),
                length: self.right - self.left,
                pen: HAIR,
            });
            let text = Text::from(words.as_str());
            for line in wrap_at_most(self.room.fonts, &text, CAPTION, self.left - APART, 1) {
                let baseline = y + CAPTION.size * 0.35;
                marks.extend(line.marks(0.0, baseline, self.left - APART, Align::Right, CAPTION));
            }
        }
        marks.push(Mark::Across {
            at: (self.left, PLOT),
            length: self.right - self.left,
            pen: FINE,
        });
        marks
    }

    /// What stands below the points, as many as have room side by side.
    fn columns(&self, chart: &LineChart) -> Vec<Mark> {
        let lines = chart
            .columns
            .iter()
            .map(|words| one_line(self.room.fonts, words, CAPTION));
        let lines: Vec<_> = lines.collect();
        let widest = lines.iter().map(|line| line.width).fold(0.0, f32::max) + APART;
        let every = (widest / self.step.max(0.1)).ceil().max(1.0) as usize;
        let mut marks = Vec::new();
        for (at, line) in lines.iter().enumerate().step_by(every) {
            let middle = self.left + self.step * at as f32;
            marks.push(Mark::Down {
                at: (middle, PLOT),
                length: 2.5,
                pen: FINE,
            });
            let baseline = PLOT + 3.0 + CAPTION.ascent();
            let from = middle - line.width / 2.0;
            marks.extend(line.marks(from, baseline, line.width, Align::Left, CAPTION));
        }
        marks
    }

    /// The points of a line, parted where one is missing.
    fn stretches(&self, series: &Series) -> Vec<Vec<(f32, f32)>> {
        let mut stretches = vec![Vec::new()];
        for (at, value) in series.values.iter().enumerate() {
            match value {
                Some(value) => {
                    let point = (self.left + self.step * at as f32, self.y(*value));
                    if let Some(last) = stretches.last_mut() {
                        last.push(point);
                    }
                }
                None => stretches.push(Vec::new()),
            }
        }
        for stretch in &mut stretches {
            // A point by itself is drawn as a short stroke.
            if let [(x, y)] = stretch[..] {
                stretch.push((x + 1.5, y));
            }
        }
        stretches.retain(|stretch| !stretch.is_empty());
        stretches
    }

    /// The lines' names at their ends, moved apart where lines end close together.
    fn names(&self, chart: &LineChart) -> Vec<Mark> {
        let end = |series: &Series| series.values.iter().rev().flatten().next().copied();
        let mut ends: Vec<(f32, &str)> = chart
            .series
            .iter()
            .filter_map(|series| Some((self.y(end(series)?), series.label.as_str())))
            .collect();
        ends.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut lowest = f32::MIN;
        let mut marks = Vec::new();
        for (y, label) in ends {
            let y = (y + STRONG.size * 0.35).max(lowest + STRONG.leading);
            lowest = y;
            let room = self.room.width - self.right - APART;
            for line in wrap_at_most(self.room.fonts, &Text::from(label), STRONG, room + 0.1, 1) {
                marks.extend(line.marks(self.right + APART, y, room, Align::Left, STRONG));
            }
        }
        marks
    }
}
