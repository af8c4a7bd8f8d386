//! A patron as the desk needs to see one: what to know first, then what is out. It changes nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::blocks::blocks;
use super::loan::LoanRow;
use super::store;
use crate::charges::{self, Owing};
use crate::kernel::id::PatronId;
use crate::kernel::{Act, Day, Reason, Result};
use crate::patrons::{self, Guardian, Message, Patron};
use crate::policies;

/// So many days before a card runs out the desk says so.
const EXPIRY_NOTICE_DAYS: i64 = 30;

/// Asks for a patron.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowPatronAtDesk {
    /// Which.
    pub patron: PatronId,
}

/// What to know before the first scan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named by its facts")]
pub enum Flag {
    Expired { on: Day },
    ExpiresSoon { on: Day },
    Overdue { count: u32, oldest: Day },
    Note { text: String },
}

/// A patron at the desk.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PatronAtDesk {
    /// Who.
    pub patron: Patron,
    /// The name of the patron's category.
    pub category: String,
    /// What speaks against lending to them, whatever it is.
    pub blocks: Vec<Reason>,
    /// What is to be said to them today.
    pub messages: Vec<Message>,
    /// Who answers for them.
    pub guardian: Option<Guardian>,
    /// What to know besides.
    pub flags: Vec<Flag>,
    /// What is owed in all, beside the most that may be.
    pub owing: Owing,
    /// What is out: overdue first, then by due day.
    pub loans: Vec<LoanRow>,
}

pub(super) fn patron_at_desk(act: &Act<'_>, input: ShowPatronAtDesk) -> Result<PatronAtDesk> {
    let patron = patrons::patron(act, input.patron)?;
    let overdue = store::overdue_of(act.tx, patron.id, act.now, act.today)?;
    Ok(PatronAtDesk {
        category: policies::category_name(act, patron.details.category)?,
        blocks: blocks(act, &patron)?.iter().map(Reason::of).collect(),
        messages: patrons::messages_now(act, patron.id)?,
        guardian: patrons::guardian(act, &patron)?,
        flags: flags(&patron, overdue, act.today),
        owing: charges::owing(act, patron.id)?,
        loans: store::loans_of(act, patron.id)?,
        patron,
    })
}

fn flags(patron: &Patron, overdue: Option<(u32, Day)>, today: Day) -> Vec<Flag> {
    let expiry = patron
        .details
        .expires
        .and_then(|on| match on.days_since(today) {
            days if days < 0 => Some(Flag::Expired { on }),
            days if days <= EXPIRY_NOTICE_DAYS => Some(Flag::ExpiresSoon { on }),
            _ => None,
        });
    let overdue = overdue.map(|(count, oldest)| Flag::Overdue { count, oldest });
    let note = Some(&patron.details.note).filter(|note| !note.is_empty());
    let note = note.map(|text| Flag::Note { text: text.clone() });
    [expiry, overdue, note].into_iter().flatten().collect()
}
