//! Loan rules: for each patron category and item type, how long, how many, how often renewed, what lateness costs. It
//! lends nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::begin::FirstFines;
use super::lending::{ClosedDue, Counted, FineStarts, HourlyClosed};
use super::rules::{ItemType, PatronCategory, category_name, item_type_name};
use super::store;
use crate::kernel::id::{CategoryId, ItemTypeId};
use crate::kernel::{Act, Error, Money, OrNotFound, Result, stored_as_word};

/// The category that a new file calls "Adult": its rule for books is the one for all that has none.
const ADULT: CategoryId = CategoryId::of(1);

/// The item type that a new file calls "Book".
const BOOK: ItemTypeId = ItemTypeId::of(1);

/// The longest loan by days, two years.
const MOST_DAYS: u32 = 730;

/// The longest loan by hours, thirty days.
const MOST_HOURS: u32 = 720;

/// How long a loan is. None of either: used in the library only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "unit", content = "count", rename_all = "snake_case")]
pub enum LoanPeriod {
    /// So many days, due on a day; 0 to 730.
    Days(u32),
    /// So many hours, due at an instant; 0 to 720.
    Hours(u32),
}

/// From when a renewal counts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RenewFrom {
    /// From the moment of renewing.
    #[default]
    Today,
    /// From when the loan was due; from the moment of renewing where that has passed.
    DueDate,
}

stored_as_word! { RenewFrom { Today = "today", DueDate = "due_date" } }

/// What holds when a patron of a category borrows an item of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LoanRule {
    /// Who borrows; none for any category.
    pub category: Option<CategoryId>,
    /// What is borrowed; none for any type.
    pub item_type: Option<ItemTypeId>,
    /// How long.
    pub period: LoanPeriod,
    /// How many of what this row governs a patron may have out at once, 0 to 999.
    pub limit: u32,
    /// How often a loan may be renewed, 0 to 99.
    pub renewals: u32,
    /// From when a renewal counts.
    #[serde(default)]
    pub renew_from: RenewFrom,
    /// What each day past the due day costs; of a loan by the hour, each hour begun.
    #[serde(default)]
    pub fine: Money,
    /// Days of a loan by days, minutes of a loan by the hour, that cost nothing; 0 to 999.
    #[serde(default)]
    pub fine_grace: u32,
    /// The most that one loan costs.
    #[serde(default)]
    pub fine_cap: Option<Money>,
    /// The rule's own word on closed due days; the library's where there is none.
    #[serde(default)]
    pub closed_due: Option<ClosedDue>,
    /// Its own word on cards that run out before.
    #[serde(default)]
    pub within_card: Option<bool>,
    /// Its own word on loans by the hour at closing.
    #[serde(default)]
    pub hourly_closed: Option<HourlyClosed>,
    /// Its own word on whether fines are charged.
    #[serde(default)]
    pub charge_fines: Option<bool>,
    /// Its own word on which time counts for a fine.
    #[serde(default)]
    pub fine_counts: Option<Counted>,
    /// Its own word on which time counts for the grace.
    #[serde(default)]
    pub grace_counts: Option<Counted>,
    /// Its own word on from when a fine counts.
    #[serde(default)]
    pub fine_starts: Option<FineStarts>,
}

/// How closely a rule names what it is for; of all rules that fit, the first of these wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RuleRow {
    /// It names category and item type.
    Both,
    /// It names the category, for any item.
    Category,
    /// It names the item type, for any patron.
    ItemType,
    /// It names neither.
    Default,
}

/// One pair of the table of rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleCell {
    /// Who borrows; none for any category.
    pub category: Option<CategoryId>,
    /// What is borrowed; none for any type.
    pub item_type: Option<ItemTypeId>,
    /// The closest rule that fits: the pair's own, or a less close one; none where nothing is lent.
    pub holds: Option<LoanRule>,
}

/// Lets a row go, so that a less close one holds.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct RemoveRule {
    /// Who borrows; none for any category.
    pub category: Option<CategoryId>,
    /// What is borrowed; none for any type.
    pub item_type: Option<ItemTypeId>,
}

impl LoanPeriod {
    /// Whether nothing leaves the library.
    pub fn is_none(self) -> bool {
        matches!(self, Self::Days(0) | Self::Hours(0))
    }

    /// The word of the unit and how many of it.
    pub(super) fn parts(self) -> (&'static str, u32) {
        match self {
            Self::Days(count) => ("days", count),
            Self::Hours(count) => ("hours", count),
        }
    }
}

impl LoanRule {
    /// A rule that lends for a period and says nothing else of its own: no renewals, no fine.
    pub fn plain(
        category: Option<CategoryId>,
        item_type: Option<ItemTypeId>,
        period: LoanPeriod,
    ) -> Self {
        Self {
            category,
            item_type,
            period,
            limit: 999,
            renewals: 0,
            renew_from: RenewFrom::Today,
            fine: Money::default(),
            fine_grace: 0,
            fine_cap: None,
            closed_due: None,
            within_card: None,
            hourly_closed: None,
            charge_fines: None,
            fine_counts: None,
            grace_counts: None,
            fine_starts: None,
        }
    }

    /// How closely it names what it is for.
    pub fn row(&self) -> RuleRow {
        match (self.category, self.item_type) {
            (Some(_), Some(_)) => RuleRow::Both,
            (Some(_), None) => RuleRow::Category,
            (None, Some(_)) => RuleRow::ItemType,
            (None, None) => RuleRow::Default,
        }
    }
}

/// What holds for every pair, any category and any type among them.
pub(super) fn rule_table(
    categories: &[PatronCategory],
    item_types: &[ItemType],
    rules: &[LoanRule],
) -> Vec<RuleCell> {
    let categories = || std::iter::once(None).chain(categories.iter().map(|kind| Some(kind.id)));
    let item_types = std::iter::once(None).chain(item_types.iter().map(|kind| Some(kind.id)));
    let pairs =
        item_types.flat_map(|item_type| categories().map(move |category| (category, item_type)));
    pairs
        .map(|(category, item_type)| {
            let fits = |rule: &&LoanRule| {
                (rule.category.is_none() || rule.category == category)
                    && (rule.item_type.is_none() || rule.item_type == item_type)
            };
            RuleCell {
                category,
                item_type,
                holds: rules
                    .iter()
                    .filter(fits)
                    .min_by_key(|rule| rule.row())
                    .copied(),
            }
        })
        .collect()
}

/// The closest rule for a category and a type, if the library has one that fits.
pub fn loan_rule(
    act: &Act<'_>,
    category: CategoryId,
    item_type: ItemTypeId,
) -> Result<Option<LoanRule>> {
    store::rule(act.tx, category, item_type)
}

pub(super) fn set_rule(act: &Act<'_>, rule: LoanRule) -> Result<LoanRule> {
    let pair = pair(act, rule.category, rule.item_type)?;
    let (field, count, most) = match rule.period {
        LoanPeriod::Days(days) => ("days", days, MOST_DAYS),
        LoanPeriod::Hours(hours) => ("hours", hours, MOST_HOURS),
    };
    for (field, number, most) in [
        (field, count, most),
        ("limit", rule.limit, 999),
        ("renewals", rule.renewals, 99),
        ("fine_grace", rule.fine_grace, 999),
    ] {
        if number > most {
            return Err(Error::invalid(
                field,
                format!("is {number}, at most {most} is possible"),
            ));
        }
    }
    for (field, amount) in [
        ("fine", rule.fine),
        ("fine_cap", rule.fine_cap.unwrap_or_default()),
    ] {
        if amount < Money::default() {
            return Err(Error::invalid(field, "cannot be below nothing"));
        }
    }
    store::put_rule(act.tx, &rule)?;
    let (unit, count) = rule.period.parts();
    act.tell(format!(
        "{pair}: {count} {unit}, {} at once, {} renewals, {} a late {}",
        rule.limit,
        rule.renewals,
        rule.fine,
        unit.trim_end_matches('s')
    ));
    Ok(rule)
}

/// Lends books for so many days to everybody, and whatever has no rule of its own too, so that the first scan lends; what
/// the file came with says the rest.
pub(super) fn begin_rules(act: &Act<'_>, loan_days: u32, fines: Option<FirstFines>) -> Result<()> {
    let period = LoanPeriod::Days(loan_days);
    let fine = fines.map(|fines| fines.per_day).unwrap_or_default();
    let fine_cap = fines.and_then(|fines| fines.cap);
    for rule in store::rules(act.tx)? {
        let is_book = rule.item_type == Some(BOOK);
        let period = if is_book { period } else { rule.period };
        let fines = LoanRule {
            fine,
            fine_cap,
            ..rule
        };
        set_rule(act, LoanRule { period, ..fines })?;
        if is_book && rule.category.is_some_and(|category| category == ADULT) {
            let (category, item_type) = (None, None);
            set_rule(
                act,
                LoanRule {
                    period,
                    category,
                    item_type,
                    ..fines
                },
            )?;
        }
    }
    Ok(())
}

pub(super) fn remove_rule(act: &Act<'_>, input: RemoveRule) -> Result<LoanRule> {
    let pair = pair(act, input.category, input.item_type)?;
    let rule = store::exact_rule(act.tx, input.category, input.item_type)?
        .or_not_found("loan rule for", &pair)?;
    store::delete_rule(act.tx, input.category, input.item_type)?;
    act.tell(pair);
    Ok(rule)
}

/// Names the pair for the audit, and both as what the command was about.
fn pair(
    act: &Act<'_>,
    category: Option<CategoryId>,
    item_type: Option<ItemTypeId>,
) -> Result<String> {
    let mut names = ["any category".to_owned(), "any item type".to_owned()];
    if let Some(category) = category {
        names[0] = category_name(act, category)?;
        act.touched(category);
    }
    if let Some(item_type) = item_type {
        names[1] = item_type_name(act, item_type)?;
        act.touched(item_type);
    }
    Ok(names.join(" × "))
}
