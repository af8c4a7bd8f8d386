//! Words to the two outputs. A reader that has gone away is no fault: `carrel-cli commands | head` ends quietly.

use std::io::{self, BufWriter, ErrorKind, Write};

/// Writes a line to the standard output.
pub(crate) fn say(line: &str) -> io::Result<()> {
    quietly(writeln!(io::stdout().lock(), "{line}").and_then(|()| io::stdout().flush()))
}

/// Writes many lines to the standard output. When nobody listens any more, no further line is asked for.
pub(crate) fn say_each(mut lines: impl Iterator<Item = String>) -> io::Result<()> {
    let mut output = BufWriter::new(io::stdout().lock());
    let written = lines.try_for_each(|line| writeln!(output, "{line}"));
    quietly(written.and_then(|()| output.flush()))
}

/// Writes a line to the standard error output, if anybody listens there.
pub(crate) fn complain(line: &str) {
    // There is nowhere left to tell of a failure.
    let _ = writeln!(io::stderr().lock(), "{line}");
}

fn quietly(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
