//! Shifts as an iCalendar file (RFC 5545), byte for byte. It reads no file and knows no library.

use crate::kernel::At;

/// The longest line in bytes, without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// One event of a calendar.
pub(super) struct Event {
    /// The same as long as the event is the same, whatever becomes of it.
    pub(super) uid: String,
    pub(super) start: At,
    pub(super) end: At,
    pub(super) summary: String,
    pub(super) place: String,
    pub(super) note: String,
    /// Whether everybody was told of it as it is.
    pub(super) confirmed: bool,
}

/// The calendar's file. Times are in UTC, so that no reader needs the library's zone.
pub(super) fn file(name: &str, now: At, events: &[Event]) -> Vec<u8> {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Carrel//Schedule//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        format!("X-WR-CALNAME:{}", escaped(name)),
    ];
    for event in events {
        lines.extend(event.lines(now));
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().flat_map(|line| folded(line)).collect()
}

impl Event {
    fn lines(&self, now: At) -> Vec<String> {
        let mut lines = vec![
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", self.uid),
            format!("DTSTAMP:{}", utc(now)),
            format!("DTSTART:{}", utc(self.start)),
            format!("DTEND:{}", utc(self.end)),
            format!("SUMMARY:{}", escaped(&self.summary)),
            format!("LOCATION:{}", escaped(&self.place)),
        ];
        if !self.note.is_empty() {
            lines.push(format!("DESCRIPTION:{}", escaped(&self.note)));
        }
        let status = match self.confirmed {
            true => "CONFIRMED",
            false => "TENTATIVE",
        };
        lines.push(format!("STATUS:{status}"));
        lines.push("END:VEVENT".to_owned());
        lines
    }
}

/// `20261123T150000Z`.
fn utc(at: At) -> String {
    let text = at.to_string();
    let whole = text.split('.').next().unwrap_or_default();
    format!("{}Z", whole.replace(['-', ':'], ""))
}

/// Text as RFC 5545, 3.3.11, wants it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            _ if letter.is_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A line with its end; a long one goes on after a line end and a space, and no letter is cut in two.
fn folded(line: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(line.len() + 2);
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST {
            bytes.extend_from_slice(b"\r\n ");
            length = 1;
        }
        bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        length += letter.len_utf8();
    }
    bytes.extend_from_slice(b"\r\n");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(summary: &str, confirmed: bool) -> Event {
        Event {
            uid: "shift-7@carrel".into(),
            start: At::from_millis(1_795_446_000_000),
            end: At::from_millis(1_795_449_600_000),
            summary: summary.into(),
            place: "Marlow Falls".into(),
            note: String::new(),
            confirmed,
        }
    }

    fn text(events: &[Event]) -> String {
        let now = At::from_millis(1_795_400_000_000);
        String::from_utf8(file("Ada", now, events)).unwrap()
    }

    #[test]
    fn an_event_has_its_number_its_times_in_utc_and_its_standing() {
        let text = text(&[event("Circulation", true), event("Stacks", false)]);
        for line in [
            "UID:shift-7@carrel\r\n",
            "DTSTART:20261123T150000Z\r\n",
            "DTEND:20261123T160000Z\r\n",
            "SUMMARY:Circulation\r\n",
            "STATUS:CONFIRMED\r\n",
            "STATUS:TENTATIVE\r\n",
        ] {
            assert!(text.contains(line), "{line} in {text}");
        }
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    }

    #[test]
    fn what_means_something_to_the_format_is_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne\r"), "a\\,b\\;c\\\\d\\ne");
    }

    #[test]
    fn a_long_line_goes_on_without_cutting_a_letter() {
        let name = "Łucja Zielińska ".repeat(12);
        let text = text(&[event(&name, true)]);
        assert!(text.split("\r\n").all(|line| line.len() <= LONGEST));
        assert!(text.replace("\r\n ", "").contains(name.trim_end()));
    }
}
