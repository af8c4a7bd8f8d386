//! A number of the usage report is looked into and left again, and the report is kept under a name, run and saved.

use super::people::MAYA;
use super::print_reports::saves_pdf;
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

/// The name of the button with the number of loans, and the number.
const LOANS: &str = "
const button = document.querySelector('[data-count]');
return button ? [button.ariaLabel, button.innerText] : null;";
const EVENTS: &str = "return document.querySelectorAll('section tbody tr').length;";

/// Last month: a number, its events, and back; then a favourite, and both files.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    desk.opens("Reports").await?;
    desk.press("Usage report").await?;
    desk.choose("Days", "Last month").await?;
    desk.press("Figures").await?;
    let (name, loans) = looks_in_and_back(desk).await?;
    keeps_and_runs(desk, &name).await?;
    let text = saves_pdf(desk).await?;
    demand(text.contains(&loans) && text.contains("What is counted"), || {
        format!("the pages do not say {loans}")
    })?;
    desk.press("Save CSV").await?;
    desk.sees(".csv").await
}

/// By pointer into a number and back by key, then the other way round.
async fn looks_in_and_back(desk: &Desk) -> Outcome<(String, String)> {
    let loans = async || {
        let told = desk.client.execute(LOANS, vec![]).await?;
        Ok(told.as_array().cloned())
    };
    let told = desk.until("the number of loans", loans).await?;
    let [name, loans] = [0, 1].map(|at| told[at].as_str().unwrap_or_default().to_owned());
    desk.shoots("usage-figures").await?;
    desk.press(&name).await?;
    desk.has_focus("Back to the figures").await?;
    desk.sees("Nobody is named").await?;
    desk.sees(&format!("of {loans}")).await?;
    let events = desk.measures(EVENTS).await?.as_u64().unwrap_or(0);
    demand(events > 0, || "no event is listed".to_owned())?;
    desk.shoots("usage-events").await?;
    desk.strikes("Esc").await?;
    desk.has_focus(&name).await?;
    desk.strikes("Enter").await?;
    desk.has_focus("Back to the figures").await?;
    desk.press("Back to the figures").await?;
    desk.has_focus(&name).await?;
    Ok((name, loans))
}

/// The report under a name: run from other days, deleted, and brought back.
async fn keeps_and_runs(desk: &Desk, loans: &str) -> Outcome {
    desk.press("Save as favourite").await?;
    desk.write("Name", "For the board").await?;
    desk.strikes("Enter").await?;
    desk.sees("Saved “For the board” as a favourite").await?;
    desk.choose("Days", "This year").await?;
    desk.press("For the board").await?;
    desk.finds("any", loans).await?;
    demand(desk.reads("Days").await? != "days", || "the rule was lost".to_owned())?;
    desk.press("More for For the board").await?;
    desk.press("Delete").await?;
    desk.sees("Deleted “For the board”").await?;
    desk.press("Undo").await?;
    desk.finds("any", "More for For the board").await.map(|_| ())
}
