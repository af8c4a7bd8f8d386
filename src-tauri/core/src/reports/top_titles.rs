//! The titles lent most, told so that nobody can be found behind a number.
//!
//! A title is named only where it was lent three times or more in the period, and only where the patrons that the report
//! is of are five or more. A number below three of another period is not told beside it.

use std::cmp::Reverse;

use serde::Serialize;
use ts_rs::TS;

use super::filter::UsageFilter;
use super::store;
use super::tally::{Figure, Tally};
use crate::kernel::id::TitleId;
use crate::kernel::{Act, Result};

/// How many titles are listed.
const MOST: usize = 20;

/// A title lent less often is not named, and no smaller number of one that is.
const FEWEST_LOANS: u32 = 3;

/// Of a group of fewer patrons nothing is told by title.
pub(super) const FEWEST_PATRONS: u32 = 5;

/// The titles lent most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TopTitles {
    /// The most lent first.
    pub titles: Vec<TitleUsage>,
    /// A title lent less often is not named.
    pub fewest_loans: u32,
    /// Of fewer patrons nothing is told by title.
    pub fewest_patrons: u32,
    /// Whether titles are withheld because the patrons are so few.
    pub withheld: bool,
}

/// A title that was lent often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TitleUsage {
    /// Which.
    pub title: TitleId,
    /// What it is called.
    pub name: String,
    /// Who made it; may be empty.
    pub author: String,
    /// How often it was lent.
    pub loans: TitleFigure,
}

/// How often a title was lent; none where that is too seldom to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct TitleFigure {
    /// In the period.
    pub this: u32,
    /// In the one before.
    pub previous: Option<u32>,
    /// In the same of the year before.
    pub year_before: Option<u32>,
}

impl From<Figure> for TitleFigure {
    fn from(loans: Figure) -> Self {
        let told = |count: u32| (count >= FEWEST_LOANS).then_some(count);
        Self {
            this: loans.this,
            previous: told(loans.previous),
            year_before: told(loans.year_before),
        }
    }
}

/// The titles lent most of what a filter leaves.
pub(super) fn top_titles(act: &Act<'_>, tally: &Tally, filter: &UsageFilter) -> Result<TopTitles> {
    let withheld = store::patrons_of(act.tx, filter.category)? < FEWEST_PATRONS;
    let often = tally.titles.iter().filter(|_| !withheld);
    let mut often: Vec<(TitleId, Figure)> = often
        .filter(|(_, loans)| loans.this >= FEWEST_LOANS)
        .map(|(title, loans)| (*title, *loans))
        .collect();
    often.sort_by_key(|(title, loans)| (Reverse(loans.this), *title));
    often.truncate(MOST);
    let title = |(title, loans): (TitleId, Figure)| {
        let (name, author) = store::title(act.tx, title)?;
        Ok(TitleUsage {
            title,
            name,
            author,
            loans: loans.into(),
        })
    };
    Ok(TopTitles {
        titles: often.into_iter().map(title).collect::<Result<_>>()?,
        fewest_loans: FEWEST_LOANS,
        fewest_patrons: FEWEST_PATRONS,
        withheld,
    })
}
