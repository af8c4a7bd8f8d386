//! What the cells of a row need before they are kept: nothing around them, composed letters.

use unicode_normalization::UnicodeNormalization;

/// A cell without what stands around it, in composed letters (NFC).
pub(super) fn cleaned(cell: &str) -> String {
    let cell = cell.trim();
    if cell.is_ascii() {
        cell.to_owned()
    } else {
        cell.nfc().collect()
    }
}
