//! Money in whole cents, or whatever the smallest unit of the library's currency is; which that is, the library says.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An amount in the smallest unit of the library's currency: cents, yen, fils.
#[derive(
    Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
)]
pub struct Money(i64);

impl Money {
    /// So many of the smallest unit.
    pub const fn cents(cents: i64) -> Self {
        Self(cents)
    }

    /// How many of the smallest unit it is.
    pub const fn units(self) -> i64 {
        self.0
    }

    /// So many times the amount.
    #[must_use]
    pub const fn times(self, count: u32) -> Self {
        Self(self.0.saturating_mul(count as i64))
    }

    /// Reads `12`, `12.5` or `12.50` without going through a float; no sign, no grouping.
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(text, 2)
    }

    /// Reads an amount of a currency with so many decimals; more of them than it has are no amount.
    pub fn read(text: &str, digits: u8) -> Option<Self> {
        let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
        let figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let places = usize::from(digits);
        if whole.is_empty() || part.len() > places || !figures(whole) || !figures(part) {
            return None;
        }
        let part: i64 = format!("0{part:0<places$}").parse().ok()?;
        whole
            .parse::<i64>()
            .ok()?
            .checked_mul(10_i64.checked_pow(digits.into())?)?
            .checked_add(part)
            .map(Self)
    }

    /// The amount in plain digits with a point, as files keep it: `12.50`, `1500`.
    pub fn plain(self, digits: u8) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let units = self.0.unsigned_abs();
        if digits == 0 {
            return format!("{sign}{units}");
        }
        let one = 10_u64.pow(digits.into());
        let places = usize::from(digits);
        format!("{sign}{}.{:0places$}", units / one, units % one)
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Money {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Add::add)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain(2))
    }
}

impl ToSql for Money {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl FromSql for Money {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_that_are_not_money_are_not_read() {
        for text in [
            "",
            ".5",
            "1.234",
            "-3",
            "1,50",
            "1e3",
            "٣",
            "99999999999999999999",
        ] {
            assert_eq!(Money::parse(text), None, "{text}");
        }
    }

    #[test]
    fn decimals_are_those_of_the_currency() {
        assert_eq!(Money::read("1500", 0), Some(Money::cents(1500)));
        assert_eq!(Money::read("1500.0", 0), None);
        assert_eq!(Money::read("1.5", 3), Some(Money::cents(1500)));
        assert_eq!(Money::cents(1500).plain(3), "1.500");
        assert_eq!(Money::cents(-1500).plain(0), "-1500");
    }

    proptest! {
        #[test]
        fn an_amount_reads_back_as_it_was_written(cents in 0..=i64::MAX / 2) {
            prop_assert_eq!(Money::parse(&Money::cents(cents).to_string()), Some(Money::cents(cents)));
        }
    }
}
