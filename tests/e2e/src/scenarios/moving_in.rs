//! A small library moves in: patrons whose category must be added, an open loan, and the whole taken back. By keyboard.

use serde_json::json;

use super::files::hands_over;
use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

const PATRONS: &str = "Ausweis;Surname;Firstname;Categorycode;Dateofbirth\n\
    29999000000117;Łukaszewska;Øyunn;Guest;31/12/1990\n29999000000118;Ng;王小明;Guest;3/4/1985\n2.9E+13;Lost;;Guest;\n";

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    desk.opens("Settings").await?;
    desk.press("Import files").await?;
    hands_over(desk, "patrons.csv", PATRONS.as_bytes()).await?;
    desk.sees("3 rows").await?;
    desk.choose("Ausweis means", "card").await?;
    desk.shoots("mapping").await?;
    desk.enters("Try first").await?;
    desk.sees("3 rows checked. Nothing was kept yet.").await?;
    desk.sees("was destroyed by a spreadsheet").await?;
    desk.shoots("unknown-category").await?;
    desk.enters("Add “Guest”").await?;
    desk.sees("2 would be added").await?;
    desk.enters("Import 2 rows").await?;
    desk.sees("2 added").await?;
    desk.sees("Imports so far").await?;
    desk.shows("kept").await?;
    let found = desk.ask("patrons.search", json!({ "words": "lukaszewska", "limit": 1 })).await?;
    let born = &found["rows"][0]["details"]["born"];
    demand(*born == "1990-12-31", || format!("the library has {found}"))?;
    let somebody = desk.somebody_free().await?;
    let thing = desk.something_for(&somebody).await?.barcode;
    desk.enters("Another file").await?;
    let loans = format!("card,barcode,due\n29999000000117,{thing},2027-06-30\n");
    hands_over(desk, "loans.csv", loans.as_bytes()).await?;
    desk.enters("Try first").await?;
    desk.sees("1 row checked").await?;
    desk.enters("Import 1 row").await?;
    desk.sees("1 added").await?;
    desk.enters("Take back").await?;
    desk.sees("Take back Open loans from loans.csv?").await?;
    desk.shows("take-back").await?;
    desk.strikes("Tab").await?;
    desk.strikes("Enter").await?;
    desk.sees("1 removed, 0 restored, 0 left as they are").await?;
    desk.shoots("taken-back").await
}
