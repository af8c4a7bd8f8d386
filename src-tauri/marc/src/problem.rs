//! What can be wrong with a record, as data and as a sentence. Whether to keep the record is the caller's decision.

use std::fmt;

use crate::LONGEST_RECORD;
use crate::charset::Encoding;

/// One thing that is wrong with a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field it is about, if it is about one.
    pub tag: Option<String>,
    /// What it is.
    pub fault: Fault,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Everything is there, and something of it had to be guessed.
    Doubtful,
    /// Something is lost, or cannot be told from noise.
    Damaged,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is no record in these bytes.
    NoRecord {
        /// How many they are.
        bytes: usize,
    },
    /// The file, or the next record, begins before this one is complete.
    Truncated,
    /// It is longer than can be held; it was passed over.
    TooLong,
    /// The whole file is in UTF-16.
    WideCharacters,
    /// It has a leader and no field.
    NoFields,
    /// The directory names a field that is nowhere to be found.
    FieldLost,
    /// Data that no entry of the directory claims, and that cannot be put to any.
    FieldsUnnamed {
        /// How many fields they would be.
        count: usize,
    },
    /// The XML of this record cannot be read to its end.
    BrokenXml {
        /// What the parser met.
        why: String,
    },
    /// More was wrong than is worth listing.
    More {
        /// How many problems are not listed.
        count: usize,
        /// The worst of them.
        severity: Severity,
    },
    /// Bytes before the record that belong to none.
    StrayBytes {
        /// How many.
        count: usize,
    },
    /// The end mark is missing; all fields are there.
    Unterminated,
    /// The leader names another length than the record has.
    WrongLength {
        /// What the leader says.
        said: String,
        /// What it should say.
        found: usize,
    },
    /// The leader names another place for the fields than they have.
    WrongBase {
        /// What the leader says.
        said: String,
        /// What it should say.
        found: usize,
    },
    /// The leader is not 24 plain characters.
    OddLeader,
    /// The directory cannot be cut into entries of twelve digits and letters.
    OddDirectory,
    /// The directory's places do not fit; the fields were taken in their order.
    DirectoryGuessed,
    /// A tag of fewer than three digits; the zeros before it were added.
    ShortTag {
        /// How it is written.
        written: String,
    },
    /// A field has no, one or too many indicators.
    Indicators {
        /// What stands in their place, as text.
        found: String,
    },
    /// A subfield mark with nothing behind it.
    EmptySubfield,
    /// A subfield's code is no plain character.
    OddCode {
        /// The code it was given.
        read_as: char,
    },
    /// A control field with subfields in it.
    SubfieldsInControl,
    /// The leader says one encoding and the bytes another.
    Encoding {
        /// What the leader says.
        said: Encoding,
        /// What was read.
        found: Encoding,
    },
    /// Bytes that mean nothing; each is shown as �.
    Unreadable {
        /// How many.
        count: usize,
        /// The first of them, in hexadecimal.
        first: String,
        /// The character set they should belong to.
        set: &'static str,
    },
    /// A mark that should stand over a letter has none behind it.
    LooseMark,
    /// A reference to a character that does not exist; it is left as it was written.
    OddReference {
        /// How it is written.
        written: String,
    },
}

impl Fault {
    /// Whether the record lost something by it.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::NoRecord { .. }
            | Self::Truncated
            | Self::TooLong
            | Self::WideCharacters
            | Self::NoFields
            | Self::FieldLost
            | Self::FieldsUnnamed { .. }
            | Self::BrokenXml { .. } => Severity::Damaged,
            Self::More { severity, .. } => *severity,
            Self::StrayBytes { .. }
            | Self::Unterminated
            | Self::WrongLength { .. }
            | Self::WrongBase { .. }
            | Self::OddLeader
            | Self::OddDirectory
            | Self::DirectoryGuessed
            | Self::ShortTag { .. }
            | Self::Indicators { .. }
            | Self::EmptySubfield
            | Self::OddCode { .. }
            | Self::SubfieldsInControl
            | Self::Encoding { .. }
            | Self::Unreadable { .. }
            | Self::LooseMark
            | Self::OddReference { .. } => Severity::Doubtful,
        }
    }
}

impl Problem {
    pub(crate) fn of_record(fault: Fault) -> Self {
        Self { tag: None, fault }
    }

    pub(crate) fn of_field(tag: &str, fault: Fault) -> Self {
        Self {
            tag: Some(tag.to_owned()),
            fault,
        }
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.fault.severity()
    }
}

/// A sentence without its full stop.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.tag {
            Some(tag) => write!(f, "field {tag}: {}", self.fault),
            None => write!(f, "{}", self.fault),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRecord { bytes } => write!(f, "{bytes} bytes here are no MARC record"),
            Self::Truncated => write!(f, "the record breaks off before its end"),
            Self::TooLong => write!(f, "the record is longer than {} MB", LONGEST_RECORD >> 20),
            Self::WideCharacters => f.write_str("the file is in UTF-16; save it as UTF-8"),
            Self::NoFields => write!(f, "the record has no fields"),
            Self::FieldLost => write!(f, "the directory names it, and it is not in the record"),
            Self::FieldsUnnamed { count } => {
                write!(f, "the directory does not name {count} of the fields")
            }
            Self::BrokenXml { why } => write!(f, "the XML cannot be read: {why}"),
            Self::More { count, .. } => write!(f, "{count} more problems are not listed"),
            Self::StrayBytes { count } => {
                write!(f, "{count} bytes before the record belong to none")
            }
            Self::Unterminated => write!(f, "the mark at the end of the record is missing"),
            Self::WrongLength { said, found } => write!(
                f,
                "the leader says the record has {said} bytes, and it has {found}"
            ),
            Self::WrongBase { said, found } => write!(
                f,
                "the leader says the fields begin at {said}, and they begin at {found}"
            ),
            Self::OddLeader => write!(f, "the leader is not 24 plain characters"),
            Self::OddDirectory => write!(f, "the directory is not made of whole entries"),
            Self::DirectoryGuessed => {
                f.write_str("the directory is wrong; the order of the fields was taken")
            }
            Self::ShortTag { written } => write!(f, "the tag was written as {written}"),
            Self::Indicators { found } => {
                write!(f, "\"{found}\" stands where two indicators should")
            }
            Self::EmptySubfield => write!(f, "a subfield mark has nothing behind it"),
            Self::OddCode { read_as } => write!(f, "an odd subfield code was read as {read_as}"),
            Self::SubfieldsInControl => write!(f, "a control field has subfields"),
            Self::Encoding { said, found } => {
                write!(f, "the leader says {said}, and the text is {found}")
            }
            Self::Unreadable { count, first, set } => {
                write!(
                    f,
                    "{count} unreadable in {set}, each shown as \u{fffd}; the first is {first}"
                )
            }
            Self::LooseMark => write!(f, "a mark stands over no letter"),
            Self::OddReference { written } => {
                write!(f, "{written} means no character and was left as it is")
            }
        }
    }
}

/// How many problems of a record are worth listing.
const LISTED: usize = 50;

/// Lists a problem, or counts it where there are many already: a record of noise does not fill the memory.
pub(crate) fn note(problems: &mut Vec<Problem>, problem: Problem) {
    let new = problem.severity();
    if problems.len() < LISTED {
        problems.push(problem);
    } else if let Some(Fault::More { count, severity }) =
        problems.last_mut().map(|last| &mut last.fault)
    {
        *count += 1;
        *severity = new.max(*severity);
    } else {
        let (count, severity) = (1, new);
        problems.push(Problem::of_record(Fault::More { count, severity }));
    }
}
