//! A habit changed in the settings shows everywhere at once, and a closed day moves what would have fallen due on it.

use serde_json::json;

use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

/// Another name and the 24-hour clock; then each section, without an error.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    desk.opens("Settings").await?;
    desk.write("Name of the library", "Harrow Bay Library").await?;
    let clock = desk.ask("policies.library", json!({})).await?["details"]["clock"].clone();
    let (other, looks) = if clock == "h24" { ("h12", "9:30 pm") } else { ("h24", "21:30") };
    desk.press(looks).await?;
    desk.shoots("changed").await?;
    desk.press("Save").await?;
    desk.sees("Saved").await?;
    let kept = desk.ask("policies.library", json!({})).await?;
    demand(kept["details"]["name"] == "Harrow Bay Library", || format!("the file says {kept}"))?;
    demand(kept["details"]["clock"] == other, || format!("the file says {kept}"))?;
    for section in ["Opening hours", "Closed days", "Loan rules", "Moving in"] {
        desk.press(section).await?;
        desk.finds("region", section).await?;
        desk.shoots(&section.to_lowercase().replace(' ', "-")).await?;
    }
    Ok(())
}
