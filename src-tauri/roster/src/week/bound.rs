//! A bound below every plan. Each line's need is bought at a price a slot, and everybody sells their best days at these
//! prices; whatever the prices are, no plan costs less (Held and Karp 1971; the row of a person is the subproblem). A
//! smoothed subgradient looks for the prices that give the highest bound.

use super::model::{Stint, Week};
use super::row::{Prices, Row};

/// Prices are whole numbers of this part of a cost, so that no rounding can lift the bound.
const SCALE: i32 = 256;
/// So many rounds without a better bound make the steps shorter.
const PATIENCE: u32 = 25;

/// A bound and the prices that prove it.
#[derive(Debug, Clone)]
pub(crate) struct Bound {
    /// No plan costs less than this many parts of `SCALE`.
    value: i64,
    /// By line, day and slot.
    prices: Vec<i32>,
}

impl Bound {
    /// The least that a plan can cost, costs being whole numbers.
    pub(crate) fn least(&self) -> i64 {
        (self.value + i64::from(SCALE) - 1).div_euclid(i64::from(SCALE))
    }
}

/// A search for good prices, to be carried on round by round.
pub(crate) struct Search<'w> {
    week: &'w Week,
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
        let prices: Vec<f64> = first.collect();
        Self {
            week,
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

    pub(crate) fn best(&self) -> &Bound {
        &self.best
    }

    /// Whether more rounds are unlikely to help.
    pub(crate) fn is_done(&self) -> bool {
        self.step < 1e-3
    }

    /// Tries the present prices and moves them; `reach` is the cost of the best plan known.
    pub(crate) fn round(&mut self, reach: i64) {
        let prices: Vec<i32> = self
            .prices
            .iter()
            .map(|price| (price * f64::from(SCALE)).round() as i32)
            .collect();
        let (value, lack) = self.offer(&prices);
        if value > self.best.value.saturating_add(i64::from(SCALE / 64)) {
            self.best = Bound { value, prices };
            self.waited = 0;
        } else {
            self.waited += 1;
            if self.waited > PATIENCE {
                self.step *= 0.7;
                self.waited = 0;
                let best = self
                    .best
                    .prices
                    .iter()
                    .map(|price| f64::from(*price) / f64::from(SCALE));
                self.prices = best.collect();
            }
        }
        for (smooth, lack) in self.lack.iter_mut().zip(&lack) {
            *smooth = 0.6 * *smooth + 0.4 * f64::from(*lack);
        }
        self.walk(reach as f64 - value as f64 / f64::from(SCALE));
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
            let own = sold(week, person, prices);
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

    /// Every stint that a plan cheaper than `reach` can hold, by person and day.
    pub(crate) fn candidates(&mut self, reach: i64) -> Vec<Vec<(i32, Stint)>> {
        let week = self.week;
        let gap =
            (reach * i64::from(SCALE) - self.best.value).clamp(0, i64::from(i32::MAX / 8)) as i32;
        let mut candidates = vec![Vec::new(); week.people.len() * week.days];
        let mut days = Vec::new();
        for person in 0..week.people.len() {
            let own = sold(week, person, &self.best.prices);
            self.rows.best(week, person, &own, &mut days);
            self.rows.regrets(week, person, &own, |day, stint, regret| {
                if regret < gap {
                    candidates[person * week.days + day].push((regret, stint));
                }
            });
        }
        candidates
    }
}

/// What standing in each slot at each desk brings a person at these prices.
fn sold(week: &Week, person: usize, prices: &[i32]) -> Prices {
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
    Prices {
        slots,
        scale: SCALE,
    }
}

fn each_fed(week: &Week, person: usize, desk: usize, mut fed: impl FnMut(usize)) {
    for line in week.people[person].feeds[desk].iter().flatten() {
        fed(*line);
    }
}
