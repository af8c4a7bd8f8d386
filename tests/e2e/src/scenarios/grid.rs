//! A week of the schedule that nobody has worked on, as the scenarios of its grid find and watch it.

use fantoccini::Locator;
use serde_json::{Value, json};

use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble};

/// A week without shifts.
pub(super) struct EmptyWeek {
    /// Its Monday, on which the scenarios place theirs.
    pub(super) day: String,
}

impl EmptyWeek {
    /// So many days after the first of a week; some weeks on nobody has been placed yet.
    pub(super) async fn after(desk: &Desk, first: &Value, days: i64) -> Outcome<Self> {
        Ok(Self {
            day: later(desk, first, days).await?,
        })
    }

    /// The grid of the week or of its Monday, by people or by desks, in slots of so many minutes, at rest.
    pub(super) async fn opens(&self, desk: &Desk, span: &str, by: &str, zoom: u32) -> Outcome {
        let hash = format!(
            "location.hash = '#/schedule?day={}&span={span}&by={by}&zoom={zoom}'; return null;",
            self.day
        );
        desk.measures(&hash).await?;
        desk.client
            .wait()
            .for_element(Locator::Css("[data-row]"))
            .await?;
        // A block is taken hold of where it is: not while the page still finds its place.
        desk.comes_to_rest().await
    }

    /// The shifts that the file holds.
    pub(super) async fn shifts(&self, desk: &Desk) -> Outcome<Vec<Value>> {
        let week = desk
            .ask("schedule.week", json!({ "day": self.day }))
            .await?;
        Ok(list(&week["shifts"])
            .iter()
            .map(|placed| placed["shift"].clone())
            .collect())
    }

    /// Waits until the file holds what is wanted.
    pub(super) async fn waits(
        &self,
        desk: &Desk,
        what: &str,
        wanted: impl Fn(&[Value]) -> bool,
    ) -> Outcome {
        for _ in 0..100 {
            if wanted(&self.shifts(desk).await?) {
                return Ok(());
            }
        }
        Err(Trouble::not_so(format!(
            "{what}: {:?}",
            self.shifts(desk).await?
        )))
    }
}

/// A day so many days later.
pub(super) async fn later(desk: &Desk, day: &Value, days: i64) -> Outcome<String> {
    const LATER: &str = "const d = new Date(arguments[0]); d.setUTCDate(d.getUTCDate() + arguments[1]); return d.toISOString().slice(0, 10);";
    text(
        &desk
            .client
            .execute(LATER, vec![day.clone(), json!(days)])
            .await?,
    )
}

/// Gives the focus to what a selector names, as soon as it is there.
pub(super) async fn focus(desk: &Desk, place: &str) -> Outcome {
    desk.client.wait().for_element(Locator::Css(place)).await?;
    desk.measures(&format!(
        "document.querySelector(\"{place}\").focus(); return null;"
    ))
    .await
    .map(|_| ())
}

/// The elements of a list that the core told.
pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
