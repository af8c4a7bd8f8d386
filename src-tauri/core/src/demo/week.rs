//! The shifts of one week: the needs covered by whoever has most hours left, with a few flaws where there are to be some.

use serde_json::json;

use super::lives;
use super::player::{Hand, Player};
use super::rota::{Desk, Rota};
use super::setting::hours_of;
use crate::kernel::{Day, Result};

/// The longest day of work in hours.
const LONGEST_DAY: u16 = 8;

/// From hour to hour at a desk.
type Block = (Desk, u16, u16);

const WEEKDAY: [Block; 9] = [
    (Desk::Circulation, 9, 13),
    (Desk::Circulation, 13, 17),
    (Desk::Circulation, 17, 20),
    (Desk::Circulation, 12, 15),
    (Desk::Circulation, 15, 18),
    (Desk::Reserves, 10, 14),
    (Desk::Reserves, 14, 18),
    (Desk::Stacks, 9, 11),
    (Desk::Stacks, 14, 18),
];

const FRIDAY: [Block; 8] = [
    (Desk::Circulation, 9, 13),
    (Desk::Circulation, 13, 18),
    (Desk::Circulation, 12, 15),
    (Desk::Circulation, 15, 18),
    (Desk::Reserves, 10, 14),
    (Desk::Reserves, 14, 18),
    (Desk::Stacks, 9, 11),
    (Desk::Stacks, 14, 18),
];

const SATURDAY: [Block; 5] = [
    (Desk::Circulation, 10, 13),
    (Desk::Circulation, 13, 16),
    (Desk::Circulation, 10, 13),
    (Desk::Circulation, 13, 16),
    (Desk::Stacks, 10, 13),
];

/// What is wrong with a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaws {
    /// Nothing.
    None,
    /// Saturday afternoon short, somebody at two desks at once, somebody after closing.
    ThisWeek,
    /// Two stretches that nobody covers yet.
    NextWeek,
}

/// Work placed so far.
#[derive(Debug, Clone, Copy)]
struct Placed {
    worker: usize,
    day: Day,
    from: u16,
    to: u16,
}

/// The Sunday with which the week of a day begins.
pub(super) fn first_of_week(day: Day) -> Day {
    day.minus(u32::from(day.weekday() % 7))
}

/// Places the shifts of the week that begins on that Sunday, and publishes them; next week is still a draft.
pub(super) fn place(
    player: &Player,
    rota: &Rota,
    sunday: Day,
    closed: &[Day],
    flaws: Flaws,
) -> Result<()> {
    let mut placed: Vec<Placed> = Vec::new();
    let open: Vec<Day> = sunday
        .through(sunday.plus(6))
        .filter(|day| hours_of(*day, closed).is_some())
        .collect();
    for day in &open {
        for (place, block) in blocks(*day).iter().enumerate() {
            let found = free(rota, &placed, *day, *block);
            if let Some(worker) = found.filter(|_| !is_left_out(flaws, *day, place)) {
                put(player, rota, &mut placed, worker, *day, *block, "")?;
            }
        }
    }
    // What blocks is not published: it comes to a week that everybody was told of.
    if flaws != Flaws::NextWeek {
        let week = json!({ "first": sunday, "last": sunday.plus(6) });
        player.call(Hand::Supervisor, "schedule.publish", week)?;
    }
    match open.get(2.min(open.len().saturating_sub(1))) {
        Some(day) if flaws == Flaws::ThisWeek => spoil(player, rota, &mut placed, *day),
        _ => Ok(()),
    }
}

fn blocks(day: Day) -> &'static [Block] {
    match day.weekday() {
        5 => &FRIDAY,
        6 => &SATURDAY,
        _ => &WEEKDAY,
    }
}

/// The gaps: the second helper on Saturday afternoon; Tuesday afternoon at Reserves and Wednesday evening at Circulation.
fn is_left_out(flaws: Flaws, day: Day, place: usize) -> bool {
    matches!(
        (flaws, day.weekday(), place),
        (Flaws::ThisWeek, 6, 3) | (Flaws::NextWeek, 2, 6) | (Flaws::NextWeek, 3, 2)
    )
}

/// Somebody helps at Reserves while they are at Circulation, and somebody stays an hour after closing.
fn spoil(player: &Player, rota: &Rota, placed: &mut Vec<Placed>, day: Day) -> Result<()> {
    let Some(first) = placed.iter().find(|placed| placed.day == day).copied() else {
        return Ok(());
    };
    let help = (Desk::Reserves, first.from + 2, first.to);
    put(
        player,
        rota,
        placed,
        first.worker,
        day,
        help,
        "Help with the new course lists",
    )?;
    let late = (Desk::Stacks, 19, 21);
    match free(rota, placed, day, late) {
        Some(worker) => put(
            player,
            rota,
            placed,
            worker,
            day,
            late,
            "Shelf-read after closing",
        ),
        None => Ok(()),
    }
}

/// Whoever has the greatest share of their hours left, can come, and has no other work at that time.
fn free(rota: &Rota, placed: &[Placed], day: Day, (_, from, to): Block) -> Option<usize> {
    let left = |worker: usize| {
        let done: u32 = works(placed, worker)
            .map(|placed| u32::from(placed.to - placed.from) * 60)
            .sum();
        rota.workers[worker].wanted.saturating_sub(done)
    };
    let may = |worker: &usize| {
        let that_day = || works(placed, *worker).filter(|placed| placed.day == day);
        let hours: u16 = that_day().map(|placed| placed.to - placed.from).sum();
        !lives::is_busy(rota.workers[*worker].name, day.weekday(), from, to)
            && left(*worker) >= u32::from(to - from) * 60
            && hours + (to - from) <= LONGEST_DAY
            && that_day().all(|placed| placed.to <= from || to <= placed.from)
    };
    let share = |worker: &usize| left(*worker) * 1000 / rota.workers[*worker].wanted.max(1);
    // `max_by_key` takes the last of equals; the first reads better on a schedule.
    (0..rota.workers.len()).rev().filter(may).max_by_key(share)
}

fn works(placed: &[Placed], worker: usize) -> impl Iterator<Item = &Placed> {
    placed.iter().filter(move |placed| placed.worker == worker)
}

fn put(
    player: &Player,
    rota: &Rota,
    placed: &mut Vec<Placed>,
    worker: usize,
    day: Day,
    (desk, from, to): Block,
    note: &str,
) -> Result<()> {
    let details = json!({
        "staff": rota.workers[worker].id, "desk": rota.desk(desk), "day": day, "start": from * 60, "end": to * 60,
        "note": note,
    });
    player.call(
        Hand::Supervisor,
        "schedule.place_shift",
        json!({ "details": details }),
    )?;
    placed.push(Placed {
        worker,
        day,
        from,
        to,
    });
    Ok(())
}
