//! A habit changed in the settings shows everywhere at once, and a closed day moves what would have fallen due on it.

use serde_json::json;

use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

/// The sections after the first, by name.
const SECTIONS: &str = "return [...document.querySelectorAll('nav[aria-label=Settings] a')].slice(1).map((link) => link.innerText.trim());";
/// One is called like a page of the rail, so it is looked for among its own.
const OPEN: &str = "[...document.querySelectorAll('nav[aria-label=Settings] a')].find((link) => link.innerText.trim() === 'SECTION')?.click(); return null;";

/// Another name and the 24-hour clock; then each section, without an error.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    desk.opens("Settings").await?;
    desk.write("Name of the library", "Harrow Bay Library").await?;
    let clock = desk.ask("policies.library", json!({})).await?["details"]["clock"].clone();
    let (other, looks) = if clock == "h24" { ("h12", "9:30 pm") } else { ("h24", "21:30") };
    desk.press(looks).await?;
    desk.shows("changed").await?;
    desk.press("Save").await?;
    desk.sees("Saved").await?;
    let kept = desk.ask("policies.library", json!({})).await?;
    demand(kept["details"]["name"] == "Harrow Bay Library", || format!("the file says {kept}"))?;
    demand(kept["details"]["clock"] == other, || format!("the file says {kept}"))?;
    let sections = desk.measures(SECTIONS).await?;
    let sections: Vec<&str> = sections.as_array().into_iter().flatten().filter_map(|section| section.as_str()).collect();
    demand(sections.len() >= 13, || format!("the settings are only {sections:?}"))?;
    for section in sections {
        desk.measures(&OPEN.replace("SECTION", section)).await?;
        desk.finds("region", section).await?;
        desk.shows(&section.to_lowercase().replace(' ', "-")).await?;
    }
    Ok(())
}
