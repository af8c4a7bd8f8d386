//! What young people may do, minute by minute.

use std::collections::BTreeSet;

use carrel_roster::{Facts, ShiftId, Youth};

use super::{Model, Notes, calendar, desk};

impl Model<'_> {
    pub(super) fn youth(&self, youth: &Youth, notes: &mut Notes<'_>) {
        let terms = &self.scene.plan.setting.terms;
        for day in self
            .scene
            .window
            .each()
            .filter(|day| self.of_age(notes, *day))
            .collect::<Vec<_>>()
        {
            let school = calendar::is_school_day(terms, day);
            let (minutes, shifts) = self.minutes_on(&[day], notes);
            let most = if school {
                youth.school_day
            } else {
                youth.other_day
            };
            if let Some(most) = most
                && minutes > most
            {
                self.note(
                    notes,
                    &shifts,
                    Facts::YouthDay {
                        day,
                        school,
                        minutes,
                        most,
                    },
                );
            }
            let mut until = youth.until.unwrap_or(1440);
            if let Some(later) = youth.summer_until
                && calendar::is_summer(day)
            {
                until = later;
            }
            let from = youth.from.unwrap_or(0);
            let allowed = self.clock.between(day, from, until);
            let (first, last) = self.clock.day(day);
            for shift in &self.shifts {
                let at_work = || (first..last).filter(|minute| shift.is_at(*minute));
                let odd = at_work()
                    .filter(|minute| *minute < allowed.0 || *minute >= allowed.1)
                    .count();
                if odd > 0 {
                    let minutes = u32::try_from(odd).unwrap();
                    self.note(
                        notes,
                        &[shift.id].into(),
                        Facts::YouthHours {
                            day,
                            from,
                            until,
                            minutes,
                        },
                    );
                }
                if let Some((from, to)) = youth.school.filter(|_| school) {
                    let held = self.clock.between(day, from, to);
                    let met = at_work()
                        .filter(|minute| held.0 <= *minute && *minute < held.1)
                        .count();
                    if met > 0 {
                        let minutes = u32::try_from(met).unwrap();
                        self.note(
                            notes,
                            &[shift.id].into(),
                            Facts::SchoolHours {
                                day,
                                from,
                                to,
                                minutes,
                            },
                        );
                    }
                }
            }
        }
        for week in self.weeks() {
            let school = week.iter().any(|day| calendar::is_school_day(terms, *day));
            let most = if school {
                youth.school_week
            } else {
                youth.other_week
            };
            let (minutes, shifts) = self.minutes_on(&week, notes);
            if let Some(most) = most
                && minutes > most
            {
                self.note(
                    notes,
                    &shifts,
                    Facts::YouthWeek {
                        first: week[0],
                        school,
                        minutes,
                        most,
                    },
                );
            }
        }
    }

    pub(super) fn occupation(&self, duties: &[String], notes: &mut Notes<'_>) {
        for (shift, age) in self.ages(notes, |_| true) {
            let at = self
                .shifts
                .iter()
                .find(|other| other.id == shift)
                .unwrap()
                .desk;
            let mut met = BTreeSet::new();
            for duty in desk(self.scene, at)
                .into_iter()
                .flat_map(|desk| &desk.duties)
            {
                if duties.iter().any(|meant| meant == duty) {
                    met.insert(duty.clone());
                }
            }
            if !met.is_empty() {
                let duties = met.into_iter().collect();
                self.note(notes, &[shift].into(), Facts::Occupation { duties, age });
            }
        }
    }

    pub(super) fn minimum_age(&self, years: u32, notes: &mut Notes<'_>) {
        for (shift, age) in self.ages(notes, |age| age < years) {
            self.note(notes, &[shift].into(), Facts::TooYoung { age, years });
        }
    }

    /// The judged shifts in which somebody has an age that is meant, with the first such age.
    fn ages(&self, notes: &Notes<'_>, is_meant: impl Fn(u32) -> bool) -> Vec<(ShiftId, u32)> {
        let mut found = Vec::new();
        for shift in &self.shifts {
            if !(shift.from..shift.to).any(|minute| self.is_judged(minute)) {
                continue;
            }
            for minute in shift.from..shift.to {
                let day = self.day_of(minute);
                if let Some(age) = calendar::age(self.person, day)
                    && self.of_age(notes, day)
                    && is_meant(age)
                {
                    found.push((shift.id, age));
                    break;
                }
            }
        }
        found
    }
}
