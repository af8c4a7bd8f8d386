//! Which week of a term has which turn of its pattern, and which weeks stand for all the others. It reads nothing.

use crate::kernel::Day;

/// The weeks of a term.
#[derive(Debug, Clone)]
pub(super) struct Turns {
    /// The first day of the first week.
    first: Day,
    /// By week its turn.
    turns: Vec<usize>,
    /// The first week of the sample, and how many weeks it has.
    sample: (usize, usize),
}

impl Turns {
    /// The turns of whole weeks, and as their sample the weeks in a row that hold every turn once and are the least odd.
    /// None where the weeks are too few.
    pub(super) fn of(
        (first, last): (Day, Day),
        pattern: usize,
        oddness: impl Fn(Day) -> u32,
    ) -> Option<Self> {
        let weeks = usize::try_from(last.days_since(first) + 1).ok()? / 7;
        let begins = |week: usize| first.plus(u32::try_from(week * 7).unwrap_or(u32::MAX));
        // Classes meet in odd or in even weeks of the calendar; its number is that of the week's middle.
        let is_even = |week: usize| begins(week).plus(3).week_number().is_multiple_of(2);
        let turn = |week: usize| match pattern {
            2 => usize::from(is_even(week)),
            _ => week % pattern,
        };
        let turns: Vec<usize> = (0..weeks).map(turn).collect();
        let odd: Vec<u32> = (0..weeks)
            .map(|week| (0..7).map(|day| oddness(begins(week).plus(day))).sum())
            .collect();
        let whole = |start: &usize| {
            let held = &turns[*start..*start + pattern];
            (0..pattern).all(|turn| held.contains(&turn))
        };
        let starts = 0..(weeks + 1).saturating_sub(pattern);
        let start = starts
            .filter(whole)
            .min_by_key(|start| odd[*start..*start + pattern].iter().sum::<u32>())?;
        Some(Self {
            first,
            turns,
            sample: (start, pattern),
        })
    }

    /// The first and the last day of the sample.
    pub(super) fn sample(&self) -> (Day, Day) {
        let (start, weeks) = self.sample;
        let first = self.begins(start);
        (first, self.begins(start + weeks).minus(1).max(first))
    }

    /// The day of the sample that stands for a day of the term.
    pub(super) fn usual(&self, day: Day) -> Day {
        let (start, weeks) = self.sample;
        let week = self.week(day);
        let turn = self.turns.get(week).copied().unwrap_or(0);
        let stands = (start..start + weeks).find(|week| self.turns[*week] == turn);
        let into = day.days_since(self.begins(week));
        let into = u32::try_from(into).unwrap_or(0);
        self.begins(stands.unwrap_or(start)).plus(into)
    }

    /// The number of the week in which a day lies, from 0.
    pub(super) fn week(&self, day: Day) -> usize {
        usize::try_from(day.days_since(self.first) / 7).unwrap_or(0)
    }

    /// The first and the last day of a week.
    pub(super) fn days(&self, week: usize) -> (Day, Day) {
        (self.begins(week), self.begins(week).plus(6))
    }

    fn begins(&self, week: usize) -> Day {
        self.first.plus(u32::try_from(week * 7).unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn turns(pattern: usize, odd: &'static [&'static str]) -> Option<Turns> {
        let whole = (day("2027-01-10"), day("2027-02-13"));
        Turns::of(whole, pattern, |on| {
            u32::from(odd.contains(&on.to_string().as_str()))
        })
    }

    #[test]
    fn odd_weeks_stand_for_odd_weeks_and_even_for_even() {
        let turns = turns(2, &["2027-01-18"]).unwrap();
        // The second week holds a holiday: the sample begins after it.
        assert_eq!(turns.sample(), (day("2027-01-24"), day("2027-02-06")));
        for (on, usual) in [
            ("2027-01-11", "2027-01-25"),
            ("2027-01-18", "2027-02-01"),
            ("2027-02-13", "2027-01-30"),
        ] {
            assert_eq!(turns.usual(day(on)), day(usual), "{on}");
        }
    }

    #[test]
    fn three_weeks_come_in_turn_from_the_first() {
        let turns = turns(3, &[]).unwrap();
        assert_eq!(turns.sample(), (day("2027-01-10"), day("2027-01-30")));
        assert_eq!(turns.usual(day("2027-02-07")), day("2027-01-17"));
        assert_eq!(turns.week(day("2027-02-07")), 4);
    }

    #[test]
    fn a_term_shorter_than_its_pattern_has_no_sample() {
        let whole = (day("2027-01-10"), day("2027-01-23"));
        assert!(Turns::of(whole, 3, |_| 0).is_none());
        assert!(Turns::of(whole, 2, |_| 0).is_some());
    }
}
