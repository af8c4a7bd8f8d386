//! The faces that are part of Carrel: Latin, Greek, Cyrillic and Vietnamese, Hebrew, Arabic. They
//! are the same on every PC, and so are the pages printed in them.

use std::sync::{Arc, LazyLock};

use super::face::Face;
use super::fonts::Weight;

/// A file, and how much larger than its neighbours it is set.
type File = (&'static [u8], f32);

/// Noto Naskh draws its letters small in their em, for the marks above and below: set so much
/// larger, an alef is as high as a capital.
const NASKH: f32 = 1.2;

const REGULAR: [File; 3] = [
    (include_bytes!("../../fonts/NotoSans-Regular.ttf"), 1.0),
    (
        include_bytes!("../../fonts/NotoSansHebrew-Regular.ttf"),
        1.0,
    ),
    (
        include_bytes!("../../fonts/NotoNaskhArabic-Regular.ttf"),
        NASKH,
    ),
];

const SEMI_BOLD: [File; 3] = [
    (include_bytes!("../../fonts/NotoSans-SemiBold.ttf"), 1.0),
    (
        include_bytes!("../../fonts/NotoSansHebrew-SemiBold.ttf"),
        1.0,
    ),
    (
        include_bytes!("../../fonts/NotoNaskhArabic-SemiBold.ttf"),
        NASKH,
    ),
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

fn read(files: &[File]) -> Vec<Arc<Face>> {
    files
        .iter()
        .map(|(data, scale)| Arc::new(Face::bundled(data, *scale)))
        .collect()
}
