//! A card, then an item: two scans, and it is lent until the day that the core gave, with the reason for that day.

use super::people::JONAS;
use super::scene::short_day;
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

/// Lends by scanning only, then asks why that day.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(JONAS).await?;
    let patron = desk.somebody_free().await?;
    let thing = desk.something_for(&patron).await?;
    desk.opens("Desk").await?;
    desk.sees("Nobody at the desk").await?;
    desk.shows("empty").await?;
    desk.scan(&patron.card).await?;
    desk.sees(&patron.name).await?;
    desk.scan(&thing.barcode).await?;
    desk.sees("Out: 1").await?;
    let loan = desk.loan_of(&thing.id).await?;
    demand(loan["patron"] == patron.id, || format!("the file says of {}: {loan}", thing.barcode))?;
    let day = short_day(&loan["due"])?;
    desk.sees(&day).await?;
    desk.sees(&thing.barcode).await?;
    desk.sees(&thing.title).await?;
    desk.shoots("lent").await?;
    desk.press(&day).await?;
    desk.sees("Why ").await?;
    desk.shoots("why").await?;
    desk.scan("9999999999").await?;
    desk.sees("Nothing has the number 9999999999").await?;
    desk.shows("unknown").await
}
