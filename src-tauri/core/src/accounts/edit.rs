//! Changes what was decided about an account. The last active supervisor stays one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::account::{Account, AccountDetails};
use super::store;
use crate::kernel::id::AccountId;
use crate::kernel::{Act, Error, Result, Role};

/// What is decided anew.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "EditAccount")]
pub(super) struct Edit {
    pub(super) id: AccountId,
    pub(super) details: AccountDetails,
}

pub(super) fn edit(act: &Act<'_>, input: Edit) -> Result<Account> {
    let before = store::account(act.tx, input.id)?.details;
    let details = input.details.checked()?;
    if store::id_of(act.tx, &details.name)?.is_some_and(|id| id != input.id) {
        return Err(Error::invalid(
            "name",
            format!("\"{}\" is another account's", details.name),
        ));
    }
    let stays = details.active && details.role == Role::Supervisor;
    if !stays && store::other_supervisors(act.tx, input.id)? == 0 {
        let problem = format!(
            "{} is the only supervisor who can sign in; make another one first",
            before.name
        );
        return Err(Error::invalid("role", problem));
    }
    store::update(act.tx, input.id, &details)?;
    act.touched(input.id);
    act.tell(format!(
        "{} as {}, {}",
        details.name,
        details.role.as_str(),
        word(details.active)
    ));
    store::account(act.tx, input.id)
}

fn word(active: bool) -> &'static str {
    if active {
        "may sign in"
    } else {
        "may not sign in"
    }
}
