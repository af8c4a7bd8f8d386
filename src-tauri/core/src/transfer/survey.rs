//! The first look through a file: which codes stand there twice, how long they usually are, in what order days are
//! written, which names the library does not have. It judges no row.

use std::collections::{BTreeMap, HashMap};

use super::day_order::Orders;
use super::form::Kind;
use super::mapping::{ImportKind, Mapping};
use super::people;
use super::report::UnknownName;
use super::spool::{Row, Spool};
use super::target::Target;
use crate::kernel::notation::DayOrder;
use crate::kernel::task::Progress;
use crate::kernel::{Barcode, Error, Result};

/// Of a hundred codes so many must be of one length for it to be the usual one.
const USUAL: usize = 80;

/// Codes shorter than this tell nothing by their length.
const SHORTEST: usize = 6;

/// The most unknown names that are told.
const MOST_UNKNOWN: usize = 200;

/// What the first look found.
#[derive(Debug, Clone, Default)]
pub(super) struct Survey {
    /// Rows to be taken.
    pub(super) rows: u32,
    /// Rows that repeat a code, with the line that had it first.
    pub(super) twins: HashMap<u32, u32>,
    /// Rows of people that repeat a name, with the line that had it first.
    pub(super) namesakes: HashMap<u32, u32>,
    /// By field, the length that codes usually have.
    pub(super) usual: BTreeMap<String, usize>,
    /// By field, how days are written.
    pub(super) orders: BTreeMap<String, DayOrder>,
    /// Names that the library has not.
    pub(super) unknown: Vec<UnknownName>,
}

#[derive(Default)]
struct Look {
    first: HashMap<Barcode, u32>,
    people: HashMap<(String, String), u32>,
    names: HashMap<String, u32>,
    lengths: BTreeMap<String, BTreeMap<usize, usize>>,
    orders: BTreeMap<String, Option<Orders>>,
    unknown: BTreeMap<(String, String), u32>,
}

impl Survey {
    /// Looks through a file.
    pub(super) fn of(
        spool: &Spool,
        target: &Target,
        mapping: &Mapping,
        progress: &Progress,
    ) -> Result<Self> {
        let (mut survey, mut look) = (Self::default(), Look::default());
        let total = spool.head.rows as usize;
        let looked: Vec<(usize, &str, &Kind)> = mapping
            .columns
            .iter()
            .enumerate()
            // What classes say, their own reader looks at.
            .filter(|_| target.kind != ImportKind::Classes)
            .filter_map(|(place, field)| Some((place, field.as_deref()?)))
            .filter_map(|(place, field)| Some((place, field, target.field_kind(field)?)))
            .collect();
        for row in spool.rows()?.skip(usize::from(mapping.header)) {
            let row = row?;
            if survey.rows.is_multiple_of(1000) {
                progress.step(survey.rows as usize, total, "looking through the file")?;
            }
            survey.rows += 1;
            if target.kind == ImportKind::Staff {
                survey.see_person(&mut look, mapping, &row);
            }
            for (place, field, kind) in &looked {
                let Some(cell) = row.cells.get(*place).filter(|cell| !cell.is_empty()) else {
                    continue;
                };
                let cell = mapping.meaning(field, cell);
                look.see(field, kind, cell);
                if *field == target.code
                    && !matches!(target.kind, ImportKind::Staff | ImportKind::Classes)
                    && let Ok(code) = Barcode::parse(cell)
                    && let first = *look.first.entry(code).or_insert(row.line)
                    && first != row.line
                {
                    survey.twins.insert(row.place, first);
                }
            }
        }
        survey.conclude(look, mapping)?;
        Ok(survey)
    }

    fn see_person(&mut self, look: &mut Look, mapping: &Mapping, row: &Row) {
        let Some((name, email)) = people::identity(mapping, row) else {
            return;
        };
        let first = *look.names.entry(name.clone()).or_insert(row.line);
        if first != row.line {
            self.namesakes.insert(row.place, first);
        }
        let first = *look.people.entry((name, email)).or_insert(row.line);
        if first != row.line {
            self.twins.insert(row.place, first);
        }
    }

    fn conclude(&mut self, look: Look, mapping: &Mapping) -> Result<()> {
        for (field, lengths) in look.lengths {
            let all: usize = lengths.values().sum();
            let usual = lengths.iter().max_by_key(|(_, count)| **count);
            if let Some((length, _)) =
                usual.filter(|(length, count)| **length >= SHORTEST && **count * 100 >= all * USUAL)
            {
                self.usual.insert(field, *length);
            }
        }
        for (field, orders) in look.orders {
            let order = match (mapping.day_order, orders.unwrap_or_else(Orders::new).only()) {
                (Some(order), _) | (None, Ok(order)) => order,
                (None, Err(())) => {
                    return Err(Error::invalid(
                        "day_order",
                        format!(
                            "is not clear: every day of {field} could be day/month/year or month/day/year; say which"
                        ),
                    ));
                }
            };
            self.orders.insert(field, order);
        }
        let unknown = look.unknown.into_iter().take(MOST_UNKNOWN);
        self.unknown = unknown
            .map(|((field, value), rows)| UnknownName { field, value, rows })
            .collect();
        Ok(())
    }

    /// How days of a field are written.
    pub(super) fn order(&self, field: &str) -> DayOrder {
        self.orders
            .get(field)
            .copied()
            .unwrap_or(DayOrder::YearFirst)
    }
}

impl Look {
    fn see(&mut self, field: &str, kind: &Kind, cell: &str) {
        match kind {
            Kind::Code => {
                let lengths = self.lengths.entry(field.to_owned()).or_default();
                *lengths.entry(cell.chars().count()).or_default() += 1;
            }
            Kind::Day | Kind::When => self
                .orders
                .entry(field.to_owned())
                .or_default()
                .get_or_insert_with(Orders::new)
                .see(cell),
            Kind::OneOf(names) if !names.has(cell) && self.unknown.len() < MOST_UNKNOWN * 10 => {
                let key = (field.to_owned(), cell.to_owned());
                *self.unknown.entry(key).or_default() += 1;
            }
            Kind::OneOf(_)
            | Kind::Text
            | Kind::Number
            | Kind::Flag
            | Kind::Money
            | Kind::Hours
            | Kind::Choice(_) => {}
        }
    }
}
