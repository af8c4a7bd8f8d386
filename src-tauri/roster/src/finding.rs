//! What a plan breaks of a rule, as facts. It says nothing in words.

use chrono::NaiveDate;

use crate::person::{PersonId, SkillId};
use crate::rule::Severity;
use crate::setting::{DeskId, ShiftId};
use crate::time::Wall;

/// What a plan breaks of a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The rule's name.
    pub rule: String,
    /// How gravely; less than the rule's own where the limit is only near.
    pub severity: Severity,
    /// Who, where it is about one person.
    pub person: Option<PersonId>,
    /// The shifts that it is about, in order of their numbers; none where nobody is there.
    pub shifts: Vec<ShiftId>,
    /// What was found.
    pub facts: Facts,
}

/// Which length is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// Shorter than the least.
    Short,
    /// Longer than the usual most.
    Long,
    /// Longer than the most of all.
    Hard,
}

/// Which end of the place's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edge {
    /// When it opens.
    Opening,
    /// When it closes.
    Closing,
}

/// What was found. `minutes` are those that really pass; `from` and `to` are what the clock shows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facts {
    /// Two shifts at a time.
    DoubleBooking {
        /// When both have begun.
        from: Wall,
        /// When one of them ends.
        to: Wall,
    },
    /// Work at a time that somebody said they cannot.
    Unavailable {
        /// The first such time in the shift.
        from: Wall,
        /// When it ends.
        to: Wall,
        /// The minutes of the shift at all such times.
        minutes: u32,
    },
    /// Work during a class, or on the way.
    Class {
        /// When the class begins.
        from: Wall,
        /// When it ends.
        to: Wall,
        /// The minutes of the way.
        travel: u16,
    },
    /// Work while away.
    Leave {
        /// When the leave begins.
        from: Wall,
        /// When it ends.
        to: Wall,
    },
    /// Work on a day on which the place is closed.
    Closed {
        /// The day.
        day: NaiveDate,
    },
    /// Work before opening or after closing.
    OutsideHours {
        /// The day.
        day: NaiveDate,
        /// The minute of the day at which the place opens.
        opens: u16,
        /// And that at which it closes.
        closes: u16,
    },
    /// Work at a desk outside its hours.
    OutsideDeskHours {
        /// The desk.
        desk: DeskId,
        /// The first such time in the shift.
        from: Wall,
        /// When it ends.
        to: Wall,
        /// The minutes of the shift at all such times.
        minutes: u32,
    },
    /// Too little rest.
    Rest {
        /// When work ended.
        from: Wall,
        /// When it begins again.
        to: Wall,
        /// The minutes of rest.
        minutes: u32,
        /// The least.
        least: u32,
    },
    /// A break is due.
    Break {
        /// When the stretch of work begins.
        from: Wall,
        /// When it ends.
        to: Wall,
        /// The minutes worked in it.
        worked: u32,
        /// How many breaks.
        breaks: u32,
        /// How long each is.
        minutes: u32,
    },
    /// Too much work on a day.
    DayHours {
        /// The day.
        day: NaiveDate,
        /// The minutes worked.
        minutes: u32,
        /// The most.
        most: u32,
    },
    /// Too much work in a week.
    WeekHours {
        /// Its first day.
        first: NaiveDate,
        /// The minutes worked here.
        minutes: u32,
        /// The minutes worked in other jobs, where they count.
        elsewhere: u32,
        /// The most.
        most: u32,
    },
    /// An award does not pay a part of a shift.
    AwardSpent {
        /// The first minute of the shift that it does not pay.
        from: Wall,
        /// The minutes of the shift that it does not pay.
        minutes: u32,
    },
    /// An award is nearly used up with a shift.
    AwardNear {
        /// The minutes that it pays after the shift.
        left: u32,
        /// All that it pays.
        total: u32,
    },
    /// No written permission is on file.
    NotAuthorised,
    /// Work after a written permission ends.
    AuthorisationOver {
        /// Its last day.
        until: NaiveDate,
    },
    /// Work in the last days of a written permission.
    AuthorisationEnds {
        /// Its last day.
        until: NaiveDate,
    },
    /// Too much work of a young person on a day.
    YouthDay {
        /// The day.
        day: NaiveDate,
        /// Whether it is a school day.
        school: bool,
        /// The minutes worked.
        minutes: u32,
        /// The most.
        most: u32,
    },
    /// Too much work of a young person in a week.
    YouthWeek {
        /// Its first day.
        first: NaiveDate,
        /// Whether it has a school day.
        school: bool,
        /// The minutes worked at those ages.
        minutes: u32,
        /// The most.
        most: u32,
    },
    /// Work of a young person early or late.
    YouthHours {
        /// The day.
        day: NaiveDate,
        /// The minute of the day from which they may work.
        from: u16,
        /// And that until which they may.
        until: u16,
        /// The minutes of the shift before and after.
        minutes: u32,
    },
    /// Work of a young person while school is held.
    SchoolHours {
        /// The day.
        day: NaiveDate,
        /// The minute of the day at which school begins.
        from: u16,
        /// And that at which it ends.
        to: u16,
        /// The minutes of the shift then.
        minutes: u32,
    },
    /// Work that somebody is too young for.
    Occupation {
        /// The duties of the desk, in order of the alphabet.
        duties: Vec<String>,
        /// Their age in the first such minute.
        age: u32,
    },
    /// Somebody is too young to work.
    TooYoung {
        /// Their age in the first such minute.
        age: u32,
        /// The least.
        years: u32,
    },
    /// Too short or too long without a gap.
    Length {
        /// Which length is broken.
        length: Length,
        /// The minutes worked.
        minutes: u32,
        /// The least or the most.
        limit: u32,
    },
    /// Work on too many days of a week.
    DaysPerWeek {
        /// The week's first day.
        first: NaiveDate,
        /// How many days.
        days: u32,
        /// The most.
        most: u32,
    },
    /// Work on too many days in a row.
    ConsecutiveDays {
        /// The first of them.
        first: NaiveDate,
        /// The last.
        last: NaiveDate,
        /// How many.
        days: u32,
        /// The most.
        most: u32,
    },
    /// Work before the first day of employment.
    NotBegun {
        /// The first day.
        begins: NaiveDate,
    },
    /// Work after the last day of employment.
    Left {
        /// The last day.
        ends: NaiveDate,
    },
    /// Somebody has not learned what their desk asks.
    Untrained {
        /// The desk.
        desk: DeskId,
        /// What they have not learned.
        skills: Vec<SkillId>,
    },
    /// Nobody at a staffed desk has learned something.
    NobodyTrained {
        /// The desk.
        desk: DeskId,
        /// What nobody has learned.
        skill: SkillId,
        /// From when.
        from: Wall,
        /// Until when.
        to: Wall,
    },
    /// Nobody at a staffed desk is senior.
    NobodySenior {
        /// The desk.
        desk: DeskId,
        /// From when.
        from: Wall,
        /// Until when.
        to: Wall,
    },
    /// Somebody is the only one in the place.
    Alone {
        /// From when.
        from: Wall,
        /// Until when.
        to: Wall,
    },
    /// Somebody under an age is the only one in the place.
    AloneUnder {
        /// From when.
        from: Wall,
        /// Until when.
        to: Wall,
        /// The age.
        age: u32,
    },
    /// Too few open or close.
    OpenClose {
        /// Which end of the day.
        edge: Edge,
        /// From when.
        from: Wall,
        /// Until when.
        to: Wall,
        /// The fewest who are there.
        people: u32,
        /// How many should be.
        least: u32,
    },
    /// Nobody with a key opens or closes.
    Keyholder {
        /// Which end of the day.
        edge: Edge,
        /// From when.
        from: Wall,
        /// Until when.
        to: Wall,
    },
    /// Two work at a time who are not to.
    NotApart {
        /// The one.
        one: PersonId,
        /// The other.
        other: PersonId,
        /// From when.
        from: Wall,
        /// Until when.
        to: Wall,
    },
    /// Somebody works without the one beside whom they are to work.
    NotBeside {
        /// Who is not there.
        other: PersonId,
        /// From when.
        from: Wall,
        /// Until when.
        to: Wall,
    },
    /// Somebody works without the company that they are to have.
    Unaccompanied {
        /// Whether it has to be somebody senior.
        senior: bool,
        /// From when.
        from: Wall,
        /// Until when.
        to: Wall,
    },
    /// Somebody closes and opens on the day after.
    CloseOpen {
        /// When the place closes.
        from: Wall,
        /// When it opens again.
        to: Wall,
    },
}
