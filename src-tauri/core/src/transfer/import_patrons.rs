//! Patrons from a file of another system or a spreadsheet. An import counts no registrations: they happened elsewhere.

use serde_json::{Map, json};

use super::batch::{Import, Taken, carry};
use super::form::{Form, Kind, Names, fields_of};
use super::report::{ImportCsv, ImportMode, ImportReport};
use super::row::{Blank, Layout, Untaken};
use super::sheet::{Row, Sheet};
use crate::kernel::id::Id;
use crate::kernel::task::Errand;
use crate::kernel::{Act, Error, Result};
use crate::patrons::{self, PatronDetails};
use crate::policies;

/// What other systems call the fields, letters and digits only.
const ALIASES: &[(&str, &str)] = &[
    ("barcode", "card"),
    ("birthdate", "born"),
    ("cardnumber", "card"),
    ("categorycode", "category"),
    ("dateexpiry", "expires"),
    ("dateofbirth", "born"),
    ("emailaddress", "email"),
    ("expires", "expires"),
    ("expirydate", "expires"),
    ("firstname", "given_name"),
    ("lastname", "family_name"),
    ("notes", "note"),
    ("phonenumber", "phone"),
    ("surname", "family_name"),
    ("telephone", "phone"),
];

/// Brings patrons in.
pub fn import_patrons(errand: &Errand<'_>, input: ImportCsv) -> Result<ImportReport> {
    let ImportCsv { csv, mode } = input;
    let sheet = Sheet::read(&csv)?;
    let form = errand.read(form)?;
    let layout = Layout::of(&sheet, &[&form], ALIASES, "card")?;
    let import = Import {
        sheet,
        layout,
        forms: form,
        take,
        mode,
    };
    carry(errand, import)
}

fn form(act: &Act<'_>) -> Result<Form> {
    let categories = policies::rules(act)?.categories;
    let names = Names {
        list: "patron categories",
        names: categories
            .into_iter()
            .map(|category| (category.name, category.id.row()))
            .collect(),
    };
    let least = json!({ "card": "1", "family_name": "x", "category": 1 });
    let known = [("card", Kind::Code), ("category", Kind::OneOf(names))];
    Ok(Form::learn::<PatronDetails>(least, &known)?)
}

fn take(act: &Act<'_>, import: &Import<Form>, row: &Row) -> Result<Taken, Untaken> {
    let (layout, form) = (&import.layout, &import.forms);
    let blame = |error: Error| layout.blame(row, error);
    let card = layout.code(row, form)?;
    let there = patrons::find_by_card(act, &card)?;
    let before = there.as_ref().map(|patron| fields_of(&patron.details));
    let before = before
        .unwrap_or_else(|| Ok(Map::new()))
        .map_err(Error::from)?;
    let details: PatronDetails = layout.record(row, form, before, Blank::Clears)?;
    let own = there.map(|patron| patron.id);
    match (import.mode, own) {
        (ImportMode::Try, _) => patrons::check(act, own, details).map(drop),
        (ImportMode::Keep, None) => patrons::add(act, details).map(drop),
        (ImportMode::Keep, Some(id)) => patrons::keep(act, id, details).map(drop),
    }
    .map_err(blame)?;
    Ok(if own.is_some() {
        Taken::Updated
    } else {
        Taken::Added
    })
}
