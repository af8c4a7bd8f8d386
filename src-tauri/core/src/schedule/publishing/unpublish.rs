//! A publication is taken back: what was told before it holds again. No shift changes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::publication::Publication;
use super::store;
use crate::kernel::id::PublicationId;
use crate::kernel::{Act, Day, Error, OrNotFound, Permission, Refusal, Result};

/// Takes a publication back.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Unpublish {
    /// Which.
    pub id: PublicationId,
}

/// Why a publication stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum UnpublishRefusal {
    /// Everybody was told something newer of those days.
    #[error("{first} to {last} was published after it; take that back first")]
    PublishedSince {
        /// The newer one's first day.
        first: Day,
        /// Its last day.
        last: Day,
    },
}

impl Refusal for UnpublishRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Takes a publication back, and answers it.
pub fn unpublish(act: &Act<'_>, input: Unpublish) -> Result<Publication> {
    let publication =
        store::publication(act.tx, input.id)?.or_not_found("publication", input.id)?;
    if let Some(Publication { first, last, .. }) = store::newer(act.tx, input.id)? {
        return Err(Error::refused(&[UnpublishRefusal::PublishedSince {
            first,
            last,
        }]));
    }
    store::delete(act.tx, input.id)?;
    act.touched(input.id);
    act.tell(format!("{} to {}", publication.first, publication.last));
    Ok(publication)
}
