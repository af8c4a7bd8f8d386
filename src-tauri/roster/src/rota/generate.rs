//! Rotas out of chance, for trying the solver. Each can be filled: whoever is in it works rows that were drawn first, and
//! what is wanted is near what those rows give.

use super::model::{Kind, Member, Need, Request, Rota};
use crate::random::Random;

/// What somebody does day by day, and the kinds that they work.
type Row = (Vec<Option<usize>>, Vec<usize>);

/// A rota of so many people, weeks and kinds of shift.
pub fn generate(people: usize, weeks: usize, kinds: usize, seed: u64) -> Rota {
    let mut random = Random::new(seed);
    let days = weeks.max(1) * 7;
    let kinds = all_kinds(kinds.clamp(1, 60), &mut random);
    let rows: Vec<Row> = (0..people)
        .map(|_| row(days, &kinds, &mut random))
        .collect();
    let members = rows.iter().enumerate();
    let members = members.map(|(number, row)| member(number, row, &kinds, &mut random));
    let mut rota = Rota {
        days,
        people: members.collect(),
        needs: Vec::new(),
        requests: Vec::new(),
        told: None,
        change: 0,
        kinds,
    };
    for day in 0..days {
        for kind in 0..rota.kinds.len() {
            let there = rows
                .iter()
                .filter(|(row, _)| row[day] == Some(kind))
                .count() as i32;
            let more = random.below(8) as i32;
            rota.needs.push(Need {
                day,
                kind,
                people: (there + i32::from(more == 0) - i32::from(more == 1)).max(0),
                under: 100,
                over: 1,
            });
        }
    }
    for (person, member) in rota.people.iter().enumerate() {
        for _ in 0..weeks * 2 {
            let request = Request {
                person,
                day: random.below(days),
                kind: random.below(rota.kinds.len()),
                wanted: random.below(4) > 0,
                weight: 1 + random.below(3) as i32,
            };
            if member.most_of[request.kind] > 0 && !member.off.contains(&request.day) {
                rota.requests.push(request);
            }
        }
    }
    rota.requests.sort_by_key(|request| !request.wanted);
    rota
}

/// The later a shift, the fewer may follow it.
fn all_kinds(count: usize, random: &mut Random) -> Vec<Kind> {
    let kind = |number: usize| Kind {
        name: format!("S{}", number + 1),
        minutes: if random.below(4) == 0 { 600 } else { 480 },
        never_before: (0..number)
            .filter(|other| number - other >= count.div_ceil(3))
            .collect(),
    };
    (0..count).map(kind).collect()
}

/// Runs of two to five days of work with two to four off between, on at most every other weekend.
fn row(days: usize, kinds: &[Kind], random: &mut Random) -> Row {
    let mut can: Vec<usize> = (0..kinds.len()).filter(|_| random.below(3) > 0).collect();
    if can.is_empty() {
        can.push(random.below(kinds.len()));
    }
    let mut row = Vec::with_capacity(days);
    while row.len() < days {
        let mut kind = can[random.below(can.len())];
        for _ in 0..2 + random.below(4) {
            row.push(Some(kind));
            let next = can[random.below(can.len())];
            if !kinds[kind].never_before.contains(&next) {
                kind = next;
            }
        }
        row.extend(vec![None; 2 + random.below(3)]);
    }
    row.truncate(days);
    (row, can)
}

/// Somebody whose limits the row keeps.
fn member(number: usize, (row, can): &Row, kinds: &[Kind], random: &mut Random) -> Member {
    let minutes: i32 = row.iter().flatten().map(|kind| kinds[*kind].minutes).sum();
    let weekends = row
        .chunks(7)
        .filter(|week| week[5].is_some() || week[6].is_some());
    let weekends = weekends.count() as i32;
    let mut off: Vec<usize> = (0..row.len()).filter(|day| row[*day].is_none()).collect();
    off.retain(|_| random.below(10) == 0);
    let most = |kind: usize| {
        let worked = row.iter().filter(|does| **does == Some(kind)).count();
        if can.contains(&kind) {
            (worked + random.below(row.len())) as i32
        } else {
            0
        }
    };
    Member {
        name: format!("P{}", number + 1),
        most_of: (0..kinds.len()).map(most).collect(),
        least: (minutes - 480).max(0),
        most: minutes + 480,
        run_least: 2,
        run_most: 5,
        rest: 2,
        weekends,
        off,
        barred: Vec::new(),
        pinned: Vec::new(),
    }
}
