//! The four elements within a record and what stands in them while they are open.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

use crate::problem::{Fault, Problem, note};
use crate::record::{Field, Record};

/// An element that means something within a record.
#[derive(Debug, Clone, Copy)]
pub(super) enum Element {
    Leader,
    Control,
    Data,
    Subfield,
}

impl Element {
    pub(super) fn named(local: &str) -> Option<Self> {
        match local {
            "leader" => Some(Self::Leader),
            "controlfield" => Some(Self::Control),
            "datafield" => Some(Self::Data),
            "subfield" => Some(Self::Subfield),
            _ => None,
        }
    }
}

/// A record that is being read, with the field and the text that are open.
pub(super) struct Open<'r> {
    record: &'r mut Record,
    field: Option<Field>,
    code: Option<char>,
    text: String,
}

impl<'r> Open<'r> {
    pub(super) fn new(record: &'r mut Record) -> Self {
        Self {
            record,
            field: None,
            code: None,
            text: String::new(),
        }
    }

    pub(super) fn begin(&mut self, element: Element, start: &BytesStart<'_>) {
        self.text.clear();
        match element {
            Element::Leader => {}
            Element::Control => self.begin_field(start, |tag, _| Field::Control {
                tag,
                value: String::new(),
            }),
            Element::Data => self.begin_field(start, |tag, open| Field::Data {
                indicators: ["ind1", "ind2"].map(|name| open.indicator(&tag, start, name)),
                tag,
                subfields: Vec::new(),
            }),
            Element::Subfield => self.code = self.begin_subfield(start),
        }
    }

    fn begin_field(
        &mut self,
        start: &BytesStart<'_>,
        field: impl FnOnce(String, &mut Self) -> Field,
    ) {
        self.close_field();
        match attribute(start, "tag").filter(|tag| !tag.is_empty()) {
            Some(written) => {
                let tag = self.tag(written);
                self.field = Some(field(tag, self));
            }
            None => self.broken("a field has no tag"),
        }
    }

    /// A tag has three digits, also where a program took it for a number.
    fn tag(&mut self, written: String) -> String {
        let is_short = written.len() < 3 && written.bytes().all(|byte| byte.is_ascii_digit());
        if !is_short {
            return written;
        }
        let tag = format!("{written:0>3}");
        self.note(&tag, Fault::ShortTag { written });
        tag
    }

    fn indicator(&mut self, tag: &str, start: &BytesStart<'_>, name: &str) -> char {
        let found = attribute(start, name).unwrap_or_else(|| " ".to_owned());
        let mut characters = found.chars();
        let (first, second) = (characters.next(), characters.next());
        if first.is_none() || second.is_some() {
            self.note(tag, Fault::Indicators { found });
        }
        first.unwrap_or(' ')
    }

    fn begin_subfield(&mut self, start: &BytesStart<'_>) -> Option<char> {
        let tag = self.field.as_ref()?.tag().to_owned();
        let Some(code) = attribute(start, "code") else {
            self.broken("a subfield has no code");
            return None;
        };
        let mut characters = code.chars();
        let plain = characters.next().filter(char::is_ascii_graphic);
        let read_as = plain.unwrap_or(char::REPLACEMENT_CHARACTER);
        if plain.is_none() || characters.next().is_some() {
            self.note(&tag, Fault::OddCode { read_as });
        }
        Some(read_as)
    }

    pub(super) fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub(super) fn end(&mut self, element: Element) {
        let text = std::mem::take(&mut self.text);
        match element {
            Element::Leader => self.leader(&text),
            Element::Control => {
                if let Some(Field::Control { value, .. }) = &mut self.field {
                    *value = text;
                }
                self.close_field();
            }
            Element::Data => self.close_field(),
            Element::Subfield => {
                if let Some(Field::Data { subfields, .. }) = &mut self.field
                    && let Some(code) = self.code.take()
                {
                    subfields.push((code, text));
                }
            }
        }
    }

    /// As it was written; blanks around it are an editor's.
    fn leader(&mut self, text: &str) {
        let trimmed = text.trim_matches(['\n', '\r', '\t']);
        let leader = if text.chars().count() == 24 {
            text
        } else if trimmed.trim().len() == 24 {
            trimmed.trim()
        } else {
            trimmed
        };
        let plain = |character: char| character == ' ' || character.is_ascii_graphic();
        if leader.len() != 24 || !leader.chars().all(plain) {
            note(
                &mut self.record.errors,
                Problem::of_record(Fault::OddLeader),
            );
        }
        leader.clone_into(&mut self.record.leader);
    }

    /// Gives what was open to the record.
    pub(super) fn close_field(&mut self) {
        self.record.fields.extend(self.field.take());
        self.code = None;
    }

    pub(super) fn odd_reference(&mut self, written: &str) {
        let shown: String = written.chars().take(40).collect();
        let tag = self.field.as_ref().map(|field| field.tag().to_owned());
        let fault = Fault::OddReference { written: shown };
        note(&mut self.record.errors, Problem { tag, fault });
        self.text(written);
    }

    fn note(&mut self, tag: &str, fault: Fault) {
        note(&mut self.record.errors, Problem::of_field(tag, fault));
    }

    fn broken(&mut self, why: &str) {
        let why = why.to_owned();
        note(
            &mut self.record.errors,
            Problem::of_record(Fault::BrokenXml { why }),
        );
    }
}

/// The value of an attribute. Of one that refers to what is unknown, the text as it was written.
fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = start.try_get_attribute(name).ok()??;
    let value = attribute.normalized_value(XmlVersion::Implicit1_0);
    Some(value.map_or_else(|_| attribute.value.to_string(), String::from))
}
