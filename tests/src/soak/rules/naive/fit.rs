//! Minutes in which somebody should not be where they are.

use carrel_roster::{Availability, Facts, OpenDay, SkillId, Wish};
use chrono::{Datelike, Duration, NaiveDate};

use super::{Model, Notes, Worked, calendar, desk, told};

impl Model<'_> {
    pub(super) fn twice(&self, notes: &mut Notes<'_>) {
        for (index, one) in self.shifts.iter().enumerate() {
            for other in &self.shifts[..index] {
                let both: Vec<usize> = (one.from..one.to)
                    .filter(|minute| other.is_at(*minute))
                    .collect();
                if both.iter().any(|minute| self.is_judged(*minute)) {
                    let (from, to) = told(self.clock, both[0], both[both.len() - 1] + 1);
                    self.note(
                        notes,
                        &[one.id, other.id].into(),
                        Facts::DoubleBooking { from, to },
                    );
                }
            }
        }
    }

    pub(super) fn unavailable(&self, notes: &mut Notes<'_>) {
        for shift in self.judged(notes) {
            let painted = |minute: usize| {
                let day = self.day_of(minute);
                self.week_told_for(day).is_some_and(|told| {
                    told.spans.iter().any(|span| {
                        let (from, to) = self.clock.between(day, span.from, span.to);
                        span.wish == Wish::No
                            && is_weekday(span.weekday, day)
                            && from <= minute
                            && minute < to
                    })
                })
            };
            if let Some((first, last, minutes)) = first_row(shift, painted) {
                let (from, to) = told(self.clock, first, last);
                self.note(
                    notes,
                    &[shift.id].into(),
                    Facts::Unavailable { from, to, minutes },
                );
            }
        }
    }

    /// Of the weeks told for a day, the one that begins last.
    fn week_told_for(&self, day: NaiveDate) -> Option<&Availability> {
        let mut best: Option<&Availability> = None;
        for told in &self.person.availability {
            let early = told.first.is_some_and(|first| day < first);
            let late = told.last.is_some_and(|last| last < day);
            let later = best.is_none_or(|best| match (best.first, told.first) {
                (_, None) => false,
                (None, Some(_)) => true,
                (Some(best), Some(told)) => told > best,
            });
            if !early && !late && later {
                best = Some(told);
            }
        }
        best
    }

    pub(super) fn class(&self, least: u16, notes: &mut Notes<'_>) {
        for shift in self.judged(notes) {
            let mut day = self.day_of(shift.from) - Duration::days(2);
            while day <= self.day_of(shift.to - 1) + Duration::days(2) {
                for class in &self.person.classes {
                    let (from, to) = self.clock.between(day, class.from, class.to);
                    let travel = if class.travel < least {
                        least
                    } else {
                        class.travel
                    };
                    let way = usize::from(travel);
                    let held =
                        calendar::meets(class, day, &self.scene.plan.setting.terms) && from < to;
                    if held && (from - way..to + way).any(|minute| shift.is_at(minute)) {
                        let (from, to) = told(self.clock, from, to);
                        self.note(notes, &[shift.id].into(), Facts::Class { from, to, travel });
                    }
                }
                day += Duration::days(1);
            }
        }
    }

    pub(super) fn leave(&self, notes: &mut Notes<'_>) {
        for shift in self.judged(notes) {
            for leave in &self.person.leave {
                let (from, to) = (
                    self.clock.first_at(leave.from),
                    self.clock.first_at(leave.to),
                );
                if (from..to).any(|minute| shift.is_at(minute)) {
                    let (from, to) = told(self.clock, from, to);
                    self.note(notes, &[shift.id].into(), Facts::Leave { from, to });
                }
            }
        }
    }

    pub(super) fn closed(&self, margin: usize, notes: &mut Notes<'_>) {
        let hours = &self.scene.plan.setting.hours;
        let mut open = Vec::new();
        for (day, of_day) in hours {
            if let OpenDay::Open { from, to } = of_day {
                let (from, to) = self.clock.between(*day, *from, *to);
                open.push((from - margin, to + margin));
            }
        }
        for shift in self.judged(notes) {
            let mut told = None;
            for minute in shift.from..shift.to {
                let day = self.day_of(minute);
                if told == Some(day)
                    || open
                        .iter()
                        .any(|(from, to)| *from <= minute && minute < *to)
                {
                    continue;
                }
                told = Some(day);
                match hours.get(&day) {
                    None => {}
                    Some(OpenDay::Closed) => {
                        self.note(notes, &[shift.id].into(), Facts::Closed { day })
                    }
                    Some(OpenDay::Open { from, to }) => {
                        let facts = Facts::OutsideHours {
                            day,
                            opens: *from,
                            closes: *to,
                        };
                        self.note(notes, &[shift.id].into(), facts);
                    }
                }
            }
        }
    }

    pub(super) fn desk_hours(&self, notes: &mut Notes<'_>) {
        for shift in self.judged(notes) {
            let hours = desk(self.scene, shift.desk).and_then(|desk| desk.hours.as_ref());
            let Some(hours) = hours else { continue };
            let unstaffed = |minute: usize| {
                let day = self.day_of(minute);
                !hours.iter().any(|span| {
                    let (from, to) = self.clock.between(day, span.from, span.to);
                    is_weekday(span.weekday, day) && from <= minute && minute < to
                })
            };
            if let Some((first, last, minutes)) = first_row(shift, unstaffed) {
                let (from, to) = told(self.clock, first, last);
                let desk = shift.desk;
                self.note(
                    notes,
                    &[shift.id].into(),
                    Facts::OutsideDeskHours {
                        desk,
                        from,
                        to,
                        minutes,
                    },
                );
            }
        }
    }

    pub(super) fn authorisation(&self, warn_days: u32, notes: &mut Notes<'_>) {
        for shift in self.judged(notes) {
            let last = self.day_of(shift.to - 1);
            let Some(until) = self.person.authorisation.until else {
                self.note(notes, &[shift.id].into(), Facts::NotAuthorised);
                continue;
            };
            let days_left = (until - last).num_days();
            if days_left < 0 {
                self.note(
                    notes,
                    &[shift.id].into(),
                    Facts::AuthorisationOver { until },
                );
            } else if days_left < i64::from(warn_days) {
                notes.near(self.person, shift.id, Facts::AuthorisationEnds { until });
            }
        }
    }

    pub(super) fn employment(&self, notes: &mut Notes<'_>) {
        for shift in self.judged(notes) {
            let days = || (shift.from..shift.to).map(|minute| self.day_of(minute));
            if let Some(begins) = self.person.begins
                && days().any(|day| day < begins)
            {
                self.note(notes, &[shift.id].into(), Facts::NotBegun { begins });
            }
            if let Some(ends) = self.person.ends
                && days().any(|day| day > ends)
            {
                self.note(notes, &[shift.id].into(), Facts::Left { ends });
            }
        }
    }

    pub(super) fn skill(&self, notes: &mut Notes<'_>) {
        for shift in self.judged(notes) {
            let Some(desk) = desk(self.scene, shift.desk) else {
                continue;
            };
            let mut skills: Vec<SkillId> = Vec::new();
            for skill in &desk.skills {
                if !super::place::knows(self.person, *skill, self.day_of(shift.from)) {
                    skills.push(*skill);
                }
            }
            if !skills.is_empty() {
                self.note(
                    notes,
                    &[shift.id].into(),
                    Facts::Untrained {
                        desk: desk.id,
                        skills,
                    },
                );
            }
        }
    }
}

fn is_weekday(weekday: u8, day: NaiveDate) -> bool {
    day.weekday().number_from_monday() == u32::from(weekday)
}

/// The first row of minutes of a shift in which something is, and how many there are in all.
fn first_row(shift: Worked, is: impl Fn(usize) -> bool) -> Option<(usize, usize, u32)> {
    let mut first = None;
    let mut last = 0;
    let mut minutes = 0;
    let mut broken = false;
    for minute in shift.from..shift.to {
        if is(minute) {
            minutes += 1;
            if first.is_none() {
                first = Some(minute);
            }
            if !broken {
                last = minute + 1;
            }
        } else if first.is_some() {
            broken = true;
        }
    }
    first.map(|first| (first, last, minutes))
}
