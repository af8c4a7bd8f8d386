//! A loan is renewed by its button, returned by a scan, and the return undone by a key.

use serde_json::{Value, json};

use super::people::JONAS;
use super::scene::{rows, text};
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

/// All three on the loan that is due next.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(JONAS).await?;
    let loan = something_renewable(desk).await?;
    let (item, barcode, title) = (&loan["item"], text(&loan["barcode"])?, text(&loan["title"])?);
    let card = desk.ask("patrons.patron", json!({ "id": loan["patron"] })).await?;
    desk.opens("Desk").await?;
    desk.scan(&text(&card["details"]["card"])?).await?;
    desk.press(&format!("Renew {title}")).await?;
    desk.sees("renewed, ").await?;
    let renewed = desk.loan_of(item).await?;
    demand(renewed["due"].as_str() > loan["due"].as_str(), || format!("renewed to {}", renewed["due"]))?;
    desk.shoots("renewed").await?;
    desk.strikes("F3").await?;
    desk.finds("field", "Scan box, Return").await?;
    desk.scan(&barcode).await?;
    desk.sees("Returned").await?;
    demand(desk.loan_of(item).await?.is_null(), || format!("{barcode} is still out"))?;
    desk.shows("returned").await?;
    desk.strikes("Ctrl+z").await?;
    desk.sees("Undone").await?;
    let back = desk.loan_of(item).await?;
    demand(back["id"] == loan["id"], || format!("after the undo the file says {back}"))?;
    desk.shoots("undone").await
}

/// The open loan that is due next among those with a renewal left, of somebody whose card runs on.
async fn something_renewable(desk: &Desk) -> Outcome<Value> {
    let today = desk.today().await?;
    let found = desk.ask("circulation.loans", json!({ "only": "open", "limit": 500 })).await?;
    let left = |loan: &&Value| loan["renewals_left"].as_i64() > Some(0) && loan["due"].as_str() >= today.as_str();
    let mut loans: Vec<&Value> = rows(&found).iter().filter(left).collect();
    loans.sort_by_key(|loan| loan["due"].as_str());
    for loan in loans {
        let at_desk = desk.ask("circulation.patron_at_desk", json!({ "patron": loan["patron"] })).await?;
        if at_desk["flags"].as_array().is_some_and(Vec::is_empty) {
            return Ok(loan.clone());
        }
    }
    Err(Trouble::not_so("the demo library has nothing to renew"))
}
