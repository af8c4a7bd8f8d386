//! The days on which an American public library is closed. It knows no library's own.

use crate::kernel::Day;

/// Closed days with their reasons, of every year that the stretch touches, in order.
pub(super) fn holidays(from: Day, to: Day) -> Vec<(Day, &'static str)> {
    let years = year(from)..=year(to);
    let all = years.flat_map(of_year);
    all.filter(|(day, _)| (from..=to).contains(day)).collect()
}

fn of_year(year: i32) -> Vec<(Day, &'static str)> {
    const MONDAY: u8 = 1;
    const THURSDAY: u8 = 4;
    let on = |month, day| Day::of(year, month, day);
    let thanksgiving = nth(year, 11, THURSDAY, 4);
    let memorial = nth(year, 6, MONDAY, 1).map(|day| day.minus(7));
    [
        (on(1, 1), "New Year's Day"),
        (nth(year, 1, MONDAY, 3), "Martin Luther King Jr. Day"),
        (nth(year, 2, MONDAY, 3), "Presidents' Day"),
        (memorial, "Memorial Day"),
        (on(6, 19), "Juneteenth"),
        (on(7, 4), "Independence Day"),
        (nth(year, 9, MONDAY, 1), "Labor Day"),
        (thanksgiving, "Thanksgiving"),
        (
            thanksgiving.map(|day| day.plus(1)),
            "Day after Thanksgiving",
        ),
        (on(12, 24), "Christmas Eve"),
        (on(12, 25), "Christmas Day"),
        (on(12, 31), "New Year's Eve"),
    ]
    .into_iter()
    .filter_map(|(day, reason)| Some((day?, reason)))
    .collect()
}

/// The n-th weekday of a month.
fn nth(year: i32, month: u32, weekday: u8, n: u32) -> Option<Day> {
    let first = Day::of(year, month, 1)?;
    let ahead = (weekday + 7 - first.weekday()) % 7;
    Some(first.plus(u32::from(ahead) + 7 * (n - 1)))
}

fn year(day: Day) -> i32 {
    chrono::Datelike::year(&day.date())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn moving_holidays_fall_where_the_calendar_puts_them() {
        let of_2026 = holidays(day("2026-01-01"), day("2026-12-31"));
        for (text, reason) in [
            ("2026-01-19", "Martin Luther King Jr. Day"),
            ("2026-05-25", "Memorial Day"),
            ("2026-09-07", "Labor Day"),
            ("2026-11-26", "Thanksgiving"),
        ] {
            assert!(of_2026.contains(&(day(text), reason)), "{reason}");
        }
    }

    #[test]
    fn a_stretch_holds_only_its_own() {
        let found = holidays(day("2026-12-25"), day("2027-01-01"));
        assert_eq!(found.len(), 3);
    }
}
