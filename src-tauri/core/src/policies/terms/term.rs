//! The terms and breaks that the library keeps, and whether classes meet on a day. It closes nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::id::TermId;
use crate::kernel::{Act, Day, Result};

/// A stretch of days in which classes meet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TermDetails {
    /// What people call it, such as "Fall 2026".
    pub name: String,
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
}

/// A term with its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Term {
    /// The number of its row.
    pub id: TermId,
    /// What was said of it.
    pub details: TermDetails,
}

/// Days on which no class meets although a term runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TermBreak {
    /// The first day.
    pub day: Day,
    /// The last day.
    pub through: Day,
    /// What people call it, such as "Spring break".
    pub name: String,
}

/// All terms and breaks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Terms {
    /// By their first days.
    pub terms: Vec<Term>,
    /// By their first days.
    pub breaks: Vec<TermBreak>,
}

/// Asks for all terms and breaks.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ShowSchoolTerms")]
pub struct ShowTerms {}

impl Terms {
    /// The break in which a day lies.
    pub fn break_on(&self, day: Day) -> Option<&TermBreak> {
        self.breaks
            .iter()
            .find(|pause| pause.day <= day && day <= pause.through)
    }

    /// Whether school is in session on a day: in a term and in no break. A library that keeps no terms is always in
    /// session, so that a limit for school weeks holds rather than not.
    pub fn in_session(&self, day: Day) -> bool {
        let runs = |term: &Term| term.details.first <= day && day <= term.details.last;
        let in_term = self.terms.is_empty() || self.terms.iter().any(runs);
        in_term && self.break_on(day).is_none()
    }
}

pub(in crate::policies) fn show_terms(act: &Act<'_>, _: ShowTerms) -> Result<Terms> {
    terms(act)
}

/// All terms and breaks.
pub fn terms(act: &Act<'_>) -> Result<Terms> {
    Ok(Terms {
        terms: store::terms(act.tx)?,
        breaks: store::breaks(act.tx)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn school_is_in_session_within_terms_and_outside_breaks() {
        let terms = Terms {
            terms: vec![Term {
                id: TermId::of(1),
                details: TermDetails {
                    name: "Fall 2026".into(),
                    first: day("2026-08-24"),
                    last: day("2026-12-11"),
                },
            }],
            breaks: vec![TermBreak {
                day: day("2026-11-25"),
                through: day("2026-11-29"),
                name: "Thanksgiving".into(),
            }],
        };
        for (on, expected) in [
            ("2026-08-23", false),
            ("2026-08-24", true),
            ("2026-11-24", true),
            ("2026-11-25", false),
            ("2026-11-29", false),
            ("2026-11-30", true),
            ("2026-12-11", true),
            ("2026-12-12", false),
        ] {
            assert_eq!(terms.in_session(day(on)), expected, "{on}");
        }
    }

    #[test]
    fn without_terms_school_is_always_in_session() {
        assert!(Terms::default().in_session(day("2026-07-04")));
    }
}
