//! Words as a caller writes them, plain, strong or boxed; measures and breaks nothing.

use crate::Pattern;

/// A line of words. `"so".into()` makes a plain one; a line feed inside starts a new line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The stretches of one look, in reading order, set without a space between them.
    pub runs: Vec<Run>,
}

/// A stretch of words with one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// In the look of its surroundings.
    Plain(String),
    /// In semi-bold.
    Strong(String),
    /// In a small box, such as a desk's short code. It never parts from the word after it.
    Chip(String),
    /// A small box filled with a pattern, such as that of a bar.
    Pattern(Pattern),
}

/// A name in a sentence from left to right, so that one that runs the other way does not turn the
/// words around it: "\u{2066}דנה לוי\u{2069} works 3 hours". Nothing of it is printed. Where a name
/// has parts that run either way, the parts keep the sentence's order, and are found as typed.
pub fn isolated(name: &str) -> String {
    format!("\u{2066}{name}\u{2069}")
}

/// A sentence without the marks of [`isolated`], for where nothing is laid out.
pub fn released(sentence: &str) -> String {
    sentence.replace(['\u{2066}', '\u{2069}'], "")
}

impl Text {
    /// Plain words.
    pub fn plain(words: impl Into<String>) -> Self {
        Self {
            runs: vec![Run::Plain(words.into())],
        }
    }

    /// Words in semi-bold.
    pub fn strong(words: impl Into<String>) -> Self {
        Self {
            runs: vec![Run::Strong(words.into())],
        }
    }

    /// A boxed code; `Text::chip("C").then("13–16")` reads "C 13–16" with the C in its box.
    pub fn chip(code: impl Into<String>) -> Self {
        Self {
            runs: vec![Run::Chip(code.into())],
        }
    }

    /// The same line, followed by plain words.
    pub fn then(mut self, words: impl Into<String>) -> Self {
        self.runs.push(Run::Plain(words.into()));
        self
    }

    /// The same line, followed by words in semi-bold.
    pub fn then_strong(mut self, words: impl Into<String>) -> Self {
        self.runs.push(Run::Strong(words.into()));
        self
    }

    /// The same line, followed by a box filled with a pattern.
    pub fn then_pattern(mut self, pattern: Pattern) -> Self {
        self.runs.push(Run::Pattern(pattern));
        self
    }

    /// The same line, followed by a boxed code.
    pub fn then_chip(mut self, code: impl Into<String>) -> Self {
        self.runs.push(Run::Chip(code.into()));
        self
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self::plain(words)
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self::plain(words)
    }
}
