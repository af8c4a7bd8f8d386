//! The staff as the crate that judges takes them: limits, training, times. What nobody said stays absent.

use std::collections::{BTreeMap, BTreeSet};

use carrel_roster::{
    Authorisation, Availability, Award, Class, OtherJob, Person, PersonId, SkillId, Wall, WallSpan,
    WeekSpan, Weeks, Wish,
};

use super::group::WorkGroup;
use crate::kernel::id::{DeskId, Id, StaffId};
use crate::kernel::{Act, Day, Result};
use crate::schedule::shift::minutes_of;
use crate::schedule::store::{desks, shifts_of_person};
use crate::schedule::training::{TrainedAt, trained_at};
use crate::staff::{self, ClassWeeks, LeaveDetails, StaffLimits, StaffMember, WorkPermit};

/// All that is known of the staff.
pub(super) struct Known {
    members: Vec<StaffMember>,
    limits: BTreeMap<StaffId, StaffLimits>,
    availability: BTreeMap<StaffId, Vec<staff::Availability>>,
    classes: BTreeMap<StaffId, Vec<staff::Class>>,
    leave: BTreeMap<StaffId, Vec<staff::Leave>>,
    training: BTreeMap<StaffId, Vec<TrainedAt>>,
    desks: Vec<DeskId>,
}

/// Being trained for a desk is a skill with the desk's number.
pub(super) fn trained_for(desk: DeskId) -> SkillId {
    SkillId(desk.row())
}

impl Known {
    pub(super) fn read(act: &Act<'_>) -> Result<Self> {
        Ok(Self {
            members: staff::members(act)?,
            limits: staff::limits(act)?,
            availability: staff::availability(act)?,
            classes: staff::classes(act)?,
            leave: staff::leave(act)?,
            training: trained_at(act)?,
            desks: desks(act.tx)?.iter().map(|desk| desk.id).collect(),
        })
    }

    /// The numbers of all the staff.
    pub(super) fn everybody(&self) -> BTreeSet<StaffId> {
        self.members.iter().map(|member| member.id).collect()
    }

    /// What somebody likes to be called.
    pub(super) fn name(&self, id: PersonId) -> String {
        let mut members = self.members.iter();
        let member = members.find(|member| member.id.row() == id.0);
        member.map_or_else(String::new, |member| member.details.called().to_owned())
    }

    /// Some of the staff, as they are judged when shifts are known from a day on.
    pub(super) fn people(
        &self,
        act: &Act<'_>,
        who: &BTreeSet<StaffId>,
        from: Day,
    ) -> Result<Vec<Person>> {
        let meant = self
            .members
            .iter()
            .filter(|member| who.contains(&member.id));
        meant.map(|member| self.person(act, member, from)).collect()
    }

    fn person(&self, act: &Act<'_>, member: &StaffMember, from: Day) -> Result<Person> {
        let id = member.id;
        let limits = self.limits.get(&id).cloned().unwrap_or_default();
        let details = &member.details;
        let left = (!details.active).then(|| act.today.minus(1));
        let mut person = Person::new(PersonId(id.row()));
        person.tags = groups(details.student, &limits)
            .map(|group| group.as_str().to_owned())
            .collect();
        person.born = limits.born.map(Day::date);
        person.minor = limits.minor;
        person.begins = details.begins.map(Day::date);
        person.ends = details.ends.into_iter().chain(left).min().map(Day::date);
        person.availability = self
            .availability
            .get(&id)
            .into_iter()
            .flatten()
            .map(available)
            .collect();
        person.classes = self
            .classes
            .get(&id)
            .into_iter()
            .flatten()
            .map(class)
            .collect();
        person.leave = self
            .leave
            .get(&id)
            .into_iter()
            .flatten()
            .map(|leave| away(&leave.details))
            .collect();
        person.other_jobs = vec![OtherJob {
            first: None,
            last: None,
            minutes: limits.elsewhere_minutes,
        }];
        person.wanted = details.wanted_minutes;
        person.most = details.most_minutes;
        person.authorisation = Authorisation {
            until: limits.permit_ends.map(Day::date),
        };
        person.award = award(act, id, &limits, from)?;
        person.skills = self.skills(id);
        person.senior = details.senior;
        person.keyholder = details.keyholder;
        Ok(person)
    }

    /// Who was trained for no desk by name may work at all of them.
    fn skills(&self, id: StaffId) -> BTreeMap<SkillId, Option<chrono::NaiveDate>> {
        match self.training.get(&id).filter(|desks| !desks.is_empty()) {
            None => self
                .desks
                .iter()
                .map(|desk| (trained_for(*desk), None))
                .collect(),
            Some(desks) => {
                let trained = desks
                    .iter()
                    .map(|at| (trained_for(at.desk), at.since.map(Day::date)));
                trained.collect()
            }
        }
    }
}

pub(super) fn groups(student: bool, limits: &StaffLimits) -> impl Iterator<Item = WorkGroup> {
    let of_permit = match limits.permit {
        WorkPermit::None => None,
        WorkPermit::F1 => Some(WorkGroup::F1),
        WorkPermit::J1 => Some(WorkGroup::J1),
    };
    let kind = if student {
        WorkGroup::Students
    } else {
        WorkGroup::OtherStaff
    };
    let awarded = limits.awarded_minutes().map(|_| WorkGroup::WorkStudy);
    [Some(kind), of_permit, awarded].into_iter().flatten()
}

fn available(told: &staff::Availability) -> Availability {
    let span = |span: &staff::WishSpan| {
        let wish = match span.wish {
            staff::Wish::No => Wish::No,
            staff::Wish::Preferred => Wish::Preferred,
            staff::Wish::Possible => return None,
        };
        let (from, to) = (span.start.count(), span.end.count());
        Some(WeekSpan {
            weekday: span.weekday,
            from,
            to,
            wish,
        })
    };
    Availability {
        first: told.details.first.map(Day::date),
        last: told.details.last.map(Day::date),
        spans: told.details.spans.iter().filter_map(span).collect(),
    }
}

fn class(class: &staff::Class) -> Class {
    let details = &class.details;
    Class {
        weekday: details.weekday,
        from: details.start.count(),
        to: details.end.count(),
        first: details.first.date(),
        last: details.last.date(),
        weeks: match details.weeks {
            ClassWeeks::Every => Weeks::Every,
            ClassWeeks::Odd => Weeks::Odd,
            ClassWeeks::Even => Weeks::Even,
        },
        travel: details.travel_minutes,
        skipped: details.skipped.iter().map(|day| day.date()).collect(),
    }
}

fn away(leave: &LeaveDetails) -> WallSpan {
    let wall = |day: Day, minute: crate::kernel::Minute| Wall {
        day: day.date(),
        minute: minute.count(),
    };
    WallSpan {
        from: wall(leave.first, leave.start),
        to: wall(leave.last, leave.end),
    }
}

/// What is left of an award when shifts begin to be known: the work before then has used some of it up.
fn award(act: &Act<'_>, id: StaffId, limits: &StaffLimits, from: Day) -> Result<Option<Award>> {
    let Some(total) = limits.awarded_minutes() else {
        return Ok(None);
    };
    let begins = limits.award_from.unwrap_or(Day::MIN);
    let earlier = if begins < from {
        shifts_of_person(act.tx, id, begins, from.minus(1))?
    } else {
        Vec::new()
    };
    let used: u32 = earlier
        .iter()
        .map(|shift| minutes_of(shift, act.zone))
        .sum();
    Ok(Some(Award {
        total,
        left: total.saturating_sub(used),
        from: begins.max(from).date(),
    }))
}
