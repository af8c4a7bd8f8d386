//! The fields that a kind of record has, learned from its type, and what a cell of each means. It reads no file.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::day_order;
use crate::kernel::notation::DayOrder;
use crate::kernel::{Barcode, Money};

/// What the cells of a field hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words, as they are.
    Text,
    /// A barcode, which a spreadsheet may have destroyed.
    Code,
    /// A day such as 2026-11-23.
    Day,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// A day, and perhaps a time of that day.
    When,
    /// An amount such as 12.50.
    Money,
    /// Hours such as 12, 7.5 or 7:30, kept as minutes.
    Hours,
    /// The name of one of a list.
    OneOf(Names),
    /// One of a few words that never change: how people write each, and what it means.
    Choice(&'static [(&'static str, &'static str)]),
}

/// The names of a list of the library's, with the numbers they stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    /// What the list is called, such as "patron categories".
    pub(super) list: &'static str,
    /// Each name as the library writes it, with its number.
    pub(super) names: Vec<(String, i64)>,
}

/// The fields of a kind of record.
#[derive(Debug, Clone)]
pub(super) struct Form {
    fields: BTreeMap<String, Kind>,
    required: Vec<String>,
    /// What a blank cell means in each field that may be blank.
    blanks: BTreeMap<String, Value>,
    sample: Map<String, Value>,
    accepts: fn(Value) -> Result<(), serde_json::Error>,
}

impl Form {
    /// Learns a form from the least that makes a record; `known` says what cannot be learned by trying.
    pub(super) fn learn<T: Serialize + DeserializeOwned>(
        least: Value,
        known: &[(&str, Kind)],
    ) -> serde_json::Result<Self> {
        let sample = fields_of(&serde_json::from_value::<T>(least)?)?;
        let mut form = Self {
            fields: BTreeMap::new(),
            required: Vec::new(),
            blanks: BTreeMap::new(),
            sample,
            accepts: |value| serde_json::from_value::<T>(value).map(drop),
        };
        for name in form.sample.keys().cloned().collect::<Vec<_>>() {
            let known = known.iter().find(|(field, _)| *field == name);
            let kind = known.map_or_else(|| form.guess(&name), |(_, kind)| kind.clone());
            let blank = kind.read("", DayOrder::YearFirst).ok();
            if let Some(blank) = blank.filter(|blank| form.with(&name, blank.clone()).is_ok()) {
                form.blanks.insert(name.clone(), blank);
            }
            if form.is_required(&name) {
                form.required.push(name.clone());
            } else if !form.blanks.contains_key(&name) {
                // What may be absent, and yet is never nothing, is what it is when absent.
                form.blanks.insert(name.clone(), form.sample[&name].clone());
            }
            form.fields.insert(name, kind);
        }
        Ok(form)
    }

    /// The field that a plain column name means.
    pub(super) fn field(&self, plain: &str) -> Option<&str> {
        self.fields
            .keys()
            .find(|field| field.replace('_', "") == plain)
            .map(String::as_str)
    }

    /// The fields that a record cannot be without.
    pub(super) fn required(&self) -> &[String] {
        &self.required
    }

    /// What a cell of a field means, or what is wrong with it.
    pub(super) fn value(&self, field: &str, cell: &str, order: DayOrder) -> Result<Value, String> {
        let kind = self.fields.get(field).unwrap_or(&Kind::Text);
        if cell.is_empty() {
            let blank = self.blanks.get(field).cloned();
            return blank.ok_or_else(|| kind.when_empty().into());
        }
        let value = kind.read(cell, order)?;
        // Only a number may be of the right kind and yet out of bounds.
        if *kind == Kind::Number {
            self.with(field, value.clone())
                .map_err(|error| format!("cannot be so: {error}"))?;
        }
        Ok(value)
    }

    /// What the cells of a field hold.
    pub(super) fn kind(&self, field: &str) -> Option<&Kind> {
        self.fields.get(field)
    }

    /// All fields.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&str, &Kind)> {
        self.fields.iter().map(|(name, kind)| (name.as_str(), kind))
    }

    fn guess(&self, field: &str) -> Kind {
        let probes = [
            (json!("x"), Kind::Text),
            (json!("2026-11-23"), Kind::Day),
            (json!(true), Kind::Flag),
            (json!(1), Kind::Number),
        ];
        let fits = |(value, _): &(Value, Kind)| self.with(field, value.clone()).is_ok();
        probes
            .into_iter()
            .find(fits)
            .map_or(Kind::Text, |(_, kind)| kind)
    }

    fn is_required(&self, field: &str) -> bool {
        let mut without = self.sample.clone();
        without.remove(field);
        (self.accepts)(Value::Object(without)).is_err()
    }

    fn with(&self, field: &str, value: Value) -> Result<(), serde_json::Error> {
        let mut sample = self.sample.clone();
        sample.insert(field.to_owned(), value);
        (self.accepts)(Value::Object(sample))
    }
}

impl Kind {
    /// The names of the list that it is chosen from.
    pub(super) fn names(&self) -> Option<Vec<String>> {
        let Self::OneOf(names) = self else {
            return None;
        };
        let names = names.names.iter().map(|(name, _)| name.clone());
        Some(names.collect())
    }

    fn when_empty(&self) -> &'static str {
        match self {
            Self::Flag => "is neither yes nor no",
            Self::Text
            | Self::Code
            | Self::Day
            | Self::Number
            | Self::When
            | Self::Money
            | Self::Hours
            | Self::Choice(_)
            | Self::OneOf(_) => "is empty",
        }
    }

    fn read(&self, cell: &str, order: DayOrder) -> Result<Value, String> {
        match self {
            Self::Code if is_destroyed(cell) => Err(
                "was destroyed by a spreadsheet, which took it for a number; make the column text there and save the file anew"
                    .into(),
            ),
            Self::Code => code(cell),
            Self::Text => Ok(json!(cell)),
            Self::OneOf(names) => names.number(cell),
            Self::Choice(words) => words
                .iter()
                .find(|(said, _)| plain(said) == plain(cell))
                .map(|(_, meant)| json!(meant))
                .ok_or_else(|| {
                    let words: Vec<_> = words.iter().map(|(said, _)| *said).collect();
                    format!("is none of {}", words.join(", "))
                }),
            Self::Day | Self::Number | Self::Flag | Self::Money | Self::Hours | Self::When if cell.is_empty() => {
                Ok(Value::Null)
            }
            Self::Hours => hours(cell)
                .map(|minutes| json!(minutes))
                .ok_or_else(|| "is not a number of hours such as 12, 7.5 or 7:30".into()),
            Self::Day | Self::When if day_order::is_nothing(cell) => Ok(Value::Null),
            Self::Day | Self::When => {
                let day = day_order::day(cell, order).ok_or("is not a day such as 2026-11-23")?;
                let minute = day_order::minute(cell).filter(|_| *self == Self::When);
                Ok(minute.map_or_else(|| json!(day), |minute| json!(format!("{day} {minute}"))))
            }
            Self::Number => cell
                .parse::<i64>()
                .map(|number| json!(number))
                .map_err(|_| "is not a whole number".into()),
            Self::Money => Money::parse(cell)
                .map(|money| json!(money))
                .ok_or_else(|| "is not an amount such as 12.50".into()),
            Self::Flag => match cell.to_lowercase().as_str() {
                "yes" | "y" | "x" | "true" | "1" => Ok(json!(true)),
                "no" | "n" | "false" | "0" => Ok(json!(false)),
                _ => Err("is neither yes nor no".into()),
            },
        }
    }
}

/// Minutes of "12", "7.5", "7,5", "7:30", "12 h" or "12 hours".
fn hours(cell: &str) -> Option<u32> {
    let cell = cell.to_lowercase();
    let text = ["hours", "hrs", "h"]
        .into_iter()
        .find_map(|unit| cell.strip_suffix(unit))
        .unwrap_or(&cell)
        .trim();
    let number = |text: &str| {
        let plain = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse::<u32>().ok())?
    };
    if let Some((hours, minutes)) = text.split_once(':') {
        let minutes = number(minutes).filter(|minutes| *minutes < 60)?;
        return Some(number(hours)? * 60 + minutes);
    }
    let (hours, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let parts = 10_u32.checked_pow(u32::try_from(part.len()).ok()?)?;
    Some(number(hours)? * 60 + number(part)? * 60 / parts)
}

fn code(cell: &str) -> Result<Value, String> {
    match Barcode::parse(cell) {
        Ok(code) => Ok(json!(code)),
        Err(crate::kernel::Error::Invalid { problem, .. }) => Err(problem),
        Err(other) => Err(other.to_string()),
    }
}

impl Names {
    fn number(&self, cell: &str) -> Result<Value, String> {
        if cell.is_empty() {
            return Err("is empty".into());
        }
        let wanted = cell.to_lowercase();
        let found = self
            .names
            .iter()
            .find(|(name, _)| name.to_lowercase() == wanted);
        found.map(|(_, number)| json!(number)).ok_or_else(|| {
            let all: Vec<&str> = self.names.iter().map(|(name, _)| name.as_str()).collect();
            format!("is none of the {}: {}", self.list, all.join(", "))
        })
    }

    /// Whether the list has the name.
    pub(super) fn has(&self, cell: &str) -> bool {
        self.number(cell).is_ok()
    }
}

/// A name of a column as names are compared: letters and digits only, in lower case. "Card Number" is `cardnumber`.
pub(super) fn plain(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric() || *c == '$')
        .flat_map(char::to_lowercase)
        .collect()
}

/// The fields of a record by name.
pub(super) fn fields_of<T: Serialize>(record: &T) -> serde_json::Result<Map<String, Value>> {
    serde_json::from_value(serde_json::to_value(record)?)
}

/// Whether a long number became something like `3.1E+13`, whose last digits nobody knows any more.
fn is_destroyed(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some((number, power)) = cell.split_once(['e', 'E']) else {
        return false;
    };
    let plain = number.replace(['.', ','], "");
    let marked = plain.len() != number.len() || power.starts_with('+');
    digits(&plain) && digits(power.trim_start_matches('+')) && marked
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::kernel::Day;

    const ORDER: DayOrder = DayOrder::YearFirst;

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Chair {
        label: String,
        #[serde(default)]
        bought: Option<Day>,
        #[serde(default)]
        legs: Option<u8>,
        #[serde(default)]
        soft: bool,
    }

    fn form() -> Form {
        Form::learn::<Chair>(json!({ "label": "x" }), &[]).unwrap()
    }

    #[test]
    fn fields_are_learned_from_the_type() {
        let form = form();
        assert_eq!(form.required(), ["label"]);
        assert_eq!(form.fields["bought"], Kind::Day);
        assert_eq!(form.fields["legs"], Kind::Number);
        assert_eq!(form.fields["soft"], Kind::Flag);
        assert_eq!(form.field("label"), Some("label"));
        assert_eq!(form.field("colour"), None);
    }

    #[test]
    fn cells_become_what_the_type_wants() {
        let form = form();
        assert_eq!(form.value("label", "17", ORDER), Ok(json!("17")));
        assert_eq!(form.value("legs", "4", ORDER), Ok(json!(4)));
        assert_eq!(form.value("legs", "", ORDER), Ok(Value::Null));
        assert_eq!(form.value("soft", "Yes", ORDER), Ok(json!(true)));
        assert_eq!(form.value("soft", "", ORDER), Ok(json!(false)));
        for (field, cell) in [
            ("legs", "four"),
            ("legs", "400"),
            ("bought", "23/11/2026"),
            ("soft", "perhaps"),
        ] {
            assert!(form.value(field, cell, ORDER).is_err(), "{field} {cell}");
        }
    }

    #[test]
    fn a_name_of_a_list_is_found_in_any_case() {
        let names = Names {
            list: "patron categories",
            names: vec![("Adult".into(), 1), ("Child".into(), 2)],
        };
        assert_eq!(names.number("CHILD"), Ok(json!(2)));
        assert_eq!(
            names.number("Chld"),
            Err("is none of the patron categories: Adult, Child".into())
        );
    }

    #[test]
    fn a_number_that_a_spreadsheet_destroyed_is_known() {
        for cell in ["3.1E+13", "3,1E+13", "2.3529E13", "3E+13"] {
            assert!(is_destroyed(cell), "{cell}");
        }
        for cell in ["31000000000017", "E13", "12E5", "A3.1E+13", "3.1E+", ""] {
            assert!(!is_destroyed(cell), "{cell}");
        }
    }
}
