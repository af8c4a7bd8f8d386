//! How times are rounded and from when to when one pays, as the library decided. It rounds nothing itself.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::pay_period::{PayPeriod, PayPeriodKind, period_of};
use super::rounding::Rounding;
use super::store;
use crate::kernel::{Act, Day, Result};
use crate::policies::{self, WeekStart};

/// How times are rounded, and from when to when one pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HoursRule {
    /// To which lines times are rounded.
    pub rounding: Rounding,
    /// How often one pays.
    pub period: PayPeriodKind,
    /// A day on which a period of weeks begins.
    pub begins: Day,
}

/// Asks how times are rounded, and from when to when one pays.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowHoursRule {}

impl HoursRule {
    /// The period that holds a day.
    pub fn period_of(&self, day: Day) -> PayPeriod {
        period_of(self.period, self.begins, day)
    }
}

pub(super) fn show_rule(act: &Act<'_>, _: ShowHoursRule) -> Result<HoursRule> {
    rule(act)
}

/// What the library decided; to the minute and by its own week where it did not.
pub fn rule(act: &Act<'_>) -> Result<HoursRule> {
    if let Some(rule) = store::rule(act.tx)? {
        return Ok(rule);
    }
    let begins = match policies::library(act)?.details.week_starts {
        WeekStart::Monday => Day::of(2026, 1, 5),
        WeekStart::Sunday => Day::of(2026, 1, 4),
    };
    Ok(HoursRule {
        rounding: Rounding::None,
        period: PayPeriodKind::Week,
        begins: begins.unwrap_or(act.today),
    })
}

/// Decides it. Stamps stay as they were given: only what is paid is counted anew.
pub fn set_rule(act: &Act<'_>, input: HoursRule) -> Result<HoursRule> {
    store::put_rule(act.tx, &input)?;
    act.tell(format!(
        "rounds to {} min, pays by {}, from {}",
        input.rounding.minutes(),
        input.period.as_str().replace('_', " "),
        input.begins
    ));
    Ok(input)
}
