//! Every template with its shifts.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use super::template::Template;
use crate::kernel::{Act, OrNotFound, Result};

/// Asks for every template.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TemplateList {}

/// Every template, by name.
pub fn list_templates(act: &Act<'_>, _: TemplateList) -> Result<Vec<Template>> {
    let names = store::names(act.tx)?.into_iter();
    names
        .map(|(id, _)| store::template(act.tx, id)?.or_not_found("template", id))
        .collect()
}
