//! Times of day as timetables write them: "9:30 AM", "0930", "13.15", "9:30-10:45pm". It guesses no half of the day that
//! nothing tells.

use crate::kernel::Minute;

/// Which half of the day a time says it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// A time of day.
pub(super) fn time(cell: &str) -> Option<Minute> {
    let (hour, minute, half) = parts(cell)?;
    at(hour, minute, half)
}

/// From when to when: "9:30 AM - 10:45 AM", "9:30-10:45pm", "13:00 to 14:15".
pub(super) fn span(cell: &str) -> Option<(Minute, Minute)> {
    let cell = cell.replace(['–', '—', '−'], "-").replace(" to ", "-");
    let (start, end) = cell.split_once('-')?;
    pair(start, end)
}

/// A start and an end; a start that tells no half of the day is in the end's, if it is before it there.
pub(super) fn pair(start: &str, end: &str) -> Option<(Minute, Minute)> {
    let end_half = parts(end)?.2;
    let end = time(end)?;
    let (hour, minute, half) = parts(start)?;
    let plain = at(hour, minute, half)?;
    if half.is_none() && end_half.is_some() {
        let same = at(hour, minute, end_half).filter(|start| *start < end);
        return Some((
            same.or(at(hour, minute, Some(Half::Morning)))
                .unwrap_or(plain),
            end,
        ));
    }
    Some((plain, end))
}

fn at(hour: u16, minute: u16, half: Option<Half>) -> Option<Minute> {
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(Half::Morning) => hour % 12,
        Some(Half::Afternoon) => hour % 12 + 12,
        None => hour,
    };
    let within = hour < 24 && minute < 60 || (hour == 24 && minute == 0);
    within.then(|| Minute::of(hour * 60 + minute))?
}

/// Hour, minute, and the half of the day if it is told.
fn parts(cell: &str) -> Option<(u16, u16, Option<Half>)> {
    let text = cell.trim().to_lowercase().replace("noon", "pm");
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.replace("a.m.", "am").replace("p.m.", "pm");
    let halves = [
        ("am", Half::Morning),
        ("pm", Half::Afternoon),
        ("a", Half::Morning),
        ("p", Half::Afternoon),
    ];
    let told = halves
        .into_iter()
        .find_map(|(word, half)| Some((text.strip_suffix(word)?, half)));
    let (digits, half) = told.map_or((text.as_str(), None), |(rest, half)| (rest, Some(half)));
    let (hour, minute) = match digits.split_once([':', '.', 'h']) {
        Some((hour, rest)) => (hour, without_seconds(rest)?),
        // 0930 and 1330, as timetables of the army and of universities have them.
        None if matches!(digits.len(), 3 | 4) => digits.split_at_checked(digits.len() - 2)?,
        None => (digits, "0"),
    };
    let number = |text: &str| {
        let plain = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse().ok())?
    };
    let minute = if minute.is_empty() { "0" } else { minute };
    Some((number(hour)?, number(minute)?, half))
}

/// The minutes of "30:00", whose seconds nobody needs.
fn without_seconds(rest: &str) -> Option<&str> {
    match rest.split_once([':', '.']) {
        Some((minutes, "00")) => Some(minutes),
        Some(_) => None,
        None => Some(rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (cell, minutes) in [
            ("9:30", 570),
            ("9:30 AM", 570),
            ("09:30:00", 570),
            ("0930", 570),
            ("930a", 570),
            ("9.30", 570),
            ("13h15", 795),
            ("1 PM", 780),
            ("12:00 pm", 720),
            ("12:05 a.m.", 5),
            ("24:00", 1440),
        ] {
            assert_eq!(time(cell).map(Minute::count), Some(minutes), "{cell}");
        }
        for cell in [
            "",
            "TBA",
            "25:00",
            "9:75",
            "13 PM",
            "9:30:xx AM PM",
            "12345",
        ] {
            assert_eq!(time(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_start_without_a_half_of_the_day_takes_the_ends() {
        for (cell, span_of) in [
            ("9:30 AM - 10:45 AM", (570, 645)),
            ("1:00-2:15pm", (780, 855)),
            ("11:30-12:45pm", (690, 765)),
            ("13:00 to 14:15", (780, 855)),
            ("9:30–10:20", (570, 620)),
        ] {
            let read = span(cell).map(|(start, end)| (start.count(), end.count()));
            assert_eq!(read, Some(span_of), "{cell}");
        }
        assert_eq!(span("9:30"), None);
    }
}
