//! Sheets of paper and their margins; knows nothing of what is printed on them.

/// Points in a millimetre.
const POINTS_PER_MM: f32 = 72.0 / 25.4;

/// Turns millimetres into points.
pub(crate) fn pt(mm: f32) -> f32 {
    mm * POINTS_PER_MM
}

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches (215.9 × 279.4 mm).
    Letter,
    /// A roll 58 mm wide, cut off below what is printed. It has no other way round.
    Roll58,
    /// A roll 80 mm wide, cut off below what is printed. It has no other way round.
    Roll80,
}

/// The longest page that every reader opens is 200 inches (ISO 32000-1, annex C); a roll is cut off before.
const LONGEST: f32 = 5_000.0;

impl Paper {
    /// Whether a page of it is as long as what is printed on it.
    pub(crate) fn is_roll(self) -> bool {
        matches!(self, Self::Roll58 | Self::Roll80)
    }

    /// This paper with its short edge at the top.
    pub fn portrait(self) -> Sheet {
        Sheet {
            paper: self,
            orientation: Orientation::Portrait,
        }
    }

    /// This paper with its long edge at the top.
    pub fn landscape(self) -> Sheet {
        Sheet {
            paper: self,
            orientation: Orientation::Landscape,
        }
    }
}

/// Which edge of the paper is at the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    /// The short edge.
    Portrait,
    /// The long edge.
    Landscape,
}

/// A paper, turned one way. Every page of a document is on the same sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    /// The size.
    pub paper: Paper,
    /// The way it is turned.
    pub orientation: Orientation,
}

/// The white border of a page, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Margins {
    /// Above the title.
    pub top: f32,
    /// Right of the text.
    pub right: f32,
    /// Below the footer.
    pub bottom: f32,
    /// Left of the text.
    pub left: f32,
}

impl Sheet {
    /// Width and height in millimetres, as turned; of a roll, the most it can be.
    pub fn size(self) -> (f32, f32) {
        let (short, long) = match self.paper {
            Paper::A4 => (210.0, 297.0),
            Paper::Letter => (215.9, 279.4),
            Paper::Roll58 => return (58.0, LONGEST),
            Paper::Roll80 => return (80.0, LONGEST),
        };
        match self.orientation {
            Orientation::Portrait => (short, long),
            Orientation::Landscape => (long, short),
        }
    }

    /// The margins in millimetres. The left one takes a binder's holes; a landscape page is
    /// often punched along its top instead, so that edge is wide there too. A receipt printer
    /// leaves some millimetres of its roll white by itself.
    pub fn margins(self) -> Margins {
        if self.paper.is_roll() {
            return Margins {
                top: 4.0,
                right: 4.0,
                bottom: 6.0,
                left: 4.0,
            };
        }
        match self.orientation {
            Orientation::Portrait => Margins {
                top: 16.0,
                right: 16.0,
                bottom: 14.0,
                left: 20.0,
            },
            Orientation::Landscape => Margins {
                top: 18.0,
                right: 14.0,
                bottom: 12.0,
                left: 20.0,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turning_a_sheet_swaps_its_edges() {
        let (width, height) = Paper::Letter.portrait().size();
        assert_eq!(Paper::Letter.landscape().size(), (height, width));
    }

    #[test]
    fn every_sheet_leaves_room_for_a_binder() {
        for paper in [Paper::A4, Paper::Letter] {
            for sheet in [paper.portrait(), paper.landscape()] {
                assert!(sheet.margins().left >= 20.0);
            }
        }
    }
}
