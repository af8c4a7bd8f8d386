//! An offence against a rule, and the verdict over all of them. It knows no rule.

use std::fmt;

use super::source::Source;

/// One place that breaks a rule.
#[derive(Debug, PartialEq)]
pub(super) struct Offence {
    file: String,
    line: usize,
    what: String,
}

impl Offence {
    pub(super) fn new(source: &Source, line: usize, what: impl Into<String>) -> Self {
        Self {
            file: source.path.clone(),
            line,
            what: what.into(),
        }
    }
}

impl fmt::Display for Offence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

/// Fails the test with every offence and the way out. `exceptions` are paths of files.
#[track_caller]
pub(super) fn insist_on_none(offences: &[Offence], exceptions: &[&str], way_out: &str) {
    if let Err(verdict) = judge(offences, exceptions, way_out) {
        panic!("{verdict}");
    }
}

fn judge(offences: &[Offence], exceptions: &[&str], way_out: &str) -> Result<(), String> {
    let needed = |file: &&&str| offences.iter().any(|offence| offence.file == ***file);
    let idle = exceptions
        .iter()
        .filter(|file| !needed(file))
        .map(|file| format!("{file}: needs its exception no more"));
    let open = offences
        .iter()
        .filter(|offence| !exceptions.contains(&offence.file.as_str()))
        .map(Offence::to_string);
    let lines: Vec<String> = open.chain(idle).collect();
    if lines.is_empty() {
        return Ok(());
    }
    Err(format!("{}\n\nThe way out: {way_out}\n", lines.join("\n")))
}

/// Short for the tests of the rules: what each offence says, with its line.
#[cfg(test)]
pub(super) fn said(offences: &[Offence]) -> Vec<String> {
    offences
        .iter()
        .map(|offence| format!("{}: {}", offence.line, offence.what))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offence() -> Offence {
        Offence::new(&Source::new("ui/src/a.ts", ""), 3, "is wrong")
    }

    #[test]
    fn a_verdict_lists_the_place_and_the_way_out() {
        let verdict = judge(&[offence()], &[], "put it right").unwrap_err();
        assert_eq!(
            verdict,
            "ui/src/a.ts:3: is wrong\n\nThe way out: put it right\n"
        );
    }

    #[test]
    fn an_exception_covers_its_file_and_no_longer_than_needed() {
        assert_eq!(judge(&[offence()], &["ui/src/a.ts"], ""), Ok(()));
        assert!(
            judge(&[], &["ui/src/a.ts"], "")
                .unwrap_err()
                .contains("needs its exception no more")
        );
    }
}
