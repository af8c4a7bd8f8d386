//! Which page of the schedule, and that page in each form it can take. It opens no file.

use super::{changes, coverage, days, month, person, sign_in, tables, wall, week, words};
use crate::kernel::{Act, Result};
use crate::policies::Paper;
use crate::reports::output::{Printout, json};
use crate::reports::shift_changes::{ShiftChanges, shift_changes};
use crate::reports::shift_choice::ShowShifts;
use crate::reports::shifts::{ShiftReport, shifts};

/// A way to lay out shifts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reports) enum ShiftPages {
    Week,
    ByPerson,
    ByDesk,
    ByDay,
    Person,
    Month,
    Coverage,
    SignIn,
    Changes,
}

/// What the pages are made of.
pub(in crate::reports) enum ShiftForm {
    Shifts(ShiftReport),
    Changes(ShiftChanges),
}

/// Reads what those pages show.
pub(in crate::reports) fn read(
    act: &Act<'_>,
    pages: ShiftPages,
    input: ShowShifts,
) -> Result<ShiftForm> {
    match pages {
        ShiftPages::Changes => shift_changes(act, input).map(ShiftForm::Changes),
        ShiftPages::Week
        | ShiftPages::ByPerson
        | ShiftPages::ByDesk
        | ShiftPages::ByDay
        | ShiftPages::Person
        | ShiftPages::Month
        | ShiftPages::Coverage
        | ShiftPages::SignIn => shifts(act, input).map(ShiftForm::Shifts),
    }
}

impl ShiftPages {
    /// What they are called.
    pub(in crate::reports) fn name(self) -> &'static str {
        match self {
            Self::Week => crate::reports::words::SHIFT_REPORT,
            Self::ByPerson => words::BY_PERSON,
            Self::ByDesk => words::WEEK_BY_DESK,
            Self::ByDay => words::BY_DAY,
            Self::Person => words::PERSON_PAGES,
            Self::Month => words::MONTH,
            Self::Coverage => words::HOURS_AND_COVERAGE,
            Self::SignIn => words::SIGN_IN,
            Self::Changes => words::CHANGES,
        }
    }
}

impl ShiftForm {
    /// The pages as a PDF.
    pub(in crate::reports) fn pdf(&self, pages: ShiftPages, paper: Paper) -> Printout {
        let report = match self {
            Self::Changes(report) => {
                return Printout::of_document(&changes::document(report, paper));
            }
            Self::Shifts(report) => report,
        };
        let document = match pages {
            ShiftPages::Week | ShiftPages::Changes => week::document(report, paper),
            ShiftPages::ByPerson => wall::by_person(report, paper),
            ShiftPages::ByDesk => wall::by_desk(report, paper),
            ShiftPages::ByDay => days::document(report, paper),
            ShiftPages::Person => person::document(report, paper),
            ShiftPages::Month => month::document(report, paper),
            ShiftPages::Coverage => coverage::document(report, paper),
            ShiftPages::SignIn => sign_in::document(report, paper),
        };
        Printout::of_document(&document)
    }

    /// The pages' figures as a table for spreadsheets.
    pub(in crate::reports) fn csv(&self, pages: ShiftPages) -> Printout {
        let bytes = match (self, pages) {
            (Self::Changes(report), _) => tables::changes_csv(report),
            (Self::Shifts(report), ShiftPages::Coverage) => tables::coverage_csv(report),
            (Self::Shifts(report), ShiftPages::ByDesk) => {
                tables::shift_csv(report, tables::Order::Desk)
            }
            (Self::Shifts(report), ShiftPages::ByDay | ShiftPages::Month | ShiftPages::SignIn) => {
                tables::shift_csv(report, tables::Order::Day)
            }
            (Self::Shifts(report), _) => tables::shift_csv(report, tables::Order::Person),
        };
        Printout::plain(bytes)
    }

    /// What the screen shows, for other programs.
    pub(in crate::reports) fn json(&self) -> Result<Printout> {
        match self {
            Self::Shifts(report) => json(report),
            Self::Changes(report) => json(report),
        }
    }
}
