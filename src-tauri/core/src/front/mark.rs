//! Marks a library as invented. No command does it, so that nobody marks a real one at a desk.

use super::core::Core;
use crate::kernel::topic::Topic;
use crate::kernel::{Actor, Result};
use crate::policies;

impl Core {
    /// Marks the library as invented, which every screen then says; it is audited, and nothing marks it back.
    pub fn mark_as_demo(&self) -> Result<()> {
        self.house().ledger.write(
            Actor::carrel(),
            "policies.mark_as_demo",
            policies::mark_as_demo,
        )?;
        self.follow(&[Topic::Library])
    }
}
