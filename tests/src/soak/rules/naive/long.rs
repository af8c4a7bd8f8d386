//! How long somebody works and rests, counted minute by minute.

use std::collections::{BTreeMap, BTreeSet};

use carrel_roster::{Facts, Length, OpenDay, ShiftId, When};
use chrono::{Duration, NaiveDate};

use super::{Model, Notes, calendar, end, told};

/// A row of work, with interruptions that do not count.
struct Row {
    first: usize,
    /// The minute after the last at work.
    last: usize,
    worked: u32,
}

impl Model<'_> {
    /// Goes on through minutes without work as long as they are fewer than `bridged` in a row.
    fn rows(&self, bridged: u32) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let mut idle = u32::MAX;
        for minute in self.begins..self.ends {
            if !self.shifts.iter().any(|shift| shift.is_at(minute)) {
                idle = idle.saturating_add(1);
                continue;
            }
            match rows.last_mut() {
                Some(row) if idle < bridged || idle == 0 => {
                    row.last = minute + 1;
                    row.worked += 1;
                }
                _ => rows.push(Row {
                    first: minute,
                    last: minute + 1,
                    worked: 1,
                }),
            }
            idle = 0;
        }
        rows
    }

    fn judged_rows(&self, bridged: u32, notes: &Notes<'_>) -> Vec<(Row, BTreeSet<ShiftId>)> {
        let mut rows = self.rows(bridged);
        rows.retain(|row| (row.first..row.last).any(|minute| self.is_judged(minute)));
        rows.retain(|row| self.of_age(notes, self.day_of(row.first)));
        let shifts = |row: &Row| self.those(|_, minute| row.first <= minute && minute < row.last);
        rows.into_iter()
            .map(|row| {
                let shifts = shifts(&row);
                (row, shifts)
            })
            .collect()
    }

    pub(super) fn rest(&self, least: u32, notes: &mut Notes<'_>) {
        let rows = self.rows(1);
        for pair in rows.windows(2) {
            let (ends, begins) = (pair[0].last, pair[1].first);
            let minutes = u32::try_from((ends..begins).count()).unwrap();
            let same_day = self.day_of(pair[0].first) == self.day_of(begins);
            let judged = self.is_judged(ends - 1) || self.is_judged(begins);
            if !same_day && judged && minutes < least && self.of_age(notes, self.day_of(begins)) {
                let shifts = self.those(|shift, _| shift.to == ends || shift.from == begins);
                let (from, to) = (end(self.clock, ends), self.clock.shown(begins));
                self.note(
                    notes,
                    &shifts,
                    Facts::Rest {
                        from,
                        to,
                        minutes,
                        least,
                    },
                );
            }
        }
    }

    pub(super) fn breaks(
        &self,
        after: u32,
        inclusive: bool,
        minutes: u32,
        each: bool,
        notes: &mut Notes<'_>,
    ) {
        for (row, shifts) in self.judged_rows(minutes, notes) {
            let mut breaks = 0;
            for worked in 1..=row.worked {
                let due = if inclusive {
                    worked % after == 0
                } else {
                    worked % after == 1 && worked > 1
                };
                if due && (each || breaks == 0) {
                    breaks += 1;
                }
            }
            if breaks > 0 {
                let (from, to) = told(self.clock, row.first, row.last);
                let worked = row.worked;
                self.note(
                    notes,
                    &shifts,
                    Facts::Break {
                        from,
                        to,
                        worked,
                        breaks,
                        minutes,
                    },
                );
            }
        }
    }

    pub(super) fn length(&self, least: u32, most: u32, hard: u32, notes: &mut Notes<'_>) {
        let (rows, whole) = (self.judged_rows(1, notes), self.judged_rows(61, notes));
        let mut told = |row: &Row, shifts: &BTreeSet<ShiftId>, length, limit| {
            let minutes = row.worked;
            self.note(
                notes,
                shifts,
                Facts::Length {
                    length,
                    minutes,
                    limit,
                },
            );
        };
        for (row, shifts) in &rows {
            match row.worked {
                long if long > hard => told(row, shifts, Length::Hard, hard),
                long if long > most => told(row, shifts, Length::Long, most),
                _ => {}
            }
        }
        for (row, shifts) in &whole {
            if row.worked < least {
                told(row, shifts, Length::Short, least);
            }
        }
    }

    /// The days with a minute of work at an age that is meant.
    fn days(&self, notes: &Notes<'_>) -> BTreeSet<NaiveDate> {
        let worked = (self.begins..self.ends)
            .filter(|minute| self.shifts.iter().any(|shift| shift.is_at(*minute)));
        let mut days: BTreeSet<NaiveDate> = worked.map(|minute| self.day_of(minute)).collect();
        days.retain(|day| self.of_age(notes, *day));
        days
    }

    pub(super) fn in_a_row(&self, most: u32, notes: &mut Notes<'_>) {
        let days = self.days(notes);
        let window = self.scene.window;
        let sight = i64::from(most);
        let (mut day, last) = (
            window.first - Duration::days(sight),
            window.last + Duration::days(sight),
        );
        let mut row = Vec::new();
        while day <= last + Duration::days(1) {
            if days.contains(&day) && day <= last {
                row.push(day);
            } else {
                let touches = row
                    .iter()
                    .any(|day| window.first <= *day && *day <= window.last);
                if touches && row.len() > most as usize {
                    let (first, last) = (row[0], row[row.len() - 1]);
                    let shifts = self.those(|_, minute| row.contains(&self.day_of(minute)));
                    let days = u32::try_from(row.len()).unwrap();
                    self.note(
                        notes,
                        &shifts,
                        Facts::ConsecutiveDays {
                            first,
                            last,
                            days,
                            most,
                        },
                    );
                }
                row.clear();
            }
            day += Duration::days(1);
        }
    }

    /// Somebody in the last minute before closing and in the first after opening on the day after.
    pub(super) fn close_open(&self, notes: &mut Notes<'_>) {
        let (first, last) = (self.scene.window.first, self.scene.window.last);
        let mut day = first - Duration::days(1);
        while day <= last {
            let next = day + Duration::days(1);
            let open = |day| match self.scene.plan.setting.hours.get(&day) {
                Some(OpenDay::Open { from, to }) => {
                    let (opens, closes) = self.clock.between(day, *from, *to);
                    (opens < closes).then_some((opens, closes))
                }
                _ => None,
            };
            if let (Some((_, closes)), Some((opens, _))) = (open(day), open(next))
                && closes < opens
                && self.of_age(notes, next)
            {
                let late = self.those(|_, minute| minute == closes - 1);
                let early = self.those(|_, minute| minute == opens);
                if !late.is_empty() && !early.is_empty() {
                    let shifts = late.union(&early).copied().collect();
                    let (from, to) = (end(self.clock, closes), self.clock.shown(opens));
                    self.note(notes, &shifts, Facts::CloseOpen { from, to });
                }
            }
            day = next;
        }
    }

    /// The minutes of all shifts on some days at ages that are meant, each counted.
    pub(super) fn minutes_on(
        &self,
        days: &[NaiveDate],
        notes: &Notes<'_>,
    ) -> (u32, BTreeSet<ShiftId>) {
        let mut minutes = 0;
        let mut shifts = BTreeSet::new();
        for day in days.iter().filter(|day| self.of_age(notes, **day)) {
            let (first, last) = self.clock.day(*day);
            for minute in first..last {
                for shift in self.shifts.iter().filter(|shift| shift.is_at(minute)) {
                    minutes += 1;
                    shifts.insert(shift.id);
                }
            }
        }
        (minutes, shifts)
    }

    /// The weeks of the judged days.
    pub(super) fn weeks(&self) -> Vec<Vec<NaiveDate>> {
        let mut weeks = Vec::new();
        for day in self.scene.window.each() {
            let week = calendar::week(day, self.scene.plan.setting.week_starts);
            if !weeks.contains(&week) {
                weeks.push(week);
            }
        }
        weeks
    }

    pub(super) fn day_hours(&self, most: u32, notes: &mut Notes<'_>) {
        for day in self.scene.window.each() {
            let (minutes, shifts) = self.minutes_on(&[day], notes);
            if minutes > most {
                self.note(notes, &shifts, Facts::DayHours { day, minutes, most });
            }
        }
    }

    pub(super) fn week_hours(&self, most: u32, when: Option<(When, bool)>, notes: &mut Notes<'_>) {
        for week in self.weeks() {
            let in_session = week
                .iter()
                .any(|day| calendar::in_session(&self.scene.plan.setting.terms, *day));
            let (when, elsewhere) = when.unwrap_or((When::Always, false));
            if (when == When::InSession && !in_session)
                || (when == When::OutOfSession && in_session)
            {
                continue;
            }
            let mut other = 0;
            for job in self.person.other_jobs.iter().filter(|_| elsewhere) {
                let runs = |day: &NaiveDate| {
                    job.first.is_none_or(|first| first <= *day)
                        && job.last.is_none_or(|last| *day <= last)
                };
                // A job whose last day lies before its first runs in a week that holds both its ends.
                let turned = job
                    .first
                    .is_some_and(|first| week.contains(&first) || first < week[0])
                    && job
                        .last
                        .is_some_and(|last| week.contains(&last) || last > week[6]);
                if week.iter().any(runs) || turned {
                    other += job.minutes;
                }
            }
            let (minutes, shifts) = self.minutes_on(&week, notes);
            if minutes > 0 && minutes + other > most {
                let facts = Facts::WeekHours {
                    first: week[0],
                    minutes,
                    elsewhere: other,
                    most,
                };
                self.note(notes, &shifts, facts);
            }
        }
    }

    pub(super) fn days_per_week(&self, most: u32, notes: &mut Notes<'_>) {
        let worked = self.days(notes);
        for week in self.weeks() {
            let days: Vec<NaiveDate> = week
                .iter()
                .filter(|day| worked.contains(*day))
                .copied()
                .collect();
            let count = u32::try_from(days.len()).unwrap();
            if count > most {
                let shifts = self.those(|_, minute| days.contains(&self.day_of(minute)));
                self.note(
                    notes,
                    &shifts,
                    Facts::DaysPerWeek {
                        first: week[0],
                        days: count,
                        most,
                    },
                );
            }
        }
    }

    pub(super) fn award(&self, warn_percent: u32, notes: &mut Notes<'_>) {
        let Some(award) = self.person.award else {
            return;
        };
        let from = self.clock.day(award.from).0;
        let mut used = 0;
        let mut unpaid: BTreeMap<ShiftId, (usize, u32)> = BTreeMap::new();
        let mut used_with: BTreeMap<ShiftId, u32> = BTreeMap::new();
        for minute in self.begins.max(from)..self.ends {
            let there: Vec<ShiftId> = self
                .shifts
                .iter()
                .filter(|shift| shift.is_at(minute))
                .map(|shift| shift.id)
                .collect();
            used += u32::try_from(there.len()).unwrap();
            for shift in there {
                used_with.insert(shift, used);
                if used > award.left {
                    unpaid.entry(shift).or_insert((minute, 0)).1 += 1;
                }
            }
        }
        for shift in self.judged(notes) {
            if let Some((first, minutes)) = unpaid.get(&shift.id) {
                let from = self.clock.shown(*first);
                self.note(
                    notes,
                    &[shift.id].into(),
                    Facts::AwardSpent {
                        from,
                        minutes: *minutes,
                    },
                );
            } else if let Some(used) = used_with.get(&shift.id) {
                let left = award.left - used;
                let gone = award.total - left;
                if f64::from(gone) / f64::from(award.total) * 100.0 > f64::from(warn_percent) {
                    notes.near(
                        self.person,
                        shift.id,
                        Facts::AwardNear {
                            left,
                            total: award.total,
                        },
                    );
                }
            }
        }
    }
}
