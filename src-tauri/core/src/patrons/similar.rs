//! Who may be registered already, and who may live together. It warns and offers; it decides nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::likeness::{Likeness, Name};
use super::patron::{Patron, PatronDetails, phone_end};
use super::store;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Day, Error, Permission, Refusal, Result};

/// What is typed of somebody so far.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowSimilar {
    /// Their own record, which is no duplicate of itself.
    #[serde(default)]
    pub patron: Option<PatronId>,
    /// The name they are filed under.
    #[serde(default)]
    pub family_name: String,
    /// Their other names.
    #[serde(default)]
    pub given_name: String,
    /// What they like to be called.
    #[serde(default)]
    pub preferred_name: String,
    /// Their birth day.
    #[serde(default)]
    pub born: Option<Day>,
    /// Where to write to them.
    #[serde(default)]
    pub email: String,
    /// Where to call them.
    #[serde(default)]
    pub phone: String,
}

/// A patron who has something in common with somebody, and what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Alike {
    /// The patron.
    pub patron: Patron,
    /// What they have in common.
    pub why: Vec<Likeness>,
}

/// Who may be the same, and who may live together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Similar {
    /// May be the same person: born on the same day with a similar name; or, where a birth day is not known, with the
    /// same name and the same phone or e-mail.
    pub duplicates: Vec<Alike>,
    /// Share a phone number or an e-mail and nothing else: maybe a household.
    pub households: Vec<Alike>,
}

/// Why somebody is not registered at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum DuplicateRefusal {
    #[error("{name} with the card {card} may be the same person")]
    LooksRegistered {
        patron: PatronId,
        name: String,
        card: String,
        why: Vec<Likeness>,
    },
}

impl Refusal for DuplicateRefusal {
    fn may_override(&self) -> Option<Permission> {
        Some(Permission::EditPatrons)
    }
}

/// Looks for both among all patrons.
pub fn similar(act: &Act<'_>, input: ShowSimilar) -> Result<Similar> {
    let name = Name::of(&input.family_name, &input.given_name, &input.preferred_name);
    let mut found = Similar {
        duplicates: Vec::new(),
        households: Vec::new(),
    };
    let own = input
        .patron
        .map(|id| super::show::patron(act, id))
        .transpose()?;
    let other = |patron: &Patron| Some(patron.id) != input.patron;
    if let Some(born) = input.born.filter(|_| name.is_told()) {
        for patron in store::born_on(act.tx, born)?.into_iter().filter(other) {
            if let Some(likeness) = name.is_like(&name_of(&patron)) {
                let mut why = vec![Likeness::SameBirthDay, likeness];
                why.extend(contacts(&input, &patron));
                found.duplicates.push(Alike { patron, why });
            }
        }
    }
    let (phone, email) = (phone_end(&input.phone), input.email.trim());
    for patron in store::reached_at(act.tx, &phone, email)?
        .into_iter()
        .filter(other)
    {
        if found
            .duplicates
            .iter()
            .any(|alike| alike.patron.id == patron.id)
        {
            continue;
        }
        let mut why = contacts(&input, &patron);
        let unknown = input.born.is_none() || patron.details.born.is_none();
        let plainly = name
            .is_plainly(&name_of(&patron))
            .filter(|_| unknown && name.is_told());
        if let Some(likeness) = plainly {
            why.insert(0, likeness);
            found.duplicates.push(Alike { patron, why });
            continue;
        }
        let together = patron.household.is_some()
            && own
                .as_ref()
                .is_some_and(|own| own.household == patron.household);
        if !together {
            found.households.push(Alike { patron, why });
        }
    }
    Ok(found)
}

/// Refuses while somebody looks like these details who is not among those that were looked at. Where nobody was to be
/// looked for, nothing is refused.
pub(super) fn warn(
    act: &Act<'_>,
    own: Option<PatronId>,
    details: &PatronDetails,
    seen: Option<Vec<PatronId>>,
) -> Result<()> {
    let Some(seen) = seen else {
        return Ok(());
    };
    let typed = details.clone();
    let found = similar(
        act,
        ShowSimilar {
            patron: own,
            family_name: typed.family_name,
            given_name: typed.given_name,
            preferred_name: typed.preferred_name,
            born: typed.born,
            email: typed.email,
            phone: typed.phone,
        },
    )?;
    let unseen: Vec<DuplicateRefusal> = found
        .duplicates
        .into_iter()
        .filter(|alike| !seen.contains(&alike.patron.id))
        .map(|alike| DuplicateRefusal::LooksRegistered {
            patron: alike.patron.id,
            name: alike.patron.details.name(),
            card: alike.patron.details.card.to_string(),
            why: alike.why,
        })
        .collect();
    if unseen.is_empty() {
        return Ok(());
    }
    Err(Error::refused(&unseen))
}

fn name_of(patron: &Patron) -> Name {
    let details = &patron.details;
    Name::of(
        &details.family_name,
        &details.given_name,
        &details.preferred_name,
    )
}

fn contacts(typed: &ShowSimilar, patron: &Patron) -> Vec<Likeness> {
    let details = &patron.details;
    let phone = phone_end(&typed.phone);
    let email = typed.email.trim();
    let mut why = Vec::new();
    if !phone.is_empty() && phone == phone_end(&details.phone) {
        why.push(Likeness::SamePhone);
    }
    if !email.is_empty() && email.eq_ignore_ascii_case(&details.email) {
        why.push(Likeness::SameEmail);
    }
    why
}
