//! Facts to begin with: a patron who may borrow, an item that is in, a loan that can be renewed. They are asked of the core.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble};

/// Somebody with a card.
#[derive(Debug)]
pub(super) struct Borrower {
    pub(super) id: Value,
    pub(super) name: String,
    pub(super) card: String,
    category: Value,
    /// The whole record, to write it back changed.
    pub(super) details: Value,
}

/// Something with a barcode.
#[derive(Debug)]
pub(super) struct Thing {
    pub(super) id: Value,
    pub(super) title: String,
    pub(super) barcode: String,
}

impl Desk {
    /// A patron with nothing out and nothing against them.
    pub(super) async fn somebody_free(&self) -> Outcome<Borrower> {
        let found = self
            .ask("patrons.search", json!({ "words": "", "limit": 200 }))
            .await?;
        for patron in rows(&found) {
            let at_desk = self
                .ask(
                    "circulation.patron_at_desk",
                    json!({ "patron": patron["id"] }),
                )
                .await?;
            let none = |list: &str| at_desk[list].as_array().is_some_and(Vec::is_empty);
            let quiet = none("loans") && none("flags");
            if quiet
                && lends(&self.rules().await?, &patron["details"]["category"])
                    .next()
                    .is_some()
            {
                return borrower(patron);
            }
        }
        Err(Trouble::not_so(
            "the demo library has nobody with nothing out",
        ))
    }

    /// An item that is in, and that this patron may take home.
    pub(super) async fn something_for(&self, patron: &Borrower) -> Outcome<Thing> {
        let rules = self.rules().await?;
        let types: Vec<&Value> = lends(&rules, &patron.category)
            .map(|rule| &rule["item_type"])
            .collect();
        let found = self
            .ask("catalog.search", json!({ "words": "", "limit": 500 }))
            .await?;
        let fits = |row: &&Value| {
            let item = &row["item"];
            item["status"] == "in_service"
                && item["due"].is_null()
                && types.contains(&&item["details"]["item_type"])
        };
        let row = rows(&found).iter().find(fits);
        let row = row.ok_or_else(|| Trouble::not_so("the demo library has nothing to lend"))?;
        Ok(Thing {
            id: row["item"]["id"].clone(),
            title: text(&row["title"]["details"]["title"])?,
            barcode: text(&row["item"]["details"]["barcode"])?,
        })
    }

    /// The day at the library.
    pub(super) async fn today(&self) -> Outcome<Value> {
        Ok(self.ask("accounts.session", json!({})).await?["today"].clone())
    }

    /// The open loan of an item; null when it is in.
    pub(super) async fn loan_of(&self, item: &Value) -> Outcome<Value> {
        self.ask("circulation.item_loan", json!({ "item": item }))
            .await
    }

    async fn rules(&self) -> Outcome<Value> {
        self.ask("policies.rules", json!({})).await
    }
}

/// The rows of a list that the core answers.
pub(super) fn rows(found: &Value) -> &[Value] {
    found["rows"].as_array().map_or(&[], Vec::as_slice)
}

/// Text that must be there.
pub(super) fn text(value: &Value) -> Outcome<String> {
    let text = value.as_str().map(str::to_owned);
    text.ok_or_else(|| Trouble::not_so(format!("{value} is no text")))
}

/// `2026-12-07` as the screen writes it within the year: `7 Dec`.
pub(super) fn short_day(day: &Value) -> Outcome<String> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let day = text(day)?;
    let mut parts = day.split('-').skip(1).map(str::parse::<usize>);
    let (Some(Ok(month)), Some(Ok(date))) = (parts.next(), parts.next()) else {
        return Err(Trouble::not_so(format!("{day} is no day")));
    };
    let month = MONTHS
        .get(month.wrapping_sub(1))
        .copied()
        .unwrap_or_default();
    Ok(format!("{date} {month}"))
}

fn borrower(patron: &Value) -> Outcome<Borrower> {
    let details = &patron["details"];
    let name = format!(
        "{} {}",
        text(&details["given_name"])?,
        text(&details["family_name"])?
    );
    Ok(Borrower {
        id: patron["id"].clone(),
        name: name.trim().to_owned(),
        card: text(&details["card"])?,
        category: details["category"].clone(),
        details: details.clone(),
    })
}

/// The rules by which a category takes things home.
fn lends<'r>(rules: &'r Value, category: &'r Value) -> impl Iterator<Item = &'r Value> {
    let all = rules["rules"].as_array().into_iter().flatten();
    let more = |number: &Value| number.as_i64().is_some_and(|number| number > 0);
    all.filter(move |rule| {
        rule["category"] == *category
            && more(&rule["period"]["count"])
            && more(&rule["limit"])
            && more(&rule["renewals"])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_on_the_screen() {
        assert_eq!(short_day(&json!("2026-12-07")).unwrap(), "7 Dec");
        assert!(short_day(&json!("soon")).is_err());
    }
}
