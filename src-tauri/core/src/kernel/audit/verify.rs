//! Walks the chain and names the first row that is not as it was written. It mends nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::chain::{Hash, Head, Link, digest, genesis};
use super::store;
use crate::kernel::act::Act;
use crate::kernel::error::{Error, Result};

/// Verifies the whole chain, and against a printed head where one is given.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Verify {
    /// A head as a report printed it: the row's number and at least eight digits of its hash.
    pub head: Option<String>,
}

/// The first thing wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Fault {
    /// The row.
    pub seq: i64,
    /// What is wrong with it, in plain English.
    pub problem: String,
}

/// What the walk found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Verified {
    /// Rows that verified.
    pub rows: i64,
    /// The newest of them.
    pub head: Option<Head>,
    /// The first thing wrong; none when all is as it was written.
    pub fault: Option<Fault>,
}

/// Walks the chain from its first row.
pub fn verify(act: &Act<'_>, input: Verify) -> Result<Verified> {
    let printed = input.head.as_deref().map(read_head).transpose()?;
    let mut before = genesis(act)?;
    let mut verified = Verified {
        rows: 0,
        head: None,
        fault: None,
    };
    store::walk(act.tx, |link, detail| {
        verified.fault = problem(&link, verified.rows + 1, before, detail)
            .or_else(|| printed.as_ref().and_then(|head| differs(&link, head)))
            .map(|problem| Fault {
                seq: verified.rows + 1,
                problem,
            });
        if verified.fault.is_some() {
            return false;
        }
        before = link.hash;
        verified.rows = link.seq;
        verified.head = Some(Head {
            seq: link.seq,
            hash: hex(&link.hash),
        });
        true
    })?;
    if let Some(head) = printed.filter(|head| verified.fault.is_none() && head.seq > verified.rows)
    {
        let problem = format!(
            "the record ends at row {}, but row {} was printed",
            verified.rows, head.seq
        );
        verified.fault = Some(Fault {
            seq: verified.rows + 1,
            problem,
        });
    }
    Ok(verified)
}

fn problem(
    link: &Link,
    seq: i64,
    before: Hash,
    detail: Option<([u8; 16], String)>,
) -> Option<String> {
    if link.seq != seq {
        return Some(format!("row {seq} is missing"));
    }
    if link.seal(before) != link.hash {
        return Some(format!("row {seq} is not as it was written"));
    }
    let (salt, text) = detail?;
    (link.detail_digest != Some(digest(&salt, &text)))
        .then(|| format!("the sentence of row {seq} is not as it was written"))
}

fn differs(link: &Link, printed: &Head) -> Option<String> {
    let same = link.seq != printed.seq || hex(&link.hash).starts_with(&printed.hash);
    (!same).then(|| format!("row {} is not the one that was printed", link.seq))
}

fn read_head(printed: &str) -> Result<Head> {
    let wrong = || {
        Error::invalid(
            "head",
            "is not a row number and at least eight digits, such as 1204 7f3a91c0",
        )
    };
    let (seq, hash) = printed.trim().split_once(' ').ok_or_else(wrong)?;
    let hash: String = hash
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_ascii_lowercase())
        .collect();
    if hash.len() < 8 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(wrong());
    }
    Ok(Head {
        seq: seq.parse().map_err(|_| wrong())?,
        hash,
    })
}

/// Bytes in hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
