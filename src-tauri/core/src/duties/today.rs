//! What is to be done today at the desks, and what was. It ticks nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::duty::{Duty, DutyMoment};
use super::store;
use crate::kernel::id::{DeskId, DutyId};
use crate::kernel::{Act, At, Result};
use crate::{policies, schedule};

/// Asks what is to be done today.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowDutiesToday {}

/// A line of today's lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DutyLine {
    /// Which duty.
    pub duty: DutyId,
    /// At which desk.
    pub desk: DeskId,
    /// The desk's name.
    pub desk_name: String,
    /// When it is done.
    pub moment: DutyMoment,
    /// In which hour, of an hourly one.
    pub hour: Option<u16>,
    /// What is done.
    pub text: String,
    /// Whether its time has come.
    pub due: bool,
    /// When it was done; none where it was not.
    pub done_at: Option<At>,
    /// By whom.
    pub done_by: Option<String>,
}

/// What is to be done today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DutiesToday {
    /// Every line whose time has come, and those of the rest of the day, by desk and time. An hour that passed without a
    /// tick is told; it can be ticked still.
    pub lines: Vec<DutyLine>,
    /// How many are due and not done.
    pub due: u32,
}

/// What is to be done today; nothing on a closed day.
pub fn duties_today(act: &Act<'_>, _: ShowDutiesToday) -> Result<DutiesToday> {
    let (today, now) = act.now.local(act.zone);
    let Some(open) = policies::open_day(act, today)?.bounds() else {
        return Ok(DutiesToday {
            lines: Vec::new(),
            due: 0,
        });
    };
    let desks = schedule::desks(act)?;
    let names: BTreeMap<DeskId, &str> = desks
        .iter()
        .filter(|desk| desk.details.active)
        .map(|desk| (desk.id, desk.details.name.as_str()))
        .collect();
    let ticks = store::ticks(act.tx, today)?;
    let line = |duty: &Duty, hour: Option<u16>, name: &str| {
        let tick = ticks.get(&(duty.id, hour));
        DutyLine {
            duty: duty.id,
            desk: duty.details.desk,
            desk_name: name.to_owned(),
            moment: duty.details.moment,
            hour,
            text: duty.details.text.clone(),
            due: duty.details.moment.is_due(hour, open, now),
            done_at: tick.map(|tick| tick.0),
            done_by: tick.map(|tick| tick.1.clone()),
        }
    };
    let mut lines = Vec::new();
    for duty in store::duties(act.tx)?
        .iter()
        .filter(|duty| duty.details.active)
    {
        let Some(name) = names.get(&duty.details.desk) else {
            continue;
        };
        let hours = duty.details.moment.hours(open.0, open.1);
        lines.extend(hours.into_iter().map(|hour| line(duty, hour, name)));
    }
    lines.sort_by(|a, b| {
        (a.desk, a.moment, a.hour, a.duty).cmp(&(b.desk, b.moment, b.hour, b.duty))
    });
    let due = lines
        .iter()
        .filter(|line| line.due && line.done_at.is_none());
    Ok(DutiesToday {
        due: u32::try_from(due.count()).unwrap_or(u32::MAX),
        lines,
    })
}
