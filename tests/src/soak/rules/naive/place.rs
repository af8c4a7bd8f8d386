//! Who stands there together in each minute of the judged days.

use std::collections::{BTreeMap, BTreeSet};

use carrel_roster::{Company, Edge, Facts, OpenDay, Person, ShiftId, SkillId, Together};
use chrono::NaiveDate;

use super::super::scene::Scene;
use super::clock::Clock;
use super::{Model, Notes, Worked, calendar, told};

/// Who is there in a minute.
type There<'a> = Vec<(Worked, &'a Person)>;

pub(super) fn look(scene: &Scene, clock: &Clock, together: Together, notes: &mut Notes<'_>) {
    let all: There<'_> = scene
        .plan
        .people
        .iter()
        .flat_map(|person| {
            Model::new(scene, clock, person)
                .shifts
                .into_iter()
                .map(move |shift| (shift, person))
        })
        .collect();
    let (first, last) = (
        clock.day(scene.window.first).0,
        clock.day(scene.window.last).1,
    );
    let minutes: Vec<There<'_>> = (first..last)
        .map(|minute| {
            all.iter()
                .filter(|(shift, _)| shift.is_at(minute))
                .copied()
                .collect()
        })
        .collect();
    let place = Place {
        scene,
        clock,
        first,
        minutes,
    };
    match together {
        Together::Trained => place.trained(notes),
        Together::Senior => place.senior(notes),
        Together::Alone => place.alone(None, notes),
        Together::AloneUnder { age } => place.alone(Some(age), notes),
        Together::OpenClose { people, minutes } => place.edges(minutes, Some(people), notes),
        Together::Keyholder { minutes } => place.edges(minutes, None, notes),
        Together::Apart | Together::Beside | Together::Accompanied => place.pairs(together, notes),
    }
}

struct Place<'a> {
    scene: &'a Scene,
    clock: &'a Clock,
    first: usize,
    minutes: Vec<There<'a>>,
}

/// A row of minutes in which the same is wrong.
struct Row<K> {
    what: K,
    from: usize,
    to: usize,
    shifts: BTreeSet<ShiftId>,
    fewest: usize,
}

impl<'a> Place<'a> {
    /// Rows of minutes for which `wrong` gives the same word, with the shifts that it names.
    fn rows<K: PartialEq>(
        &self,
        (from, to): (usize, usize),
        wrong: impl Fn(usize, &There<'a>) -> Option<(K, There<'a>)>,
    ) -> Vec<Row<K>> {
        let mut rows: Vec<Row<K>> = Vec::new();
        for minute in from..to {
            let Some(there) = minute
                .checked_sub(self.first)
                .and_then(|index| self.minutes.get(index))
            else {
                continue;
            };
            let Some((what, meant)) = wrong(minute, there) else {
                continue;
            };
            let ids = meant.iter().map(|(shift, _)| shift.id);
            let people = people(&meant);
            match rows.last_mut() {
                Some(row) if row.to == minute && row.what == what => {
                    row.to += 1;
                    row.shifts.extend(ids);
                    row.fewest = row.fewest.min(people);
                }
                _ => rows.push(Row {
                    what,
                    from: minute,
                    to: minute + 1,
                    shifts: ids.collect(),
                    fewest: people,
                }),
            }
        }
        rows
    }

    fn all(&self) -> (usize, usize) {
        (self.first, self.first + self.minutes.len())
    }

    fn trained(&self, notes: &mut Notes<'_>) {
        for desk in &self.scene.plan.setting.desks {
            for skill in &desk.skills {
                let rows = self.rows(self.all(), |minute, there| {
                    let day = self.clock.shown(minute).day;
                    let at: There<'_> = there
                        .iter()
                        .filter(|(shift, _)| shift.desk == desk.id)
                        .copied()
                        .collect();
                    let able = at
                        .iter()
                        .filter(|(_, person)| knows(person, *skill, day))
                        .count();
                    (!at.is_empty() && able == 0).then_some(((), at))
                });
                for row in rows {
                    let (from, to) = told(self.clock, row.from, row.to);
                    let facts = Facts::NobodyTrained {
                        desk: desk.id,
                        skill: *skill,
                        from,
                        to,
                    };
                    notes.note(None, &row.shifts, facts);
                }
            }
        }
    }

    fn senior(&self, notes: &mut Notes<'_>) {
        for desk in &self.scene.plan.setting.desks {
            let rows = self.rows(self.all(), |_, there| {
                let at: There<'_> = there
                    .iter()
                    .filter(|(shift, _)| shift.desk == desk.id)
                    .copied()
                    .collect();
                let led = at.iter().any(|(_, person)| person.senior);
                (desk.senior && !at.is_empty() && !led).then_some(((), at))
            });
            for row in rows {
                let (from, to) = told(self.clock, row.from, row.to);
                notes.note(
                    None,
                    &row.shifts,
                    Facts::NobodySenior {
                        desk: desk.id,
                        from,
                        to,
                    },
                );
            }
        }
    }

    fn alone(&self, under: Option<u32>, notes: &mut Notes<'_>) {
        for person in &self.scene.plan.people {
            let rows = self.rows(self.all(), |minute, there| {
                let day = self.clock.shown(minute).day;
                let young = under
                    .is_none_or(|age| calendar::age(person, day).is_some_and(|years| years < age));
                let only =
                    !there.is_empty() && there.iter().all(|(_, other)| other.id == person.id);
                (young && only).then(|| ((), there.clone()))
            });
            for row in rows {
                let (from, to) = told(self.clock, row.from, row.to);
                let facts = match under {
                    None => Facts::Alone { from, to },
                    Some(age) => Facts::AloneUnder { from, to, age },
                };
                notes.note(Some(person), &row.shifts, facts);
            }
        }
    }

    /// Each pair, in the minutes in which the one works.
    fn pairs(&self, together: Together, notes: &mut Notes<'_>) {
        for pair in &self.scene.plan.setting.pairs {
            let one = self
                .scene
                .plan
                .people
                .iter()
                .find(|person| person.id == pair.one);
            let rows = self.rows(self.all(), |minute, there| {
                let day = self.clock.shown(minute).day;
                let (own, others): (There<'_>, There<'_>) = there
                    .iter()
                    .copied()
                    .partition(|(_, person)| person.id == pair.one);
                let late = pair.last.is_some_and(|last| day > last);
                if own.is_empty() || late || pair.first.is_some_and(|first| day < first) {
                    return None;
                }
                let named = |id| others.iter().any(|(_, person)| person.id == id);
                match (together, pair.with) {
                    (Together::Apart, Company::Not(id)) if named(id) => {
                        let mut both = there.clone();
                        both.retain(|(_, person)| person.id == pair.one || person.id == id);
                        Some(((), both))
                    }
                    (Together::Beside, Company::With(id)) if !named(id) => Some(((), own)),
                    (Together::Accompanied, Company::Anybody) if others.is_empty() => {
                        Some(((), own))
                    }
                    (Together::Accompanied, Company::Senior)
                        if !others.iter().any(|(_, person)| person.senior) =>
                    {
                        Some(((), own))
                    }
                    _ => None,
                }
            });
            for row in rows {
                let (from, to) = told(self.clock, row.from, row.to);
                let facts = match pair.with {
                    Company::Not(other) => Facts::NotApart {
                        one: pair.one,
                        other,
                        from,
                        to,
                    },
                    Company::With(other) => Facts::NotBeside { other, from, to },
                    Company::Anybody => Facts::Unaccompanied {
                        senior: false,
                        from,
                        to,
                    },
                    Company::Senior => Facts::Unaccompanied {
                        senior: true,
                        from,
                        to,
                    },
                };
                notes.note(one, &row.shifts, facts);
            }
        }
    }

    /// So many people, or somebody with a key, after opening and before closing.
    fn edges(&self, minutes: u16, least: Option<u32>, notes: &mut Notes<'_>) {
        let has_key = self.scene.plan.people.iter().any(|person| person.keyholder);
        if least.is_none() && !has_key {
            return;
        }
        for day in self.scene.window.each() {
            let Some(OpenDay::Open { from, to }) = self.scene.plan.setting.hours.get(&day) else {
                continue;
            };
            let (begins, ends) = self.clock.day(day);
            let worked = (begins..ends).any(|minute| !self.minutes[minute - self.first].is_empty());
            let (opens, closes) = self.clock.between(day, *from, *to);
            if !worked || opens == closes {
                continue;
            }
            let long = usize::from(minutes);
            for (edge, span) in [
                (Edge::Opening, (opens, opens + long)),
                (Edge::Closing, (closes - long, closes)),
            ] {
                let rows = self.rows(span, |_, there| {
                    let few = match least {
                        Some(least) => people(there) < least as usize,
                        None => there.iter().all(|(_, person)| !person.keyholder),
                    };
                    few.then(|| ((), there.clone()))
                });
                for row in rows {
                    let (from, to) = told(self.clock, row.from, row.to);
                    let facts = match least {
                        Some(least) => {
                            let people = u32::try_from(row.fewest).unwrap();
                            Facts::OpenClose {
                                edge,
                                from,
                                to,
                                people,
                                least,
                            }
                        }
                        None => Facts::Keyholder { edge, from, to },
                    };
                    notes.note(None, &row.shifts, facts);
                }
            }
        }
    }
}

fn people(there: &There<'_>) -> usize {
    let mut people = BTreeMap::new();
    for (_, person) in there {
        people.insert(person.id, ());
    }
    people.len()
}

pub(super) fn knows(person: &Person, skill: SkillId, day: NaiveDate) -> bool {
    person
        .skills
        .iter()
        .any(|(known, since)| *known == skill && since.is_none_or(|since| day >= since))
}
