//! The faces that are part of Carrel: Latin, Greek, Cyrillic and Vietnamese, Hebrew, Arabic. They
//! are the same on every PC, and so are the pages printed in them.

use std::sync::{Arc, LazyLock};

use super::face::Face;
use super::fonts::Weight;

const REGULAR: [&[u8]; 3] = [
    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../../fonts/NotoNaskhArabic-Regular.ttf"),
];

const SEMI_BOLD: [&[u8]; 3] = [
    include_bytes!("../../fonts/NotoSans-SemiBold.ttf"),
    include_bytes!("../../fonts/NotoSansHebrew-SemiBold.ttf"),
    include_bytes!("../../fonts/NotoNaskhArabic-SemiBold.ttf"),
];

/// How many faces there are of each weight.
pub(super) const COUNT: usize = REGULAR.len();

/// The faces of a weight, in the order in which a letter is looked for; read once.
pub(super) fn faces(weight: Weight) -> &'static [Arc<Face>] {
    static FACES: [LazyLock<Vec<Arc<Face>>>; 2] = [
        LazyLock::new(|| read(&REGULAR)),
        LazyLock::new(|| read(&SEMI_BOLD)),
    ];
    match weight {
        Weight::Regular => &FACES[0],
        Weight::SemiBold => &FACES[1],
    }
}

fn read(files: &[&'static [u8]]) -> Vec<Arc<Face>> {
    files
        .iter()
        .map(|data| Arc::new(Face::bundled(data)))
        .collect()
}
