//! What a staged file seems to hold: which system wrote it, what its columns look like, how they may be understood.

use serde::Serialize;
use ts_rs::TS;

use super::day_order::{self, Orders};
use super::form::plain;
use super::known::{self, KnownSystem};
use super::mapping::{ImportKind, Mapping, fingerprint};
use super::spool::{FileForm, Row, Spool};
use super::target::{FieldChoice, Target};
use super::{class_columns, store, timetable};
use crate::kernel::notation::DayOrder;
use crate::kernel::{Act, Result};

/// Rows shown of a file.
const PREVIEW: usize = 8;

/// Rows looked at to tell what columns hold.
const LOOKED_AT: usize = 2000;

/// All kinds, the likeliest first where a file could be several.
const KINDS: [ImportKind; 5] = [
    ImportKind::Loans,
    ImportKind::Items,
    ImportKind::Patrons,
    ImportKind::Staff,
    ImportKind::Classes,
];

/// What a staged file seems to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Inspection {
    /// Its number.
    pub file: u32,
    /// What its user calls it.
    pub name: String,
    /// What kind of file it is.
    pub form: FileForm,
    /// How its letters are written.
    pub encoding: String,
    /// Whether that is certain.
    pub certain: bool,
    /// What people ought to know of it.
    pub notes: Vec<String>,
    /// Rows, the one that names the columns aside.
    pub rows: u32,
    /// Which system wrote it, where that shows.
    pub system: Option<KnownSystem>,
    /// What its rows most likely are.
    pub kind: Option<ImportKind>,
    /// Its columns.
    pub columns: Vec<FileColumn>,
    /// Its first rows.
    pub preview: Vec<Vec<String>>,
    /// How it may be understood, for each kind.
    pub suggestions: Vec<Suggestion>,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileColumn {
    /// What its first row calls it.
    pub name: String,
    /// The orders in which its days may be written; empty where it holds none, several where nobody can tell.
    pub day_orders: Vec<DayOrder>,
    /// How many of the first rows have something in it.
    pub filled: u32,
}

/// How a file may be understood as one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Suggestion {
    /// How.
    pub mapping: Mapping,
    /// Whether a file of that shape was understood so before.
    pub remembered: bool,
    /// Fields that a new record needs and no column fills.
    pub missing: Vec<String>,
    /// Every field that a column may fill.
    pub fields: Vec<FieldChoice>,
}

/// Looks at a file's first rows.
pub(super) fn inspect(act: &Act<'_>, file: u32, spool: &Spool) -> Result<Inspection> {
    let rows: Vec<Row> = spool.rows()?.take(LOOKED_AT).collect::<Result<_>>()?;
    let first = rows.first().cloned().unwrap_or_default().cells;
    let targets: Vec<Target> = KINDS
        .into_iter()
        .map(|kind| Target::of(act, kind))
        .collect::<Result<_>>()?;
    let bare = known::slims_order(first.len()).filter(|_| !is_header(&targets, &first));
    let header = bare.is_none();
    let names = if header { first } else { Vec::new() };
    let width = if header {
        names.len()
    } else {
        spool.head.columns
    };
    let body = &rows[usize::from(header).min(rows.len())..];
    let mut suggestions = Vec::new();
    for target in &targets {
        let columns = match &bare {
            Some(fields) if target.kind == ImportKind::Patrons => fields.clone(),
            None if target.kind == ImportKind::Classes => class_columns::fields(&names),
            _ => (0..width)
                .map(|place| target.field_of(names.get(place)?))
                .collect(),
        };
        suggestions.push(suggestion(act, target, columns, header, &names)?);
    }
    let kind = match bare {
        Some(_) => Some(ImportKind::Patrons),
        None if timetable::is_timetable(&timetable::columns(&names), &names) => {
            Some(ImportKind::Classes)
        }
        None => likely(&suggestions),
    };
    Ok(Inspection {
        file,
        name: spool.head.name.clone(),
        form: spool.head.form,
        encoding: spool.head.encoding.clone(),
        certain: spool.head.certain,
        notes: spool.head.notes.clone(),
        rows: spool.head.rows.saturating_sub(u32::from(header)),
        system: if header {
            known::system(&names)
        } else {
            Some(KnownSystem::Slims)
        },
        kind,
        columns: (0..width)
            .map(|place| column(&names, place, body))
            .collect(),
        preview: body
            .iter()
            .take(PREVIEW)
            .map(|row| shown(row, &names))
            .collect(),
        suggestions,
    })
}

fn suggestion(
    act: &Act<'_>,
    target: &Target,
    columns: Vec<Option<String>>,
    header: bool,
    names: &[String],
) -> Result<Suggestion> {
    let remembered = store::remembered(act.tx, &fingerprint(names), target.kind)?
        .filter(|mapping| mapping.columns.len() == columns.len() && mapping.header == header);
    let is_remembered = remembered.is_some();
    let mapping = remembered.unwrap_or_else(|| Mapping {
        kind: target.kind,
        header,
        columns: only_once(columns),
        constants: std::collections::BTreeMap::new(),
        values: std::collections::BTreeMap::new(),
        day_order: None,
        keep_bare_titles: false,
    });
    let mapping = match target.kind {
        ImportKind::Classes => class_columns::in_term(act, mapping)?,
        ImportKind::Patrons | ImportKind::Items | ImportKind::Loans | ImportKind::Staff => mapping,
    };
    let by_name = |field: &str| match target.kind {
        ImportKind::Classes => field == "name" && class_columns::names_somebody(&mapping),
        ImportKind::Staff => field == "name" && mapping.fills("family_name"),
        ImportKind::Patrons | ImportKind::Items | ImportKind::Loans => {
            field == "family_name" && mapping.fills("name")
        }
    };
    let missing = target.required().into_iter();
    let missing = missing.filter(|field| !mapping.fills(field) && !by_name(field));
    Ok(Suggestion {
        missing: missing.map(ToOwned::to_owned).collect(),
        remembered: is_remembered,
        fields: target.choices(),
        mapping,
    })
}

/// Two columns for the code by which records are told apart, or for a day, leave it to people which is meant: the first
/// is taken. Of names, addresses and the like all are.
fn only_once(mut columns: Vec<Option<String>>) -> Vec<Option<String>> {
    let several = [
        "address",
        "call_number",
        "given_name",
        "location",
        "note",
        "phone",
        "price",
        "isbn",
    ];
    let mut seen = Vec::new();
    for column in &mut columns {
        let Some(field) = column.clone() else {
            continue;
        };
        if seen.contains(&field) && !several.contains(&field.as_str()) {
            *column = None;
        }
        seen.push(field);
    }
    columns
}

/// The kind whose records the file could make.
fn likely(suggestions: &[Suggestion]) -> Option<ImportKind> {
    // Everybody has a name: only a file without cards and barcodes, and without more that is known of nobody who works
    // here, is one of staff.
    let filled = |suggestion: &Suggestion| suggestion.mapping.columns.iter().flatten().count();
    let most_elsewhere = suggestions
        .iter()
        .filter(|suggestion| {
            !matches!(
                suggestion.mapping.kind,
                ImportKind::Staff | ImportKind::Classes
            )
        })
        .map(filled)
        .max();
    let has_code = |suggestion: &Suggestion| {
        suggestion.mapping.fills("card") || suggestion.mapping.fills("barcode")
    };
    let coded = suggestions.iter().any(has_code);
    let possible = |suggestion: &&Suggestion| {
        if suggestion.mapping.kind == ImportKind::Classes {
            return false;
        }
        let lacks_name = !suggestion.missing.is_empty();
        let no_more = Some(filled(suggestion)) <= most_elsewhere;
        suggestion.mapping.kind != ImportKind::Staff || !(coded || lacks_name || no_more)
    };
    let suggestions: Vec<_> = suggestions.iter().filter(possible).collect();
    let whole = suggestions
        .iter()
        .find(|suggestion| suggestion.missing.is_empty());
    let most = || {
        suggestions
            .iter()
            .rev()
            .max_by_key(|suggestion| filled(suggestion))
            .filter(|best| filled(best) > 1)
    };
    whole
        .or_else(most)
        .map(|suggestion| suggestion.mapping.kind)
}

/// Whether a first row names columns: one of its cells is a name that is known.
fn is_header(targets: &[Target], first: &[String]) -> bool {
    first
        .iter()
        .any(|cell| targets.iter().any(|target| target.field_of(cell).is_some()))
}

fn column(names: &[String], place: usize, rows: &[Row]) -> FileColumn {
    let (mut orders, mut filled, mut days) = (Orders::new(), 0, 0);
    for row in rows {
        let Some(cell) = row.cells.get(place).filter(|cell| !cell.is_empty()) else {
            continue;
        };
        filled += 1;
        let is_day = |order| day_order::day(cell, order).is_some();
        days += u32::from(
            is_day(DayOrder::DayFirst)
                || is_day(DayOrder::MonthFirst)
                || day_order::is_nothing(cell),
        );
        orders.see(cell);
    }
    let is_days = filled > 0 && days * 10 >= filled * 8;
    let day_orders = match orders.only() {
        _ if !is_days => Vec::new(),
        Ok(order) => vec![order],
        Err(()) => vec![DayOrder::DayFirst, DayOrder::MonthFirst],
    };
    FileColumn {
        name: names.get(place).cloned().unwrap_or_default(),
        day_orders,
        filled,
    }
}

/// A row as it may be shown: without what somebody signs in with elsewhere.
fn shown(row: &Row, names: &[String]) -> Vec<String> {
    let secret = |place: usize| {
        let name = names.get(place).map(|name| plain(name)).unwrap_or_default();
        matches!(
            name.as_str(),
            "password" | "passwd" | "mpasswd" | "pin" | "secret"
        )
    };
    row.cells
        .iter()
        .enumerate()
        .map(|(place, cell)| {
            if secret(place) && !cell.is_empty() {
                "•••".into()
            } else {
                cell.clone()
            }
        })
        .collect()
}
