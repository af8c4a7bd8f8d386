//! Weeks that come again: a week kept as a template, and templates laid over the days of a term.
//!
//! *Template*: a week without a date. *Pattern*: one template for every week, or several in turn, from one day to another,
//! with dated exceptions. Laying a pattern places shifts and moves none; who cannot or need not be placed is skipped, and
//! the preview says why.

mod lay;
mod laying;
mod list;
mod remove;
mod restore;
mod save;
mod store;
mod template;

pub use lay::{lay_pattern, preview_pattern};
pub use laying::{LayPattern, Laying, PatternException, SkipReason, Skipped};
pub use list::{TemplateList, list_templates};
pub use remove::{RemoveTemplate, remove_template};
pub use restore::{RestoreTemplate, TemplateRefusal, restore_template};
pub use save::{SaveTemplate, save_template};
pub use template::{Template, TemplateShift};
