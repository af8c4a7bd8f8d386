//! `icons`: draws Carrel's mark in every size that systems ask for. The mark itself is drawn by hand, in `icons/*.svg`.

use std::fs;
use std::path::Path;

use crate::place::root;
use crate::program::Program;
use crate::stop::Stop;

const PNGS: &[(&str, u32)] = &[
    ("32x32.png", 32),
    ("128x128.png", 128),
    ("128x128@2x.png", 256),
    ("icon.png", 512),
];
/// 32 comes first: the shell takes the first for its window.
const ICO: &[u32] = &[32, 16, 24, 48, 64, 256];
/// Apple's name for each size, ordinary and retina.
const ICNS: &[(&[u8; 4], u32)] = &[
    (b"icp4", 16),
    (b"ic11", 32),
    (b"icp5", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
    (b"ic10", 1024),
];

/// Writes the PNGs and the two containers.
pub(crate) fn icons() -> Result<(), Stop> {
    let folder = root().join("icons");
    for (name, size) in PNGS {
        write(&folder.join(name), &drawn(&folder, *size)?)?;
    }
    let layers = ICO.iter().map(|size| Ok((*size, drawn(&folder, *size)?)));
    write(
        &folder.join("icon.ico"),
        &ico(&layers.collect::<Result<Vec<_>, Stop>>()?),
    )?;
    let layers = ICNS
        .iter()
        .map(|(name, size)| Ok((*name, drawn(&folder, *size)?)));
    write(
        &folder.join("icon.icns"),
        &icns(&layers.collect::<Result<Vec<_>, Stop>>()?),
    )
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Stop> {
    println!("{} ({} bytes)", path.display(), bytes.len());
    fs::write(path, bytes).map_err(Stop::file(path))
}

/// The mark as a PNG; sixteen pixels have a drawing of their own.
fn drawn(folder: &Path, size: u32) -> Result<Vec<u8>, Stop> {
    let drawing = folder.join(if size == 16 {
        "carrel-16.svg"
    } else {
        "carrel.svg"
    });
    let side = size.to_string();
    Program::new("rsvg-convert")
        .args(["-w", &side, "-h", &side])
        .args([drawing])
        .bytes()
}

/// A Windows icon: a directory of layers, each a whole PNG.
fn ico(layers: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let short = |number: usize| {
        u16::try_from(number)
            .expect("an icon has a handful of layers")
            .to_le_bytes()
    };
    let mut bytes = [[0, 0], [1, 0], short(layers.len())].concat();
    let mut offset = bytes.len() + 16 * layers.len();
    for (size, png) in layers {
        // 256 is written as 0.
        let side = u8::try_from(size % 256).expect("a remainder of 256 fits");
        bytes.extend([side, side, 0, 0, 1, 0, 32, 0]);
        bytes.extend(long(png.len()).to_le_bytes());
        bytes.extend(long(offset).to_le_bytes());
        offset += png.len();
    }
    layers.iter().for_each(|(_, png)| bytes.extend(png));
    bytes
}

/// An Apple icon: named blocks, each with its length and a whole PNG.
fn icns(layers: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let blocks = layers
        .iter()
        .flat_map(|(name, png)| [&name[..], &long(png.len() + 8).to_be_bytes(), png].concat());
    let blocks: Vec<u8> = blocks.collect();
    [b"icns", &long(blocks.len() + 8).to_be_bytes()[..], &blocks].concat()
}

fn long(number: usize) -> u32 {
    u32::try_from(number).expect("an icon is far smaller than 4 GB")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_windows_icon_points_to_its_layers() {
        let bytes = ico(&[(16, vec![1, 2]), (256, vec![3])]);
        assert_eq!(bytes[..6], [0, 0, 1, 0, 2, 0]);
        assert_eq!(
            bytes[6..22],
            [16, 16, 0, 0, 1, 0, 32, 0, 2, 0, 0, 0, 38, 0, 0, 0]
        );
        assert_eq!(
            bytes[22..38],
            [0, 0, 0, 0, 1, 0, 32, 0, 1, 0, 0, 0, 40, 0, 0, 0]
        );
        assert_eq!(bytes[38..], [1, 2, 3]);
    }

    #[test]
    fn an_apple_icon_says_its_length_and_each_block_its_own() {
        let bytes = icns(&[(b"ic07", vec![1, 2])]);
        assert_eq!(bytes, *b"icns\0\0\0\x12ic07\0\0\0\x0a\x01\x02");
    }
}
