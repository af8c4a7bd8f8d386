//! A rule of work as data: what it limits, by which figures, for whom, how gravely. It judges nothing.

use chrono::NaiveDate;

use crate::person::Person;

/// How gravely a rule means it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know.
    Note,
    /// To be looked at.
    Warn,
    /// Not to be done without a reason.
    Block,
}

/// An age in completed years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ages {
    /// The youngest for whom the rule holds.
    pub from: u32,
    /// The age at which it holds no longer.
    pub under: u32,
}

/// Whom a rule holds for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Who has one of these tags; everybody where there are none.
    pub any: Vec<String>,
    /// But nobody who has one of these.
    pub none: Vec<String>,
    /// And only at these ages; whose age is not known is not meant.
    pub ages: Option<Ages>,
}

impl Scope {
    /// Everybody.
    pub fn everyone() -> Self {
        Self::default()
    }

    /// Who has one of these tags.
    pub fn tagged(tags: &[&str]) -> Self {
        Self {
            any: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            ..Self::default()
        }
    }

    /// Everybody from one age until another.
    pub fn aged(from: u32, under: u32) -> Self {
        Self {
            ages: Some(Ages { from, under }),
            ..Self::default()
        }
    }

    /// Whether the tags of somebody are meant.
    pub(crate) fn means(&self, person: &Person) -> bool {
        let has = |tag: &String| person.tags.contains(tag);
        (self.any.is_empty() || self.any.iter().any(has)) && !self.none.iter().any(has)
    }

    /// Whether the age of somebody on a day is meant.
    pub(crate) fn holds(&self, person: &Person, day: NaiveDate) -> bool {
        self.ages.is_none_or(|ages| {
            person
                .age_on(day)
                .is_some_and(|age| (ages.from..ages.under).contains(&age))
        })
    }
}

/// In which weeks a limit of the week holds. A week with one day of school is a school week as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// In all.
    Always,
    /// In those in which school is in session on some day.
    InSession,
    /// In the others.
    OutOfSession,
}

/// What young people may work; what is none is not limited.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Youth {
    /// The most minutes on a school day.
    pub school_day: Option<u32>,
    /// The most minutes on another day.
    pub other_day: Option<u32>,
    /// The most minutes in a week with a school day.
    pub school_week: Option<u32>,
    /// The most minutes in another week.
    pub other_week: Option<u32>,
    /// No work before this minute of the day.
    pub from: Option<u16>,
    /// No work from this minute of the day on.
    pub until: Option<u16>,
    /// The same from 1 June through Labor Day.
    pub summer_until: Option<u16>,
    /// No work on a school day between these minutes.
    pub school: Option<(u16, u16)>,
}

/// What a rule limits. All figures are minutes where nothing else is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Nobody works twice at a time.
    DoubleBooking,
    /// Nobody works when they said they cannot.
    Availability,
    /// Nobody works during a class, or on the way to or from it.
    Class {
        /// The least that the way takes, where the class says less.
        travel: u16,
    },
    /// Nobody works while away.
    Leave,
    /// Nobody works while the place is closed.
    OpeningHours {
        /// So long before opening and after closing they may.
        margin: u16,
    },
    /// Nobody works at a desk outside its own hours.
    DeskHours,
    /// So much rest between the work of one day and that of another. Work without a gap is one stretch, of the day on
    /// which it begins.
    Rest {
        /// The least rest.
        least: u32,
    },
    /// Long work has its breaks. Only what interrupts work for as long as the break counts as one.
    Break {
        /// How much work makes it due.
        after: u32,
        /// Whether just so much does already.
        inclusive: bool,
        /// How long it is.
        minutes: u32,
        /// Whether it is due again each time that so much was worked.
        each: bool,
    },
    /// So much work a day.
    DayHours {
        /// The most.
        most: u32,
    },
    /// So much work a week.
    WeekHours {
        /// The most.
        most: u32,
        /// In which weeks.
        when: When,
        /// Whether other jobs count.
        elsewhere: bool,
    },
    /// No more work a week than somebody wants.
    Wanted,
    /// No more work a week than was agreed with somebody.
    Agreed,
    /// No work that an award no longer pays.
    Award {
        /// From so many hundredths of it on it is nearly used up.
        warn_percent: u32,
    },
    /// No work without a written permission, or after it ends.
    Authorisation {
        /// In so many last days of it the end is near.
        warn_days: u32,
    },
    /// Hours of young people; the ages are the scope's.
    Youth(Youth),
    /// What young people may not do; the ages are the scope's.
    Occupation {
        /// The duties of desks that are meant.
        duties: Vec<String>,
    },
    /// Nobody younger works.
    MinimumAge {
        /// In completed years.
        years: u32,
    },
    /// How long people work without a gap.
    Length {
        /// The least; a break of up to an hour is no end of the work.
        least: u32,
        /// The usual most.
        most: u32,
        /// The most of all.
        hard: u32,
    },
    /// Work on so many days a week.
    DaysPerWeek {
        /// The most days.
        most: u32,
    },
    /// Who is there when the place closes is not there when it opens on the day after.
    CloseOpen,
    /// Work on so many days in a row.
    ConsecutiveDays {
        /// The most days.
        most: u32,
    },
    /// Nobody works before they begin or after they left.
    Employment,
    /// Who works at a desk has learned what it asks.
    Skill,
    /// What holds for those who are there together, rather than for one person.
    Together(Together),
}

/// What those who are there together owe the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Together {
    /// Somebody at a staffed desk has learned each thing that it asks.
    Trained,
    /// Somebody senior is at a staffed desk that asks for it.
    Senior,
    /// Nobody is the only one in the place.
    Alone,
    /// Nobody under an age is the only one in the place.
    AloneUnder {
        /// The age.
        age: u32,
    },
    /// The place is opened and closed by so many, on days on which anybody works.
    OpenClose {
        /// How many.
        people: u32,
        /// How long after opening and before closing.
        minutes: u16,
    },
    /// Somebody with a key opens and closes, on days on which anybody works and where anybody has a key.
    Keyholder {
        /// How long after opening and before closing.
        minutes: u16,
    },
    /// Who is not to work with another does not.
    Apart,
    /// Who is to work with another works only while they do.
    Beside,
    /// Who is to have company has it.
    Accompanied,
}

/// A rule of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its name.
    pub id: String,
    /// What it limits.
    pub kind: Kind,
    /// Whom it holds for. A rule for those who are there together holds for the place, whatever stands here.
    pub scope: Scope,
    /// How gravely it means it.
    pub severity: Severity,
}

impl Rule {
    /// A rule for everybody.
    pub fn new(id: &str, kind: Kind, severity: Severity) -> Self {
        Self {
            id: id.to_owned(),
            kind,
            scope: Scope::everyone(),
            severity,
        }
    }

    /// The same rule for some.
    #[must_use]
    pub fn for_only(self, scope: Scope) -> Self {
        Self { scope, ..self }
    }
}
