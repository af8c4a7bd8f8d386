//! `check`: anything wrong with a library, one fault a line. It takes no lock, so it works beside an open window.

use std::path::Path;

use carrel_core::kernel::Clock;
use carrel_core::{backup, front};

use crate::say::say;
use crate::stop::Stop;

pub(crate) fn check(library: &Path) -> Result<(), Stop> {
    let cannot = |why: String| Stop::cannot(format!("open {}", library.display()), why);
    if !library.exists() {
        return Err(cannot("there is no such file".into()));
    }
    let mut checked = front::check_file(library, Clock::System.now())
        .map_err(|error| cannot(error.to_string()))?;
    checked.faults.extend(
        backup::changed_since_verified(library)
            .map_err(|error| cannot(error.to_string()))?
            .then(|| "the backup is not every byte as it was when it was verified".to_owned()),
    );
    for fault in &checked.faults {
        say(fault)?;
    }
    if !checked.faults.is_empty() {
        return Err(Stop::with_faults());
    }
    let head = checked
        .head
        .map_or_else(|| "none".to_owned(), |head| head.to_string());
    say(&format!(
        "nothing is wrong: {} invariants hold, {} audit rows verify, head {head}",
        checked.invariants, checked.audit_rows
    ))?;
    Ok(())
}
