//! The lock covers the screen and answers nobody; what was there is there again after it.

use serde_json::json;

use super::people::JONAS;
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

/// Locks by key on a page, tries to read beneath, and goes on where one was.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(JONAS).await?;
    desk.opens("Patrons").await?;
    desk.strikes("Ctrl+l").await?;
    desk.sees("What was on the screen is kept.").await?;
    desk.shows("locked").await?;
    let asked = desk.ask("patrons.search", json!({ "words": "a", "limit": 5 })).await;
    demand(asked.is_err(), || "a locked desk told of its patrons".to_owned())?;
    desk.strikes("Alt+2").await?;
    desk.write(JONAS.kind, JONAS.secret).await?;
    desk.press("Unlock").await?;
    desk.sees_no_more("What was on the screen is kept.").await?;
    desk.finds("any", &format!("Signed in: {}", JONAS.name)).await?;
    let page = desk.measures("return document.querySelector('nav [aria-current=page]')?.ariaLabel;").await?;
    demand(page == "Patrons", || format!("after the lock the page is {page}"))
}
