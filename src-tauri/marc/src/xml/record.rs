//! From the XML of a record to its fields. What goes wrong ends the record, not the file.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesText, Event};

use super::element::{Element, Open};
use crate::charset::Encoding;
use crate::piece::{End, Piece};
use crate::problem::{Fault, Problem, note};
use crate::record::Record;

/// How deep elements may stand within a record; MARCXML needs three.
const DEEPEST: usize = 16;

/// The record in a piece; never fails, and says what is wrong.
pub(crate) fn record(piece: &Piece, declared: Encoding, index: usize) -> Record {
    let mut record = Record {
        index,
        offset: piece.offset,
        encoding: Encoding::Utf8,
        leader: String::new(),
        fields: Vec::new(),
        errors: Vec::new(),
    };
    let fault = match piece.end {
        End::TooLong => Some(Fault::TooLong),
        End::Missing if piece.bytes.is_empty() => Some(Fault::NoRecord { bytes: piece.stray }),
        End::Mark | End::Missing => None,
    };
    if let Some(fault) = fault {
        note(&mut record.errors, Problem::of_record(fault));
        return record;
    }
    if declared != Encoding::Utf8 && std::str::from_utf8(&piece.bytes).is_err() {
        record.encoding = declared;
    }
    let mut faults = Vec::new();
    let xml = record.encoding.decode(&piece.bytes, &mut faults);
    for fault in faults {
        note(&mut record.errors, Problem::of_record(fault));
    }
    let mut open = Open::new(&mut record);
    let read = walk(&xml, &mut open);
    open.close_field();
    let fault = match read {
        Err(why) => Some(Fault::BrokenXml { why }),
        Ok(()) if piece.end == End::Missing => Some(Fault::Truncated),
        Ok(()) if record.fields.is_empty() => Some(Fault::NoFields),
        Ok(()) => None,
    };
    if let Some(fault) = fault {
        note(&mut record.errors, Problem::of_record(fault));
    }
    record
}

fn walk(xml: &str, open: &mut Open<'_>) -> Result<(), String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().allow_dangling_amp = true;
    let mut depth = 0usize;
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(format!("elements stand more than {DEEPEST} deep"));
                }
                if let Some(element) = Element::named(start.local_name().as_ref()) {
                    open.begin(element, &start);
                }
            }
            Event::Empty(start) => {
                if let Some(element) = Element::named(start.local_name().as_ref()) {
                    open.begin(element, &start);
                    open.end(element);
                }
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                if let Some(element) = Element::named(end.local_name().as_ref()) {
                    open.end(element);
                }
            }
            Event::Text(text) if text.starts_with('&') => loose_ampersand(&text, open),
            Event::Text(text) => open.text(&text.xml10_content()),
            Event::CData(text) => open.text(&text.xml10_content()),
            Event::GeneralRef(reference) => resolve(&reference, open),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Eof => return Ok(()),
        }
    }
}

/// An ampersand that begins no reference is itself.
fn loose_ampersand(text: &BytesText<'_>, open: &mut Open<'_>) {
    open.odd_reference("&");
    open.text(&text.xml10_content()[1..]);
}

/// A number or one of the five names of XML. Any other name stays as it is written: what a file declares for it could
/// grow without bounds.
fn resolve(reference: &BytesRef<'_>, open: &mut Open<'_>) {
    let is_text =
        |shape: &char| !shape.is_control() || matches!(shape, '\t' | '\n' | '\r' | '\u{85}');
    let number = reference.resolve_char_ref().ok().flatten();
    let name: &str = reference;
    match (number.filter(is_text), resolve_predefined_entity(name)) {
        (Some(shape), _) => open.text(shape.encode_utf8(&mut [0; 4])),
        (None, Some(text)) => open.text(text),
        (None, None) => open.odd_reference(&format!("&{name};")),
    }
}
