//! Timesheets of a pay period, kept as pages to sign or as the payroll's file. They count no hour: `hours` does.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::period::ReportPeriod;
use super::save::Saved;
use super::stamp::stamp;
use super::timesheet_page::Timesheets;
use super::timesheet_words as words;
use crate::hours;
use crate::kernel::id::StaffId;
use crate::kernel::task::Errand;
use crate::kernel::{Act, Day, Result, export};
use crate::policies::Paper;
use crate::staff;

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimesheetForm {
    /// A page a person, to sign.
    Pdf,
    /// A row a person, for the payroll.
    Payroll,
}

/// Keeps the timesheets of a pay period in the exports folder.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveTimesheets {
    /// A day of the period.
    pub day: Day,
    /// Whose; of everybody who has hours where it is empty.
    #[serde(default)]
    pub people: Vec<StaffId>,
    /// On which paper; of no matter to the payroll.
    pub paper: Paper,
    /// In which form.
    pub form: TimesheetForm,
}

/// Keeps the timesheets of a pay period in the exports folder.
pub fn save_timesheets(errand: &Errand<'_>, input: SaveTimesheets) -> Result<Saved> {
    errand.progress.step(0, 2, "reading")?;
    let (paper, form) = (input.paper, input.form);
    let sheets = errand.read(move |act| read(act, &input))?;
    errand.progress.step(1, 2, "laying out")?;
    let (name, ending, printout) = match form {
        TimesheetForm::Pdf => (words::TIMESHEET, "pdf", sheets.pdf(paper)),
        TimesheetForm::Payroll => (words::PAYROLL, "csv", sheets.payroll()),
    };
    let whose = match sheets.sheets.as_slice() {
        [only] => format!(" {}", plain(&only.person)),
        _ => String::new(),
    };
    let ReportPeriod { from, to } = sheets.period;
    let name = format!("{name}{whose} {from} to {to}.{ending}");
    let path = export::put(errand.exports, &name, &printout.bytes)?;
    errand.progress.step(2, 2, "done")?;
    let name = path.file_name().unwrap_or_default();
    Ok(Saved {
        name: name.to_string_lossy().into_owned(),
        path: path.to_string_lossy().into_owned(),
        missing: printout.missing,
    })
}

fn read(act: &Act<'_>, input: &SaveTimesheets) -> Result<Timesheets> {
    let (period, _) = hours::period_at(act, input.day)?;
    let mut sheets = Vec::new();
    for member in staff::members(act)? {
        if !input.people.is_empty() && !input.people.contains(&member.id) {
            continue;
        }
        let sheet = hours::of_period(act, member.id, period.first)?;
        let idle = sheet
            .days
            .iter()
            .all(|day| day.shifts.is_empty() && day.spells.is_empty())
            && sheet.adjustments.is_empty();
        if !idle || input.people.contains(&member.id) {
            sheets.push(sheet);
        }
    }
    Ok(Timesheets {
        stamp: stamp(act)?,
        zone: act.zone,
        period: ReportPeriod {
            from: period.first,
            to: period.last,
        },
        sheets,
    })
}

/// A name as it may stand in a file's name.
fn plain(name: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || [' ', '-', '\''].contains(c);
    name.chars().filter(kept).collect()
}
