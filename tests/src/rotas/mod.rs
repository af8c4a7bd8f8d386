//! Rotas, through the front door.

mod cells;
mod members;
mod naive;
mod settings;
mod show;
mod solve;
mod types;

use serde_json::{Value, json};

use crate::library::{Library, library};
use crate::schedule::desk;
use crate::staff;

/// The Monday after the scene's today; the last day of four weeks from it.
pub(crate) const FIRST: &str = "2026-11-30";
pub(crate) const LAST: &str = "2026-12-27";

/// A library that opens every day from 8:00 to 22:00, with people, a desk, an early and a late shift, and a rota of four
/// weeks that wants one person for each of them on every day.
pub(crate) struct Scene {
    pub(crate) library: Library,
    pub(crate) people: Vec<Value>,
    pub(crate) desk: Value,
    pub(crate) early: Value,
    pub(crate) late: Value,
    pub(crate) rota: Value,
}

/// The scene with so many people.
pub(crate) fn scene(people: usize) -> Scene {
    let library = library();
    for weekday in 1..=7 {
        let hours = json!([{ "opens": 480, "closes": 1320 }]);
        library.does(
            "policies.set_hours",
            json!({ "weekday": weekday, "hours": hours }),
        );
    }
    let names = ["Ada", "Ben", "Cleo", "Dov", "Eve", "Finn", "Gus", "Hal"];
    let person = |name: &&str| {
        library.does("staff.add", json!({ "details": staff::details(name) }))["id"].clone()
    };
    let people = names.iter().take(people).map(person).collect();
    let desk = library.does(
        "schedule.add_desk",
        json!({ "details": desk("Circulation") }),
    )["id"]
        .clone();
    let kind = |name: &str, start: u16, end: u16| {
        let details = shift_type(&desk, name, start, end);
        library.does("rotas.add_type", json!({ "details": details }))["id"].clone()
    };
    let (early, late) = (kind("Early", 480, 840), kind("Late", 960, 1320));
    let rota = library.does("rotas.add", json!({ "first": FIRST, "weeks": 4 }))["id"].clone();
    let scene = Scene {
        library,
        people,
        desk,
        early,
        late,
        rota,
    };
    scene.covers(1);
    scene
}

/// A type of that name, whose first letter is its letters.
pub(crate) fn shift_type(desk: &Value, name: &str, start: u16, end: u16) -> Value {
    json!({
        "name": name, "letters": name.chars().take(1).collect::<String>(), "desk": desk,
        "start": start, "end": end, "active": true,
    })
}

impl Scene {
    /// So many people are wanted for each type on every day.
    pub(crate) fn covers(&self, people: u16) {
        let mut cover = Vec::new();
        for kind in [&self.early, &self.late] {
            cover.extend(
                (1..=7)
                    .map(|weekday| json!({ "kind": kind, "weekday": weekday, "people": people })),
            );
        }
        self.library.does(
            "rotas.set_cover",
            json!({ "rota": self.rota, "cover": cover }),
        );
    }

    /// Limits of somebody in the rota; what is not named has none.
    pub(crate) fn limits(&self, staff: &Value, limits: &Value) -> Value {
        let mut member = limits.clone();
        member["staff"] = staff.clone();
        self.library.does(
            "rotas.set_member",
            json!({ "rota": self.rota, "member": member }),
        )
    }

    /// What the solver proposes after so much work that the same plan comes out on any PC.
    pub(crate) fn solves(&self, change: &Value) -> Value {
        let mut ask = json!({ "rota": self.rota, "thousands": 5 });
        for (field, value) in change.as_object().unwrap() {
            ask[field] = value.clone();
        }
        self.library.finishes("rotas.solve", ask)
    }

    /// Keeps a proposal, as the window does.
    pub(crate) fn keeps(&self, proposal: &Value) -> Value {
        let kept = json!({
            "first": proposal["first"], "last": proposal["last"], "changes": proposal["changes"],
        });
        self.library.does("solving.keep", kept)
    }

    /// Sets a cell by hand.
    pub(crate) fn sets(&self, staff: &Value, day: &str, kind: &Value) -> Value {
        self.library.does(
            "rotas.set_cell",
            json!({ "rota": self.rota, "staff": staff, "day": day, "kind": kind }),
        )
    }

    /// The first four weeks as they are.
    pub(crate) fn month(&self) -> Value {
        self.library
            .does("rotas.show", json!({ "rota": self.rota }))
    }

    /// Who works which type on which day.
    pub(crate) fn worked(&self) -> Vec<(Value, String, Value)> {
        let month = self.month();
        let mut worked = Vec::new();
        for row in month["rows"].as_array().unwrap() {
            for cell in row["cells"].as_array().unwrap() {
                for shift in cell["shifts"].as_array().unwrap() {
                    let day = cell["day"].as_str().unwrap().to_owned();
                    worked.push((row["member"]["staff"].clone(), day, shift["kind"].clone()));
                }
            }
        }
        worked
    }
}
