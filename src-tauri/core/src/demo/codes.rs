//! The numbers on cards, items and books, with their check digits. It knows none that exists.

/// A barcode of 14 digits as libraries print them: prefix, number, and a check digit by Luhn's rule (ISO/IEC 7812-1).
pub(super) fn barcode(prefix: &str, number: usize) -> String {
    let body = format!("{prefix}{number:08}");
    let digit = luhn(&body);
    body + &digit.to_string()
}

/// The number of a card.
pub(super) fn card(number: usize) -> String {
    barcode("23529", number)
}

/// The number of an item.
pub(super) fn label(number: usize) -> String {
    barcode("31000", number)
}

/// An ISBN of a group that is not given out (979-9), so that it is no real book's (ISO 2108).
pub(super) fn isbn(number: usize) -> String {
    let body = format!("9799{number:08}");
    let digit = weighed(&body);
    body + &digit.to_string()
}

fn weighed(body: &str) -> u32 {
    let weights = [1, 3].into_iter().cycle();
    let sum: u32 = digits(body)
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum();
    (10 - sum % 10) % 10
}

fn luhn(body: &str) -> u32 {
    let doubled = |digit: u32| digit * 2 / 10 + digit * 2 % 10;
    let sum: u32 = digits(body)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            if place % 2 == 0 {
                doubled(digit)
            } else {
                digit
            }
        })
        .sum();
    (10 - sum % 10) % 10
}

fn digits(text: &str) -> impl Iterator<Item = u32> {
    text.chars().filter_map(|c| c.to_digit(10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_those_of_their_rules() {
        // The examples by which the rules are usually told: 7992739871-3 and 978-0-306-40615-7.
        assert_eq!(luhn("7992739871"), 3);
        assert_eq!(label(1), "31000000000011");
        assert_eq!(weighed("978030640615"), 7);
        assert!(isbn(4061).starts_with("979900004061"));
    }

    #[test]
    fn a_barcode_has_fourteen_digits() {
        assert_eq!(card(99_999_999).len(), 14);
        assert_eq!(label(0).len(), 14);
    }
}
