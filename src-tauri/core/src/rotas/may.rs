//! What the rules of work allow one person, asked of the very rules that judge the plan. It holds no figure of theirs.

use carrel_roster::{
    Days, Facts, Finding, Kind, Person, PersonId, Rule, Severity, ShiftId, Wall, of_person,
};

use super::shift_type::ShiftTypeDetails;
use crate::kernel::Day;
use crate::kernel::id::{Id, StaffId};
use crate::schedule::ShiftDetails;
use crate::schedule::work_rules::Given;

/// The rules about one person that a plan must not break.
pub(super) struct May<'g> {
    given: &'g Given,
    rules: Vec<Rule>,
}

impl<'g> May<'g> {
    pub(super) fn new(given: &'g Given) -> Self {
        let rules = given.rules.iter().filter(|rule| counts(rule));
        Self {
            given,
            rules: rules.cloned().collect(),
        }
    }

    /// What somebody's shifts break on some days.
    pub(super) fn broken(
        &self,
        person: &Person,
        shifts: &[carrel_roster::Shift],
        (first, last): (Day, Day),
    ) -> Vec<Finding> {
        let days = Days {
            first: first.date(),
            last: last.date(),
        };
        let mut found = of_person(&self.given.setting, &self.rules, person, shifts, days);
        found.retain(|finding| finding.severity > Severity::Note);
        found
    }

    /// Whether somebody may work one of a type on a day.
    pub(super) fn take(&self, person: &Person, kind: &ShiftTypeDetails, day: Day) -> bool {
        let shift = numbered(1, &kind.on(StaffId::of(person.id.0), day));
        self.broken(person, &[shift], (day, day)).is_empty()
    }

    /// Whether anybody may work one type on a day, and another on the next.
    pub(super) fn follow(
        &self,
        people: &[&Person],
        (before, after): (&ShiftTypeDetails, &ShiftTypeDetails),
        day: Day,
    ) -> bool {
        people.iter().all(|person| {
            let staff = StaffId::of(person.id.0);
            let shifts = [
                numbered(1, &before.on(staff, day)),
                numbered(2, &after.on(staff, day.plus(1))),
            ];
            let found = self.broken(person, &shifts, (day, day.plus(1)));
            !found
                .iter()
                .any(|finding| matches!(finding.facts, Facts::Rest { .. }))
        })
    }
}

/// Breaks are placed within a shift, so long as no rule of theirs blocks; more than somebody wants is no offence.
fn counts(rule: &Rule) -> bool {
    if matches!(rule.kind, Kind::Together(_)) {
        return false;
    }
    let least = if matches!(rule.kind, Kind::Break { .. } | Kind::Wanted) {
        Severity::Block
    } else {
        Severity::Warn
    };
    rule.severity >= least
}

/// A shift as the rules take it.
pub(super) fn numbered(id: i64, shift: &ShiftDetails) -> carrel_roster::Shift {
    let wall = |minute: crate::kernel::Minute| Wall {
        day: shift.day.date(),
        minute: minute.count(),
    };
    carrel_roster::Shift {
        id: ShiftId(id),
        person: PersonId(shift.staff.row()),
        desk: carrel_roster::DeskId(shift.desk.row()),
        from: wall(shift.start),
        to: wall(shift.end),
    }
}
