//! What is odd about a shift, as facts with the rule that says so. It judges nothing: the crate `carrel-roster` does.

use serde::Serialize;
use ts_rs::TS;

use super::work_rules::{DeskDuty, Overridden, RuleSeverity};
use crate::kernel::id::{DeskId, ShiftId};
use crate::kernel::{Day, Minute};

/// One thing that is odd about a shift, or about a stretch in which nobody works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Conflict {
    /// The rule that says so, such as `F1-20`.
    pub rule: String,
    /// How gravely; less than the rule's own where its limit is only near.
    pub severity: RuleSeverity,
    /// Why it stays, where somebody said so.
    pub overridden: Option<Overridden>,
    /// What is odd.
    #[serde(flatten)]
    pub what: Oddity,
}

/// A time on the wall clock of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct DayTime {
    /// The day.
    pub day: Day,
    /// The minute of the day; 1440 is the midnight that ends it.
    pub minute: Minute,
}

/// Which length is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum ShiftLength {
    Short,
    Long,
    Hard,
}

/// Which end of the library's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum DayEdge {
    Opening,
    Closing,
}

/// What is odd. Amounts are in minutes that really pass; a rule's id says whose limit it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "each field is named for what it holds, in the words of `carrel_roster::Facts`"
)]
pub enum Oddity {
    /// The person works elsewhere at the same time.
    DoubleBooked {
        other: ShiftId,
        from: Minute,
        to: Minute,
    },
    /// The person said that they cannot.
    Unavailable { from: DayTime, to: DayTime },
    /// The person is in class, or on the way.
    InClass {
        from: DayTime,
        to: DayTime,
        travel: u16,
    },
    /// The person is away.
    OnLeave { from: DayTime, to: DayTime },
    /// The library is closed on that day; the reason is empty where that weekday is always closed.
    Closed { reason: String },
    /// The shift begins before the library opens, or ends after it closes.
    OutsideHours { opens: Minute, closes: Minute },
    /// The shift lies outside the desk's own hours.
    OutsideDeskHours { from: DayTime, to: DayTime },
    /// Too little rest between two days.
    ShortRest {
        from: DayTime,
        to: DayTime,
        minutes: u32,
        least: u32,
    },
    /// A break is due.
    BreakDue {
        worked: u32,
        breaks: u32,
        minutes: u32,
    },
    /// Too much work on a day.
    LongDay { day: Day, minutes: u32, most: u32 },
    /// Too much work in a week, that of other jobs among it.
    LongWeek {
        first: Day,
        minutes: u32,
        elsewhere: u32,
        most: u32,
    },
    /// The person's week holds more work than they want.
    OverWanted { wanted: u32, minutes: u32 },
    /// The person's week holds more work than was agreed.
    OverAgreed { most: u32, minutes: u32 },
    /// The award does not pay the end of the shift.
    AwardSpent { from: DayTime, minutes: u32 },
    /// The award is nearly used up.
    AwardNear { left: u32, total: u32 },
    /// No written authorisation is on file.
    NotAuthorised,
    /// The written authorisation is over.
    AuthorisationOver { until: Day },
    /// The written authorisation ends soon.
    AuthorisationEnds { until: Day },
    /// Too much work of a young person on a day.
    YouthDay {
        day: Day,
        school: bool,
        minutes: u32,
        most: u32,
    },
    /// Too much work of a young person in a week.
    YouthWeek {
        first: Day,
        school: bool,
        minutes: u32,
        most: u32,
    },
    /// A young person works early or late.
    YouthHours {
        from: Minute,
        until: Minute,
        minutes: u32,
    },
    /// A young person works while school is held.
    SchoolHours {
        from: Minute,
        to: Minute,
        minutes: u32,
    },
    /// The person is too young for what is done at the desk.
    Occupation { duties: Vec<DeskDuty>, age: u32 },
    /// The person is too young to work.
    TooYoung { age: u32, years: u32 },
    /// Work without a gap is too short or too long.
    Length {
        length: ShiftLength,
        minutes: u32,
        limit: u32,
    },
    /// Work on too many days of a week.
    ManyDays { days: u32, most: u32 },
    /// Work on too many days in a row.
    DaysInARow {
        first: Day,
        last: Day,
        days: u32,
        most: u32,
    },
    /// The person has not begun to work here.
    NotBegun { begins: Day },
    /// The person works here no longer, and the shift is still to come.
    LeftStaff { ends: Day },
    /// The person is not trained for the desk.
    Untrained { desk: DeskId },
    /// Nobody at the desk is trained for it.
    NobodyTrained {
        desk: DeskId,
        from: DayTime,
        to: DayTime,
    },
    /// Nobody at the desk may lead.
    NobodySenior {
        desk: DeskId,
        from: DayTime,
        to: DayTime,
    },
    /// The person is the only one in the library.
    Alone { from: DayTime, to: DayTime },
    /// The person is under an age and the only one in the library.
    AloneUnder {
        from: DayTime,
        to: DayTime,
        age: u32,
    },
    /// Too few open or close.
    OpenClose {
        edge: DayEdge,
        from: DayTime,
        to: DayTime,
        people: u32,
        least: u32,
    },
    /// Nobody with a key opens or closes.
    NoKey {
        edge: DayEdge,
        from: DayTime,
        to: DayTime,
    },
    /// Two work at a time who are not to; their names.
    NotApart {
        one: String,
        other: String,
        from: DayTime,
        to: DayTime,
    },
    /// The person works without the one beside whom they are to work.
    NotBeside {
        other: String,
        from: DayTime,
        to: DayTime,
    },
    /// The person works without the company that they are to have, or without somebody who may lead.
    Unaccompanied {
        senior: bool,
        from: DayTime,
        to: DayTime,
    },
    /// The person closes, and opens on the day after.
    ClosesAndOpens { from: DayTime, to: DayTime },
}

impl Oddity {
    /// Whether it is what those who are there together owe the place, whoever of them it is told of.
    pub(super) fn concerns_the_place(&self) -> bool {
        matches!(
            self,
            Self::NobodySenior { .. }
                | Self::Alone { .. }
                | Self::AloneUnder { .. }
                | Self::OpenClose { .. }
                | Self::NoKey { .. }
        )
    }
}
