//! `patrons`: how long a search takes in a library of 100,000 patrons, and how many register a second.

use std::time::Instant;

use serde_json::json;

use carrel_core::front::{Core, Surroundings};
use carrel_core::kernel::db::Durability;
use carrel_core::kernel::{Clock, Cost};

use super::Measure;
use crate::stop::Stop;

const PATRONS: usize = 100_000;

/// How often each search is asked.
const TIMES: u32 = 20;

/// Syllables of which names are made, so that a part of a name is in few others.
const SYLLABLES: &[&str] = &[
    "al", "ber", "cho", "dan", "el", "fri", "gar", "hun", "is", "jo", "kar", "lin", "mar", "nor",
    "ol", "pet", "quen", "ros", "sam", "tor", "ul", "ven", "wolf", "xan", "yam", "zöl", "ñez",
    "ski", "ova", "son", "王", "小明",
];

/// What is looked for: the name of the measure, and the words.
const SEARCHES: &[(&str, &str)] = &[
    ("search_one_letter", "w"),
    ("search_two_letters", "wo"),
    ("search_a_beginning", "wolfmar"),
    ("search_inside", "olfma"),
    ("search_two_parts", "marber wolf"),
    ("search_chinese", "小明"),
    ("search_card", "20050000"),
    ("search_nobody", "nobodyhere"),
    ("search_everybody", ""),
];

pub(crate) fn patrons() -> Result<Vec<Measure>, Stop> {
    let folder =
        tempfile::tempdir().map_err(|error| Stop::cannot("make a folder for the bench", error))?;
    let library = folder.path().join("patrons.carrel");
    let surroundings = Surroundings {
        clock: Clock::System,
        cost: Cost::Test,
        durability: Durability::Rebuildable,
        ..Surroundings::of_a_desk(library.with_extension("exports"), |_| Ok(()))
    };
    let core = Core::open(&library, surroundings)?;
    let desk = core.open_session();
    let first =
        json!({ "library": "Bench", "zone": "UTC", "name": "Bench", "passphrase": "bench bench" });
    core.call(desk, "accounts.create_first", first)?;
    let watch = Instant::now();
    for place in 0..PATRONS {
        let details = json!({
            "card": format!("{}", 20_000_000 + place), "category": 1,
            "family_name": name(place, 31), "given_name": name(place, 7),
            "email": format!("reader{place}@example.org"), "phone": format!("555 {place:07}"),
            "born": format!("{}-{:02}-{:02}", 1940 + place % 75, 1 + place % 12, 1 + place % 28),
        });
        core.call(desk, "patrons.register", json!({ "details": details }))?;
    }
    let mut measures = vec![Measure {
        name: "patrons_registered",
        value: PATRONS as f64 / watch.elapsed().as_secs_f64(),
        unit: "per_s",
        command: "patrons.register".into(),
    }];
    for (name, words) in SEARCHES {
        let input = json!({ "words": words, "limit": 500 });
        measures.push(timed(name, "patrons.search", || {
            core.call(desk, "patrons.search", input.clone()).map(drop)
        })?);
    }
    let input = json!({ "family_name": "Wolfmar", "given_name": "Jober", "born": "1990-03-03", "phone": "0012345" });
    measures.push(timed("similar", "patrons.similar", || {
        core.call(desk, "patrons.similar", input.clone()).map(drop)
    })?);
    Ok(measures)
}

fn timed(
    name: &'static str,
    command: &'static str,
    once: impl Fn() -> carrel_core::kernel::Result<()>,
) -> Result<Measure, Stop> {
    let watch = Instant::now();
    for _ in 0..TIMES {
        once()?;
    }
    Ok(Measure {
        name,
        value: watch.elapsed().as_secs_f64() * 1000.0 / f64::from(TIMES),
        unit: "ms",
        command: command.into(),
    })
}

/// A name of two to four syllables that looks random and is the same in every run.
fn name(place: usize, seed: usize) -> String {
    let mut mixed = (place + 1).wrapping_mul(seed).wrapping_mul(2_654_435_761);
    let mut name = String::new();
    for _ in 0..2 + mixed % 3 {
        mixed = mixed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        name.push_str(SYLLABLES[(mixed >> 33) % SYLLABLES.len()]);
    }
    name
}
