//! Who may do what; it does not know who anybody is, that is `accounts`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a command asks of the one who calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Open before anybody signs in, and while the desk is locked.
    Anyone,
    /// Everybody who works here.
    SignedIn,
    /// Lend, renew, take back, and see the patron one serves.
    Lend,
    /// Lend in spite of a rule, with a reason.
    OverrideRules,
    /// Charge patrons for what they owe, and take their money.
    TakeMoney,
    /// Waive what is owed, and take back a payment or a waiver, with a reason.
    WaiveMoney,
    /// Register patrons and correct what is known of them.
    EditPatrons,
    /// Add and correct titles and items.
    EditCatalog,
    /// Build the schedule.
    EditSchedule,
    /// Keep the list of people who work here.
    EditStaff,
    /// Set loan rules, calendar and the library's settings.
    EditPolicies,
    /// Read and print reports.
    ReadReports,
    /// Decide who may use Carrel, and as what.
    ManageAccounts,
    /// Read and verify the audit.
    ReadAudit,
    /// Bring in records from files.
    ImportRecords,
    /// Make backups, say where they go, and put one in the library's place.
    KeepBackups,
}

impl Permission {
    /// Every permission, in the order in which screens list them.
    pub const ALL: [Permission; 16] = [
        Self::Anyone,
        Self::SignedIn,
        Self::Lend,
        Self::OverrideRules,
        Self::TakeMoney,
        Self::WaiveMoney,
        Self::EditPatrons,
        Self::EditCatalog,
        Self::EditSchedule,
        Self::EditStaff,
        Self::EditPolicies,
        Self::ReadReports,
        Self::ManageAccounts,
        Self::ReadAudit,
        Self::ImportRecords,
        Self::KeepBackups,
    ];
}

/// A set of permissions that people know by a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs the desk: everything.
    Supervisor,
    /// Works the desk alone: lends, takes money, registers, catalogues, reads reports.
    Clerk,
    /// Helps at the desk: lends and takes back.
    StudentWorker,
}

impl Role {
    /// Whether this role holds the permission.
    pub fn may(self, permission: Permission) -> bool {
        use Permission as P;
        match self {
            Self::Supervisor => true,
            Self::Clerk => matches!(
                permission,
                P::Anyone
                    | P::SignedIn
                    | P::Lend
                    | P::TakeMoney
                    | P::EditPatrons
                    | P::EditCatalog
                    | P::ReadReports
            ),
            Self::StudentWorker => matches!(permission, P::Anyone | P::SignedIn | P::Lend),
        }
    }

    /// All that this role may do.
    pub fn permissions(self) -> Vec<Permission> {
        Permission::ALL
            .into_iter()
            .filter(|permission| self.may(*permission))
            .collect()
    }
}

crate::kernel::stored_as_word! {
    Role { Supervisor = "supervisor", Clerk = "clerk", StudentWorker = "student_worker" }
}
