//! Times on the lines of the library's rounding: the nearest, for coming and going alike. It favours nobody.
//!
//! 29 CFR 785.48(b) lets an employer round to 5 minutes, a tenth of an hour or a quarter of one where it averages out,
//! so that over time people are paid for all that they work. Checked on 22 November 2026.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::{At, Zone, stored_as_word};

/// To which lines times are rounded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// To the minute, as they were given.
    #[default]
    None,
    /// To 5 minutes.
    Five,
    /// To a tenth of an hour.
    Six,
    /// To a quarter of an hour.
    Fifteen,
}

stored_as_word! { Rounding { None = "none", Five = "five", Six = "six", Fifteen = "fifteen" } }

impl Rounding {
    /// The minutes between two lines.
    pub fn minutes(self) -> u16 {
        match self {
            Self::None => 1,
            Self::Five => 5,
            Self::Six => 6,
            Self::Fifteen => 15,
        }
    }

    /// A minute of the day on the nearest line. One that is as near to both goes to the even one, so that it goes up as
    /// often as down.
    pub fn round(self, minute: u16) -> u16 {
        let step = self.minutes();
        let (line, past) = (minute / step, minute % step);
        let up = match (past * 2).cmp(&step) {
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Equal => line % 2,
            std::cmp::Ordering::Greater => 1,
        };
        (line + up) * step
    }

    /// An instant on the nearest line of the wall clock; its seconds are dropped first, as they are where it is shown.
    pub(super) fn instant(self, at: At, zone: Zone) -> At {
        let (_, minute) = at.local(zone);
        let moved = i64::from(self.round(minute.count())) - i64::from(minute.count());
        let seconds = at.millis().div_euclid(1000).rem_euclid(60);
        let whole = At::from_millis(at.millis() - at.millis().rem_euclid(1000));
        whole.plus_seconds(moved * 60 - seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALL: [Rounding; 4] = [
        Rounding::None,
        Rounding::Five,
        Rounding::Six,
        Rounding::Fifteen,
    ];

    #[test]
    fn a_quarter_of_an_hour_takes_seven_minutes_and_gives_the_eighth() {
        let rounded = [0, 7, 8, 487, 488].map(|minute| Rounding::Fifteen.round(minute));
        assert_eq!(rounded, [0, 0, 15, 480, 495]);
    }

    #[test]
    fn what_lies_in_the_middle_goes_up_as_often_as_down() {
        assert_eq!(
            [3, 9, 15, 21].map(|minute| Rounding::Six.round(minute)),
            [0, 12, 12, 24]
        );
    }

    #[test]
    fn over_all_the_minutes_of_a_day_rounding_gives_nothing_and_takes_nothing() {
        for rounding in ALL {
            let moved: i32 = (0..1440)
                .map(|minute| i32::from(rounding.round(minute)) - i32::from(minute))
                .sum();
            assert_eq!(moved, 0, "{rounding:?}");
        }
    }

    proptest! {
        #[test]
        fn no_time_moves_by_more_than_half_a_step(minute in 0_u16..1440) {
            for rounding in ALL {
                let moved = rounding.round(minute).abs_diff(minute);
                prop_assert!(moved * 2 <= rounding.minutes());
                prop_assert_eq!(rounding.round(minute) % rounding.minutes(), 0);
            }
        }

        #[test]
        fn an_instant_is_rounded_on_the_wall_clock(seconds in 0_i64..400_000_000, which in 0_usize..4) {
            let zone = Zone::parse("Asia/Kathmandu").unwrap();
            let rounding = ALL[which];
            let at = At::from_millis(1_700_000_000_000).plus_seconds(seconds);
            let (_, minute) = rounding.instant(at, zone).local(zone);
            prop_assert_eq!(minute.count() % rounding.minutes(), 0);
        }

        #[test]
        fn over_many_spells_rounding_averages_out(
            spells in prop::collection::vec((360_u16..720, 30_u16..480), 4000)
        ) {
            for rounding in ALL {
                let moved: i64 = spells
                    .iter()
                    .map(|(start, length)| {
                        let end = start + length;
                        i64::from(rounding.round(end)) - i64::from(rounding.round(*start)) - i64::from(*length)
                    })
                    .sum();
                let count = i64::try_from(spells.len()).unwrap();
                // Less than half a minute a spell; a rule that cut off at the end would take 7 a spell.
                prop_assert!(moved.abs() * 2 < count, "{:?} moved {} minutes", rounding, moved);
            }
        }
    }
}
