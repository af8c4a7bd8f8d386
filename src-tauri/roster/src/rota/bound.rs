//! A bound below every plan. What is needed is bought at a price a day and kind, and everybody sells their best days at
//! these prices; a limit of shifts of a kind has its price too. Whatever the prices are, no plan costs less (Held and
//! Karp 1971; the row of a person is the subproblem). A smoothed subgradient looks for the prices of the highest bound.

use super::ground::Ground;
use super::rower::{Rower, SCALE};
use super::shape::Shape;

/// So many rounds without a better bound make the steps shorter.
const PATIENCE: u32 = 60;

/// At steps as short as this the rows that sell are worth keeping.
const NEAR: f64 = 0.1;
/// Steps as short as this lead nowhere.
const SHORT: f64 = 2e-3;

/// Prices that prove a bound.
#[derive(Debug, Clone)]
pub(crate) struct Prices {
    /// No plan costs less than this many parts of `SCALE`.
    pub(crate) value: i64,
    /// By day and kind, in parts.
    pub(crate) needs: Vec<i32>,
    /// By person and kind, in parts.
    pub(crate) dues: Vec<i32>,
}

impl Prices {
    /// The least that a plan can cost, costs being whole numbers.
    fn least(&self) -> i64 {
        (self.value + i64::from(SCALE) - 1).div_euclid(i64::from(SCALE))
    }
}

/// A search for good prices, to be carried on round by round.
pub(crate) struct Search<'g> {
    ground: &'g Ground,
    rower: Rower<'g>,
    needs: Vec<f64>,
    dues: Vec<f64>,
    /// The smoothed differences of need and offer, and of use and limit.
    lack: Vec<f64>,
    excess: Vec<f64>,
    step: f64,
    waited: u32,
    best: Option<Prices>,
    /// The bound when the steps were last long.
    before: i64,
}

impl<'g> Search<'g> {
    pub(crate) fn new(ground: &'g Ground, shapes: &'g [Shape]) -> Self {
        let cells = (0..ground.days).flat_map(|day| (0..ground.width).map(move |kind| (day, kind)));
        let wants = cells.map(|(day, kind)| ground.want(day, kind));
        let needs: Vec<f64> = wants
            .map(|want| {
                if want.people > 0 {
                    f64::from(want.under) * 0.1
                } else {
                    0.0
                }
            })
            .collect();
        Self {
            ground,
            rower: Rower::new(ground, shapes),
            lack: vec![0.0; needs.len()],
            excess: vec![0.0; ground.people * ground.width],
            dues: vec![0.0; ground.people * ground.width],
            needs,
            step: 1.0,
            waited: 0,
            best: None,
            before: i64::MIN,
        }
    }

    #[cfg(feature = "highs")]
    pub(crate) fn best(&self) -> Option<&Prices> {
        self.best.as_ref()
    }

    /// No plan costs less.
    pub(crate) fn least(&self) -> i64 {
        self.best.as_ref().map_or(0, Prices::least).max(0)
    }

    /// Whether more rounds are unlikely to help.
    pub(crate) fn is_done(&self) -> bool {
        self.step < SHORT
    }

    /// Tries the present prices and moves them; `reach` is the cost of the best plan known. The rows that sell best are
    /// told. None where the rows are too long for this.
    pub(crate) fn round(&mut self, reach: i64, mut tell: impl FnMut(usize, &[u8])) -> Option<()> {
        let parts = |prices: &[f64]| -> Vec<i32> {
            prices
                .iter()
                .map(|price| (price * f64::from(SCALE)).round() as i32)
                .collect()
        };
        let (needs, dues) = (parts(&self.needs), parts(&self.dues));
        let (prices, lack, excess) = self.offer(needs, dues, &mut tell)?;
        let value = prices.value;
        if self
            .best
            .as_ref()
            .is_none_or(|best| value > best.value + i64::from(SCALE / 32))
        {
            self.best = Some(prices);
            self.waited = 0;
        } else {
            self.waited += 1;
            if self.waited > PATIENCE {
                self.step *= 0.7;
                self.waited = 0;
                let best = self.best.as_ref().map_or(0, |best| best.value);
                if self.step < SHORT && best > self.before.saturating_add(best.abs() / 1000) {
                    // The last descent still brought something: another may.
                    (self.step, self.before) = (0.5, best);
                }
                if let Some(best) = &self.best {
                    let costs = |parts: &[i32]| {
                        parts
                            .iter()
                            .map(|part| f64::from(*part) / f64::from(SCALE))
                            .collect()
                    };
                    (self.needs, self.dues) = (costs(&best.needs), costs(&best.dues));
                }
            }
        }
        let smooth = |old: &mut [f64], new: &[i32]| {
            old.iter_mut()
                .zip(new)
                .for_each(|(old, new)| *old = 0.6 * *old + 0.4 * f64::from(*new));
        };
        smooth(&mut self.lack, &lack);
        smooth(&mut self.excess, &excess);
        // As long as no good plan is known, the next bound is aimed at rather than the last.
        let best = self.best.as_ref().map_or(value, |best| best.value);
        let best = best as f64 / f64::from(SCALE);
        let next = best + best.abs() * 0.1 + 300.0;
        self.walk(next.min(reach as f64) - value as f64 / f64::from(SCALE));
        Some(())
    }

    /// What everything costs at these prices, by how much the need exceeds the offer, and the use a limit.
    fn offer(
        &mut self,
        needs: Vec<i32>,
        dues: Vec<i32>,
        tell: &mut impl FnMut(usize, &[u8]),
    ) -> Option<(Prices, Vec<i32>, Vec<i32>)> {
        let ground = self.ground;
        let (width, mut value) = (ground.width, 0i64);
        let mut lack = vec![0; needs.len()];
        for day in 0..ground.days {
            for kind in 1..width {
                let at = day * width + kind;
                lack[at] = ground.want(day, kind).people;
                value += i64::from(lack[at]) * i64::from(needs[at]);
            }
        }
        let mut excess: Vec<i32> = ground
            .limits
            .iter()
            .flat_map(|limits| &limits.most_of)
            .map(|most| -most)
            .collect();
        for person in 0..ground.people {
            let own = &dues[person * width..(person + 1) * width];
            let (cost, row) = self.rower.at_prices(person, &needs, own, None)?;
            value += i64::from(cost);
            for (day, kind) in row.iter().enumerate().filter(|(_, kind)| **kind != 0) {
                lack[day * width + usize::from(*kind)] -= 1;
                excess[person * width + usize::from(*kind)] += 1;
            }
            for (due, most) in own.iter().zip(&ground.limits[person].most_of).skip(1) {
                value -= i64::from(*due) * i64::from(*most);
            }
            if self.step < NEAR {
                tell(person, row);
            }
        }
        Some((Prices { value, needs, dues }, lack, excess))
    }

    /// Moves the prices along what is lacking, as far as the gap to the best plan suggests (Polyak 1969).
    fn walk(&mut self, gap: f64) {
        let (ground, width) = (self.ground, self.ground.width);
        let limits = |at: usize| {
            let want = ground.want(at / width, at % width);
            (-f64::from(want.over), f64::from(want.under))
        };
        let mut norm = 0.0;
        for (at, (price, lack)) in self.needs.iter().zip(&self.lack).enumerate() {
            let (least, most) = limits(at);
            if !(*price >= most && *lack > 0.0 || *price <= least && *lack < 0.0) {
                norm += lack * lack;
            }
        }
        let due = self.dues.iter().zip(&self.excess);
        norm += due
            .filter(|(due, excess)| **due > 0.0 || **excess > 0.0)
            .map(|(_, excess)| excess * excess)
            .sum::<f64>();
        let far = self.step * gap.max(1.0) / norm.max(1e-9);
        for (at, (price, lack)) in self.needs.iter_mut().zip(&self.lack).enumerate() {
            let (least, most) = limits(at);
            *price = (*price + far * lack).clamp(least, most);
        }
        for (at, (due, excess)) in self.dues.iter_mut().zip(&self.excess).enumerate() {
            if at % width != 0 {
                *due = (*due + far * excess).max(0.0);
            }
        }
    }
}
