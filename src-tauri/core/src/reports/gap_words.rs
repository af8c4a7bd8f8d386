//! What was not covered, in as few words as say it: "Circulation Mon–Wed 11–12 (one of two)". It finds no gap.

use carrel_print::isolated;

use super::notation;
use super::shift_week::ReportGap;
use super::words;
use crate::kernel::{Day, Minute};
use crate::policies::ClockHabit;

/// The same lack of people at the same desk and times, on one day or several.
#[derive(Debug, PartialEq, Eq)]
struct Lack<'a> {
    desk: &'a str,
    times: (Minute, Minute),
    needed: u16,
    covered: u16,
    days: Vec<Day>,
}

/// The sentence of a week's gaps: by desk, equal ones of several days together.
pub(super) fn sentence(gaps: &[ReportGap], habit: ClockHabit) -> String {
    let mut words = String::new();
    let mut desk = "";
    for lack in merged(gaps) {
        let times = notation::span(lack.times.0, lack.times.1, habit);
        let short = words::short_of(lack.needed, lack.covered);
        let lead = match desk {
            "" => isolated(lack.desk) + " ",
            last if last == lack.desk => ", ".to_owned(),
            _ => format!("; {} ", isolated(lack.desk)),
        };
        desk = lack.desk;
        words.push_str(&format!("{lead}{} {times} ({short})", days(&lack.days)));
    }
    words + "."
}

/// Gaps by desk in order, those that differ only in their day made one.
fn merged(gaps: &[ReportGap]) -> Vec<Lack<'_>> {
    let mut lacks: Vec<Lack<'_>> = Vec::new();
    for gap in gaps {
        let alike = lacks.iter_mut().find(|lack| {
            (lack.desk, lack.times) == (&gap.name, (gap.from, gap.to))
                && (lack.needed, lack.covered) == (gap.needed, gap.covered)
        });
        match alike {
            Some(lack) => lack.days.push(gap.day),
            None => lacks.push(Lack {
                desk: &gap.name,
                times: (gap.from, gap.to),
                needed: gap.needed,
                covered: gap.covered,
                days: vec![gap.day],
            }),
        }
    }
    let mut order: Vec<&str> = Vec::new();
    for gap in gaps {
        if !order.contains(&gap.name.as_str()) {
            order.push(&gap.name);
        }
    }
    lacks.sort_by_key(|lack| order.iter().position(|name| *name == lack.desk));
    lacks
}

/// "Mon", "Mon, Thu", "Mon–Wed, Fri"
fn days(days: &[Day]) -> String {
    let runs = days.chunk_by(|day, next| next.days_since(*day) == 1);
    let run = |run: &[Day]| match run {
        [first, .., last] if run.len() > 2 => format!("{}–{}", name(*first), name(*last)),
        _ => run
            .iter()
            .map(|day| name(*day))
            .collect::<Vec<_>>()
            .join(", "),
    };
    runs.map(run).collect::<Vec<_>>().join(", ")
}

fn name(day: Day) -> &'static str {
    words::weekday(day.weekday())
}

#[cfg(test)]
mod tests {
    use carrel_print::released;

    use super::*;
    use crate::kernel::id::DeskId;

    fn gap(desk: &str, day: u32, from: u16, to: u16, needed: u16, covered: u16) -> ReportGap {
        ReportGap {
            desk: DeskId::of(1),
            name: desk.into(),
            day: Day::of(2026, 11, day).unwrap(),
            from: Minute::of(from * 60).unwrap(),
            to: Minute::of(to * 60).unwrap(),
            needed,
            covered,
        }
    }

    /// The sentence without the marks that keep a desk's name to itself.
    fn said(gaps: &[ReportGap]) -> String {
        released(&sentence(gaps, ClockHabit::H24))
    }

    #[test]
    fn equal_gaps_of_several_days_are_said_once() {
        let gaps = [23, 24, 25, 27].map(|day| gap("Circulation", day, 11, 12, 2, 1));
        assert_eq!(said(&gaps), "Circulation Mon–Wed, Fri 11–12 (one of two).");
    }

    #[test]
    fn a_desk_is_named_once_and_its_gaps_stand_together() {
        let gaps = [
            gap("Circulation", 23, 11, 12, 2, 1),
            gap("Stacks", 23, 8, 9, 1, 0),
            gap("Circulation", 26, 20, 21, 2, 0),
        ];
        assert_eq!(
            said(&gaps),
            "Circulation Mon 11–12 (one of two), Thu 20–21 (nobody of two); Stacks Mon 8–9 (nobody of one)."
        );
    }

    #[test]
    fn two_days_in_a_row_are_both_named() {
        let gaps = [23, 24].map(|day| gap("Stacks", day, 8, 9, 1, 0));
        assert_eq!(said(&gaps), "Stacks Mon, Tue 8–9 (nobody of one).");
    }

    #[test]
    fn a_desk_from_right_to_left_stands_apart_from_its_times() {
        let gaps = [gap("דלפק", 23, 11, 12, 2, 1)];
        assert_eq!(
            sentence(&gaps, ClockHabit::H24),
            "\u{2066}דלפק\u{2069} Mon 11–12 (one of two)."
        );
    }
}
