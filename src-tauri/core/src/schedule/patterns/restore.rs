//! A template is again what it was: one that was removed, or one in whose place another week was kept.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::save::free_name;
use super::store;
use super::template::{Template, TemplateShift};
use crate::kernel::{Act, Error, OrNotFound, Permission, Refusal, Result};
use crate::schedule::desks;
use crate::staff;

/// Makes a template what it was.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestoreTemplate {
    /// What it was.
    pub template: Template,
    /// What it is now; absent where it was removed.
    pub instead: Option<Template>,
}

/// Why a template is not made what it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TemplateRefusal {
    /// It is not any more what it became.
    #[error("the template \"{name}\" was changed since, and stays as it is")]
    TemplateChanged {
        /// Its name.
        name: String,
    },
}

impl Refusal for TemplateRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Makes a template what it was, under its number, and answers it.
pub fn restore_template(act: &Act<'_>, input: RestoreTemplate) -> Result<Template> {
    let Template { id, name, shifts } = input.template;
    let now = store::template(act.tx, id)?;
    if now != input.instead {
        return Err(Error::refused(&[TemplateRefusal::TemplateChanged { name }]));
    }
    let name = free_name(act, &name, Some(id))?;
    let shifts = checked(act, shifts)?;
    if now.is_none() {
        if !store::was_a_template(act.tx, id)? {
            return Err(Error::not_found("template", id));
        }
        store::insert_again(act.tx, id, &name)?;
    }
    store::rename(act.tx, id, &name)?;
    store::replace_shifts(act.tx, id, &shifts)?;
    act.touched(id);
    act.tell(format!("{} shifts", shifts.len()));
    store::template(act.tx, id)?.or_not_found("template", id)
}

/// Shifts as the file keeps them; refused where no row can hold them.
fn checked(act: &Act<'_>, shifts: Vec<TemplateShift>) -> Result<Vec<TemplateShift>> {
    let desks = desks(act)?;
    let one = |shift: TemplateShift| {
        staff::member(act, shift.staff)?;
        let desk = desks.iter().find(|desk| desk.id == shift.desk);
        desk.or_not_found("desk", shift.desk)?;
        if !(1..=7).contains(&shift.weekday) {
            return Err(Error::invalid("weekday", "must be 1 to 7"));
        }
        let details = shift.on(act.today).checked()?;
        let note = details.note;
        Ok(TemplateShift { note, ..shift })
    };
    shifts.into_iter().map(one).collect()
}
