//! What is known of a title changes, for all its copies at once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::add_item::check_title;
use super::show::title;
use super::store;
use super::title::{Title, TitleDetails};
use crate::kernel::fields::changed;
use crate::kernel::id::TitleId;
use crate::kernel::{Act, Result};

/// Replaces what is known of a title.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditTitle {
    /// Which.
    pub id: TitleId,
    /// All that is known of it from now on.
    pub details: TitleDetails,
}

/// Replaces what is known of a title.
pub fn edit_title(act: &Act<'_>, input: EditTitle) -> Result<Title> {
    let before = title(act, input.id)?;
    let after = keep_title(act, input.id, input.details)?;
    act.touched(input.id);
    act.tell(changed(&before.details, &after.details));
    Ok(after)
}

/// Replaces what is known of a title, and leaves the audit to the caller.
pub fn keep_title(act: &Act<'_>, id: TitleId, details: TitleDetails) -> Result<Title> {
    let details = check_title(details)?;
    store::update_title(act.tx, id, &details)?;
    Ok(Title { id, details })
}
