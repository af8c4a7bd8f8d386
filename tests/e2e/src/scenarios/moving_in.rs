//! A small library moves in: patrons whose category must be added, an open loan, and the whole taken back. By keyboard.

use std::fs;

use fantoccini::Locator;
use serde_json::json;

use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

const PATRONS: &str = "Ausweis;Surname;Firstname;Categorycode;Dateofbirth\n\
    29999000000117;Łukaszewska;Øyunn;Guest;31/12/1990\n29999000000118;Ng;王小明;Guest;3/4/1985\n2.9E+13;Lost;;Guest;\n";

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    desk.opens("Settings").await?;
    desk.press("Moving in").await?;
    hand_over(desk, "patrons.csv", PATRONS).await?;
    desk.sees("3 rows").await?;
    desk.choose("Ausweis means", "card").await?;
    desk.shoots("mapping").await?;
    strike(desk, "Try first").await?;
    desk.sees("3 rows checked. Nothing was kept yet.").await?;
    desk.sees("was destroyed by a spreadsheet").await?;
    desk.shoots("unknown-category").await?;
    strike(desk, "Add “Guest”").await?;
    desk.sees("2 would be added").await?;
    strike(desk, "Import 2 rows").await?;
    desk.sees("2 added").await?;
    desk.sees("Imports so far").await?;
    desk.shoots("kept").await?;
    let found = desk.ask("patrons.search", json!({ "words": "lukaszewska", "limit": 1 })).await?;
    let born = &found["rows"][0]["details"]["born"];
    demand(*born == "1990-12-31", || format!("the library has {found}"))?;
    let somebody = desk.somebody_free().await?;
    let thing = desk.something_for(&somebody).await?.barcode;
    strike(desk, "Another file").await?;
    let loans = format!("card,barcode,due\n29999000000117,{thing},2027-06-30\n");
    hand_over(desk, "loans.csv", &loans).await?;
    strike(desk, "Try first").await?;
    desk.sees("1 row checked").await?;
    strike(desk, "Import 1 row").await?;
    desk.sees("1 added").await?;
    strike(desk, "Take back").await?;
    desk.sees("Take back Open loans from loans.csv?").await?;
    desk.shoots("take-back").await?;
    desk.strikes("Tab").await?;
    desk.strikes("Enter").await?;
    desk.sees("1 removed, 0 restored, 0 left as they are").await?;
    desk.shoots("taken-back").await
}

/// Chooses a file, as the system's own dialog would.
async fn hand_over(desk: &Desk, name: &str, text: &str) -> Outcome {
    let file = desk.exports().join(name);
    let kept = fs::create_dir_all(desk.exports()).and_then(|()| fs::write(&file, text));
    kept.map_err(|error| Trouble::not_so(format!("{name} cannot be written: {error}")))?;
    let input = desk.client.find(Locator::Css("input[type=file]")).await?;
    input.send_keys(&file.to_string_lossy()).await?;
    desk.sees(name).await
}

/// Goes to a button and strikes Enter.
async fn strike(desk: &Desk, button: &str) -> Outcome {
    let there = serde_json::to_value(desk.finds("press", button).await?);
    let there = there.map_err(|error| Trouble::not_so(format!("{button}: {error}")))?;
    desk.client.execute("arguments[0].focus()", vec![there]).await?;
    desk.strikes("Enter").await
}
