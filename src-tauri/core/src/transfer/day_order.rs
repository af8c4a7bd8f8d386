//! Days as other systems write them. A day that could be two is not guessed at.

use crate::kernel::notation::DayOrder;
use crate::kernel::{Day, Minute};

/// Which orders the days of a column allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Orders {
    day_first: bool,
    month_first: bool,
    any: bool,
}

impl Orders {
    /// Nothing seen yet.
    pub(super) fn new() -> Self {
        Self {
            day_first: true,
            month_first: true,
            any: false,
        }
    }

    /// Takes one cell into account.
    pub(super) fn see(&mut self, cell: &str) {
        let Some(parts) = parts(cell) else { return };
        if parts[0].len() == 4 || is_nothing(cell) {
            return;
        }
        let day_first = day(cell, DayOrder::DayFirst).is_some();
        let month_first = day(cell, DayOrder::MonthFirst).is_some();
        // A cell that is no day either way says nothing of the others.
        if day_first || month_first {
            self.any = true;
            self.day_first &= day_first;
            self.month_first &= month_first;
        }
    }

    /// The one order in which all cells are days; an error where there are two. Where none fits, each cell says so.
    pub(super) fn only(self) -> Result<DayOrder, ()> {
        match (self.any, self.day_first, self.month_first) {
            (true, true, true) => Err(()),
            (true, true, false) => Ok(DayOrder::DayFirst),
            (true, false, _) => Ok(DayOrder::MonthFirst),
            (false, ..) => Ok(DayOrder::YearFirst),
        }
    }
}

/// Whether a cell says "no day" in the way of databases.
pub(super) fn is_nothing(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit);
    cell.is_empty()
        || (cell.len() >= 8 && digits.clone().count() >= 8 && digits.into_iter().all(|c| c == '0'))
}

/// The day that a cell names; a time behind it is left out.
pub(super) fn day(cell: &str, order: DayOrder) -> Option<Day> {
    let parts = parts(cell)?;
    let number = |place: usize| parts[place].parse::<u32>().ok();
    let year_first = parts[0].len() == 4;
    let (year, month, day) = match order {
        _ if year_first => (0, 1, 2),
        DayOrder::DayFirst => (2, 1, 0),
        DayOrder::MonthFirst => (2, 0, 1),
        DayOrder::YearFirst => return None,
    };
    // Of a year of two digits nobody knows the century.
    if parts[year].len() != 4 {
        return None;
    }
    Day::of(
        i32::try_from(number(year)?).ok()?,
        number(month)?,
        number(day)?,
    )
    .filter(|day| *day >= Day::MIN)
}

/// The time of day behind a day, where there is one: `2026-11-23 17:30`, `…T17:30:00`, `… 5:30 PM`.
pub(super) fn minute(cell: &str) -> Option<Minute> {
    let (_, time) = cell.trim().split_once([' ', 'T'])?;
    let time = time.trim();
    let (hour, rest) = time.split_once(':')?;
    let minute: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let lower = time.to_lowercase();
    let hour = match (lower.ends_with("pm"), lower.ends_with("am")) {
        (true, _) if hour < 12 => hour + 12,
        (_, true) if hour == 12 => 0,
        _ => hour,
    };
    (hour < 24 && minute < 60).then(|| Minute::of(hour * 60 + minute))?
}

/// The three numbers of a day.
fn parts(cell: &str) -> Option<[&str; 3]> {
    let cell = cell.trim();
    let end = cell.find([' ', 'T']).unwrap_or(cell.len());
    let text = &cell[..end];
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some([&text[..4], &text[4..6], &text[6..]]);
    }
    let mut parts = text.split(['-', '/', '.']);
    let three = [parts.next()?, parts.next()?, parts.next()?];
    let digits = |part: &&str| {
        !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    (parts.next().is_none() && three.iter().all(digits)).then_some(three)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(cell: &str, order: DayOrder) -> Option<String> {
        day(cell, order).map(|day| day.to_string())
    }

    #[test]
    fn a_day_is_read_in_the_order_that_was_said() {
        assert_eq!(
            text("3/4/2020", DayOrder::DayFirst).as_deref(),
            Some("2020-04-03")
        );
        assert_eq!(
            text("3/4/2020", DayOrder::MonthFirst).as_deref(),
            Some("2020-03-04")
        );
        assert_eq!(
            text("31.12.2026 23:59", DayOrder::DayFirst).as_deref(),
            Some("2026-12-31")
        );
        for order in [
            DayOrder::DayFirst,
            DayOrder::MonthFirst,
            DayOrder::YearFirst,
        ] {
            assert_eq!(
                text("2026-12-31T23:59:00Z", order).as_deref(),
                Some("2026-12-31")
            );
            assert_eq!(text("20261231", order).as_deref(), Some("2026-12-31"));
            for cell in [
                "",
                "31/12/26",
                "soon",
                "2026-02-30",
                "1/2",
                "1/2/3/2026",
                "-1/2/2026",
            ] {
                assert_eq!(text(cell, order), None, "{cell}");
            }
        }
        assert_eq!(text("3/4/2020", DayOrder::YearFirst), None);
    }

    #[test]
    fn one_day_past_the_twelfth_settles_the_order_of_a_column() {
        let only = |cells: &[&str]| {
            let mut orders = Orders::new();
            cells.iter().for_each(|cell| orders.see(cell));
            orders.only()
        };
        assert_eq!(only(&["3/4/2020", "13/4/2020"]), Ok(DayOrder::DayFirst));
        assert_eq!(only(&["3/4/2020", "4/13/2020"]), Ok(DayOrder::MonthFirst));
        assert_eq!(only(&["3/4/2020", "4/4/2020"]), Err(()));
        assert_eq!(
            only(&["2020-04-03", "", "0000-00-00"]),
            Ok(DayOrder::YearFirst)
        );
        assert_eq!(only(&["nonsense"]), Ok(DayOrder::YearFirst));
    }

    #[test]
    fn a_time_of_day_is_read_where_there_is_one() {
        let at = |hour: u16, minute: u16| Minute::of(hour * 60 + minute);
        assert_eq!(minute("2026-11-23 17:30:59"), at(17, 30));
        assert_eq!(minute("2026-11-23T07:05:00Z"), at(7, 5));
        assert_eq!(minute("11/23/2026 5:30 PM"), at(17, 30));
        assert_eq!(minute("11/23/2026 12:05 am"), at(0, 5));
        assert_eq!(minute("11/23/2026"), None);
        assert_eq!(minute("11/23/2026 25:00"), None);
    }

    #[test]
    fn a_database_writes_no_day_as_noughts() {
        assert!(is_nothing("0000-00-00") && is_nothing("0000-00-00 00:00:00") && is_nothing(""));
        assert!(!is_nothing("2000-01-01") && !is_nothing("0"));
    }
}
