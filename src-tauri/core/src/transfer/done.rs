//! What a row did, with all that is needed to take it back.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::report::RowDid;
use crate::kernel::Result;
use crate::kernel::id::{Id, TitleId};

/// What a row did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Done {
    pub(super) did: RowDid,
    /// The number of the patron, item or loan.
    pub(super) record: Option<i64>,
    /// The title that came in with it.
    pub(super) new_title: Option<TitleId>,
    /// What was known before, as JSON.
    pub(super) before: Option<String>,
    /// A digest of what was known after.
    pub(super) after: Option<Vec<u8>>,
    /// What is odd about it all the same.
    pub(super) warning: Option<String>,
}

impl Done {
    /// A row that did nothing but find its record, or was only tried.
    pub(super) fn only(did: RowDid) -> Self {
        Self {
            did,
            record: None,
            new_title: None,
            before: None,
            after: None,
            warning: None,
        }
    }

    /// A record that came in.
    pub(super) fn added(record: impl Id, after: &impl Serialize) -> Result<Self> {
        Ok(Self {
            record: Some(record.row()),
            after: Some(digest(after)?),
            ..Self::only(RowDid::Added)
        })
    }

    /// A record that was corrected.
    pub(super) fn updated(
        record: impl Id,
        before: &impl Serialize,
        after: &impl Serialize,
    ) -> Result<Self> {
        Ok(Self {
            record: Some(record.row()),
            before: Some(serde_json::to_string(before)?),
            after: Some(digest(after)?),
            ..Self::only(RowDid::Updated)
        })
    }
}

/// By what a record is known to be as an import left it.
pub(super) fn digest(record: &impl Serialize) -> Result<Vec<u8>> {
    Ok(Sha256::digest(serde_json::to_vec(record)?).to_vec())
}
