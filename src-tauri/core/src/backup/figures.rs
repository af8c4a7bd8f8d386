//! What can be counted of a library at one moment: what a copy must agree with. It judges nothing.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::store;
use crate::kernel::audit::{self, Head};
use crate::kernel::steps;
use crate::kernel::store::library_uid;
use crate::kernel::{Act, Actor, At, Cost, Error, Result, Zone};

/// A library at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// The random number that tells the library from every other, in hexadecimal digits.
    pub uid: String,
    /// Its name.
    pub library: String,
    /// Its time zone.
    pub zone: String,
    /// The rows of each table.
    pub counts: BTreeMap<String, i64>,
    /// The newest row of the audit.
    pub head: Option<Head>,
    /// The steps that its layout has been through.
    pub steps: Vec<String>,
}

impl Figures {
    /// Counts what an open transaction sees.
    pub(super) fn of(tx: &Connection) -> Result<Self> {
        let uid = library_uid(tx)?
            .ok_or_else(|| Error::Damaged("the library has lost its own number".into()))?;
        let (library, zone) = store::name_and_zone(tx)?;
        Ok(Self {
            uid: uid.iter().map(|byte| format!("{byte:02x}")).collect(),
            library,
            zone,
            counts: store::counts(tx)?,
            head: head(tx)?,
            steps: steps::stamps(tx)?,
        })
    }

    /// The rows of one table; none where there is no such table.
    pub fn count(&self, table: &str) -> i64 {
        self.counts.get(table).copied().unwrap_or(0)
    }

    /// The first thing in which a copy differs, in plain English.
    pub(super) fn differs(&self, copy: &Self) -> Option<String> {
        if self.uid != copy.uid || self.steps != copy.steps {
            return Some("it is not the same library".into());
        }
        let tables = self.counts.keys().chain(copy.counts.keys());
        let mut other = tables.filter(|table| self.counts.get(*table) != copy.counts.get(*table));
        if let Some(table) = other.next() {
            let (wanted, found) = (self.count(table), copy.count(table));
            return Some(format!("{table} has {found} rows instead of {wanted}"));
        }
        (self != copy).then(|| "its record does not end where the library's did".into())
    }
}

/// The newest row of the audit.
pub(super) fn head(tx: &Connection) -> Result<Option<Head>> {
    let at = At::from_millis(0);
    audit::head(&Act::new(tx, at, Zone::UTC, Actor::carrel(), Cost::Desk))
}
