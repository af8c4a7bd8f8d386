//! Words as glyphs, cluster by cluster from left to right; knows no size and no place.

use super::fonts::FaceKey;

/// The width of the box that stands for a cluster no face has, in ems.
pub(crate) const BOX_WIDTH: f32 = 0.6;

/// A word that is broken leaves no fewer letters on its last line, if it has them.
const FEWEST: usize = 3;

/// Words of one weight that run one way, as glyphs.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shaped {
    /// The words as they are to be copied and searched.
    pub(crate) text: Box<str>,
    pub(crate) right_to_left: bool,
    /// From left to right.
    pub(crate) clusters: Box<[Cluster]>,
    /// Ems.
    pub(crate) width: f32,
}

/// What a reader takes for one letter.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cluster {
    /// Its bytes in the words.
    pub(crate) from: u32,
    pub(crate) to: u32,
    /// The face that has it; none draws a box.
    pub(crate) face: Option<FaceKey>,
    /// From left to right; often one.
    pub(crate) glyphs: Glyphs,
    /// Ems.
    pub(crate) width: f32,
}

/// A glyph's number, its advance and how far it is moved, in ems.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Set {
    pub(crate) id: u16,
    pub(crate) advance: f32,
    pub(crate) offset: (f32, f32),
}

/// The glyphs of a cluster; one that stands where it would is kept small.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Glyphs {
    One(u16),
    Many(Box<[Set]>),
}

impl Set {
    /// A glyph that stands where it would.
    pub(crate) fn plain(id: u16, advance: f32) -> Self {
        Self {
            id,
            advance,
            offset: (0.0, 0.0),
        }
    }
}

impl Shaped {
    /// The words of a cluster.
    pub(crate) fn text_of(&self, cluster: &Cluster) -> &str {
        let range = cluster.from as usize..cluster.to as usize;
        self.text.get(range).unwrap_or_default()
    }

    /// The bytes at which the words are to be parted so that each part is as long as the room
    /// for it, in ems: the first has one, all others have another. Whole letters, and never none;
    /// the last part of a long word has a few letters, so that it is not lost.
    pub(crate) fn parts(&self, first: f32, others: f32) -> Vec<usize> {
        let mut clusters: Vec<&Cluster> = self.clusters.iter().collect();
        clusters.sort_by_key(|cluster| cluster.from);
        let (mut ends, mut width, mut room) = (Vec::new(), 0.0, first);
        // The cluster that the last part begins with, and the part before it.
        let mut begins = (0, 0);
        for (at, cluster) in clusters.iter().enumerate() {
            let from = cluster.from as usize;
            if width + cluster.width > room && ends.last().copied().unwrap_or(0) < from {
                ends.push(from);
                begins = (at, begins.0);
                (width, room) = (0.0, others);
            }
            width += cluster.width;
        }
        let (last, before) = begins;
        let kept = clusters.len().saturating_sub(FEWEST);
        if last > kept && kept >= before + 2 * FEWEST {
            ends.pop();
            ends.push(clusters[kept].from as usize);
        }
        ends
    }
}
