//! A rota from nothing: two types, cover, people; it is solved with weekends in turn, a cell is set by a key and stays when
//! it is solved again; kept, taken back and done again, published, and on the page of its month.

use serde_json::{Value, json};

use super::grid::{focus, later, list};
use super::people::MAYA;
use super::print_reports::keeps_pdf;
use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let today = desk.today().await?;
    let week = desk.ask("schedule.week", json!({ "day": today })).await?;
    // Some weeks on nobody has been placed yet; a Monday is the second day of a week that begins on Sunday.
    let sunday = list(&week["days"])[0]["day"].clone();
    let monday = later(desk, &sunday, 7 * 15 + i64::from(!is_monday(desk, &sunday).await?)).await?;
    desk.opens("Rotas").await?;
    desk.sees("A rota is made of shift types").await?;
    desk.shows("nothing").await?;
    two_types(desk).await?;
    desk.press("New rota").await?;
    desk.write("First Monday", &monday).await?;
    desk.write("Weeks", "4").await?;
    desk.press("Save").await?;
    desk.sees("Nobody is wanted on any day yet").await?;
    covers(desk).await?;
    let rota = Rota::find(desk).await?;
    limits_somebody(desk).await?;
    rota.solves(desk, "From scratch", "proposed").await?;
    desk.strikes("K").await?;
    desk.sees_no_more("Drop").await?;
    rota.waits(desk, "a kept rota", |month| worked(month) > 20).await?;
    desk.shows("kept").await?;
    rota.weekends_go_in_turn(desk).await?;
    rota.sets_a_cell(desk).await?;
    publishes(desk, &monday).await
}

async fn is_monday(desk: &Desk, day: &Value) -> Outcome<bool> {
    const WEEKDAY: &str = "return new Date(arguments[0]).getUTCDay();";
    let weekday = desk.client.execute(WEEKDAY, vec![day.clone()]).await?;
    Ok(weekday == 1)
}

async fn two_types(desk: &Desk) -> Outcome {
    for (button, name, letter, start, end) in [
        ("First shift type", "Morning", "M", "10:00", "13:00"),
        ("New shift type", "Afternoon", "A", "13:00", "16:00"),
    ] {
        desk.press(button).await?;
        desk.write("Name", name).await?;
        desk.write("Letters", letter).await?;
        desk.write("Starts", start).await?;
        desk.write("Ends", end).await?;
        if name == "Morning" {
            desk.shows("type").await?;
        }
        desk.press("Save").await?;
        desk.sees("No rota yet").await?;
    }
    Ok(())
}

async fn covers(desk: &Desk) -> Outcome {
    desk.press("Types and cover").await?;
    for weekday in ["Monday", "Wednesday", "Friday", "Saturday"] {
        desk.write(&format!("Morning, {weekday}"), "1").await?;
        desk.write(&format!("Afternoon, {weekday}"), "1").await?;
    }
    desk.shows("cover").await?;
    desk.press("Save").await?;
    desk.sees_no_more("Nobody is wanted on any day yet").await
}

/// By pointer on a name: how many weekends somebody works at most.
async fn limits_somebody(desk: &Desk) -> Outcome {
    focus(desk, "tbody th button").await?;
    desk.strikes("Enter").await?;
    desk.sees("in this rota").await?;
    desk.write("Most weekends", "1").await?;
    desk.shows("limits").await?;
    desk.press("Save").await?;
    desk.sees_no_more("Most weekends").await
}

/// The rota that was made.
struct Rota {
    id: Value,
}

impl Rota {
    async fn find(desk: &Desk) -> Outcome<Self> {
        let listed = desk.ask("rotas.list", json!({})).await?;
        let made = list(&listed["rotas"]).first();
        let made = made.ok_or_else(|| Trouble::not_so("no rota was made"))?;
        Ok(Self {
            id: made["id"].clone(),
        })
    }

    async fn month(&self, desk: &Desk) -> Outcome<Value> {
        desk.ask("rotas.show", json!({ "rota": self.id })).await
    }

    /// Waits until the file holds what is wanted.
    async fn waits(&self, desk: &Desk, what: &str, wanted: impl Fn(&Value) -> bool) -> Outcome {
        for _ in 0..100 {
            if wanted(&self.month(desk).await?) {
                return Ok(());
            }
        }
        Err(Trouble::not_so(format!("{what}: not so in the file")))
    }

    /// By keys: asked for, watched, and what was found is shown in the cells.
    async fn solves(&self, desk: &Desk, keep: &str, shot: &str) -> Outcome {
        desk.comes_to_rest().await?;
        desk.strikes("V").await?;
        desk.sees("Solve the rota").await?;
        desk.press(keep).await?;
        desk.choose("How long", "10 seconds").await?;
        if shot == "proposed" {
            desk.shows("asked").await?;
        }
        desk.measures("document.querySelector('#solve-rota').requestSubmit(); return null;").await?;
        desk.sees("missed").await?;
        // Ten seconds, and what the rules said of the last plan.
        for _ in 0..3 {
            if desk.sees("Drop").await.is_ok() {
                break;
            }
        }
        desk.sees("Drop").await?;
        desk.shows(shot).await
    }

    async fn weekends_go_in_turn(&self, desk: &Desk) -> Outcome {
        let month = self.month(desk).await?;
        let weekends: Vec<u64> = list(&month["rows"])
            .iter()
            .filter_map(|row| row["weekends"].as_u64())
            .collect();
        let busy = weekends.iter().filter(|weekends| **weekends > 0).count();
        let most = weekends.iter().max().copied().unwrap_or(0);
        demand(busy >= 4 && most <= 2, || {
            format!("weekends are not shared: {weekends:?}")
        })
    }

    /// A letter sets the cell, and it is the same after another solve; what is taken back comes back.
    async fn sets_a_cell(&self, desk: &Desk) -> Outcome {
        focus(desk, "[data-cell='1 1']").await?;
        desk.strikes("A").await?;
        self.waits(desk, "an afternoon by hand", is_afternoon).await?;
        desk.strikes("Delete").await?;
        self.waits(desk, "an empty cell", |month| !is_afternoon(month)).await?;
        desk.strikes("Ctrl+Z").await?;
        self.waits(desk, "the afternoon again", is_afternoon).await?;
        desk.strikes("Enter").await?;
        desk.sees("What is worked").await?;
        desk.shows("choices").await?;
        desk.press("Close").await?;
        desk.sees_no_more("What is worked").await?;
        self.solves(desk, "Change little", "again").await?;
        let month = self.month(desk).await?;
        demand(is_afternoon(&month), || "the cell by hand was lost".to_owned())?;
        desk.strikes("X").await?;
        desk.sees_no_more("Drop").await?;
        self.waits(desk, "the cell as it was set", is_afternoon).await
    }
}

/// Whether the cell in the second row and column is an afternoon that was set by hand.
fn is_afternoon(month: &Value) -> bool {
    let cell = &month["rows"][1]["cells"][1];
    cell["pinned"] == true && cell["shifts"][0]["placed"]["shift"]["details"]["start"] == 780
}

fn worked(month: &Value) -> usize {
    let rows = list(&month["rows"]).iter();
    let cells = rows.flat_map(|row| list(&row["cells"]));
    cells.map(|cell| list(&cell["shifts"]).len()).sum()
}

/// What was kept is an ordinary draft: published, it is on the page of its month.
async fn publishes(desk: &Desk, monday: &str) -> Outcome {
    let last = later(desk, &json!(monday), 27).await?;
    desk.ask("schedule.publish", json!({ "first": monday, "last": last })).await?;
    let month = desk.ask("rotas.list", json!({})).await?;
    let first = text(&month["rotas"][0]["first"])?;
    let page = format!("location.hash = '#/reports?report=month&from={first}&to={last}'; return null;");
    desk.measures(&page).await?;
    desk.finds("any", "Page 1 of").await?;
    let said = keeps_pdf(desk).await?;
    demand(said.contains("published") && said.contains("13"), || {
        format!("the month does not show the rota: {said}")
    })
}
