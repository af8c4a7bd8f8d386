//! One record after another from any input, in whichever of the two formats it is.

use std::io::{self, BufRead};

use crate::charset::Encoding;
use crate::iso2709;
use crate::problem::{Fault, Problem};
use crate::record::Record;
use crate::source::Source;
use crate::xml;

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
    Iso2709(iso2709::Pieces<R>),
    Xml(xml::Pieces<R>),
    /// Two bytes a character, which is not read.
    Wide,
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
            State::Xml(pieces) => {
                let piece = pieces.next()?;
                let declared = pieces.declared();
                Ok(piece.map(|piece| xml::record(&piece, declared, self.count)))
            }
            State::Wide => {
                self.state = State::Done;
                Ok(Some(wide()))
            }
            State::Unknown(_) | State::Done => Ok(None),
        }
    }
}

/// Passes over a byte order mark and ends of lines; what stands then tells the format.
fn begin<R: BufRead>(mut source: Source<R>) -> io::Result<State<R>> {
    if matches!(
        source.ahead()?,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'<', 0, ..] | [0, b'<', ..]
    ) {
        return Ok(State::Wide);
    }
    for byte in [0xef, 0xbb, 0xbf] {
        if source.ahead()?.first() == Some(&byte) {
            source.skip();
        }
    }
    while let Some(b'\r' | b'\n' | b'\t') = source.ahead()?.first() {
        source.skip();
    }
    let mut blanks = 0;
    while source.ahead()?.first() == Some(&b' ') {
        source.skip();
        blanks += 1;
    }
    Ok(match source.ahead()?.first() {
        Some(b'<') => State::Xml(xml::Pieces::new(source)),
        // A leader may begin with blanks.
        Some(_) | None => State::Iso2709(iso2709::Pieces::new(source, blanks)),
    })
}

fn wide() -> Record {
    Record {
        index: 0,
        offset: 0,
        encoding: Encoding::Utf8,
        leader: String::new(),
        fields: Vec::new(),
        errors: vec![Problem::of_record(Fault::WideCharacters)],
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    #[test]
    fn the_format_is_told_whatever_stands_before_it() {
        let xml = "<record><controlfield tag='001'>7</controlfield></record>";
        let iso = "00040nam a2200037   4500001000200000\x1e7\x1e\x1d";
        for before in ["", "\u{feff}", "\u{feff}\r\n", "\n\n", "  "] {
            for file in [xml, iso] {
                let file = format!("{before}{file}");
                for capacity in [7, 8192] {
                    let input = BufReader::with_capacity(capacity, file.as_bytes());
                    let read: Vec<_> = read(input).map(Result::unwrap).collect();
                    assert_eq!(read.len(), 1, "{file:?}");
                    assert_eq!(read[0].control("001"), Some("7"), "{file:?} {read:?}");
                }
            }
        }
        let wide: Vec<u8> = xml.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let read: Vec<_> = read(&wide[..]).map(Result::unwrap).collect();
        assert!(read.len() == 1 && read[0].is_damaged());
    }
}
