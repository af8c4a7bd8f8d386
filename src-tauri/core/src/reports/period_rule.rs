//! Periods by name, as seen from today: "last month", "this fiscal year". What stands beside them is `compared`.

use chrono::Datelike;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::favourites;
use super::period::{ReportPeriod, month_of, year_of};
use crate::kernel::{Act, Day, Result, stored_as_word};
use crate::policies::{self, Term, WeekStart};

/// A period by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each says what it is")]
pub enum PeriodRule {
    Today,
    Yesterday,
    ThisWeek,
    LastWeek,
    ThisMonth,
    LastMonth,
    ThisTerm,
    LastTerm,
    ThisYear,
    LastYear,
    ThisFiscalYear,
    LastFiscalYear,
    /// Days of one's own.
    Days,
}

stored_as_word! {
    PeriodRule {
        Today = "today", Yesterday = "yesterday", ThisWeek = "this_week", LastWeek = "last_week",
        ThisMonth = "this_month", LastMonth = "last_month", ThisTerm = "this_term", LastTerm = "last_term",
        ThisYear = "this_year", LastYear = "last_year", ThisFiscalYear = "this_fiscal_year",
        LastFiscalYear = "last_fiscal_year", Days = "days",
    }
}

/// Asks for all periods by name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowPeriods {}

/// The periods that have names today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NamedPeriods {
    /// Each with its days.
    pub periods: Vec<NamedPeriod>,
    /// The month in which the fiscal year begins, 1 to 12.
    pub fiscal_month: u8,
}

/// A period by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NamedPeriod {
    /// Its rule.
    pub rule: PeriodRule,
    /// Its days today.
    pub days: ReportPeriod,
    /// The term's own name; empty of others.
    pub term: String,
}

/// What names are understood from.
pub(super) struct Seen {
    pub(super) today: Day,
    pub(super) week_starts: WeekStart,
    pub(super) terms: Vec<Term>,
    pub(super) fiscal_month: u8,
}

/// Every period that has a name today; terms only where the library has some.
pub fn periods(act: &Act<'_>, _: ShowPeriods) -> Result<NamedPeriods> {
    let seen = Seen::by(act)?;
    let named = |rule: &PeriodRule| {
        let days = seen.period(*rule)?;
        let term = seen.terms.iter().find(|term| is_of(term, *rule, days));
        Some(NamedPeriod {
            rule: *rule,
            days,
            term: term.map_or_else(String::new, |term| term.details.name.clone()),
        })
    };
    Ok(NamedPeriods {
        periods: PeriodRule::NAMED.iter().filter_map(named).collect(),
        fiscal_month: seen.fiscal_month,
    })
}

fn is_of(term: &Term, rule: PeriodRule, days: ReportPeriod) -> bool {
    matches!(rule, PeriodRule::ThisTerm | PeriodRule::LastTerm) && days_of(term) == days
}

fn days_of(term: &Term) -> ReportPeriod {
    ReportPeriod {
        from: term.details.first,
        to: term.details.last,
    }
}

impl PeriodRule {
    const NAMED: [Self; 12] = [
        Self::Today,
        Self::Yesterday,
        Self::ThisWeek,
        Self::LastWeek,
        Self::ThisMonth,
        Self::LastMonth,
        Self::ThisTerm,
        Self::LastTerm,
        Self::ThisYear,
        Self::LastYear,
        Self::ThisFiscalYear,
        Self::LastFiscalYear,
    ];
}

impl Seen {
    /// What the library understands names from.
    pub(super) fn by(act: &Act<'_>) -> Result<Self> {
        Ok(Self {
            today: act.today,
            week_starts: policies::library(act)?.details.week_starts,
            terms: policies::terms(act)?.terms,
            fiscal_month: favourites::fiscal_month(act)?,
        })
    }

    /// The days of a name; none where it has none today, or where it names none.
    pub(super) fn period(&self, rule: PeriodRule) -> Option<ReportPeriod> {
        let today = self.today;
        let day = |day| ReportPeriod { from: day, to: day };
        Some(match rule {
            PeriodRule::Today => day(today),
            PeriodRule::Yesterday => day(today.minus(1)),
            PeriodRule::ThisWeek => self.week(today),
            PeriodRule::LastWeek => self.week(today.minus(7)),
            PeriodRule::ThisMonth => month_of(today),
            PeriodRule::LastMonth => month_of(today.first_of_month().minus(1)),
            PeriodRule::ThisTerm => self.term(|term| term.from <= today && today <= term.to)?,
            PeriodRule::LastTerm => self.term(|term| term.to < today)?,
            PeriodRule::ThisYear => year_of(today),
            PeriodRule::LastYear => year_of(year_of(today).from.minus(1)),
            PeriodRule::ThisFiscalYear => self.fiscal_year(today),
            PeriodRule::LastFiscalYear => self.fiscal_year(self.fiscal_year(today).from.minus(1)),
            PeriodRule::Days => return None,
        })
    }

    fn week(&self, day: Day) -> ReportPeriod {
        let since = match self.week_starts {
            WeekStart::Monday => u32::from(day.weekday()) - 1,
            WeekStart::Sunday => u32::from(day.weekday()) % 7,
        };
        let from = day.minus(since);
        ReportPeriod {
            from,
            to: from.plus(6),
        }
    }

    /// The last of the terms that are meant.
    fn term(&self, is_meant: impl Fn(&ReportPeriod) -> bool) -> Option<ReportPeriod> {
        let terms = self.terms.iter().map(days_of).filter(is_meant);
        terms.max_by_key(|term| (term.to, term.from))
    }

    fn fiscal_year(&self, day: Day) -> ReportPeriod {
        let month = u32::from(self.fiscal_month);
        let begun = day.date().month() >= month;
        let year = day.date().year() - i32::from(!begun);
        let first = |year| Day::of(year, month, 1).unwrap_or(Day::MIN);
        ReportPeriod {
            from: first(year),
            to: first(year + 1).minus(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(rule: PeriodRule, today: &str, fiscal_month: u8, week_starts: WeekStart) -> String {
        let seen = Seen {
            today: Day::parse(today).unwrap(),
            week_starts,
            terms: Vec::new(),
            fiscal_month,
        };
        let days = seen.period(rule);
        days.map_or_else(String::new, |days| format!("{} {}", days.from, days.to))
    }

    #[test]
    fn a_name_means_its_days_at_the_edges_too() {
        use PeriodRule as P;
        for (rule, today, days) in [
            (P::ThisWeek, "2026-11-29", "2026-11-23 2026-11-29"),
            (P::LastWeek, "2026-01-01", "2025-12-22 2025-12-28"),
            (P::ThisMonth, "2028-02-10", "2028-02-01 2028-02-29"),
            (P::LastMonth, "2026-03-30", "2026-02-01 2026-02-28"),
            (P::LastMonth, "2026-01-31", "2025-12-01 2025-12-31"),
            (P::LastYear, "2026-01-02", "2025-01-01 2025-12-31"),
            (P::ThisFiscalYear, "2026-06-30", "2025-07-01 2026-06-30"),
            (P::ThisFiscalYear, "2026-07-01", "2026-07-01 2027-06-30"),
            (P::LastFiscalYear, "2026-07-01", "2025-07-01 2026-06-30"),
            (P::ThisTerm, "2026-07-01", ""),
            (P::Days, "2026-07-01", ""),
        ] {
            assert_eq!(said(rule, today, 7, WeekStart::Monday), days, "{rule:?}");
        }
    }

    #[test]
    fn a_week_begins_where_the_librarys_does() {
        let week = |today| said(PeriodRule::ThisWeek, today, 7, WeekStart::Sunday);
        assert_eq!(week("2026-11-23"), "2026-11-22 2026-11-28");
        assert_eq!(week("2026-11-22"), "2026-11-22 2026-11-28");
    }
}
