//! A quick change at the desk by keys alone: nobody sees another's list, and each finds their own again.

use std::time::Instant;

use super::people::{JONAS, MAYA, Person};
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

/// Jonas has scanned something, Maya comes and goes.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(JONAS).await?;
    desk.opens("Desk").await?;
    desk.scan("9999999999").await?;
    desk.sees("Nothing has the number 9999999999").await?;
    let began = Instant::now();
    changes(desk, "mo", MAYA).await?;
    let took = began.elapsed();
    demand(took.as_secs() < 3, || format!("the change took {took:?}"))?;
    desk.has_focus("Scan box").await?;
    desk.does_not_see("Nothing has the number 9999999999").await?;
    changes(desk, "jonas", JONAS).await?;
    desk.sees("Nothing has the number 9999999999").await?;
    desk.has_focus("Scan box").await?;
    desk.strikes("F12").await?;
    desk.has_focus("Who").await?;
    desk.shows("who-next").await?;
    desk.types("mo").await?;
    desk.strikes("Enter").await?;
    desk.has_focus(MAYA.kind).await?;
    desk.shows("whose-secret").await
}

async fn changes(desk: &Desk, letters: &str, person: Person) -> Outcome {
    desk.strikes("F12").await?;
    desk.has_focus("Who").await?;
    desk.types(letters).await?;
    desk.shoots(letters).await?;
    desk.strikes("Enter").await?;
    desk.has_focus(person.kind).await?;
    desk.types(person.secret).await?;
    desk.strikes("Enter").await?;
    desk.finds("any", &format!("Signed in: {}", person.name)).await.map(drop)
}
