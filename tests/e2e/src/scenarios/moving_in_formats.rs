//! A workbook whose columns are explained once and known again, and records with their items, one damaged and one number
//! destroyed: tried, kept, and found.

use serde_json::json;

use super::files::{hands_over, record, workbook};
use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

const HEAD: &[&str] = &["Ausweis", "Surname", "Firstname", "Gruppe"];

/// Patrons, more patrons, items.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    desk.opens("Settings").await?;
    desk.enters("Import files").await?;
    explains_a_workbook(desk).await?;
    is_understood_again(desk).await?;
    brings_records(desk).await?;
    finds_the_first(desk).await
}

async fn explains_a_workbook(desk: &Desk) -> Outcome {
    let book = workbook(&[
        HEAD,
        &["29999000000201", "Đặng", "Thị Hương", "E"],
        &["29999000000202", "O’Neill", "José", "E"],
        &["#3.1E+22", "Lost", "Nora", "E"],
    ])?;
    hands_over(desk, "members.xlsx", &book).await?;
    desk.sees("XLSX workbook").await?;
    desk.choose("Ausweis means", "card").await?;
    desk.choose("Gruppe means", "category").await?;
    desk.shoots("workbook").await?;
    desk.enters("Try first").await?;
    desk.sees("3 rows checked. Nothing was kept yet.").await?;
    desk.choose("E means", "Adult").await?;
    desk.shows("unknown").await?;
    desk.enters("Try again").await?;
    desk.sees("2 would be added").await?;
    desk.sees("was destroyed by a spreadsheet").await?;
    desk.shows("tried").await?;
    desk.enters("Import 2 rows").await?;
    desk.sees("2 added").await?;
    desk.enters("Another file").await
}

async fn is_understood_again(desk: &Desk) -> Outcome {
    let book = workbook(&[HEAD, &["29999000000203", "王", "小明", "E"]])?;
    hands_over(desk, "more.xlsx", &book).await?;
    desk.sees("Understood as the last file of this shape was.").await?;
    desk.shoots("remembered").await?;
    desk.enters("Try first").await?;
    desk.sees("1 would be added").await?;
    desk.enters("Import 1 row").await?;
    desk.sees("1 added").await?;
    let found = desk.ask("patrons.search", json!({ "words": "29999000000203", "limit": 1 })).await?;
    demand(found["rows"][0]["details"]["given_name"] == "小明", || format!("the library has {found}"))?;
    desk.enters("Another file").await
}

async fn brings_records(desk: &Desk) -> Outcome {
    let item = |barcode| [('p', barcode), ('y', "BK"), ('o', "823 BRO"), ('c', "Stacks")];
    let mut records = record(&[
        ("020", &[('a', "978-0-14-143951-8")]),
        ("100", &[('a', "Brontë, Charlotte,")]),
        ("245", &[('a', "Jane Eyre /"), ('c', "C. Brontë.")]),
        ("952", &item("39999000000301")),
        ("952", &item("3.9999E+13")),
    ]);
    let torn = record(&[("245", &[('a', "Torn in the middle of its only field")])]);
    records.extend(&torn[..torn.len() / 2]);
    records.push(0x1d);
    records.extend(record(&[("245", &[('a', "Villette")]), ("952", &item("39999000000303"))]));
    hands_over(desk, "koha.mrc", &records).await?;
    desk.sees("Items are read from field 952").await?;
    desk.shoots("records").await?;
    desk.enters("Try first").await?;
    desk.sees("Names that this library does not have").await?;
    desk.choose("BK means", "Book").await?;
    desk.enters("Try again").await?;
    desk.sees("2 would be added").await?;
    desk.sees("was destroyed by a spreadsheet").await?;
    desk.sees("the record is damaged").await?;
    desk.shoots("records-tried").await?;
    desk.enters("Import 2 rows").await?;
    desk.sees("2 added").await?;
    desk.shoots("records-kept").await
}

async fn finds_the_first(desk: &Desk) -> Outcome {
    desk.opens("Items").await?;
    desk.has_focus("Find by title").await?;
    desk.types("39999000000301").await?;
    desk.strikes("Enter").await?;
    desk.sees("Jane Eyre").await?;
    desk.sees("Brontë, Charlotte").await?;
    desk.sees("823 BRO").await?;
    desk.shoots("found").await
}
