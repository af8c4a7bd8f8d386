//! Breaks in shifts: where the rules of breaks ask for one, a shift becomes two with the break between, placed where the
//! desk misses it least. Nobody's hours begin or end elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use carrel_roster::week::{Line, Pause, Placed, Stint, Week, Weights, Worker, breaks};
use carrel_roster::{Kind, Rule};

use super::proposal::{fresh, with_changes};
use crate::kernel::id::{DeskId, StaffId};
use crate::kernel::{Act, Day, Minute, Result};
use crate::policies;
use crate::schedule::work_rules::{Judge, RuleSeverity};
use crate::schedule::{
    self, Conflict, Desk, NeedPlan, Oddity, Shift, ShiftChange, ShiftDetails, coverage,
};

/// The minutes of a line on which shifts begin and end, and how many of them a day has.
const LINE: u16 = 15;
const WIDTH: usize = 96;
/// The longest gap in minutes that is a break and no end of the work.
const LONGEST: u16 = 60;
/// So many lines of work are before a break and after it, where the shift is long enough.
const AROUND: usize = 4;

/// Which shifts get breaks, and which rules of breaks are heeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    /// Those that are changed, by rules that warn or block.
    Changed,
    /// All that are still to begin, by every rule that holds.
    ToCome,
}

/// A break that is due: by a rule, so many of them, of so many minutes.
type Due = (String, u32, u32);

/// Changes with a break in each shift in which one is due.
pub(super) fn with_breaks(
    act: &Act<'_>,
    days: (Day, Day),
    mut changes: Vec<ShiftChange>,
    meant: Meant,
) -> Result<Vec<ShiftChange>> {
    let judge = Judge::new(act)?;
    let rules = judge.given(act, days.0, days.1)?.rules;
    let needs = schedule::needs(act)?;
    let mut whole = BTreeSet::new();
    loop {
        let plan = with_changes(act, days, &changes)?;
        let found = judge.of_plan(act, days, &plan)?.shifts;
        let may = |shift: &&Shift| {
            let is_changed = changes
                .iter()
                .enumerate()
                .any(|(index, change)| change.id.unwrap_or_else(|| fresh(index)) == shift.id);
            !whole.contains(&shift.id)
                && (is_changed || (meant == Meant::ToCome && to_come(act, shift)))
        };
        let mut by_due = BTreeMap::<Due, Vec<&Shift>>::new();
        for shift in plan.iter().filter(may) {
            let conflicts = found.get(&shift.id).into_iter().flatten();
            if let Some(due) = conflicts
                .filter_map(|one| due(one, meant))
                .max_by_key(|due| due.2)
            {
                by_due.entry(due).or_default().push(shift);
            }
        }
        // The longest breaks first: they may be all that shorter ones ask for.
        let Some((due, shifts)) = by_due.into_iter().max_by_key(|(due, _)| due.2) else {
            return Ok(changes);
        };
        let mut cuts = Vec::new();
        for shift in longest_of_day(&shifts) {
            whole.insert(shift.id);
            cuts.push(shift.clone());
        }
        for (_, of_day) in by_day(&cuts) {
            let places = places(act, &needs, &plan, &of_day, pause(&rules, &due))?;
            for (shift, place) in of_day.into_iter().zip(places) {
                if let Some(place) = place {
                    whole.remove(&shift.id);
                    cut(&mut changes, shift, place);
                }
            }
        }
    }
}

/// Shifts of one person at one desk with no more than a break between, as one.
pub(super) fn whole(shifts: &[Shift]) -> Vec<Shift> {
    let mut sorted: Vec<Shift> = shifts.to_vec();
    sorted.sort_by_key(|shift| {
        let details = &shift.details;
        (details.staff, details.day, details.start)
    });
    let mut whole: Vec<Shift> = Vec::new();
    for shift in sorted {
        let goes_on = |last: &&mut Shift| {
            let (one, other) = (&last.details, &shift.details);
            (one.staff, one.day, one.desk) == (other.staff, other.day, other.desk)
                && one.end <= other.start
                && other.start.count() - one.end.count() <= LONGEST
        };
        match whole.last_mut().filter(goes_on) {
            Some(last) => last.details.end = shift.details.end,
            None => whole.push(shift),
        }
    }
    whole
}

fn to_come(act: &Act<'_>, shift: &Shift) -> bool {
    act.now.local(act.zone) <= (shift.details.day, shift.details.start)
}

fn due(conflict: &Conflict, meant: Meant) -> Option<Due> {
    let Oddity::BreakDue {
        breaks, minutes, ..
    } = conflict.what
    else {
        return None;
    };
    let heeded = meant == Meant::ToCome || conflict.severity > RuleSeverity::Note;
    (heeded && conflict.overridden.is_none()).then(|| (conflict.rule.clone(), breaks, minutes))
}

/// Of the shifts of one person on one day the longest: one break interrupts all of a stretch of work.
fn longest_of_day<'s>(shifts: &[&'s Shift]) -> Vec<&'s Shift> {
    let mut longest = BTreeMap::<(Day, StaffId), &Shift>::new();
    for shift in shifts {
        let slot = longest.entry((shift.details.day, shift.details.staff));
        let kept = slot.or_insert(shift);
        if lines(shift) > lines(kept) {
            *kept = shift;
        }
    }
    longest.into_values().collect()
}

fn by_day(shifts: &[Shift]) -> BTreeMap<Day, Vec<&Shift>> {
    let mut by_day = BTreeMap::<Day, Vec<&Shift>>::new();
    for shift in shifts {
        by_day.entry(shift.details.day).or_default().push(shift);
    }
    by_day
}

/// Where a break may be: no stretch before it is long enough for another, and breaks lie about evenly.
fn pause(rules: &[Rule], (rule, breaks, minutes): &Due) -> impl Fn(usize) -> Pause + use<> {
    let kind = rules
        .iter()
        .find(|one| one.id == *rule)
        .map(|one| &one.kind);
    let most = match kind {
        Some(Kind::Break {
            after, inclusive, ..
        }) => after.saturating_sub(u32::from(*inclusive)),
        _ => u32::from(LINE) * 16,
    };
    let most = usize::try_from(most / u32::from(LINE)).unwrap_or(WIDTH);
    let slots = usize::try_from(minutes.div_ceil(u32::from(LINE))).unwrap_or(1);
    let breaks = usize::try_from(*breaks).unwrap_or(1);
    move |length| {
        let around = AROUND.min(length.saturating_sub(slots) / 2).max(1);
        let even = if breaks > 1 {
            length / (breaks + 1) + 2
        } else {
            WIDTH
        };
        Pause {
            from: 0,
            slots,
            before: around.min(most),
            latest: most.min(even.max(around)),
            after: around,
        }
    }
}

fn lines(shift: &Shift) -> usize {
    usize::from((shift.details.end.count() - shift.details.start.count()) / LINE)
}

/// By shift of a day, where its break is missed least while all others of the day stand as they do.
fn places(
    act: &Act<'_>,
    needs: &[NeedPlan],
    plan: &[Shift],
    shifts: &[&Shift],
    pause: impl Fn(usize) -> Pause,
) -> Result<Vec<Option<(Minute, Minute)>>> {
    let Some(first) = shifts.first() else {
        return Ok(Vec::new());
    };
    let day = first.details.day;
    let desks: Vec<Desk> = schedule::desks(act)?;
    let index = |id: DeskId| desks.iter().position(|desk| desk.id == id).unwrap_or(0);
    let mut lines = needed(act, needs, &desks, day)?;
    let moves = |shift: &Shift| shifts.iter().any(|one| one.id == shift.id);
    for shift in plan
        .iter()
        .filter(|shift| shift.details.day == day && !moves(shift))
    {
        for need in &mut lines[index(shift.details.desk)].need[slots(&shift.details)] {
            *need -= 1;
        }
    }
    let placed = shifts.iter().enumerate().map(|(person, shift)| {
        let (slots, desk) = (slots(&shift.details), index(shift.details.desk));
        let byte = |slot: usize| u8::try_from(slot).unwrap_or(u8::MAX);
        let stint = Stint {
            desk: byte(desk),
            from: byte(slots.start),
            to: byte(slots.end),
        };
        Placed {
            person,
            day: 0,
            stint,
        }
    });
    let placed: Vec<Placed> = placed.collect();
    let week = week(lines, placed.len(), desks.len());
    let pauses: Vec<Pause> = shifts
        .iter()
        .map(|shift| pause(self::lines(shift)))
        .collect();
    let minute = |slot: u8| Minute::of(u16::from(slot) * LINE).unwrap_or(Minute::MIDNIGHT);
    let breaks = breaks(&week, &placed, &pauses).into_iter();
    Ok(breaks
        .map(|place| place.map(|(from, to)| (minute(from), minute(to))))
        .collect())
}

/// What each desk needs on a day.
fn needed(act: &Act<'_>, needs: &[NeedPlan], desks: &[Desk], day: Day) -> Result<Vec<Line>> {
    let hours = policies::opening_hours(act, day, day)?.day(day);
    let line = |desk: &Desk| {
        let bounds = hours.bounds();
        let spans = bounds.map(|bounds| coverage(desk, &hours, needs, &[], bounds).spans);
        let mut need = vec![0; WIDTH];
        for span in spans.into_iter().flatten() {
            let slots = usize::from(span.from.count() / LINE)..usize::from(span.to.count() / LINE);
            need[slots].fill(i16::try_from(span.needed).unwrap_or(i16::MAX));
        }
        Line {
            need,
            under: 100,
            over: 10,
        }
    };
    Ok(desks.iter().map(line).collect())
}

fn slots(details: &ShiftDetails) -> std::ops::Range<usize> {
    usize::from(details.start.count() / LINE)..usize::from(details.end.count() / LINE)
}

/// A day at desks that are lines, with somebody for each shift.
fn week(lines: Vec<Line>, people: usize, desks: usize) -> Week {
    let worker = Worker {
        slots: vec![Some(0); WIDTH],
        feeds: (0..desks).map(|desk| Some(vec![desk])).collect(),
        shortest: 1,
        longest: vec![WIDTH],
        least: 0,
        wanted: 0,
        even: 0,
        most: vec![i32::from(u8::MAX)],
        days: 1,
        run: 1,
        fair: Vec::new(),
        pinned: vec![None],
        told: vec![None],
    };
    Week {
        days: 1,
        width: WIDTH,
        lines,
        people: vec![worker; people],
        rests: vec![0],
        shares: Vec::new(),
        bonds: Vec::new(),
        weights: Weights {
            short: 0,
            beyond: 0,
            least: 0,
            steep: 0,
            stint: 0,
            change: 0,
        },
    }
}

/// A shift becomes two: the first keeps the number.
fn cut(changes: &mut Vec<ShiftChange>, shift: &Shift, (from, to): (Minute, Minute)) {
    let first = ShiftDetails {
        end: from,
        ..shift.details.clone()
    };
    let second = ShiftDetails {
        start: to,
        ..shift.details.clone()
    };
    let number = |(index, change): (usize, &ShiftChange)| change.id.unwrap_or_else(|| fresh(index));
    let known = changes
        .iter()
        .enumerate()
        .position(|one| number(one) == shift.id);
    match known {
        Some(index) => changes[index].after = Some(first),
        None => changes.push(ShiftChange {
            id: Some(shift.id),
            before: Some(shift.details.clone()),
            after: Some(first),
        }),
    }
    changes.push(ShiftChange {
        id: None,
        before: None,
        after: Some(second),
    });
}
