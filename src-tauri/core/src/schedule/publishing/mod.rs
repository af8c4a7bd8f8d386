//! What of the schedule everybody was told, and what changed since.
//!
//! *Publication*: the shifts of a stretch of days as they were when somebody published them. *Draft*: a shift that nobody
//! was told of, or not as it is now. A day is told by the newest publication that holds it; days without one are drafts
//! altogether. *Blocking*: what breaks a rule that blocks, without a reason to stay; while any of it stands, nothing is
//! published. Publishing changes no shift.

mod blocking;
mod difference;
mod publication;
mod publish;
mod show;
mod store;
mod unpublish;

pub use blocking::{Blocking, ShowBlocking, show_blocking};
pub use difference::{MovedShift, PersonChanges, differences};
pub use publication::Publication;
pub use publish::{Publish, PublishRefusal, Published, publish};
pub use show::{
    Drafts, PublicationList, ShowDrafts, ShowPublication, drafts, list_publications, publication,
    show_drafts, since,
};
pub use store::INVARIANTS;
pub use unpublish::{Unpublish, UnpublishRefusal, unpublish};
