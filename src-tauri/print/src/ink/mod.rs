//! Where marks become a file: the page's operations, the faces cut to what was used, the file's
//! properties. printpdf writes the pages and the faces; what it has no word for, bookmarks below
//! bookmarks and the file's language, is put in before the file is saved.

mod brush;
mod embed;
mod file;
mod outline;
mod paint;
mod words;

pub(crate) use embed::Embedded;
pub(crate) use file::{Page, Part, Press, Properties};
pub(crate) use outline::Bookmark;
pub(crate) use paint::paint;
