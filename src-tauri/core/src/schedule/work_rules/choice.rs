//! Whose state's rules hold, and on which weekday the week of the rules begins.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rule::{ShowWorkRules, WorkRules, show_work_rules};
use super::store;
use crate::kernel::{Act, Error, Result, stored_as_word};

/// A state of the United States whose rules Carrel brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum UsState {
    Alabama,
    Alaska,
    California,
    Colorado,
}

stored_as_word! { UsState {
    Alabama = "alabama",
    Alaska = "alaska",
    California = "california",
    Colorado = "colorado",
} }

/// Says whose state's rules hold, and where their week begins.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetRuleChoices {
    /// The state; none for no state's rules.
    #[serde(default)]
    pub state: Option<UsState>,
    /// The weekday, 1 = Monday; none for the library's own.
    #[serde(default)]
    pub week_starts: Option<u8>,
}

/// What was chosen.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Choices {
    pub(super) state: Option<UsState>,
    pub(super) week_starts: Option<u8>,
}

/// Says whose state's rules hold, and where their week begins.
pub(in crate::schedule) fn set_rule_choices(
    act: &Act<'_>,
    input: SetRuleChoices,
) -> Result<WorkRules> {
    let SetRuleChoices { state, week_starts } = input;
    if week_starts.is_some_and(|weekday| !(1..=7).contains(&weekday)) {
        return Err(Error::invalid("week_starts", "must be 1 to 7"));
    }
    store::put_choices(act.tx, Choices { state, week_starts })?;
    let of_state = state.map_or("no state's rules", UsState::as_str);
    let week = week_starts.map_or_else(
        || "as the library's".to_owned(),
        |weekday| format!("on weekday {weekday}"),
    );
    act.tell(format!("{of_state}, weeks begin {week}"));
    show_work_rules(act, ShowWorkRules {})
}
