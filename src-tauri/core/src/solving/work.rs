//! The solver in a process of its own, which can be ended at any moment, or on a thread where there is no such program.
//! What it finds on the way is told; whoever stops it gets the best so far.

use std::io::{self, BufReader};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use carrel_roster::week::Effort;
use carrel_roster::worker::{Problem, Process, Request, Said};

use crate::kernel::{Error, Result};

/// What a program is called with to be a worker.
pub const WORKER: &str = "--roster-worker";
/// How often it is told how long it has taken.
const BEAT: Duration = Duration::from_millis(100);
/// How many beats a worker that was stopped, or whose time is over, is waited for.
const GRACE: u32 = 3;

/// Does the work of a worker, by the program's standard input and output, and returns when it is done.
pub fn serve() -> io::Result<()> {
    carrel_roster::worker::run(BufReader::new(io::stdin()), io::stdout())
}

/// What is to be solved.
pub(crate) struct Work<'w, P: Problem> {
    pub(crate) problem: &'w P,
    pub(crate) start: P::Start,
    pub(crate) seed: u64,
    /// How long it may take.
    pub(crate) time: Duration,
    /// So many thousand steps in place of the time.
    pub(crate) thousands: Option<u32>,
}

/// Hears each better plan, or none in a while; answers whether the work is to go on.
pub(crate) type Follow<'f, I> = &'f mut dyn FnMut(Option<&I>) -> bool;

/// The best plan that is found in the time, or until whoever follows wants no more.
pub(crate) fn solved<P: Problem + Sync>(
    work: &Work<'_, P>,
    program: Option<&Path>,
    follow: Follow<'_, P::Incumbent>,
) -> Result<P::Incumbent> {
    let counted = work.thousands.is_some();
    let started = program.filter(|_| !counted).map(|program| {
        let request = Request {
            problem: work.problem.clone(),
            start: work.start.clone(),
            seconds: work.time.as_secs_f64(),
            seed: work.seed,
            threads: threads(),
        };
        Process::start(program, [WORKER], &request)
    });
    match started {
        Some(Ok(process)) => in_process(process, follow),
        // Where no process can be started, this one does the work.
        Some(Err(_)) | None => on_thread(work, follow),
    }
}

fn in_process<P: Problem>(
    mut process: Process<P>,
    follow: Follow<'_, P::Incumbent>,
) -> Result<P::Incumbent> {
    let (mut best, mut patience) = (None, None);
    loop {
        let better = match process.next(BEAT) {
            Said::Report(report) if report.is_last => return Ok(report.incumbent),
            Said::Report(report) => Some(report.incumbent),
            Said::Nothing => None,
            Said::Ended => return best.ok_or_else(failed),
        };
        let goes_on = follow(better.as_ref());
        best = better.or(best);
        if !goes_on && patience.is_none() {
            process.cancel();
            patience = Some(GRACE);
        }
        patience = patience.map(|beats: u32| beats.saturating_sub(1));
        if patience == Some(0)
            && let Some(best) = best.take()
        {
            return Ok(best);
        }
    }
}

fn on_thread<P: Problem + Sync>(
    work: &Work<'_, P>,
    follow: Follow<'_, P::Incumbent>,
) -> Result<P::Incumbent> {
    // The same number of steps gives the same plan only on the same number of threads.
    let (effort, threads) = match work.thousands {
        Some(thousands) => (Effort::Steps(thousands), 1),
        None => (Effort::Time(work.time), threads()),
    };
    let cancel = AtomicBool::new(false);
    let (tell, heard) = mpsc::channel();
    thread::scope(|scope| {
        let cancel = &cancel;
        let solving = scope.spawn(move || {
            // Who stopped listening is about to stop the work too.
            let tell = |better: &P::Incumbent| drop(tell.send(better.clone()));
            let from = (work.seed, threads);
            work.problem
                .solved(&work.start, from, effort, cancel, &tell)
        });
        loop {
            let better = heard.recv_timeout(BEAT);
            if let Err(RecvTimeoutError::Disconnected) = better {
                break;
            }
            let newest = better.ok().into_iter().chain(heard.try_iter()).last();
            if !follow(newest.as_ref()) {
                cancel.store(true, Ordering::Relaxed);
            }
        }
        solving.join().map_err(|_| failed())
    })
}

fn threads() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

fn failed() -> Error {
    Error::Internal("the solver ended without an answer".into())
}
