//! Rules that come from laws and campuses, each with where it was read. They are defaults to be changed, and no advice.

use carrel_roster::{Kind, When, Youth};

use super::catalogue::{Entry, Figure, Figures, figure};
use super::choice::UsState;
use super::demand::DeskDuty;
use super::group::WorkGroup;
use super::rule::{FigureUnit, RuleSeverity};

/// Why nobody works during class.
pub(super) const CLASSES: &[(&str, &str)] = &[
    (
        "Kentucky State University, provisions of the work-study program",
        "https://www.kysu.edu/finance-and-administration/financial-aid/provisons-of-the-workstudy-program.php",
    ),
    (
        "NASFAA: no weekly cap by statute for work-study, and no work during class",
        "https://www.nasfaa.org/news-item/19129/Pop_Quiz_Can_a_Student_Have_Both_a_Federal_Work-Study_Position_and_a_Non-FWS_Position",
    ),
];

const F1: &[(&str, &str)] = &[
    (
        "8 CFR 214.2(f)(9)(i), in a copy",
        "https://forum.russianamerica.com/f/showthread.php?t=21136",
    ),
    (
        "Abilene Christian University: all jobs on campus are summed",
        "https://www.acu.edu/community/offices/hr-finance/hr/payroll/f1-j1-international-students.html",
    ),
];

const J1: &[(&str, &str)] = &[
    (
        "22 CFR 62.23(g)",
        "https://www.unk.edu/international/international-student-services/current-international-students/j1-information/j1-employment.php",
    ),
    (
        "Claremont: prior authorisation in writing, for twelve months at most",
        "http://iplace.claremont.edu/current-students/employment/j1oncampus/",
    ),
];

const YOUNG: &[(&str, &str)] = &[
    (
        "29 CFR 570.35; U.S. Department of Labor, FLSA hours",
        "https://webapps.dol.gov/elaws/whd/flsa/docs/hours.asp",
    ),
    (
        "U.S. Department of Labor, short guide to child labor",
        "https://dol.gov/agencies/whd/child-labor/short-guide-to-child-labor-non-ag",
    ),
];

const CAMPUS_BREAKS: &[(&str, &str)] = &[
    (
        "Ball State University, student employment handbook",
        "https://cms.bsu.edu/about/administrativeoffices/careercenter/studentemployment/supervisors/handbook/scheduling",
    ),
    (
        "Michigan State University, student hours",
        "https://hr.msu.edu/policies-procedures/student-handbook/student_hours.html",
    ),
];

/// Secondary copies; many states differ for public employers.
const STATE_BREAKS: &[(&str, &str)] = &[
    (
        "U.S. Department of Labor, table of meal periods of 2006, in a copy",
        "https://kipdf.com/january-1-2006_5ac891fa1723ddcbe1929951.html",
    ),
    (
        "HR360, meal and rest breaks in all states",
        "https://www.hr360.com/statelaws/Connecticut/Meal-and-Rest-Breaks-in-All-50-States.aspx",
    ),
];

fn week_hours(figures: Figures<'_>, when: When) -> Kind {
    Kind::WeekHours {
        most: figure(figures, "most"),
        when,
        elsewhere: true,
    }
}

fn youth(figures: Figures<'_>) -> Kind {
    let minute = |name: &str| figures(name).and_then(|minute| u16::try_from(minute).ok());
    Kind::Youth(Youth {
        school_day: figures("school_day"),
        other_day: figures("other_day"),
        school_week: figures("school_week"),
        other_week: figures("other_week"),
        from: minute("from"),
        until: minute("until"),
        summer_until: minute("summer_until"),
        school: minute("school_from").zip(minute("school_to")),
    })
}

fn duties(duties: &[DeskDuty]) -> Kind {
    Kind::Occupation {
        duties: duties.iter().map(|duty| duty.as_str().to_owned()).collect(),
    }
}

const fn time(name: &'static str, minute: u32) -> Figure {
    Figure::of(name, FigureUnit::Time, minute, (0, 1_440)).or_none()
}

/// Caps, permissions, awards and the young.
pub(super) const LAW: &[Entry] = &[
    Entry {
        only: &[WorkGroup::F1],
        figures: &[Figure::hours("most", 1_200)],
        sources: F1,
        ..Entry::blocks("F1-20", |figures| week_hours(figures, When::InSession))
    },
    Entry {
        only: &[WorkGroup::J1],
        figures: &[Figure::hours("most", 1_200)],
        sources: J1,
        ..Entry::blocks("J1-20", |figures| week_hours(figures, When::InSession))
    },
    Entry {
        only: &[WorkGroup::J1],
        figures: &[Figure::of("warn_days", FigureUnit::Days, 30, (0, 365))],
        sources: J1,
        ..Entry::blocks("J1-AUTH", |figures| Kind::Authorisation {
            warn_days: figure(figures, "warn_days"),
        })
    },
    Entry {
        only: &[WorkGroup::Students],
        except: &[WorkGroup::F1, WorkGroup::J1],
        figures: &[Figure::hours("most", 1_200)],
        sources: &[(
            "Campuses differ: 20 hours at Ball State and Mississippi State, 29 at Michigan State, 19.5 at UC Berkeley Library",
            "https://hr.msu.edu/policies-procedures/student-handbook/student_hours.html",
        )],
        ..Entry::warns("DOM-MAX", |figures| week_hours(figures, When::InSession))
    },
    Entry {
        figures: &[Figure::hours("most", 2_400)],
        sources: &[(
            "Ball State University and UC Berkeley Library: never more than 40 hours a week in all jobs",
            "https://las.lib.berkeley.edu/topics/student-employment?page=3",
        )],
        ..Entry::blocks("OT-40", |figures| week_hours(figures, When::Always))
    },
    Entry {
        only: &[WorkGroup::WorkStudy],
        figures: &[Figure::of(
            "warn_percent",
            FigureUnit::Percent,
            90,
            (1, 100),
        )],
        sources: &[(
            "Kentucky State University: work stops when the award is used up",
            "https://www.kysu.edu/finance-and-administration/financial-aid/provisons-of-the-workstudy-program.php",
        )],
        ..Entry::blocks("FWS-AWARD", |figures| Kind::Award {
            warn_percent: figure(figures, "warn_percent"),
        })
    },
    Entry {
        figures: &[Figure::of("years", FigureUnit::Years, 14, (10, 21))],
        sources: YOUNG,
        ..Entry::blocks("MINOR-AGE", |figures| Kind::MinimumAge {
            years: figure(figures, "years"),
        })
    },
    Entry {
        ages: Some((14, 16)),
        figures: &[
            Figure::hours("school_day", 180).or_none(),
            Figure::hours("other_day", 480).or_none(),
            Figure::hours("school_week", 1_080).or_none(),
            Figure::hours("other_week", 2_400).or_none(),
            time("from", 420),
            time("until", 1_140),
            time("summer_until", 1_260),
            time("school_from", 480),
            time("school_to", 900),
        ],
        sources: YOUNG,
        ..Entry::blocks("MINOR-14-15", youth)
    },
    Entry {
        active: false,
        ages: Some((16, 18)),
        figures: &[
            Figure::hours("school_day", 0).none(),
            Figure::hours("other_day", 0).none(),
            Figure::hours("school_week", 0).none(),
            Figure::hours("other_week", 0).none(),
            time("from", 0).none(),
            time("until", 0).none(),
            time("summer_until", 0).none(),
            time("school_from", 0).none(),
            time("school_to", 0).none(),
        ],
        sources: YOUNG,
        ..Entry::blocks("MINOR-16-17", youth)
    },
    Entry {
        ages: Some((0, 18)),
        sources: YOUNG,
        ..Entry::blocks("MINOR-OCC", |_| {
            duties(&[
                DeskDuty::Baler,
                DeskDuty::Hoist,
                DeskDuty::Saw,
                DeskDuty::Driving,
            ])
        })
    },
    Entry {
        ages: Some((0, 16)),
        sources: YOUNG,
        ..Entry::blocks("MINOR-OCC-15", |_| {
            duties(&[DeskDuty::Repair, DeskDuty::Loading])
        })
    },
    Entry {
        only: &[WorkGroup::Students],
        figures: &[
            Figure::hours("least", 120),
            Figure::hours("most", 240),
            Figure::hours("hard", 345),
        ],
        sources: &[(
            "UC Berkeley Library, student employment",
            "https://las.lib.berkeley.edu/topics/student-employment?page=3",
        )],
        ..Entry::warns("SHIFT-LEN", |figures| Kind::Length {
            least: figure(figures, "least"),
            most: figure(figures, "most"),
            hard: figure(figures, "hard"),
        })
    },
    Entry {
        kind: None,
        severity: RuleSeverity::Note,
        sources: &[(
            "29 CFR 516.5–6: time records two years, payroll three",
            "https://dev.compliancecosmos.org/print/pdf/node/330671",
        )],
        ..Entry::warns("KEEP", |_| Kind::Leave)
    },
];

const fn pause(after: u32, minutes: u32) -> [Figure; 2] {
    [
        Figure::hours("after", after),
        Figure::minutes("minutes", minutes),
    ]
}

const PER_4: &[Figure] = &pause(240, 15);
const AT_8: &[Figure] = &pause(480, 30);
const AT_5: &[Figure] = &pause(300, 30);
const AT_6: &[Figure] = &pause(360, 30);
const AT_10: &[Figure] = &pause(600, 30);

fn due(figures: Figures<'_>, inclusive: bool, each: bool) -> Kind {
    Kind::Break {
        after: figure(figures, "after"),
        inclusive,
        minutes: figure(figures, "minutes"),
        each,
    }
}

fn beyond(figures: Figures<'_>) -> Kind {
    due(figures, false, false)
}

fn from(figures: Figures<'_>) -> Kind {
    due(figures, true, false)
}

const fn of_state(
    id: &'static str,
    state: UsState,
    figures: &'static [Figure],
    kind: fn(Figures<'_>) -> Kind,
) -> Entry {
    Entry {
        figures,
        sources: STATE_BREAKS,
        state: Some(state),
        ..Entry::warns(id, kind)
    }
}

/// Breaks, by federal law, on campus and by state.
pub(super) const BREAKS: &[Entry] = &[
    Entry {
        kind: None,
        severity: RuleSeverity::Note,
        sources: &[(
            "Federal law requires no break; one of 5 to 20 minutes is paid, a meal of 30 is not where nobody works through it",
            "https://www.justia.com/employment/employment-laws-50-state-surveys/meal-and-rest-break-laws-in-the-workplace-50-state-survey/",
        )],
        ..Entry::warns("BREAK-FED", |_| Kind::Leave)
    },
    Entry {
        severity: RuleSeverity::Note,
        only: &[WorkGroup::Students],
        figures: PER_4,
        sources: CAMPUS_BREAKS,
        ..Entry::warns("BREAK-CAMPUS-4", |figures| due(figures, true, true))
    },
    Entry {
        severity: RuleSeverity::Note,
        only: &[WorkGroup::Students],
        figures: AT_8,
        sources: CAMPUS_BREAKS,
        ..Entry::warns("BREAK-CAMPUS-8", from)
    },
    of_state("BREAK-CA-5", UsState::California, AT_5, beyond),
    of_state("BREAK-CA-10", UsState::California, AT_10, beyond),
    of_state("BREAK-CO-5", UsState::Colorado, AT_5, beyond),
    Entry {
        ages: Some((14, 16)),
        ..of_state("BREAK-AL-5", UsState::Alabama, AT_5, beyond)
    },
    Entry {
        ages: Some((0, 18)),
        ..of_state("BREAK-AK-6", UsState::Alaska, AT_6, from)
    },
    Entry {
        ages: Some((0, 18)),
        ..of_state("BREAK-AK-5", UsState::Alaska, AT_5, beyond)
    },
];
