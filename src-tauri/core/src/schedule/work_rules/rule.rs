//! A rule of work as it holds in this library, and the list of them. It judges no shift.

use std::collections::BTreeMap;

use carrel_roster::{Ages, Rule, Scope};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::catalogue::{Entry, Figure, entries};
use super::choice::{Choices, UsState};
use super::demand::DeskDemand;
use super::group::{AgeSpan, WorkGroup};
use super::store;
use crate::kernel::{Act, Day, Result, stored_as_word};

/// How gravely a rule means it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RuleSeverity {
    /// Good to know.
    Note,
    /// To be looked at.
    Warn,
    /// A shift stays in spite of it only with a reason; publishing does not look at it.
    Block,
}

stored_as_word! { RuleSeverity { Note = "note", Warn = "warn", Block = "block" } }

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FigureUnit {
    /// Minutes of work, shown as hours.
    Hours,
    /// Minutes, shown as such.
    Minutes,
    /// A minute of the day.
    Time,
    /// Hundredths.
    Percent,
    /// Days.
    Days,
    /// Completed years of age.
    Years,
    /// People.
    People,
}

/// A number of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleFigure {
    /// Its name within the rule.
    pub name: String,
    /// What it counts.
    pub unit: FigureUnit,
    /// The number; none where the rule does not limit it.
    pub value: Option<u32>,
    /// Whether it must have one.
    pub required: bool,
    /// The least that it can be.
    pub least: u32,
    /// The most that it can be.
    pub most: u32,
}

/// Where a rule comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleSource {
    /// The law or the policy, as it is cited.
    pub citation: String,
    /// Where it was read.
    pub address: String,
}

/// A rule of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WorkRule {
    /// Its name, such as `F1-20`.
    pub id: String,
    /// Whether it holds.
    pub active: bool,
    /// How gravely.
    pub severity: RuleSeverity,
    /// For which groups; for everybody where there are none.
    pub only: Vec<WorkGroup>,
    /// But not for these.
    pub except: Vec<WorkGroup>,
    /// At which ages; at all where none are given.
    pub ages: Option<AgeSpan>,
    /// Its numbers.
    pub figures: Vec<RuleFigure>,
    /// Where it comes from; nothing where it is Carrel's own proposal.
    pub sources: Vec<RuleSource>,
    /// The day on which the sources were read.
    pub checked: Option<Day>,
    /// The state whose rule it is.
    pub state: Option<UsState>,
    /// Whether anything is looked for; a rule without is only told.
    pub checks: bool,
    /// Whether it is about those who are there together, and so for everybody.
    pub together: bool,
    /// Whether the library changed it.
    pub changed: bool,
}

/// All rules of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WorkRules {
    /// The rules in the order of the catalogue; those of the states that were not chosen are left out.
    pub rules: Vec<WorkRule>,
    /// Whose state's rules hold.
    pub state: Option<UsState>,
    /// On which weekday the week of the rules begins, 1 = Monday; none for the library's own.
    pub week_starts: Option<u8>,
    /// What desks ask.
    pub demands: Vec<DeskDemand>,
}

/// Asks for all rules of work.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowWorkRules {}

/// What the library changed of a rule.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) active: bool,
    pub(super) severity: RuleSeverity,
    pub(super) only: Vec<WorkGroup>,
    pub(super) except: Vec<WorkGroup>,
    pub(super) figures: BTreeMap<String, Option<u32>>,
}

/// All rules of work.
pub fn show_work_rules(act: &Act<'_>, _: ShowWorkRules) -> Result<WorkRules> {
    let Choices { state, week_starts } = store::choices(act.tx)?;
    Ok(WorkRules {
        rules: rules(act)?.into_iter().map(|(_, rule)| rule).collect(),
        state,
        week_starts,
        demands: store::demands(act.tx)?,
    })
}

/// The rules with their entries; those of other states are left out.
pub(super) fn rules(act: &Act<'_>) -> Result<Vec<(&'static Entry, WorkRule)>> {
    let changes = store::changes(act.tx)?;
    let state = store::choices(act.tx)?.state;
    let here = entries().filter(|entry| entry.state.is_none() || entry.state == state);
    Ok(here
        .map(|entry| (entry, entry.in_force(changes.get(entry.id))))
        .collect())
}

impl Entry {
    /// The rule as it holds with what the library changed of it.
    pub(super) fn in_force(&self, change: Option<&Change>) -> WorkRule {
        let source = |(citation, address): &(&str, &str)| RuleSource {
            citation: (*citation).to_owned(),
            address: (*address).to_owned(),
        };
        let figures = self.figures.iter().map(|figure| figure.in_force(change));
        WorkRule {
            id: self.id.to_owned(),
            active: change.map_or(self.active, |change| change.active),
            severity: change.map_or(self.severity, |change| change.severity),
            only: change.map_or_else(|| self.only.to_vec(), |change| change.only.clone()),
            except: change.map_or_else(|| self.except.to_vec(), |change| change.except.clone()),
            ages: self.ages.map(|(from, under)| AgeSpan { from, under }),
            figures: figures.collect(),
            sources: self.sources.iter().map(source).collect(),
            checked: self.checked(),
            state: self.state,
            checks: self.kind.is_some(),
            together: self.together,
            changed: change.is_some(),
        }
    }

    /// The rule as the crate that judges takes it; none where it does not hold or looks for nothing.
    pub(super) fn to_judge(&self, rule: &WorkRule) -> Option<Rule> {
        let figure = |name: &str| {
            rule.figures
                .iter()
                .find(|figure| figure.name == name)?
                .value
        };
        let kind = self.kind.filter(|_| rule.active)?(&figure);
        let tags = |groups: &[WorkGroup]| {
            groups
                .iter()
                .map(|group| group.as_str().to_owned())
                .collect()
        };
        Some(Rule {
            id: rule.id.clone(),
            kind,
            scope: Scope {
                any: tags(&rule.only),
                none: tags(&rule.except),
                ages: self.ages.map(|(from, under)| Ages { from, under }),
            },
            severity: match rule.severity {
                RuleSeverity::Note => carrel_roster::Severity::Note,
                RuleSeverity::Warn => carrel_roster::Severity::Warn,
                RuleSeverity::Block => carrel_roster::Severity::Block,
            },
        })
    }
}

impl Figure {
    fn in_force(&self, change: Option<&Change>) -> RuleFigure {
        let own = change
            .and_then(|change| change.figures.get(self.name))
            .copied();
        RuleFigure {
            name: self.name.to_owned(),
            unit: self.unit,
            value: own.unwrap_or(self.value),
            required: self.required,
            least: self.least,
            most: self.most,
        }
    }
}
