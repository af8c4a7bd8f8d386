//! What the rows of a kind become: the forms of its fields, the codes by which its records are told apart.

use serde::Serialize;
use ts_rs::TS;

use super::form::{Form, Kind, plain};
use super::known;
use super::mapping::ImportKind;
use super::{class_columns, items, loans, patrons, people};
use crate::kernel::{Act, Result};

/// Fields that hold numbers of Carrel's own, which no file knows.
const UNTOLD: [&str; 1] = ["guardian_patron"];

/// What the rows of a kind become.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub(super) kind: ImportKind,
    /// The forms whose fields a row fills.
    pub(super) forms: Vec<Form>,
    /// The field by which records are told apart.
    pub(super) code: &'static str,
    /// Fields that are no field of a record, and are turned into some.
    pub(super) extra: &'static [&'static str],
}

/// A field that a column may fill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldChoice {
    /// Its name.
    pub field: String,
    /// Whether a new record needs it.
    pub required: bool,
    /// Whether it holds a day.
    pub is_day: bool,
    /// The names of the list that it is chosen from; none where it is free.
    pub names: Option<Vec<String>>,
}

impl Target {
    /// What rows of a kind become in this library.
    pub(super) fn of(act: &Act<'_>, kind: ImportKind) -> Result<Self> {
        match kind {
            ImportKind::Patrons => patrons::target(act),
            ImportKind::Items => items::target(act),
            ImportKind::Loans => loans::target(),
            ImportKind::Staff => people::target(),
            ImportKind::Classes => class_columns::target(act),
        }
    }

    /// What the cells of a field hold.
    pub(super) fn field_kind(&self, field: &str) -> Option<&Kind> {
        self.forms.iter().find_map(|form| form.kind(field))
    }

    /// Whether a column may fill the field.
    pub(super) fn has(&self, field: &str) -> bool {
        self.extra.contains(&field) || self.field_kind(field).is_some()
    }

    /// The field that a column of that name fills.
    pub(super) fn field_of(&self, name: &str) -> Option<String> {
        let plain = plain(name);
        let direct = self.forms.iter().find_map(|form| form.field(&plain));
        let alias = || known::alias(self.kind, name);
        let extra = || self.extra.iter().find(|extra| **extra == plain).copied();
        direct
            .or_else(alias)
            .or_else(extra)
            .filter(|field| !field.is_empty())
            .map(ToOwned::to_owned)
    }

    /// The fields that a new record needs.
    pub(super) fn required(&self) -> Vec<&str> {
        let required = self.forms.iter().flat_map(Form::required);
        required.map(String::as_str).collect()
    }

    /// Every field that a column may fill.
    pub(super) fn choices(&self) -> Vec<FieldChoice> {
        let of_forms = self.forms.iter().flat_map(|form| {
            let fields = form.fields().filter(|(field, _)| !UNTOLD.contains(field));
            fields.map(|(field, kind)| FieldChoice {
                field: field.to_owned(),
                required: form.required().iter().any(|own| own == field),
                is_day: matches!(kind, Kind::Day | Kind::When),
                names: kind.names(),
            })
        });
        let extra = self.extra.iter().map(|field| FieldChoice {
            field: (*field).to_owned(),
            required: false,
            is_day: false,
            names: None,
        });
        of_forms.chain(extra).collect()
    }
}
