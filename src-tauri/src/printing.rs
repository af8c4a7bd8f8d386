//! The receipt printer of this PC. What is sent waits on a thread of its own: a printer that is off never holds the desk up.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use carrel_core::front::Answer;
use carrel_core::kernel::{Error, Result};
use carrel_core::reports::{ReceiptPrinter, SentReceipt, SentState};
use serde_json::Value;

use crate::system;

/// A printer that has not taken a receipt by then is given up on.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long the PC may take to name its printers.
const PATIENCE_FOR_NAMES: Duration = Duration::from_secs(4);

/// How bytes reach a printer by its name.
type Send = fn(&str, &[u8]) -> io::Result<()>;

/// The receipt printer, and what waits for it.
pub(crate) struct Printing {
    /// Where the choice is kept; nowhere on a PC without a folder for it.
    file: Option<PathBuf>,
    desk: Arc<Mutex<Desk>>,
    queue: Sender<Job>,
}

/// What is known at the desk.
#[derive(Default)]
struct Desk {
    name: Option<String>,
    last: Option<(SentReceipt, Arc<Vec<u8>>)>,
}

/// A receipt on its way.
struct Job {
    number: u32,
    printer: String,
    bytes: Arc<Vec<u8>>,
}

impl Printing {
    /// The printer that was chosen on this PC, as the file says.
    pub(crate) fn new(file: Option<PathBuf>) -> Self {
        Self::with(file, system::send_raw, PATIENCE)
    }

    fn with(file: Option<PathBuf>, send: Send, patience: Duration) -> Self {
        let kept = file
            .as_ref()
            .and_then(|file| std::fs::read_to_string(file).ok());
        let name = kept
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty());
        let desk = Arc::new(Mutex::new(Desk { name, last: None }));
        let (queue, jobs) = mpsc::channel();
        let told = Arc::clone(&desk);
        thread::spawn(move || print_all(&jobs, &told, send, patience));
        Self { file, desk, queue }
    }

    /// Answers in the core's stead where the command is about the printer; the core has let it in by then. `ticket` asks
    /// the core for the bytes of a receipt.
    pub(crate) fn answer(
        &self,
        name: &str,
        input: &Value,
        answer: Answer,
        ticket: impl FnOnce() -> Result<Answer>,
    ) -> Result<Answer> {
        let output = match name {
            "reports.list_printers" => serde_json::to_value(names())?,
            "reports.show_printer" => self.shown()?,
            "reports.choose_printer" => {
                self.choose(input["name"].as_str())?;
                self.shown()?
            }
            "reports.send_receipt" => {
                let ticket = ticket()?.output;
                let bytes = STANDARD.decode(ticket["base64"].as_str().unwrap_or_default());
                let bytes = bytes.map_err(|broken| Error::Internal(broken.to_string()))?;
                self.send(Arc::new(bytes))?;
                self.shown()?
            }
            "reports.send_again" => {
                let last = self
                    .desk()
                    .last
                    .as_ref()
                    .map(|(_, bytes)| Arc::clone(bytes));
                let nothing = || Error::invalid("receipt", "none was printed since Carrel started");
                self.send(last.ok_or_else(nothing)?)?;
                self.shown()?
            }
            _ => return Ok(answer),
        };
        Ok(Answer { output, ..answer })
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn shown(&self) -> Result<Value> {
        let desk = self.desk();
        Ok(serde_json::to_value(ReceiptPrinter {
            name: desk.name.clone(),
            last: desk.last.as_ref().map(|(last, _)| last.clone()),
        })?)
    }

    fn choose(&self, name: Option<&str>) -> Result<()> {
        if let Some(file) = &self.file {
            std::fs::write(file, name.unwrap_or_default())?;
        }
        self.desk().name = name.map(str::to_owned);
        Ok(())
    }

    fn send(&self, bytes: Arc<Vec<u8>>) -> Result<()> {
        let mut desk = self.desk();
        let nobody = || Error::invalid("printer", "no receipt printer was chosen in the settings");
        let printer = desk.name.clone().ok_or_else(nobody)?;
        let number = desk.last.as_ref().map_or(0, |(last, _)| last.number) + 1;
        let waiting = SentReceipt {
            number,
            state: SentState::Waiting,
            problem: String::new(),
        };
        desk.last = Some((waiting, Arc::clone(&bytes)));
        let job = Job {
            number,
            printer,
            bytes,
        };
        let gone = |_| Error::Internal("the thread that prints receipts has ended".to_owned());
        self.queue.send(job).map_err(gone)
    }
}

fn print_all(jobs: &Receiver<Job>, desk: &Mutex<Desk>, send: Send, patience: Duration) {
    for job in jobs {
        let number = job.number;
        let sent = within(patience, move || send(&job.printer, &job.bytes));
        let mut desk = desk.lock().unwrap_or_else(PoisonError::into_inner);
        // Of a receipt that another one came after, nobody asks any more.
        if let Some((last, _)) = desk.last.as_mut().filter(|(last, _)| last.number == number) {
            last.state = match &sent {
                Ok(()) => SentState::Sent,
                Err(_) => SentState::Failed,
            };
            last.problem = sent
                .err()
                .map(|error| error.to_string())
                .unwrap_or_default();
        }
    }
}

/// Does something that may never end, and goes on without it when the time has run out.
fn within<T: std::marker::Send + 'static>(
    patience: Duration,
    work: impl FnOnce() -> io::Result<T> + std::marker::Send + 'static,
) -> io::Result<T> {
    let (done, answer) = mpsc::channel();
    thread::spawn(move || {
        // Nobody listens any more when the time has run out.
        let _ = done.send(work());
    });
    let late = |_| io::Error::new(io::ErrorKind::TimedOut, "the printer does not answer");
    answer.recv_timeout(patience).map_err(late)?
}

/// The PC's printers; none where it does not say in time.
fn names() -> Vec<String> {
    let mut names = within(PATIENCE_FOR_NAMES, system::printers).unwrap_or_default();
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn asks(printing: &Printing, name: &str, input: &Value) -> Result<Value> {
        let nothing = || Answer {
            output: Value::Null,
            changes: Vec::new(),
        };
        let ticket = || {
            Ok(Answer {
                output: json!({ "base64": STANDARD.encode("receipt") }),
                ..nothing()
            })
        };
        let answer = printing.answer(name, input, nothing(), ticket)?;
        Ok(answer.output)
    }

    fn ends(printing: &Printing) -> Value {
        loop {
            let shown = asks(printing, "reports.show_printer", &json!({})).unwrap();
            if shown["last"]["state"] != "waiting" {
                return shown["last"].clone();
            }
            thread::yield_now();
        }
    }

    const SOON: Duration = Duration::from_millis(20);

    #[test]
    fn a_printer_is_chosen_for_this_pc_and_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("receipt-printer");
        let printing = Printing::with(Some(file.clone()), |_, _| Ok(()), SOON);
        let chosen = asks(
            &printing,
            "reports.choose_printer",
            &json!({ "name": "Star" }),
        );
        assert_eq!(chosen.unwrap(), json!({ "name": "Star", "last": null }));
        let anew = Printing::with(Some(file), |_, _| Ok(()), SOON);
        assert_eq!(
            asks(&anew, "reports.show_printer", &json!({})).unwrap()["name"],
            "Star"
        );
    }

    #[test]
    fn a_receipt_is_sent_and_sent_again() {
        let printing = Printing::with(None, |_, _| Ok(()), Duration::from_secs(5));
        assert!(asks(&printing, "reports.send_receipt", &json!({})).is_err());
        asks(
            &printing,
            "reports.choose_printer",
            &json!({ "name": "Star" }),
        )
        .unwrap();
        assert!(asks(&printing, "reports.send_again", &json!({})).is_err());
        asks(&printing, "reports.send_receipt", &json!({})).unwrap();
        assert_eq!(
            ends(&printing),
            json!({ "number": 1, "state": "sent", "problem": "" })
        );
        asks(&printing, "reports.send_again", &json!({})).unwrap();
        assert_eq!(ends(&printing)["number"], 2);
    }

    #[test]
    fn a_printer_that_is_off_holds_nobody_up() {
        let never = |_: &str, _: &[u8]| {
            thread::park();
            Ok(())
        };
        let printing = Printing::with(None, never, SOON);
        asks(
            &printing,
            "reports.choose_printer",
            &json!({ "name": "Star" }),
        )
        .unwrap();
        let shown = asks(&printing, "reports.send_receipt", &json!({})).unwrap();
        assert_eq!(shown["last"]["state"], "waiting");
        let last = ends(&printing);
        assert_eq!(last["state"], "failed");
        assert_eq!(last["problem"], "the printer does not answer");
    }
}
