//! The class of a call number, coarse enough for a table of a dozen rows. It sorts no shelf.

/// The longest class in characters, where it is a word.
const LONGEST: usize = 12;

/// The class of a call number: the first letter of one to three letters before a digit (Library of Congress: "QA76" is
/// Q), the hundred of three digits (Dewey: "823.7" is 800), else its first word ("FIC AUS" is FIC). None where there is
/// no call number.
pub fn call_class(call_number: &str) -> Option<String> {
    let word = call_number.split_whitespace().next()?;
    let letters: String = word.chars().take_while(char::is_ascii_alphabetic).collect();
    let next = word.chars().nth(letters.len());
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    match () {
        () if (1..=3).contains(&letters.len())
            && next.is_some_and(|next| next.is_ascii_digit()) =>
        {
            letters.get(..1).map(str::to_ascii_uppercase)
        }
        () if digits == 3 => word.get(..1).map(|hundred| format!("{hundred}00")),
        () => Some(word.to_uppercase().chars().take(LONGEST).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_a_letter_a_hundred_or_a_word() {
        for (call_number, class) in [
            ("Z711 .B66", Some("Z")),
            ("qa76.9 K5", Some("Q")),
            ("823.7 AUS", Some("800")),
            ("005.1", Some("000")),
            ("FIC AUS", Some("FIC")),
            ("J 823", Some("J")),
            ("DVD2", Some("D")),
            ("Biographie/Ångström", Some("BIOGRAPHIE/Å")),
            ("12", Some("12")),
            ("  ", None),
            ("", None),
        ] {
            assert_eq!(call_class(call_number).as_deref(), class, "{call_number}");
        }
    }
}
