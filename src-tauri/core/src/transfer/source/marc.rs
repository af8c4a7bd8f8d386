//! MARC records taken apart into rows: one for each item, with its record's title beside it; a record without items is
//! one row. Which subfield means what is the mapping's affair.

use std::collections::{BTreeMap, BTreeSet};
use std::io::BufReader;

use carrel_marc::{Field, Record};

use super::Raw;
use super::cells::cleaned;
use crate::kernel::{Error, Result};
use crate::transfer::spool::{FileForm, Row, Spool, SpoolHead};

/// The fields in which systems keep items: Koha's, the standard's, and the one that others agree on by themselves.
const ITEM_TAGS: [&str; 3] = ["952", "852", "949"];

/// The columns that come of a record itself.
const TITLE_COLUMNS: [&str; 6] = ["record", "title", "author", "isbn", "year", "publisher"];

/// What the first look through a file found.
#[derive(Default)]
struct Look {
    records: usize,
    damaged: usize,
    lesser: usize,
    other_scripts: usize,
    encodings: BTreeMap<String, usize>,
    /// By tag, in how many records it stands, and its codes.
    tags: BTreeMap<&'static str, (usize, BTreeSet<char>)>,
}

pub(super) fn take_apart(raw: &Raw<'_>, form: FileForm) -> Result<Spool> {
    let look = look(raw)?;
    let tag = item_tag(&look);
    let codes: Vec<char> = tag
        .and_then(|tag| look.tags.get(tag))
        .map(|(_, codes)| codes.iter().copied().collect())
        .unwrap_or_default();
    let mut rows = raw.rows()?;
    let columns = TITLE_COLUMNS.iter().map(|name| (*name).to_owned());
    let item_columns = codes
        .iter()
        .map(|code| format!("{}${code}", tag.unwrap_or_default()));
    rows.put(&Row {
        cells: columns.chain(item_columns).collect(),
        ..Row::default()
    })?;
    for (place, record) in carrel_marc::read(BufReader::new(raw.open()?)).enumerate() {
        if place % 500 == 0 {
            raw.progress
                .step(place, look.records, "taking records apart")?;
        }
        for row in rows_of(&record?, tag, &codes) {
            rows.put(&row)?;
        }
    }
    let encoding = look.encodings.iter().max_by_key(|(_, records)| **records);
    let head = SpoolHead {
        name: raw.name.to_owned(),
        form,
        encoding: encoding.map_or_else(String::new, |(name, _)| name.clone()),
        certain: true,
        rows: 0,
        columns: 0,
        notes: notes(&look, tag),
    };
    rows.finish(raw.folder, raw.file, head)
}

fn look(raw: &Raw<'_>) -> Result<Look> {
    let mut look = Look::default();
    for record in carrel_marc::read(BufReader::new(raw.open()?)) {
        let record = record?;
        if look.records.is_multiple_of(500) {
            raw.progress
                .step(look.records, 0, "looking through the records")?;
        }
        look.records += 1;
        if record.is_damaged() {
            look.damaged += 1;
            continue;
        }
        look.lesser += usize::from(!record.errors.is_empty());
        look.other_scripts += usize::from(record.fields_of("880").next().is_some());
        *look
            .encodings
            .entry(record.encoding.to_string())
            .or_default() += 1;
        for tag in ITEM_TAGS {
            let mut fields = record.fields_of(tag).peekable();
            if fields.peek().is_some() {
                let (records, codes) = look.tags.entry(tag).or_default();
                *records += 1;
                codes.extend(fields.flat_map(Field::all_subfields).map(|(code, _)| *code));
            }
        }
    }
    if look.records == 0 {
        return Err(Error::invalid("file", "holds no MARC record"));
    }
    Ok(look)
}

/// The field that holds items: the first that has barcodes where the standard or Koha puts them, else the one of agreement.
fn item_tag(look: &Look) -> Option<&'static str> {
    let has_barcodes = |tag: &&&str| {
        look.tags
            .get(**tag)
            .is_some_and(|(_, codes)| codes.contains(&'p'))
    };
    let agreed = || look.tags.contains_key("949").then_some("949");
    let first = || {
        ITEM_TAGS
            .iter()
            .find(|tag| look.tags.contains_key(**tag))
            .copied()
    };
    ITEM_TAGS[..2]
        .iter()
        .find(has_barcodes)
        .copied()
        .or_else(agreed)
        .or_else(first)
}

fn notes(look: &Look, tag: Option<&str>) -> Vec<String> {
    let mut notes = Vec::new();
    match tag {
        Some(tag) => notes.push(format!("Items are read from field {tag}.")),
        None => notes.push("No record has an item (fields 952, 852 or 949).".into()),
    }
    let mut count = |records: usize, what: &str| {
        if records > 0 {
            notes.push(format!("{records} of {} records {what}", look.records));
        }
    };
    count(
        look.damaged,
        "are damaged; they are listed, and the others come in.",
    );
    count(
        look.lesser,
        "have lesser faults; they come in as far as they can be read.",
    );
    count(
        look.other_scripts,
        "have fields in another script (880), which Carrel has no place for; keep the file.",
    );
    notes
}

/// The rows of a record: one for each item, one where there is none, one that says what is wrong with a damaged one.
fn rows_of(record: &Record, tag: Option<&str>, codes: &[char]) -> Vec<Row> {
    let line = u32::try_from(record.index + 1).unwrap_or(u32::MAX);
    if record.is_damaged() {
        let faults: Vec<String> = record.errors.iter().map(ToString::to_string).collect();
        return vec![Row {
            line,
            fault: format!("the record is damaged: {}", faults.join("; ")),
            ..Row::default()
        }];
    }
    let title = title_cells(record);
    let items: Vec<Vec<String>> = tag
        .into_iter()
        .flat_map(|tag| record.fields_of(tag))
        .map(|field| codes.iter().map(|code| joined(field, &[*code])).collect())
        .collect();
    let blank = vec![codes.iter().map(|_| String::new()).collect()];
    let items = if items.is_empty() { blank } else { items };
    items
        .into_iter()
        .map(|item| Row {
            line,
            cells: title.iter().cloned().chain(item).collect(),
            ..Row::default()
        })
        .collect()
}

fn title_cells(record: &Record) -> [String; 6] {
    let first = |tags: &[&str], codes: &[char]| {
        let fields = tags.iter().flat_map(|tag| record.fields_of(tag));
        let mut texts = fields.map(|field| joined(field, codes));
        texts.find(|text| !text.is_empty()).unwrap_or_default()
    };
    let author = first(&["100", "110", "111", "700", "710"], &['a', 'b', 'c']);
    let author = if author.is_empty() {
        first(&["245"], &['c'])
    } else {
        author
    };
    let isbn = record
        .subfields("020", 'a')
        .find_map(|text| text.split_whitespace().next());
    [
        record.control("001").map(cleaned).unwrap_or_default(),
        bare(&first(&["245"], &['a', 'b', 'n', 'p'])),
        bare(&author),
        isbn.unwrap_or_default().to_owned(),
        year(record),
        bare(&first(&["264", "260"], &['b'])),
    ]
}

/// The year of publication: what the imprint says, else what the coded field says (MARC 21: 008/07–10).
fn year(record: &Record) -> String {
    let of = |text: &str| {
        let mut runs = text.split(|c: char| !c.is_ascii_digit());
        runs.find(|run| run.len() == 4).map(ToOwned::to_owned)
    };
    let mut imprints = record
        .subfields("264", 'c')
        .chain(record.subfields("260", 'c'));
    let coded = || {
        record
            .control("008")
            .and_then(|coded| of(coded.get(7..11)?))
    };
    imprints.find_map(of).or_else(coded).unwrap_or_default()
}

fn joined(field: &Field, codes: &[char]) -> String {
    let parts = field
        .all_subfields()
        .iter()
        .filter(|(code, _)| codes.contains(code));
    let parts: Vec<&str> = parts.map(|(_, value)| value.trim()).collect();
    cleaned(&parts.join(" "))
}

/// A text without the signs by which cataloguers set it apart from what follows (ISBD). A full stop may be an
/// abbreviation's.
fn bare(text: &str) -> String {
    text.trim_end_matches([' ', '/', ':', ';', ',', '='])
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(fields: &[(&str, &[(char, &str)])]) -> Record {
        let fields = fields.iter().map(|(tag, subfields)| Field::Data {
            tag: (*tag).into(),
            indicators: [' ', ' '],
            subfields: subfields
                .iter()
                .map(|(code, text)| (*code, (*text).into()))
                .collect(),
        });
        let mut record = carrel_marc::read(&b"00026nam a2200025 a 4500\x1e\x1d"[..])
            .next()
            .unwrap()
            .unwrap();
        record.fields = fields.collect();
        record.errors.clear();
        record
    }

    #[test]
    fn each_item_is_a_row_beside_its_title() {
        let record = record(&[
            ("020", &[('a', "9780141439518 (pbk.)")]),
            ("100", &[('a', "Austen, Jane,"), ('d', "1775-1817.")]),
            (
                "245",
                &[('a', "Emma :"), ('b', "a novel /"), ('c', "Jane Austen.")],
            ),
            ("260", &[('b', "Murray,"), ('c', "c1815.")]),
            ("952", &[('p', "3001"), ('y', "BK")]),
            ("952", &[('p', "3002"), ('o', "823 AUS")]),
        ]);
        let rows = rows_of(&record, Some("952"), &['o', 'p', 'y']);
        let title = [
            "",
            "Emma : a novel",
            "Austen, Jane",
            "9780141439518",
            "1815",
            "Murray",
        ];
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].cells[..6], title);
        assert_eq!(rows[0].cells[6..], ["", "3001", "BK"]);
        assert_eq!(rows[1].cells[6..], ["823 AUS", "3002", ""]);
    }

    #[test]
    fn a_record_without_items_is_one_row() {
        let rows = rows_of(&record(&[("245", &[('a', "Emma")])]), Some("952"), &['p']);
        assert_eq!(
            (
                rows.len(),
                rows[0].cells[1].as_str(),
                rows[0].cells[6].as_str()
            ),
            (1, "Emma", "")
        );
    }
}
