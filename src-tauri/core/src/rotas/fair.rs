//! What a fair part of a rota is, for those of whom nobody said a limit: hours are shared by what people want, weekends go in
//! turn. It is a wish of the plan's, and yields where otherwise somebody would be missing.

use super::matter::{Matter, Own};

/// Whether a day of a rota is a Saturday or a Sunday.
pub(super) fn is_weekend(day: usize) -> bool {
    day % 7 >= 5
}

/// By person the fewest and the most minutes of their part: a shift less, and one more. Parts are as what people want; who
/// never said shares what the others leave, or wants as much as they do where they leave nothing.
pub(super) fn hours(matter: &Matter) -> Vec<(u32, u32)> {
    let weeks = u64::from(matter.rota.weeks);
    let said = |own: &Own| {
        let wanted = own.person.details.wanted_minutes?;
        Some(u64::from(wanted) * weeks)
    };
    let said: Vec<Option<u64>> = matter.people.iter().map(said).collect();
    let minutes = |kind: usize| u64::from(matter.types[kind].details.minutes());
    let needed: u64 = matter
        .needs
        .iter()
        .flat_map(|day| day.iter().enumerate())
        .map(|(kind, people)| u64::try_from(*people).unwrap_or(0) * minutes(kind))
        .sum();
    let longest = (0..matter.types.len()).map(minutes).max().unwrap_or(0);
    parts(&said, needed)
        .into_iter()
        .map(|part| (part.saturating_sub(longest), part + longest))
        .map(|(least, most)| {
            let whole = |minutes: u64| u32::try_from(minutes).unwrap_or(u32::MAX);
            (whole(least), whole(most))
        })
        .collect()
}

/// What is needed, shared by what people said that they want.
fn parts(said: &[Option<u64>], needed: u64) -> Vec<u64> {
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX).max(1);
    let known: u64 = said.iter().flatten().sum();
    let silent = said.iter().filter(|said| said.is_none()).count();
    let left = needed.saturating_sub(known);
    let each = if left > 0 {
        left.div_ceil(count(silent))
    } else {
        known / count(said.len() - silent)
    };
    let wanted: Vec<u64> = said.iter().map(|said| said.unwrap_or(each)).collect();
    let all: u64 = wanted.iter().sum();
    wanted
        .into_iter()
        .map(|wanted| match all > needed {
            true => (wanted * needed).div_ceil(all),
            false => wanted,
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_as_what_people_want_and_the_silent_share_the_rest() {
        assert_eq!(
            parts(&[Some(60), Some(20), None, None], 100),
            [60, 20, 10, 10]
        );
        assert_eq!(parts(&[Some(60), Some(20)], 40), [30, 10]);
        assert_eq!(parts(&[Some(60), Some(20), None], 30), [15, 5, 10]);
        assert_eq!(parts(&[None, None, None], 100), [34, 34, 34]);
        assert_eq!(parts(&[Some(10)], 100), [10]);
        assert_eq!(parts(&[], 100), Vec::<u64>::new());
    }
}
