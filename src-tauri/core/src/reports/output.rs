//! A report in the form that was asked for, ready to be shown or kept. It opens no file.

use carrel_print::{Document, Rendered, render};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::filter::{AskUsage, UsageFilter};
use super::shift_choice::{ShiftChoice, ShowShifts};
use super::shift_pages::{self, ShiftForm, ShiftPages};
use super::usage::{self, UsageReport};
use super::usage_page;
use super::usage_sheet::usage_csv;
use super::words;
use crate::kernel::task::Errand;
use crate::kernel::{Day, Result, stored_as_word};
use crate::policies::Paper;

/// Which report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// Who worked when: a week by person and by desk, to sign.
    Shifts,
    /// A week by person, for the wall.
    WeekByPerson,
    /// A week by desk, for the wall.
    WeekByDesk,
    /// A day a page, for the wall.
    WeekByDay,
    /// A page for each person.
    PersonPages,
    /// The months as calendars.
    Month,
    /// Hours by person, and what of each desk's need was covered.
    HoursAndCoverage,
    /// A day a page, to sign in and out.
    SignIn,
    /// What changed for whom since everybody was told.
    ShiftChanges,
    /// How the library was used.
    Usage,
}

stored_as_word! {
    ReportKind {
        Shifts = "shifts",
        WeekByPerson = "week_by_person",
        WeekByDesk = "week_by_desk",
        WeekByDay = "week_by_day",
        PersonPages = "person_pages",
        Month = "month",
        HoursAndCoverage = "hours_and_coverage",
        SignIn = "sign_in",
        ShiftChanges = "shift_changes",
        Usage = "usage",
    }
}

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportFormat {
    /// Pages.
    Pdf,
    /// A table for spreadsheets.
    Csv,
    /// The report as the screen gets it, for other programs.
    Json,
}

/// Asks for a report in some form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintReport {
    /// Which.
    pub report: ReportKind,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// On which paper; of no matter to CSV and JSON.
    pub paper: Paper,
    /// In which form.
    pub format: ReportFormat,
    /// Of a report of shifts, whose and where; of no matter to others.
    #[serde(default)]
    pub choice: ShiftChoice,
    /// Of what alone the usage is; of no matter to shifts.
    #[serde(default)]
    pub filter: UsageFilter,
}

/// A report as it was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Printed {
    /// What a file of it would be called.
    pub name: String,
    /// Its kind, as the Internet names it.
    pub media_type: String,
    /// The file in base64.
    pub base64: String,
    /// How many pages it has; none where it has no pages.
    pub pages: Option<u32>,
    /// The characters that could not be printed.
    pub missing: String,
}

/// The file of a report, before anybody has it.
pub(super) struct Printout {
    pub(super) bytes: Vec<u8>,
    pub(super) pages: Option<u32>,
    pub(super) missing: String,
}

impl Printout {
    /// Printed pages.
    pub(super) fn of(rendered: Rendered) -> Self {
        Self {
            bytes: rendered.bytes,
            pages: u32::try_from(rendered.pages).ok(),
            missing: rendered.missing.into_iter().collect(),
        }
    }

    /// Pages, printed now.
    pub(super) fn of_document(document: &Document) -> Self {
        Self::of(render(document))
    }

    pub(super) fn plain(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            pages: None,
            missing: String::new(),
        }
    }
}

/// A report with the forms it can take.
enum Report {
    Shifts(ShiftPages, Box<ShiftForm>),
    Usage(Box<UsageReport>),
}

/// Reads the report in one transaction and brings it into its form outside of it.
pub(super) fn printout(errand: &Errand<'_>, input: &PrintReport) -> Result<Printout> {
    errand.progress.step(0, 2, "reading")?;
    let (pages, shifts) = (input.report.pages(), input.shifts());
    let asked = AskUsage {
        from: input.from,
        to: input.to,
        filter: input.filter.clone(),
    };
    let report = errand.read(move |act| match pages {
        Some(pages) => {
            let form = shift_pages::read(act, pages, shifts)?;
            Ok(Report::Shifts(pages, Box::new(form)))
        }
        None => Ok(Report::Usage(Box::new(usage::usage(act, asked)?))),
    })?;
    errand.progress.step(1, 2, "laying out")?;
    let printout = match (&report, input.format) {
        (Report::Shifts(pages, form), ReportFormat::Pdf) => form.pdf(*pages, input.paper),
        (Report::Usage(report), ReportFormat::Pdf) => usage_page::pdf(report, input.paper),
        (Report::Shifts(pages, form), ReportFormat::Csv) => form.csv(*pages),
        (Report::Usage(report), ReportFormat::Csv) => Printout::plain(usage_csv(report)),
        (Report::Shifts(_, form), ReportFormat::Json) => form.json()?,
        (Report::Usage(report), ReportFormat::Json) => json(report.as_ref())?,
    };
    errand.progress.step(2, 2, "done")?;
    Ok(printout)
}

pub(super) fn json(report: &impl Serialize) -> Result<Printout> {
    let mut bytes = serde_json::to_vec_pretty(report)?;
    bytes.push(b'\n');
    Ok(Printout::plain(bytes))
}

impl ReportKind {
    /// The pages of the schedule that it is, if it is one of shifts.
    fn pages(self) -> Option<ShiftPages> {
        match self {
            Self::Shifts => Some(ShiftPages::Week),
            Self::WeekByPerson => Some(ShiftPages::ByPerson),
            Self::WeekByDesk => Some(ShiftPages::ByDesk),
            Self::WeekByDay => Some(ShiftPages::ByDay),
            Self::PersonPages => Some(ShiftPages::Person),
            Self::Month => Some(ShiftPages::Month),
            Self::HoursAndCoverage => Some(ShiftPages::Coverage),
            Self::SignIn => Some(ShiftPages::SignIn),
            Self::ShiftChanges => Some(ShiftPages::Changes),
            Self::Usage => None,
        }
    }
}

impl PrintReport {
    fn shifts(&self) -> ShowShifts {
        ShowShifts {
            from: self.from,
            to: self.to,
            choice: self.choice.clone(),
        }
    }

    /// "Shift report 2026-11-23 to 2026-11-29.pdf"
    pub(super) fn file_name(&self) -> String {
        let report = self
            .report
            .pages()
            .map_or(words::USAGE_REPORT, ShiftPages::name);
        let ending = match self.format {
            ReportFormat::Pdf => "pdf",
            ReportFormat::Csv => "csv",
            ReportFormat::Json => "json",
        };
        match (self.from, self.to) {
            (from, to) if from == to => format!("{report} {from}.{ending}"),
            (from, to) => format!("{report} {from} to {to}.{ending}"),
        }
    }
}

impl ReportFormat {
    /// The form as the Internet names it.
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
        }
    }
}
