//! What is asked of the solver for a rota. It solves nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::RotaId;
use crate::kernel::{Error, Result};
use crate::solving::Keep;

/// The most seconds that a solve may take.
const LONGEST: u32 = 900;

/// Asks for the best shifts of a rota.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskRota {
    /// Which.
    pub rota: RotaId,
    /// What becomes of the shifts that stand already; pinned cells stay in any case.
    #[serde(default)]
    pub keep: Keep,
    /// How long it may take.
    #[serde(default = "seconds")]
    pub seconds: u32,
    /// So many thousand steps in place of a time: the same library then gives the same plan on any PC.
    #[serde(default)]
    pub thousands: Option<u32>,
    /// From which chance it begins.
    #[serde(default)]
    pub seed: u32,
}

fn seconds() -> u32 {
    20
}

impl AskRota {
    /// The same, refused where it takes no time or too much.
    pub(super) fn checked(self) -> Result<Self> {
        if !(1..=LONGEST).contains(&self.seconds) {
            let problem = format!("is {}; 1 to {LONGEST} are possible", self.seconds);
            return Err(Error::invalid("seconds", problem));
        }
        Ok(self)
    }
}
