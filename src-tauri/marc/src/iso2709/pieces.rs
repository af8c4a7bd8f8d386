//! Cuts a stream into records by their end marks. Where a mark is missing or too many, the leaders' lengths are asked.

use std::collections::VecDeque;
use std::io::{self, BufRead};

use super::RECORD_END;
use super::leader::{LENGTH, begins_record, has_leader, length_said};
use crate::LONGEST_RECORD;
use crate::piece::{End, Piece};
use crate::source::{Source, Until};

/// The records of a stream, one after another.
#[derive(Debug)]
pub(crate) struct Pieces<R> {
    source: Source<R>,
    /// Blanks that were taken already.
    blanks: usize,
    /// Read and not yet looked into.
    ahead: VecDeque<Piece>,
    /// Cut and not yet given.
    ready: VecDeque<Piece>,
}

impl<R: BufRead> Pieces<R> {
    pub(crate) fn new(source: Source<R>, blanks: usize) -> Self {
        Self {
            source,
            blanks: blanks.min(LENGTH),
            ahead: VecDeque::new(),
            ready: VecDeque::new(),
        }
    }

    pub(crate) fn next(&mut self) -> io::Result<Option<Piece>> {
        loop {
            if let Some(piece) = self.ready.pop_front() {
                return Ok(Some(piece));
            }
            let read = match self.ahead.pop_front() {
                Some(piece) => Some(piece),
                None => self.between_marks()?,
            };
            let Some(mut piece) = read else {
                return Ok(None);
            };
            self.join(&mut piece)?;
            cut(&piece, &mut self.ready);
        }
    }

    /// What stands before the next end mark.
    fn between_marks(&mut self) -> io::Result<Option<Piece>> {
        let blanks = std::mem::take(&mut self.blanks);
        let offset = self.source.offset() - blanks as u64;
        let mut bytes = vec![b' '; blanks];
        let until = self
            .source
            .read_until(RECORD_END, &mut bytes, LONGEST_RECORD)?;
        let end = match until {
            Until::Mark => End::Mark,
            Until::TooLong => End::TooLong,
            Until::End if bytes.is_empty() => return Ok(None),
            Until::End => End::Missing,
        };
        let stray = 0;
        Ok(Some(Piece {
            offset,
            bytes,
            end,
            stray,
        }))
    }

    /// Puts pieces together that are one record with end marks in its text: none of the later ones begins like a record,
    /// and one ends where the leader says that the record ends.
    fn join(&mut self, piece: &mut Piece) -> io::Result<()> {
        let padding = padding(&piece.bytes);
        let Some(said) = length_said(&piece.bytes[padding..]) else {
            return Ok(());
        };
        let mut length = piece.bytes.len() - padding + 1;
        let mut count = 0;
        while length < said && piece.end == End::Mark {
            if self.ahead.len() == count {
                let Some(next) = self.between_marks()? else {
                    return Ok(());
                };
                self.ahead.push_back(next);
            }
            let next = &self.ahead[count];
            if next.end != End::Mark || begins_record(unpadded(&next.bytes)) {
                return Ok(());
            }
            length += next.bytes.len() + 1;
            count += 1;
        }
        if count > 0 && length == said {
            for next in self.ahead.drain(..count) {
                piece.bytes.push(RECORD_END);
                piece.bytes.extend_from_slice(&next.bytes);
            }
        }
        Ok(())
    }
}

/// How many bytes stand before the next record that say nothing: ends of lines, end-of-file marks, blanks.
fn padding(bytes: &[u8]) -> usize {
    let empty = |byte: &u8| matches!(byte, b'\r' | b'\n' | b'\t' | 0 | 0x1a);
    let blank = |byte: &u8| empty(byte) || *byte == b' ';
    let blanks = bytes.iter().take_while(|byte| blank(byte)).count();
    // A leader may begin with blanks where its length should be.
    if blanks == bytes.len() || has_leader(&bytes[blanks..]) {
        blanks
    } else {
        bytes.iter().take_while(|byte| empty(byte)).count()
    }
}

fn unpadded(bytes: &[u8]) -> &[u8] {
    &bytes[padding(bytes)..]
}

/// Takes records apart that lost the mark between them, and noise from the record behind it.
fn cut(piece: &Piece, ready: &mut VecDeque<Piece>) {
    let bytes = &piece.bytes[..];
    let mut start = padding(bytes);
    let mut stray = piece.stray;
    while let Some(at) = where_next_begins(&bytes[start..]) {
        let end = start + at;
        if begins_record(&bytes[start..end]) {
            ready.push_back(part(piece, start, end, End::Missing, stray));
            stray = 0;
        } else {
            stray += at;
        }
        start = end + padding(&bytes[end..]);
    }
    if start < bytes.len() || piece.end == End::TooLong {
        ready.push_back(part(piece, start, bytes.len(), piece.end, stray));
    }
}

fn part(piece: &Piece, start: usize, end: usize, how: End, stray: usize) -> Piece {
    Piece {
        offset: piece.offset + start as u64,
        bytes: piece.bytes[start..end].to_vec(),
        end: how,
        stray,
    }
}

/// Where a second record begins in these bytes: where the first one's leader says that it ends, or where a leader
/// stands that ends just here. The mark of the first is missing, or something else stands in its place.
fn where_next_begins(bytes: &[u8]) -> Option<usize> {
    let length = bytes.len() + 1;
    let said = length_said(bytes).unwrap_or(0);
    if said == length {
        return None;
    }
    let begins = |at: &usize| {
        let rest = bytes.get(*at..);
        *at > LENGTH && rest.is_some_and(|rest| has_leader(unpadded(rest)))
    };
    let by_length = [said.saturating_sub(1), said].into_iter().find(begins);
    by_length.or_else(|| {
        let fits = |at: &usize| {
            length_said(&bytes[*at..]) == Some(length - at) && has_leader(&bytes[*at..])
        };
        (1..bytes.len().saturating_sub(LENGTH)).find(fits)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_up(input: &[u8]) -> Vec<(u64, String, End, usize)> {
        let mut pieces = Pieces::new(Source::new(input), 0);
        let mut all = Vec::new();
        while let Some(piece) = pieces.next().unwrap() {
            let text = String::from_utf8_lossy(&piece.bytes).into_owned();
            all.push((piece.offset, text, piece.end, piece.stray));
        }
        all
    }

    /// A record of one field without its end mark; the leader counts that mark.
    fn record(text: &str) -> String {
        let body = format!("{text}\x1e");
        let length = 24 + 13 + body.len() + 1;
        format!(
            "{length:05}nam a2200037   4500500{:04}00000\x1e{body}",
            body.len()
        )
    }

    #[test]
    fn marks_cut_and_padding_between_records_is_nothing() {
        let (one, two) = (record("one"), record("two"));
        let file = format!("{one}\x1d\r\n\0{two}\x1d\r\n\x1a");
        let second = one.len() as u64 + 4;
        assert_eq!(
            cut_up(file.as_bytes()),
            [(0, one, End::Mark, 0), (second, two, End::Mark, 0)]
        );
    }

    #[test]
    fn a_mark_within_a_text_does_not_cut() {
        let (one, two) = (record("o\x1dn\x1d\r\ne"), record("two"));
        let file = format!("{one}\x1d{two}\x1d");
        let found: Vec<String> = cut_up(file.as_bytes()).into_iter().map(|p| p.1).collect();
        assert_eq!(found, [one, two]);
    }

    #[test]
    fn a_lost_mark_does_not_join() {
        let (one, two, three) = (record("one"), record("two"), record("three"));
        for between in ["", "\n", "\r\n"] {
            let file = format!("{one}{between}{two}{between}{three}\x1d");
            let found: Vec<_> = cut_up(file.as_bytes())
                .into_iter()
                .map(|p| (p.1.trim_end().to_owned(), p.2))
                .collect();
            let expected = [
                (one.clone(), End::Missing),
                (two.clone(), End::Missing),
                (three.clone(), End::Mark),
            ];
            assert_eq!(found, expected, "{between:?}");
        }
    }

    #[test]
    fn a_record_that_breaks_off_leaves_the_next_one_whole() {
        let (one, two) = (record("a longer one"), record("two"));
        let file = format!("{}{two}\x1d", &one[..45]);
        let expected = [
            (0, one[..45].to_owned(), End::Missing, 0),
            (45, two, End::Mark, 0),
        ];
        assert_eq!(cut_up(file.as_bytes()), expected);
    }

    #[test]
    fn noise_before_a_record_is_counted() {
        let one = record("one");
        let file = format!("<html>no\n{one}\x1d");
        assert_eq!(cut_up(file.as_bytes()), [(9, one, End::Mark, 9)]);
        assert_eq!(
            cut_up(b"name,card\nAda,12"),
            [(0, "name,card\nAda,12".into(), End::Missing, 0)]
        );
    }

    #[test]
    fn many_records_without_marks_are_cut_in_no_time() {
        let file = record("x").repeat(100_000);
        assert_eq!(cut_up(file.as_bytes()).len(), 100_000);
    }
}
