//! What the invented library lends: its titles with their copies, added one by one. It lends none.

use serde_json::{Value, json};

use super::codes::label;
use super::dice::Dice;
use super::generate::Scale;
use super::player::{Hand, Player, number};
use super::setting::Kinds;
use super::titles::{ItemKind, Work, work};
use crate::kernel::Result;

/// The laptops.
const LAPTOPS: usize = 8;

/// One item as the play knows it.
#[derive(Debug, Clone)]
pub(super) struct Copy {
    pub(super) id: i64,
    pub(super) kind: ItemKind,
    pub(super) out: bool,
}

/// Adds every title with its copies. The first titles have the most of them.
pub(super) fn add(
    player: &Player,
    dice: &mut Dice,
    kinds: &Kinds,
    scale: Scale,
) -> Result<Vec<Copy>> {
    let mut stock = Vec::with_capacity(scale.items);
    let mut spare = scale.items.saturating_sub(scale.titles + LAPTOPS - 1);
    for place in 0..scale.titles {
        let work = work(dice, place);
        let more = match work.kind {
            ItemKind::Laptop => LAPTOPS - 1,
            ItemKind::Reference => 0,
            ItemKind::Book | ItemKind::Dvd | ItemKind::ChildrensBook => {
                spare.min(dice.between(0, 2) as usize)
            }
        };
        if work.kind != ItemKind::Laptop {
            spare -= more;
        }
        let mut title = json!({ "kind": "new", "details": title(&work) });
        for _ in 0..=more {
            let details = details(&work, kinds, stock.len(), dice);
            let input = json!({ "title": title, "details": details });
            let row = player.call(Hand::Clerk, "catalog.add_item", input)?;
            title = json!({ "kind": "existing", "id": number(&row, "/title/id")? });
            stock.push(Copy {
                id: number(&row, "/item/id")?,
                kind: work.kind,
                out: false,
            });
        }
    }
    Ok(stock)
}

fn title(work: &Work) -> Value {
    json!({
        "title": work.title, "author": work.author, "isbn": work.isbn, "year": work.year, "publisher": work.publisher,
    })
}

fn details(work: &Work, kinds: &Kinds, place: usize, dice: &mut Dice) -> Value {
    let note = match work.kind {
        ItemKind::Laptop => "with charger and sleeve",
        ItemKind::Dvd if dice.in_thousand(80) => "two discs",
        ItemKind::Book if dice.in_thousand(20) => "map in pocket",
        ItemKind::Book | ItemKind::Dvd | ItemKind::ChildrensBook | ItemKind::Reference => "",
    };
    json!({
        "barcode": label(10_001 + place), "call_number": work.call_number,
        "item_type": kinds.item_types[work.kind as usize], "location": work.location, "price": work.price,
        "note": note,
    })
}
