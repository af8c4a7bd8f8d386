//! What the law and agreements allow somebody: hours elsewhere and at least, age, permit, award. The rules themselves are `schedule`'s.
//!
//! Apart from `StaffDetails`, because only who keeps the staff list may see it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::member::minutes_of_a_week;
use crate::kernel::{Day, Error, Money, Result, stored_as_word};

/// How far apart two shifts of a day may have to be.
const SPLIT_GAP: std::ops::RangeInclusive<u32> = 75..=720;

/// By what somebody from abroad may work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorkPermit {
    /// Nothing that limits hours.
    #[default]
    None,
    /// A student's F-1 status, 8 CFR 214.2(f)(9).
    F1,
    /// A student's J-1 status, with a written authorisation that ends: 22 CFR 62.23(g).
    J1,
}

stored_as_word! { WorkPermit { None = "none", F1 = "f1", J1 = "j1" } }

/// What the law and agreements allow somebody. Each is asked for only where a rule needs it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StaffLimits {
    /// Minutes a week that they work in other jobs.
    #[serde(default)]
    pub elsewhere_minutes: u32,
    /// The least work a week that was agreed, in minutes.
    #[serde(default)]
    pub least_minutes: Option<u32>,
    /// The least minutes between two shifts of a day; none where they are to work in one piece.
    #[serde(default)]
    pub split_gap_minutes: Option<u32>,
    /// The day of birth, where a rule needs the age.
    #[serde(default)]
    pub born: Option<Day>,
    /// Whether they are under 18, where no day of birth says so.
    #[serde(default)]
    pub minor: bool,
    /// By what they may work.
    #[serde(default)]
    pub permit: WorkPermit,
    /// The last day of a J-1 authorisation; none where none is on file.
    #[serde(default)]
    pub permit_ends: Option<Day>,
    /// A work-study award in money, with the pay by which it is used up.
    #[serde(default)]
    pub award: Option<Money>,
    /// A work-study award in minutes of work.
    #[serde(default)]
    pub award_minutes: Option<u32>,
    /// The first day whose work uses the award up; all work where none is given.
    #[serde(default)]
    pub award_from: Option<Day>,
    /// What an hour is paid.
    #[serde(default)]
    pub hourly_pay: Option<Money>,
}

impl StaffLimits {
    /// The age on a day, where the day of birth is known.
    pub fn age_on(&self, day: Day) -> Option<u32> {
        self.born.map(|born| born.years_until(day))
    }

    /// Whether they are under 18 on a day.
    pub fn is_minor_on(&self, day: Day) -> bool {
        self.age_on(day).map_or(self.minor, |age| age < 18)
    }

    /// The minutes of work that the award pays; none where there is no award.
    pub fn awarded_minutes(&self) -> Option<u32> {
        let paid = || {
            let (award, pay) = (self.award?, self.hourly_pay?);
            u32::try_from(award.units().saturating_mul(60) / pay.units()).ok()
        };
        self.award_minutes.or_else(paid)
    }

    /// The limits as the file keeps them; refused where no row can hold them.
    pub(super) fn checked(self, today: Day) -> Result<Self> {
        minutes_of_a_week("elsewhere_minutes", Some(self.elsewhere_minutes))?;
        minutes_of_a_week("least_minutes", self.least_minutes)?;
        if self
            .split_gap_minutes
            .is_some_and(|gap| !SPLIT_GAP.contains(&gap))
        {
            let problem = "must be more than an hour, or it is a break, and at most twelve hours";
            return Err(Error::invalid("split_gap_minutes", problem));
        }
        if self.born.is_some_and(|born| born > today) {
            return Err(Error::invalid("born", "lies in the future"));
        }
        for (field, money) in [("award", self.award), ("hourly_pay", self.hourly_pay)] {
            if money.is_some_and(|money| money.units() < 0) {
                return Err(Error::invalid(field, "cannot be less than nothing"));
            }
        }
        if self.hourly_pay.is_some_and(|pay| pay.units() == 0) {
            return Err(Error::invalid("hourly_pay", "cannot be nothing"));
        }
        if self.award.is_some() && self.award_minutes.is_some() {
            let problem = "is given in money and in hours; keep one of them";
            return Err(Error::invalid("award_minutes", problem));
        }
        if self.award.is_some() && self.hourly_pay.is_none() {
            let problem = "is needed, because the award is in money";
            return Err(Error::invalid("hourly_pay", problem));
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn somebody_is_a_minor_until_the_day_of_their_birthday() {
        let born = StaffLimits {
            born: Some(day("2008-12-01")),
            minor: true,
            ..StaffLimits::default()
        };
        assert!(born.is_minor_on(day("2026-11-30")));
        assert!(!born.is_minor_on(day("2026-12-01")));
        let ticked = StaffLimits {
            minor: true,
            ..StaffLimits::default()
        };
        assert!(ticked.is_minor_on(day("2026-12-01")));
        assert!(!StaffLimits::default().is_minor_on(day("2026-12-01")));
    }

    #[test]
    fn an_award_in_money_lasts_as_long_as_its_pay() {
        let paid = StaffLimits {
            award: Some(Money::cents(150_000)),
            hourly_pay: Some(Money::cents(1_250)),
            ..StaffLimits::default()
        };
        assert_eq!(paid.awarded_minutes(), Some(120 * 60));
        let hours = StaffLimits {
            award_minutes: Some(90),
            ..StaffLimits::default()
        };
        assert_eq!(hours.awarded_minutes(), Some(90));
        assert_eq!(StaffLimits::default().awarded_minutes(), None);
    }

    #[test]
    fn an_award_in_money_needs_the_pay_and_has_no_hours_beside() {
        let money = StaffLimits {
            award: Some(Money::cents(100)),
            ..StaffLimits::default()
        };
        let refused = |limits: StaffLimits| match limits.checked(day("2026-11-23")) {
            Err(Error::Invalid { field, .. }) => field,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(money.clone()), "hourly_pay");
        let both = StaffLimits {
            award_minutes: Some(5),
            hourly_pay: Some(Money::cents(5)),
            ..money
        };
        assert_eq!(refused(both), "award_minutes");
        let unborn = StaffLimits {
            born: Some(day("2026-11-24")),
            ..StaffLimits::default()
        };
        assert_eq!(refused(unborn), "born");
    }
}
