//! The bytes of one record, without its end mark, and what was met in finding them.

/// What stood between two end marks, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Where it begins in the input.
    pub(crate) offset: u64,
    pub(crate) bytes: Vec<u8>,
    /// How it ended.
    pub(crate) end: End,
    /// How many bytes before it belong to no record.
    pub(crate) stray: usize,
}

/// How a piece ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// With its mark.
    Mark,
    /// Without: another record begins, or the file ends.
    Missing,
    /// It was too long and is not here.
    TooLong,
}
