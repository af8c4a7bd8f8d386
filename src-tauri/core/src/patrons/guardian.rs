//! Who answers for a patron: another patron, or a name and a number as typed. Who needs one, the library decides.

use serde::Serialize;
use ts_rs::TS;

use super::patron::{Patron, PatronDetails};
use super::show::patron;
use super::store;
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Error, Result};

/// Who answers for a patron, as the desk shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Guardian {
    /// Their own record, where they are a patron.
    pub patron: Option<PatronId>,
    /// Their name; empty where only a number is known.
    pub name: String,
    /// Where to call them.
    pub phone: String,
}

/// Who answers for the patron, if anybody is known.
pub fn guardian(act: &Act<'_>, of: &Patron) -> Result<Option<Guardian>> {
    let details = &of.details;
    if let Some(id) = details.guardian_patron {
        let guardian = patron(act, id)?;
        let phone = Some(&details.guardian_phone).filter(|phone| !phone.is_empty());
        return Ok(Some(Guardian {
            patron: Some(id),
            name: guardian.details.name(),
            phone: phone.unwrap_or(&guardian.details.phone).clone(),
        }));
    }
    let typed = !details.guardian.is_empty() || !details.guardian_phone.is_empty();
    Ok(typed.then(|| Guardian {
        patron: None,
        name: details.guardian.clone(),
        phone: details.guardian_phone.clone(),
    }))
}

/// Refuses a guardian who is not there, who is the patron themselves, or who needs this patron as theirs.
pub(super) fn check(act: &Act<'_>, own: Option<PatronId>, details: &PatronDetails) -> Result<()> {
    let Some(id) = details.guardian_patron else {
        return Ok(());
    };
    let Some(guardian) = store::patron(act.tx, id)? else {
        let problem = format!("{id} does not exist");
        return Err(Error::invalid("guardian_patron", problem));
    };
    if own == Some(id) {
        return Err(Error::invalid(
            "guardian_patron",
            "cannot be the patron themselves",
        ));
    }
    if own.is_some() && guardian.details.guardian_patron == own {
        let problem = format!("{} has this patron as guardian", guardian.details.name());
        return Err(Error::invalid("guardian_patron", problem));
    }
    Ok(())
}
