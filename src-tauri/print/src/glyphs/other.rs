//! The fonts of the PC, asked only for letters that no bundled face has, read once and kept. It
//! ranks them; it never says that a letter is missing.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, OnceLock};

use fontdb::{Database, FaceInfo, ID, Style};
use read_fonts::tables::cmap::CmapSubtable;
use read_fonts::{FontRef, TableProvider};

use super::face::{Face, is_embeddable};
use super::fonts::Weight;

/// Fonts beside the bundled ones, for the scripts those lack. Cloning shares them.
#[derive(Clone)]
pub struct OtherFonts(Arc<Shelf>);

struct Shelf {
    load: fn() -> Database,
    files: Vec<Vec<u8>>,
    /// Found on the first letter that needs them.
    database: OnceLock<Database>,
    /// The blocks of 256 characters in which each font has any.
    blocks: OnceLock<HashMap<ID, Vec<u16>>>,
    /// The faces read so far; none where a font turned out to be unfit.
    faces: Mutex<HashMap<ID, Option<Arc<Face>>>>,
}

/// Families to be preferred where several have a letter, the better the earlier. By a name's
/// parts, so that "Noto Sans CJK SC" and "Noto Sans CJK JP" both count.
const PREFERRED: [&str; 14] = [
    "noto sans cjk",
    "source han sans",
    "microsoft yahei",
    "pingfang",
    "hiragino",
    "yu gothic",
    "meiryo",
    "malgun",
    "apple sd gothic",
    "noto sans",
    "segoe ui",
    "nirmala",
    "leelawadee",
    "dejavu sans",
];

impl OtherFonts {
    /// The fonts installed on this PC. They are looked for on the first letter that needs them,
    /// once for as long as the program runs.
    pub fn of_this_pc() -> Self {
        static SHELF: LazyLock<Arc<Shelf>> = LazyLock::new(|| {
            let load = || {
                let mut database = Database::new();
                database.load_system_fonts();
                database
            };
            Arc::new(Shelf::new(load, Vec::new()))
        });
        Self(Arc::clone(&SHELF))
    }

    /// No fonts: what the bundled ones lack prints as a box.
    pub fn none() -> Self {
        Self::given(Vec::new())
    }

    /// The fonts in these files (TTF, OTF, TTC), whatever is installed.
    pub fn given(files: Vec<Vec<u8>>) -> Self {
        Self(Arc::new(Shelf::new(Database::new, files)))
    }

    /// The best face with every letter of a cluster.
    pub(super) fn find(&self, cluster: &str, weight: Weight, language: &str) -> Option<Arc<Face>> {
        let blocks = self.0.blocks();
        let has_blocks = |id: ID| {
            let covered = blocks.get(&id);
            let mut all = cluster
                .chars()
                .filter(|c| !super::printable::is_inkless(*c));
            covered.is_some_and(|covered| all.all(|c| covered.binary_search(&block(c)).is_ok()))
        };
        let mut able: Vec<&FaceInfo> = self
            .0
            .database()
            .faces()
            .filter(|info| has_blocks(info.id))
            .collect();
        able.sort_by_cached_key(|info| rank(info, weight, language));
        able.into_iter().find_map(|info| {
            let face = self.0.face(info.id)?;
            face.covers(cluster).then_some(face)
        })
    }
}

impl Shelf {
    fn new(load: fn() -> Database, files: Vec<Vec<u8>>) -> Self {
        Self {
            load,
            files,
            database: OnceLock::new(),
            blocks: OnceLock::new(),
            faces: Mutex::default(),
        }
    }

    fn database(&self) -> &Database {
        self.database.get_or_init(|| {
            let mut database = (self.load)();
            for file in &self.files {
                database.load_font_data(file.clone());
            }
            database
        })
    }

    fn blocks(&self) -> &HashMap<ID, Vec<u16>> {
        self.blocks.get_or_init(|| {
            let database = self.database();
            let of = |info: &FaceInfo| {
                let blocks = database.with_face_data(info.id, covered_blocks)?;
                (!blocks.is_empty()).then_some((info.id, blocks))
            };
            database.faces().filter_map(of).collect()
        })
    }

    /// The face of a font, read on its first use.
    fn face(&self, id: ID) -> Option<Arc<Face>> {
        let mut faces = self.faces.lock().unwrap_or_else(|held| held.into_inner());
        let read = || {
            let read = |data: &[u8], index| Face::read(data.to_vec(), index);
            self.database().with_face_data(id, read)?.map(Arc::new)
        };
        faces.entry(id).or_insert_with(read).clone()
    }
}

fn block(c: char) -> u16 {
    (u32::from(c) >> 8) as u16
}

/// The blocks in which a font has any letter; none of a font that cannot be embedded.
fn covered_blocks(data: &[u8], index: u32) -> Vec<u16> {
    if !is_embeddable(data, index) {
        return Vec::new();
    }
    let Ok(cmap) = FontRef::from_index(data, index).and_then(|font| font.cmap()) else {
        return Vec::new();
    };
    let mut blocks = Vec::new();
    for record in cmap.encoding_records() {
        let Ok(table) = record.subtable(cmap.offset_data()) else {
            continue;
        };
        if let CmapSubtable::Format4(table) = &table {
            blocks.extend(table.iter().map(|(code, _)| (code >> 8) as u16));
        }
        if let CmapSubtable::Format12(table) = &table {
            for group in table.groups() {
                let last = group.end_char_code().min(0x0010_ffff);
                let of_group = group.start_char_code() >> 8..=last >> 8;
                blocks.extend(of_group.map(|block| block as u16));
            }
        }
        blocks.sort_unstable();
        blocks.dedup();
    }
    blocks
}

/// How far a font is from what is wanted; equal ranks are told apart by name, so that the same
/// PC prints the same file.
fn rank(info: &FaceInfo, weight: Weight, language: &str) -> impl Ord {
    let family = info
        .families
        .first()
        .map_or("", |(name, _)| name)
        .to_lowercase();
    let place = PREFERRED.iter().position(|name| family.starts_with(name));
    let wanted = match weight {
        Weight::Regular => 400,
        Weight::SemiBold => 700,
    };
    (
        info.style != Style::Normal,
        info.monospaced || family.contains("mono"),
        place.unwrap_or(PREFERRED.len()),
        info.weight.0.abs_diff(wanted),
        !family.ends_with(region(language)),
        family,
        info.index,
    )
}

/// The end of a family's name that is drawn for readers of a language.
fn region(language: &str) -> &'static str {
    match language.to_ascii_lowercase().as_str() {
        tag if tag.starts_with("ja") => " jp",
        tag if tag.starts_with("ko") => " kr",
        "zh-tw" | "zh-hant" => " tc",
        "zh-hk" => " hk",
        _ => " sc",
    }
}
