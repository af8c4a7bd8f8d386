//! Step files are named by their stamp, unique over all domains, and never edited: a snapshot holds each one's digest.

use std::collections::BTreeMap;
use std::{env, fs};

use sha2::{Digest, Sha256};

use super::offence::{Offence, insist_on_none};
use super::source::{Source, root, sources};

const SNAPSHOT: &str = "tests/snapshots/steps.txt";

const EXCEPTIONS: &[&str] = &[];

#[test]
fn every_step_is_stamped_and_no_stamp_is_used_twice() {
    insist_on_none(
        &misnamed(sources()),
        EXCEPTIONS,
        "name it YYYYMMDDhhmm_what.sql by the minute it was begun",
    );
}

#[test]
fn no_step_is_changed_once_it_is_recorded() {
    let path = root().join(SNAPSHOT);
    let mut recorded = fs::read_to_string(&path).unwrap_or_default();
    if env::var_os("CARREL_BLESS").is_some() {
        recorded = with_new_steps(sources(), &recorded);
        fs::write(&path, &recorded).expect("the snapshot can be written");
    }
    insist_on_none(
        &changed(sources(), &recorded),
        EXCEPTIONS,
        "a new step is recorded by `cargo xtask bless`; a recorded one stays as it is, and a newer step puts it right \
         (only while no library can have run it may its line be deleted from the snapshot and recorded again)",
    );
}

fn misnamed(files: &[Source]) -> Vec<Offence> {
    let mut offences = Vec::new();
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for file in files.iter().filter(|file| file.path.contains("/schema/")) {
        let Some(stamp) = stamp(file.name()) else {
            offences.push(Offence::new(file, 1, "is not named YYYYMMDDhhmm_what.sql"));
            continue;
        };
        if let Some(first) = seen.insert(stamp, &file.path) {
            offences.push(Offence::new(file, 1, format!("has the stamp of {first}")));
        }
    }
    offences
}

fn stamp(name: &str) -> Option<&str> {
    let (stamp, what) = name.strip_suffix(".sql")?.split_once('_')?;
    let part = |from: usize, to: usize| stamp.get(from..to)?.parse::<u32>().ok();
    let is_stamp = stamp.len() == 12 && stamp.bytes().all(|byte| byte.is_ascii_digit());
    let is_real = (1..=12).contains(&part(4, 6)?)
        && (1..=31).contains(&part(6, 8)?)
        && part(8, 10)? < 24
        && part(10, 12)? < 60;
    let is_what = !what.is_empty()
        && what
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    (is_stamp && is_real && is_what).then_some(stamp)
}

fn changed(files: &[Source], recorded: &str) -> Vec<Offence> {
    let steps = digests(files);
    let mut offences = Vec::new();
    let mut known: BTreeMap<&str, &str> = lines(recorded).collect();
    for (file, digest) in steps {
        match known.remove(file.path.as_str()) {
            None => offences.push(Offence::new(
                file,
                1,
                format!("is not recorded in {SNAPSHOT}"),
            )),
            Some(recorded) if recorded != digest => {
                offences.push(Offence::new(file, 1, "is no longer as recorded"))
            }
            Some(_) => {}
        }
    }
    let gone = known
        .keys()
        .map(|path| Offence::new(&Source::new(*path, ""), 1, "is recorded and gone"));
    offences.extend(gone);
    offences
}

/// The snapshot with every step that it does not hold yet; what it holds stays.
fn with_new_steps(files: &[Source], recorded: &str) -> String {
    let mut steps: BTreeMap<String, String> = lines(recorded)
        .map(|(path, digest)| (path.into(), digest.into()))
        .collect();
    for (file, digest) in digests(files) {
        steps.entry(file.path.clone()).or_insert(digest);
    }
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let mut steps: Vec<(String, String)> = steps.into_iter().collect();
    steps.sort_by_key(|(path, _)| name(path));
    steps
        .iter()
        .map(|(path, digest)| format!("{digest}  {path}\n"))
        .collect()
}

/// As `sha256sum` prints them: the digest, two spaces, the path, which carries the stamp.
fn lines(recorded: &str) -> impl Iterator<Item = (&str, &str)> {
    recorded
        .lines()
        .filter_map(|line| line.split_once("  ").map(|(digest, path)| (path, digest)))
}

fn digests(files: &[Source]) -> Vec<(&Source, String)> {
    let steps = files
        .iter()
        .filter(|file| file.path.contains("/schema/") && file.is("sql"));
    steps.map(|file| (file, digest(&file.text))).collect()
}

fn digest(text: &str) -> String {
    let bytes = Sha256::digest(text.replace("\r\n", "\n"));
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::offence::said;
    use super::*;

    const LOANS: &str = "src-tauri/core/src/circulation/schema/202601020304_loans.sql";

    fn step(path: &str) -> Source {
        Source::new(path, "CREATE TABLE loan (id INTEGER) STRICT;\n")
    }

    #[test]
    fn a_bad_name_and_a_stamp_used_twice_are_caught() {
        let twin = "src-tauri/core/src/patrons/schema/202601020304_patrons.sql";
        let files = [
            step(LOANS),
            step(twin),
            step("a/schema/202613010000_x.sql"),
            step("a/schema/loans.sql"),
        ];
        let said = said(&misnamed(&files));
        let bad = "1: is not named YYYYMMDDhhmm_what.sql".to_owned();
        assert_eq!(
            said,
            [format!("1: has the stamp of {LOANS}"), bad.clone(), bad]
        );
    }

    #[test]
    fn a_new_a_changed_and_a_lost_step_are_caught() {
        let recorded = with_new_steps(&[step(LOANS)], "");
        assert_eq!(said(&changed(&[step(LOANS)], &recorded)), [""; 0]);
        assert_eq!(
            said(&changed(&[step(LOANS)], "")),
            ["1: is not recorded in tests/snapshots/steps.txt"]
        );
        assert_eq!(
            said(&changed(&[Source::new(LOANS, "x")], &recorded)),
            ["1: is no longer as recorded"]
        );
        assert_eq!(said(&changed(&[], &recorded)), ["1: is recorded and gone"]);
    }

    #[test]
    fn recording_adds_steps_and_forgives_no_change() {
        let recorded = with_new_steps(&[step(LOANS)], "");
        assert_eq!(
            with_new_steps(&[Source::new(LOANS, "x")], &recorded),
            recorded
        );
    }

    #[test]
    fn line_ends_do_not_change_a_digest() {
        assert_eq!(digest("a\r\nb\r\n"), digest("a\nb\n"));
    }
}
