//! How many loans a plain day brings: always as many, or such a share that the last loan of all goes out on the last
//! morning. How busy which day is stands in `days`.

use super::days::weight;
use crate::kernel::Day;

/// The hundredth part of a day's loans that go out before the play ends, late in its last morning.
const LAST_MORNING: u64 = 15;
/// So many times as many as are left come on the last day, so that the last of them is lent before it ends.
const RUSH: u64 = 2;

/// How the loans are spread.
#[derive(Debug, Clone, Copy)]
pub(super) enum Pace {
    /// So many on a plain day.
    ADay(u32),
    /// So many in all.
    InAll(u32),
}

/// The loans that are still to come.
#[derive(Debug)]
pub(super) struct Course {
    pace: Pace,
    /// Loans made and not undone.
    lent: u32,
    /// How busy the days that are left are together.
    left: u64,
    last: Day,
}

impl Course {
    /// The loans of these days, of which the last one ends in its morning.
    pub(super) fn new(pace: Pace, days: impl Iterator<Item = Day>, last: Day) -> Self {
        let left = days.map(|day| share(day, last)).sum();
        Self {
            pace,
            lent: 0,
            left,
            last,
        }
    }

    /// How many loans a plain day is to bring where the next one is this one. Each open day asks once.
    pub(super) fn plain(&mut self, day: Day) -> u32 {
        let total = match self.pace {
            Pace::ADay(plain) => return plain,
            Pace::InAll(total) => total,
        };
        let left = u64::from(total.saturating_sub(self.lent));
        let rush = if day == self.last { RUSH } else { 1 };
        let plain = rush * left * 10_000 / self.left.max(1);
        self.left = self.left.saturating_sub(share(day, self.last));
        u32::try_from(plain).unwrap_or(u32::MAX).min(100_000)
    }

    /// Whether all loans were made.
    pub(super) fn is_over(&self) -> bool {
        matches!(self.pace, Pace::InAll(total) if self.lent >= total)
    }

    pub(super) fn lends(&mut self) {
        self.lent += 1;
    }
}

fn share(day: Day, last: Day) -> u64 {
    let whole = u64::from(weight(day));
    if day == last {
        whole * LAST_MORNING / 100
    } else {
        whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::days::volume;
    use crate::demo::dice::Dice;

    #[test]
    fn all_loans_go_out_and_no_day_is_out_of_proportion() {
        let last = Day::parse("2026-11-20").unwrap();
        let days = || last.minus(1825).through(last);
        let mut course = Course::new(Pace::InAll(1_000_000), days(), last);
        let mut dice = Dice::new(1);
        let mut busiest = 0;
        for day in days().filter(|day| weight(*day) > 0 && *day != last) {
            let plain = course.plain(day);
            let loans = volume(&mut dice, day, plain);
            busiest = busiest.max(loans);
            (0..loans).for_each(|_| course.lends());
        }
        assert!((500..1500).contains(&busiest));
        let left = 1_000_000 - course.lent;
        assert!((1..1000).contains(&left), "{left} are left");
        let plain = course.plain(last);
        let morning = u64::from(volume(&mut dice, last, plain)) * LAST_MORNING / 100;
        assert!(morning >= u64::from(left), "{morning} of {left}");
    }
}
