//! One person's work, ready to be judged, and the report of what is found. It knows no rule.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::finding::{Facts, Finding};
use crate::person::{Person, PersonId};
use crate::rule::{Rule, Severity};
use crate::school::week_of;
use crate::setting::{DeskId, Setting, Shift, ShiftId};
use crate::time::{Days, Span, Timeline, after};

/// A shift in minutes that really pass.
#[derive(Debug, Clone, Copy)]
pub(super) struct Work {
    pub(super) id: ShiftId,
    pub(super) desk: DeskId,
    pub(super) span: Span,
}

/// One person's work, and the days that are judged.
pub(super) struct Case<'a> {
    pub(super) setting: &'a Setting,
    pub(super) person: &'a Person,
    pub(super) window: Days,
    /// The window in minutes.
    pub(super) judged: Span,
    /// All the person's shifts that last, by their beginnings.
    pub(super) work: Vec<Work>,
}

/// A part of a shift that lies on one day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) id: ShiftId,
    pub(super) day: NaiveDate,
    pub(super) span: Span,
}

/// Work without a gap, or with gaps that are shorter than a break.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    pub(super) span: Span,
    /// The minutes at work, each once.
    pub(super) worked: u32,
    pub(super) shifts: BTreeSet<ShiftId>,
}

impl<'a> Case<'a> {
    pub(super) fn new(
        setting: &'a Setting,
        person: &'a Person,
        shifts: &[Shift],
        window: Days,
    ) -> Self {
        let own = shifts.iter().filter(|shift| shift.person == person.id);
        Self {
            setting,
            person,
            window,
            judged: setting.timeline.of_days(window),
            work: work(&setting.timeline, own),
        }
    }

    pub(super) fn timeline(&self) -> &'a Timeline {
        &self.setting.timeline
    }

    /// The shifts that touch the judged days.
    pub(super) fn judged_work(&self) -> impl Iterator<Item = &Work> {
        self.work.iter().filter(|work| work.span.meets(self.judged))
    }

    /// Those of them that begin on a day of the rule's ages.
    pub(super) fn held(&self, rule: &Rule) -> Vec<Work> {
        let holds = |work: &&Work| {
            let begins = self.timeline().day_of(work.span.from);
            rule.scope.holds(self.person, begins)
        };
        self.judged_work().filter(holds).copied().collect()
    }

    /// The parts of shifts on days that pass, by shift and day.
    pub(super) fn parts(&self, days: Days) -> Vec<Part> {
        let within = self.timeline().of_days(days);
        let of_work = |work: &Work| {
            let id = work.id;
            let parts = self.timeline().by_day(work.span.within(within));
            parts
                .into_iter()
                .map(move |(day, span)| Part { id, day, span })
        };
        self.work.iter().flat_map(of_work).collect()
    }

    /// The weeks in which the judged days lie.
    pub(super) fn weeks(&self) -> Vec<Days> {
        let mut weeks = vec![week_of(self.window.first, self.setting.week_starts)];
        while let Some(week) = weeks.last().filter(|week| week.last < self.window.last) {
            let next = after(week.first, 7);
            weeks.push(week_of(next, self.setting.week_starts));
        }
        weeks
    }

    /// The stretches of work, where gaps shorter than `bridged` minutes are no gaps; all of them, in order.
    pub(super) fn stretches(&self, bridged: u32) -> Vec<Stretch> {
        let bridged = i64::from(bridged.max(1));
        let mut stretches: Vec<Stretch> = Vec::new();
        for work in &self.work {
            match stretches
                .last_mut()
                .filter(|last| work.span.from - last.span.to < bridged)
            {
                Some(last) => {
                    let more = Span {
                        from: work.span.from.max(last.span.to),
                        to: work.span.to,
                    };
                    last.worked += more.minutes();
                    last.span.to = last.span.to.max(work.span.to);
                    last.shifts.insert(work.id);
                }
                None => stretches.push(Stretch {
                    span: work.span,
                    worked: work.span.minutes(),
                    shifts: [work.id].into(),
                }),
            }
        }
        stretches
    }
}

/// Shifts in minutes that really pass, by their beginnings; those that the clock skips are left out.
pub(super) fn work<'s>(timeline: &Timeline, shifts: impl Iterator<Item = &'s Shift>) -> Vec<Work> {
    let mut work: Vec<Work> = shifts
        .map(|shift| Work {
            id: shift.id,
            desk: shift.desk,
            span: timeline.span(shift.span()),
        })
        .filter(|work| !work.span.is_empty())
        .collect();
    work.sort_by_key(|work| (work.span, work.id));
    work
}

/// What is found of one rule.
pub(super) struct Report<'a> {
    pub(super) rule: &'a Rule,
    person: Option<PersonId>,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Report<'a> {
    pub(super) fn new(rule: &'a Rule, person: Option<PersonId>) -> Self {
        Self {
            rule,
            person,
            findings: Vec::new(),
        }
    }

    /// Notes that the rule is broken.
    pub(super) fn add(&mut self, shifts: impl IntoIterator<Item = ShiftId>, facts: Facts) {
        self.add_of(self.person, shifts, facts);
    }

    /// Notes that somebody breaks the rule.
    pub(super) fn add_of(
        &mut self,
        person: Option<PersonId>,
        shifts: impl IntoIterator<Item = ShiftId>,
        facts: Facts,
    ) {
        let shifts: BTreeSet<ShiftId> = shifts.into_iter().collect();
        self.findings.push(Finding {
            rule: self.rule.id.clone(),
            severity: self.rule.severity,
            person,
            shifts: shifts.into_iter().collect(),
            facts,
        });
    }

    /// Notes that the rule will be broken soon.
    pub(super) fn add_near(&mut self, shifts: impl IntoIterator<Item = ShiftId>, facts: Facts) {
        self.add(shifts, facts);
        if let Some(finding) = self.findings.last_mut() {
            finding.severity = finding.severity.min(Severity::Warn);
        }
    }
}

/// The minutes of parts that overlap `taken`, which must be apart from each other, and the first stretch of them. What
/// touches is one stretch.
pub(super) fn overlap(of: Span, taken: &[Span]) -> Option<(Span, u32)> {
    let mut met: Vec<Span> = taken
        .iter()
        .map(|span| span.within(of))
        .filter(|span| !span.is_empty())
        .collect();
    met.sort_unstable();
    let mut merged: Vec<Span> = Vec::new();
    for span in met {
        match merged.last_mut().filter(|last| span.from <= last.to) {
            Some(last) => last.to = last.to.max(span.to),
            None => merged.push(span),
        }
    }
    let minutes = merged.iter().map(|span| span.minutes()).sum();
    merged.first().map(|first| (*first, minutes))
}

/// What is left of a stretch outside others.
pub(super) fn outside(of: Span, others: &[Span]) -> Vec<Span> {
    let mut inner: Vec<Span> = others
        .iter()
        .map(|span| span.within(of))
        .filter(|span| !span.is_empty())
        .collect();
    inner.sort_unstable();
    let mut left = Vec::new();
    let mut from = of.from;
    for span in inner {
        left.push(Span {
            from,
            to: span.from,
        });
        from = from.max(span.to);
    }
    left.push(Span { from, to: of.to });
    left.retain(|span| !span.is_empty());
    left
}
