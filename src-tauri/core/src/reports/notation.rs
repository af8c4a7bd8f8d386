//! How times and numbers are written on the page: in digits, in the shortest form that is exact. Its words are `words`.

use super::words::half;
use crate::kernel::Minute;
use crate::policies::ClockHabit;

/// A space at which no line breaks.
pub(super) const SPACE: char = '\u{a0}';

/// "21:30" or "9:30 pm"
pub(super) fn time(minute: Minute, habit: ClockHabit) -> String {
    match habit {
        ClockHabit::H24 => minute.to_string(),
        ClockHabit::H12 => format!(
            "{}:{:02}{SPACE}{}",
            hour_of_twelve(minute.hour()),
            minute.count() % 60,
            half(minute.hour())
        ),
    }
}

/// A stretch of a day in its shortest form, as the screen writes it: "13–16", "8–11:30", "1–4 pm", "10 am–12 pm". Which
/// half of the day it begins in is said wherever that is not the half in which it ends.
pub(super) fn span(from: Minute, to: Minute, habit: ClockHabit) -> String {
    let (begin, end) = match habit {
        ClockHabit::H24 => (from.hour(), to.hour()),
        ClockHabit::H12 => (hour_of_twelve(from.hour()), hour_of_twelve(to.hour())),
    };
    let times = (shortest(begin, from), shortest(end, to));
    match habit {
        ClockHabit::H24 => format!("{}–{}", times.0, times.1),
        ClockHabit::H12 if is_clear(from, to) => {
            format!("{}–{}{SPACE}{}", times.0, times.1, half(to.hour()))
        }
        ClockHabit::H12 => {
            let (first, second) = (half(from.hour()), half(to.hour()));
            format!("{}{SPACE}{first}–{}{SPACE}{second}", times.0, times.1)
        }
    }
}

/// Whether the beginning lies in the half of the day in which the end does.
fn is_clear(from: Minute, to: Minute) -> bool {
    half(from.hour()) == half(to.hour())
}

/// The head of an hour's column: "8", "13", or "8 am", "9", "12 pm", "1"; `first` is the first of the table.
pub(super) fn hour(hour: u8, first: bool, habit: ClockHabit) -> String {
    let hour = u16::from(hour);
    match habit {
        ClockHabit::H24 => hour.to_string(),
        ClockHabit::H12 if first || hour == 12 => {
            format!("{}{SPACE}{}", hour_of_twelve(hour), half(hour))
        }
        ClockHabit::H12 => hour_of_twelve(hour).to_string(),
    }
}

/// "8–9" or "8–9 am": an hour as a row of a table.
pub(super) fn hour_span(hour: u8, habit: ClockHabit) -> String {
    let edge = |hour: u16| Minute::of(hour * 60).unwrap_or(Minute::MIDNIGHT);
    span(edge(hour.into()), edge(u16::from(hour) + 1), habit)
}

fn shortest(hour: u16, minute: Minute) -> String {
    match minute.count() % 60 {
        0 => hour.to_string(),
        minutes => format!("{hour}:{minutes:02}"),
    }
}

fn hour_of_twelve(hour: u16) -> u16 {
    match hour % 12 {
        0 => 12,
        hour => hour,
    }
}

/// "1,252"
pub(super) fn number(number: u32) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Minutes as hours: "17", "10.5", "1,240.25"
pub(super) fn hours(minutes: u32) -> String {
    let hundredths = (minutes % 60) * 100 / 60;
    let whole = number(minutes / 60);
    match (hundredths / 10, hundredths % 10) {
        (0, 0) => whole,
        (tenths, 0) => format!("{whole}.{tenths}"),
        (tenths, rest) => format!("{whole}.{tenths}{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(hour: u16, minute: u16) -> Minute {
        Minute::of(hour * 60 + minute).unwrap()
    }

    #[test]
    fn a_shift_takes_its_shortest_form() {
        let h24 = |from, to| span(from, to, ClockHabit::H24);
        assert_eq!(h24(minute(13, 0), minute(16, 0)), "13–16");
        assert_eq!(h24(minute(8, 0), minute(11, 30)), "8–11:30");
        assert_eq!(h24(minute(0, 0), minute(24, 0)), "0–24");
        let h12 = |from, to| span(from, to, ClockHabit::H12).replace(SPACE, " ");
        assert_eq!(h12(minute(13, 0), minute(16, 0)), "1–4 pm");
        assert_eq!(h12(minute(8, 0), minute(11, 30)), "8–11:30 am");
        assert_eq!(h12(minute(12, 0), minute(13, 15)), "12–1:15 pm");
        assert_eq!(h12(minute(9, 0), minute(12, 0)), "9 am–12 pm");
    }

    #[test]
    fn both_halves_of_the_day_are_said_where_they_differ() {
        let h12 = |from, to| span(from, to, ClockHabit::H12).replace(SPACE, " ");
        assert_eq!(h12(minute(9, 0), minute(17, 0)), "9 am–5 pm");
        assert_eq!(h12(minute(11, 30), minute(13, 0)), "11:30 am–1 pm");
        assert_eq!(h12(minute(1, 0), minute(16, 0)), "1 am–4 pm");
        assert_eq!(h12(minute(12, 0), minute(24, 0)), "12 pm–12 am");
        assert_eq!(h12(minute(21, 0), minute(24, 0)), "9 pm–12 am");
        assert_eq!(h12(minute(0, 0), minute(4, 0)), "12–4 am");
    }

    #[test]
    fn hours_and_numbers_are_as_short_as_they_are_exact() {
        assert_eq!(
            [17 * 60, 630, 675, 0].map(hours),
            ["17", "10.5", "11.25", "0"]
        );
        assert_eq!(
            [7, 999, 1252, 1_000_000].map(number),
            ["7", "999", "1,252", "1,000,000"]
        );
    }
}
