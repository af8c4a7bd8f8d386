//! A rota as the solver sees it: days, the kinds of shift that fill one, what must be covered, and who can work. It knows
//! no calendar: days are counted from 0, a Monday.

use serde::{Deserialize, Serialize};

/// By person and day the kind of shift worked, counted from 0; none on a day off.
pub type Plan = Vec<Vec<Option<usize>>>;

/// A kind of shift, such as the early one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kind {
    /// What it is called.
    pub name: String,
    /// How long it lasts.
    pub minutes: i32,
    /// The kinds that may not follow it on the next day.
    pub never_before: Vec<usize>,
}

/// Somebody who can work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Who it is.
    pub name: String,
    /// By kind the most shifts of it; 0 where they may not work it.
    pub most_of: Vec<i32>,
    /// The fewest minutes of all.
    pub least: i32,
    /// The most minutes of all.
    pub most: i32,
    /// The fewest days of work one after another. A run at either end of the rota may be shorter: what is beyond is not
    /// known.
    pub run_least: usize,
    /// The most days of work one after another.
    pub run_most: usize,
    /// The fewest days off one after another, save at either end of the rota.
    pub rest: usize,
    /// The most weekends on which they work, be it on one day.
    pub weekends: i32,
    /// The days on which they cannot work.
    pub off: Vec<usize>,
    /// The kinds that they cannot work on a day: the day and the kind.
    #[serde(default)]
    pub barred: Vec<(usize, usize)>,
    /// Days that stay as they are: the day and what is done on it.
    pub pinned: Vec<(usize, Option<usize>)>,
}

/// How many people are wanted on a day for a kind of shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// The day.
    pub day: usize,
    /// The kind.
    pub kind: usize,
    /// How many people.
    pub people: i32,
    /// What a missing person costs.
    pub under: i32,
    /// What one too many costs.
    pub over: i32,
}

/// Something that somebody wishes or does not wish to work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Who wishes it, counted from 0.
    pub person: usize,
    /// The day.
    pub day: usize,
    /// The kind.
    pub kind: usize,
    /// Whether they wish to work it, or not to.
    pub wanted: bool,
    /// What it costs where it is not so.
    pub weight: i32,
}

/// Some weeks to be filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rota {
    /// How many days.
    pub days: usize,
    /// The kinds of shift, at most 60.
    pub kinds: Vec<Kind>,
    /// Who can work.
    pub people: Vec<Member>,
    /// What is wanted, at most once a day and kind. Where nothing is wanted, anybody may come.
    pub needs: Vec<Need>,
    /// What people wish.
    pub requests: Vec<Request>,
    /// What everybody was told before; nothing where nobody was.
    pub told: Option<Plan>,
    /// What each day costs that is not as it was told.
    pub change: i32,
}

impl Rota {
    /// What does not fit together, if anything: figures out of range, a day or kind that is not there.
    pub fn misfit(&self) -> Option<String> {
        if self.days == 0 || self.kinds.is_empty() || self.kinds.len() > 60 {
            return Some(format!(
                "{} days and {} kinds of shift: at least one of each, and at most 60 kinds",
                self.days,
                self.kinds.len()
            ));
        }
        let kinds = self.kinds.len();
        if let Some(kind) = self
            .kinds
            .iter()
            .find(|kind| kind.minutes <= 0 || kind.never_before.iter().any(|after| *after >= kinds))
        {
            return Some(format!(
                "the shift {} has no length, or an unknown one may not follow it",
                kind.name
            ));
        }
        self.people
            .iter()
            .find_map(|member| self.misfit_of(member))
            .or_else(|| self.misfit_of_needs())
            .or_else(|| {
                let fits = |told: &Plan| {
                    told.len() == self.people.len()
                        && told.iter().all(|row| row.len() == self.days)
                        && told.iter().flatten().flatten().all(|kind| *kind < kinds)
                };
                (!self.told.as_ref().is_none_or(fits))
                    .then(|| "what was told is not one row of days a person".to_owned())
            })
    }

    fn misfit_of(&self, member: &Member) -> Option<String> {
        let Member { name, .. } = member;
        if member.most_of.len() != self.kinds.len() {
            return Some(format!("{name}: not one limit a kind of shift"));
        }
        if member.run_most == 0 || member.run_least > member.run_most || member.least > member.most
        {
            return Some(format!("{name}: the fewest are more than the most"));
        }
        if let Some(day) = member.off.iter().find(|day| **day >= self.days) {
            return Some(format!("{name}: there is no day {day}"));
        }
        let kinds = self.kinds.len();
        let stray = |(day, kind): &&(usize, usize)| *day >= self.days || *kind >= kinds;
        if let Some((day, kind)) = member.barred.iter().find(stray) {
            return Some(format!("{name}: there is no day {day} or kind {kind}"));
        }
        let wrong = member.pinned.iter().find(|(day, kind)| {
            let works = |kind: &usize| {
                member.most_of.get(*kind).is_some_and(|most| *most > 0)
                    && !member.off.contains(day)
                    && !member.barred.contains(&(*day, *kind))
            };
            *day >= self.days || !kind.as_ref().is_none_or(works)
        });
        wrong.map(|(day, _)| format!("{name}: cannot do what is pinned on day {day}"))
    }

    fn misfit_of_needs(&self) -> Option<String> {
        let there = |day: usize, kind: usize| day < self.days && kind < self.kinds.len();
        let mut seen = std::collections::HashSet::new();
        for need in &self.needs {
            if !there(need.day, need.kind) || need.people < 0 || need.under < 0 || need.over < 0 {
                return Some(format!(
                    "a need of day {} and kind {} is out of range",
                    need.day, need.kind
                ));
            }
            if !seen.insert((need.day, need.kind)) {
                return Some(format!(
                    "the need of day {} and kind {} is said twice",
                    need.day, need.kind
                ));
            }
        }
        let stray = self.requests.iter().find(|request| {
            !there(request.day, request.kind)
                || request.person >= self.people.len()
                || request.weight < 0
        });
        stray.map(|request| {
            format!(
                "a request of person {} for day {} is out of range",
                request.person, request.day
            )
        })
    }
}
