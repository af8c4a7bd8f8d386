//! A plan walked through minute by minute, each rule as it is said.

use carrel_roster::week::{Placed, Share, Stint, Tie, Week, Worker};

/// The minutes of a slot.
const SLOT: usize = 5;

/// Where somebody stands in each minute of all days.
type Minutes = Vec<Option<u8>>;

/// What a plan costs, and what is wrong with it.
pub(super) fn walk(week: &Week, plan: &[Placed]) -> (i64, Vec<&'static str>) {
    let mut faults = Vec::new();
    let everybody: Vec<Minutes> = (0..week.people.len())
        .map(|person| minutes(week, plan, person, &mut faults))
        .collect();
    // In fifths of a cost, as a slot has five minutes.
    let mut cost = 0;
    for (worker, own) in week.people.iter().zip(&everybody) {
        let days: Vec<Option<(usize, usize)>> = own
            .chunks(week.width * SLOT)
            .map(|day| stretch(day, &mut faults))
            .collect();
        keep(week, worker, own, &days, &mut faults);
        rest_and_run(week, worker, own, &days, &mut faults);
        cost += hours(week, worker, own, &days, &mut faults);
        cost += taste(week, worker, own);
        let worked = days.iter().flatten().count() * SLOT;
        cost += worked as i64 * i64::from(week.weights.stint);
        for (share, fair) in week.shares.iter().zip(&worker.fair) {
            cost += beyond(share, *fair, own);
        }
    }
    for bond in &week.bonds {
        for (minute, one) in everybody[bond.one].iter().enumerate() {
            let mut others = bond.others.iter();
            let is_met = others.any(|other| everybody[*other][minute].is_some());
            let is_wrong = match bond.kind {
                Tie::Apart => is_met,
                Tie::Beside => !is_met,
            };
            if one.is_some() && is_wrong {
                cost += i64::from(bond.weight);
            }
        }
    }
    cost += cover(week, &everybody);
    assert_eq!(cost % SLOT as i64, 0, "a slot is whole");
    (cost / SLOT as i64, faults)
}

fn minutes(week: &Week, plan: &[Placed], person: usize, faults: &mut Vec<&'static str>) -> Minutes {
    let day_long = week.width * SLOT;
    let mut minutes = vec![None; week.days * day_long];
    for placed in plan.iter().filter(|placed| placed.person == person) {
        let Stint { desk, from, to } = placed.stint;
        for minute in usize::from(from) * SLOT..usize::from(to) * SLOT {
            let there = &mut minutes[placed.day * day_long + minute];
            if there.replace(desk).is_some() {
                faults.push("two places at once");
            }
        }
    }
    minutes
}

/// From when to when somebody works on a day.
fn stretch(day: &[Option<u8>], faults: &mut Vec<&'static str>) -> Option<(usize, usize)> {
    let from = day.iter().position(Option::is_some)?;
    let to = day.iter().rposition(Option::is_some)? + 1;
    if day[from..to].iter().any(|desk| *desk != day[from]) {
        faults.push("a day in pieces");
    }
    Some((from, to))
}

/// Whether a day is as it is pinned.
fn is_pinned(week: &Week, worker: &Worker, own: &Minutes, day: usize) -> bool {
    let Some(pinned) = worker.pinned[day] else {
        return false;
    };
    let day_long = week.width * SLOT;
    (0..day_long).all(|minute| {
        let slot = u8::try_from(minute / SLOT).unwrap();
        let stands = (pinned.from <= slot && slot < pinned.to).then_some(pinned.desk);
        own[day * day_long + minute] == stands
    })
}

/// Each day by itself.
fn keep(
    week: &Week,
    worker: &Worker,
    own: &Minutes,
    days: &[Option<(usize, usize)>],
    faults: &mut Vec<&'static str>,
) {
    for (day, worked) in days.iter().enumerate() {
        if worker.pinned[day].is_some() {
            if !is_pinned(week, worker, own, day) {
                faults.push("a pin moved");
            }
            continue;
        }
        let Some((from, to)) = *worked else { continue };
        if to - from < worker.shortest * SLOT {
            faults.push("too short");
        }
        if to - from > worker.longest[day] * SLOT {
            faults.push("too long");
        }
        let start = day * week.width * SLOT;
        let of_day = own.iter().enumerate().take(start + to).skip(start + from);
        for (minute, stands) in of_day {
            let desk = stands.map_or(0, usize::from);
            if worker.feeds[desk].is_none() {
                faults.push("a desk they may not stand at");
            }
            if worker.slots[minute / SLOT].is_none() {
                faults.push("a time at which they cannot");
            }
        }
    }
}

fn rest_and_run(
    week: &Week,
    worker: &Worker,
    own: &Minutes,
    days: &[Option<(usize, usize)>],
    faults: &mut Vec<&'static str>,
) {
    let day_long = week.width * SLOT;
    let pinned = |day: usize| is_pinned(week, worker, own, day);
    let (mut row, mut is_free) = (0, false);
    for day in 0..days.len() {
        if let (Some(yesterday), Some((from, _))) = (day.checked_sub(1), days[day])
            && let Some((_, to)) = days[yesterday]
            && day_long - to + from < week.rests[yesterday] * SLOT
            && !(pinned(yesterday) && pinned(day))
        {
            faults.push("too little rest");
        }
        if days[day].is_none() {
            (row, is_free) = (0, false);
            continue;
        }
        row += 1;
        is_free |= !pinned(day);
        if row > worker.run && is_free {
            faults.push("too many days in a row");
        }
    }
}

/// What is wanted of a week against what is had, and the limits of a week.
fn hours(
    week: &Week,
    worker: &Worker,
    own: &Minutes,
    days: &[Option<(usize, usize)>],
    faults: &mut Vec<&'static str>,
) -> i64 {
    let slot = SLOT as i64;
    let mut cost = 0;
    for (number, of_week) in days.chunks(7).enumerate() {
        let all_pinned = (0..of_week.len())
            .all(|day| of_week[day].is_none() || is_pinned(week, worker, own, number * 7 + day));
        let minutes: usize = of_week.iter().flatten().map(|(from, to)| to - from).sum();
        let minutes = minutes as i64;
        if minutes > i64::from(worker.most[number]) * slot && !all_pinned {
            faults.push("too much in a week");
        }
        if of_week.iter().flatten().count() > worker.days && !all_pinned {
            faults.push("too many days in a week");
        }
        let wanted = i64::from(worker.wanted) * slot;
        let weights = week.weights;
        cost += if minutes < wanted {
            (wanted - minutes) * i64::from(weights.short)
        } else {
            (minutes - wanted) * i64::from(weights.beyond)
        };
        let (half, quarter) = (i64::from(worker.wanted / 2), i64::from(worker.wanted / 4));
        cost += ((wanted - minutes).abs() - half * slot).max(0) * i64::from(weights.steep);
        cost += (wanted - quarter * slot - minutes).max(0) * i64::from(weights.steep);
        cost += (i64::from(worker.even) * slot - minutes).max(0) * i64::from(weights.steep);
        let least = i64::from(worker.least) * slot;
        cost += (least - minutes).max(0) * i64::from(weights.least);
    }
    cost
}

/// What people like less, and what is not as they were told.
fn taste(week: &Week, worker: &Worker, own: &Minutes) -> i64 {
    let mut cost = 0;
    for (minute, stands) in own.iter().enumerate() {
        let (day, slot) = (minute / SLOT / week.width, minute / SLOT % week.width);
        let told = worker.told[day]
            .filter(|told| (usize::from(told.from)..usize::from(told.to)).contains(&slot));
        let told = told.map(|told| told.desk);
        if stands.is_some() {
            cost += i64::from(worker.slots[minute / SLOT].unwrap_or(0));
        }
        if *stands != told {
            let both = [stands.is_some(), told.is_some()];
            let wrong = both.into_iter().filter(|there| *there).count();
            cost += wrong as i64 * i64::from(week.weights.change);
        }
    }
    cost
}

fn beyond(share: &Share, fair: i32, own: &Minutes) -> i64 {
    let counts =
        |(minute, stands): &(usize, &Option<u8>)| stands.is_some() && share.slots[minute / SLOT];
    let had = own.iter().enumerate().filter(counts).count() as i64;
    let fair = i64::from(fair) * SLOT as i64;
    ((had - fair).max(0) + (had - 2 * fair).max(0)) * i64::from(share.weight)
}

fn cover(week: &Week, everybody: &[Minutes]) -> i64 {
    let mut cost = 0;
    for (number, line) in week.lines.iter().enumerate() {
        for minute in 0..week.days * week.width * SLOT {
            let mut there = 0;
            for (worker, own) in week.people.iter().zip(everybody) {
                let fed = own[minute].and_then(|desk| worker.feeds[usize::from(desk)].as_ref());
                there += fed.map_or(0, |fed| fed.iter().filter(|fed| **fed == number).count());
            }
            let missing = i64::from(line.need[minute / SLOT]) - there as i64;
            cost += if missing > 0 {
                missing * i64::from(line.under)
            } else {
                -missing * i64::from(line.over)
            };
        }
    }
    cost
}
