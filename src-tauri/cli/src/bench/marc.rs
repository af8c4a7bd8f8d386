//! `marc`: records a second, read from both formats as files have them, and written. No library is touched.

use std::hint::black_box;
use std::time::Instant;

use carrel_marc::{Field, Record, read, to_iso2709, to_marcxml};

use super::{Measure, measure};
use crate::stop::Stop;

use super::ground::Ground;

/// Records in each file.
const RECORDS: usize = 50_000;

pub(crate) fn marc(ground: &Ground) -> Result<Vec<Measure>, Stop> {
    let count = RECORDS.min(ground.loans as usize);
    let records: Vec<Record> = (0..count).map(record).collect();
    let watch = Instant::now();
    let iso2709: Vec<u8> = records.iter().filter_map(to_iso2709).flatten().collect();
    let written = watch.elapsed().as_secs_f64();
    let xml = to_marcxml(&records);
    let rate = |seconds: f64| count as f64 / seconds;
    let read_all = |bytes: &[u8]| -> Result<f64, Stop> {
        let watch = Instant::now();
        let whole = read(bytes)
            .filter(|record| {
                black_box(record)
                    .as_ref()
                    .is_ok_and(|record| !record.is_damaged())
            })
            .count();
        if whole == count {
            return Ok(watch.elapsed().as_secs_f64());
        }
        let found = format!("{whole} of {count} records were whole");
        Err(Stop::cannot("read what was written", found))
    };
    Ok(vec![
        measure(
            "marc_read",
            rate(read_all(&iso2709)?),
            "per_s",
            "carrel_marc::read, ISO 2709",
        ),
        measure(
            "marc_read_xml",
            rate(read_all(xml.as_bytes())?),
            "per_s",
            "carrel_marc::read, MARCXML",
        ),
        measure(
            "marc_write",
            rate(written),
            "per_s",
            "carrel_marc::to_iso2709",
        ),
    ])
}

/// Tag, and code and value of each subfield; a number sign stands for the record's own number.
const FIELDS: [(&str, &[(char, &str)]); 14] = [
    ("020", &[('a', "979#")]),
    ("050", &[('a', "PZ7.O387"), ('b', "Wo #")]),
    ("100", &[('a', "Ånestad, Brynhildr,"), ('d', "1931-")]),
    (
        "245",
        &[
            ('a', "The #th winter at Harrow Bay :"),
            ('b', "letters of a lighthouse keeper /"),
            ('c', "Brynhildr Ånestad ; translated by María Núñez."),
        ],
    ),
    (
        "264",
        &[('a', "Marlow Falls :"), ('b', "Elm Press,"), ('c', "1993.")],
    ),
    (
        "300",
        &[
            ('a', "312 pages :"),
            ('b', "illustrations ;"),
            ('c', "24 cm"),
        ],
    ),
    (
        "520",
        &[(
            'a',
            "Forty years of storms, ships and visitors, told from the lamp room by the woman who kept it, with the letters \
             that the supply boat never took.",
        )],
    ),
    ("650", &[('a', "Lighthouses"), ('v', "Fiction.")]),
    ("650", &[('a', "Sea stories"), ('v', "Fiction.")]),
    ("650", &[('a', "Weather"), ('v', "Fiction.")]),
    ("650", &[('a', "Translations from Norwegian")]),
    ("700", &[('a', "Núñez, María,"), ('e', "translator.")]),
    ("852", &[('b', "MAIN"), ('p', "31000#")]),
    ("852", &[('b', "BRANCH"), ('p', "32000#")]),
];

/// A record of a book as catalogues have them.
fn record(number: usize) -> Record {
    let control = |tag: &str, value: String| Field::Control {
        tag: tag.into(),
        value,
    };
    let data = |(tag, subfields): &(&str, &[(char, &str)])| {
        let own = |text: &str| text.replace('#', &format!("{number:09}"));
        Field::Data {
            tag: (*tag).into(),
            indicators: ['1', ' '],
            subfields: subfields
                .iter()
                .map(|(code, text)| (*code, own(text)))
                .collect(),
        }
    };
    let head = [
        control("001", format!("{number}")),
        control("008", "920219s1993    caua   j      000 0 eng  ".into()),
    ];
    Record {
        index: number,
        offset: 0,
        encoding: carrel_marc::Encoding::Utf8,
        leader: "00000nam a2200000 a 4500".into(),
        fields: head.into_iter().chain(FIELDS.iter().map(data)).collect(),
        errors: Vec::new(),
    }
}
