//! `search`: as one types, letter by letter, beside the bare FTS5 query that finds as many rows in the same file.

use serde_json::json;

use carrel_core::kernel::db;
use carrel_core::kernel::fold::prefix_query;

use super::ground::{Copied, Ground};
use super::times::Times;
use super::{Measure, measure, ratio, store};
use crate::stop::Stop;

/// What is typed where items are looked for, a letter at a time.
const TITLES: [&str; 6] = [
    "quiet river",
    "the winter",
    "garden",
    "moby",
    "harbor lights",
    "31000",
];
/// What is typed where patrons are.
const NAMES: [&str; 6] = ["finch", "maria lopez", "nguyen", "ok", "anna", "23529"];

/// How often each letter is typed.
const TIMES: u32 = 5;

/// The rows that the lists of the window ask for, and the scan box.
const LIST: u32 = 500;
const BOX: u32 = 9;

pub(crate) fn search(ground: &Ground) -> Result<Vec<Measure>, Stop> {
    let copied = ground.open(&ground.large()?)?;
    let mut measures = Vec::new();
    for (kind, words, limit) in [(Kind::Items, TITLES, LIST), (Kind::Patrons, NAMES, BOX)] {
        let times = ground.times(TIMES);
        let [typed, bare] = typing(&copied, kind, &words, limit, times)?;
        let [name, slow, raw, to_bare] = kind.names();
        let command = format!("{}, {limit} rows, letter by letter", kind.command());
        measures.push(measure(name, typed.median(), "us", command));
        measures.push(measure(
            slow,
            typed.at(99),
            "us",
            "the same, 99 in 100 are faster",
        ));
        measures.push(measure(
            raw,
            bare.median(),
            "us",
            "the same FTS5 query, its order and its columns, bare",
        ));
        measures.push(ratio(to_bare, typed.median() / bare.median(), 1.5));
    }
    let (mut found, mut alone) = (Times::default(), Times::default());
    let bare = db::open_reader(&copied.file)?;
    for words in TITLES
        .iter()
        .chain(&NAMES)
        .flat_map(|words| beginnings(words))
    {
        let input = json!({ "words": words });
        let query = prefix_query(words).unwrap_or_default();
        alone
            .of(|| store::match_alone(&bare, &query, LIST + 1))
            .map_err(carrel_core::kernel::Error::from)?;
        found.of(|| copied.core.call(copied.desk, "today.find", input))?;
    }
    measures.push(measure(
        "search_match_alone",
        alone.median(),
        "us",
        "MATCH in FTS5 alone: row numbers, no order, no columns",
    ));
    measures.push(measure(
        "find_anywhere",
        found.median(),
        "us",
        "today.find, letter by letter",
    ));
    measures.push(measure(
        "find_anywhere_slow",
        found.at(99),
        "us",
        "the same, 99 in 100 are faster",
    ));
    Ok(measures)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Items,
    Patrons,
}

impl Kind {
    fn command(self) -> &'static str {
        match self {
            Self::Items => "catalog.search",
            Self::Patrons => "patrons.search",
        }
    }

    fn names(self) -> [&'static str; 4] {
        match self {
            Self::Items => [
                "search_items",
                "search_items_slow",
                "search_items_bare",
                "search_items_to_bare",
            ],
            Self::Patrons => [
                "search_patrons",
                "search_patrons_slow",
                "search_patrons_bare",
                "search_patrons_to_bare",
            ],
        }
    }
}

/// Every letter that is typed through the front door, and the same bare.
fn typing(
    copied: &Copied,
    kind: Kind,
    words: &[&str],
    limit: u32,
    times: u32,
) -> Result<[Times; 2], Stop> {
    let bare = db::open_reader(&copied.file)?;
    let (mut typed, mut alone) = (Times::default(), Times::default());
    for _ in 0..times {
        for words in words.iter().flat_map(|words| beginnings(words)) {
            let input = json!({ "words": words, "limit": limit });
            typed.of(|| copied.core.call(copied.desk, kind.command(), input))?;
            let query = prefix_query(words).unwrap_or_default();
            let found = alone.of(|| match kind {
                Kind::Items => store::match_items(&bare, &query, limit + 1),
                Kind::Patrons => store::match_patrons(&bare, &query, limit + 1),
            });
            found.map_err(carrel_core::kernel::Error::from)?;
        }
    }
    Ok([typed, alone])
}

/// What stands in the box after each letter.
fn beginnings(words: &str) -> impl Iterator<Item = &str> {
    let ends = words
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8());
    ends.map(|end| &words[..end])
        .filter(|typed| !typed.ends_with(' '))
}
