//! A wrong PIN is said and makes the next try wait; the right one opens the library.

use super::people::JONAS;
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

/// Wrong PINs until there is a wait, the wait over, then the right one.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.sees("Who is at the desk?").await?;
    desk.shows("who").await?;
    desk.press(JONAS.name).await?;
    desk.write(JONAS.kind, "9999").await?;
    desk.press("Sign in").await?;
    desk.sees("That is not the right PIN.").await?;
    demand(desk.reads(JONAS.kind).await?.is_empty(), || "the wrong PIN still stands there".to_owned())?;
    while !desk.screen().await?.contains("Next try in") {
        desk.write(JONAS.kind, "9998").await?;
        desk.strikes("Enter").await?;
        desk.sees("That is not the right PIN.").await?;
    }
    desk.shows("wrong").await?;
    desk.sees_no_more("Next try in").await?;
    desk.write(JONAS.kind, JONAS.secret).await?;
    desk.press("Sign in").await?;
    desk.finds("any", &format!("Signed in: {}", JONAS.name)).await?;
    desk.shoots("in").await
}
