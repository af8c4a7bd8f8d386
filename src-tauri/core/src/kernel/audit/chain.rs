//! How a row is sealed: SHA-256 over the hash before and the row's canonical bytes. It reads and writes no table itself.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::store;
use super::verify::hex;
use crate::kernel::act::{Act, Subject};
use crate::kernel::error::{Error, Result};
use crate::kernel::store::library_uid;

pub(super) type Hash = [u8; 32];

/// The newest row of the chain, as reports print it: `1204 7f3a91c0`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Head {
    /// The row's number, from 1.
    pub seq: i64,
    /// Its hash in hexadecimal digits.
    pub hash: String,
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {}",
            self.seq,
            self.hash.get(..8).unwrap_or(&self.hash)
        )
    }
}

/// One row as the chain covers it.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) seq: i64,
    pub(super) at: i64,
    pub(super) account: Option<i64>,
    pub(super) actor: String,
    pub(super) command: String,
    pub(super) subjects: Vec<Subject>,
    pub(super) detail_digest: Option<Hash>,
    pub(super) hash: Hash,
}

impl Link {
    /// The hash that this row must have after `before`.
    pub(super) fn seal(&self, before: Hash) -> Hash {
        let mut hash = Sha256::new();
        hash.update(before);
        hash.update(self.seq.to_be_bytes());
        hash.update(self.at.to_be_bytes());
        // A byte before each part that may be absent: absent is not zero.
        hash.update([u8::from(self.account.is_some())]);
        hash.update(self.account.unwrap_or(0).to_be_bytes());
        for text in [
            self.actor.as_str(),
            self.command.as_str(),
            subjects_text(&self.subjects).as_str(),
        ] {
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
        }
        hash.update([u8::from(self.detail_digest.is_some())]);
        hash.update(self.detail_digest.unwrap_or_default());
        hash.finalize().into()
    }
}

/// The subjects as the file keeps them and the chain covers them.
pub(super) fn subjects_text(subjects: &[Subject]) -> String {
    subjects
        .iter()
        .map(|subject| format!("{} {}", subject.kind, subject.id))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Reads what `subjects_text` wrote.
pub(super) fn read_subjects(text: &str) -> Vec<Subject> {
    let pairs = text.split(", ").filter_map(|pair| pair.split_once(' '));
    pairs
        .filter_map(|(kind, id)| {
            Some(Subject {
                kind: kind.to_owned(),
                id: id.parse().ok()?,
            })
        })
        .collect()
}

/// What the first row is sealed upon: the library's own number, so that no chain passes for another library's.
pub(super) fn genesis(act: &Act<'_>) -> Result<Hash> {
    let uid = library_uid(act.tx)?
        .ok_or_else(|| Error::Damaged("the library has lost its own number".into()))?;
    Ok(Sha256::new()
        .chain_update("carrel audit 1")
        .chain_update(uid)
        .finalize()
        .into())
}

/// The digest that stands in the chain for a sentence which may go later.
pub(super) fn digest(salt: &[u8; 16], detail: &str) -> Hash {
    Sha256::new()
        .chain_update(salt)
        .chain_update(detail)
        .finalize()
        .into()
}

/// The newest row of the chain as it stands; nothing is verified.
pub fn head(act: &Act<'_>) -> Result<Option<Head>> {
    let last = store::last(act.tx)?;
    Ok(last.map(|(seq, hash)| Head {
        seq,
        hash: hex(&hash),
    }))
}

/// Writes the row of the command that just succeeded, in its own transaction.
pub fn append(act: &Act<'_>, command: &str) -> Result<()> {
    let trail = act.trail();
    let (seq, before) = match store::last(act.tx)? {
        Some((seq, hash)) => (seq + 1, hash),
        None => (1, genesis(act)?),
    };
    let salted = trail
        .detail
        .map(|detail| Ok::<_, Error>((salt()?, detail)))
        .transpose()?;
    let mut link = Link {
        seq,
        at: act.now.millis(),
        account: act.actor.account.map(crate::kernel::id::Id::row),
        actor: act.signature(),
        command: command.to_owned(),
        subjects: trail.subjects,
        detail_digest: salted.as_ref().map(|(salt, detail)| digest(salt, detail)),
        hash: [0; 32],
    };
    link.hash = link.seal(before);
    store::insert(act.tx, &link)?;
    if let Some((salt, detail)) = salted {
        store::insert_detail(act.tx, seq, &salt, &detail)?;
    }
    Ok(())
}

fn salt() -> Result<[u8; 16]> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt)
        .map_err(|error| Error::Internal(format!("no randomness: {error}")))?;
    Ok(salt)
}
