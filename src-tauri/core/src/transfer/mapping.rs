//! How a file's columns are to be understood: which field each fills, what stands for what, how days are written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::form::plain;
use crate::kernel::notation::DayOrder;
use crate::kernel::stored_as_word;

/// What the rows of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportKind {
    /// Who borrows.
    Patrons,
    /// Items with their titles.
    Items,
    /// Loans that are open.
    Loans,
    /// Who works here.
    Staff,
    /// The classes of who works here, in one term.
    Classes,
}

stored_as_word! {
    ImportKind {
        Patrons = "patrons",
        Items = "items",
        Loans = "loans",
        Staff = "staff",
        Classes = "classes",
    }
}

/// How a file's columns are to be understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What its rows are.
    pub kind: ImportKind,
    /// Whether its first row names the columns.
    pub header: bool,
    /// For each column the field that it fills; several may fill one, some none.
    pub columns: Vec<Option<String>>,
    /// What a field holds where no column says anything.
    #[serde(default)]
    pub constants: BTreeMap<String, String>,
    /// By field, what stands in the file for what is meant, such as "J" for "Child".
    #[serde(default)]
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// How days are written; absent where the file itself shows it.
    #[serde(default)]
    pub day_order: Option<DayOrder>,
    /// Whether titles without a copy are kept.
    #[serde(default)]
    pub keep_bare_titles: bool,
}

impl Mapping {
    /// The places of the columns that fill a field.
    pub(super) fn places(&self, field: &str) -> Vec<usize> {
        let named = self.columns.iter().enumerate();
        named
            .filter(|(_, own)| own.as_deref() == Some(field))
            .map(|(place, _)| place)
            .collect()
    }

    /// Whether a column or a constant fills the field.
    pub(super) fn fills(&self, field: &str) -> bool {
        self.constants.contains_key(field) || self.columns.iter().flatten().any(|own| own == field)
    }

    /// The fields that the file fills, each once, in order of the columns.
    pub(super) fn fields(&self) -> Vec<String> {
        let mut fields: Vec<String> = Vec::new();
        for field in self.columns.iter().flatten().chain(self.constants.keys()) {
            if !fields.contains(field) {
                fields.push(field.clone());
            }
        }
        fields
    }

    /// What a cell stands for.
    pub(super) fn meaning<'c>(&'c self, field: &str, cell: &'c str) -> &'c str {
        let Some(values) = self.values.get(field) else {
            return cell;
        };
        let wanted = cell.to_lowercase();
        let found = values
            .iter()
            .find(|(said, _)| said.to_lowercase() == wanted);
        found.map_or(cell, |(_, meant)| meant)
    }
}

/// By what files of one shape are known again: the names of their columns.
pub(super) fn fingerprint(header: &[String]) -> String {
    let mut digest = Sha256::new();
    for name in header {
        digest.update(plain(name));
        digest.update([0]);
    }
    let digest = digest.finalize();
    digest[..12]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_shape_are_known_again() {
        let header = |names: &[&str]| {
            names
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>()
        };
        let one = fingerprint(&header(&["Card Number", "Surname"]));
        assert_eq!(one, fingerprint(&header(&["card_number", "surname"])));
        assert_ne!(one, fingerprint(&header(&["card_number", "sur", "name"])));
    }
}
