//! Plays scenarios one after the other, each on its own copy of a library, and keeps what a failed one showed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::desk::Desk;
use crate::driver::{Driver, Looks, Painting};
use crate::mode::{Mode, Tour};
use crate::programs;
use crate::scenarios::{ALL, Scenario, Start};
use crate::trouble::{Outcome, Trouble};

const AT_MOST: Duration = Duration::from_secs(180);
const TO_KEEP: Duration = Duration::from_secs(10);

/// Where scenarios are played.
#[derive(Debug)]
pub struct Stage {
    library: PathBuf,
    folder: PathBuf,
    tour: Option<Tour>,
}

/// How a scenario went.
#[derive(Debug)]
pub struct Played {
    /// Its name.
    pub name: &'static str,
    /// How long it took.
    pub took: Duration,
    /// Where its files are.
    pub left: PathBuf,
    /// Why it failed, if it did.
    pub trouble: Option<Trouble>,
}

/// Makes the library that all scenarios start from.
pub fn prepare(mode: &Mode) -> Outcome<Stage> {
    let folder = programs::built("carrel-e2e")?
        .ancestors()
        .nth(2)
        .map(|target| target.join("e2e"))
        .ok_or_else(|| Trouble::not_so("there is no target folder"))?;
    empty(&folder)?;
    let library = folder.join("demo.carrel");
    let (size, tour) = match mode {
        Mode::Test(_) | Mode::Start(_) => ("small", None),
        Mode::Tour(tour) => ("year", Some(begun(tour)?)),
    };
    programs::make_demo(&library, size)?;
    Ok(Stage {
        library,
        folder,
        tour,
    })
}

/// The tour with its folder made.
fn begun(tour: &Tour) -> Outcome<Tour> {
    let album = &tour.folder;
    let folder = std::path::absolute(album).map_err(Trouble::file("finding", album))?;
    fs::create_dir_all(&folder).map_err(Trouble::file("making", &folder))?;
    Ok(Tour {
        folder,
        ..tour.clone()
    })
}

/// The scenarios that the mode asks for.
pub fn wanted(mode: &Mode) -> Outcome<Vec<&'static Scenario>> {
    let names = mode.wanted();
    if let Some(unknown) = names
        .iter()
        .find(|name| ALL.iter().all(|one| one.name != *name))
    {
        let known: Vec<_> = ALL.iter().map(|one| one.name).collect();
        return Err(Trouble::not_so(format!(
            "there is no scenario {unknown}, only {}",
            known.join(", ")
        )));
    }
    let is_wanted = |one: &&Scenario| names.is_empty() || names.iter().any(|name| name == one.name);
    Ok(ALL.iter().filter(is_wanted).collect())
}

/// Plays one scenario; whatever happens, its window is closed after it.
pub async fn play(stage: &Stage, scenario: &Scenario) -> Played {
    let began = Instant::now();
    let left = stage.folder.join(scenario.name);
    let trouble = on_a_copy(stage, scenario, &left).await.err();
    Played {
        name: scenario.name,
        took: began.elapsed(),
        left,
        trouble,
    }
}

async fn on_a_copy(stage: &Stage, scenario: &Scenario, folder: &Path) -> Outcome {
    empty(folder)?;
    let library = lay(stage, scenario.start, folder)?;
    let tour = stage.tour.as_ref();
    let looks = Looks {
        painting: tour.map_or(Painting::Plain, |_| Painting::Composited),
        dark: tour.is_some_and(|tour| tour.dark),
    };
    let driver = Driver::start(folder, looks).await?;
    let client = driver.open(&library).await?;
    let album = tour.map(|tour| tour.folder.join(scenario.name));
    let desk = Desk::new(
        client.clone(),
        library.clone(),
        folder.join("exports"),
        album,
    );
    let size = tour.and_then(|tour| tour.size);
    let played = tokio::time::timeout(AT_MOST, of_a_size(&desk, size, scenario)).await;
    let outcome = played.unwrap_or(Err(Trouble::TooLong(AT_MOST.as_secs())));
    if outcome.is_err() {
        // What it showed is a help; where even that is gone, the trouble itself is what counts.
        let _ = tokio::time::timeout(TO_KEEP, keep_what_it_showed(&desk, folder)).await;
    }
    // The window goes as in a power cut, and what was done must be in the file all the same.
    drop(driver);
    outcome?;
    keep_pages(stage, folder)?;
    match scenario.start {
        Start::Synced => Ok(()),
        Start::Demo | Start::Damaged | Start::Nothing => programs::check(&library),
        Start::Elsewhere => programs::check(&own_place(folder)),
    }
}

/// Lays what the scenario finds, and answers the file that its window opens.
fn lay(stage: &Stage, start: Start, folder: &Path) -> Outcome<PathBuf> {
    let library = match start {
        Start::Demo | Start::Damaged | Start::Nothing | Start::Elsewhere => {
            folder.join("library.carrel")
        }
        Start::Synced => folder.join("Dropbox/library.carrel"),
    };
    match start {
        Start::Demo | Start::Damaged => {
            fs::copy(&stage.library, &library).map_err(Trouble::file("copying", &library))?;
        }
        Start::Elsewhere => programs::make_library(&own_place(folder))?,
        Start::Nothing | Start::Synced => {}
    }
    if start == Start::Damaged {
        programs::back_up(&library)?;
        damage(&library).map_err(Trouble::file("damaging", &library))?;
    }
    Ok(library)
}

/// Where Carrel keeps a library of this login when none is named.
fn own_place(folder: &Path) -> PathBuf {
    folder.join("data/carrel/library.carrel")
}

/// Overwrites a quarter of the file, amid its pages, as a failing disk would.
fn damage(library: &Path) -> io::Result<()> {
    let mut bytes = fs::read(library)?;
    let (from, to) = (bytes.len() / 4, bytes.len() / 2);
    bytes[from..to].fill(0xa5);
    fs::write(library, bytes)
}

async fn of_a_size(desk: &Desk, size: Option<(u32, u32)>, scenario: &Scenario) -> Outcome {
    if let Some((width, height)) = size {
        desk.resizes(width, height).await?;
    }
    (scenario.play)(desk).await
}

/// The page as it stands, and as a picture.
async fn keep_what_it_showed(desk: &Desk, folder: &Path) -> Outcome {
    let page = folder.join("page.html");
    let source = desk.client.source().await?;
    fs::write(&page, source).map_err(Trouble::file("writing", &page))?;
    desk.saves_picture(&folder.join("screen.png")).await
}

/// On tour the printed pages go beside the pictures.
fn keep_pages(stage: &Stage, folder: &Path) -> Outcome {
    let exports = folder.join("exports");
    let Some(tour) = stage.tour.as_ref().filter(|_| exports.exists()) else {
        return Ok(());
    };
    let entries = fs::read_dir(&exports).map_err(Trouble::file("reading", &exports))?;
    for page in entries.flatten() {
        let to = tour.folder.join(page.file_name());
        fs::copy(page.path(), &to).map_err(Trouble::file("copying", &to))?;
    }
    Ok(())
}

fn empty(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Trouble::file("emptying", folder))?;
    }
    fs::create_dir_all(folder).map_err(Trouble::file("making", folder))
}
