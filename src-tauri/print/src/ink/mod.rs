//! Where marks become a file: the fonts, the page's operators, the file's properties.

mod brush;
mod file;
mod fonts;
mod paint;

pub(crate) use file::{Properties, file};
pub(crate) use fonts::{Fonts, Weight, printable};
pub(crate) use paint::paint;
