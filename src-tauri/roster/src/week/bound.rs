//! A bound below every plan. Each line's need is bought at a price a slot, and everybody sells their best days at these
//! prices; whatever the prices are, no plan costs less (Held and Karp 1971; the row of a person is the subproblem). What
//! lies beyond a fair share is bought so too; bonds count for nothing here. A smoothed subgradient looks for the prices
//! that give the highest bound.

#[cfg(feature = "highs")]
use super::model::Stint;
use super::model::{Week, Worker};
use super::row::{Prices, Row};

/// Prices are whole numbers of this part of a cost, or of a larger one where costs are large, so that no rounding can lift
/// the bound.
const SCALE: i32 = 4096;
/// What no row may cost.
const ROOM: i64 = 1 << 27;
/// So many rounds without a better bound make the steps shorter.
const PATIENCE: u32 = 25;

/// A bound and the prices that prove it.
#[derive(Debug, Clone)]
struct Bound {
    /// No plan costs less than this many parts.
    value: i64,
    /// By line, day and slot; then by person and share.
    prices: Vec<i32>,
}

/// A search for good prices, to be carried on round by round.
pub(crate) struct Search<'w> {
    week: &'w Week,
    /// The parts of a cost.
    scale: i32,
    prices: Vec<f64>,
    /// The smoothed difference of need and offer.
    lack: Vec<f64>,
    step: f64,
    waited: u32,
    best: Bound,
    rows: Row,
}

impl<'w> Search<'w> {
    pub(crate) fn new(week: &'w Week) -> Self {
        let first = week.lines.iter().flat_map(|line| {
            line.need.iter().map(|need| {
                if *need > 0 {
                    f64::from(line.under) * 0.3
                } else {
                    0.0
                }
            })
        });
        let shares = week.people.len() * week.shares.len();
        let prices: Vec<f64> = first.chain(std::iter::repeat_n(0.0, shares)).collect();
        Self {
            week,
            scale: scale(week),
            lack: vec![0.0; prices.len()],
            step: 1.0,
            waited: 0,
            best: Bound {
                value: i64::MIN,
                prices: vec![0; prices.len()],
            },
            prices,
            rows: Row::default(),
        }
    }

    /// The least that a plan can cost, costs being whole numbers.
    pub(crate) fn least(&self) -> i64 {
        self.whole(self.best.value)
    }

    /// In costs, upwards.
    fn whole(&self, value: i64) -> i64 {
        let scale = i64::from(self.scale);
        (value + scale - 1).div_euclid(scale)
    }

    /// Whether more rounds are unlikely to help.
    pub(crate) fn is_done(&self) -> bool {
        self.step < 1e-3
    }

    /// Tries the present prices and moves them; `reach` is the cost of the best plan known.
    pub(crate) fn round(&mut self, reach: i64) {
        let scale = f64::from(self.scale);
        let prices = self
            .prices
            .iter()
            .map(|price| (price * scale).round() as i32);
        let prices: Vec<i32> = prices.collect();
        let (value, lack) = self.offer(&prices);
        if value > self.best.value.saturating_add(i64::from(self.scale / 64)) {
            self.best = Bound { value, prices };
            self.waited = 0;
        } else {
            self.waited += 1;
            if self.waited > PATIENCE {
                self.step *= 0.7;
                self.waited = 0;
                let best = self.best.prices.iter();
                let best = best.map(|price| f64::from(*price) / scale);
                self.prices = best.collect();
            }
        }
        for (smooth, lack) in self.lack.iter_mut().zip(&lack) {
            *smooth = 0.6 * *smooth + 0.4 * f64::from(*lack);
        }
        self.walk(reach as f64 - value as f64 / scale);
    }

    /// What everything costs at these prices, and by how much the need exceeds the offer.
    fn offer(&mut self, prices: &[i32]) -> (i64, Vec<i32>) {
        let week = self.week;
        let needs = week.lines.iter().flat_map(|line| &line.need);
        let mut lack: Vec<i32> = needs.map(|need| i32::from(*need)).collect();
        let mut value: i64 = lack
            .iter()
            .zip(prices)
            .map(|(need, price)| i64::from(*need) * i64::from(*price))
            .sum();
        let mut days = Vec::new();
        for person in 0..week.people.len() {
            let own = sold((week, self.scale), person, prices);
            let start = lack.len();
            for share in 0..week.shares.len() {
                let price = prices[start + share];
                let (level, credit) = level((week, self.scale), person, share, price);
                value -= credit;
                lack.push(-level);
            }
            value += i64::from(self.rows.best(week, person, &own, &mut days));
            let worked = days
                .iter()
                .enumerate()
                .filter_map(|(day, stint)| Some((day, (*stint)?)));
            for (day, stint) in worked {
                each_fed(week, person, stint.desk.into(), |line| {
                    let start = line * week.horizon();
                    let slots = week.at(day, stint.from.into())..week.at(day, stint.to.into());
                    lack[start + slots.start..start + slots.end]
                        .iter_mut()
                        .for_each(|lack| *lack -= 1);
                });
                for share in 0..week.shares.len() {
                    lack[start + share] += week.shared(share, day, stint);
                }
            }
        }
        (value, lack)
    }

    /// Moves the prices along what is lacking, as far as the gap to the best plan suggests (Polyak 1969).
    fn walk(&mut self, gap: f64) {
        let week = self.week;
        let limits = week.lines.iter().flat_map(|line| {
            let limit = (-f64::from(line.over), f64::from(line.under));
            std::iter::repeat_n(limit, week.horizon())
        });
        let shares = week
            .shares
            .iter()
            .map(|share| (0.0, 2.0 * f64::from(share.weight)));
        let shares = shares.collect::<Vec<_>>().repeat(week.people.len());
        let limits = limits.chain(shares);
        let limits: Vec<(f64, f64)> = limits.collect();
        let moves = |price: f64, lack: f64, (least, most): (f64, f64)| {
            !(price >= most && lack > 0.0 || price <= least && lack < 0.0)
        };
        let all = self.prices.iter().zip(&self.lack).zip(&limits);
        let norm: f64 = all
            .filter(|((price, lack), limit)| moves(**price, **lack, **limit))
            .map(|((_, lack), _)| lack * lack)
            .sum();
        let far = self.step * gap.max(1.0) / norm.max(1e-9);
        for ((price, lack), (least, most)) in self.prices.iter_mut().zip(&self.lack).zip(&limits) {
            *price = (*price + far * lack).clamp(*least, *most);
        }
    }
}

#[cfg(feature = "highs")]
impl Search<'_> {
    /// A regret of so much.
    pub(crate) fn regret(&self, cost: f64) -> i32 {
        (cost * f64::from(self.scale)) as i32
    }

    /// No plan with a stint of such a regret costs less.
    pub(crate) fn beyond(&self, regret: i32) -> i64 {
        self.whole(self.best.value + i64::from(regret))
    }

    /// The regret from which on a stint is in no plan cheaper than `reach`.
    pub(crate) fn gap(&self, reach: i64) -> i32 {
        let gap = (reach - 1) * i64::from(self.scale) - self.best.value + 1;
        gap.clamp(0, i64::from(i32::MAX / 8)) as i32
    }

    /// Every stint whose regret is less than the limit, by person and day.
    pub(crate) fn candidates(&mut self, limit: i32) -> Vec<Vec<(i32, Stint)>> {
        let week = self.week;
        let mut candidates = vec![Vec::new(); week.people.len() * week.days];
        let mut days = Vec::new();
        for person in 0..week.people.len() {
            let own = sold((week, self.scale), person, &self.best.prices);
            self.rows.best(week, person, &own, &mut days);
            self.rows.regrets(week, person, &own, |day, stint, regret| {
                if regret < limit {
                    candidates[person * week.days + day].push((regret, stint));
                }
            });
        }
        candidates
    }
}

/// As fine as the costs of the week let it be.
fn scale(week: &Week) -> i32 {
    let shares = week.shares.iter().map(|share| 2 * i64::from(share.weight));
    let lines = week
        .lines
        .iter()
        .map(|line| i64::from(line.under.max(line.over)));
    let slot = lines.sum::<i64>() + shares.sum::<i64>() + 2 * i64::from(week.weights.change);
    let row = |(person, worker): (usize, &Worker)| {
        let slots = worker.pinned.iter().flatten().map(|stint| stint.slots());
        let slots = i64::from(worker.most.iter().sum::<i32>() + slots.sum::<i32>());
        let own = worker.slots.iter().flatten().max().copied().unwrap_or(0);
        let most = worker.most.iter().max().copied().unwrap_or(0);
        let hours = week.hours(person, 0).max(week.hours(person, most));
        let stints = i64::from(week.weights.stint) * week.days as i64;
        slots * (slot + i64::from(own)) + i64::from(hours) * worker.most.len() as i64 + stints
    };
    let dearest = week.people.iter().enumerate().map(row).max().unwrap_or(1);
    let room = (ROOM / dearest.max(1)).clamp(1, i64::from(SCALE));
    // A power of two.
    1 << room.ilog2()
}

/// What standing in each slot at each desk brings a person at these prices.
fn sold((week, scale): (&Week, i32), person: usize, prices: &[i32]) -> Prices {
    let desks = week.people[person].feeds.len();
    let mut slots = vec![0; desks * week.horizon()];
    for desk in 0..desks {
        let own = &mut slots[desk * week.horizon()..(desk + 1) * week.horizon()];
        each_fed(week, person, desk, |line| {
            let line = &prices[line * week.horizon()..(line + 1) * week.horizon()];
            own.iter_mut()
                .zip(line)
                .for_each(|(own, price)| *own -= price);
        });
    }
    let shares = week.lines.len() * week.horizon() + person * week.shares.len();
    for (share, price) in week.shares.iter().zip(&prices[shares..]) {
        for own in slots.chunks_mut(week.horizon()) {
            own.iter_mut()
                .zip(&share.slots)
                .filter(|(_, belongs)| **belongs)
                .for_each(|(own, _)| *own += price);
        }
    }
    Prices { slots, scale }
}

/// How many slots of a share are had at a price before it is worth having none more, and what these have cost: what lies
/// beyond a fair share costs at least the price of all less this.
fn level((week, scale): (&Week, i32), person: usize, share: usize, price: i32) -> (i32, i64) {
    let fair = i64::from(week.people[person].fair[share].max(0));
    let weight = i64::from(week.shares[share].weight) * i64::from(scale);
    let price = i64::from(price);
    let level = if price <= weight { fair } else { 2 * fair };
    (level as i32, fair * price + fair * (price - weight).max(0))
}

fn each_fed(week: &Week, person: usize, desk: usize, mut fed: impl FnMut(usize)) {
    for line in week.people[person].feeds[desk].iter().flatten() {
        fed(*line);
    }
}
