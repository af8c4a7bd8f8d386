//! Threads that own a connection each, to which work is a message. They know no verb and no transaction.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use rusqlite::Connection;

use super::error::{Error, Result};

type Message = Box<dyn FnOnce(&mut Connection) + Send>;

/// One queue of work before one or more connections.
pub struct Lane {
    queue: Option<Sender<Message>>,
    threads: Vec<JoinHandle<()>>,
}

impl Lane {
    /// A lane with a thread for each connection.
    pub fn new(name: &str, connections: Vec<Connection>) -> Result<Self> {
        let (queue, messages) = channel::<Message>();
        let messages = Arc::new(Mutex::new(messages));
        let start = |tx: Connection| {
            let messages = Arc::clone(&messages);
            thread::Builder::new()
                .name(name.to_owned())
                .spawn(move || serve(tx, &messages))
        };
        let threads = connections
            .into_iter()
            .map(start)
            .collect::<std::io::Result<_>>()?;
        Ok(Self {
            queue: Some(queue),
            threads,
        })
    }

    /// Runs the work on the lane and waits for it. A panic in it becomes an error and leaves the lane running.
    pub fn run<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    {
        let (reply, answer) = channel();
        let message: Message = Box::new(move |tx| {
            let result = catch_unwind(AssertUnwindSafe(|| work(tx)));
            // Whoever asked may be gone; then nobody misses the answer.
            let _ =
                reply.send(result.unwrap_or_else(|panic| Err(Error::Internal(words_of(&*panic)))));
        });
        let gone = || Error::Internal("the library is closed".into());
        self.queue
            .as_ref()
            .ok_or_else(gone)?
            .send(message)
            .map_err(|_| gone())?;
        answer.recv().map_err(|_| gone())?
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        self.queue = None;
        for thread in self.threads.drain(..) {
            // A thread that panicked outside a message has closed its connection all the same.
            let _ = thread.join();
        }
    }
}

fn serve(mut tx: Connection, messages: &Mutex<Receiver<Message>>) {
    loop {
        let message = messages
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .recv();
        match message {
            Ok(message) => message(&mut tx),
            Err(_) => return,
        }
    }
}

/// What a panic said.
pub(super) fn words_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic".into())
}
