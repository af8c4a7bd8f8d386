//! The fields of a record, each named once for the file and the audit. It knows no table.

use serde::Serialize;
use serde_json::Value;

/// Keeps a struct's fields in columns of the same names. It makes, for the store that calls it, `from_columns(row)`,
/// `bound()` for named parameters, and two macros that spell the columns and their parameters inside `concat!`, so that
/// a field is listed once and every statement is still put together when Carrel is compiled.
macro_rules! stored_in_columns {
    ($name:ident as $columns:ident, $parameters:ident { $first:ident $(, $field:ident)* $(,)? }) => {
        impl $name {
            fn from_columns(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                Ok(Self {
                    $first: row.get(stringify!($first))?,
                    $($field: row.get(stringify!($field))?,)*
                })
            }

            fn bound(&self) -> Vec<(&'static str, &dyn rusqlite::ToSql)> {
                vec![
                    (concat!(":", stringify!($first)), &self.$first),
                    $((concat!(":", stringify!($field)), &self.$field),)*
                ]
            }
        }

        macro_rules! $columns {
            () => { concat!(stringify!($first) $(, ", ", stringify!($field))*) };
        }

        macro_rules! $parameters {
            () => { concat!(":", stringify!($first) $(, ", :", stringify!($field))*) };
        }
    };
}

pub(crate) use stored_in_columns;

/// The fields in which a record differs from what it was, for the audit: "changed email, phone". Never their values.
pub fn changed<T: Serialize>(before: &T, after: &T) -> String {
    let (before, after) = (object(before), object(after));
    let names: Vec<_> = after
        .iter()
        .filter(|(name, value)| before.get(*name) != Some(*value))
        .map(|(name, _)| name.replace('_', " "))
        .collect();
    if names.is_empty() {
        return "changed nothing".into();
    }
    format!("changed {}", names.join(", "))
}

fn object<T: Serialize>(record: &T) -> serde_json::Map<String, Value> {
    let record = serde_json::to_value(record).expect("a record is plain data");
    let Value::Object(fields) = record else {
        unreachable!("a record has fields, this is {record}")
    };
    fields
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_the_fields_that_differ_are_named() {
        let before = json!({ "card": "1", "family_name": "Ada", "email": "" });
        let after = json!({ "card": "1", "family_name": "Eda", "email": "e@x" });
        assert_eq!(changed(&before, &after), "changed email, family name");
        assert_eq!(changed(&after, &after), "changed nothing");
    }
}
