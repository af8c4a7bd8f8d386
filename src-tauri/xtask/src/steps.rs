//! Steps of an errand: a heading, what it took, and an end at the first that fails. They do not run side by side.

use std::time::{Duration, Instant};

use crate::stop::Stop;

/// Counts and times the steps of one errand.
pub(crate) struct Steps {
    began: Instant,
    passed: usize,
}

impl Steps {
    pub(crate) fn new() -> Self {
        Self {
            began: Instant::now(),
            passed: 0,
        }
    }

    /// Runs one step under its heading.
    pub(crate) fn step<T>(
        &mut self,
        heading: &str,
        work: impl FnOnce() -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        println!("\n== {heading}");
        let began = Instant::now();
        let done = work().map_err(|source| Stop::Step {
            heading: heading.to_owned(),
            source: Box::new(source),
        })?;
        println!("-- {heading}: {}", in_words(began.elapsed()));
        self.passed += 1;
        Ok(done)
    }

    /// The closing line.
    pub(crate) fn close(self) {
        println!(
            "\n{} steps passed in {}",
            self.passed,
            in_words(self.began.elapsed())
        );
    }
}

/// `0.4 s`, `48 s`, `3 min 7 s`.
fn in_words(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_said_as_short_as_it_is_useful() {
        assert_eq!(in_words(Duration::from_millis(420)), "0.4 s");
        assert_eq!(in_words(Duration::from_secs(48)), "48 s");
        assert_eq!(in_words(Duration::from_secs(187)), "3 min 7 s");
    }
}
