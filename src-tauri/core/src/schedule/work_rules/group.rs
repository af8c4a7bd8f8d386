//! For whom a rule is: groups of the staff, and ages. It knows nobody.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::stored_as_word;

/// A group of the staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorkGroup {
    /// Who studies.
    Students,
    /// Who does not.
    OtherStaff,
    /// Who works by F-1 status.
    F1,
    /// Who works by J-1 status.
    J1,
    /// Who is paid by a work-study award.
    WorkStudy,
}

stored_as_word! { WorkGroup {
    Students = "students",
    OtherStaff = "other_staff",
    F1 = "f1",
    J1 = "j1",
    WorkStudy = "work_study",
} }

impl WorkGroup {
    /// All groups.
    pub(super) const ALL: [WorkGroup; 5] = [
        Self::Students,
        Self::OtherStaff,
        Self::F1,
        Self::J1,
        Self::WorkStudy,
    ];

    /// Groups from words with spaces between; words of a newer Carrel are passed over.
    pub(super) fn read(words: &str) -> Vec<Self> {
        let groups = Self::ALL.into_iter();
        groups
            .filter(|group| words.split(' ').any(|word| word == group.as_str()))
            .collect()
    }

    /// Groups as words with spaces between, each once.
    pub(super) fn written(groups: &[Self]) -> String {
        let named = Self::ALL.into_iter().filter(|group| groups.contains(group));
        named.map(Self::as_str).collect::<Vec<_>>().join(" ")
    }
}

/// Ages in completed years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct AgeSpan {
    /// The youngest for whom a rule holds.
    pub from: u32,
    /// The age at which it holds no longer.
    pub under: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_written_once_and_unknown_words_are_passed_over() {
        let groups = [WorkGroup::J1, WorkGroup::F1, WorkGroup::J1];
        assert_eq!(WorkGroup::written(&groups), "f1 j1");
        assert_eq!(WorkGroup::read("f1 o1 j1"), [WorkGroup::F1, WorkGroup::J1]);
        assert_eq!(WorkGroup::read(""), []);
    }
}
