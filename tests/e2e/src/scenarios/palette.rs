//! Ctrl+K finds pages and people, and Enter opens what was found.

use serde_json::json;

use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble};

/// A page by its name, then a patron by theirs.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    desk.strikes("Ctrl+k").await?;
    // A quick hand does not wait for the box to be there.
    desk.types("schedu").await?;
    desk.finds("option", "Schedule").await?;
    desk.strikes("Enter").await?;
    let open = "return document.querySelector('nav [aria-current=page]')?.ariaLabel === 'Schedule' || null;";
    let there = async || Ok(desk.client.execute(open, vec![]).await?.as_bool());
    desk.until("the page Schedule", there).await?;
    let name = some_family_name(desk).await?;
    desk.strikes("Ctrl+k").await?;
    desk.has_focus("Find anything").await?;
    desk.types(&name).await?;
    desk.finds("option", &name).await?;
    desk.shows("palette").await?;
    desk.strikes("Esc").await?;
    desk.sees_no_more("Find anything: ").await
}

async fn some_family_name(desk: &Desk) -> Outcome<String> {
    let found = desk.ask("patrons.search", json!({ "words": "", "limit": 1 })).await?;
    let name = found.pointer("/rows/0/details/family_name").and_then(|name| name.as_str());
    name.map(str::to_owned).ok_or_else(|| Trouble::not_so("there are no patrons"))
}
