//! The window is closed: it says why it stays a moment, and what was done lies verified in the second place when it is gone.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::people::MAYA;
use crate::desk::Desk;
use crate::programs::preview;
use crate::trouble::{Outcome, Trouble, demand};

const NAME: &str = "Harrow Bay Library";

/// What the shell tells the pages; on tour alone, for the backup itself is too quick for a picture.
const CLOSING: &str = "window.dispatchEvent(new Event('carrel-closing')); return null;";

/// A second place, a change, and the cross.
pub(super) async fn play(desk: &Desk) -> Outcome {
    let stick = desk.exports().with_file_name("stick");
    fs::create_dir_all(&stick).map_err(Trouble::file("making", &stick))?;
    desk.signs_in(MAYA).await?;
    desk.opens("Settings").await?;
    desk.enters("Backups").await?;
    desk.finds("region", "Backups").await?;
    desk.write("Second place", &stick.to_string_lossy()).await?;
    desk.enters("Try it").await?;
    desk.sees("Carrel can write there").await?;
    desk.shoots("tried").await?;
    desk.write("Days that backups are kept", "60").await?;
    desk.strikes("Enter").await?;
    desk.sees("Saved").await?;
    desk.shows("second-place").await?;
    desk.enters("Library").await?;
    desk.write("Name of the library", NAME).await?;
    desk.strikes("Enter").await?;
    let named = async || Ok(desk.ask("accounts.session", json!({})).await.ok().filter(|session| session["library"] == NAME));
    desk.until("the new name", named).await?;
    let before = backups(&stick)?;
    if desk.is_on_tour() {
        desk.measures(CLOSING).await?;
        desk.sees("Making a backup before closing").await?;
        desk.shoots("closing").await?;
    }
    desk.closes().await?;
    let made = backups(&stick)?.into_iter().find(|backup| !before.contains(backup));
    let made = made.ok_or_else(|| Trouble::not_so("no backup was made at closing"))?;
    let told = preview(desk.library(), &made)?;
    let whole = told.starts_with(NAME) && told.contains("since then 0 things were done");
    demand(whole, || format!("{} holds:\n{told}", made.display()))
}

fn backups(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let files = fs::read_dir(folder).map_err(Trouble::file("reading", folder))?;
    let files = files.flatten().map(|file| file.path());
    Ok(files.filter(|file| file.extension().is_some_and(|ending| ending == "carrel")).collect())
}
