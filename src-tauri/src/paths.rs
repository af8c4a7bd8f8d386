//! Where a library lies when nobody says, and where its exports go. What differs between systems stands in `system`.

use std::env;
use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use carrel_core::kernel::error::Error;
use carrel_core::kernel::lock::beside;
use tauri::Runtime;
use tauri::path::PathResolver;

use crate::door::{Paths, Whereabouts};
use crate::premises::{LIBRARY, Premises};
use crate::system;

/// Names another folder for exports.
const EXPORTS: &str = "CARREL_EXPORTS";

/// What the command line and the machine say together.
pub(crate) fn find<R: Runtime>(
    arguments: impl Iterator<Item = OsString>,
    machine: &PathResolver<R>,
) -> Whereabouts {
    let named = named(arguments).map_err(|error| error.failure())?;
    // The local one: what lies in the other follows its user from PC to PC.
    let own = machine
        .local_data_dir()
        .ok()
        .map(|folder| folder.join(system::FOLDER));
    let premises = premises(named, own).map_err(|error| Error::from(error).failure())?;
    let documents = machine
        .document_dir()
        .or_else(|_| machine.home_dir())
        .unwrap_or_else(|_| PathBuf::from("."));
    let exports = env::var_os(EXPORTS).map_or_else(|| documents.join("Carrel"), PathBuf::from);
    Ok(Paths { premises, exports })
}

/// The file after `--library`, if it is given; anything else is a mistake worth saying.
fn named(mut arguments: impl Iterator<Item = OsString>) -> Result<Option<PathBuf>, Error> {
    let mut file = None;
    while let Some(argument) = arguments.next() {
        if argument != "--library" {
            let unknown = argument.display();
            let problem = format!("{unknown} is not known; say carrel --library FILE");
            return Err(Error::invalid("argument", problem));
        }
        let next = arguments.next().map(PathBuf::from);
        file = Some(next.ok_or_else(|| Error::invalid("--library", "needs a file"))?);
    }
    Ok(file)
}

/// The folder that all who sign in to this PC share, else the user's own.
fn premises(named: Option<PathBuf>, own: Option<PathBuf>) -> io::Result<Premises> {
    let shared = system::shared_folder().filter(|folder| may_write(folder));
    let is_shared = shared.is_some();
    let folder = shared
        .or(own)
        .ok_or_else(|| io::Error::other("this PC has no folder for a library"))?;
    fs::create_dir_all(&folder)?;
    let named = named.map(std::path::absolute).transpose()?;
    Ok(Premises {
        folder,
        shared: is_shared,
        named,
    })
}

/// Whether a library in the folder could be opened: tried on the lock file, which is taken next anyway.
fn may_write(folder: &Path) -> bool {
    let lock = beside(&folder.join(LIBRARY), ".lock");
    OpenOptions::new()
        .create(true)
        .append(true)
        .open(lock)
        .is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> impl Iterator<Item = OsString> {
        words
            .iter()
            .map(OsString::from)
            .collect::<Vec<_>>()
            .into_iter()
    }

    #[test]
    fn a_library_is_named_after_its_word() {
        assert_eq!(named(words(&[])).unwrap(), None);
        let given = named(words(&["--library", "main desk.carrel"])).unwrap();
        assert_eq!(given, Some(PathBuf::from("main desk.carrel")));
    }

    #[test]
    fn a_slip_on_the_command_line_is_not_passed_over() {
        let slip = named(words(&["--libary", "a.carrel"])).unwrap_err();
        assert!(slip.to_string().contains("--libary is not known"));
        assert!(named(words(&["--library"])).is_err());
    }

    #[test]
    fn the_users_own_folder_is_made_for_a_library() {
        let home = tempfile::tempdir().unwrap();
        let own = home.path().join("deep/carrel");
        assert!(!may_write(&own));
        fs::create_dir_all(&own).unwrap();
        assert!(may_write(&own));
    }
}
