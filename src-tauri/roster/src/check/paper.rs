//! What agreements and permissions allow: awards, written permissions, employment, what was learned.

use super::case::{Case, Report, Work};
use crate::finding::Facts;
use crate::person::Award;
use crate::time::{Span, before};

/// An award pays a shift no longer, or is nearly used up with it.
pub(super) fn award(case: &Case<'_>, warn_percent: u32, report: &mut Report<'_>) {
    let Some(award) = case.person.award else {
        return;
    };
    let counted_from = case.timeline().instant(award.from, 0);
    let counted: Vec<Span> = case
        .work
        .iter()
        .map(|work| Span {
            from: work.span.from.max(counted_from),
            to: work.span.to,
        })
        .filter(|span| !span.is_empty())
        .collect();
    let spent = first_unpaid(&counted, award.left);
    for work in case.held(report.rule) {
        if work.span.to <= counted_from {
            continue;
        }
        if let Some(spent) = spent.filter(|spent| *spent < work.span.to) {
            let unpaid = Span {
                from: spent.max(work.span.from),
                to: work.span.to,
            };
            let from = case.timeline().shown(unpaid.from);
            report.add(
                [work.id],
                Facts::AwardSpent {
                    from,
                    minutes: unpaid.minutes(),
                },
            );
        } else {
            near(&counted, work, award, warn_percent, report);
        }
    }
}

fn near(counted: &[Span], work: Work, award: Award, warn_percent: u32, report: &mut Report<'_>) {
    let until = Span {
        from: i64::MIN,
        to: work.span.to,
    };
    let used: u32 = counted
        .iter()
        .map(|span| span.within(until))
        .filter(|span| !span.is_empty())
        .map(Span::minutes)
        .sum();
    let left = award.left.saturating_sub(used);
    let gone = u64::from(award.total.saturating_sub(left));
    if gone * 100 > u64::from(award.total) * u64::from(warn_percent) {
        report.add_near(
            [work.id],
            Facts::AwardNear {
                left,
                total: award.total,
            },
        );
    }
}

/// The first minute after so many were worked; two shifts at a time are paid twice.
fn first_unpaid(counted: &[Span], paid: u32) -> Option<i64> {
    let mut cuts: Vec<i64> = counted
        .iter()
        .flat_map(|span| [span.from, span.to])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut left = i64::from(paid);
    for pair in cuts.windows(2) {
        let at_work = counted
            .iter()
            .filter(|span| span.from <= pair[0] && pair[0] < span.to)
            .count();
        let at_work = i64::try_from(at_work).unwrap_or(i64::MAX);
        let cost = at_work * (pair[1] - pair[0]);
        if cost > left {
            return Some(pair[0] + left / at_work);
        }
        left -= cost;
    }
    None
}

/// A shift has no written permission, lies behind its end, or near it.
pub(super) fn authorisation(case: &Case<'_>, warn_days: u32, report: &mut Report<'_>) {
    for work in case.held(report.rule) {
        let last = case.timeline().day_of(work.span.to - 1);
        match case.person.authorisation.until {
            None => report.add([work.id], Facts::NotAuthorised),
            Some(until) if last > until => {
                report.add([work.id], Facts::AuthorisationOver { until })
            }
            Some(until) if last > before(until, warn_days) => {
                report.add_near([work.id], Facts::AuthorisationEnds { until });
            }
            Some(_) => {}
        }
    }
}

/// A shift lies before or after employment.
pub(super) fn employment(case: &Case<'_>, report: &mut Report<'_>) {
    for work in case.held(report.rule) {
        let timeline = case.timeline();
        let (first, last) = (
            timeline.day_of(work.span.from),
            timeline.day_of(work.span.to - 1),
        );
        if let Some(begins) = case.person.begins.filter(|begins| first < *begins) {
            report.add([work.id], Facts::NotBegun { begins });
        }
        if let Some(ends) = case.person.ends.filter(|ends| last > *ends) {
            report.add([work.id], Facts::Left { ends });
        }
    }
}

/// A shift's desk asks what the person has not learned by its first day.
pub(super) fn skill(case: &Case<'_>, report: &mut Report<'_>) {
    for work in case.held(report.rule) {
        let Some(desk) = case.setting.desk(work.desk) else {
            continue;
        };
        let first = case.timeline().day_of(work.span.from);
        let lacks = desk
            .skills
            .iter()
            .filter(|skill| !case.person.knows(**skill, first));
        let skills: Vec<_> = lacks.copied().collect();
        if !skills.is_empty() {
            report.add(
                [work.id],
                Facts::Untrained {
                    desk: desk.id,
                    skills,
                },
            );
        }
    }
}
