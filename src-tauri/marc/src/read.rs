//! One record after another from any input, in whichever of the two formats it is.

use std::io::{self, BufRead};

use crate::iso2709::{self, Pieces};
use crate::record::Record;
use crate::source::Source;

/// Reads records from anything, as a stream. The format is told from the first bytes.
///
/// An error of the input itself ends the reading; an error in a record is listed in that record.
pub fn read<R: BufRead>(input: R) -> Reader<R> {
    Reader {
        state: State::Unknown(Source::new(input)),
        count: 0,
    }
}

/// The records of an input; see [`read()`].
#[derive(Debug)]
pub struct Reader<R> {
    state: State<R>,
    count: usize,
}

#[derive(Debug)]
enum State<R> {
    Unknown(Source<R>),
    Iso2709(Pieces<R>),
    Done,
}

impl<R: BufRead> Iterator for Reader<R> {
    type Item = io::Result<Record>;

    fn next(&mut self) -> Option<Self::Item> {
        let read = self.advance();
        if !matches!(read, Ok(Some(_))) {
            self.state = State::Done;
        }
        self.count += 1;
        read.transpose()
    }
}

impl<R: BufRead> Reader<R> {
    fn advance(&mut self) -> io::Result<Option<Record>> {
        if let State::Unknown(_) = self.state
            && let State::Unknown(source) = std::mem::replace(&mut self.state, State::Done)
        {
            self.state = begin(source)?;
        }
        match &mut self.state {
            State::Iso2709(pieces) => {
                let piece = pieces.next()?;
                Ok(piece.map(|piece| iso2709::record(&piece, self.count)))
            }
            State::Unknown(_) | State::Done => Ok(None),
        }
    }
}

/// Passes over a byte order mark and blanks; what stands then tells the format.
fn begin<R: BufRead>(mut source: Source<R>) -> io::Result<State<R>> {
    for byte in [0xef, 0xbb, 0xbf] {
        if source.peek()? == Some(byte) {
            source.skip()?;
        }
    }
    Ok(State::Iso2709(Pieces::new(source)))
}
