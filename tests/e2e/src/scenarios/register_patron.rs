//! Somebody new is registered from a form, is found by name, and can borrow at once.

use super::people::JONAS;
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

const CARD: &str = "29999000000018";

/// The form, with a family name that plain letters must find; then the card at the desk.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(JONAS).await?;
    desk.opens("Patrons").await?;
    desk.press("Register a patron").await?;
    desk.write("Card", CARD).await?;
    desk.write("Family name", "Łukaszewska").await?;
    desk.write("Given name", "Øyunn").await?;
    desk.write("E-mail", "oyunn@example.org").await?;
    desk.shows("form").await?;
    desk.finds("press", "Register").await?;
    desk.strikes("Enter").await?;
    desk.sees("Øyunn Łukaszewska is registered").await?;
    desk.finds("press", "Open at the desk").await?;
    desk.press("Close").await?;
    desk.write("Find by name", "lukaszewska").await?;
    desk.sees("Łukaszewska").await?;
    desk.shows("found").await?;
    desk.opens("Desk").await?;
    desk.scan(CARD).await?;
    desk.sees("Nothing is out.").await?;
    let screen = desk.screen().await?;
    demand(screen.contains("Øyunn Łukaszewska"), || format!("the desk shows somebody else:\n{screen}"))
}
