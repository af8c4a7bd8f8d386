//! What a scanner types, cleaned; it does not know whether a card or an item was scanned.

use std::fmt;

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Deserializer, Serialize, de};
use ts_rs::TS;

use super::error::{Error, Result};

/// The longest barcode in characters; every symbology that labels books stays below it.
const LONGEST: usize = 40;

/// A barcode as Carrel compares it: no spaces or control characters around or inside, letters in upper case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[ts(as = "String")]
pub struct Barcode(String);

impl Barcode {
    /// Cleans what was typed or scanned; refuses what no label can carry.
    pub fn parse(typed: &str) -> Result<Self> {
        let code: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && !c.is_control())
            .collect();
        let code = code.to_uppercase();
        match code.chars().count() {
            0 => Err(Error::invalid("barcode", "is empty")),
            length if length > LONGEST => Err(Error::invalid(
                "barcode",
                format!("has {length} characters, at most {LONGEST} are possible"),
            )),
            _ if code.contains('|') => Err(Error::invalid(
                "barcode",
                "holds a |, which other systems cannot take",
            )),
            _ => Ok(Self(code)),
        }
    }

    /// The cleaned text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Barcode {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        Self::parse(&String::deserialize(from)?).map_err(de::Error::custom)
    }
}

impl fmt::Display for Barcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ToSql for Barcode {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for Barcode {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        String::column_result(value).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_scanner_adds_is_dropped() {
        assert_eq!(
            Barcode::parse(" a310 0001\t\r\n").unwrap().as_str(),
            "A3100001"
        );
    }

    #[test]
    fn what_no_label_carries_is_refused() {
        for typed in ["", " \t", "12|34", &"9".repeat(41)] {
            assert!(Barcode::parse(typed).is_err(), "{typed:?}");
        }
    }
}
