//! Which comings and goings belong together. It reads no row, and makes up no end that nobody gave.

use serde::Serialize;
use ts_rs::TS;

use super::stamp::{Side, Stamp};
use crate::kernel::{At, Day, Zone};

/// Longer than this nobody is at work: whoever came so long ago forgot to say when they went.
pub(super) const LONGEST: i64 = 16 * 60 * 60;

/// How a spell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SpellState {
    /// They came and went.
    Done,
    /// They are here.
    Going,
    /// They did not say when they went.
    NoEnd,
    /// They did not say when they came.
    NoStart,
}

/// From a coming to the going after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Spell {
    /// The day on which it began, or ended where that is all that is known.
    pub day: Day,
    /// When they came.
    pub start: Option<Stamp>,
    /// When they went.
    pub end: Option<Stamp>,
    /// How it stands.
    pub state: SpellState,
}

impl Spell {
    /// The instants of a spell that is done.
    pub(super) fn span(&self) -> Option<(At, At)> {
        match (&self.start, &self.end) {
            (Some(start), Some(end)) => Some((start.at, end.at)),
            _ => None,
        }
    }

    /// The minutes from the one shown to the other.
    pub fn minutes(&self) -> u32 {
        let whole = |at: At| at.millis().div_euclid(60_000);
        self.span().map_or(0, |(start, end)| {
            u32::try_from(whole(end) - whole(start)).unwrap_or_default()
        })
    }
}

/// Pairs one person's stamps, whatever their order.
pub(super) fn spells(mut stamps: Vec<Stamp>, now: At, zone: Zone) -> Vec<Spell> {
    stamps.sort_by_key(|stamp| (stamp.at, stamp.id));
    let mut spells = Vec::new();
    let mut here: Option<Stamp> = None;
    for stamp in stamps {
        match stamp.side {
            Side::In => {
                let forgot = here.replace(stamp);
                spells.extend(forgot.map(|start| begun(start, SpellState::NoEnd, zone)));
            }
            Side::Out => match here.take() {
                Some(start) if stamp.at.seconds_since(start.at) <= LONGEST => {
                    let mut done = begun(start, SpellState::Done, zone);
                    done.end = Some(stamp);
                    spells.push(done);
                }
                forgot => {
                    spells.extend(forgot.map(|start| begun(start, SpellState::NoEnd, zone)));
                    spells.push(Spell {
                        day: stamp.at.local(zone).0,
                        start: None,
                        end: Some(stamp),
                        state: SpellState::NoStart,
                    });
                }
            },
        }
    }
    spells.extend(here.map(|start| {
        let state = match now.seconds_since(start.at) <= LONGEST {
            true => SpellState::Going,
            false => SpellState::NoEnd,
        };
        begun(start, state, zone)
    }));
    spells
}

fn begun(start: Stamp, state: SpellState, zone: Zone) -> Spell {
    Spell {
        day: start.at.local(zone).0,
        start: Some(start),
        end: None,
        state,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::id::{StaffId, StampId};

    const HOUR: i64 = 3600;

    fn told(hours: &[(Side, i64)], now: i64) -> Vec<(SpellState, u32)> {
        let stamp = |(number, (side, hour)): (usize, &(Side, i64))| Stamp {
            id: StampId::of(i64::try_from(number).unwrap()),
            staff: StaffId::of(1),
            side: *side,
            at: At::from_millis(0).plus_seconds(hour * HOUR),
            reason: String::new(),
            by: String::new(),
        };
        let stamps = hours.iter().enumerate().map(stamp).collect();
        let now = At::from_millis(0).plus_seconds(now * HOUR);
        spells(stamps, now, Zone::UTC)
            .iter()
            .map(|spell| (spell.state, spell.minutes()))
            .collect()
    }

    #[test]
    fn a_going_ends_the_coming_before_it() {
        use Side::{In, Out};
        let told = told(&[(In, 13), (Out, 12), (In, 8), (Out, 15)], 20);
        assert_eq!(told, [(SpellState::Done, 240), (SpellState::Done, 120)]);
    }

    #[test]
    fn what_was_forgotten_is_told_and_counts_nothing() {
        use Side::{In, Out};
        let forgot = told(&[(In, 8), (In, 13), (Out, 15), (Out, 16)], 20);
        let expected = [
            (SpellState::NoEnd, 0),
            (SpellState::Done, 120),
            (SpellState::NoStart, 0),
        ];
        assert_eq!(forgot, expected);
    }

    #[test]
    fn nobody_works_for_longer_than_sixteen_hours() {
        use Side::{In, Out};
        assert_eq!(told(&[(In, 8)], 24), [(SpellState::Going, 0)]);
        assert_eq!(told(&[(In, 8)], 25), [(SpellState::NoEnd, 0)]);
        let next_day = told(&[(In, 8), (Out, 25)], 30);
        assert_eq!(next_day, [(SpellState::NoEnd, 0), (SpellState::NoStart, 0)]);
    }

    #[test]
    fn a_night_belongs_to_the_day_on_which_it_began() {
        use Side::{In, Out};
        assert_eq!(told(&[(In, 22), (Out, 26)], 30), [(SpellState::Done, 240)]);
    }
}
