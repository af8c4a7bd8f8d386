//! Every page of the schedule is chosen with the arrow keys and saved by its key; each says whose week it is, and whether
//! it was published. Then one person's page, and next week's sheets, which are a draft.

use serde_json::{Value, json};

use super::people::MAYA;
use super::print_reports::keeps_pdf;
use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

/// The pages in the order in which the arrow keys come to them.
const PAGES: [&str; 9] = [
    "Shift report",
    "Week by person",
    "Week by desk",
    "Week by day",
    "A page a person",
    "Month",
    "Hours and coverage",
    "Sign-in sheet",
    "What changed",
];

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let week = week(desk, 7).await?;
    let first = name(&week)?;
    desk.measures("location.hash = '#/reports?report=shifts'; return null;").await?;
    desk.press("Last week").await?;
    desk.press(PAGES[0]).await?;
    for (at, page) in PAGES.into_iter().enumerate() {
        if at > 0 {
            desk.strikes("Right").await?;
            desk.has_focus(page).await?;
        }
        desk.finds("any", "Page 1 of").await?;
        let shot = page.to_lowercase().replace(' ', "-");
        desk.shoots(&shot).await?;
        let said = keeps_pdf(desk).await?;
        demand(said.contains("published"), || format!("{page} does not say whether it was published: {said}"))?;
        let named = page == "What changed" || names(&said, &first);
        demand(named, || format!("{page} does not name {first}: {said}"))?;
        if desk.is_on_tour() {
            desk.press("Figures").await?;
            desk.shoots(&format!("{shot}-figures")).await?;
            desk.press("Pages").await?;
            desk.press(page).await?;
        }
    }
    one_person(desk, &week, &first).await?;
    draft(desk).await
}

/// Whether a page has each part of a name, which may stand on several lines.
fn names(said: &str, name: &str) -> bool {
    name.split(' ').all(|part| said.contains(part))
}

/// One person is ticked, and has one page.
async fn one_person(desk: &Desk, week: &Value, name: &str) -> Outcome {
    desk.press("A page a person").await?;
    desk.press("People Everybody").await?;
    desk.tick(name).await?;
    desk.finds("press", &format!("People {name}")).await?;
    desk.finds("any", "Page 1 of 1").await?;
    let said = keeps_pdf(desk).await?;
    let other = week["people"][1]["name"].as_str().unwrap_or_default();
    demand(names(&said, name) && !names(&said, other), || format!("the page is not {name}'s alone: {said}"))
}

/// Next week's grid leads to its own page, which says that it is a draft.
async fn draft(desk: &Desk) -> Outcome {
    desk.opens("Schedule").await?;
    desk.finds("any", "Shifts, ").await?;
    desk.strikes("]").await?;
    desk.sees("draft").await?;
    desk.strikes("Ctrl+P").await?;
    desk.finds("any", "Page 1 of").await?;
    let said = keeps_pdf(desk).await?;
    demand(said.contains("draft, not published"), || format!("no draft: {said}"))
}

/// The report of the week that many days ago.
async fn week(desk: &Desk, ago: i64) -> Outcome<Value> {
    const BACK: &str = "const d = new Date(arguments[0]); d.setUTCDate(d.getUTCDate() + arguments[1]); return d.toISOString().slice(0, 10);";
    let today = desk.today().await?;
    let on = async |days: i64, of: Value| desk.client.execute(BACK, vec![of, json!(days)]).await;
    let day = on(-ago, json!(today)).await?;
    let first = desk.ask("schedule.week", json!({ "day": day })).await?["first"].clone();
    let last = on(6, first.clone()).await?;
    let report = desk.ask("reports.shifts", json!({ "from": first, "to": last })).await?;
    Ok(report["weeks"][0].clone())
}

fn name(week: &Value) -> Outcome<String> {
    let first = week["people"].get(0).map(|person| &person["name"]);
    text(first.ok_or_else(|| Trouble::not_so("nobody worked last week"))?)
}
