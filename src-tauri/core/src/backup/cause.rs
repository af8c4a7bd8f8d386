//! Why a backup was made. It decides nothing by that: all backups are alike.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::task::Risk;

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "BackupCause")]
pub enum Cause {
    /// Carrel was closed.
    Closing,
    /// Half an hour had gone by and something had changed.
    HalfHour,
    /// Somebody asked for it.
    ByHand,
    /// Before records came in from a file.
    BeforeImport,
    /// Before many records were changed at once.
    BeforeBulkChange,
    /// Before another backup took the library's place.
    BeforeRestore,
    /// Before a newer Carrel changed how the file is laid out.
    BeforeUpdate,
}

impl From<Risk> for Cause {
    fn from(risk: Risk) -> Self {
        match risk {
            Risk::Import => Self::BeforeImport,
            Risk::BulkChange => Self::BeforeBulkChange,
        }
    }
}
