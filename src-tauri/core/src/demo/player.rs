//! Hands at the front door: who is signed in, what time it is, and calls whose answers are read. It decides nothing.

use std::cell::Cell;

use serde_json::{Value, json};

use crate::front::{Core, SessionId};
use crate::kernel::error::Code;
use crate::kernel::{At, Day, Error, Minute, Result, Zone};

/// How far the clock goes at once while everybody stays at their desk, in seconds: below the longest idle time.
const STRIDE: i64 = 210 * 60;

/// Whose hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hand {
    /// Runs the desk.
    Supervisor,
    /// Works it.
    Clerk,
    /// Helps.
    Student,
}

/// The library with everybody who works at its desk.
pub(super) struct Player {
    core: Core,
    zone: Zone,
    seats: [SessionId; 3],
    awake: Vec<SessionId>,
    /// When everybody last looked.
    looked: Cell<At>,
}

impl Player {
    pub(super) fn new(core: Core, zone: Zone) -> Self {
        let seats = [(); 3].map(|()| core.open_session());
        let looked = Cell::new(core.clock().now());
        Self {
            core,
            zone,
            seats,
            awake: Vec::new(),
            looked,
        }
    }

    pub(super) fn core(&self) -> &Core {
        &self.core
    }

    pub(super) fn now(&self) -> At {
        self.core.clock().now()
    }

    /// The instant at which the library's wall clock shows that time.
    pub(super) fn instant(&self, day: Day, minute: Minute) -> At {
        self.zone.instant(day, minute)
    }

    /// The library's day at an instant.
    pub(super) fn day_of(&self, at: At) -> Day {
        at.local(self.zone).0
    }

    /// The library's day.
    pub(super) fn today(&self) -> Day {
        self.day_of(self.now())
    }

    /// Sets the clock on, never back. Whoever is signed in stays so: a look at the library keeps the desk from locking.
    pub(super) fn go_to(&self, at: At) -> Result<()> {
        while at.seconds_since(self.looked.get()) > STRIDE {
            self.looked.set(self.looked.get().plus_seconds(STRIDE));
            self.core.clock().set(self.looked.get().max(self.now()));
            for seat in &self.awake {
                self.core.call(*seat, "policies.library", json!({}))?;
            }
        }
        self.core.clock().set(at.max(self.now()));
        Ok(())
    }

    /// Somebody sits down; they stay awake from then on.
    pub(super) fn sits_down(&mut self, hand: Hand) {
        let seat = self.seat(hand);
        if !self.awake.contains(&seat) {
            self.awake.push(seat);
        }
    }

    /// Calls a command, and answers its output.
    pub(super) fn call(&self, hand: Hand, command: &str, input: Value) -> Result<Value> {
        Ok(self.core.call(self.seat(hand), command, input)?.output)
    }

    /// Calls a command to which a rule may say no; then there is no output.
    pub(super) fn try_call(
        &self,
        hand: Hand,
        command: &str,
        input: Value,
    ) -> Result<Option<Value>> {
        match self.call(hand, command, input) {
            Ok(output) => Ok(Some(output)),
            Err(error) if error.code() == Code::Refused => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Calls a task, waits for it, and answers its output.
    pub(super) fn call_task(&self, hand: Hand, command: &str, input: Value) -> Result<Value> {
        let started = self.call(hand, command, input)?;
        let mut seen = json!(0);
        loop {
            let ask = json!({ "task": started["task"], "seen": seen });
            let mut state = self.call(hand, "tasks.next", ask)?;
            match state["state"].as_str() {
                Some("running") => seen = state["revision"].take(),
                Some("finished") => return Ok(state["output"].take()),
                _ => return Err(Error::Internal(format!("{command}: {}", state["error"]))),
            }
        }
    }

    fn seat(&self, hand: Hand) -> SessionId {
        self.seats[hand as usize]
    }
}

/// A number inside an answer, such as `/loan/id`.
pub(super) fn number(answer: &Value, pointer: &str) -> Result<i64> {
    let number = answer.pointer(pointer).and_then(Value::as_i64);
    number.ok_or_else(|| Error::Internal(format!("an answer has no number at {pointer}")))
}

/// A day inside an answer.
pub(super) fn day(answer: &Value, pointer: &str) -> Result<Day> {
    let text = answer.pointer(pointer).and_then(Value::as_str);
    Day::parse(text.unwrap_or_default())
}
