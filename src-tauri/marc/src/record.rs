//! A record as it was read: leader, fields, and what was wrong. What a field means is not known here.

use crate::charset::Encoding;
use crate::problem::{Problem, Severity};

/// One record of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its place in the file, counted from 0. Damaged ones count.
    pub index: usize,
    /// Where it begins, in bytes from the beginning of the input.
    pub offset: u64,
    /// How its text was read. The leader says one thing and the bytes may say another; the bytes win.
    pub encoding: Encoding,
    /// The 24 characters at its head, as they were found.
    pub leader: String,
    /// Its fields, in the order of the directory.
    pub fields: Vec<Field>,
    /// What was wrong with it. Empty for a good record.
    pub errors: Vec<Problem>,
}

/// A field of a record. Tags are three characters in a good record; letters are met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// 001 to 009: a value alone.
    Control {
        /// Its tag.
        tag: String,
        /// Its value, blanks and all.
        value: String,
    },
    /// Any other: two indicators and coded subfields.
    Data {
        /// Its tag.
        tag: String,
        /// Blanks where none were given.
        indicators: [char; 2],
        /// Code and value, in their order. Codes repeat.
        subfields: Vec<(char, String)>,
    },
}

impl Record {
    /// Whether something of it was lost. Such a record is to be listed, not kept.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.errors
            .iter()
            .any(|problem| problem.severity() == Severity::Damaged)
    }

    /// The value of the first control field of that tag.
    #[must_use]
    pub fn control(&self, tag: &str) -> Option<&str> {
        self.fields.iter().find_map(|field| match field {
            Field::Control { tag: own, value } if own == tag => Some(value.as_str()),
            Field::Control { .. } | Field::Data { .. } => None,
        })
    }

    /// Every field of that tag, in order.
    pub fn fields_of(&self, tag: &str) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(move |field| field.tag() == tag)
    }

    /// Every value with that tag and code, in order.
    pub fn subfields(&self, tag: &str, code: char) -> impl Iterator<Item = &str> {
        self.fields_of(tag)
            .flat_map(move |field| field.subfields(code))
    }

    /// The first value with that tag and code.
    #[must_use]
    pub fn subfield(&self, tag: &str, code: char) -> Option<&str> {
        self.subfields(tag, code).next()
    }
}

impl Field {
    /// Its tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        match self {
            Self::Control { tag, .. } | Self::Data { tag, .. } => tag,
        }
    }

    /// Its indicators; blanks for a control field.
    #[must_use]
    pub fn indicators(&self) -> [char; 2] {
        match self {
            Self::Control { .. } => [' ', ' '],
            Self::Data { indicators, .. } => *indicators,
        }
    }

    /// All its subfields; none for a control field.
    #[must_use]
    pub fn all_subfields(&self) -> &[(char, String)] {
        match self {
            Self::Control { .. } => &[],
            Self::Data { subfields, .. } => subfields,
        }
    }

    /// Every value with that code, in order.
    pub fn subfields(&self, code: char) -> impl Iterator<Item = &str> {
        self.all_subfields()
            .iter()
            .filter(move |(own, _)| *own == code)
            .map(|(_, value)| value.as_str())
    }

    /// The first value with that code.
    #[must_use]
    pub fn subfield(&self, code: char) -> Option<&str> {
        self.subfields(code).next()
    }
}
