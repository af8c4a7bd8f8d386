//! The kinds of patrons and items, by which loan rules tell loans apart. What a rule says stands apart.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::loan_rule::{LoanRule, RuleCell, rule_table};
use super::store;
use crate::kernel::id::{CategoryId, ItemTypeId};
use crate::kernel::{Act, Error, OrNotFound, Result};

/// A kind of patron.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PatronCategory {
    /// Its number.
    pub id: CategoryId,
    /// Its name, such as "Adult".
    pub name: String,
}

/// A kind of item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ItemType {
    /// Its number.
    pub id: ItemTypeId,
    /// Its name, such as "Book".
    pub name: String,
}

/// All categories, types and rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Rules {
    /// By name.
    pub categories: Vec<PatronCategory>,
    /// By name.
    pub item_types: Vec<ItemType>,
    /// In no promised order; the closest that fits holds, and where none fits nothing is lent.
    pub rules: Vec<LoanRule>,
    /// Every pair of a category or any and an item type or any, with what holds for it.
    pub table: Vec<RuleCell>,
}

/// Asks for the rules.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct ShowRules {}

/// A new kind of patron or item.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct AddKind {
    /// Its name.
    pub name: String,
}

/// Another name for a patron category.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct RenameCategory {
    /// Which.
    pub id: CategoryId,
    /// Its new name.
    pub name: String,
}

/// Another name for an item type.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct RenameItemType {
    /// Which.
    pub id: ItemTypeId,
    /// Its new name.
    pub name: String,
}

pub(super) fn show_rules(act: &Act<'_>, _: ShowRules) -> Result<Rules> {
    rules(act)
}

/// All categories, item types and rules.
pub fn rules(act: &Act<'_>) -> Result<Rules> {
    let (categories, item_types) = (store::categories(act.tx)?, store::item_types(act.tx)?);
    let rules = store::rules(act.tx)?;
    Ok(Rules {
        table: rule_table(&categories, &item_types, &rules),
        categories,
        item_types,
        rules,
    })
}

/// A category's name.
pub fn category_name(act: &Act<'_>, id: CategoryId) -> Result<String> {
    store::category_name(act.tx, id)?.or_not_found("patron category", id)
}

/// An item type's name.
pub fn item_type_name(act: &Act<'_>, id: ItemTypeId) -> Result<String> {
    store::item_type_name(act.tx, id)?.or_not_found("item type", id)
}

pub(super) fn add_category(act: &Act<'_>, input: AddKind) -> Result<PatronCategory> {
    let name = fresh_name(
        &input.name,
        store::categories(act.tx)?
            .iter()
            .map(|category| category.name.as_str()),
    )?;
    let id = store::add_category(act.tx, &name)?;
    act.touched(id);
    Ok(PatronCategory { id, name })
}

pub(super) fn rename_category(act: &Act<'_>, input: RenameCategory) -> Result<PatronCategory> {
    let before = category_name(act, input.id)?;
    let all = store::categories(act.tx)?;
    let others = all
        .iter()
        .filter(|category| category.id != input.id)
        .map(|category| category.name.as_str());
    let name = fresh_name(&input.name, others)?;
    store::rename_category(act.tx, input.id, &name)?;
    act.touched(input.id);
    act.tell(format!("{before} is {name}"));
    Ok(PatronCategory { id: input.id, name })
}

pub(super) fn add_item_type(act: &Act<'_>, input: AddKind) -> Result<ItemType> {
    let name = fresh_name(
        &input.name,
        store::item_types(act.tx)?
            .iter()
            .map(|kind| kind.name.as_str()),
    )?;
    let id = store::add_item_type(act.tx, &name)?;
    act.touched(id);
    Ok(ItemType { id, name })
}

pub(super) fn rename_item_type(act: &Act<'_>, input: RenameItemType) -> Result<ItemType> {
    let before = item_type_name(act, input.id)?;
    let all = store::item_types(act.tx)?;
    let others = all
        .iter()
        .filter(|kind| kind.id != input.id)
        .map(|kind| kind.name.as_str());
    let name = fresh_name(&input.name, others)?;
    store::rename_item_type(act.tx, input.id, &name)?;
    act.touched(input.id);
    act.tell(format!("{before} is {name}"));
    Ok(ItemType { id: input.id, name })
}

fn fresh_name<'a>(typed: &str, mut others: impl Iterator<Item = &'a str>) -> Result<String> {
    let name = typed.trim();
    if name.is_empty() || name.chars().count() > 60 {
        return Err(Error::invalid("name", "must have 1 to 60 characters"));
    }
    if others.any(|other| other.to_lowercase() == name.to_lowercase()) {
        return Err(Error::invalid(
            "name",
            format!("\"{name}\" is there already"),
        ));
    }
    Ok(name.to_owned())
}
