//! What the columns of a file of everybody's classes may be, and of which term its classes are. It reads no row.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::form::{Form, Kind, Names, plain};
use super::mapping::{ImportKind, Mapping};
use super::target::Target;
use super::timetable::{self, Column};
use crate::kernel::id::Id;
use crate::kernel::{Act, Day, Result};
use crate::policies;
use crate::staff;

/// The columns of a file of classes, whose form is learned from it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassRow {
    name: i64,
    days: String,
    #[serde(default)]
    given_name: String,
    #[serde(default)]
    family_name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    card: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    start: String,
    #[serde(default)]
    end: String,
    #[serde(default)]
    time: String,
    #[serde(default)]
    first: Option<Day>,
    #[serde(default)]
    last: Option<Day>,
    #[serde(default)]
    weeks: String,
    #[serde(default)]
    travel_minutes: Option<u16>,
}

/// What rows of classes become.
pub(super) fn target(act: &Act<'_>) -> Result<Target> {
    let members = staff::members(act)?.into_iter();
    let names = Names {
        list: "staff",
        names: members
            .filter(|member| member.details.active)
            .map(|member| (member.details.name, member.id.row()))
            .collect(),
    };
    let known = [("name", Kind::OneOf(names))];
    Ok(Target {
        kind: ImportKind::Classes,
        forms: vec![Form::learn::<ClassRow>(
            json!({ "name": 1, "days": "MWF" }),
            &known,
        )?],
        code: "name",
        extra: &[],
    })
}

/// Whether the columns say whose a row is.
pub(super) fn names_somebody(mapping: &Mapping) -> bool {
    ["name", "family_name", "email", "card"]
        .iter()
        .any(|field| mapping.fills(field))
}

/// The fields that the columns of a first row fill: unlike in one person's file, a name by itself is somebody's.
pub(super) fn fields(header: &[String]) -> Vec<Option<String>> {
    let mut columns = timetable::columns(header);
    let names = header.iter().position(|name| plain(name) == "name");
    if let Some(place) = names.filter(|place| columns[*place] == Some(Column::Title)) {
        let named = [Column::Person, Column::Family];
        if !named.iter().any(|column| columns.contains(&Some(*column))) {
            columns[place] = Some(Column::Person);
        }
    }
    let fields = columns.into_iter();
    fields
        .map(|column| Some(column?.field().to_owned()))
        .collect()
}

/// The term that runs, or the next one: its days stand in a mapping that names none, or one that is over.
pub(super) fn in_term(act: &Act<'_>, mut mapping: Mapping) -> Result<Mapping> {
    let mut terms = policies::terms(act)?.terms.into_iter();
    let term = terms.find(|term| term.details.last >= act.today);
    if let Some(term) = term.map(|term| term.details) {
        mapping
            .constants
            .insert("first".into(), term.first.to_string());
        mapping
            .constants
            .insert("last".into(), term.last.to_string());
    }
    Ok(mapping)
}
