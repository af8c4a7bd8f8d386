//! Rows of many plans combined into a better one, again and again: rows near the best prices are drawn, and of the cheapest
//! of some people the best choice is made while the others stay.

use super::board::Board;
use super::bound::{Prices, Search};
use super::choose::choose;
use super::dive;
use super::pool::Pool;
use super::rower::Rower;
use super::solve::Shared;
use super::timed::bound;
use crate::random::Random;

/// How much of the time is over when plans are dived for no longer.
const DIVES: f64 = 0.8;
/// How many rows of each person there are to choose among, at first and at most.
const ROWS: (usize, usize) = (60, 480);
/// The fewest people whose rows are chosen anew.
const FEW: usize = 4;
/// How far chance shakes the prices, in costs.
const HEATS: [f64; 4] = [0.3, 0.6, 1.2, 2.4];
/// The most seconds of a choice.
const LONGEST: f64 = 6.0;

/// Looks for the bound, lets others go on, dives, and combines until it is over. It ends at once where rows are too long for it.
pub(super) fn work(shared: &Shared<'_>, seed: u64, first: impl FnOnce()) {
    let mut pool = Pool::new(shared.ground);
    let mut search = Search::new(shared.ground, shared.shapes);
    bound(shared, &mut search, |person, row| pool.add(person, row));
    first();
    let Some(prices) = search.best() else { return };
    dive::work(shared, &mut pool, (prices, seed), DIVES);
    let mut rower = Rower::new(shared.ground, shared.shapes);
    let mut random = Random::new(seed);
    let (mut people, mut most) = (shared.ground.people, ROWS.0);
    while !shared.is_over() {
        let until = shared.gone() + 0.03;
        for heat in HEATS.into_iter().cycle().take(100) {
            if shared.is_over() || shared.gone() > until {
                break;
            }
            pool.draw(&mut rower, prices, &mut random, heat);
        }
        pool.sift(prices);
        let before = shared.cost();
        match combine(shared, &mut pool, prices, &mut random, (people, most)) {
            Some(is_whole) if is_whole && shared.cost() == before => {
                if people == shared.ground.people {
                    most = (most * 2).min(ROWS.1);
                } else {
                    people = (people + people.div_ceil(6)).min(shared.ground.people);
                    most = (most * 3 / 2).min(ROWS.1);
                }
            }
            Some(true) => {}
            _ => people = (people * 3 / 4).max(FEW.min(shared.ground.people)),
        }
    }
}

/// Chooses anew for so many people, among so many rows each; tells whether it came to its end.
fn combine(
    shared: &Shared<'_>,
    pool: &mut Pool<'_>,
    prices: &Prices,
    random: &mut Random,
    (people, most): (usize, usize),
) -> Option<bool> {
    let cells = shared.present().1;
    pool.add_all(&cells);
    let mut rows = pool.cheapest(&cells, prices, most);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    for left in (1..order.len()).rev() {
        order.swap(left, random.below(left + 1));
    }
    for person in order.into_iter().skip(people) {
        rows[person].truncate(1);
    }
    let seconds = (shared.left() * 0.3).clamp(1.0, LONGEST).min(shared.left());
    let (chosen, is_whole) = choose(shared.ground, &rows, seconds, &|| shared.is_over())?;
    let chosen = rows
        .iter()
        .zip(chosen)
        .flat_map(|(rows, number)| rows[number].iter().copied());
    let cells: Vec<u8> = chosen.collect();
    let mut board = Board::empty(shared.ground);
    board.go_to(&cells);
    if board.broken() == 0 {
        shared.offer(board.cost(), &cells);
    }
    Some(is_whole)
}
