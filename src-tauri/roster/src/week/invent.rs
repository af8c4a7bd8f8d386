//! Invented desk weeks, to try solvers on: students with classes, desks with busy and quiet hours. The same wishes and seed
//! give the same week.

use serde_json::{Value, json};

use crate::random::Random;

/// By day from Monday on, when the house opens and closes, in hours.
const HOURS: [(usize, usize); 7] = [
    (8, 22),
    (8, 22),
    (8, 22),
    (8, 22),
    (8, 18),
    (10, 18),
    (12, 22),
];
/// A slot in which somebody cannot, can, and likes to work.
const AVAILABILITY: [u8; 3] = [0, 1, 2];

/// A week as [`super::read_week`] reads it, with so many people and desks and slots of so many minutes, which divide an hour.
pub fn invent(people: usize, desks: usize, slot: usize, seed: u64) -> String {
    let mut random = Random::new(seed);
    let hour = 60 / slot;
    let students: Vec<Value> = (0..people)
        .map(|number| student(&mut random, number, desks, hour))
        .collect();
    let all: Vec<Value> = (0..desks)
        .map(|desk| json!({ "name": format!("desk {desk}"), "demand": demand(desk, hour) }))
        .collect();
    let days = HOURS.map(|(open, close)| json!({ "open": open * hour, "close": close * hour }));
    json!({
        "slot_min": slot,
        "days": days,
        "desks": all,
        "students": students,
        "rules": {
            "min_shift_min": 120, "max_shift_min": 300, "max_shifts_per_day": 1, "max_days": 5,
            "min_rest_min": 600, "hard_max_week_min": 1200,
        },
        "weights": {
            "under": 100, "over": 10, "short_hours_per_slot": 4, "over_hours_per_slot": 4,
            "not_preferred_per_slot": 1, "per_shift": 6, "no_senior_per_slot": 8,
        },
    })
    .to_string()
}

/// One person while a desk is open, two at the first desk from ten to four on workdays; the third and later desks have
/// shorter hours.
fn demand(desk: usize, hour: usize) -> Vec<Vec<i16>> {
    let of_day = |day: usize, slot: usize| {
        let (open, close) = HOURS[day];
        let (open, close) = if desk < 2 {
            (open, close)
        } else {
            (open + 2, close - 2)
        };
        let at = slot / hour;
        if !(open..close).contains(&at) {
            return 0;
        }
        1 + i16::from(desk == 0 && day < 5 && (10..16).contains(&at))
    };
    let day = |day| (0..24 * hour).map(|slot| of_day(day, slot)).collect();
    (0..7).map(day).collect()
}

fn student(random: &mut Random, number: usize, desks: usize, hour: usize) -> Value {
    let [never, can, likes] = AVAILABILITY;
    let mut avail = vec![vec![never; 24 * hour]; 7];
    // Early birds like the morning, night owls the evening.
    let liked = if random.coin() { 8..14 } else { 14..22 };
    for (day, (open, close)) in HOURS.into_iter().enumerate() {
        if random.below(7) == 0 {
            continue;
        }
        let hours = avail[day].iter_mut().enumerate();
        for (slot, mark) in hours.take(close * hour).skip(open * hour) {
            let is_liked = liked.contains(&(slot / hour)) && random.below(8) > 0;
            *mark = if is_liked { likes } else { can };
        }
    }
    // A class is held on two or three days of the week at one time, an hour or an hour and a half.
    for _ in 0..3 + random.below(3) {
        let days: &[usize] = if random.coin() { &[0, 2, 4] } else { &[1, 3] };
        let from = (8 + random.below(10)) * hour;
        let slots = if days.len() == 3 {
            hour
        } else {
            hour + hour.div_ceil(2)
        };
        for day in days {
            avail[*day][from..from + slots].fill(never);
        }
    }
    let desks: Vec<usize> = match random.below(3) {
        0 => vec![random.below(desks)],
        _ => (0..desks).collect(),
    };
    let wanted = 60 * (6 + random.below(7));
    json!({
        "id": format!("student {number}"),
        "avail": avail,
        "want_min": wanted,
        "max_min": wanted + 60 * (2 + random.below(5)),
        "skills": desks,
        "senior": random.below(4) == 0,
    })
}

#[cfg(test)]
mod tests {
    use super::super::text::read_week;
    use super::*;

    #[test]
    fn an_invented_week_can_be_read_and_is_the_same_again() {
        let text = invent(12, 3, 15, 9);
        let week = read_week(&text).unwrap();
        assert_eq!(
            (week.people.len(), week.lines.len(), week.misfit()),
            (12, 4, None)
        );
        assert_eq!(invent(12, 3, 15, 9), text);
        assert_ne!(invent(12, 3, 15, 10), text);
    }
}
