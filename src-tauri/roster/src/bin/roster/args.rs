//! The words of a call: what stands alone, and options with a value each.

use std::collections::BTreeMap;
use std::str::FromStr;

use crate::USAGE;
use crate::stop::Stop;

pub(crate) struct Args<'w> {
    pub(crate) words: Vec<&'w str>,
    options: BTreeMap<&'w str, &'w str>,
}

impl<'w> Args<'w> {
    pub(crate) fn read(words: &'w [String], known: &[&str]) -> Result<Self, Stop> {
        let mut args = Self {
            words: Vec::new(),
            options: BTreeMap::new(),
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if !word.starts_with("--") {
                args.words.push(word);
            } else if known.contains(&word.as_str()) {
                let value = words.next();
                let value = value.ok_or_else(|| Stop::Option(format!("{word} needs a value")))?;
                args.options.insert(word, value);
            } else {
                return Err(Stop::Usage(USAGE));
            }
        }
        Ok(args)
    }

    pub(crate) fn text(&self, option: &str) -> Option<&'w str> {
        self.options.get(option).copied()
    }

    /// The value of an option.
    pub(crate) fn value<T: FromStr>(&self, option: &str) -> Result<Option<T>, Stop> {
        let read = |value: &str| {
            let wrong = |_| Stop::Option(format!("{option} cannot be `{value}`"));
            value.parse().map_err(wrong)
        };
        self.text(option).map(read).transpose()
    }
}
