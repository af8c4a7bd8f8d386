//! A wall clock that was looked at in every minute of some weeks.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use carrel_roster::Wall;
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Timelike};
use chrono_tz::Tz;

use super::super::scene::Scene;

/// What the clock shows, minute after minute.
pub(super) struct Clock {
    shown: Vec<Wall>,
    /// The first minute of each day, and that after its last.
    days: BTreeMap<NaiveDate, (usize, usize)>,
}

/// The clocks that were looked at already.
#[derive(Default)]
pub(in super::super) struct Clocks(HashMap<(Tz, NaiveDate), Rc<Clock>>);

impl Clocks {
    pub(super) fn of(&mut self, scene: &Scene) -> Rc<Clock> {
        let key = (scene.plan.setting.timeline.zone(), scene.event);
        self.0
            .entry(key)
            .or_insert_with(|| Rc::new(Clock::look(key.0, key.1)))
            .clone()
    }
}

impl Clock {
    fn look(zone: Tz, event: NaiveDate) -> Self {
        let mut shown = Vec::new();
        let mut days = BTreeMap::new();
        let (first, last) = (event - Duration::days(32), event + Duration::days(32));
        let begin = (first - Duration::days(1))
            .and_time(NaiveTime::MIN)
            .and_utc()
            .timestamp()
            / 60;
        for minute in begin..begin + 67 * 1440 {
            let wall = DateTime::from_timestamp(minute * 60, 0)
                .unwrap()
                .with_timezone(&zone)
                .naive_local();
            let (day, minute) = (wall.date(), wall.hour() * 60 + wall.minute());
            if first <= day && day <= last {
                let index = shown.len();
                days.entry(day).or_insert((index, index)).1 = index + 1;
                shown.push(Wall {
                    day,
                    minute: u16::try_from(minute).unwrap(),
                });
            }
        }
        Self { shown, days }
    }

    pub(super) fn shown(&self, minute: usize) -> Wall {
        self.shown[minute]
    }

    pub(super) fn day(&self, day: NaiveDate) -> (usize, usize) {
        self.days[&day]
    }

    /// The first minute of a day at which the clock shows a time or a later one; else the first after the day.
    pub(super) fn first_at(&self, wall: Wall) -> usize {
        let (begins, ends) = self.day(wall.day);
        let mut minute = begins;
        while minute < ends && self.shown[minute].minute < wall.minute {
            minute += 1;
        }
        minute
    }

    pub(super) fn between(&self, day: NaiveDate, from: u16, to: u16) -> (usize, usize) {
        (
            self.first_at(Wall { day, minute: from }),
            self.first_at(Wall { day, minute: to }),
        )
    }
}
