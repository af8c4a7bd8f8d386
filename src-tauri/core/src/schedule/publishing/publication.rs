//! A publication as a row of a list. Its shifts are kept beside it.

use serde::Serialize;
use ts_rs::TS;

use crate::kernel::id::PublicationId;
use crate::kernel::{At, Day};

/// A stretch of days as everybody was told of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Publication {
    /// The number of its row.
    pub id: PublicationId,
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// When it was published.
    pub at: At,
    /// By whom.
    pub by: String,
    /// How many shifts it holds.
    pub shifts: u32,
}
