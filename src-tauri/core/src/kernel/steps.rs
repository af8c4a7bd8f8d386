//! Brings a file's schema up to date, step by step in order of their stamps; it writes no step itself.

use rusqlite::{Connection, TransactionBehavior};

use super::error::{Error, Result};
use super::store;
use super::time::At;

/// One change of the schema, from `schema/YYYYMMDDhhmm_what.sql` of its domain.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// `YYYYMMDDhhmm`, unique over all domains.
    pub stamp: &'static str,
    /// What the step does, as its file name says.
    pub what: &'static str,
    /// The statements.
    pub sql: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/steps.rs"));

/// How a file's schema stands to this program's.
#[derive(Debug, PartialEq, Eq)]
pub enum Standing {
    /// A file without any table yet.
    Empty,
    /// All steps are there.
    Current,
    /// So many steps are missing.
    Behind(usize),
}

/// Compares the file's steps with the program's; a step that the program does not know is a newer Carrel's.
pub fn standing(tx: &Connection) -> Result<Standing> {
    let done = store::steps_done(tx)?;
    if let Some(unknown) = done
        .iter()
        .find(|stamp| STEPS.iter().all(|step| step.stamp != **stamp))
    {
        return Err(Error::NewerFile(unknown.clone()));
    }
    Ok(match STEPS.len() - done.len() {
        0 => Standing::Current,
        _ if done.is_empty() => Standing::Empty,
        missing => Standing::Behind(missing),
    })
}

/// The stamps of the steps that a file has been through.
pub fn stamps(tx: &Connection) -> Result<Vec<String>> {
    store::steps_done(tx)
}

/// Runs the missing steps in one transaction: all or none.
pub fn bring_up_to_date(tx: &mut Connection, now: At) -> Result<()> {
    let tx = tx.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = store::steps_done(&tx)?;
    for step in STEPS
        .iter()
        .filter(|step| !done.iter().any(|stamp| stamp == step.stamp))
    {
        tx.execute_batch(step.sql)?;
        store::record_step(&tx, step, now)?;
    }
    tx.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stand_in_the_order_of_their_stamps() {
        assert!(STEPS.windows(2).all(|pair| pair[0].stamp < pair[1].stamp));
    }

    #[test]
    fn a_file_with_an_unknown_step_is_a_newer_carrels() {
        let mut tx = Connection::open_in_memory().unwrap();
        bring_up_to_date(&mut tx, At::from_millis(0)).unwrap();
        assert_eq!(standing(&tx).unwrap(), Standing::Current);
        let step = Step {
            stamp: "299901010000",
            what: "future",
            sql: "",
        };
        store::record_step(&tx, &step, At::from_millis(0)).unwrap();
        assert!(matches!(standing(&tx), Err(Error::NewerFile(stamp)) if stamp == "299901010000"));
    }
}
