//! The worker's side: read a request, solve, write what is found.

use std::io::{self, BufRead, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use super::{Problem, Report, Request};
use crate::Stopwatch;
use crate::rota::Rota;
use crate::week::{Effort, Week};

/// The line that ends the work.
pub(super) const CANCEL: &str = "cancel";
/// How long a solver that was told to stop is waited for. One that sits inside a library does not hear it.
const GRACE: Duration = Duration::from_millis(100);

enum Event<I> {
    Better(I),
    Done(I),
    Stop,
}

/// Reads one [`Request`] and writes a [`Report`] a line. It returns when the work is done, the time is over, or 0.3 s after
/// it was told to stop; a thread of its own may then still be at work, which ends with the process.
pub fn run(mut input: impl BufRead + Send + 'static, output: impl Write) -> io::Result<()> {
    let mut name = String::new();
    input.read_line(&mut name)?;
    match name.trim() {
        Week::NAME => answer::<Week>(input, output),
        Rota::NAME => answer::<Rota>(input, output),
        other => Err(invalid(format!("nothing here solves a {other}"))),
    }
}

fn answer<P: Problem>(
    mut input: impl BufRead + Send + 'static,
    mut output: impl Write,
) -> io::Result<()> {
    let mut line = String::new();
    input.read_line(&mut line)?;
    let request: Request<P> = serde_json::from_str(&line)?;
    let (events, heard) = mpsc::channel();
    let listener = events.clone();
    std::thread::spawn(move || listen::<P>(input, &listener));
    work(request, events, &heard, |report| {
        serde_json::to_writer(&mut output, report)?;
        writeln!(output)?;
        output.flush()
    })
}

/// The same without a process of its own: tells each report as it comes, and returns in time. A thread may then still be at
/// work, which ends with the process.
pub fn within<P: Problem>(
    request: Request<P>,
    tell: impl FnMut(&Report<P::Incumbent>) -> io::Result<()>,
) -> io::Result<()> {
    let (events, heard) = mpsc::channel();
    work(request, events, &heard, tell)
}

fn work<P: Problem>(
    request: Request<P>,
    events: Sender<Event<P::Incumbent>>,
    heard: &Receiver<Event<P::Incumbent>>,
    mut tell: impl FnMut(&Report<P::Incumbent>) -> io::Result<()>,
) -> io::Result<()> {
    let watch = Stopwatch::start();
    if let Some(misfit) = request.problem.misfit() {
        return Err(invalid(misfit));
    }
    let mut say = |incumbent: P::Incumbent, is_last: bool| {
        tell(&Report {
            seconds: watch.gone().as_secs_f64(),
            incumbent,
            is_last,
        })
    };
    let cancel = Arc::new(AtomicBool::new(false));
    let limit = Duration::from_secs_f64(request.seconds.clamp(0.0, 1e6));
    start(request, limit, Arc::clone(&cancel), events);
    let mut until = limit + GRACE;
    let mut best = None;
    loop {
        let left = until.saturating_sub(watch.gone());
        match heard.recv_timeout(left) {
            Ok(Event::Better(incumbent)) => {
                say(incumbent.clone(), false)?;
                best = Some(incumbent);
            }
            Ok(Event::Done(incumbent)) => return say(incumbent, true),
            Ok(Event::Stop) => {
                cancel.store(true, Ordering::Relaxed);
                until = until.min(watch.gone() + GRACE);
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                cancel.store(true, Ordering::Relaxed);
                return best.map_or(Ok(()), |best| say(best, true));
            }
        }
    }
}

fn invalid(problem: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, problem)
}

fn start<P: Problem>(
    request: Request<P>,
    limit: Duration,
    cancel: Arc<AtomicBool>,
    events: Sender<Event<P::Incumbent>>,
) {
    std::thread::spawn(move || {
        let Request {
            problem,
            start,
            seed,
            threads,
            ..
        } = request;
        // Where nobody listens any more, nothing is to be said.
        let tell = |better: &P::Incumbent| drop(events.send(Event::Better(better.clone())));
        let effort = Effort::Time(limit);
        let best = problem.solved(&start, (seed, threads), effort, &cancel, &tell);
        drop(events.send(Event::Done(best)));
    });
}

/// Waits for the line that ends the work, or for the end of the input.
fn listen<P: Problem>(input: impl BufRead, events: &Sender<Event<P::Incumbent>>) {
    for line in input.lines() {
        if line.is_ok_and(|line| line.trim() != CANCEL) {
            continue;
        }
        break;
    }
    drop(events.send(Event::Stop));
}
