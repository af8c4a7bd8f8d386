//! What one shift tells the next: notes for the desk.
//!
//! *Note*: a text for whoever is at the desk, until a day. *Hand-over*: one that somebody left on going home. Everybody who signs in may write one and remove one; a removed
//! note can be put back until the library's grace has run, and then it goes, like one whose last day is so long ago: a
//! note may name a patron and what they had.

mod forget;
mod note;
mod put_back;
mod remove;
mod store;
mod write;

pub use forget::{forget_notes, forgettable_notes};
pub use note::Note;
pub use put_back::{PutBackNote, put_back_note};
pub use remove::{RemoveNote, remove_note};
pub use write::{WriteNote, write_note};

pub(super) use note::notes_now;
