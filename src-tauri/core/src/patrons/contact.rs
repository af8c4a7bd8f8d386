//! Address, phone or e-mail in doubt, because a letter came back; and confirmed again by the patron.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::patron::Patron;
use super::show::patron;
use super::store;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Error, Result, text};

/// The longest reason in characters.
const LONGEST: usize = 200;

/// A doubt about where a patron is reached.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionContact {
    /// Whose.
    pub patron: PatronId,
    /// Why, such as "letter came back".
    pub why: String,
}

/// Where a patron is reached is right, or was put right.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConfirmContact {
    /// Whose.
    pub patron: PatronId,
}

/// Keeps the doubt until somebody confirms; the desk asks at the next visit.
pub fn question_contact(act: &Act<'_>, input: QuestionContact) -> Result<Patron> {
    let id = patron(act, input.patron)?.id;
    let why = text::line("why", &input.why, LONGEST)?;
    text::required("why", &why)?;
    store::set_contact_doubt(act.tx, id, &why)?;
    act.touched(id);
    patron(act, id)
}

/// Ends the doubt.
pub fn confirm_contact(act: &Act<'_>, input: ConfirmContact) -> Result<Patron> {
    let before = patron(act, input.patron)?;
    if before.contact_doubt.is_empty() {
        return Err(Error::invalid("patron", "has nothing to confirm"));
    }
    store::set_contact_doubt(act.tx, before.id, "")?;
    act.touched(before.id);
    patron(act, before.id)
}
