//! The project's own sources, read once. What is generated, installed or built is not among them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::facts::Facts;

const ROOTS: &[&str] = &["src-tauri", "tests", "ui", "README.md"];
const SKIPPED: &[&str] = &[
    "target",
    "node_modules",
    "dist",
    "gen",
    "fixtures",
    "snapshots",
];
const READ: &[&str] = &["rs", "ts", "svelte", "sql", "md", "css"];

/// One file: its path from the root with forward slashes, and its text.
pub(super) struct Source {
    pub(super) path: String,
    pub(super) text: String,
    facts: OnceLock<Facts>,
}

impl Source {
    pub(super) fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            facts: OnceLock::new(),
        }
    }

    /// What its Rust says; nothing for a file in another language.
    pub(super) fn facts(&self) -> &Facts {
        self.facts.get_or_init(|| {
            if self.is("rs") {
                Facts::read(&self.path, &self.text)
            } else {
                Facts::default()
            }
        })
    }

    pub(super) fn is(&self, extension: &str) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|found| found == extension)
    }

    pub(super) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// The path inside `folder`, if it lies there.
    pub(super) fn within(&self, folder: &str) -> Option<&str> {
        self.path.strip_prefix(folder)?.strip_prefix('/')
    }

    /// A file that holds nothing but tests.
    pub(super) fn is_test(&self) -> bool {
        self.within("tests").is_some()
            || self.name() == "tests.rs"
            || self.name().ends_with(".test.ts")
    }

    /// Numbered from 1.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }
}

/// The project's root.
pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the crate lies one folder below the root")
}

/// Every source of the project, in the order of their paths.
pub(super) fn sources() -> &'static [Source] {
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    SOURCES.get_or_init(|| {
        let mut sources = Vec::new();
        ROOTS
            .iter()
            .for_each(|start| collect(&root().join(start), &mut sources));
        sources.sort_by(|a, b| a.path.cmp(&b.path));
        sources
    })
}

fn collect(path: &Path, sources: &mut Vec<Source>) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if name.starts_with('.') || SKIPPED.contains(&name.as_ref()) {
        return;
    }
    if path.is_dir() {
        entries(path)
            .iter()
            .for_each(|entry| collect(entry, sources));
    } else if path
        .extension()
        .is_some_and(|found| READ.iter().any(|read| found == *read))
    {
        // A file may vanish between listing and reading while somebody works; it is nobody's offence.
        if let Ok(text) = fs::read_to_string(path) {
            sources.push(Source::new(from_root(path), text));
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect()
}

fn from_root(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_walk_finds_this_file_and_nothing_built() {
        let paths: Vec<&str> = sources()
            .iter()
            .map(|source| source.path.as_str())
            .collect();
        assert!(paths.contains(&"tests/src/tidy/source.rs"));
        assert!(
            !paths
                .iter()
                .any(|path| path.contains("node_modules") || path.contains("/target/"))
        );
    }
}
