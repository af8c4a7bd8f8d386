//! The rules of work as the library keeps them: which hold, with which figures, for whom, how gravely. What breaks them is
//! found by the crate `carrel-roster`; `conflict` tells it.
//!
//! *Catalogue*: the rules that Carrel brings, each with its sources. *Figure*: a number of a rule that may be changed.
//! *Group*: those of the staff whom a rule is for. *Demand*: what a desk asks of those who work there. *Pair*: whose
//! company somebody is to have, or not to have. *Override*: why a shift stays in spite of a rule. A rule that was never touched holds as the catalogue has it, so that a corrected
//! default reaches every library that did not decide for itself.

mod catalogue;
mod choice;
mod demand;
mod group;
mod judge;
mod law;
mod limit;
mod overrule;
mod pair;
mod people;
mod rule;
mod set;
mod store;
mod told;

pub use choice::{SetRuleChoices, UsState};
pub use demand::{DeskDemand, DeskDuty, SetDeskDemand, set_desk_demand};
pub use group::{AgeSpan, WorkGroup};
pub use judge::{Found, Given, Judge};
pub use limit::{WeekLimit, rule_week, week_limits};
pub use overrule::{
    DropOverride, Overridden, OverrideRefusal, OverrideRule, drop_override, override_rule,
};
pub use pair::{AddPair, EditPair, Pair, PairDetails, PairKind, RemovePair, ShowPairs};
pub use rule::{
    FigureUnit, RuleFigure, RuleSeverity, RuleSource, ShowWorkRules, WorkRule, WorkRules,
    show_work_rules,
};
pub use set::{FigureValue, ResetWorkRule, SetWorkRule, reset_work_rule, set_work_rule};

pub(super) use choice::set_rule_choices;
pub(super) use pair::{add_pair, edit_pair, remove_pair, show_pairs};
