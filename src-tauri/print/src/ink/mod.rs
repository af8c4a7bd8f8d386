//! Where marks become a file: the page's operators, the faces cut to what was used, the file's
//! properties.

mod brush;
mod embed;
mod file;
mod paint;

pub(crate) use embed::Embedded;
pub(crate) use file::{Bookmark, Press, Properties, blank};
pub(crate) use paint::paint;
