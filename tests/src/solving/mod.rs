//! Weeks that solve themselves, through the front door.

mod breaks;
mod calls;
mod candidates;
mod company;
mod fairness;
mod keep;
mod mend;
mod preview;
mod price;
mod second;
mod start;
mod start_term;
mod suggest_needs;
mod term;

use serde_json::{Value, json};

use crate::schedule::{Scene, scene};

/// Sunday to Saturday, after the scene's today.
pub(crate) const SUNDAY: &str = "2026-11-29";
pub(crate) const MONDAY: &str = "2026-11-30";
pub(crate) const SATURDAY: &str = "2026-12-05";

/// The scene with a desk that needs one person from 9:00 to 17:00 on Mondays and Tuesdays.
pub(crate) fn needy() -> Scene {
    let scene = scene();
    scene.needs(1, 540, 1020, 1);
    scene.needs(2, 540, 1020, 1);
    scene
}

/// What is asked for the week: so much work that the same plan comes out on any PC.
pub(crate) fn ask() -> Value {
    json!({ "first": SUNDAY, "last": SATURDAY, "thousands": 40 })
}

/// The ask with other fields.
pub(crate) fn asked(change: &Value) -> Value {
    let mut ask = ask();
    for (field, value) in change.as_object().unwrap() {
        ask[field] = value.clone();
    }
    ask
}

impl Scene {
    /// What the solver proposes.
    pub(crate) fn solves(&self, change: &Value) -> Value {
        self.library.finishes("solving.start", asked(change))
    }

    /// Keeps a proposal.
    pub(crate) fn keeps(&self, proposal: &Value) -> Value {
        let kept = json!({
            "first": proposal["first"], "last": proposal["last"], "changes": proposal["changes"],
        });
        self.library.does("solving.keep", kept)
    }

    /// Says how many minutes a week somebody wants, and how many at most were agreed.
    pub(crate) fn wants(&self, staff: &Value, name: &str, wanted: u32, most: u32) {
        let mut details = crate::staff::details(name);
        details["wanted_minutes"] = json!(wanted);
        details["most_minutes"] = json!(most);
        let edit = json!({ "id": staff, "details": details });
        self.library.does("staff.edit", edit);
    }

    /// Says when somebody can work, and so cannot at other times.
    pub(crate) fn tells(&self, staff: &Value, spans: &[(u8, u16, u16, &str)]) {
        let spans: Vec<Value> = spans
            .iter()
            .map(|(weekday, start, end, wish)| {
                json!({ "weekday": weekday, "start": start, "end": end, "wish": wish })
            })
            .collect();
        let details = json!({ "staff": staff, "first": null, "last": null, "spans": spans });
        self.library
            .does("staff.set_availability", json!({ "details": details }));
    }
}

/// Who works when, of the changes of a proposal: person, day, start, end.
pub(crate) fn placed(proposal: &Value) -> Vec<(i64, String, i64, i64)> {
    let changes = proposal["changes"].as_array().unwrap();
    let after = changes.iter().map(|change| &change["after"]);
    let placed = after.filter(|after| !after.is_null()).map(|after| {
        let number = |field: &str| after[field].as_i64().unwrap();
        let day = after["day"].as_str().unwrap().to_owned();
        (number("staff"), day, number("start"), number("end"))
    });
    placed.collect()
}

/// The minutes that somebody gets.
pub(crate) fn minutes(proposal: &Value, staff: &Value) -> i64 {
    let own = placed(proposal);
    let own = own.iter().filter(|(person, ..)| *staff == *person);
    own.map(|(_, _, start, end)| end - start).sum()
}
