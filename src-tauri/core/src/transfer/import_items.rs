//! Items with their titles from a file of another system or a spreadsheet. Copies of one title share its record.

use serde_json::{Map, json};

use super::batch::{Import, Taken, carry};
use super::form::{Form, Kind, Names, fields_of};
use super::report::{ImportCsv, ImportMode, ImportReport};
use super::row::{Blank, Layout, Untaken};
use super::sheet::{Row, Sheet};
use crate::catalog::{self, ItemDetails, ItemRow, TitleDetails};
use crate::kernel::id::Id;
use crate::kernel::task::Errand;
use crate::kernel::{Act, Barcode, Error, Result};
use crate::patrons;
use crate::policies;

/// What other systems call the fields, letters and digits only.
const ALIASES: &[(&str, &str)] = &[
    ("copyrightdate", "year"),
    ("itemcallnumber", "call_number"),
    ("itype", "item_type"),
    ("notes", "note"),
    ("publicationyear", "year"),
    ("publishercode", "publisher"),
    ("replacementprice", "price"),
];

/// The fields of a row: some are the item's, some its title's.
struct Forms {
    item: Form,
    title: Form,
}

/// Brings items in.
pub fn import_items(errand: &Errand<'_>, input: ImportCsv) -> Result<ImportReport> {
    let ImportCsv { csv, mode } = input;
    let sheet = Sheet::read(&csv)?;
    let forms = errand.read(forms)?;
    let layout = Layout::of(&sheet, &[&forms.item, &forms.title], ALIASES, "barcode")?;
    let import = Import {
        sheet,
        layout,
        forms,
        take,
        mode,
    };
    carry(errand, import)
}

fn forms(act: &Act<'_>) -> Result<Forms> {
    let item_types = policies::rules(act)?.item_types;
    let names = Names {
        list: "item types",
        names: item_types
            .into_iter()
            .map(|item_type| (item_type.name, item_type.id.row()))
            .collect(),
    };
    let known = [
        ("barcode", Kind::Code),
        ("item_type", Kind::OneOf(names)),
        ("price", Kind::Money),
    ];
    let least = json!({ "barcode": "1", "item_type": 1 });
    Ok(Forms {
        item: Form::learn::<ItemDetails>(least, &known)?,
        title: Form::learn::<TitleDetails>(json!({ "title": "x" }), &[])?,
    })
}

fn take(act: &Act<'_>, import: &Import<Forms>, row: &Row) -> Result<Taken, Untaken> {
    let (layout, forms) = (&import.layout, &import.forms);
    let barcode = layout.code(row, &forms.item)?;
    let there = catalog::find_by_barcode(act, &barcode)?;
    let (item, title) = match &there {
        Some(there) => (
            fields_of(&there.item.details),
            fields_of(&there.title.details),
        ),
        None => (Ok(Map::new()), Ok(Map::new())),
    };
    let (item, title) = (item.map_err(Error::from)?, title.map_err(Error::from)?);
    let item = layout.record(row, &forms.item, item, Blank::Clears)?;
    let title = layout.record(row, &forms.title, title, Blank::Keeps)?;
    let taken = match import.mode {
        ImportMode::Try => check(act, there.as_ref(), item, title),
        ImportMode::Keep => keep(act, there.as_ref(), item, title),
    };
    taken.map_err(|error| layout.blame(row, error))
}

fn check(
    act: &Act<'_>,
    there: Option<&ItemRow>,
    item: ItemDetails,
    title: TitleDetails,
) -> Result<Taken> {
    refuse_card(act, &item.barcode)?;
    catalog::check_item(act, there.map(|row| row.item.id), item)?;
    catalog::check_title(title)?;
    Ok(there.map_or(Taken::Added, |_| Taken::Updated))
}

fn keep(
    act: &Act<'_>,
    there: Option<&ItemRow>,
    item: ItemDetails,
    title: TitleDetails,
) -> Result<Taken> {
    refuse_card(act, &item.barcode)?;
    let Some(there) = there else {
        catalog::take_in(act, item, title)?;
        return Ok(Taken::Added);
    };
    if title != there.title.details {
        catalog::keep_title(act, there.title.id, title)?;
    }
    catalog::keep_item(act, there.item.id, item)?;
    Ok(Taken::Updated)
}

fn refuse_card(act: &Act<'_>, barcode: &Barcode) -> Result<()> {
    match patrons::find_by_card(act, barcode)? {
        Some(_) => Err(Error::invalid(
            "barcode",
            format!("{barcode} is a patron's card"),
        )),
        None => Ok(()),
    }
}
