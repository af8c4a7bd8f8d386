//! One random library with one to three people and their weeks, about days on which something happens. It knows neither
//! the rules nor the model.

use carrel_roster::{
    Authorisation, Availability, Award, Class, Company, Days, Desk, DeskId, OpenDay, OtherJob,
    Pair, Person, PersonId, Plan, Rule, Setting, Shift, ShiftId, SkillId, Terms, Timeline, Wall,
    WallSpan, WeekSpan, Weeks, Wish,
};
use chrono::{Datelike, Duration, NaiveDate};
use chrono_tz::Tz;

use super::super::Dice;
use super::kinds;

/// Whole hours, half an hour, at midnight, in the south, and none at all.
const ZONES: [Tz; 9] = [
    Tz::America__Chicago,
    Tz::Europe__Berlin,
    Tz::Australia__Lord_Howe,
    Tz::America__St_Johns,
    Tz::Asia__Beirut,
    Tz::America__Santiago,
    Tz::Pacific__Auckland,
    Tz::Asia__Kathmandu,
    Tz::UTC,
];

/// Year, month and day.
type Date = (i32, u32, u32);

/// Days about which something happens, with the zones whose clocks change then: summer begins or ends, February has 29
/// days, years end.
const EVENTS: [(Date, &[Tz]); 14] = [
    ((2026, 3, 8), &[Tz::America__Chicago, Tz::America__St_Johns]),
    ((2026, 3, 29), &[Tz::Europe__Berlin, Tz::Asia__Beirut]),
    (
        (2026, 4, 5),
        &[
            Tz::Australia__Lord_Howe,
            Tz::America__Santiago,
            Tz::Pacific__Auckland,
        ],
    ),
    ((2026, 6, 1), &[]),
    ((2026, 9, 6), &[Tz::America__Santiago]),
    ((2026, 9, 7), &[]),
    ((2026, 9, 27), &[Tz::Pacific__Auckland]),
    ((2026, 10, 4), &[Tz::Australia__Lord_Howe]),
    ((2026, 10, 25), &[Tz::Europe__Berlin, Tz::Asia__Beirut]),
    (
        (2026, 11, 1),
        &[Tz::America__Chicago, Tz::America__St_Johns],
    ),
    ((2026, 12, 31), &[]),
    ((2027, 9, 6), &[]),
    ((2028, 2, 29), &[]),
    ((2026, 11, 23), &[]),
];

/// A library, its rules, and the days that are judged.
#[derive(Debug)]
pub(super) struct Scene {
    pub(super) event: NaiveDate,
    pub(super) window: Days,
    pub(super) plan: Plan,
    pub(super) rules: Vec<Rule>,
}

impl Scene {
    pub(super) fn roll(dice: &mut Dice) -> Self {
        let ((year, month, of_month), changing) = one(dice, &EVENTS);
        let any = changing.is_empty() || dice.below(3) == 0;
        let zone = one(dice, if any { &ZONES } else { changing });
        let event = NaiveDate::from_ymd_opt(year, month, of_month).unwrap();
        let first = event - Duration::days(number(dice.below(7)));
        let window = Days {
            first,
            last: first + Duration::days(number(dice.below(8))),
        };
        // Now and then the clock is asked beyond the days that it was made for.
        let known = if dice.below(5) == 0 {
            window
        } else {
            window.widened(20)
        };
        let mut setting = Setting::new(Timeline::new(zone, known));
        setting.week_starts = one(dice, &[1, 1, 7, 7, 6, 3]);
        setting.terms = terms(dice, window);
        hours(dice, &mut setting, window);
        setting.desks = (1..=3).map(|id| desk(dice, id)).collect();
        let people: Vec<Person> = (1..=1 + number(dice.below(3)))
            .map(|id| person(dice, id, window))
            .collect();
        setting.pairs = (0..dice.below(4))
            .map(|_| pair(dice, people.len(), window))
            .collect();
        let mut shifts = Vec::new();
        for person in &people {
            work(dice, person.id, window, &mut shifts);
        }
        if dice.below(8) == 0 {
            work(dice, PersonId(99), window, &mut shifts);
        }
        Self {
            event,
            window,
            plan: Plan {
                setting,
                people,
                shifts,
            },
            rules: kinds::rules(dice),
        }
    }
}

fn pair(dice: &mut Dice, people: usize, window: Days) -> Pair {
    let person = |dice: &mut Dice| PersonId(1 + number(dice.below(people)));
    let (one, other) = (person(dice), person(dice));
    let with = [
        Company::Not(other),
        Company::With(other),
        Company::Anybody,
        Company::Senior,
    ];
    let near = |dice: &mut Dice| window.first + Duration::days(number(dice.below(9)) - 2);
    Pair {
        one,
        with: self::one(dice, &with),
        first: (dice.below(4) == 0).then(|| near(dice)),
        last: (dice.below(4) == 0).then(|| near(dice)),
    }
}

fn terms(dice: &mut Dice, window: Days) -> Terms {
    let mut terms = Terms::default();
    if dice.below(3) > 0 {
        let first = window.first + Duration::days(number(dice.below(24)) - 20);
        terms.terms.push(Days {
            first,
            last: first + Duration::days(number(dice.below(40))),
        });
    }
    for _ in 0..dice.below(3) {
        let first = window.first + Duration::days(number(dice.below(16)) - 8);
        terms.breaks.push(Days {
            first,
            last: first + Duration::days(number(dice.below(9))),
        });
    }
    terms
}

fn hours(dice: &mut Dice, setting: &mut Setting, window: Days) {
    for day in window.widened(2).each() {
        let open = match dice.below(8) {
            0 => continue,
            1 => OpenDay::Closed,
            2 => OpenDay::Open { from: 0, to: 1440 },
            3 => OpenDay::Open {
                from: short(one(dice, &[60, 120, 150])),
                to: short(one(dice, &[180, 200, 1440])),
            },
            _ => OpenDay::Open {
                from: 480 + quarter(dice, 8),
                to: 960 + quarter(dice, 32),
            },
        };
        setting.hours.insert(day, open);
    }
}

fn desk(dice: &mut Dice, id: i64) -> Desk {
    let mut desk = Desk::new(DeskId(id));
    desk.skills = (1..=2)
        .filter(|_| dice.below(3) == 0)
        .map(SkillId)
        .collect();
    desk.duties = ["baler", "till", "van"]
        .into_iter()
        .filter(|_| dice.below(3) == 0)
        .map(str::to_owned)
        .collect();
    desk.senior = dice.below(3) == 0;
    desk.hours = (dice.below(3) == 0).then(|| painted(dice, 12));
    desk
}

/// Stretches of weekdays that may overlap; some about the hour at which clocks change.
fn painted(dice: &mut Dice, most: usize) -> Vec<WeekSpan> {
    let mut spans = Vec::new();
    for _ in 0..dice.below(most) {
        let from = if dice.below(4) == 0 {
            30 * short(small(dice.below(8)))
        } else {
            quarter(dice, 90)
        };
        let to = (from + 15 + quarter(dice, 30)).min(1440);
        let wish = one(dice, &[Wish::No, Wish::No, Wish::Preferred]);
        spans.push(WeekSpan {
            weekday: weekday(dice),
            from,
            to,
            wish,
        });
    }
    spans
}

fn person(dice: &mut Dice, id: i64, window: Days) -> Person {
    let mut person = Person::new(PersonId(id));
    let near = |dice: &mut Dice| window.first + Duration::days(number(dice.below(14)) - 3);
    person.tags = ["f1", "j1", "student"]
        .into_iter()
        .filter(|_| dice.below(2) == 0)
        .map(str::to_owned)
        .collect();
    if dice.below(3) > 0 {
        let birthday = near(dice);
        let year = birthday.year() - one(dice, &[13, 14, 14, 15, 16, 16, 17, 18, 18, 20]);
        let leap = NaiveDate::from_ymd_opt(2012, 2, 29).filter(|_| dice.below(20) == 0);
        person.born = leap.or(birthday.with_year(year));
    }
    person.minor = dice.below(3) == 0;
    person.begins = (dice.below(5) == 0).then(|| near(dice));
    person.ends = (dice.below(5) == 0).then(|| near(dice));
    for first in [None, Some(near(dice))].into_iter().take(dice.below(3)) {
        let last = (dice.below(3) == 0).then(|| near(dice));
        person.availability.push(Availability {
            first,
            last,
            spans: painted(dice, 10),
        });
    }
    person.classes = (0..dice.below(4)).map(|_| class(dice, window)).collect();
    person.leave = (0..dice.below(3))
        .map(|_| {
            let day = near(dice);
            leave(dice, day)
        })
        .collect();
    for _ in 0..dice.below(3) {
        let first = (dice.below(3) == 0).then(|| near(dice));
        let last = (dice.below(3) == 0).then(|| near(dice));
        person.other_jobs.push(OtherJob {
            first,
            last,
            minutes: small(dice.below(1_000)),
        });
    }
    person.wanted = (dice.below(2) == 0).then(|| small(dice.below(1_500)));
    person.most = (dice.below(2) == 0).then(|| small(dice.below(2_500)));
    person.authorisation = Authorisation {
        until: (dice.below(4) > 0).then(|| near(dice)),
    };
    if dice.below(2) == 0 {
        // Round figures, so that an award now and then ends with a shift.
        let each = one(dice, &[1, 15, 60]);
        let left = small(dice.below(2_000)) / each * each;
        let from = window.first + Duration::days(number(dice.below(6)) - 4);
        person.award = Some(Award {
            total: left + small(dice.below(4_000)) / each * each,
            left,
            from,
        });
    }
    for skill in 1..=2 {
        if dice.below(3) > 0 {
            let since = (dice.below(2) == 0).then(|| near(dice));
            person.skills.insert(SkillId(skill), since);
        }
    }
    person.senior = dice.below(3) == 0;
    person.keyholder = dice.below(3) == 0;
    person
}

fn class(dice: &mut Dice, window: Days) -> Class {
    let from = if dice.below(5) == 0 {
        short(one(dice, &[0, 15, 90, 130]))
    } else {
        480 + quarter(dice, 40)
    };
    let to = (from + one(dice, &[50, 75, 180])).min(1440);
    let first = window.first + Duration::days(number(dice.below(20)) - 15);
    let skipped = (0..dice.below(3))
        .map(|_| window.first + Duration::days(number(dice.below(8))))
        .collect();
    Class {
        weekday: weekday(dice),
        from,
        to,
        first,
        last: first + Duration::days(number(dice.below(40))),
        weeks: one(dice, &[Weeks::Every, Weeks::Odd, Weeks::Even]),
        travel: short(one(dice, &[0, 5, 15, 40])),
        skipped,
    }
}

fn leave(dice: &mut Dice, day: NaiveDate) -> WallSpan {
    let from = Wall {
        day,
        minute: quarter(dice, 96),
    };
    let to = match dice.below(2) {
        0 => Wall {
            day: day + Duration::days(1 + number(dice.below(3))),
            minute: quarter(dice, 97),
        },
        _ => Wall {
            day,
            minute: (from.minute + 15 + quarter(dice, 20)).min(1440),
        },
    };
    WallSpan { from, to }
}

/// Shifts of one person, from days before the window to days after it: by day, by night, over midnight, touching each
/// other, and about the hour at which clocks change.
fn work(dice: &mut Dice, person: PersonId, window: Days, shifts: &mut Vec<Shift>) {
    let margin = one(dice, &[1, 1, 4, 12]);
    let days = usize::try_from((window.last - window.first).num_days()).unwrap() + 1 + 2 * margin;
    let busy = one(dice, &[2, 5, 9, 16]);
    for _ in 0..dice.below(busy * (1 + margin / 4)) {
        let id = ShiftId(number(shifts.len()) + 1);
        let desk = DeskId(1 + number(dice.below(4)));
        let day = window.first + Duration::days(number(dice.below(days)) - number(margin));
        let last = shifts
            .last()
            .filter(|last| last.person == person && dice.below(5) == 0)
            .map(|last| last.to);
        let minute = match dice.below(8) {
            0 => short(small(dice.below(240))),
            1 => 1_200 + quarter(dice, 16),
            _ => 420 + quarter(dice, 50),
        };
        let from = last.unwrap_or(Wall { day, minute });
        let length = match dice.below(6) {
            0 => 15 + dice.below(120),
            1 => 300 + dice.below(700),
            _ => 60 + 15 * dice.below(24),
        };
        let end = usize::from(from.minute) + length;
        let to = if end <= 1440 {
            Wall {
                day: from.day,
                minute: short(small(end)),
            }
        } else {
            Wall {
                day: from.day + Duration::days(1),
                minute: short(small(end - 1440)),
            }
        };
        shifts.push(Shift {
            id,
            person,
            desk,
            from,
            to,
        });
    }
}

fn weekday(dice: &mut Dice) -> u8 {
    u8::try_from(1 + dice.below(7)).unwrap()
}

fn quarter(dice: &mut Dice, bound: usize) -> u16 {
    15 * short(small(dice.below(bound)))
}

pub(super) fn number(small: usize) -> i64 {
    i64::try_from(small).unwrap()
}

pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap()
}

pub(super) fn short(number: u32) -> u16 {
    u16::try_from(number).unwrap()
}

pub(super) fn one<T: Copy>(dice: &mut Dice, of: &[T]) -> T {
    of[dice.below(of.len())]
}
