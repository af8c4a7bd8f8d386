//! Who is there together: trained, senior, alone, opening, closing. It counts each person once, and knows no need.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::case::{Report, Work, work};
use super::pairs;
use crate::finding::{Edge, Facts};
use crate::person::{Person, PersonId};
use crate::rule::Together;
use crate::setting::{OpenDay, Setting, Shift, ShiftId};
use crate::time::{Days, Span, Wall};

/// The place through the judged days, cut wherever anything changes.
pub(super) struct Scene<'a> {
    pub(super) setting: &'a Setting,
    window: Days,
    judged: Span,
    pieces: Vec<Piece<'a>>,
    has_keyholder: bool,
}

/// A stretch of one day through which the same people are there.
pub(super) struct Piece<'a> {
    pub(super) day: NaiveDate,
    span: Span,
    pub(super) there: Vec<(Work, &'a Person)>,
}

/// A stretch through which something is wrong.
pub(super) struct Wrong<K> {
    what: K,
    pub(super) span: Span,
    pub(super) shifts: BTreeSet<ShiftId>,
    /// The fewest people who are there.
    fewest: usize,
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        setting: &'a Setting,
        people: &'a [Person],
        shifts: &[Shift],
        window: Days,
    ) -> Self {
        let judged = setting.timeline.of_days(window);
        let mut at_work = Vec::new();
        for person in people {
            let own = shifts.iter().filter(|shift| shift.person == person.id);
            let own = work(&setting.timeline, own).into_iter();
            at_work.extend(
                own.filter(|work| work.span.meets(judged))
                    .map(|work| (work, person)),
            );
        }
        let mut scene = Self {
            setting,
            window,
            judged,
            pieces: Vec::new(),
            has_keyholder: people.iter().any(|person| person.keyholder),
        };
        scene.pieces = scene.cut(&at_work);
        scene
    }

    fn cut(&self, at_work: &[(Work, &'a Person)]) -> Vec<Piece<'a>> {
        let mut cuts: Vec<i64> = at_work
            .iter()
            .flat_map(|(work, _)| [work.span.from, work.span.to])
            .collect();
        for day in self.window.each() {
            cuts.push(self.setting.timeline.instant(day, 0));
        }
        cuts.extend([self.judged.from, self.judged.to]);
        cuts.retain(|cut| (self.judged.from..=self.judged.to).contains(cut));
        cuts.sort_unstable();
        cuts.dedup();
        let mut coming: Vec<&(Work, &Person)> = at_work.iter().collect();
        coming.sort_by_key(|(work, _)| std::cmp::Reverse(work.span.from));
        let mut there: Vec<(Work, &Person)> = Vec::new();
        let piece = |pair: &[i64]| {
            there.retain(|(work, _)| work.span.to > pair[0]);
            while let Some(come) = coming.pop_if(|(work, _)| work.span.from <= pair[0]) {
                there.push(*come);
            }
            let span = Span {
                from: pair[0],
                to: pair[1],
            };
            let day = self.setting.timeline.day_of(span.from);
            Piece {
                day,
                span,
                there: there.clone(),
            }
        };
        cuts.windows(2).map(piece).collect()
    }

    /// Notes what breaks a rule about those who are there together.
    pub(super) fn judge(&self, together: Together, report: &mut Report<'_>) {
        match together {
            Together::Trained => self.trained(report),
            Together::Senior => self.senior(report),
            Together::Alone => self.alone(report),
            Together::AloneUnder { age } => self.alone_under(age, report),
            Together::OpenClose { people, minutes } => self.open_close(people, minutes, report),
            Together::Keyholder { minutes } => self.keyholder(minutes, report),
            Together::Apart | Together::Beside | Together::Accompanied => {
                pairs::judge(self, together, report);
            }
        }
    }

    fn trained(&self, report: &mut Report<'_>) {
        for desk in &self.setting.desks {
            for skill in &desk.skills {
                let wrong = self.wrong(|piece| {
                    let there = piece.at(|work| work.desk == desk.id);
                    let knows = there
                        .iter()
                        .any(|(_, person)| person.knows(*skill, piece.day));
                    (!there.is_empty() && !knows).then_some(((), there))
                });
                for wrong in wrong {
                    let (from, to) = self.told(wrong.span);
                    let (desk, skill) = (desk.id, *skill);
                    report.add(
                        wrong.shifts,
                        Facts::NobodyTrained {
                            desk,
                            skill,
                            from,
                            to,
                        },
                    );
                }
            }
        }
    }

    fn senior(&self, report: &mut Report<'_>) {
        for desk in self.setting.desks.iter().filter(|desk| desk.senior) {
            let wrong = self.wrong(|piece| {
                let there = piece.at(|work| work.desk == desk.id);
                let led = there.iter().any(|(_, person)| person.senior);
                (!there.is_empty() && !led).then_some(((), there))
            });
            for wrong in wrong {
                let (from, to) = self.told(wrong.span);
                report.add(
                    wrong.shifts,
                    Facts::NobodySenior {
                        desk: desk.id,
                        from,
                        to,
                    },
                );
            }
        }
    }

    fn alone(&self, report: &mut Report<'_>) {
        for wrong in self.wrong(|piece| Some((piece.only()?.id, piece.there.clone()))) {
            let (from, to) = self.told(wrong.span);
            report.add_of(Some(wrong.what), wrong.shifts, Facts::Alone { from, to });
        }
    }

    fn alone_under(&self, age: u32, report: &mut Report<'_>) {
        let wrong = self.wrong(|piece| {
            let only = piece.only()?;
            let young = only.age_on(piece.day).is_some_and(|years| years < age);
            young.then(|| (only.id, piece.there.clone()))
        });
        for wrong in wrong {
            let (from, to) = self.told(wrong.span);
            report.add_of(
                Some(wrong.what),
                wrong.shifts,
                Facts::AloneUnder { from, to, age },
            );
        }
    }

    fn open_close(&self, least: u32, minutes: u16, report: &mut Report<'_>) {
        for (edge, wrong) in self.at_edges(minutes, |there| {
            u32::try_from(count(there)).is_ok_and(|people| people < least)
        }) {
            let (from, to) = self.told(wrong.span);
            let people = u32::try_from(wrong.fewest).unwrap_or(u32::MAX);
            report.add(
                wrong.shifts,
                Facts::OpenClose {
                    edge,
                    from,
                    to,
                    people,
                    least,
                },
            );
        }
    }

    fn keyholder(&self, minutes: u16, report: &mut Report<'_>) {
        if !self.has_keyholder {
            return;
        }
        let missing = |there: &[(Work, &Person)]| !there.iter().any(|(_, person)| person.keyholder);
        for (edge, wrong) in self.at_edges(minutes, missing) {
            let (from, to) = self.told(wrong.span);
            report.add(wrong.shifts, Facts::Keyholder { edge, from, to });
        }
    }

    /// What is wrong after opening and before closing, on days on which anybody works.
    fn at_edges(
        &self,
        minutes: u16,
        is_wrong: impl Fn(&[(Work, &Person)]) -> bool,
    ) -> Vec<(Edge, Wrong<()>)> {
        let mut found = Vec::new();
        let worked: BTreeSet<NaiveDate> = self
            .pieces
            .iter()
            .filter(|piece| !piece.there.is_empty())
            .map(|piece| piece.day)
            .collect();
        for day in worked {
            let Some(OpenDay::Open { from, to }) = self.setting.hours.get(&day) else {
                continue;
            };
            let open = self.setting.timeline.of_day(day, *from, *to);
            if open.is_empty() {
                continue;
            }
            let minutes = i64::from(minutes);
            let edges = [
                (
                    Edge::Opening,
                    Span {
                        from: open.from,
                        to: open.from + minutes,
                    },
                ),
                (
                    Edge::Closing,
                    Span {
                        from: open.to - minutes,
                        to: open.to,
                    },
                ),
            ];
            for (edge, span) in edges {
                let wrong = self.wrong_within(span.within(self.judged), |piece| {
                    is_wrong(&piece.there).then(|| ((), piece.there.clone()))
                });
                found.extend(wrong.into_iter().map(|wrong| (edge, wrong)));
            }
        }
        found
    }

    pub(super) fn told(&self, span: Span) -> (Wall, Wall) {
        self.setting.timeline.told(span)
    }

    pub(super) fn wrong<K: Ord + Clone>(
        &self,
        judge: impl Fn(&Piece<'a>) -> Option<(K, Vec<(Work, &'a Person)>)>,
    ) -> Vec<Wrong<K>> {
        self.wrong_within(self.judged, judge)
    }

    /// The stretches through which the same is wrong. A piece is judged by what is wrong and by those whom it is about.
    fn wrong_within<K: Ord + Clone>(
        &self,
        within: Span,
        judge: impl Fn(&Piece<'a>) -> Option<(K, Vec<(Work, &'a Person)>)>,
    ) -> Vec<Wrong<K>> {
        let mut found: Vec<Wrong<K>> = Vec::new();
        let first = self
            .pieces
            .partition_point(|piece| piece.span.to <= within.from);
        for piece in self.pieces[first..]
            .iter()
            .take_while(|piece| piece.span.from < within.to)
        {
            let span = piece.span.within(within);
            let Some((what, there)) = judge(piece).filter(|_| !span.is_empty()) else {
                continue;
            };
            let shifts = there.iter().map(|(work, _)| work.id);
            match found
                .last_mut()
                .filter(|last| last.what == what && last.span.to == span.from)
            {
                Some(last) => {
                    last.span.to = span.to;
                    last.shifts.extend(shifts);
                    last.fewest = last.fewest.min(count(&there));
                }
                None => found.push(Wrong {
                    what,
                    span,
                    shifts: shifts.collect(),
                    fewest: count(&there),
                }),
            }
        }
        found
    }
}

impl<'a> Piece<'a> {
    fn at(&self, is_meant: impl Fn(&Work) -> bool) -> Vec<(Work, &'a Person)> {
        self.there
            .iter()
            .filter(|(work, _)| is_meant(work))
            .copied()
            .collect()
    }

    /// Who is there, where it is one person.
    fn only(&self) -> Option<&'a Person> {
        let (_, first) = self.there.first()?;
        self.there
            .iter()
            .all(|(_, person)| person.id == first.id)
            .then_some(*first)
    }
}

/// How many people they are; each counts once.
fn count(there: &[(Work, &Person)]) -> usize {
    let people: BTreeMap<PersonId, ()> = there.iter().map(|(_, person)| (person.id, ())).collect();
    people.len()
}
