//! Loan rules: for each patron category and item type, how long, how many, how often renewed. It lends nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::id::{CategoryId, ItemTypeId};
use crate::kernel::{Act, Error, OrNotFound, Result};

/// The item type that a new file calls "Book".
const BOOK: ItemTypeId = ItemTypeId::of(1);

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

/// What holds when a patron of a category borrows an item of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LoanRule {
    /// Who borrows.
    pub category: CategoryId,
    /// What is borrowed.
    pub item_type: ItemTypeId,
    /// Days of the loan, 0 to 730; 0 = used in the library only.
    pub days: u32,
    /// How many of the type a patron may have out at once, 0 to 999.
    pub limit: u32,
    /// How often a loan may be renewed, 0 to 99.
    pub renewals: u32,
}

/// All categories, types and rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Rules {
    /// By name.
    pub categories: Vec<PatronCategory>,
    /// By name.
    pub item_types: Vec<ItemType>,
    /// In no promised order; a pair without a rule does not lend.
    pub rules: Vec<LoanRule>,
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
    Ok(Rules {
        categories: store::categories(act.tx)?,
        item_types: store::item_types(act.tx)?,
        rules: store::rules(act.tx)?,
    })
}

/// The rule for a category and a type, if the library has one.
pub fn loan_rule(
    act: &Act<'_>,
    category: CategoryId,
    item_type: ItemTypeId,
) -> Result<Option<LoanRule>> {
    store::rule(act.tx, category, item_type)
}

/// A category's name.
pub fn category_name(act: &Act<'_>, id: CategoryId) -> Result<String> {
    store::category_name(act.tx, id)?.or_not_found("patron category", id)
}

/// An item type's name.
pub fn item_type_name(act: &Act<'_>, id: ItemTypeId) -> Result<String> {
    store::item_type_name(act.tx, id)?.or_not_found("item type", id)
}

pub(super) fn set_rule(act: &Act<'_>, rule: LoanRule) -> Result<LoanRule> {
    let category = category_name(act, rule.category)?;
    let item_type = item_type_name(act, rule.item_type)?;
    for (field, number, most) in [
        ("days", rule.days, 730),
        ("limit", rule.limit, 999),
        ("renewals", rule.renewals, 99),
    ] {
        if number > most {
            return Err(Error::invalid(
                field,
                format!("is {number}, at most {most} is possible"),
            ));
        }
    }
    store::put_rule(act.tx, rule)?;
    act.touched(rule.category);
    act.touched(rule.item_type);
    act.tell(format!(
        "{category} × {item_type}: {} days, {} at once, {} renewals",
        rule.days, rule.limit, rule.renewals
    ));
    Ok(rule)
}

/// Lends books for so many days to everybody; what the file came with says the rest.
pub(super) fn begin_rules(act: &Act<'_>, loan_days: u32) -> Result<()> {
    for rule in store::rules(act.tx)? {
        if rule.item_type == BOOK {
            let days = loan_days;
            set_rule(act, LoanRule { days, ..rule })?;
        }
    }
    Ok(())
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
