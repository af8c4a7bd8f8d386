//! A rota walked day by day and minute by minute, by what the library said of it and nothing that the solver knows.

use std::collections::BTreeMap;

use serde_json::Value;

/// What somebody works, as plain figures: the number of the day, and when.
#[derive(Debug, Clone)]
pub(crate) struct Worked {
    pub(crate) day: usize,
    pub(crate) start: i64,
    pub(crate) end: i64,
}

/// Everybody's work in a month as it is shown.
pub(crate) fn rows(month: &Value) -> BTreeMap<String, Vec<Worked>> {
    let mut rows = BTreeMap::new();
    for row in month["rows"].as_array().unwrap() {
        let mut worked = Vec::new();
        for (day, cell) in row["cells"].as_array().unwrap().iter().enumerate() {
            for shift in cell["shifts"].as_array().unwrap() {
                let details = &shift["placed"]["shift"]["details"];
                worked.push(Worked {
                    day,
                    start: details["start"].as_i64().unwrap(),
                    end: details["end"].as_i64().unwrap(),
                });
            }
        }
        rows.insert(row["name"].as_str().unwrap().to_owned(), worked);
    }
    rows
}

/// What holds for everybody in a test.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// The minutes between two days' work.
    pub(crate) rest: i64,
    /// The most minutes from one Monday, or where it begins its weeks on another day, to the next.
    pub(crate) week: i64,
    /// On which day of the rota the weeks of hours begin.
    pub(crate) week_starts: usize,
    pub(crate) run: usize,
    pub(crate) weekends: usize,
}

/// All that one person's days break.
pub(crate) fn broken(worked: &[Worked], days: usize, limits: Limits) -> Vec<String> {
    let mut broken = Vec::new();
    let mut busy = vec![0_i64; days * 1440];
    for shift in worked {
        for minute in shift.start..shift.end {
            busy[shift.day * 1440 + usize::try_from(minute).unwrap()] += 1;
        }
    }
    if busy.iter().any(|people| *people > 1) {
        broken.push("two shifts at a time".to_owned());
    }
    let mut idle = i64::MAX;
    for (minute, people) in busy.iter().enumerate() {
        let new_day = minute % 1440 == 0 || busy[minute - 1] == 0;
        if *people > 0 && new_day && idle < limits.rest {
            broken.push(format!("{idle} minutes of rest before minute {minute}"));
        }
        idle = if *people > 0 {
            0
        } else {
            idle.saturating_add(1)
        };
    }
    let mut week = 0;
    let mut run = 0;
    for day in 0..days {
        if day % 7 == limits.week_starts {
            week = 0;
        }
        let minutes: i64 = busy[day * 1440..(day + 1) * 1440].iter().sum();
        week += minutes;
        if week > limits.week {
            broken.push(format!("{week} minutes in the week of day {day}"));
        }
        run = if minutes > 0 { run + 1 } else { 0 };
        if run > limits.run {
            broken.push(format!("{run} days in a row to day {day}"));
        }
    }
    let works = |day: usize| worked.iter().any(|shift| shift.day == day);
    let weekends = (0..days / 7).filter(|week| works(week * 7 + 5) || works(week * 7 + 6));
    let weekends = weekends.count();
    if weekends > limits.weekends {
        broken.push(format!("{weekends} weekends"));
    }
    broken
}

#[test]
fn the_walk_finds_what_is_broken() {
    let shift = |day, start, end| Worked { day, start, end };
    let limits = Limits {
        rest: 660,
        week: 1200,
        week_starts: 6,
        run: 2,
        weekends: 0,
    };
    let fine = [shift(0, 480, 840), shift(1, 480, 840)];
    assert_eq!(broken(&fine, 14, limits), Vec::<String>::new());
    let wrong = [
        shift(0, 960, 1320),
        shift(1, 480, 840),
        shift(2, 480, 840),
        shift(5, 480, 840),
    ];
    assert_eq!(broken(&wrong, 14, limits).len(), 4);
}
