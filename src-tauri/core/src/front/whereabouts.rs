//! Which library is open and which others this PC has. The core answers for the one file that it opened; the window knows
//! the PC, answers in its stead and opens another when it is asked to.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::core::Core;
use super::place::{Caution, Unfit};
use super::sign_in::Door;
use crate::kernel::command::{Command, command};
use crate::kernel::{At, Error, Result};

/// The commands about where libraries lie.
pub(super) const COMMANDS: &[Command] = &[
    command!(Door "place.go", Anyone, [], Go => Place),
    command!(Door "place.show", Anyone, [], ShowPlace => Place),
];

pub(super) const DOOR: &[(&str, Door)] = &[
    ("place.go", |_, _, input| {
        let _: Go = serde_json::from_value(input)?;
        let problem = "can be another library only in the window; name its file";
        Err(Error::invalid("to", problem))
    }),
    ("place.show", |core, _, input| {
        let ShowPlace {} = serde_json::from_value(input)?;
        show(core)
    }),
];

/// Asks where the library lies, and what others there are.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowPlace {}

/// Opens another library in the place of the one that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "to", rename_all = "snake_case", deny_unknown_fields)]
pub enum Go {
    /// This PC's own.
    Own,
    /// The invented one, which is made where there is none yet.
    Demo,
    /// One that was found: it is moved to where all who sign in share it, or opened where it lies.
    Found {
        /// Its file.
        file: String,
    },
}

/// Where the library lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Place {
    /// Its file.
    pub file: String,
    /// Why it must not lie there; it is not opened then.
    pub unfit: Option<Unfit>,
    /// What is worth knowing of the place.
    pub caution: Option<Caution>,
    /// Where this PC's own library lies, or would.
    pub own: String,
    /// Whether the library that is open is another than this PC's own.
    pub elsewhere: bool,
    /// Other libraries on this PC.
    pub found: Vec<FoundLibrary>,
}

/// A library that was made under another login, or before this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundLibrary {
    /// Its file.
    pub file: String,
    /// Its name; empty where it cannot be read.
    pub name: String,
    /// When it was last written.
    pub changed: At,
    /// Whether it can be worked with from here.
    pub open: bool,
}

fn show(core: &Core) -> Result<Value> {
    let file = core.house().ledger.path().display().to_string();
    Ok(serde_json::to_value(Place {
        own: file.clone(),
        file,
        unfit: None,
        caution: None,
        elsewhere: false,
        found: Vec::new(),
    })?)
}
