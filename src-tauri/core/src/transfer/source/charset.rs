//! How a text file's letters are written, told by its bytes, and the text of it as it is read.

use std::io::{self, BufReader, Read};

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes looked at or turned into text at a time.
const STRIDE: usize = 64 * 1024;

/// How a file's letters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Charset {
    encoding: &'static Encoding,
    /// What people call it.
    pub(super) name: &'static str,
    /// Whether that is certain.
    pub(super) certain: bool,
}

/// Looks through the whole file; none where it is no text at all.
pub(super) fn detect(mut file: impl Read) -> io::Result<Option<Charset>> {
    let of = |encoding, name, certain| Charset {
        encoding,
        name,
        certain,
    };
    let (mut decoder, mut buffer) = (UTF_8.new_decoder(), vec![0; STRIDE]);
    let mut text = String::with_capacity(STRIDE * 3);
    let (mut first, mut is_utf8, mut odd) = (true, true, false);
    loop {
        let read = fill(&mut file, &mut buffer)?;
        let bytes = &buffer[..read];
        if first {
            match bytes {
                [0xff, 0xfe, ..] => return Ok(Some(of(UTF_16LE, "UTF-16", true))),
                [0xfe, 0xff, ..] => return Ok(Some(of(UTF_16BE, "UTF-16", true))),
                _ => {}
            }
            if let Some(encoding) = bare_utf16(bytes) {
                return Ok(Some(of(encoding, "UTF-16", false)));
            }
            first = false;
        }
        if bytes.contains(&0) {
            return Ok(None);
        }
        odd |= bytes.iter().any(|byte| (0x80..0xa0).contains(byte));
        text.clear();
        let (_, _, wrong) = decoder.decode_to_string(bytes, &mut text, read == 0);
        is_utf8 &= !wrong;
        if read == 0 {
            break;
        }
    }
    Ok(Some(match (is_utf8, odd) {
        (true, _) => of(UTF_8, "UTF-8", true),
        (false, true) => of(WINDOWS_1252, "Windows-1252", false),
        (false, false) => of(WINDOWS_1252, "Latin-1", false),
    }))
}

/// Text of a spreadsheet that wrote UTF-16 without its mark: every other byte of plain letters is nothing.
fn bare_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(512) & !1];
    let nothings = |place: usize| {
        start
            .iter()
            .skip(place)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let most = start.len() / 2 * 7 / 10;
    match (nothings(0), nothings(1)) {
        (0, right) if start.len() >= 8 && right > most => Some(UTF_16LE),
        (left, 0) if start.len() >= 8 && left > most => Some(UTF_16BE),
        _ => None,
    }
}

fn fill(file: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut read = 0;
    while read < buffer.len() {
        match file.read(&mut buffer[read..])? {
            0 => break,
            more => read += more,
        }
    }
    Ok(read)
}

/// A file's text in UTF-8, read bit by bit: lines end with a line feed, the last one too, whatever ended them.
pub(super) struct Text<R> {
    file: BufReader<R>,
    decoder: Decoder,
    bytes: Vec<u8>,
    /// Bytes that were read and not turned into text yet.
    waiting: std::ops::Range<usize>,
    text: Vec<u8>,
    given: usize,
    after_return: bool,
    at_line_start: bool,
    ended: bool,
    /// Whether letters were met that the encoding does not have.
    pub(super) mangled: bool,
}

impl<R: Read> Text<R> {
    /// The text of a file.
    pub(super) fn of(file: R, charset: Charset) -> Self {
        Self {
            file: BufReader::new(file),
            decoder: charset.encoding.new_decoder(),
            bytes: vec![0; STRIDE],
            waiting: 0..0,
            text: Vec::new(),
            given: 0,
            after_return: false,
            at_line_start: true,
            ended: false,
            mangled: false,
        }
    }

    fn more(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            self.waiting = 0..fill(&mut self.file, &mut self.bytes)?;
        }
        let last = self.waiting.is_empty();
        let mut text = String::with_capacity(STRIDE * 3);
        let bytes = &self.bytes[self.waiting.clone()];
        let (result, read, wrong) = self.decoder.decode_to_string(bytes, &mut text, last);
        self.waiting.start += read;
        self.mangled |= wrong;
        self.text.clear();
        self.given = 0;
        for byte in text.bytes() {
            match byte {
                b'\n' if self.after_return => {}
                b'\r' | b'\n' => self.text.push(b'\n'),
                other => self.text.push(other),
            }
            self.after_return = byte == b'\r';
            self.at_line_start = matches!(byte, b'\r' | b'\n');
        }
        if last && result == CoderResult::InputEmpty {
            self.ended = true;
            if !self.at_line_start {
                self.text.push(b'\n');
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Text<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() && !self.ended {
            self.more()?;
        }
        let left = &self.text[self.given..];
        let length = left.len().min(out.len());
        out[..length].copy_from_slice(&left[..length]);
        self.given += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, &'static str, bool) {
        let charset = detect(bytes).unwrap().unwrap();
        let mut text = String::new();
        Text::of(bytes, charset).read_to_string(&mut text).unwrap();
        (text, charset.name, charset.certain)
    }

    #[test]
    fn every_programs_letters_are_read() {
        assert_eq!(
            read("Nguyễn".as_bytes()),
            ("Nguyễn\n".into(), "UTF-8", true)
        );
        assert_eq!(
            read(b"\xef\xbb\xbfA\r\nB\r"),
            ("A\nB\n".into(), "UTF-8", true)
        );
        assert_eq!(read(b"\xff\xfeA\0\xe9\0"), ("Aé\n".into(), "UTF-16", true));
        assert_eq!(read(b"\xfe\xff\0A"), ("A\n".into(), "UTF-16", true));
        assert_eq!(
            read(b"A\0B\0,\0C\0\n\0"),
            ("AB,C\n".into(), "UTF-16", false)
        );
        assert_eq!(read(b"R\xe9"), ("Ré\n".into(), "Latin-1", false));
        assert_eq!(
            read(b"R\xe9 \x96"),
            ("Ré –\n".into(), "Windows-1252", false)
        );
    }

    #[test]
    fn what_is_no_text_is_known() {
        assert_eq!(detect(&b"\x7fELF\x02\x01\x00\x00abc"[..]).unwrap(), None);
    }

    #[test]
    fn a_long_text_is_read_without_a_seam() {
        let long = "Đặng Øystein ÿ\r\n".repeat(20_000);
        assert_eq!(read(long.as_bytes()).0, long.replace("\r\n", "\n"));
    }
}
