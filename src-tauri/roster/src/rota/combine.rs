//! Rows of many plans combined into a better one, again and again: rows near the best prices are drawn, and of each person's
//! cheapest the best choice is made.

use super::board::Board;
use super::bound::Search;
use super::choose::choose;
use super::pool::Pool;
use super::rower::Rower;
use super::solve::Shared;
use super::timed::bound;
use crate::random::Random;

/// How many rows of each person there are at first to choose among.
const ROWS: usize = 60;
/// How far chance shakes the prices, in costs.
const HEATS: [f64; 4] = [0.3, 0.6, 1.2, 2.4];

/// Looks for the bound, lets others go on, and combines until it is over. It ends at once where rows are too long for it.
pub(super) fn work(shared: &Shared<'_>, seed: u64, first: impl FnOnce()) {
    let mut pool = Pool::new(shared.ground);
    let mut search = Search::new(shared.ground, shared.shapes);
    bound(shared, &mut search, |person, row| pool.add(person, row));
    first();
    let Some(prices) = search.best() else { return };
    let mut rower = Rower::new(shared.ground, shared.shapes);
    let mut random = Random::new(seed);
    let mut most = ROWS;
    while !shared.is_over() {
        let until = shared.gone() + 0.05;
        let mut draws = 0;
        while !shared.is_over() && shared.gone() < until && draws < 400 {
            pool.draw(&mut rower, prices, &mut random, HEATS[draws % HEATS.len()]);
            draws += 1;
        }
        let cells = shared.present().1;
        pool.add_all(&cells);
        let rows = pool.cheapest(&cells, prices, most);
        let seconds = (shared.left() * 0.5).max(1.0).min(shared.left());
        let answer = choose(shared.ground, &rows, seconds, &|| shared.is_over());
        let Some((chosen, is_whole)) = answer else {
            continue;
        };
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
        if is_whole {
            most *= 2;
        }
    }
}
