//! The English of the usage report, on the screen and on the page. Dates and other words are `words`.

use carrel_print::isolated;

use super::compared::{Compared, Side};
use super::filter::UsageFilter;
use super::measure::{By, Measure};
use super::notation::{SPACE, number};
use super::period::ReportPeriod;
use super::top_titles::TopTitles;
use super::usage::{UsagePart, UsagePeriods};
use super::words;
use crate::policies::{ItemType, PatronCategory, Term};

pub(super) const ACTIVE_IN: &str = "Active patrons";
pub(super) const AUTHOR: &str = "Author";
pub(super) const CHANGE: &str = "Change";
pub(super) const COUNTS: &str = "Counts";
pub(super) const COUNTED: &str = "What is counted";
pub(super) const FIGURE: &str = "Figure";
pub(super) const NO_TITLES: &str = "No title is named.";
pub(super) const TITLE: &str = "Title";
pub(super) const TOP_TITLES: &str = "Titles lent most";
pub(super) const TOTALS: &str = "All figures";

/// "Usage, October 2026: DVD, Annex"
pub(super) fn title(period: &str, only: &str) -> String {
    match only {
        "" => format!("Usage, {period}"),
        only => format!("Usage, {period}: {}", isolated(only)),
    }
}

/// "Loans by hour and weekday"
pub(super) fn heat(measure: Measure) -> String {
    format!("{} by hour and weekday", measure.line().words)
}

/// "Solid: October 2026. Ruled: September 2026."
pub(super) fn solid_and_ruled(periods: &UsagePeriods) -> String {
    format!("Solid: {}. Ruled: {}.", periods.this, periods.previous)
}

/// What stands below one another in the tables.
pub(super) fn stacked(periods: &UsagePeriods) -> String {
    let (this, previous) = (&periods.this, &periods.previous);
    match periods.year_before.as_str() {
        "" => format!("In each cell: {this}; below it {previous}, and the change since."),
        year => format!(
            "In each cell: {this}; below it {previous}, then {year}, each with the change since."
        ),
    }
}

/// The heading of a breakdown, and what its rows are.
pub(super) fn by(by: By, days: bool) -> (&'static str, &'static str) {
    match by {
        By::Time if days => (words::BY_DAY, words::DAY),
        By::Time => (words::BY_MONTH, words::MONTH),
        By::Hour => (words::BY_HOUR, words::HOUR),
        By::ItemType => (words::BY_ITEM_TYPE, words::ITEM_TYPE),
        By::Category => (words::BY_CATEGORY, words::CATEGORY),
        By::Age => (words::BY_AGE, words::AGE),
        By::Location => ("By location", "Location"),
        By::Class => ("By class of the call number", "Class"),
    }
}

/// What a part without a name is called.
pub(super) fn none_of(part: &UsagePart) -> &'static str {
    match part {
        UsagePart::Location { .. } => "No location",
        UsagePart::Class { .. } => "No call number",
        UsagePart::Category { .. } => words::NO_PATRON,
        UsagePart::Time { .. }
        | UsagePart::Hour { .. }
        | UsagePart::WeekdayHour { .. }
        | UsagePart::ItemType { .. }
        | UsagePart::Age { .. }
        | UsagePart::Title { .. } => words::NO_ITEM,
    }
}

/// What the periods are called; a term by its name.
pub(super) fn periods(days: Compared, terms: &[Term]) -> UsagePeriods {
    let name = |period: ReportPeriod| {
        let is_it =
            |term: &&Term| (term.details.first, term.details.last) == (period.from, period.to);
        match terms.iter().find(is_it) {
            Some(term) => format!("{} ({})", term.details.name, words::period(period)),
            None => words::period(period),
        }
    };
    let same = !days.sides().contains(&Side::YearBefore);
    UsagePeriods {
        this: name(days.this),
        previous: name(days.previous),
        year_before: if same {
            String::new()
        } else {
            name(days.year_before)
        },
        days,
    }
}

/// "Only: DVD, Main floor"
pub(super) fn only(
    filter: &UsageFilter,
    types: &[ItemType],
    categories: &[PatronCategory],
) -> String {
    let kind = types.iter().find(|kind| Some(kind.id) == filter.item_type);
    let category = categories
        .iter()
        .find(|kind| Some(kind.id) == filter.category);
    let parts = [
        kind.map(|kind| kind.name.as_str()),
        category.map(|kind| kind.name.as_str()),
        filter.location.as_deref(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A day or a month of the period; one that only another period has is in brackets.
pub(super) fn span(spans: [Option<ReportPeriod>; 3], days: &Compared) -> String {
    match spans {
        [Some(span), ..] => words::part(span, days.this),
        [None, Some(span), _] => format!("({})", words::part(span, days.previous)),
        [None, None, Some(span)] => format!("({})", words::part(span, days.year_before)),
        [None, None, None] => String::new(),
    }
}

/// How a number changed from another: "+7 %", "−2 %", "new"; empty where there is nothing to say.
pub(super) fn change(this: u32, before: u32) -> String {
    let (this, before) = (i64::from(this), i64::from(before));
    match (this, before) {
        (0, 0) => String::new(),
        (_, 0) => "new".into(),
        _ => {
            let doubled = (this - before) * 200;
            let percent = (doubled + doubled.signum() * before) / (before * 2);
            match percent {
                0 => format!("±0{SPACE}%"),
                1.. => format!("+{percent}{SPACE}%"),
                _ => format!("−{}{SPACE}%", -percent),
            }
        }
    }
}

/// "Open on 27 of 31 days; on 26 of 30 in September 2026; on 26 of 31 in October 2025."
pub(super) fn open_days(periods: &UsagePeriods, open: super::tally::Figure) -> String {
    let days = &periods.days;
    let of = |side: Side| format!("{} of {}", open.on(side), days.on(side).days());
    let mut said = format!("Open on {} days", of(Side::This));
    for (side, name) in [
        (Side::Previous, &periods.previous),
        (Side::YearBefore, &periods.year_before),
    ] {
        if !name.is_empty() {
            said.push_str(&format!("; {name}: {}", of(side)));
        }
    }
    said + "."
}

/// Of which months active patrons are counted, where the period is not whole months.
pub(super) fn active_months(months: ReportPeriod, of: ReportPeriod) -> String {
    match months == of {
        true => String::new(),
        false => format!(" {ACTIVE_IN} are those of {}.", words::period(months)),
    }
}

/// The rule by which titles are named.
pub(super) fn title_floor(top: &TopTitles) -> String {
    let (loans, patrons) = (top.fewest_loans, top.fewest_patrons);
    match top.withheld {
        true => format!(
            "No title is named: the report is of fewer than {patrons} patrons, and a title could lead to one of them."
        ),
        false => format!(
            "A title is named from {} loans in the period on, where the report is of {patrons} patrons or more; a \
             smaller number of another period is not told.",
            number(loans)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_rounded_and_never_by_nothing() {
        let of = |this, previous| change(this, previous).replace(SPACE, " ");
        assert_eq!(of(1252, 1169), "+7 %");
        assert_eq!(of(98, 100), "−2 %");
        assert_eq!(of(1000, 1001), "±0 %");
        assert_eq!([of(3, 0), of(0, 0), of(0, 4)], ["new", "", "−100 %"]);
    }
}
