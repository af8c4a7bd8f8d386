//! One physical thing with a barcode, its states, and what its record may hold. It knows nobody who borrows.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::title::Title;
use crate::kernel::fold::fold;
use crate::kernel::id::{ItemId, ItemTypeId, TitleId};
use crate::kernel::{At, Barcode, Day, Error, Money, Result, stored_as_word, text};

/// The longest call number or location in characters.
const LONGEST: usize = 200;

/// The longest note in characters.
const LONGEST_NOTE: usize = 2000;

/// What is known of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ItemDetails {
    /// What its label says.
    pub barcode: Barcode,
    /// Where it stands on the shelf.
    #[serde(default)]
    pub call_number: String,
    /// Its kind, by which loan rules tell items apart.
    pub item_type: ItemTypeId,
    /// The part of the library it belongs to, such as "Children's room".
    #[serde(default)]
    pub location: String,
    /// What a replacement costs.
    #[serde(default)]
    pub price: Option<Money>,
    /// A remark for staff, such as "with map in pocket".
    #[serde(default)]
    pub note: String,
}

/// Whether an item is in service, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ItemStatus {
    /// It may be lent.
    InService,
    /// It should be on the shelf and is not.
    Missing,
    /// Given up, or reported lost by whoever has it.
    Lost,
    /// At the bindery, or waiting for glue.
    Repair,
    /// It left the library for good.
    Withdrawn,
}

stored_as_word! {
    ItemStatus {
        InService = "in_service", Missing = "missing", Lost = "lost", Repair = "repair", Withdrawn = "withdrawn",
    }
}

impl ItemStatus {
    /// Whether an item may have this status while it is out: it is with somebody, so it is neither missing, nor at the
    /// bindery, nor gone for good.
    pub fn may_be_out(self) -> bool {
        matches!(self, Self::InService | Self::Lost)
    }
}

/// One physical thing with a barcode.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Item {
    /// The number of its row.
    pub id: ItemId,
    /// The title it is a copy of.
    pub title: TitleId,
    /// What is known of it.
    pub details: ItemDetails,
    /// Whether it is in service.
    pub status: ItemStatus,
    /// The day it is due, while it is out.
    pub due: Option<Day>,
    /// The instant it is due, while it is out by the hour.
    pub due_at: Option<At>,
}

/// An item with its title, as every list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ItemRow {
    /// The item.
    pub item: Item,
    /// Its title.
    pub title: Title,
}

impl ItemDetails {
    /// The details as the file keeps them; refused where no record can hold them.
    pub fn checked(self) -> Result<Self> {
        let details = Self {
            call_number: text::line("call_number", &self.call_number, LONGEST)?,
            location: text::line("location", &self.location, LONGEST)?,
            note: text::lines("note", &self.note, LONGEST_NOTE)?,
            ..self
        };
        if details.price.is_some_and(|price| price < Money::default()) {
            return Err(Error::invalid("price", "cannot be below nothing"));
        }
        Ok(details)
    }
}

impl ItemRow {
    /// The folded words by which the item is found.
    pub(super) fn search_words(&self) -> String {
        let (item, title) = (&self.item.details, &self.title.details);
        let words = [
            &title.title,
            &title.author,
            &title.isbn,
            &item.call_number,
            item.barcode.as_str(),
        ];
        fold(&words.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_keeps_its_lines_and_a_call_number_has_one() {
        let details = ItemDetails {
            barcode: Barcode::parse("31000000000017").unwrap(),
            call_number: " 823.7 AUS ".into(),
            item_type: ItemTypeId::of(1),
            location: String::new(),
            price: None,
            note: "spine worn\r\nmap in pocket".into(),
        };
        let details = details.checked().unwrap();
        assert_eq!(details.call_number, "823.7 AUS");
        assert_eq!(details.note, "spine worn\nmap in pocket");
        let broken = ItemDetails {
            call_number: "823.7\nAUS".into(),
            ..details
        };
        assert!(broken.checked().is_err());
    }

    #[test]
    fn what_is_out_is_in_service_or_lost() {
        assert!(ItemStatus::InService.may_be_out() && ItemStatus::Lost.may_be_out());
        for status in [
            ItemStatus::Missing,
            ItemStatus::Repair,
            ItemStatus::Withdrawn,
        ] {
            assert!(!status.may_be_out());
        }
    }
}
