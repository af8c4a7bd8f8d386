//! The libraries of this PC: its own, the demo beside it, those made under other logins. It moves and opens none itself.

use std::fs;
use std::path::{Path, PathBuf};

use carrel_core::front::{Caution, FoundLibrary, Place, peek, verdict_of};
use carrel_core::kernel::At;

use crate::system;

/// The library's name in its folder.
pub(crate) const LIBRARY: &str = "library.carrel";
/// The invented library's.
const DEMO: &str = "demo.carrel";

/// Where this PC keeps its libraries.
#[derive(Debug, Clone)]
pub(crate) struct Premises {
    /// The folder of its own library.
    pub(crate) folder: PathBuf,
    /// Whether all who sign in to this PC share that folder.
    pub(crate) shared: bool,
    /// The library that was named on the command line.
    pub(crate) named: Option<PathBuf>,
}

impl Premises {
    /// The file that is opened when nobody wishes for another.
    pub(crate) fn first(&self) -> PathBuf {
        self.named.clone().unwrap_or_else(|| self.standing())
    }

    /// This PC's own library, whatever was named.
    pub(crate) fn standing(&self) -> PathBuf {
        self.folder.join(LIBRARY)
    }

    /// What somebody goes back to: the named library, unless it lies where none may.
    pub(crate) fn own(&self) -> PathBuf {
        self.named
            .clone()
            .filter(|named| verdict_of(named).unfit.is_none())
            .unwrap_or_else(|| self.standing())
    }

    /// The invented library, never in the place of a real one.
    pub(crate) fn demo(&self) -> PathBuf {
        let own = self.own();
        own.parent().unwrap_or(&self.folder).join(DEMO)
    }

    /// What there is to say of the place of the open library.
    pub(crate) fn place(&self, open: &Path) -> Place {
        let verdict = verdict_of(open);
        let alone = !self.shared && open == self.standing();
        let own = self.own();
        Place {
            file: open.display().to_string(),
            unfit: verdict.unfit,
            caution: verdict.caution.or(alone.then_some(Caution::OwnLogin)),
            elsewhere: open != own,
            found: self.found(open),
            own: own.display().to_string(),
        }
    }

    /// Libraries that somebody has set up on this PC, other than the open one.
    fn found(&self, open: &Path) -> Vec<FoundLibrary> {
        let mut folders = system::folders_of_all_logins();
        folders.push(self.folder.clone());
        folders.extend(system::shared_folder());
        let mut files: Vec<PathBuf> = folders.iter().map(|folder| folder.join(LIBRARY)).collect();
        files.extend(self.named.clone());
        files.sort();
        files.dedup();
        let others = files.iter().filter(|file| *file != open && file.is_file());
        others.filter_map(|file| look(file)).collect()
    }
}

/// A library as it is offered; none where nobody has set it up, or where it is the invented one.
fn look(file: &Path) -> Option<FoundLibrary> {
    let changed = fs::metadata(file).and_then(|meta| meta.modified()).ok()?;
    let since = changed.duration_since(std::time::UNIX_EPOCH).ok()?;
    let peeked = peek(file).ok();
    if peeked
        .as_ref()
        .is_some_and(|peeked| peeked.unused || peeked.demo)
    {
        return None;
    }
    Some(FoundLibrary {
        file: file.display().to_string(),
        name: peeked.map(|peeked| peeked.name).unwrap_or_default(),
        changed: At::from_millis(i64::try_from(since.as_millis()).unwrap_or(0)),
        open: is_writable(file),
    })
}

fn is_writable(file: &Path) -> bool {
    fs::OpenOptions::new().write(true).open(file).is_ok()
}
