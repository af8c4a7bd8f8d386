//! The numbers of a patron: the present card, and the others that stand or stood for them.
//!
//! *Present card*: the number in the patron's record. *Other number*: one more that opens the patron, such as a key fob.
//! *Retired*: replaced or reported lost; the desk says so and whose it was, and opens nobody.
//!
//! A number is one patron's, and no item's barcode, retired or not.

mod add_card;
mod card;
mod remove_card;
mod replace_card;
mod report_lost;
pub(super) mod store;

pub(super) use add_card::free;
pub use add_card::{AddCard, add_card, keep_card};
pub use card::{Card, CardKind, NewCardKind, ShowCards, Whose, cards, whose};
pub use remove_card::{RemoveCard, drop_card, remove_card};
pub use replace_card::{ReplaceCard, replace_card};
pub use report_lost::{ReportCard, report_found, report_lost};
