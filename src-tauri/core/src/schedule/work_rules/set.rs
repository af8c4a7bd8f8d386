//! A rule of work is changed, or is again as Carrel brings it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::catalogue::{Entry, entries};
use super::group::WorkGroup;
use super::rule::{Change, RuleSeverity, WorkRule};
use super::store;
use crate::kernel::{Act, Error, OrNotFound, Result};

/// A figure with its new value.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FigureValue {
    /// Its name within the rule.
    pub name: String,
    /// The number; none so that the rule does not limit it.
    pub value: Option<u32>,
}

/// Changes a rule of work.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetWorkRule {
    /// Which.
    pub id: String,
    /// Whether it holds from now on.
    pub active: bool,
    /// How gravely.
    pub severity: RuleSeverity,
    /// For which groups; for everybody where there are none.
    #[serde(default)]
    pub only: Vec<WorkGroup>,
    /// But not for these.
    #[serde(default)]
    pub except: Vec<WorkGroup>,
    /// Its numbers; one that is not named is as Carrel brings it.
    #[serde(default)]
    pub figures: Vec<FigureValue>,
}

/// Makes a rule again what Carrel brings.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResetWorkRule {
    /// Which.
    pub id: String,
}

/// Changes a rule of work.
pub fn set_work_rule(act: &Act<'_>, input: SetWorkRule) -> Result<WorkRule> {
    let entry = entry(&input.id)?;
    let change = Change {
        active: input.active,
        severity: input.severity,
        only: input.only,
        except: input.except,
        figures: figures(entry, input.figures)?,
    };
    store::put_change(act.tx, entry.id, &change)?;
    let rule = entry.in_force(Some(&change));
    let holds = if rule.active {
        rule.severity.as_str()
    } else {
        "off"
    };
    let numbers = rule
        .figures
        .iter()
        .filter_map(|figure| Some(format!("{} {}", figure.name, figure.value?)));
    let numbers: Vec<_> = numbers.collect();
    act.tell(
        format!("{}: {holds} {}", rule.id, numbers.join(", "))
            .trim_end()
            .to_owned(),
    );
    Ok(rule)
}

/// Makes a rule again what Carrel brings.
pub fn reset_work_rule(act: &Act<'_>, input: ResetWorkRule) -> Result<WorkRule> {
    let entry = entry(&input.id)?;
    store::delete_change(act.tx, entry.id)?;
    act.tell(format!("{}: as Carrel brings it", entry.id));
    Ok(entry.in_force(None))
}

fn entry(id: &str) -> Result<&'static Entry> {
    entries()
        .find(|entry| entry.id == id)
        .or_not_found("work rule", id)
}

fn figures(entry: &Entry, values: Vec<FigureValue>) -> Result<BTreeMap<String, Option<u32>>> {
    let mut figures = BTreeMap::new();
    for FigureValue { name, value } in values {
        let figure = entry.figures.iter().find(|figure| figure.name == name);
        let figure = figure.or_not_found("figure", &name)?;
        let within = value.map_or(!figure.required, |value| {
            (figure.least..=figure.most).contains(&value)
        });
        if !within {
            let problem = format!(
                "hold {name}, which must be {} to {}",
                figure.least, figure.most
            );
            return Err(Error::invalid("figures", problem));
        }
        figures.insert(name, value);
    }
    let value = |name: &str| figures.get(name).copied().flatten();
    for (earlier, later) in [
        ("least", "most"),
        ("most", "hard"),
        ("from", "until"),
        ("school_from", "school_to"),
    ] {
        if let (Some(first), Some(second)) = (value(earlier), value(later))
            && first > second
        {
            return Err(Error::invalid(
                "figures",
                format!("hold {earlier} above {later}"),
            ));
        }
    }
    Ok(figures)
}
