//! Bytes from a stream, up to a mark and never more than asked for. What they mean is read elsewhere.

use std::io::{self, BufRead, ErrorKind};

/// An input that knows how far it has been read.
#[derive(Debug)]
pub(crate) struct Source<R> {
    input: R,
    offset: u64,
}

/// Why reading stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Until {
    /// At the mark, which is taken and not given.
    Mark,
    /// At the mark, and the bytes before it were more than wanted; those are lost.
    TooLong,
    /// At the end of the input.
    End,
}

impl<R: BufRead> Source<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { input, offset: 0 }
    }

    /// How many bytes have been taken.
    pub(crate) fn offset(&self) -> u64 {
        self.offset
    }

    /// Some of the next bytes, not taken; none at the end.
    pub(crate) fn ahead(&mut self) -> io::Result<&[u8]> {
        self.fill()
    }

    /// Takes a byte that is known to be there.
    pub(crate) fn skip(&mut self) {
        self.take(1);
    }

    /// Adds everything before the next `mark` to `bytes`, which never grows beyond `limit`.
    pub(crate) fn read_until(
        &mut self,
        mark: u8,
        bytes: &mut Vec<u8>,
        limit: usize,
    ) -> io::Result<Until> {
        let mut too_long = false;
        loop {
            let filled = self.fill()?;
            if filled.is_empty() {
                return Ok(if too_long { Until::TooLong } else { Until::End });
            }
            let found = filled.iter().position(|byte| *byte == mark);
            let part = &filled[..found.unwrap_or(filled.len())];
            if bytes.len() + part.len() > limit {
                too_long = true;
                bytes.clear();
            } else if !too_long {
                bytes.extend_from_slice(part);
            }
            let taken = part.len() + usize::from(found.is_some());
            self.take(taken);
            if found.is_some() {
                return Ok(if too_long {
                    Until::TooLong
                } else {
                    Until::Mark
                });
            }
        }
    }

    fn fill(&mut self) -> io::Result<&[u8]> {
        // Asked twice, because a borrow that is returned from a loop's arm outlives the loop.
        loop {
            match self.input.fill_buf() {
                Ok(_) => break,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.input.fill_buf()
    }

    fn take(&mut self, count: usize) {
        self.input.consume(count);
        self.offset += count as u64;
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    #[test]
    fn what_is_too_long_is_passed_over_and_the_rest_is_read() {
        let mut source = Source::new(BufReader::with_capacity(3, &b"ab|0123456789|cd"[..]));
        let mut take = || {
            let mut bytes = Vec::new();
            let until = source.read_until(b'|', &mut bytes, 5).unwrap();
            (String::from_utf8(bytes).unwrap(), until)
        };
        assert_eq!(take(), ("ab".into(), Until::Mark));
        assert_eq!(take(), (String::new(), Until::TooLong));
        assert_eq!(take(), ("cd".into(), Until::End));
        assert_eq!(source.offset(), 16);
    }
}
