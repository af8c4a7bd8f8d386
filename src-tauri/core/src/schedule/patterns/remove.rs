//! A template goes. What was laid by it stays.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use super::template::Template;
use crate::kernel::id::TemplateId;
use crate::kernel::{Act, OrNotFound, Result};

/// Removes a template.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveTemplate {
    /// Which.
    pub id: TemplateId,
}

/// Removes a template, and answers what it was.
pub fn remove_template(act: &Act<'_>, input: RemoveTemplate) -> Result<Template> {
    let template = store::template(act.tx, input.id)?.or_not_found("template", input.id)?;
    store::delete(act.tx, template.id)?;
    act.touched(template.id);
    act.tell(format!("{} shifts", template.shifts.len()));
    Ok(template)
}
