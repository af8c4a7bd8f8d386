//! What the 24 bytes at the head of a record say, and whether they are such a head at all.

use super::FIELD_END;

/// Its length in bytes.
pub(super) const LENGTH: usize = 24;
/// The length of an entry in the directory: tag 3, length 4, place 5.
pub(super) const ENTRY: usize = 12;

/// The length of the whole record with its end mark, as the leader says it (00-04).
pub(super) fn length_said(record: &[u8]) -> Option<usize> {
    number(record.get(..5)?)
}

/// Where the fields begin, as the leader says it (12-16).
pub(super) fn base_said(record: &[u8]) -> Option<usize> {
    number(record.get(12..17)?)
}

/// Digits only, as a number.
pub(super) fn number(digits: &[u8]) -> Option<usize> {
    digits.iter().try_fold(0usize, |number, digit| {
        let digit = digit.is_ascii_digit().then(|| usize::from(digit - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

/// Whether a record could begin with these bytes: by its leader, or else by its directory.
pub(super) fn begins_record(bytes: &[u8]) -> bool {
    has_leader(bytes) || has_directory(bytes)
}

/// Whether the numbers of a leader stand where they should.
pub(super) fn has_leader(bytes: &[u8]) -> bool {
    bytes.len() > LENGTH
        && length_said(bytes).is_some()
        && base_said(bytes).is_some_and(|base| base > LENGTH)
}

fn has_directory(bytes: &[u8]) -> bool {
    let Some(rest) = bytes.get(LENGTH..) else {
        return false;
    };
    let first_is_entry = rest
        .get(3..ENTRY)
        .is_some_and(|places| number(places).is_some());
    first_is_entry
        && rest
            .iter()
            .position(|byte| *byte == FIELD_END)
            .is_some_and(|end| end % ENTRY == 0)
}
