//! Gives somebody the classes back that were replaced by others, while nothing has come after it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::class::Class;
use super::classes::{classes_of, plain, study};
use super::store;
use crate::kernel::id::ClassChangeId;
use crate::kernel::{Act, Error, OrNotFound, Permission, Refusal, Result};
use crate::staff::list::member;

/// Takes a replacing of classes back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UndoClasses {
    /// Which.
    pub change: ClassChangeId,
}

/// Why it cannot be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the sentence says it")]
pub enum ClassesRefusal {
    #[error("the classes of {name} were changed since; correct them one by one")]
    ClassesChanged { name: String },
}

impl Refusal for ClassesRefusal {
    fn may_override(&self) -> Option<Permission> {
        None
    }
}

/// Takes a replacing of classes back, and answers all classes as they were.
pub fn undo_classes(act: &Act<'_>, input: UndoClasses) -> Result<Vec<Class>> {
    let change = store::change(act.tx, input.change)?.or_not_found("change", input.change)?;
    let person = member(act, change.staff)?;
    let now = classes_of(act, person.id)?;
    if plain(&now) != change.after {
        let name = person.details.name;
        return Err(Error::refused(&[ClassesRefusal::ClassesChanged { name }]));
    }
    for class in &now {
        store::delete_class(act.tx, class.id)?;
    }
    for class in &change.before {
        store::insert_class(act.tx, class)?;
    }
    if change.made_student && person.details.student {
        study(act, &person, false)?;
    }
    store::delete_change(act.tx, input.change)?;
    act.touched(person.id);
    act.touched(input.change);
    classes_of(act, person.id)
}
