//! Titles of invented books, films and things, each with the place where it stands. It adds none to a library.

use super::codes::isbn;
use super::dice::Dice;
use super::names::author;
use super::words::{
    ADJECTIVES, ANIMALS, CLASSICS, FIRST_NAMES, NOUNS, PLACES, PUBLISHERS, SUBJECTS,
};

/// What kind of item, in the order of the library's item types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ItemKind {
    Book,
    Dvd,
    ChildrensBook,
    Laptop,
    Reference,
}

/// A title with what its copies share.
#[derive(Debug, Clone)]
pub(super) struct Work {
    pub(super) kind: ItemKind,
    pub(super) title: String,
    pub(super) author: String,
    pub(super) isbn: String,
    pub(super) year: Option<i32>,
    pub(super) publisher: &'static str,
    pub(super) call_number: String,
    pub(super) location: &'static str,
    /// What a new copy costs, in cents.
    pub(super) price: u32,
}

/// From this number on a title says more, so that few of a great many are alike.
const MANY: usize = 2000;

/// The work of that number in a library: the old books first, then the laptops, then invented ones of every kind.
pub(super) fn work(dice: &mut Dice, number: usize) -> Work {
    let mut work = first_of_its_name(dice, number);
    if number >= MANY {
        let (adjective, noun, place) = (dice.pick(ADJECTIVES), dice.pick(NOUNS), dice.pick(PLACES));
        work.title = match dice.below(3) {
            0 => format!("{}: {adjective} {noun}", work.title),
            1 => format!("{}, or the {noun} of {place}", work.title),
            _ => format!("{}, part {}", work.title, dice.between(2, 60)),
        };
    }
    work
}

fn first_of_its_name(dice: &mut Dice, number: usize) -> Work {
    match number.checked_sub(CLASSICS.len()) {
        None => classic(dice, number),
        Some(0) => laptop(),
        Some(_) => match dice.weighed(&[38, 24, 13, 21, 4]) {
            0 => novel(dice, number),
            1 => guide(dice, number),
            2 => film(dice),
            3 => picture_book(dice, number),
            _ => reference(dice, number),
        },
    }
}

fn classic(dice: &mut Dice, number: usize) -> Work {
    let (title, given, family, year) = CLASSICS[number];
    Work {
        kind: ItemKind::Book,
        title: title.into(),
        author: format!("{family}, {given}"),
        isbn: String::new(),
        year: Some(year),
        publisher: "",
        call_number: format!("FIC {}", three(family)),
        location: "Fiction",
        price: dice.between(8, 18) * 100 + 99,
    }
}

fn laptop() -> Work {
    Work {
        kind: ItemKind::Laptop,
        title: "Laptop computer".into(),
        author: String::new(),
        isbn: String::new(),
        year: Some(2025),
        publisher: "",
        call_number: "LAPTOP".into(),
        location: "Circulation desk",
        price: 64_900,
    }
}

fn novel(dice: &mut Dice, number: usize) -> Work {
    let (adjective, noun) = (*dice.pick(ADJECTIVES), *dice.pick(NOUNS));
    let title = match dice.below(3) {
        0 => format!("The {adjective} {noun}"),
        1 => format!("The {noun} of {}", dice.pick(PLACES)),
        _ => format!("{adjective} {noun}"),
    };
    let work = invented(dice, ItemKind::Book, title, number);
    let call_number = format!("FIC {}", three(&work.author));
    Work {
        call_number,
        location: "Fiction",
        ..work
    }
}

fn guide(dice: &mut Dice, number: usize) -> Work {
    let (class, subject) = *dice.pick(SUBJECTS);
    let title = match dice.below(3) {
        0 => format!("{subject}: a Beginner's Guide"),
        1 => format!("{subject} around {}", dice.pick(PLACES)),
        _ => format!("The {} Book of {subject}", dice.pick(ADJECTIVES)),
    };
    let work = invented(dice, ItemKind::Book, title, number);
    let call_number = format!("{class} {}", three(&work.author));
    Work {
        call_number,
        location: "Nonfiction",
        ..work
    }
}

fn film(dice: &mut Dice) -> Work {
    let (adjective, noun) = (*dice.pick(ADJECTIVES), *dice.pick(NOUNS));
    let title = format!("{adjective} {noun} [film]");
    let work = invented(dice, ItemKind::Dvd, title, 0);
    Work {
        call_number: format!("DVD {}", three(adjective)),
        location: "Media",
        isbn: String::new(),
        ..work
    }
}

fn picture_book(dice: &mut Dice, number: usize) -> Work {
    let (hero, animal) = (*dice.pick(FIRST_NAMES), *dice.pick(ANIMALS));
    let title = match dice.below(3) {
        0 => format!("{hero} and the {} {animal}", dice.pick(ADJECTIVES)),
        1 => format!("Good Night, {animal}"),
        _ => format!("{hero} Goes to {}", dice.pick(PLACES)),
    };
    let work = invented(dice, ItemKind::ChildrensBook, title, number);
    let call_number = format!("J {}", three(&work.author));
    Work {
        call_number,
        location: "Children's room",
        ..work
    }
}

fn reference(dice: &mut Dice, number: usize) -> Work {
    let (class, subject) = *dice.pick(SUBJECTS);
    let title = format!("Encyclopedia of {subject}");
    let work = invented(dice, ItemKind::Reference, title, number);
    Work {
        call_number: format!("REF {class}"),
        location: "Reference room",
        price: dice.between(60, 240) * 100,
        ..work
    }
}

fn invented(dice: &mut Dice, kind: ItemKind, title: String, number: usize) -> Work {
    let (given, family) = author(dice);
    Work {
        kind,
        title,
        author: format!("{family}, {given}"),
        isbn: isbn(number),
        year: i32::try_from(dice.between(1994, 2026)).ok(),
        publisher: dice.pick::<&str>(PUBLISHERS),
        call_number: String::new(),
        location: "",
        price: dice.between(9, 34) * 100 + 95,
    }
}

/// The letters under which a book stands on its shelf.
fn three(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphabetic());
    letters.take(3).flat_map(char::to_uppercase).collect()
}
