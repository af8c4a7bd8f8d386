//! The one door between the pages and the core: a command's name and input in, its answer or its failure out.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use carrel_core::front::{Answer, Core, SessionId, Surroundings};
use carrel_core::kernel::error::{Error, Failure};
use serde_json::Value;
use tauri::State;

/// Where the library and its exports are, or why that cannot be said.
pub(crate) type Whereabouts = Result<Paths, Failure>;

/// What the door opens.
#[derive(Debug, Clone)]
pub(crate) struct Paths {
    /// The library's file.
    pub(crate) library: PathBuf,
    /// The folder for files that people ask for.
    pub(crate) exports: PathBuf,
}

/// Opens the library when it is first asked, so that the window need not wait for it.
///
/// A library that cannot be opened leaves a door whose every answer says why, and the window shows that.
pub(crate) struct Door {
    whereabouts: Whereabouts,
    stage: RwLock<Stage>,
}

enum Stage {
    NotOpened,
    Open(Core, SessionId),
    Shut(Failure),
}

/// The only thing that the pages can ask of Rust.
#[tauri::command]
pub(crate) async fn call(
    door: State<'_, Arc<Door>>,
    name: String,
    input: Value,
) -> Result<Answer, Failure> {
    let door = Arc::clone(&door);
    tauri::async_runtime::spawn_blocking(move || door.call(&name, input))
        .await
        .unwrap_or_else(|broken| Err(Error::Internal(broken.to_string()).failure()))
}

impl Door {
    pub(crate) fn new(whereabouts: Whereabouts) -> Self {
        Self {
            whereabouts,
            stage: RwLock::new(Stage::NotOpened),
        }
    }

    /// Carries out one command; it may take a while.
    pub(crate) fn call(&self, name: &str, input: Value) -> Result<Answer, Failure> {
        let (core, session) = self.pass()?;
        core.call(session, name, input)
            .map_err(|error| error.failure())
    }

    /// Whether what it opens is the demo library.
    pub(crate) fn is_demo(&self) -> bool {
        self.pass().is_ok_and(|(core, _)| core.library().demo)
    }

    /// Lets go of the library, so that it lies in one whole file when the window has closed.
    pub(crate) fn close(&self) {
        let closing = Error::Internal("Carrel is closing".to_owned()).failure();
        *self.stage.write().unwrap_or_else(PoisonError::into_inner) = Stage::Shut(closing);
    }

    fn pass(&self) -> Result<(Core, SessionId), Failure> {
        let opened = self
            .stage
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .answer();
        opened.unwrap_or_else(|| self.open())
    }

    fn open(&self) -> Result<(Core, SessionId), Failure> {
        let mut stage = self.stage.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(opened_meanwhile) = stage.answer() {
            return opened_meanwhile;
        }
        let opened = self.whereabouts.clone().and_then(|paths| open(&paths));
        *stage = match &opened {
            Ok((core, session)) => Stage::Open(core.clone(), *session),
            Err(failure) => Stage::Shut(failure.clone()),
        };
        opened
    }
}

impl Stage {
    fn answer(&self) -> Option<Result<(Core, SessionId), Failure>> {
        match self {
            Self::NotOpened => None,
            Self::Open(core, session) => Some(Ok((core.clone(), *session))),
            Self::Shut(failure) => Some(Err(failure.clone())),
        }
    }
}

fn open(paths: &Paths) -> Result<(Core, SessionId), Failure> {
    let surroundings = Surroundings::of_a_desk(paths.exports.clone(), |file| {
        opener::open(file).map_err(std::io::Error::other)
    });
    let core = Core::open(&paths.library, surroundings).map_err(|error| error.failure())?;
    let session = core.open_session();
    Ok((core, session))
}
