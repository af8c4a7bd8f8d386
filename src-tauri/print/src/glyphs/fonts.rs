//! The faces one document is printed with, and its words as their glyphs, each shaped once.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use harfrust::{Language, ShapePlan};
use unicode_segmentation::UnicodeSegmentation;

use super::bidi::Base;
use super::bundled;
use super::face::{Face, Glyph, Manner};
use super::other::OtherFonts;
use super::printable::is_inkless;
use super::shaped::{BOX_WIDTH, Cluster, Glyphs, Set, Shaped};

/// How heavy the strokes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Weight {
    Regular,
    SemiBold,
}

/// One of the faces of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FaceKey(pub(crate) u16);

/// So many words are kept shaped before all are forgotten.
const KEPT: usize = 20_000;
/// Longer words are shaped anew each time.
const KEPT_BYTES: usize = 64;

/// By weight and cluster; none where no font has it.
type Chosen = HashMap<(Weight, Box<str>), Option<FaceKey>>;

/// The faces of a document, and what was shaped with them.
pub(crate) struct Fonts {
    /// Which way a paragraph runs.
    pub(crate) base: Base,
    language: Option<Language>,
    other: OtherFonts,
    /// The bundled faces of both weights, then others as letters call for them.
    faces: RefCell<Vec<(Weight, Arc<Face>)>>,
    plans: RefCell<HashMap<(FaceKey, Manner), Rc<ShapePlan>>>,
    /// By weight and direction, so that a look-up need not copy the words.
    shaped: RefCell<[HashMap<Box<str>, Rc<Shaped>>; 4]>,
    /// The faces of letters that no bundled face has.
    chosen: RefCell<Chosen>,
    missing: RefCell<BTreeSet<char>>,
}

impl Fonts {
    /// The bundled faces, and `other` ones for the letters they lack, for a document in the
    /// language with this tag (BCP 47).
    pub(crate) fn new(language: &str, other: OtherFonts) -> Self {
        let both = [Weight::Regular, Weight::SemiBold];
        let of = |weight| {
            bundled::faces(weight)
                .iter()
                .map(move |face| (weight, Arc::clone(face)))
        };
        Self {
            base: Base::of(language),
            language: Language::new(language),
            other,
            faces: RefCell::new(both.into_iter().flat_map(of).collect()),
            plans: RefCell::default(),
            shaped: RefCell::default(),
            chosen: RefCell::default(),
            missing: RefCell::default(),
        }
    }

    /// A face by its key.
    pub(crate) fn face(&self, key: FaceKey) -> Arc<Face> {
        Arc::clone(&self.faces.borrow()[usize::from(key.0)].1)
    }

    /// The face that most of a weight's words are set in.
    pub(crate) fn main(weight: Weight) -> FaceKey {
        FaceKey(match weight {
            Weight::Regular => 0,
            Weight::SemiBold => bundled::COUNT as u16,
        })
    }

    /// The characters that no face has, in code order.
    pub(crate) fn missing(&self) -> Vec<char> {
        self.missing.borrow().iter().copied().collect()
    }

    /// `words` as glyphs. They run one way, and marks of direction are out of them.
    pub(crate) fn shaped(&self, words: &str, weight: Weight, right_to_left: bool) -> Rc<Shaped> {
        let shelf = usize::from(weight == Weight::SemiBold) * 2 + usize::from(right_to_left);
        if let Some(shaped) = self.shaped.borrow()[shelf].get(words) {
            return Rc::clone(shaped);
        }
        let shaped = Rc::new(self.shape(words, weight, right_to_left));
        if words.len() <= KEPT_BYTES {
            let mut shelves = self.shaped.borrow_mut();
            if shelves[shelf].len() >= KEPT {
                shelves[shelf].clear();
            }
            shelves[shelf].insert(words.into(), Rc::clone(&shaped));
        }
        shaped
    }

    fn shape(&self, words: &str, weight: Weight, right_to_left: bool) -> Shaped {
        let mut clusters = Vec::new();
        let mut runs = self.runs(words, weight);
        if right_to_left {
            runs.reverse();
        }
        for (face, from, to) in runs {
            match face {
                Some(face) => self.run(&mut clusters, words, (from, to), face, right_to_left),
                None => clusters.push(Cluster {
                    from: from as u32,
                    to: to as u32,
                    face: None,
                    glyphs: Glyphs::Many(Box::default()),
                    width: BOX_WIDTH,
                }),
            }
        }
        Shaped {
            text: words.into(),
            right_to_left,
            width: clusters.iter().map(|cluster| cluster.width).sum(),
            clusters: clusters.into(),
        }
    }

    /// The stretches of `words` that one face has. A cluster that none has is one by itself.
    fn runs(&self, words: &str, weight: Weight) -> Vec<(Option<FaceKey>, usize, usize)> {
        let mut runs: Vec<(Option<FaceKey>, usize, usize)> = Vec::new();
        for (at, cluster) in words.grapheme_indices(true) {
            let face = self.choose(cluster, weight);
            let end = at + cluster.len();
            match runs.last_mut() {
                Some((last, _, to)) if face.is_some() && *last == face => *to = end,
                Some(_) | None => runs.push((face, at, end)),
            }
        }
        runs
    }

    fn run(
        &self,
        clusters: &mut Vec<Cluster>,
        words: &str,
        (from, to): (usize, usize),
        key: FaceKey,
        right_to_left: bool,
    ) {
        let run = &words[from..to];
        let manner = Manner::of(run, right_to_left);
        let face = self.face(key);
        let language = self.language.as_ref();
        let plan = {
            let mut plans = self.plans.borrow_mut();
            let plan = plans.entry((key, manner.clone()));
            Rc::clone(plan.or_insert_with(|| Rc::new(face.plan(&manner, language))))
        };
        let glyphs = face.shape(run, &manner, language, &plan);
        let mut starts: Vec<u32> = glyphs.iter().map(|glyph| glyph.cluster).collect();
        starts.sort_unstable();
        starts.dedup();
        let end_of = |start: u32| {
            let next = starts.partition_point(|other| *other <= start);
            starts.get(next).copied().unwrap_or((to - from) as u32)
        };
        for glyphs in glyphs.chunk_by(|a, b| a.cluster == b.cluster) {
            let start = glyphs[0].cluster;
            clusters.push(Cluster {
                from: from as u32 + start,
                to: from as u32 + end_of(start),
                face: Some(key),
                width: glyphs.iter().map(|glyph| glyph.advance).sum(),
                glyphs: packed(&face, glyphs),
            });
        }
    }

    /// The face for a cluster; notes its characters as missing where there is none.
    fn choose(&self, cluster: &str, weight: Weight) -> Option<FaceKey> {
        let main = Self::main(weight).0;
        let bundled = main..main + bundled::COUNT as u16;
        let found = bundled
            .map(FaceKey)
            .find(|key| self.face(*key).covers(cluster));
        if found.is_some() {
            return found;
        }
        let asked = (weight, Box::from(cluster));
        if let Some(chosen) = self.chosen.borrow().get(&asked) {
            return *chosen;
        }
        let chosen = self.search(cluster, weight);
        if chosen.is_none() {
            let inked = cluster.chars().filter(|c| !is_inkless(*c));
            self.missing.borrow_mut().extend(inked);
        }
        self.chosen.borrow_mut().insert(asked, chosen);
        chosen
    }

    /// A face from outside: one that is in use already, else the best of those there are.
    fn search(&self, cluster: &str, weight: Weight) -> Option<FaceKey> {
        let in_use = self
            .faces
            .borrow()
            .iter()
            .enumerate()
            .skip(2 * bundled::COUNT)
            .find_map(|(at, (heavy, face))| {
                (*heavy == weight && face.covers(cluster)).then_some(at)
            });
        if let Some(at) = in_use {
            return u16::try_from(at).ok().map(FaceKey);
        }
        let face = self
            .other
            .find(cluster, weight, self.language.as_ref()?.as_str())?;
        let mut faces = self.faces.borrow_mut();
        faces.push((weight, face));
        u16::try_from(faces.len() - 1).ok().map(FaceKey)
    }
}

/// A single glyph that stands where it would needs no more than its number.
fn packed(face: &Face, glyphs: &[Glyph]) -> Glyphs {
    if let [glyph] = glyphs {
        let width = face.width(glyph.id) * face.scale;
        let own = (glyph.advance * 1000.0 - width).abs() < 0.01;
        if own && glyph.offset == (0.0, 0.0) {
            return Glyphs::One(glyph.id);
        }
    }
    let set = |glyph: &Glyph| Set {
        id: glyph.id,
        advance: glyph.advance,
        offset: glyph.offset,
    };
    Glyphs::Many(glyphs.iter().map(set).collect())
}
