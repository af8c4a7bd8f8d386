//! The rules at their boundaries: midnight, clock changes, birthdays, breaks, two jobs, an award that runs out.

use carrel_roster::{
    Ages, Award, Class, Days, Desk, DeskId, Edge, Facts, Finding, Kind, Length, OpenDay, OtherJob,
    Person, PersonId, Plan, Rule, Scope, Setting, Severity, Shift, ShiftId, SkillId, Terms,
    Timeline, Together, Wall, Weeks, When, Youth, day, findings,
};
use chrono::NaiveDate;
use chrono_tz::Tz;

const MONDAY: u32 = 23;

/// A day of November 2026; the 23rd is a Monday.
fn november(of_month: u32) -> NaiveDate {
    day(2026, 11, of_month)
}

fn wall(day: NaiveDate, minute: u16) -> Wall {
    Wall { day, minute }
}

fn shift(id: i64, person: i64, from: (NaiveDate, u16), to: (NaiveDate, u16)) -> Shift {
    Shift {
        id: ShiftId(id),
        person: PersonId(person),
        desk: DeskId(1),
        from: wall(from.0, from.1),
        to: wall(to.0, to.1),
    }
}

fn ada() -> Person {
    Person::new(PersonId(1))
}

fn plan_of(window: Days, person: Person, shifts: &[Shift]) -> Plan {
    Plan {
        setting: Setting::new(Timeline::new(Tz::America__Chicago, window.widened(14))),
        people: vec![person],
        shifts: shifts.to_vec(),
    }
}

fn week() -> Days {
    Days {
        first: november(23),
        last: november(29),
    }
}

fn found(plan: &Plan, kind: Kind) -> Vec<Facts> {
    found_within(plan, kind, Scope::everyone(), week())
}

fn found_within(plan: &Plan, kind: Kind, scope: Scope, window: Days) -> Vec<Facts> {
    let rule = Rule::new("R", kind, Severity::Block).for_only(scope);
    findings(plan, &[rule], window)
        .into_iter()
        .map(|finding| finding.facts)
        .collect()
}

const fn cap(most: u32, when: When) -> Kind {
    Kind::WeekHours {
        most,
        when,
        elsewhere: true,
    }
}

#[test]
fn work_across_the_end_of_a_week_counts_in_both_weeks_by_its_minutes() {
    let night = shift(1, 1, (november(29), 1200), (november(30), 120));
    let day_shift = shift(2, 1, (november(23), 540), (november(23), 660));
    let plan = plan_of(week(), ada(), &[night, day_shift]);
    let facts = found(&plan, cap(359, When::Always));
    let first = november(23);
    assert_eq!(
        facts,
        [Facts::WeekHours {
            first,
            minutes: 360,
            elsewhere: 0,
            most: 359
        }]
    );
    assert_eq!(found(&plan, cap(360, When::Always)), []);
    let next = Days {
        first: november(30),
        last: november(30),
    };
    let facts = found_within(&plan, cap(119, When::Always), Scope::everyone(), next);
    assert_eq!(
        facts,
        [Facts::WeekHours {
            first: next.first,
            minutes: 120,
            elsewhere: 0,
            most: 119
        }]
    );
}

#[test]
fn a_night_shift_counts_on_both_days_and_touches_a_shift_at_midnight() {
    let night = shift(1, 1, (november(24), 1380), (november(24), 1440));
    let morning = shift(2, 1, (november(25), 0), (november(25), 120));
    let plan = plan_of(week(), ada(), &[night, morning]);
    assert_eq!(found(&plan, Kind::DoubleBooking), []);
    assert_eq!(found(&plan, Kind::Rest { least: 600 }), []);
    let day = november(25);
    assert_eq!(
        found(&plan, Kind::DayHours { most: 60 }),
        [Facts::DayHours {
            day,
            minutes: 120,
            most: 60
        }]
    );
    let length = Kind::Length {
        least: 120,
        most: 150,
        hard: 345,
    };
    let long = Facts::Length {
        length: Length::Long,
        minutes: 180,
        limit: 150,
    };
    assert_eq!(found(&plan, length), [long]);
}

#[test]
fn the_hours_of_a_clock_change_are_those_that_pass() {
    for (changes, minutes) in [(day(2026, 3, 8), 420), (day(2026, 11, 1), 540)] {
        let window = Days {
            first: changes,
            last: changes,
        };
        let plan = plan_of(window, ada(), &[shift(1, 1, (changes, 0), (changes, 480))]);
        let facts = found_within(&plan, Kind::DayHours { most: 0 }, Scope::everyone(), window);
        assert_eq!(
            facts,
            [Facts::DayHours {
                day: changes,
                minutes,
                most: 0
            }]
        );
    }
    // From 22:00 to 7:00 there are ten hours in autumn and eight in spring.
    for (changes, rested) in [(day(2026, 3, 8), 480), (day(2026, 11, 1), 600)] {
        let before = changes.pred_opt().unwrap();
        let shifts = [
            shift(1, 1, (before, 1200), (before, 1320)),
            shift(2, 1, (changes, 420), (changes, 540)),
        ];
        let window = Days {
            first: changes,
            last: changes,
        };
        let facts = found_within(
            &plan_of(window, ada(), &shifts),
            Kind::Rest { least: 601 },
            Scope::everyone(),
            window,
        );
        let (from, to) = (wall(before, 1320), wall(changes, 420));
        assert_eq!(
            facts,
            [Facts::Rest {
                from,
                to,
                minutes: rested,
                least: 601
            }]
        );
    }
}

#[test]
fn a_week_partly_in_a_break_is_a_school_week_and_one_wholly_in_it_is_not() {
    let mut plan = plan_of(
        week(),
        ada(),
        &[shift(1, 1, (november(27), 480), (november(27), 1081))],
    );
    plan.setting.terms = Terms {
        terms: vec![Days {
            first: day(2026, 8, 24),
            last: day(2026, 12, 11),
        }],
        breaks: vec![Days {
            first: november(24),
            last: november(29),
        }],
    };
    let most = 600;
    let facts = |plan: &Plan, when| found(plan, cap(most, when)).len();
    assert_eq!(
        (
            facts(&plan, When::InSession),
            facts(&plan, When::OutOfSession)
        ),
        (1, 0)
    );
    plan.setting.terms.breaks[0].first = november(23);
    assert_eq!(
        (
            facts(&plan, When::InSession),
            facts(&plan, When::OutOfSession)
        ),
        (0, 1)
    );
}

#[test]
fn two_jobs_are_summed_and_the_week_begins_where_it_is_said_to() {
    let mut ada = ada();
    ada.other_jobs.push(OtherJob {
        first: None,
        last: None,
        minutes: 600,
    });
    ada.tags.insert("f1".into());
    let work = |id, of_month| shift(id, 1, (november(of_month), 540), (november(of_month), 841));
    let mut plan = plan_of(week(), ada, &[work(1, 22), work(2, 23), work(3, 27)]);
    let f1 = || Scope::tagged(&["f1"]);
    let facts = found_within(&plan, cap(1200, When::Always), f1(), week());
    assert_eq!(
        facts,
        [Facts::WeekHours {
            first: november(23),
            minutes: 602,
            elsewhere: 600,
            most: 1200
        }]
    );
    plan.setting.week_starts = 7;
    let facts = found_within(
        &plan,
        cap(1200, When::Always),
        f1(),
        Days {
            first: november(23),
            last: november(23),
        },
    );
    assert_eq!(
        facts,
        [Facts::WeekHours {
            first: november(22),
            minutes: 903,
            elsewhere: 600,
            most: 1200
        }]
    );
    assert_eq!(
        found_within(
            &plan,
            cap(1200, When::Always),
            Scope::tagged(&["j1"]),
            week()
        ),
        []
    );
}

#[test]
fn an_award_that_runs_out_within_a_shift_pays_its_first_part() {
    let mut ada = ada();
    ada.award = Some(Award {
        total: 1000,
        left: 200,
        from: november(23),
    });
    let work = |id, of_month| shift(id, 1, (november(of_month), 540), (november(of_month), 660));
    let mut plan = plan_of(week(), ada, &[work(1, 20), work(2, 23), work(3, 24)]);
    let rule = Kind::Award { warn_percent: 90 };
    let near = Facts::AwardNear {
        left: 80,
        total: 1000,
    };
    let spent = Facts::AwardSpent {
        from: wall(november(24), 620),
        minutes: 40,
    };
    assert_eq!(found(&plan, rule.clone()), [near, spent.clone()]);
    plan.people[0].award.as_mut().unwrap().total = 1001;
    plan.people[0].award.as_mut().unwrap().left = 221;
    let found = found(&plan, rule);
    assert_eq!(
        found[0],
        Facts::AwardSpent {
            from: wall(november(24), 641),
            minutes: 19
        }
    );
}

#[test]
fn nearness_is_told_more_gently_than_the_limit() {
    let mut ada = ada();
    ada.authorisation.until = Some(november(24));
    let work = |id, of_month| shift(id, 1, (november(of_month), 540), (november(of_month), 660));
    let plan = plan_of(week(), ada, &[work(1, 24), work(2, 25)]);
    let rule = Rule::new(
        "J1-AUTH",
        Kind::Authorisation { warn_days: 30 },
        Severity::Block,
    );
    let told: Vec<_> = findings(&plan, &[rule], week())
        .into_iter()
        .map(|f| (f.severity, f.facts))
        .collect();
    let until = november(24);
    let expected = [
        (Severity::Warn, Facts::AuthorisationEnds { until }),
        (Severity::Block, Facts::AuthorisationOver { until }),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_class_of_odd_weeks_stands_in_the_way_with_its_travel_in_odd_weeks_only() {
    let mut ada = ada();
    ada.classes.push(Class {
        weekday: 1,
        from: 600,
        to: 660,
        first: november(1),
        last: november(30),
        weeks: Weeks::Odd,
        travel: 10,
        skipped: [].into(),
    });
    // The 16th lies in ISO week 47, the 23rd in week 48.
    let work = |id, of_month, from| {
        shift(
            id,
            1,
            (november(of_month), from),
            (november(of_month), from + 60),
        )
    };
    let plan = plan_of(
        week(),
        ada,
        &[
            work(1, 16, 665),
            work(2, 23, 600),
            work(3, 16, 530),
            work(4, 30, 500),
        ],
    );
    let month = Days {
        first: november(1),
        last: november(30),
    };
    let met = |travel| found_within(&plan, Kind::Class { travel }, Scope::everyone(), month).len();
    assert_eq!((met(0), met(9), met(11)), (1, 1, 2));
}

#[test]
fn a_young_person_works_by_the_age_of_each_day() {
    let fifteen_to_sixteen = Youth {
        school_day: Some(180),
        other_day: Some(480),
        school_week: Some(300),
        until: Some(1140),
        summer_until: Some(1260),
        school: Some((480, 900)),
        ..Youth::default()
    };
    let mut ada = ada();
    ada.born = Some(day(2010, 11, 25));
    let work =
        |id, of_month, from, to| shift(id, 1, (november(of_month), from), (november(of_month), to));
    let shifts = [
        work(1, 23, 890, 1080),
        work(2, 24, 1000, 1145),
        work(3, 25, 480, 1200),
    ];
    let plan = plan_of(week(), ada, &shifts);
    let (first, second) = (november(MONDAY), november(24));
    let facts = found_within(
        &plan,
        Kind::Youth(fifteen_to_sixteen),
        Scope::aged(14, 16),
        week(),
    );
    let expected = [
        Facts::YouthDay {
            day: first,
            school: true,
            minutes: 190,
            most: 180,
        },
        Facts::SchoolHours {
            day: first,
            from: 480,
            to: 900,
            minutes: 10,
        },
        Facts::YouthHours {
            day: second,
            from: 0,
            until: 1140,
            minutes: 5,
        },
        Facts::YouthWeek {
            first,
            school: true,
            minutes: 335,
            most: 300,
        },
    ];
    assert_eq!(facts, expected);
}

#[test]
fn evenings_are_longer_from_the_first_of_june_through_labor_day() {
    let youth = Youth {
        until: Some(1140),
        summer_until: Some(1260),
        ..Youth::default()
    };
    let mut ada = ada();
    ada.born = Some(day(2011, 1, 1));
    for (on, minutes) in [
        (day(2026, 5, 31), 120),
        (day(2026, 6, 1), 0),
        (day(2026, 9, 7), 0),
        (day(2026, 9, 8), 120),
    ] {
        let window = Days {
            first: on,
            last: on,
        };
        let plan = plan_of(window, ada.clone(), &[shift(1, 1, (on, 1080), (on, 1260))]);
        let facts = found_within(&plan, Kind::Youth(youth), Scope::aged(14, 16), window);
        let late = Facts::YouthHours {
            day: on,
            from: 0,
            until: 1140,
            minutes,
        };
        assert_eq!(
            facts,
            if minutes > 0 { vec![late] } else { Vec::new() },
            "{on}"
        );
    }
}

#[test]
fn who_turns_fourteen_at_midnight_is_too_young_before_it_only() {
    let night = shift(1, 1, (november(24), 1380), (november(25), 60));
    let early = shift(2, 1, (november(25), 540), (november(25), 600));
    let mut ada = ada();
    ada.born = Some(day(2012, 11, 25));
    let mut plan = plan_of(week(), ada, &[night, early]);
    let rule = Rule::new("AGE", Kind::MinimumAge { years: 14 }, Severity::Block);
    let told =
        |plan: &Plan| -> Vec<Finding> { findings(plan, std::slice::from_ref(&rule), week()) };
    let told_now = told(&plan);
    assert_eq!(told_now.len(), 1);
    assert_eq!(told_now[0].shifts, [ShiftId(1)]);
    assert_eq!(told_now[0].facts, Facts::TooYoung { age: 13, years: 14 });
    plan.people[0].born = None;
    assert_eq!(told(&plan), []);
}

#[test]
fn duties_are_forbidden_until_the_day_of_the_birthday() {
    let mut baler = Desk::new(DeskId(1));
    baler.duties = ["baler".into(), "desk".into()].into();
    let mut ada = ada();
    ada.born = Some(day(2008, 11, 25));
    let work = |id, of_month| shift(id, 1, (november(of_month), 540), (november(of_month), 660));
    let mut plan = plan_of(week(), ada, &[work(1, 24), work(2, 25)]);
    plan.setting.desks.push(baler);
    let rule = Kind::Occupation {
        duties: vec!["baler".into(), "van".into()],
    };
    let under_18 = Scope {
        ages: Some(Ages { from: 0, under: 18 }),
        ..Scope::everyone()
    };
    let facts = found_within(&plan, rule, under_18, week());
    assert_eq!(
        facts,
        [Facts::Occupation {
            duties: vec!["baler".into()],
            age: 17
        }]
    );
}

#[test]
fn breaks_are_counted_by_work_that_nothing_long_enough_interrupts() {
    let work = |id, from, to| shift(id, 1, (november(24), from), (november(24), to));
    let broken = plan_of(week(), ada(), &[work(1, 480, 720), work(2, 749, 990)]);
    let pauses = |after, inclusive, each| Kind::Break {
        after,
        inclusive,
        minutes: 30,
        each,
    };
    let due = |plan: &Plan, kind| -> Vec<u32> {
        let counted = found(plan, kind).into_iter().filter_map(|facts| {
            let Facts::Break { breaks, .. } = facts else {
                return None;
            };
            Some(breaks)
        });
        counted.collect()
    };
    assert_eq!(due(&broken, pauses(481, true, false)), [1]);
    assert_eq!(due(&broken, pauses(481, false, false)), [0_u32; 0]);
    assert_eq!(due(&broken, pauses(240, true, true)), [2]);
    let rested = plan_of(week(), ada(), &[work(1, 480, 720), work(2, 750, 991)]);
    assert_eq!(due(&rested, pauses(240, true, true)), [1, 1]);
    assert_eq!(due(&rested, pauses(241, true, true)), [1]);
}

#[test]
fn those_who_are_there_together_owe_the_place_its_care() {
    let day = november(24);
    let work = |id, person, from, to| shift(id, person, (day, from), (day, to));
    let mut ben = Person::new(PersonId(2));
    ben.born = Some(carrel_roster::day(2010, 1, 1));
    ben.skills.insert(SkillId(7), Some(day));
    let mut ada = ada();
    ada.senior = true;
    ada.keyholder = true;
    let mut plan = plan_of(week(), ada, &[work(1, 1, 540, 720), work(2, 2, 660, 1080)]);
    plan.people.push(ben);
    plan.setting.hours.insert(
        day,
        OpenDay::Open {
            from: 540,
            to: 1080,
        },
    );
    let mut desk = Desk::new(DeskId(1));
    desk.skills.insert(SkillId(7));
    desk.senior = true;
    plan.setting.desks.push(desk);
    let told = |together| found(&plan, Kind::Together(together));
    let (desk, skill) = (DeskId(1), SkillId(7));
    let at = |minute| wall(day, minute);
    let untrained = Facts::NobodyTrained {
        desk,
        skill,
        from: at(540),
        to: at(660),
    };
    assert_eq!(told(Together::Trained), [untrained]);
    assert_eq!(
        told(Together::Senior),
        [Facts::NobodySenior {
            desk,
            from: at(720),
            to: at(1080)
        }]
    );
    let alone = |from, to| Facts::Alone {
        from: at(from),
        to: at(to),
    };
    assert_eq!(told(Together::Alone), [alone(540, 660), alone(720, 1080)]);
    let young = Facts::AloneUnder {
        from: at(720),
        to: at(1080),
        age: 18,
    };
    assert_eq!(told(Together::AloneUnder { age: 18 }), [young]);
    let few = |edge, from, to| Facts::OpenClose {
        edge,
        from: at(from),
        to: at(to),
        people: 1,
        least: 2,
    };
    let both = [few(Edge::Opening, 540, 555), few(Edge::Closing, 1065, 1080)];
    assert_eq!(
        told(Together::OpenClose {
            people: 2,
            minutes: 15
        }),
        both
    );
    let keys = Facts::Keyholder {
        edge: Edge::Closing,
        from: at(1065),
        to: at(1080),
    };
    assert_eq!(told(Together::Keyholder { minutes: 15 }), [keys]);
}
