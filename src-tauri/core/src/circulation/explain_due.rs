//! Why a loan is due on its day, as it was worked out then. It works nothing out anew.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::due::DueStep;
use super::store;
use crate::kernel::id::LoanId;
use crate::kernel::{Act, Result};

/// Asks why.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct ExplainDue {
    pub(super) loan: LoanId,
}

pub(super) fn explain_due(act: &Act<'_>, input: ExplainDue) -> Result<Vec<DueStep>> {
    Ok(store::loan(act.tx, input.loan)?.why)
}
