//! Chance from a seed: the same seed, the same numbers, on every machine. Not for secrets.

/// A stream of numbers (xorshift64*, Vigna 2016).
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    /// The stream of a seed; two seeds give streams that have nothing to do with each other.
    pub(crate) fn new(seed: u64) -> Self {
        // One round of SplitMix64, so that neighbouring seeds do not begin alike; the state is never 0.
        let mut state = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        Self((state ^ (state >> 31)) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A whole number from 0 up to but without `bound`, which is not 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        (((self.next() >> 32) * bound as u64) >> 32) as usize
    }

    /// Either of two, as often.
    pub(crate) fn coin(&mut self) -> bool {
        self.next() >> 63 == 0
    }

    /// A number from 0 up to but without 1.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_numbers_and_each_of_them_as_often() {
        let mut ten = [0u32; 10];
        let (mut one, mut same) = (Random::new(7), Random::new(7));
        for _ in 0..100_000 {
            let number = one.below(10);
            assert_eq!(number, same.below(10));
            ten[number] += 1;
        }
        assert!(
            ten.iter().all(|count| (9_500..10_500).contains(count)),
            "{ten:?}"
        );
    }
}
