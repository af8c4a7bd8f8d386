//! Links in the project's pages lead to files that exist. Addresses on the web are not visited.

use super::offence::{Offence, insist_on_none};
use super::source::{Source, root, sources};

const PAGES: &[&str] = &["README.md", "src-tauri/core/ARCHITECTURE.md"];

const EXCEPTIONS: &[&str] = &[];

#[test]
fn every_link_leads_to_a_file() {
    let exists = |path: &str| root().join(path).exists();
    insist_on_none(
        &offenders(sources(), exists),
        EXCEPTIONS,
        "mend the link, or say it in words",
    );
}

fn offenders(files: &[Source], exists: impl Fn(&str) -> bool) -> Vec<Offence> {
    let mut offences = Vec::new();
    for file in files
        .iter()
        .filter(|file| PAGES.contains(&file.path.as_str()))
    {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let found = |link: &str| exists(format!("{folder}/{link}").trim_start_matches('/'));
        for (line, text) in file.lines() {
            let lost = links(text).into_iter().filter(|link| !found(link));
            offences.extend(
                lost.map(|link| Offence::new(file, line, format!("leads nowhere: {link}"))),
            );
        }
    }
    offences
}

/// Targets in the project: `[words](target)`, `[word]: target` and `src="target"`, anchors cut off.
fn links(line: &str) -> Vec<&str> {
    let inline = line
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', ' ']).next());
    let sourced = line
        .split("src=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let defined = line
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("]: "))
        .map(|(_, target)| target.trim());
    let targets = inline
        .chain(sourced)
        .chain(defined)
        .map(|target| target.split('#').next().unwrap_or(target));
    // `crate::front` is a link of rustdoc's, which checks it itself.
    targets
        .filter(|target| !target.is_empty() && !target.contains(':'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::offence::said;
    use super::*;

    #[test]
    fn a_lost_link_is_caught_in_every_form() {
        let text = "See [here](src/lib.rs#top), [there](gone.md) and [out](https://example.org/x).\n\
                    <img src=\"lost.png\"> [up](#up) [door](crate::front)\n[ref]: nowhere.rs\n";
        let exists = |path: &str| path == "src-tauri/core/src/lib.rs";
        let said = said(&offenders(
            &[Source::new("src-tauri/core/ARCHITECTURE.md", text)],
            exists,
        ));
        assert_eq!(
            said,
            [
                "1: leads nowhere: gone.md",
                "2: leads nowhere: lost.png",
                "3: leads nowhere: nowhere.rs"
            ]
        );
    }
}
