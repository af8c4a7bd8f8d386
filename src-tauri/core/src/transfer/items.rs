//! Items with their titles from a file. Copies of one title share its record.

use serde::{Deserialize, Serialize};
use serde_json::{Map, json};

use super::done::{Done, digest};
use super::form::{Form, Kind, Names, fields_of};
use super::layout::{Blank, Layout, Untaken};
use super::mapping::ImportKind;
use super::report::{ImportMode, RowDid};
use super::spool::{FileForm, Row};
use super::target::Target;
use crate::catalog::{self, ItemDetails, ItemRow, ItemStatus, TitleDetails};
use crate::kernel::id::{Id, ItemId};
use crate::kernel::{Act, Barcode, Error, Result};
use crate::patrons;
use crate::policies;

/// Columns that say of an item that it is not in service: whatever is neither blank nor nought nor "no" says so.
const STATES: [(&str, ItemStatus); 4] = [
    ("withdrawn", ItemStatus::Withdrawn),
    ("lost", ItemStatus::Lost),
    ("missing", ItemStatus::Missing),
    ("repair", ItemStatus::Repair),
];

/// What an import keeps of an item to bring it back.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Image {
    item: ItemDetails,
    title: TitleDetails,
    status: ItemStatus,
}

impl Image {
    fn of(row: &ItemRow) -> Self {
        Self {
            item: row.item.details.clone(),
            title: row.title.details.clone(),
            status: row.item.status,
        }
    }
}

/// What rows of items become.
pub(super) fn target(act: &Act<'_>) -> Result<Target> {
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
    Ok(Target {
        kind: ImportKind::Items,
        forms: vec![
            Form::learn::<ItemDetails>(least, &known)?,
            Form::learn::<TitleDetails>(json!({ "title": "x" }), &[])?,
        ],
        code: "barcode",
        extra: &["lost", "missing", "repair", "withdrawn"],
    })
}

/// Checks a row, and keeps it when the mode says so.
pub(super) fn take(
    act: &Act<'_>,
    layout: &Layout,
    row: &Row,
    mode: ImportMode,
) -> Result<Done, Untaken> {
    let (item_form, title_form) = (&layout.target.forms[0], &layout.target.forms[1]);
    if matches!(layout.form, FileForm::Marc | FileForm::Marcxml)
        && layout.text(row, "barcode").is_empty()
    {
        return bare_title(act, layout, row, mode);
    }
    let barcode = layout.code(row, item_form, "barcode")?;
    let there = catalog::find_by_barcode(act, &barcode)?;
    let (item, title) = match &there {
        Some(there) => (
            fields_of(&there.item.details).map_err(Error::from)?,
            fields_of(&there.title.details).map_err(Error::from)?,
        ),
        None => (Map::new(), Map::new()),
    };
    let item: ItemDetails = layout.record(row, item_form, item, Blank::Clears)?;
    let title: TitleDetails = layout.record(row, title_form, title, Blank::Keeps)?;
    let kept =
        checked(act, there.as_ref(), item, title).and_then(|(item, title)| match (mode, there) {
            (_, Some(there)) if there.item.details == item && there.title.details == title => {
                Ok(Done::only(RowDid::Same))
            }
            (ImportMode::Try, there) => Ok(Done::only(if there.is_some() {
                RowDid::Updated
            } else {
                RowDid::Added
            })),
            (ImportMode::Keep, None) => add(act, item, title, status(layout, row)),
            (ImportMode::Keep, Some(there)) => correct(act, &there, item, title),
        });
    kept.map_err(|error| layout.blame(row, error))
}

/// A record of a title that has no copy.
fn bare_title(
    act: &Act<'_>,
    layout: &Layout,
    row: &Row,
    mode: ImportMode,
) -> Result<Done, Untaken> {
    if !layout.mapping.keep_bare_titles {
        let problem = "the record has no item with a barcode; its title is left out".to_owned();
        return Err(layout.wrong(row, None, problem));
    }
    let blame = |error: Error| layout.blame(row, error);
    let title: TitleDetails =
        layout.record(row, &layout.target.forms[1], Map::new(), Blank::Keeps)?;
    if mode == ImportMode::Try {
        catalog::check_title(title).map_err(blame)?;
        return Ok(Done::only(RowDid::Added));
    }
    let (id, new) = catalog::take_in_title(act, title).map_err(blame)?;
    Ok(Done {
        new_title: new.then_some(id),
        ..Done::only(if new { RowDid::Added } else { RowDid::Same })
    })
}

fn checked(
    act: &Act<'_>,
    there: Option<&ItemRow>,
    item: ItemDetails,
    title: TitleDetails,
) -> Result<(ItemDetails, TitleDetails)> {
    refuse_card(act, &item.barcode)?;
    let item = catalog::check_item(act, there.map(|row| row.item.id), item)?;
    Ok((item, catalog::check_title(title)?))
}

fn add(
    act: &Act<'_>,
    item: ItemDetails,
    title: TitleDetails,
    status: Option<ItemStatus>,
) -> Result<Done> {
    let taken = catalog::take_in(act, item, title)?;
    let (mut row, title) = (taken.row, taken.new_title);
    if let Some(status) = status {
        catalog::set_item_status(act, row.item.id, status)?;
        row.item.status = status;
    }
    Ok(Done {
        new_title: title.then_some(row.title.id),
        ..Done::added(row.item.id, &Image::of(&row))?
    })
}

fn correct(act: &Act<'_>, there: &ItemRow, item: ItemDetails, title: TitleDetails) -> Result<Done> {
    if title != there.title.details {
        catalog::keep_title(act, there.title.id, title)?;
    }
    let after = catalog::keep_item(act, there.item.id, item)?;
    Done::updated(there.item.id, &Image::of(there), &Image::of(&after))
}

fn status(layout: &Layout, row: &Row) -> Option<ItemStatus> {
    let says = |field: &str| {
        let text = layout.text(row, field).to_lowercase();
        !matches!(text.as_str(), "" | "0" | "no" | "n" | "false")
    };
    STATES
        .iter()
        .find(|(field, _)| says(field))
        .map(|(_, status)| *status)
}

/// Takes back what a row did to an item and its title; the error says why it must stay.
pub(super) fn take_back(act: &Act<'_>, done: &Done) -> Result<Result<(), String>> {
    let item = done.record.map(ItemId::of);
    if let Some(row) = item.and_then(|id| catalog::item_row(act, id).ok()) {
        if row.item.due.is_some() {
            return Ok(Err("the item is on loan".into()));
        }
        if Some(digest(&Image::of(&row))?) != done.after {
            return Ok(Err("the item or its title was edited since".into()));
        }
        match &done.before {
            Some(before) => {
                let before: Image = serde_json::from_str(before)?;
                catalog::keep_title(act, row.title.id, before.title)?;
                catalog::keep_item(act, row.item.id, before.item)?;
            }
            None => catalog::take_away_item(act, row.item.id)?,
        }
    }
    if let Some(title) = done.new_title {
        // A title that has other copies by now stays with them.
        catalog::take_away_title(act, title)?;
    }
    Ok(Ok(()))
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
