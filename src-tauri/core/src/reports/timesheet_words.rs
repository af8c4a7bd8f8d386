//! The English of the printed timesheet and of the payroll's file. A translation is another file like this.

use super::notation::{hours, time};
use super::words::short_day;
use crate::hours::{DayOddity, Rounding, Side};
use crate::kernel::{At, Zone};
use crate::policies::ClockHabit;

pub(super) const TIMESHEET: &str = "Timesheet";
pub(super) const PAYROLL: &str = "Payroll hours";

pub(super) const DAY: &str = "Day";
pub(super) const SCHEDULED: &str = "Scheduled";
pub(super) const CAME: &str = "Came";
pub(super) const WENT: &str = "Went";
pub(super) const WORKED: &str = "Worked";
pub(super) const PAID: &str = "Paid";
pub(super) const DIFFERENCE: &str = "+/–";
pub(super) const REMARK: &str = "Remark";
pub(super) const TOTAL: &str = "Total";
pub(super) const PUT_RIGHT: &str = "Put right";
pub(super) const ADJUSTED: &str = "Adjustment of";
pub(super) const NOW: &str = "Is";
pub(super) const BEFORE: &str = "Was";
pub(super) const REASON: &str = "Why";
pub(super) const BY: &str = "By";
pub(super) const STRUCK: &str = "struck";
pub(super) const NOTHING: &str = "nothing";
pub(super) const NOT_KNOWN: &str = "?";
pub(super) const HERE: &str = "here";
pub(super) const NOBODY: &str = "Nobody has hours in these days.";
pub(super) const EMPLOYEE: &str = "Employee, date";
pub(super) const SUPERVISOR: &str = "Supervisor, date";
pub(super) const TRUE: &str =
    "I worked the hours above. Times that were put right are listed with the reason.";

/// The heads of the payroll's file, which programs read.
pub(super) const PAYROLL_HEADS: [&str; 15] = [
    "name",
    "position",
    "staff",
    "period_first",
    "period_last",
    "paid_hours",
    "paid_minutes",
    "worked_minutes",
    "scheduled_minutes",
    "rounding_minutes",
    "missing_times",
    "adjustment_minutes",
    "adjustment_of",
    "to_pay_hours",
    "signed_off",
];

/// "9.25 hours scheduled, 9 worked, 9 paid"
pub(super) fn sums(scheduled: u32, worked: u32, paid: u32) -> String {
    format!(
        "{} hours scheduled, {} worked, {} paid",
        hours(scheduled),
        hours(worked),
        hours(paid)
    )
}

/// "+0.5", "–1", "0"
pub(super) fn signed(minutes: i64) -> String {
    let size = hours(u32::try_from(minutes.abs()).unwrap_or(u32::MAX));
    match minutes {
        0 => size,
        1.. => format!("+{size}"),
        _ => format!("–{size}"),
    }
}

/// How times are rounded, and what it did to these.
pub(super) fn rounding(rounding: Rounding, moved: i32) -> String {
    match rounding {
        Rounding::None => "Paid to the minute, without rounding.".into(),
        Rounding::Five | Rounding::Six | Rounding::Fifteen => format!(
            "Coming and going are paid to the nearest {} minutes (29 CFR 785.48); in this period that comes to {} minutes.",
            rounding.minutes(),
            match moved {
                0 => "0".to_owned(),
                1.. => format!("+{moved}"),
                _ => format!("–{}", moved.unsigned_abs()),
            }
        ),
    }
}

/// "2 times are missing: those hours count once they are put right."
pub(super) fn missing(open: u32) -> String {
    match open {
        1 => "1 time is missing: those hours count once it is put right.".into(),
        open => format!("{open} times are missing: those hours count once they are put right."),
    }
}

/// "Signed off on Mon 30 Nov, 9:02 by Maya: 12.5 hours were paid."
pub(super) fn signed_off(at: &str, by: &str, paid: u32) -> String {
    format!(
        "Signed off on {at} by {by}: {} hours were paid.",
        hours(paid)
    )
}

/// "Paid with this period: 12.5 hours and adjustments of +0.5."
pub(super) fn paid_with(paid: u32, adjusted: i32) -> String {
    let adjusted = signed(adjusted.into());
    format!(
        "Paid with this period: {} hours and adjustments of {adjusted}.",
        hours(paid)
    )
}

/// What does not fit of a day.
pub(super) fn oddity(oddity: &DayOddity, clock: ClockHabit) -> String {
    match oddity {
        DayOddity::NoEnd { .. } => "never signed out".into(),
        DayOddity::NoStart { .. } => "never signed in".into(),
        DayOddity::Missed { start, end } => {
            format!(
                "did not come, {}",
                super::notation::span(*start, *end, clock)
            )
        }
        DayOddity::Late { minutes } => format!("{minutes} min late"),
        DayOddity::LeftEarly { minutes } => format!("left {minutes} min early"),
        DayOddity::Unscheduled {} => "no shift".into(),
    }
}

/// "came", "went"
pub(super) fn side(side: Side) -> &'static str {
    match side {
        Side::In => "came",
        Side::Out => "went",
    }
}

/// "Mon 23 Nov, 9:02"
pub(super) fn when(at: At, zone: Zone, clock: ClockHabit) -> String {
    let (day, minute) = at.local(zone);
    format!("{}, {}", short_day(day), time(minute, clock))
}
