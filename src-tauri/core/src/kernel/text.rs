//! Text as people type and paste it, cleaned before it is kept; what it means is the field's own affair.

use unicode_normalization::UnicodeNormalization;

use super::error::{Error, Result};

/// One line: composed letters (NFC), nothing around it, no control character, at most `longest` characters.
pub fn line(field: &'static str, typed: &str, longest: usize) -> Result<String> {
    cleaned(field, typed, longest, |_| false)
}

/// Several lines, such as an address: as [`line`], but a line may end.
pub fn lines(field: &'static str, typed: &str, longest: usize) -> Result<String> {
    let typed = typed.replace("\r\n", "\n").replace('\r', "\n");
    cleaned(field, &typed, longest, |c| c == '\n')
}

/// Why somebody does what the rules leave to people: one line of 3 to 200 characters.
pub fn reason(typed: &str) -> Result<String> {
    let reason = line("reason", typed, 200)?;
    if reason.chars().count() < 3 {
        return Err(Error::invalid(
            "reason",
            "must have 3 to 200 characters, so that others understand it later",
        ));
    }
    Ok(reason)
}

/// Refuses an empty text where there must be one.
pub fn required(field: &'static str, text: &str) -> Result<()> {
    if text.is_empty() {
        return Err(Error::invalid(field, "is empty"));
    }
    Ok(())
}

fn cleaned(
    field: &'static str,
    typed: &str,
    longest: usize,
    allowed: fn(char) -> bool,
) -> Result<String> {
    let text: String = typed.trim().nfc().collect();
    if let Some(c) = text.chars().find(|c| c.is_control() && !allowed(*c)) {
        let problem = format!(
            "holds a control character (U+{:04X}); type it anew",
            u32::from(c)
        );
        return Err(Error::invalid(field, problem));
    }
    match text.chars().count() {
        length if length > longest => Err(Error::invalid(
            field,
            format!("has {length} characters, at most {longest} are possible"),
        )),
        _ => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_composed_and_trimmed() {
        assert_eq!(line("name", " Zoe\u{308}\r\n", 9).unwrap(), "Zoë");
    }

    #[test]
    fn a_control_character_inside_a_line_is_refused() {
        for typed in ["a\tb", "a\nb", "a\u{0}b", "a\u{85}b"] {
            assert!(line("name", typed, 9).is_err(), "{typed:?}");
        }
    }

    #[test]
    fn an_address_keeps_its_lines() {
        assert_eq!(
            lines("address", "1 Elm St\r\nSpringfield\n", 40).unwrap(),
            "1 Elm St\nSpringfield"
        );
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert!(line("name", &"é".repeat(80), 80).is_ok());
        assert!(line("name", &"é".repeat(81), 80).is_err());
    }
}
