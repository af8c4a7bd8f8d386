//! Who is to work with whom, or not, since when and why. The rules `PAIR-APART`, `PAIR-BESIDE` and `PAIR-ALONE` judge it.

use carrel_roster::{Company, PersonId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::kernel::id::{Id, PairId, StaffId};
use crate::kernel::{Act, Day, Error, OrNotFound, Result, stored_as_word, text};
use crate::staff;

/// The longest reason in characters.
const LONGEST: usize = 200;

/// Whose company somebody is to have, or not to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PairKind {
    /// The two never work at the same time.
    Apart,
    /// The two work only at the same time.
    Together,
    /// The one works only while the other does.
    Beside,
    /// The one works only while somebody else does.
    Accompanied,
    /// The one works only while somebody else does who may lead.
    Led,
}

stored_as_word! { PairKind {
    Apart = "apart",
    Together = "together",
    Beside = "beside",
    Accompanied = "accompanied",
    Led = "led",
} }

impl PairKind {
    /// Whether it names a second person.
    fn names_another(self) -> bool {
        match self {
            Self::Apart | Self::Together | Self::Beside => true,
            Self::Accompanied | Self::Led => false,
        }
    }
}

/// Whose company somebody is to have, or not to have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PairDetails {
    /// Who.
    pub one: StaffId,
    /// What is asked of them.
    pub kind: PairKind,
    /// The other, where somebody is named.
    #[serde(default)]
    pub other: Option<StaffId>,
    /// The first day on which it holds; any where none is given.
    #[serde(default)]
    pub first: Option<Day>,
    /// The last day; for good where none is given.
    #[serde(default)]
    pub last: Option<Day>,
    /// Why, for who keeps the list.
    #[serde(default)]
    pub reason: String,
}

/// The same with its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Pair {
    /// The number of its row.
    pub id: PairId,
    /// Who, with whom or not, and why.
    pub details: PairDetails,
}

/// Asks who is to work with whom.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowPairs {}

/// Says that somebody is to work with another, or not.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddPair {
    /// Who, with whom or not, and why.
    pub details: PairDetails,
}

/// Corrects what was said.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditPair {
    /// Which.
    pub id: PairId,
    /// Who, with whom or not, and why.
    pub details: PairDetails,
}

/// Takes back what was said.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemovePair {
    /// Which.
    pub id: PairId,
}

impl PairDetails {
    /// As the file keeps it; refused where no row can hold it.
    fn checked(self, act: &Act<'_>) -> Result<Self> {
        staff::member(act, self.one)?;
        match self.other {
            Some(_) if !self.kind.names_another() => {
                return Err(Error::invalid("other", "is named, but nobody is meant"));
            }
            None if self.kind.names_another() => return Err(Error::invalid("other", "is missing")),
            Some(other) if other == self.one => {
                return Err(Error::invalid("other", "is the same person"));
            }
            Some(other) => drop(staff::member(act, other)?),
            None => {}
        }
        if let (Some(first), Some(last)) = (self.first, self.last)
            && last < first
        {
            let problem = format!("is {last}, before the first day {first}");
            return Err(Error::invalid("last", problem));
        }
        let reason = text::line("reason", &self.reason, LONGEST)?;
        Ok(Self { reason, ..self })
    }

    /// As the crate that judges takes it; who works together is beside each other.
    fn judged(&self) -> Vec<carrel_roster::Pair> {
        let number = |id: StaffId| PersonId(id.row());
        let pair = |one, with| carrel_roster::Pair {
            one,
            with,
            first: self.first.map(Day::date),
            last: self.last.map(Day::date),
        };
        let one = number(self.one);
        let Some(other) = self.other.map(number) else {
            let senior = self.kind == PairKind::Led;
            let with = if senior {
                Company::Senior
            } else {
                Company::Anybody
            };
            return vec![pair(one, with)];
        };
        match self.kind {
            PairKind::Apart => vec![pair(one, Company::Not(other))],
            PairKind::Together => vec![
                pair(one, Company::With(other)),
                pair(other, Company::With(one)),
            ],
            PairKind::Beside | PairKind::Accompanied | PairKind::Led => {
                vec![pair(one, Company::With(other))]
            }
        }
    }
}

/// All that was said, as the crate that judges takes it.
pub(super) fn judged(act: &Act<'_>) -> Result<Vec<carrel_roster::Pair>> {
    let pairs = store::pairs(act.tx)?;
    Ok(pairs
        .iter()
        .flat_map(|pair| pair.details.judged())
        .collect())
}

/// Who is to work with whom, or not.
pub(in crate::schedule) fn show_pairs(act: &Act<'_>, _: ShowPairs) -> Result<Vec<Pair>> {
    store::pairs(act.tx)
}

/// Says that somebody is to work with another, or not; the audit tells who, not why.
pub(in crate::schedule) fn add_pair(act: &Act<'_>, input: AddPair) -> Result<Pair> {
    let details = input.details.checked(act)?;
    let id = store::insert_pair(act.tx, &details)?;
    Ok(told(act, Pair { id, details }))
}

/// Corrects what was said.
pub(in crate::schedule) fn edit_pair(act: &Act<'_>, input: EditPair) -> Result<Pair> {
    let details = input.details.checked(act)?;
    store::update_pair(act.tx, input.id, &details)?.or_not_found("pair", input.id)?;
    let id = input.id;
    Ok(told(act, Pair { id, details }))
}

/// Takes back what was said.
pub(in crate::schedule) fn remove_pair(act: &Act<'_>, input: RemovePair) -> Result<Pair> {
    let pairs = store::pairs(act.tx)?.into_iter();
    let pair = { pairs }
        .find(|pair| pair.id == input.id)
        .or_not_found("pair", input.id)?;
    store::delete_pair(act.tx, pair.id)?;
    Ok(told(act, pair))
}

fn told(act: &Act<'_>, pair: Pair) -> Pair {
    act.touched(pair.id);
    act.touched(pair.details.one);
    if let Some(other) = pair.details.other {
        act.touched(other);
    }
    act.tell(pair.details.kind.as_str());
    pair
}
