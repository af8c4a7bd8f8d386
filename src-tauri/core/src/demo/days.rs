//! How busy a day is, and at what time of it people come. It carries nothing out.

use super::dice::Dice;
use crate::kernel::{Day, Minute};

/// January to December in hundredths of a plain day: terms in spring and autumn, a busy October, a quiet summer.
const MONTHS: [u32; 12] = [92, 102, 106, 112, 88, 80, 74, 82, 112, 146, 110, 78];

/// Monday to Sunday in hundredths of a plain day.
const WEEKDAYS: [u32; 7] = [112, 102, 104, 100, 88, 92, 0];

/// How many come from 9 o'clock on, hour by hour.
const HOURS: [u32; 11] = [6, 8, 9, 10, 8, 8, 11, 12, 10, 6, 4];

/// How many loans a day brings where a plain one brings `plain`.
pub(super) fn volume(dice: &mut Dice, day: Day, plain: u32) -> u32 {
    let date = day.date();
    let month = MONTHS[chrono::Datelike::month0(&date) as usize];
    let weekday = WEEKDAYS[usize::from(day.weekday()) - 1];
    let quiet = if is_holiday_season(date) { 40 } else { 100 };
    plain * month * weekday / 100 * quiet / 100 * dice.between(80, 120) / 10_000
}

/// How busy a day is, where a plain one is 10,000.
pub(super) fn weight(day: Day) -> u32 {
    let date = day.date();
    let month = MONTHS[chrono::Datelike::month0(&date) as usize];
    let quiet = if is_holiday_season(date) { 40 } else { 100 };
    month * WEEKDAYS[usize::from(day.weekday()) - 1] * quiet / 100
}

/// A second of the day at which somebody comes while the library is open.
pub(super) fn second(dice: &mut Dice, opens: Minute, closes: Minute) -> i64 {
    let weights: Vec<u32> = (9..20)
        .zip(HOURS)
        .map(|(hour, weight)| {
            if (opens.hour()..closes.hour()).contains(&hour) {
                weight
            } else {
                0
            }
        })
        .collect();
    let hour = 9 + i64::try_from(dice.weighed(&weights)).unwrap_or_default();
    // Nobody comes in the last minutes: what they want takes some.
    hour * 3600 + i64::from(dice.below(55 * 60))
}

fn is_holiday_season(date: chrono::NaiveDate) -> bool {
    let (month, day) = (chrono::Datelike::month(&date), chrono::Datelike::day(&date));
    (month == 12 && day >= 19) || (month == 1 && day <= 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn october_is_busier_than_july_and_sunday_is_closed() {
        let on = |text| volume(&mut Dice::new(1), Day::parse(text).unwrap(), 40);
        assert!(on("2026-10-14") > on("2026-07-15"));
        assert_eq!(on("2026-10-18"), 0);
    }

    #[test]
    fn people_come_while_the_library_is_open() {
        let mut dice = Dice::new(3);
        let (opens, closes) = (Minute::of(600).unwrap(), Minute::of(960).unwrap());
        for _ in 0..500 {
            assert!((36_000..57_600).contains(&second(&mut dice, opens, closes)));
        }
    }
}
