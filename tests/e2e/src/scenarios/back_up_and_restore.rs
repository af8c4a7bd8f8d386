//! A backup is made by hand, something is done after it, the backup is restored, and the restore is undone.

use serde_json::json;

use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

/// The name of the library before and after: it stands at the gate.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let name = desk.ask("policies.library", json!({})).await?["details"]["name"].clone();
    let name = name.as_str().unwrap_or_default().to_owned();
    opens_backups(desk).await?;
    desk.press("Back up now").await?;
    desk.sees("The backup is made and verified").await?;
    desk.shows("made").await?;
    desk.press("Library").await?;
    desk.write("Name of the library", "Harrow Bay Library").await?;
    desk.press("Save").await?;
    desk.sees("Saved").await?;
    desk.press("Backups").await?;
    restores(desk, "Restore").await?;
    desk.sees(&name).await?;
    demand(is_named(desk, &name).await?, || "the change is still there".to_owned())?;
    desk.signs_in(MAYA).await?;
    opens_backups(desk).await?;
    restores(desk, "Undo the restore").await?;
    demand(is_named(desk, "Harrow Bay Library").await?, || "the restore was not undone".to_owned())
}

async fn opens_backups(desk: &Desk) -> Outcome {
    desk.opens("Settings").await?;
    desk.press("Backups").await?;
    desk.finds("region", "Backups").await.map(drop)
}

/// From the list to the gate of the other library.
async fn restores(desk: &Desk, button: &str) -> Outcome {
    desk.press(button).await?;
    desk.sees("In the backup").await?;
    desk.shows("preview").await?;
    desk.write("Your passphrase, once more", MAYA.secret).await?;
    desk.strikes("Enter").await?;
    desk.sees("Who is at the desk?").await
}

async fn is_named(desk: &Desk, name: &str) -> Outcome<bool> {
    Ok(desk.ask("accounts.session", json!({})).await?["library"] == name)
}
