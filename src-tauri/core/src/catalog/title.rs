//! A title's record, and what it may hold. It counts no copies.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::TitleId;
use crate::kernel::{Error, Result, text};

/// The longest title or name in characters; some official publications come close to 1,000.
const LONGEST: usize = 1000;

/// What is known of a title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TitleDetails {
    /// The title proper.
    pub title: String,
    /// Who made it, as people look for it.
    #[serde(default)]
    pub author: String,
    /// Its ISBN without hyphens; a number that is none is kept as it was typed.
    #[serde(default)]
    pub isbn: String,
    /// The year of publication.
    #[serde(default)]
    pub year: Option<i32>,
    /// Who published it.
    #[serde(default)]
    pub publisher: String,
}

/// The record of a work as it was published, shared by its copies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Title {
    /// The number of its row.
    pub id: TitleId,
    /// What is known of it.
    pub details: TitleDetails,
}

impl TitleDetails {
    /// The details as the file keeps them; refused where no record can hold them.
    pub fn checked(self) -> Result<Self> {
        let isbn = text::line("isbn", &self.isbn, 40)?;
        let details = Self {
            title: text::line("title", &self.title, LONGEST)?,
            author: text::line("author", &self.author, LONGEST)?,
            isbn: compact_isbn(&isbn).unwrap_or(isbn),
            publisher: text::line("publisher", &self.publisher, LONGEST)?,
            ..self
        };
        text::required("title", &details.title)?;
        if let Some(year) = details.year.filter(|year| !(0..=9999).contains(year)) {
            return Err(Error::invalid("year", format!("cannot be {year}")));
        }
        Ok(details)
    }

    /// Whether another copy with these details adds nothing to what is known: same name, author and ISBN, and the rest
    /// equal or not said. Another year is another edition.
    pub(super) fn covers(&self, copy: &Self) -> bool {
        let same = |own: &str, other: &str| other.is_empty() || own == other;
        self.title == copy.title
            && self.author == copy.author
            && self.isbn == copy.isbn
            && (copy.year.is_none() || self.year == copy.year)
            && same(&self.publisher, &copy.publisher)
    }
}

/// An ISBN of 10 or 13 digits without the hyphens and spaces that books print (ISO 2108); `None` for anything else.
pub(super) fn compact_isbn(typed: &str) -> Option<String> {
    let digits: String = typed
        .chars()
        .filter(|c| !matches!(c, '-' | ' ' | '\u{2010}' | '\u{2011}' | '\u{2013}'))
        .map(|c| c.to_ascii_uppercase())
        .collect();
    let (body, last) = digits.split_at_checked(digits.len().checked_sub(1)?)?;
    let ends_well = last == "X" || last.bytes().all(|byte| byte.is_ascii_digit());
    let is_isbn = body.bytes().all(|byte| byte.is_ascii_digit()) && ends_well;
    (is_isbn && matches!(digits.len(), 10 | 13)).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled(title: &str) -> TitleDetails {
        TitleDetails {
            title: title.into(),
            author: String::new(),
            isbn: String::new(),
            year: None,
            publisher: String::new(),
        }
    }

    #[test]
    fn an_isbn_loses_its_hyphens() {
        let details = TitleDetails {
            isbn: "978-0-14-143951-8 ".into(),
            ..titled("Pride and Prejudice")
        };
        assert_eq!(details.checked().unwrap().isbn, "9780141439518");
        assert_eq!(compact_isbn("0-8044-2957-x").as_deref(), Some("080442957X"));
    }

    #[test]
    fn what_is_no_isbn_is_kept_as_typed() {
        for typed in ["", "ISSN 0317-8471", "é", "97801414395", "X"] {
            assert_eq!(compact_isbn(typed), None, "{typed}");
        }
    }

    #[test]
    fn copies_share_a_title_and_editions_do_not() {
        let first = TitleDetails {
            year: Some(1813),
            publisher: "Egerton".into(),
            ..titled("Pride and Prejudice")
        };
        assert!(first.covers(&titled("Pride and Prejudice")));
        assert!(first.covers(&first.clone()));
        let later = TitleDetails {
            year: Some(2003),
            ..titled("Pride and Prejudice")
        };
        assert!(!first.covers(&later) && !first.covers(&titled("Emma")));
    }

    #[test]
    fn a_title_needs_a_title_and_a_year_that_can_be() {
        assert!(titled("  ").checked().is_err());
        let late = TitleDetails {
            year: Some(19_999),
            ..titled("Emma")
        };
        assert!(matches!(
            late.checked(),
            Err(Error::Invalid { field: "year", .. })
        ));
    }
}
