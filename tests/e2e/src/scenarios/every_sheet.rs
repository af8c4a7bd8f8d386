//! Every sheet, menu, dialog and empty list that no other scenario opens, each judged for everybody's eyes and hands.

use serde_json::json;

use super::people::MAYA;
use super::scene::rows;
use crate::desk::Desk;
use crate::trouble::Outcome;

/// What closes whatever lies over the page.
const LAYERS: &str = "return document.querySelectorAll('#layers :is([role=dialog], [role=alertdialog], [role=menu])').length;";

/// Looks that see the same before the next thing is done; what is judged is waited for by the judge.
const SETTLED: usize = 2;

/// A place in the window: its address, what is pressed there, and what it is called.
type Place = (&'static str, &'static [&'static str], &'static str);

const PLACES: &[Place] = &[
    ("items?new=1", &[], "a new item"),
    ("patrons?new=1", &[], "a new patron"),
    ("patrons", &["Choose columns"], "the columns of a list"),
    ("schedule", &["More"], "what the schedule offers"),
    ("schedule", &["More", "Add desk"], "a new desk"),
    ("schedule", &["More", "Templates and terms"], "templates"),
    ("schedule", &["Solve"], "what the solver is asked"),
    ("staff", &["Add person"], "a new person"),
    ("settings?section=rules", &["Add a kind of item"], "a new kind of item"),
    ("settings?section=people", &["Add somebody"], "somebody new"),
    ("settings?section=people", &["Lock times"], "lock times"),
    ("settings?section=people", &[MAYA.name], "who may sign in"),
    ("settings?section=people", &[MAYA.name, "New PIN or passphrase"], "a new secret"),
];

/// The items' sheets first, then the places, then two lists that find nothing.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let found = desk.ask("catalog.search", json!({ "words": "", "limit": 200 })).await?;
    let is_in = |row: &&serde_json::Value| row["item"]["due"].is_null() && row["item"]["status"] == "in_service";
    let item = rows(&found).iter().find(is_in).map_or(json!(1), |row| row["item"]["id"].clone());
    let item = format!("items?id={item}");
    for presses in [&[][..], &["Edit item"], &["Edit title"], &["Change status", "Withdrawn"]] {
        let name = format!("an item: {}", presses.join(", "));
        desk.looks_at(&item, presses, &name).await?;
    }
    for (address, presses, name) in PLACES {
        desk.looks_at(address, presses, name).await?;
    }
    desk.strikes("?").await?;
    desk.sees("Everywhere").await?;
    desk.shows("the keys").await?;
    desk.is_clear().await?;
    for (page, field) in [("patrons", "Find by name"), ("items", "Find by title")] {
        desk.goes_to(page).await?;
        desk.write(field, "zzzz").await?;
        desk.sees("zzzz").await?;
        desk.shows(&format!("no {page}")).await?;
    }
    Ok(())
}

impl Desk {
    async fn looks_at(&self, address: &str, presses: &[&str], name: &str) -> Outcome {
        self.goes_to(address).await?;
        for press in presses {
            self.press(press).await?;
        }
        self.shows(name).await?;
        self.is_clear().await
    }

    async fn goes_to(&self, address: &str) -> Outcome {
        self.measures(&format!("location.hash = '#/{address}'; return null;")).await?;
        self.stays_the_same(SETTLED).await
    }

    /// Closes what lies over the page, layer by layer.
    async fn is_clear(&self) -> Outcome {
        while self.measures(LAYERS).await?.as_u64().is_some_and(|layers| layers > 0) {
            self.strikes("Esc").await?;
            self.stays_the_same(SETTLED).await?;
        }
        Ok(())
    }
}
