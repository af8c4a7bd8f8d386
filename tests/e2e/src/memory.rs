//! The memory that a program and all that it started hold, each shared page counted in its share. It frees none.

use std::fs;

/// Megabytes of a process and everything below it, as far as the system tells.
pub(crate) fn of_tree(root: u32) -> f64 {
    let parents: Vec<(u32, u32)> = processes();
    let mut tree = vec![root];
    let mut next = 0;
    while let Some(of) = tree.get(next).copied() {
        let children = parents.iter().filter(|(_, parent)| *parent == of);
        tree.extend(children.map(|(id, _)| *id));
        next += 1;
    }
    let kibibytes: f64 = tree.into_iter().filter_map(share).sum();
    kibibytes * 1024.0 / 1e6
}

/// Every process with its parent.
fn processes() -> Vec<(u32, u32)> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_string_lossy().parse().ok());
    ids.filter_map(|id| Some((id, parent(id)?))).collect()
}

/// The fourth word of the line is the parent; the second, in brackets, may hold blanks.
fn parent(id: u32) -> Option<u32> {
    let line = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (_, rest) = line.rsplit_once(')')?;
    rest.split_whitespace().nth(1)?.parse().ok()
}

fn share(id: u32) -> Option<f64> {
    let told = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_holds_some_memory_and_has_a_parent() {
        let id = std::process::id();
        assert!(of_tree(id) > 0.5);
        assert!(
            processes()
                .iter()
                .any(|(own, parent)| *own == id && *parent > 0)
        );
    }
}
