//! Times of the same thing done again and again. One that a busy machine held up moves no median.

use std::time::{Duration, Instant};

/// How long each one took.
#[derive(Debug, Default)]
pub(super) struct Times(Vec<Duration>);

impl Times {
    /// Does something and notes how long it took.
    pub(super) fn of<T>(&mut self, once: impl FnOnce() -> T) -> T {
        let watch = Instant::now();
        let done = once();
        self.0.push(watch.elapsed());
        done
    }

    /// Takes in what was noted elsewhere.
    pub(super) fn also(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The middle one, in microseconds.
    pub(super) fn median(&self) -> f64 {
        self.at(50)
    }

    /// The one that so many in a hundred do not pass, in microseconds.
    pub(super) fn at(&self, hundredth: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort();
        let place = (sorted.len() * hundredth / 100).min(sorted.len().saturating_sub(1));
        sorted
            .get(place)
            .map_or(0.0, |time| time.as_secs_f64() * 1e6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_slow_end_are_told() {
        let times = Times((1..=200).rev().map(Duration::from_micros).collect());
        assert_eq!((times.median(), times.at(99)), (101.0, 199.0));
        assert_eq!(Times::default().median(), 0.0);
    }
}
