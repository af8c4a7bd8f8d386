//! What a fair part of a rota is, for those of whom nobody said a limit: hours are shared by what people want, weekends go in
//! turn. It is a wish of the plan's, and yields where otherwise somebody would be missing.

use super::matter::{Matter, Own};

/// Whether a day of a rota is a Saturday or a Sunday.
pub(super) fn is_weekend(day: usize) -> bool {
    day % 7 >= 5
}

/// By person the most minutes of their part: what they want, or an even part of what the others leave, and one shift more.
pub(super) fn hours(matter: &Matter) -> Vec<u32> {
    let weeks = u32::from(matter.rota.weeks);
    let wanted = |own: &Own| {
        let said = own.person.details.wanted_minutes;
        said.map(|minutes| minutes * weeks)
    };
    let said: Vec<Option<u32>> = matter.people.iter().map(wanted).collect();
    let minutes = |kind: usize| u32::from(matter.types[kind].details.minutes());
    let kinds = 0..matter.types.len();
    let needed: u32 = matter
        .needs
        .iter()
        .flat_map(|day| day.iter().enumerate())
        .map(|(kind, people)| u32::try_from(*people).unwrap_or(0) * minutes(kind))
        .sum();
    let longest = kinds.map(minutes).max().unwrap_or(0);
    let silent = said.iter().filter(|said| said.is_none()).count();
    let silent = u32::try_from(silent).unwrap_or(u32::MAX).max(1);
    let left = needed.saturating_sub(said.iter().flatten().sum());
    let each = left.div_ceil(silent);
    said.into_iter()
        .map(|said| said.unwrap_or(each) + longest)
        .collect()
}

/// How many people each weekend wants.
fn wanted(matter: &Matter) -> Vec<usize> {
    let people = |day: usize| {
        let sum: i32 = matter.needs[day].iter().sum();
        usize::try_from(sum).unwrap_or(0)
    };
    let weeks = 0..usize::from(matter.rota.weeks);
    weeks
        .map(|week| people(week * 7 + 5).max(people(week * 7 + 6)))
        .collect()
}

/// On how many weekends somebody can work.
fn able(own: &Own) -> usize {
    let weeks = own.can.chunks(7);
    weeks
        .filter(|week| week[5..].iter().any(|kinds| *kinds != 0))
        .count()
}

/// The most weekends of each where all work as few as will do.
pub(super) fn weekends(matter: &Matter) -> usize {
    let wanted: usize = wanted(matter).iter().sum();
    let able: Vec<usize> = matter.people.iter().map(able).collect();
    let most = usize::from(matter.rota.weeks);
    (0..most)
        .find(|each| able.iter().map(|able| able.min(each)).sum::<usize>() >= wanted)
        .unwrap_or(most)
}

/// By person and week whether the weekend is their turn. Turns go on from one rota to the next.
pub(super) fn turns(matter: &Matter) -> Vec<Vec<bool>> {
    let wanted = wanted(matter);
    let busiest = wanted.iter().copied().max().unwrap_or(0).max(1);
    let can: Vec<bool> = matter.people.iter().map(|own| able(own) > 0).collect();
    let round = (can.iter().filter(|can| **can).count() / busiest).max(1);
    let monday = crate::kernel::Day::MIN
        .days_since(matter.rota.first)
        .unsigned_abs();
    let before = usize::try_from(monday / 7).unwrap_or(0);
    let mut place = 0;
    can.into_iter()
        .map(|can| {
            let own = place;
            place += usize::from(can);
            let weeks = 0..wanted.len();
            weeks
                .map(|week| (before + week + own) % round == 0)
                .collect()
        })
        .collect()
}
