//! The judge: axe-core, brought into the driven window, says what of the screen some people could not see, reach or hear.
//! Every rule of WCAG 2.2 A and AA and of good practice counts; none is left out.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

/// Installed with the pages' other tools, and no part of them.
const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../ui/node_modules/axe-core/axe.min.js"
);

/// A scenario has seen already what it wants judged; these looks are for what comes with it.
const AT_REST: usize = 2;

impl Desk {
    /// Demands that axe-core finds nothing on the screen, light or dark.
    pub async fn is_for_everybody(&self, screen: &str) -> Outcome {
        self.stays_the_same(AT_REST).await?;
        let mut found = self.judged().await?;
        if found.is_null() {
            self.brings_the_judge().await?;
            found = self.judged().await?;
        }
        let faults: Vec<&str> = found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        demand(found.is_array() && faults.is_empty(), || {
            format!("axe-core on “{screen}”:\n{}", faults.join("\n"))
        })
    }

    async fn judged(&self) -> Outcome<Value> {
        let judge = include_str!("judge.js");
        Ok(self.client.execute_async(judge, vec![]).await?)
    }

    /// The page's policy keeps scripts out; the driver stands outside of it.
    async fn brings_the_judge(&self) -> Outcome {
        let path = Path::new(AXE);
        let source = fs::read_to_string(path).map_err(Trouble::file("reading", path))?;
        self.client.execute(&source, vec![]).await?;
        Ok(())
    }
}
