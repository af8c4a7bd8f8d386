//! The other side: start a worker, hear what it finds, end it.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use super::run::CANCEL;
use super::{Problem, Report, Request};

/// What is heard of a worker.
#[derive(Debug, Clone, PartialEq)]
pub enum Said<I> {
    /// A better plan, a better bound or the end.
    Report(Report<I>),
    /// Nothing new in this time.
    Nothing,
    /// It is over. A worker that ends without a last report has failed.
    Ended,
}

/// A worker at work. It is killed when this is dropped.
#[derive(Debug)]
pub struct Process<P: Problem> {
    child: Child,
    input: Option<ChildStdin>,
    reports: Receiver<Report<P::Incumbent>>,
}

impl<P: Problem> Process<P> {
    /// Starts a program that calls [`super::run`] when it is given these arguments, and hands it a request.
    pub fn start<A: AsRef<OsStr>>(
        program: impl AsRef<OsStr>,
        arguments: impl IntoIterator<Item = A>,
        request: &Request<P>,
    ) -> io::Result<Self> {
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let input = child.stdin.take();
        let output = child.stdout.take();
        let (heard, reports) = mpsc::channel();
        std::thread::spawn(move || {
            let lines = output.map(|output| BufReader::new(output).lines());
            for line in lines.into_iter().flatten().map_while(Result::ok) {
                let Ok(report) = serde_json::from_str(&line) else {
                    continue;
                };
                if heard.send(report).is_err() {
                    return;
                }
            }
        });
        let mut process = Self {
            child,
            input,
            reports,
        };
        process.say(P::NAME)?;
        process.say(&serde_json::to_string(request)?)?;
        Ok(process)
    }

    /// What it says next; it is waited for so long. No time at all only looks.
    pub fn next(&self, wait: Duration) -> Said<P::Incumbent> {
        match self.reports.recv_timeout(wait) {
            Ok(report) => Said::Report(report),
            Err(RecvTimeoutError::Timeout) => Said::Nothing,
            Err(RecvTimeoutError::Disconnected) => Said::Ended,
        }
    }

    /// Asks it to end. The best plan comes as its last report, within 0.3 s.
    pub fn cancel(&mut self) {
        // A worker that is over has closed its end.
        drop(self.say(CANCEL));
        self.input = None;
    }

    fn say(&mut self, line: &str) -> io::Result<()> {
        let Some(input) = &mut self.input else {
            return Ok(());
        };
        writeln!(input, "{line}")?;
        input.flush()
    }
}

impl<P: Problem> Drop for Process<P> {
    fn drop(&mut self) {
        // Both fail where it is over already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
