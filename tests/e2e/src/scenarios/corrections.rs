//! What was done wrong is put right, by keyboard: a return from the book drop goes on its day and its fine with it, an item
//! goes to repair, a loan gets another due day, and somebody says that they brought it back. Each is undone like a scan.

use serde_json::{Value, json};

use super::fines::{balance, charges_fines, owes, something_late};
use super::people::MAYA;
use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

/// From the late return to the claim.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let loan = something_late(desk).await?;
    charges_fines(desk).await?;
    desk.opens("Desk").await?;
    came_back_in_time(desk, &loan).await?;
    goes_to_repair(desk, &loan).await?;
    runs_longer(desk).await
}

/// The return of today is put on the day on which it was due: nothing is owed for it then, until that is undone.
async fn came_back_in_time(desk: &Desk, loan: &Value) -> Outcome {
    let patron = &loan["patron"];
    let before = balance(desk, patron).await?;
    desk.strikes("F3").await?;
    desk.finds("field", "Scan box, Return").await?;
    desk.scan(&text(&loan["barcode"])?).await?;
    desk.sees("Why $").await?;
    desk.sees(" counted").await?;
    let owed = owes(desk, patron, |owed| owed > before).await?;
    desk.shows("why-the-fine").await?;
    desk.strikes("Ctrl+e").await?;
    desk.has_focus("Came back on").await?;
    desk.strikes("Ctrl+A").await?;
    desk.types(&text(&loan["due"])?).await?;
    desk.strikes("Tab").await?;
    desk.has_focus("Reason").await?;
    desk.types("lay in the book drop").await?;
    desk.shows("came-back-earlier").await?;
    desk.strikes("Enter").await?;
    desk.sees("of the fine waived").await?;
    owes(desk, patron, |now| now == before).await?;
    desk.shoots("fine-waived").await?;
    desk.has_focus("Scan box").await?;
    desk.strikes("Ctrl+z").await?;
    owes(desk, patron, |now| now == owed).await?;
    Ok(())
}

/// The item goes to repair from its line, and comes back from there.
async fn goes_to_repair(desk: &Desk, loan: &Value) -> Outcome {
    desk.press(&format!("Correct {}", text(&loan["title"])?)).await?;
    desk.sees("Item status…").await?;
    desk.shows("menu-of-a-line").await?;
    picks(desk, "Item status…").await?;
    desk.choose("Status", "In repair").await?;
    desk.strikes("Tab").await?;
    desk.strikes("Enter").await?;
    desk.sees("In repair").await?;
    has_status(desk, &loan["item"], "repair").await?;
    desk.strikes("Ctrl+z").await?;
    has_status(desk, &loan["item"], "in_service").await
}

/// A loan is due another day, and is said to be back.
async fn runs_longer(desk: &Desk) -> Outcome {
    let late = something_late(desk).await?;
    let patron = desk.ask("patrons.patron", json!({ "id": late["patron"] })).await?;
    let title = text(&late["title"])?;
    desk.strikes("F2").await?;
    desk.scan(&text(&patron["details"]["card"])?).await?;
    desk.press(&format!("More about {title}")).await?;
    desk.sees("Another due day…").await?;
    picks(desk, "Another due day…").await?;
    desk.has_focus("Due").await?;
    desk.strikes("Ctrl+A").await?;
    desk.types("+20").await?;
    desk.strikes("Tab").await?;
    desk.types("leaves for the summer").await?;
    desk.shows("another-due-day").await?;
    desk.strikes("Enter").await?;
    desk.sees("Due day set by hand").await?;
    let now = desk.loan_of(&late["item"]).await?;
    demand(now["overdue"] == false, || format!("it is late still: {now}"))?;
    desk.press(&format!("More about {title}")).await?;
    desk.sees("Said to be back…").await?;
    picks(desk, "Said to be back…").await?;
    desk.has_focus("Reason").await?;
    desk.types("put it on the trolley").await?;
    desk.strikes("Enter").await?;
    desk.sees("said to be back today").await?;
    desk.shows("said-to-be-back").await
}

/// Goes down an open menu to what is called so, and takes it. The menu may not have the focus yet at the first stroke.
async fn picks(desk: &Desk, label: &str) -> Outcome {
    for _ in 0..10 {
        if desk.focus().await?.starts_with(label) {
            return desk.strikes("Enter").await;
        }
        desk.strikes("Down").await?;
        desk.comes_to_rest().await?;
    }
    Err(Trouble::not_so(format!("the menu has no {label}")))
}

async fn has_status(desk: &Desk, item: &Value, status: &str) -> Outcome {
    let has = async || {
        let row = desk.ask("catalog.item", json!({ "id": item })).await;
        Ok(row.ok().filter(|row| row["item"]["status"] == status))
    };
    desk.until(status, has).await.map(drop)
}
