//! A week is kept as a template, new or in place of another. The week itself stays as it is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use super::template::{Template, TemplateShift};
use crate::kernel::id::TemplateId;
use crate::kernel::{Act, Day, Error, OrNotFound, Result, text};
use crate::schedule::{shifts_between, week_of};

/// The longest name in characters.
const LONGEST: usize = 60;

/// Keeps a week as a template.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveTemplate {
    /// Any day of the week.
    pub day: Day,
    /// The template's name.
    pub name: String,
    /// The template in whose place it is kept; absent for a new one.
    pub over: Option<TemplateId>,
}

/// Keeps a week as a template, and answers it.
pub fn save_template(act: &Act<'_>, input: SaveTemplate) -> Result<Template> {
    let (first, last) = week_of(act, input.day)?;
    let shifts = shifts_between(act, first, last)?.into_iter();
    let shifts: Vec<_> = shifts
        .map(|shift| TemplateShift::of(shift.details))
        .collect();
    if shifts.is_empty() {
        let problem = format!("lies in the week of {first}, which has no shifts");
        return Err(Error::invalid("day", problem));
    }
    let name = free_name(act, &input.name, input.over)?;
    let id = match input.over {
        Some(id) => {
            store::template(act.tx, id)?
                .or_not_found("template", id)?
                .id
        }
        None => store::insert(act.tx, &name)?,
    };
    store::rename(act.tx, id, &name)?;
    store::replace_shifts(act.tx, id, &shifts)?;
    act.touched(id);
    act.tell(format!("{} shifts of the week of {first}", shifts.len()));
    store::template(act.tx, id)?.or_not_found("template", id)
}

/// A name as the file keeps it; refused where it is another template's.
pub(super) fn free_name(act: &Act<'_>, name: &str, own: Option<TemplateId>) -> Result<String> {
    let name = text::line("name", name, LONGEST)?;
    text::required("name", &name)?;
    let taken = store::names(act.tx)?
        .iter()
        .any(|(id, other)| Some(*id) != own && other.to_lowercase() == name.to_lowercase());
    if taken {
        let problem = format!("\"{name}\" is another template's already");
        return Err(Error::invalid("name", problem));
    }
    Ok(name)
}
