//! `marc`: what a file of MARC records holds, one object a line or as people read it. It needs no library.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use carrel_marc::{Field, Problem, Record, Severity};
use clap::Args;
use serde_json::{Value, json};

use crate::say::{complain, say_each};
use crate::stop::Stop;

#[derive(Debug, Args)]
pub(crate) struct Wishes {
    /// The file, in ISO 2709 or MARCXML; - for the standard input
    file: PathBuf,
    /// Prints one JSON object a line: index, encoding, leader, fields and errors
    #[arg(long)]
    json: bool,
}

/// How many records there were of each kind.
#[derive(Default)]
struct Count {
    all: usize,
    doubtful: usize,
    damaged: usize,
}

pub(crate) fn marc(wishes: &Wishes) -> Result<(), Stop> {
    let cannot = |error: io::Error| Stop::unreadable(wishes.file.display(), error);
    let input = open(&wishes.file).map_err(cannot)?;
    let mut count = Count::default();
    let mut failure = None;
    let records =
        carrel_marc::read(input).map_while(|read| read.map_err(|e| failure = Some(e)).ok());
    let lines = records.map(|record| {
        count.take(&record);
        if wishes.json {
            object(&record).to_string()
        } else {
            text(&record)
        }
    });
    say_each(lines)?;
    complain(&count.in_words());
    failure.map_or(Ok(()), |error| Err(cannot(error)))
}

fn open(file: &Path) -> io::Result<Box<dyn BufRead>> {
    if file == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let file = File::open(file)?;
    // A folder opens and cannot be read; that is found out at once rather than after the first line.
    if file.metadata()?.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    }
    Ok(Box::new(BufReader::with_capacity(1 << 16, file)))
}

impl Count {
    fn take(&mut self, record: &Record) {
        self.all += 1;
        if record.is_damaged() {
            self.damaged += 1;
        } else if !record.errors.is_empty() {
            self.doubtful += 1;
        }
    }

    fn in_words(&self) -> String {
        let good = self.all - self.doubtful - self.damaged;
        format!(
            "{} records: {good} good, {} doubtful, {} damaged",
            self.all, self.doubtful, self.damaged
        )
    }
}

fn object(record: &Record) -> Value {
    json!({
        "index": record.index,
        "offset": record.offset,
        "encoding": record.encoding.name(),
        "leader": record.leader,
        "fields": record.fields.iter().map(field).collect::<Value>(),
        "errors": record.errors.iter().map(error).collect::<Value>(),
    })
}

fn field(field: &Field) -> Value {
    match field {
        Field::Control { tag, value } => json!([tag, value]),
        Field::Data {
            tag,
            indicators,
            subfields,
        } => json!([tag, String::from_iter(indicators), subfields]),
    }
}

fn error(problem: &Problem) -> Value {
    json!({ "severity": severity(problem), "tag": problem.tag, "message": problem.to_string() })
}

fn severity(problem: &Problem) -> &'static str {
    match problem.severity() {
        Severity::Doubtful => "doubtful",
        Severity::Damaged => "damaged",
    }
}

/// As cataloguers write records down: blanks of indicators as they are, `$` before each code.
fn text(record: &Record) -> String {
    let mut lines = vec![format!("LDR   {}", record.leader)];
    for field in &record.fields {
        let mut line = format!("{:3}   ", field.tag());
        match field {
            Field::Control { value, .. } => line.push_str(value),
            Field::Data {
                indicators,
                subfields,
                ..
            } => {
                line.replace_range(4..6, &String::from_iter(indicators));
                for (code, value) in subfields {
                    line.push_str(&format!(" ${code} {value}"));
                }
            }
        }
        lines.push(line);
    }
    for problem in &record.errors {
        lines.push(format!("{}: {problem}", severity(problem)));
    }
    lines.push(String::new());
    lines.join("\n")
}
