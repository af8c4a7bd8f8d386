//! The one door between the pages and the core: a command's name and input in, its answer or its failure out. It opens
//! another library when somebody wishes so.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use carrel_core::demo;
use carrel_core::front::{
    Answer, Core, Go, Rescue, SessionId, ShowPlace, Surroundings, move_library, refuse_unfit,
    verdict_of,
};
use carrel_core::kernel::error::{Error, Failure};
use carrel_core::kernel::{Clock, Result};
use serde_json::Value;
use tauri::{AppHandle, State};

use crate::premises::Premises;
use crate::printing::Printing;
use crate::window;

/// Where the library and its exports are, or why that cannot be said.
pub(crate) type Whereabouts = Result<Paths, Failure>;

/// What the door opens.
#[derive(Debug, Clone)]
pub(crate) struct Paths {
    /// The libraries of this PC.
    pub(crate) premises: Premises,
    /// The folder for files that people ask for.
    pub(crate) exports: PathBuf,
}

/// Opens the library when it is first asked, so that the window need not wait for it.
///
/// A library that cannot be opened leaves a door whose every answer says why, and the window shows that. Behind a damaged
/// one stands its rescue. When a backup is to take the library's place, the door lets go of it and opens it again.
pub(crate) struct Door {
    whereabouts: Whereabouts,
    stage: RwLock<Stage>,
    /// The library that somebody wished for instead of the first.
    wished: Mutex<Option<PathBuf>>,
    printing: Printing,
}

/// The file beside the library that says which printer of this PC prints receipts.
const RECEIPT_PRINTER: &str = "receipt-printer.txt";

enum Stage {
    NotOpened,
    /// Open until a moment ago, and to be opened again.
    LetGo,
    Open(Core, SessionId),
    Damaged(Arc<Rescue>),
    Shut(Failure),
}

/// Who answers behind the door.
#[derive(Clone)]
enum Behind {
    Library(Core, SessionId),
    Rescue(Arc<Rescue>),
}

/// The only thing that the pages can ask of Rust.
#[tauri::command]
pub(crate) async fn call(
    app: AppHandle,
    door: State<'_, Arc<Door>>,
    name: String,
    input: Value,
) -> Result<Answer, Failure> {
    let door = Arc::clone(&door);
    let called = move || {
        let answer = door.call(&name, input);
        if name == "place.go" {
            window::name_library(&app, &door);
        }
        answer
    };
    tauri::async_runtime::spawn_blocking(called)
        .await
        .unwrap_or_else(|broken| Err(Error::Internal(broken.to_string()).failure()))
}

impl Door {
    pub(crate) fn new(whereabouts: Whereabouts) -> Self {
        let folder = whereabouts
            .as_ref()
            .ok()
            .map(|paths| &paths.premises.folder);
        Self {
            printing: Printing::new(folder.map(|folder| folder.join(RECEIPT_PRINTER))),
            whereabouts,
            stage: RwLock::new(Stage::NotOpened),
            wished: Mutex::new(None),
        }
    }

    /// Carries out one command; it may take a while.
    pub(crate) fn call(&self, name: &str, input: Value) -> Result<Answer, Failure> {
        // Where a library lies is the window's to say, also of one that cannot be opened.
        match name {
            "place.show" => return self.show(input).map_err(|error| error.failure()),
            "place.go" => return self.go(input).map_err(|error| error.failure()),
            _ => {}
        }
        let (answer, is_over) = match self.pass()? {
            Behind::Library(core, session) => {
                let ticket = || core.call(session, "reports.receipt_ticket", input.clone());
                let answer = core.call(session, name, input.clone());
                let answer =
                    answer.and_then(|answer| self.printing.answer(name, &input, answer, ticket));
                (answer, core.is_to_be_reopened())
            }
            Behind::Rescue(rescue) => (rescue.call(name, input), rescue.is_done()),
        };
        if is_over {
            self.let_go();
        }
        answer.map_err(|error| error.failure())
    }

    /// Whether what it opens is the demo library.
    pub(crate) fn is_demo(&self) -> bool {
        matches!(self.pass(), Ok(Behind::Library(core, _)) if core.library().demo)
    }

    /// Lets the library look after itself for a moment, if it is open.
    pub(crate) fn tick(&self) {
        if let Some(Ok(Behind::Library(core, _))) = self.standing() {
            // What went wrong is noted, and stands on the opening screen.
            let _ = core.tick();
        }
    }

    /// Makes the backup of closing time; `go_on` answers whether there is still time for it.
    pub(crate) fn back_up(&self, go_on: impl Fn() -> bool) {
        if let Some(Ok(Behind::Library(core, _))) = self.standing() {
            let step = &mut |_, _| match go_on() {
                true => Ok(()),
                false => Err(Error::Cancelled),
            };
            // What went wrong is noted, and the next start tells it.
            let _ = core.back_up_before_closing(step);
        }
    }

    /// Lets go of the library, so that it lies in one whole file when the window has closed.
    pub(crate) fn close(&self) {
        let closing = Error::Internal("Carrel is closing".to_owned()).failure();
        self.stand(Stage::Shut(closing));
    }

    fn show(&self, input: Value) -> Result<Answer> {
        let ShowPlace {} = serde_json::from_value(input)?;
        let (library, paths) = self
            .library()
            .map_err(|failure| Error::Internal(failure.message))?;
        Ok(Answer {
            output: serde_json::to_value(paths.premises.place(&library))?,
            changes: Vec::new(),
        })
    }

    fn go(&self, input: Value) -> Result<Answer> {
        let (_, paths) = self
            .library()
            .map_err(|failure| Error::Internal(failure.message))?;
        let premises = &paths.premises;
        let to = match serde_json::from_value(input)? {
            Go::Own => premises.own(),
            Go::Demo => {
                let demo = premises.demo();
                if !demo.exists() {
                    let now = Clock::System.now();
                    demo::generate(&demo, demo::Size::Small, 1, now, |_, _| {})?;
                }
                demo
            }
            Go::Found { file } => self.bring(Path::new(&file), premises)?,
        };
        self.switch_to(to);
        self.show(serde_json::json!({}))
    }

    /// Moves a found library to where this PC's own lies when nobody has set that up; otherwise it is opened where it is.
    fn bring(&self, file: &Path, premises: &Premises) -> Result<PathBuf> {
        let own = premises.standing();
        if file == own {
            return Ok(own);
        }
        // Nobody opens it again meanwhile.
        let mut stage = self.stage.write().unwrap_or_else(PoisonError::into_inner);
        *stage = Stage::LetGo;
        let mut moved = move_library(file, &own);
        for _ in 0..TRIES_TO_MOVE {
            if !matches!(moved, Err(Error::InUse(_))) {
                break;
            }
            std::thread::sleep(WAIT);
            moved = move_library(file, &own);
        }
        match moved {
            Ok(()) => Ok(own),
            Err(_) if verdict_of(file).unfit.is_none() => Ok(file.to_owned()),
            Err(error) => Err(error),
        }
    }

    /// Opens that library from now on; what was open is closed when its last command has ended.
    pub(crate) fn switch_to(&self, library: PathBuf) {
        *self.wished.lock().unwrap_or_else(PoisonError::into_inner) = Some(library);
        self.let_go();
    }

    /// The file that is open, or would be.
    fn library(&self) -> Result<(PathBuf, &Paths), Failure> {
        let paths = self.whereabouts.as_ref().map_err(Clone::clone)?;
        let wished = self
            .wished
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        Ok((wished.unwrap_or_else(|| paths.premises.first()), paths))
    }

    /// Lets go of the library, and opens it anew when it is next asked.
    fn let_go(&self) {
        self.stand(Stage::LetGo);
    }

    fn stand(&self, stage: Stage) {
        *self.stage.write().unwrap_or_else(PoisonError::into_inner) = stage;
    }

    fn standing(&self) -> Option<Result<Behind, Failure>> {
        self.stage
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .answer()
    }

    fn pass(&self) -> Result<Behind, Failure> {
        self.standing().unwrap_or_else(|| self.open())
    }

    fn open(&self) -> Result<Behind, Failure> {
        let mut stage = self.stage.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(opened_meanwhile) = stage.answer() {
            return opened_meanwhile;
        }
        *stage = match self.library() {
            Ok((library, paths)) => open(
                &library,
                paths,
                if matches!(*stage, Stage::LetGo) {
                    TRIES
                } else {
                    0
                },
            ),
            Err(failure) => Stage::Shut(failure),
        };
        let closed = || Err(Error::Internal("the library is closed".to_owned()).failure());
        stage.answer().unwrap_or_else(closed)
    }
}

impl Stage {
    fn answer(&self) -> Option<Result<Behind, Failure>> {
        match self {
            Self::NotOpened | Self::LetGo => None,
            Self::Open(core, session) => Some(Ok(Behind::Library(core.clone(), *session))),
            Self::Damaged(rescue) => Some(Ok(Behind::Rescue(Arc::clone(rescue)))),
            Self::Shut(failure) => Some(Err(failure.clone())),
        }
    }
}

/// How often a library is tried again that is being let go of, and how long it waits each time.
const TRIES: u32 = 200;
/// How often a library is tried to be moved while a last call still holds it.
const TRIES_TO_MOVE: u32 = 20;
const WAIT: Duration = Duration::from_millis(100);

fn open(library: &Path, paths: &Paths, tries: u32) -> Stage {
    if let Err(unfit) = refuse_unfit(library, &paths.premises.standing()) {
        return Stage::Shut(unfit.failure());
    }
    let surroundings = || {
        Surroundings::of_a_desk(paths.exports.clone(), |file| {
            opener::open(file).map_err(std::io::Error::other)
        })
    };
    let mut opened = Core::open(library, surroundings());
    // After a restore a last call may still hold the library that was there before.
    for _ in 0..tries {
        if !matches!(opened, Err(Error::InUse(_))) {
            break;
        }
        std::thread::sleep(WAIT);
        opened = Core::open(library, surroundings());
    }
    match opened {
        Ok(core) => {
            if let Ok(program) = std::env::current_exe() {
                core.set_worker(program);
            }
            let session = core.open_session();
            Stage::Open(core, session)
        }
        Err(error) => match Rescue::of(library, &error, Clock::System) {
            Some(rescue) => Stage::Damaged(Arc::new(rescue)),
            None => Stage::Shut(error.failure()),
        },
    }
}
