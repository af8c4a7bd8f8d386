//! From the bytes of a record to its fields and their text. Which bytes belong together is known already.

use super::directory::{self, Found};
use super::leader::{LENGTH, base_said, begins_record, length_said};
use super::{FIELD_END, SUBFIELD};
use crate::charset::{self, Encoding};
use crate::piece::{End, Piece};
use crate::problem::{Fault, Problem, note};
use crate::record::{Field, Record};

/// The record in a piece; never fails, and says what is wrong.
pub(crate) fn record(piece: &Piece, index: usize) -> Record {
    let mut record = Record {
        index,
        offset: piece.offset,
        encoding: Encoding::Utf8,
        leader: String::new(),
        fields: Vec::new(),
        errors: Vec::new(),
    };
    let errors = &mut record.errors;
    if piece.stray > 0 {
        let count = piece.stray;
        note(errors, Problem::of_record(Fault::StrayBytes { count }));
    }
    if piece.end == End::TooLong {
        note(errors, Problem::of_record(Fault::TooLong));
        return record;
    }
    let bytes = &piece.bytes[..];
    if bytes.len() < LENGTH || !begins_record(bytes) {
        let bytes = bytes.len();
        note(errors, Problem::of_record(Fault::NoRecord { bytes }));
        return record;
    }
    record.leader = leader(&bytes[..LENGTH], errors);
    let (directory, body) = halves(&bytes[LENGTH..]);
    measure(piece, directory, body, errors);
    let found = directory::fields(directory, body, errors);
    if found.is_empty() {
        note(errors, Problem::of_record(Fault::NoFields));
    }
    let said = charset::said(bytes[9]);
    record.encoding = charset::sniff(said, body);
    if record.encoding != said {
        let found = record.encoding;
        note(errors, Problem::of_record(Fault::Encoding { said, found }));
    }
    for found in found {
        record.fields.push(field(found, record.encoding, errors));
    }
    record
}

fn leader(bytes: &[u8], errors: &mut Vec<Problem>) -> String {
    let plain = |byte: &u8| (b' '..=b'~').contains(byte);
    if !bytes.iter().all(plain) {
        note(errors, Problem::of_record(Fault::OddLeader));
    }
    let character = |byte: &u8| {
        if plain(byte) {
            char::from(*byte)
        } else {
            char::REPLACEMENT_CHARACTER
        }
    };
    bytes.iter().map(character).collect()
}

/// The directory and the fields, without the mark between them.
fn halves(rest: &[u8]) -> (&[u8], &[u8]) {
    match rest.iter().position(|byte| *byte == FIELD_END) {
        Some(end) => (&rest[..end], &rest[end + 1..]),
        None => (rest, &[]),
    }
}

/// Compares what the leader says with what is there.
fn measure(piece: &Piece, directory: &[u8], body: &[u8], errors: &mut Vec<Problem>) {
    let complete = body.last() == Some(&FIELD_END);
    match piece.end {
        End::Mark | End::TooLong => {}
        End::Missing if complete => note(errors, Problem::of_record(Fault::Unterminated)),
        End::Missing => note(errors, Problem::of_record(Fault::Truncated)),
    }
    let said =
        |range: std::ops::Range<usize>| String::from_utf8_lossy(&piece.bytes[range]).into_owned();
    let length = piece.bytes.len() + 1;
    if length_said(&piece.bytes) != Some(length) {
        let said = said(0..5);
        let found = length;
        note(
            errors,
            Problem::of_record(Fault::WrongLength { said, found }),
        );
    }
    let base = LENGTH + directory.len() + 1;
    if base_said(&piece.bytes) != Some(base) {
        let said = said(12..17);
        let found = base;
        note(errors, Problem::of_record(Fault::WrongBase { said, found }));
    }
}

/// Control fields are those from 000 to 009; a tag with letters is never one.
fn is_control(tag: &[u8]) -> bool {
    tag.starts_with(b"00") && tag.iter().all(u8::is_ascii_digit)
}

fn field((tag, bytes): Found<'_>, encoding: Encoding, errors: &mut Vec<Problem>) -> Field {
    let name = String::from_utf8_lossy(tag).into_owned();
    let mut faults = Vec::new();
    let field = if is_control(tag) {
        if bytes.contains(&SUBFIELD) {
            faults.push(Fault::SubfieldsInControl);
        }
        Field::Control {
            value: encoding.decode(bytes, &mut faults),
            tag: name.clone(),
        }
    } else {
        let mut parts = bytes.split(|byte| *byte == SUBFIELD);
        let first = parts.next().unwrap_or_default();
        Field::Data {
            indicators: indicators(first, encoding, &mut faults),
            subfields: parts
                .filter_map(|part| subfield(part, encoding, &mut faults))
                .collect(),
            tag: name.clone(),
        }
    };
    for fault in faults {
        note(errors, Problem::of_field(&name, fault));
    }
    field
}

fn indicators(bytes: &[u8], encoding: Encoding, faults: &mut Vec<Fault>) -> [char; 2] {
    if let [first, second] = bytes
        && bytes.is_ascii()
    {
        return [char::from(*first), char::from(*second)];
    }
    let found = encoding.decode(bytes, faults);
    let mut characters = found.chars();
    let indicators = [
        characters.next().unwrap_or(' '),
        characters.next().unwrap_or(' '),
    ];
    faults.push(Fault::Indicators { found });
    indicators
}

fn subfield(bytes: &[u8], encoding: Encoding, faults: &mut Vec<Fault>) -> Option<(char, String)> {
    let Some(first) = bytes.first() else {
        if faults.last() != Some(&Fault::EmptySubfield) {
            faults.push(Fault::EmptySubfield);
        }
        return None;
    };
    if first.is_ascii() {
        return Some((char::from(*first), encoding.decode(&bytes[1..], faults)));
    }
    let (code, length) = charset::odd_code(bytes);
    faults.push(Fault::OddCode { read_as: code });
    Some((code, encoding.decode(&bytes[length..], faults)))
}
