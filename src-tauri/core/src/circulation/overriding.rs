//! Going on in spite of reasons: all of them must allow it, and the actor must hold what they ask for. It decides no rule.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::accounts::Beside;
use crate::kernel::{Act, Error, Reason, Refusal, Result};

/// The will to go on, with the reason that the audit keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "Override")]
pub struct Overriding {
    /// Why; 3 to 200 characters.
    pub reason: String,
    /// Who stands beside the person at the desk and allows it. The front door takes it out and asks for the secret before
    /// any verb begins, so that none ever sees one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub supervisor: Option<Beside>,
}

/// Lets the verb go on when there is no reason against it, or when every reason is overridden. Otherwise all reasons at once.
pub(super) fn settle<R: Refusal>(
    act: &Act<'_>,
    refusals: &[R],
    by: Option<&Overriding>,
) -> Result<Vec<Reason>> {
    let Some(by) = by.filter(|_| !refusals.is_empty()) else {
        return if refusals.is_empty() {
            Ok(Vec::new())
        } else {
            Err(Error::refused(refusals))
        };
    };
    let allowed = |refusal: &R| {
        refusal
            .may_override()
            .is_some_and(|permission| act.may_override(permission))
    };
    if !refusals.iter().all(allowed) {
        return Err(Error::refused(refusals));
    }
    let reason = by.reason.trim();
    if !(3..=200).contains(&reason.chars().count()) {
        return Err(Error::invalid(
            "reason",
            "must have 3 to 200 characters, such as \"renewed card is in the mail\"",
        ));
    }
    let overridden: Vec<Reason> = refusals.iter().map(Reason::of).collect();
    let kinds: Vec<&str> = overridden
        .iter()
        .filter_map(|reason| reason.refusal["kind"].as_str())
        .collect();
    act.tell(format!("overrode {}: {reason}", kinds.join(", ")));
    Ok(overridden)
}
