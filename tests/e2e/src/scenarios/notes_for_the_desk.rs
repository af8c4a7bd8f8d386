//! One shift leaves a note for the next, by keys; the next reads it, takes it off the desk, and puts it back.

use super::people::{CHLOE, MAYA};
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

const NOTE: &str = "The book drop sticks: lift the lid";

/// Goes where the first gap of the week leads, if there is one.
const FIRST_GAP: &str = "const gap = document.querySelector('section[aria-labelledby=gaps] a'); gap?.click(); return gap !== null;";

/// Chloe writes, Maya reads; then what is due, and the way to a gap in the schedule.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(CHLOE).await?;
    desk.sees("Messages").await?;
    desk.strikes("N").await?;
    desk.has_focus("What the next shift should know").await?;
    desk.types(NOTE).await?;
    desk.shows("a note").await?;
    desk.strikes("Tab").await?;
    desk.has_focus("Shown until").await?;
    desk.strikes("Tab").await?;
    desk.has_focus("Leave the note").await?;
    desk.strikes("Enter").await?;
    desk.sees(NOTE).await?;
    desk.strikes("Ctrl+L").await?;
    desk.press("Sign in as somebody else").await?;
    desk.signs_in(MAYA).await?;
    desk.sees(NOTE).await?;
    desk.sees(CHLOE.name).await?;
    desk.shows("messages").await?;
    desk.press("Settled: ").await?;
    desk.sees_no_more(NOTE).await?;
    desk.press("Undo").await?;
    desk.sees(NOTE).await?;
    desk.press("overdue").await?;
    desk.finds("region", "Overdue loans").await?;
    desk.shows("overdue").await?;
    if desk.measures(FIRST_GAP).await? == true {
        desk.finds("any", "Shifts, ").await?;
        let there = desk.measures("return location.hash.includes('span=day') && location.hash.includes('by=desks');").await?;
        demand(there == true, || "a gap does not lead to its day by desk".to_owned())?;
    }
    Ok(())
}
