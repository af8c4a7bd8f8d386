//! Patrons from a file. An import counts no registrations: they happened elsewhere.

use serde::{Deserialize, Serialize};
use serde_json::{Map, json};

use super::done::Done;
use super::form::{Form, Kind, Names, fields_of};
use super::layout::{Blank, Layout, Untaken};
use super::mapping::ImportKind;
use super::report::{ImportMode, RowDid};
use super::spool::Row;
use super::target::Target;
use crate::kernel::id::{Id, PatronId};
use crate::kernel::{Act, Barcode, Error, Result};
use crate::patrons::{
    self, AddCard, CardKind, NewCardKind, Patron, PatronDetails, RemoveCard, ShowCards,
};
use crate::policies;

/// What an import keeps of a patron to bring them back.
#[derive(Debug, Serialize, Deserialize)]
struct Image {
    details: PatronDetails,
    /// Their numbers besides the present card.
    numbers: Vec<Barcode>,
}

impl Image {
    fn of(act: &Act<'_>, patron: &Patron) -> Result<Self> {
        let cards = patrons::cards(act, ShowCards { patron: patron.id })?;
        let others = cards
            .into_iter()
            .filter(|card| card.kind != CardKind::Present);
        Ok(Self {
            details: patron.details.clone(),
            numbers: others.map(|card| card.number).collect(),
        })
    }
}

/// What rows of patrons become.
pub(super) fn target(act: &Act<'_>) -> Result<Target> {
    let categories = policies::rules(act)?.categories;
    let names = Names {
        list: "patron categories",
        names: categories
            .into_iter()
            .map(|category| (category.name, category.id.row()))
            .collect(),
    };
    let least = json!({ "card": "1", "family_name": "x", "category": 1 });
    let known = [("card", Kind::Code), ("category", Kind::OneOf(names))];
    Ok(Target {
        kind: ImportKind::Patrons,
        forms: vec![Form::learn::<PatronDetails>(least, &known)?],
        code: "card",
        extra: &["name", "other_cards"],
    })
}

/// Checks a row, and keeps it when the mode says so.
pub(super) fn take(
    act: &Act<'_>,
    layout: &Layout,
    row: &Row,
    mode: ImportMode,
) -> Result<Done, Untaken> {
    let form = &layout.target.forms[0];
    let card = layout.code(row, form, "card")?;
    let there = patrons::find_by_card(act, &card)?;
    let mut record = match &there {
        Some(patron) => fields_of(&patron.details).map_err(Error::from)?,
        None => Map::new(),
    };
    let whole = layout.text(row, "name");
    if !whole.is_empty() {
        let (family, given) = split_name(&whole);
        record.insert("family_name".into(), json!(family));
        record.insert("given_name".into(), json!(given));
    }
    let mut details: PatronDetails = layout.record(row, form, record, Blank::Clears)?;
    if let Some(there) = &there {
        // The row may name them by another number of theirs.
        details.card = there.details.card.clone();
    }
    let own = there.as_ref().map(|patron| patron.id);
    let blame = |error: Error| layout.blame(row, error);
    let details = patrons::check(act, own, details).map_err(blame)?;
    let others = other_cards(act, layout, row, own)?;
    match (mode, there) {
        (_, Some(there)) if there.details == details && others.is_empty() => {
            Ok(Done::only(RowDid::Same))
        }
        (ImportMode::Try, there) => Ok(Done::only(if there.is_some() {
            RowDid::Updated
        } else {
            RowDid::Added
        })),
        (ImportMode::Keep, None) => {
            let added = patrons::add(act, details).map_err(blame)?;
            keep_cards(act, added.id, others).map_err(blame)?;
            Ok(Done::added(added.id, &Image::of(act, &added)?)?)
        }
        (ImportMode::Keep, Some(there)) => {
            let before = Image::of(act, &there)?;
            let kept = patrons::keep(act, there.id, details).map_err(blame)?;
            keep_cards(act, there.id, others).map_err(blame)?;
            Ok(Done::updated(there.id, &before, &Image::of(act, &kept)?)?)
        }
    }
}

/// Takes back what a row did to a patron; the error says why it must stay.
pub(super) fn take_back(act: &Act<'_>, done: &Done) -> Result<Result<(), String>> {
    let Some(id) = done.record.map(PatronId::of) else {
        return Ok(Ok(()));
    };
    let Ok(patron) = patrons::patron(act, id) else {
        return Ok(Ok(()));
    };
    let image = Image::of(act, &patron)?;
    if Some(super::done::digest(&image)?) != done.after {
        return Ok(Err("the patron was edited since".into()));
    }
    let before: Option<Image> = match &done.before {
        Some(before) => Some(serde_json::from_str(before)?),
        None if patron.last_active.is_some() => {
            return Ok(Err("the patron has borrowed since".into()));
        }
        None => None,
    };
    let stay = before.as_ref().map_or(&[][..], |before| &before.numbers);
    for number in image
        .numbers
        .into_iter()
        .filter(|number| !stay.contains(number))
    {
        patrons::drop_card(act, &RemoveCard { patron: id, number })?;
    }
    match before {
        Some(before) => patrons::keep(act, id, before.details).map(drop)?,
        None => patrons::take_away(act, id)?,
    }
    Ok(Ok(()))
}

/// The numbers that a row gives besides the card, and that the patron does not have yet.
fn other_cards(
    act: &Act<'_>,
    layout: &Layout,
    row: &Row,
    own: Option<PatronId>,
) -> Result<Vec<Barcode>, Untaken> {
    let mut numbers = Vec::new();
    for place in layout.mapping.places("other_cards") {
        let cell = row.cells.get(place).map_or("", String::as_str);
        for said in cell
            .split([',', ';', '|', '\n', ' '])
            .filter(|said| !said.is_empty())
        {
            let number = Barcode::parse(said).map_err(|error| layout.blame(row, error))?;
            let whose = patrons::whose(act, &number)?.map(|whose| whose.patron.id);
            match whose {
                Some(whose) if Some(whose) == own => {}
                Some(_) => {
                    let problem = format!("has {number}, which is another patron's card");
                    return Err(layout.wrong(row, Some("other_cards"), problem));
                }
                None => numbers.push(number),
            }
        }
    }
    Ok(numbers)
}

fn keep_cards(act: &Act<'_>, patron: PatronId, numbers: Vec<Barcode>) -> Result<()> {
    numbers.into_iter().try_for_each(|number| {
        let card = AddCard {
            patron,
            number,
            kind: NewCardKind::Other,
            since: None,
            note: String::new(),
        };
        patrons::keep_card(act, card)
    })
}

/// A whole name in its two parts: "Okafor, Ada Grace", or the last word as the family's. A single word is the family's.
fn split_name(whole: &str) -> (String, String) {
    let parts = match whole.split_once(',') {
        Some((family, given)) => (family, given),
        None => {
            let (given, family) = whole.trim().rsplit_once(' ').unwrap_or(("", whole));
            (family, given)
        }
    };
    let (family, given) = (parts.0.trim(), parts.1.trim());
    if family.is_empty() {
        return (given.to_owned(), String::new());
    }
    (family.to_owned(), given.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_name_is_taken_apart_at_its_comma() {
        let of = |whole: &str| {
            let (family, given) = split_name(whole);
            format!("{given}|{family}")
        };
        assert_eq!(of("Okafor, Ada Grace"), "Ada Grace|Okafor");
        assert_eq!(of("Ada Grace Okafor"), "Ada Grace|Okafor");
        assert_eq!(of("Suharto"), "|Suharto");
        assert_eq!(of("van der Berg, Jan"), "Jan|van der Berg");
        assert_eq!(of(", Madonna"), "|Madonna");
    }
}
