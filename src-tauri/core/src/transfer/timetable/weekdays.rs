//! Weekdays as registrars write them: "MWF", "TuTh", "Mon, Wed", "R". What cannot be read is nothing.

/// The letters by which American registrars name days, the longer first; 1 = Monday to 7 = Sunday.
const CODES: [(&str, u8); 14] = [
    ("MO", 1),
    ("TU", 2),
    ("WE", 3),
    ("TH", 4),
    ("FR", 5),
    ("SA", 6),
    ("SU", 7),
    ("M", 1),
    ("T", 2),
    ("W", 3),
    ("R", 4),
    ("F", 5),
    ("S", 6),
    ("U", 7),
];

/// Names of days by their first letters, and how many of those there must be.
const NAMES: [(&str, u8); 7] = [
    ("monday", 1),
    ("tuesday", 2),
    ("wednesday", 3),
    ("thursday", 4),
    ("friday", 5),
    ("saturday", 6),
    ("sunday", 7),
];

/// The weekdays that a cell names, in order; none where any of it is not understood.
pub(super) fn weekdays(cell: &str) -> Option<Vec<u8>> {
    let mut days = Vec::new();
    let words = cell.split(|c: char| !c.is_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        if matches!(word.to_lowercase().as_str(), "and" | "every" | "on") {
            continue;
        }
        days.extend(named(word).map(|day| vec![day]).or_else(|| coded(word))?);
    }
    days.sort_unstable();
    days.dedup();
    (!days.is_empty()).then_some(days)
}

/// "Wednesday", "Wed", "Weds", "Tues", "Thursdays".
fn named(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let word = word
        .strip_suffix('s')
        .filter(|_| word.len() > 3)
        .unwrap_or(&word);
    let of = |(name, day): &(&str, u8)| (word.len() >= 3 && name.starts_with(word)).then_some(*day);
    NAMES.iter().find_map(of)
}

/// "MWF", "TTh", "TR", "MoWeFr". A second T is Thursday: nobody meets twice on a Tuesday by one letter.
fn coded(word: &str) -> Option<Vec<u8>> {
    let word = word.to_uppercase();
    let (mut rest, mut days) = (word.as_str(), Vec::new());
    while !rest.is_empty() {
        let (code, day) = CODES.iter().find(|(code, _)| rest.starts_with(code))?;
        let again = *code == "T" && days.contains(&2);
        days.push(if again { 4 } else { *day });
        rest = &rest[code.len()..];
    }
    Some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_registrars_write_them() {
        for (cell, days) in [
            ("MWF", [1, 3, 5].as_slice()),
            ("TR", &[2, 4]),
            ("TTh", &[2, 4]),
            ("TT", &[2, 4]),
            ("TuTh", &[2, 4]),
            ("MoWeFr", &[1, 3, 5]),
            ("Mon, Wed", &[1, 3]),
            ("Weds and Fri", &[3, 5]),
            ("Tues/Thurs", &[2, 4]),
            ("Sundays", &[7]),
            ("U", &[7]),
            ("Sa", &[6]),
            ("M W", &[1, 3]),
        ] {
            assert_eq!(weekdays(cell).as_deref(), Some(days), "{cell}");
        }
    }

    #[test]
    fn what_is_no_day_is_nothing() {
        for cell in ["", "TBA", "online", "MWX", "3"] {
            assert_eq!(weekdays(cell), None, "{cell}");
        }
    }
}
