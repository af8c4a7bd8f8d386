//! The libraries that are measured: made once, kept in a folder, and copied before anything is done in one.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use tempfile::TempDir;

use carrel_core::demo::{self, Size};
use carrel_core::front::{Core, SessionId, Surroundings};
use carrel_core::kernel::{Clock, Cost, Day};

use crate::say::complain;
use crate::stop::Stop;

/// The last day of every library that is measured, so that figures of two days can be compared.
pub(super) const TODAY: &str = "2026-11-20";

/// The seed of every library that is measured.
const SEED: u64 = 1;

/// Where libraries are kept, and how large the large one is.
#[derive(Debug)]
pub(crate) struct Ground {
    pub(super) folder: PathBuf,
    pub(super) loans: u32,
}

/// A copy of a library, open, with its supervisor at the desk. It goes away with its folder.
pub(super) struct Copied {
    pub(super) core: Core,
    pub(super) desk: SessionId,
    pub(super) file: PathBuf,
    _folder: TempDir,
}

impl Ground {
    /// The large library: a million loans, unless somebody asked for fewer.
    pub(super) fn large(&self) -> Result<PathBuf, Stop> {
        self.made(
            &format!("loans-{}.carrel", self.loans),
            Size::Loans(self.loans),
        )
    }

    /// A library of some 11,000 loans, a small library's year; the large one itself where that is smaller.
    pub(super) fn small(&self) -> Result<PathBuf, Stop> {
        if self.loans < 20_000 {
            return self.large();
        }
        self.made("year.carrel", Size::Year)
    }

    /// How often something is done: less often where only the lines are looked at.
    pub(super) fn times(&self, most: u32) -> u32 {
        most.min(self.loans / 50).max(1)
    }

    fn made(&self, name: &str, size: Size) -> Result<PathBuf, Stop> {
        let file = self.folder.join(name);
        if file.exists() {
            return Ok(file);
        }
        let cannot =
            |why: &dyn std::fmt::Display| Stop::cannot(format!("make {}", file.display()), why);
        fs::create_dir_all(&self.folder).map_err(|error| cannot(&error))?;
        complain(&format!("making {}, once", file.display()));
        let today = Day::parse(TODAY).and_then(demo::late_morning_of)?;
        demo::generate(&file, size, SEED, today, |_, _| {}).map_err(|error| cannot(&error))?;
        Ok(file)
    }

    /// A copy to write in, in a folder of its own beside the original.
    pub(super) fn copy(&self, library: &Path) -> Result<(PathBuf, TempDir), Stop> {
        let cannot = |error| Stop::cannot(format!("copy {}", library.display()), error);
        let folder = tempfile::tempdir_in(&self.folder).map_err(cannot)?;
        let file = folder.path().join("copy.carrel");
        fs::copy(library, &file).map_err(cannot)?;
        fs::File::open(&file)
            .and_then(|file| file.sync_all())
            .map_err(cannot)?;
        Ok((file, folder))
    }

    /// A copy that is open as at a desk, on its last day.
    pub(super) fn open(&self, library: &Path) -> Result<Copied, Stop> {
        let (file, folder) = self.copy(library)?;
        let today = Day::parse(TODAY).and_then(demo::late_morning_of)?;
        let surroundings = Surroundings {
            clock: Clock::manual(today),
            cost: Cost::Test,
            ..Surroundings::of_a_desk(folder.path().join("exports"), |_| Ok(()))
        };
        let core = Core::open(&file, surroundings)?;
        let desk = core.open_session();
        let state = core.call(desk, "accounts.session", json!({}))?.output;
        let people = state["people"].as_array().into_iter().flatten();
        let card = people
            .into_iter()
            .find(|card| card["name"] == demo::SUPERVISOR);
        let input = json!({
            "account": card.map(|card| &card["id"]), "secret": demo::SUPERVISOR_PASSPHRASE,
        });
        core.call(desk, "accounts.sign_in", input)?;
        Ok(Copied {
            core,
            desk,
            file,
            _folder: folder,
        })
    }
}
