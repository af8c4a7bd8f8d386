//! Records as files again: ISO 2709 and MARCXML, in UTF-8 alone. What the older format cannot hold is refused.

use std::fmt::Write;

use crate::iso2709::{FIELD_END, RECORD_END, SUBFIELD};
use crate::record::{Field, Record};

/// The record in ISO 2709, with a leader that tells the truth about lengths and encoding. Nothing, where a field or the
/// whole is longer than the format's digits can say, a tag has no three bytes, or a text holds one of its marks.
#[must_use]
pub fn to_iso2709(record: &Record) -> Option<Vec<u8>> {
    let mut directory = String::new();
    let mut body: Vec<u8> = Vec::new();
    for field in &record.fields {
        let start = body.len();
        write_field(field, &mut body);
        let marks = |byte: &&u8| matches!(**byte, RECORD_END | FIELD_END);
        if field.tag().len() != 3 || body[start..].iter().any(|byte| marks(&byte)) {
            return None;
        }
        body.push(FIELD_END);
        let length = body.len() - start;
        if length > 9_999 || start > 99_999 {
            return None;
        }
        let entry = write!(directory, "{}{length:04}{start:05}", field.tag());
        entry.expect("a text takes what is written to it");
    }
    let base = 24 + directory.len() + 1;
    let length = base + body.len() + 1;
    let leader = leader(&record.leader);
    if length > 99_999 {
        return None;
    }
    let (status, kind) = (&leader[5..9], &leader[17..20]);
    let mut bytes = format!("{length:05}{status}a22{base:05}{kind}4500{directory}").into_bytes();
    bytes.push(FIELD_END);
    bytes.extend(body);
    bytes.push(RECORD_END);
    Some(bytes)
}

/// Plain characters in each of the 24 places.
fn leader(leader: &str) -> String {
    let plain = |character: char| {
        let is_plain = character == ' ' || character.is_ascii_graphic();
        if is_plain { character } else { ' ' }
    };
    let leader: String = leader.chars().map(plain).take(24).collect();
    format!("{leader:24}")
}

fn write_field(field: &Field, body: &mut Vec<u8>) {
    match field {
        Field::Control { value, .. } => body.extend(value.bytes()),
        Field::Data {
            indicators,
            subfields,
            ..
        } => {
            body.extend(String::from_iter(indicators).bytes());
            for (code, value) in subfields {
                body.push(SUBFIELD);
                body.extend(String::from(*code).bytes());
                body.extend(value.bytes());
            }
        }
    }
}

/// Records as a whole file of MARCXML. Characters that XML cannot hold are left out.
#[must_use]
pub fn to_marcxml<'r>(records: impl IntoIterator<Item = &'r Record>) -> String {
    let mut xml = concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<collection xmlns=\"http://www.loc.gov/MARC21/slim\">\n"
    )
    .to_owned();
    for record in records {
        xml.push_str(&format!(
            "<record>\n  <leader>{}</leader>\n",
            escaped(&record.leader)
        ));
        for field in &record.fields {
            xml.push_str(&element(field));
        }
        xml.push_str("</record>\n");
    }
    xml.push_str("</collection>\n");
    xml
}

fn element(field: &Field) -> String {
    let tag = escaped(field.tag());
    match field {
        Field::Control { value, .. } => {
            let value = escaped(value);
            format!("  <controlfield tag=\"{tag}\">{value}</controlfield>\n")
        }
        Field::Data {
            indicators,
            subfields,
            ..
        } => {
            let [first, second] = indicators.map(|indicator| escaped(&indicator.to_string()));
            let subfields = subfields.iter().map(|(code, value)| {
                let (code, value) = (escaped(&code.to_string()), escaped(value));
                format!("    <subfield code=\"{code}\">{value}</subfield>\n")
            });
            let subfields: String = subfields.collect();
            format!(
                "  <datafield tag=\"{tag}\" ind1=\"{first}\" ind2=\"{second}\">\n{subfields}  </datafield>\n"
            )
        }
    }
}

/// Text between tags or quotation marks. Ends of lines are written by number, or a reader would change them.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' => {
                escaped.push_str(&format!("&#{};", u32::from(character)));
            }
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => escaped.push(character),
        }
    }
    escaped
}
