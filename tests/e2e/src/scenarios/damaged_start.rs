//! A damaged library starts into its backups, never into an empty one; the newest is looked into, restored, and worked with.

use std::fs;

use serde_json::json;

use super::people::MAYA;
use super::scene::rows;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

/// From the damage to the patrons, by keyboard.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.sees("The library cannot be opened").await?;
    desk.sees("Nothing was deleted").await?;
    desk.does_not_see("How do you lend?").await?;
    desk.sees("1 backup").await?;
    desk.shows("rescue").await?;
    desk.enters("Restore").await?;
    desk.sees("In the backup").await?;
    desk.has_focus("Restore a backup").await?;
    desk.shows("preview").await?;
    desk.strikes("Tab").await?;
    desk.has_focus("Restore this backup").await?;
    desk.strikes("Enter").await?;
    desk.sees("Who is at the desk?").await?;
    desk.shoots("restored").await?;
    desk.signs_in(MAYA).await?;
    desk.opens("Patrons").await?;
    let found = desk.ask("patrons.search", json!({ "words": "", "limit": 1 })).await?;
    let somebody = &rows(&found)[0]["details"]["family_name"];
    desk.sees(somebody.as_str().unwrap_or_default()).await?;
    desk.shoots("patrons").await?;
    demand(is_kept_aside(desk)?, || "the damaged file is not beside the library".to_owned())
}

/// The damaged file is moved, not deleted.
fn is_kept_aside(desk: &Desk) -> Outcome<bool> {
    let folder = desk.library().parent().unwrap_or(desk.library());
    let names = fs::read_dir(folder).map_err(Trouble::file("reading", folder))?;
    let mut names = names.flatten().map(|file| file.file_name().to_string_lossy().into_owned());
    Ok(names.any(|name| name.contains(".damaged-")))
}
