//! Both reports are printed to files, and the pages hold the figures that the screen shows.

use std::fs;
use std::path::PathBuf;

use super::people::MAYA;
use crate::desk::Desk;
use crate::programs::text_of;
use crate::trouble::{Outcome, Trouble, demand};

/// What stands out on the page of figures: the totals of the usage report, the names of the shift report.
const FIGURES: &str = "
const told = document.querySelectorAll('section:first-of-type td.this');
const names = document.querySelectorAll('section tbody th');
return [...(told.length > 0 ? told : names)].map((one) => one.innerText.trim()).filter(Boolean);";

/// The shift report of last week, then the usage report of last month.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    desk.opens("Reports").await?;
    prints(desk, "Shift report", "Last week").await?;
    prints(desk, "Usage report", "Last month").await
}

async fn prints(desk: &Desk, report: &str, period: &str) -> Outcome {
    desk.press(report).await?;
    match report {
        "Usage report" => desk.choose("Days", period).await?,
        _ => desk.press(period).await?,
    }
    desk.press("Pages").await?;
    desk.finds("any", "Page 1 of").await?;
    desk.shows(&format!("{}-pages", report.to_lowercase().replace(' ', "-"))).await?;
    desk.press("Figures").await?;
    let figures = async || {
        let told = desk.client.execute(FIGURES, vec![]).await?;
        Ok(told.as_array().filter(|told| !told.is_empty()).cloned())
    };
    let figures = desk.until("figures", figures).await?;
    desk.shows(&format!("{}-figures", report.to_lowercase().replace(' ', "-"))).await?;
    let text = saves_pdf(desk).await?;
    for figure in figures.iter().filter_map(|figure| figure.as_str()) {
        // A long name takes two lines on paper.
        let is_told = figure.split_whitespace().all(|word| text.contains(word));
        demand(is_told, || format!("the pages of {report} do not say {figure}"))?;
    }
    Ok(())
}

/// Saves the report on the screen, and answers what its pages say, in one line.
pub(super) async fn saves_pdf(desk: &Desk) -> Outcome<String> {
    let before = pages(desk)?;
    desk.press("Save PDF").await?;
    saved(desk, before).await
}

/// The same, by its key.
pub(super) async fn keeps_pdf(desk: &Desk) -> Outcome<String> {
    let before = pages(desk)?;
    desk.strikes("Ctrl+S").await?;
    saved(desk, before).await
}

/// What the page says that was not there before.
async fn saved(desk: &Desk, before: Vec<PathBuf>) -> Outcome<String> {
    let page = async || Ok(pages(desk).unwrap_or_default().into_iter().find(|page| !before.contains(page)));
    let page = desk.until("a saved file", page).await?;
    desk.sees("Saved as").await?;
    Ok(text_of(&page)?.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The PDFs in the folder of exports.
fn pages(desk: &Desk) -> Outcome<Vec<PathBuf>> {
    if !desk.exports().exists() {
        return Ok(vec![]);
    }
    let entries = fs::read_dir(desk.exports()).map_err(Trouble::file("reading", desk.exports()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    Ok(paths.filter(|path| path.extension().is_some_and(|ending| ending == "pdf")).collect())
}
