//! Where words become glyphs: which face prints a letter, how its letters join, how wide they are.
//!
//! *Face*: one font file, at one weight. *Cluster*: what a reader takes for one letter, marks and
//! joiners included; a cluster never changes face. *Shaped*: words as the glyphs that print them,
//! from left to right. It breaks no line and draws nothing.

mod bidi;
mod bundled;
mod face;
mod fonts;
mod other;
mod printable;
mod shaped;

pub(crate) use bidi::{Levels, visual_order};
pub(crate) use face::Face;
pub(crate) use fonts::{FaceKey, Fonts, Weight};
pub use other::OtherFonts;
pub(crate) use printable::{plain, printable};
pub(crate) use shaped::{BOX_WIDTH, Cluster, Glyphs, Set, Shaped};
