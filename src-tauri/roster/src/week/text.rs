//! A desk week as a JSON text, and a plan as one: `[[person, day, first slot, slot after, desk], …]`, all counted from 0.

use serde::Deserialize;

use super::model::{Line, Placed, Stint, Week, Weights, Worker};

/// Why a text is no desk week.
#[derive(Debug)]
pub enum Unreadable {
    /// It is not what is expected there.
    Json(serde_json::Error),
    /// Its parts do not fit together.
    Misfit(String),
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Json(error) => write!(f, "{error}"),
            Self::Misfit(what) => write!(f, "{what}"),
        }
    }
}

impl std::error::Error for Unreadable {}

#[derive(Deserialize)]
struct File {
    slot_min: i32,
    days: Vec<Hours>,
    desks: Vec<Desk>,
    students: Vec<Student>,
    rules: Rules,
    weights: Costs,
}

#[derive(Deserialize)]
struct Hours {
    open: usize,
    close: usize,
}

#[derive(Deserialize)]
struct Desk {
    demand: Vec<Vec<i16>>,
}

#[derive(Deserialize)]
struct Student {
    avail: Vec<Vec<u8>>,
    want_min: i32,
    max_min: i32,
    skills: Vec<usize>,
    senior: bool,
}

#[derive(Deserialize)]
struct Rules {
    min_shift_min: i32,
    max_shift_min: i32,
    max_days: usize,
    min_rest_min: i32,
    hard_max_week_min: i32,
}

#[derive(Deserialize)]
struct Costs {
    under: i32,
    over: i32,
    short_hours_per_slot: i32,
    over_hours_per_slot: i32,
    not_preferred_per_slot: i32,
    per_shift: i32,
    no_senior_per_slot: i32,
}

/// Reads a desk week: `slot_min` minutes; `days` with `open` and `close` in slots; `desks` with `demand` by day and slot;
/// `students` with `avail` by day and slot (0 cannot, 1 can, 2 likes to), `want_min`, `max_min`, `skills` (desks), `senior`;
/// `rules` in minutes; `weights`.
pub fn read_week(text: &str) -> Result<Week, Unreadable> {
    let file: File = serde_json::from_str(text).map_err(Unreadable::Json)?;
    let width = match file.slot_min {
        6..=1440 if 1440 % file.slot_min == 0 => (1440 / file.slot_min) as usize,
        other => {
            return Err(Unreadable::Misfit(format!(
                "slot_min is {other}: a day has no such slots"
            )));
        }
    };
    file.check(width)?;
    let slots = |minutes: i32| minutes / file.slot_min;
    let mut lines: Vec<Line> = file.desks.iter().map(|desk| file.line(desk)).collect();
    lines.push(file.seniors(width, &lines));
    Ok(Week {
        days: file.days.len(),
        width,
        people: file
            .students
            .iter()
            .map(|student| file.worker(student, width))
            .collect(),
        lines,
        rests: vec![slots(file.rules.min_rest_min + file.slot_min - 1) as usize; file.days.len()],
        shares: Vec::new(),
        bonds: Vec::new(),
        weights: Weights {
            short: file.weights.short_hours_per_slot,
            beyond: file.weights.over_hours_per_slot,
            least: 0,
            steep: 0,
            stint: file.weights.per_shift,
            change: 0,
        },
    })
}

impl File {
    fn check(&self, width: usize) -> Result<(), Unreadable> {
        let grid = |rows: usize, columns: &[usize]| {
            rows == self.days.len() && columns.iter().all(|slots| *slots == width)
        };
        for (number, desk) in self.desks.iter().enumerate() {
            let columns: Vec<usize> = desk.demand.iter().map(Vec::len).collect();
            if !grid(desk.demand.len(), &columns) {
                return Err(Unreadable::Misfit(format!(
                    "desk {number}: demand is not one row of {width} slots a day"
                )));
            }
        }
        for (number, student) in self.students.iter().enumerate() {
            let columns: Vec<usize> = student.avail.iter().map(Vec::len).collect();
            if !grid(student.avail.len(), &columns) {
                return Err(Unreadable::Misfit(format!(
                    "student {number}: avail is not one row of {width} slots a day"
                )));
            }
            if let Some(desk) = student
                .skills
                .iter()
                .find(|desk| **desk >= self.desks.len())
            {
                return Err(Unreadable::Misfit(format!(
                    "student {number}: there is no desk {desk}"
                )));
            }
        }
        match self.days.iter().position(|day| day.close > width) {
            Some(day) => Err(Unreadable::Misfit(format!(
                "day {day} closes after its last slot"
            ))),
            None => Ok(()),
        }
    }

    fn line(&self, desk: &Desk) -> Line {
        Line {
            need: desk.demand.concat(),
            under: self.weights.under,
            over: self.weights.over,
        }
    }

    /// Somebody senior while any desk wants somebody.
    fn seniors(&self, width: usize, desks: &[Line]) -> Line {
        let mut need = vec![0; self.days.len() * width];
        for (day, hours) in self.days.iter().enumerate() {
            let of_day = &mut need[day * width..(day + 1) * width];
            for (slot, need) in of_day
                .iter_mut()
                .enumerate()
                .take(hours.close)
                .skip(hours.open)
            {
                let wants = |desk: &Line| desk.need[day * width + slot] > 0;
                *need = i16::from(desks.iter().any(wants));
            }
        }
        Line {
            need,
            under: self.weights.no_senior_per_slot,
            over: 0,
        }
    }

    fn worker(&self, student: &Student, width: usize) -> Worker {
        let mut slots = vec![None; self.days.len() * width];
        for (day, hours) in self.days.iter().enumerate() {
            for slot in hours.open..hours.close {
                slots[day * width + slot] = match student.avail[day][slot] {
                    0 => None,
                    1 => Some(self.weights.not_preferred_per_slot),
                    _ => Some(0),
                };
            }
        }
        let seniors = student.senior.then_some(self.desks.len());
        let feeds = |desk: usize| {
            student
                .skills
                .contains(&desk)
                .then(|| [desk].into_iter().chain(seniors).collect())
        };
        let days = self.days.len();
        let most = student.max_min.min(self.rules.hard_max_week_min) / self.slot_min;
        Worker {
            slots,
            feeds: (0..self.desks.len()).map(feeds).collect(),
            shortest: (self.rules.min_shift_min + self.slot_min - 1) as usize
                / self.slot_min as usize,
            longest: vec![(self.rules.max_shift_min / self.slot_min) as usize; days],
            least: 0,
            wanted: student.want_min / self.slot_min,
            even: 0,
            most: vec![most; days.div_ceil(7)],
            days: self.rules.max_days,
            run: days,
            fair: Vec::new(),
            pinned: vec![None; days],
            told: vec![None; days],
        }
    }
}

/// Reads a plan for a week.
pub fn read_plan(week: &Week, text: &str) -> Result<Vec<Placed>, Unreadable> {
    let rows: Vec<(usize, usize, u8, u8, u8)> =
        serde_json::from_str(text).map_err(Unreadable::Json)?;
    let placed = |(person, day, from, to, desk)| {
        if person >= week.people.len() || day >= week.days {
            let what = format!("there is no person {person}, or no day {day}");
            return Err(Unreadable::Misfit(what));
        }
        let stint = Stint { desk, from, to };
        Ok(Placed { person, day, stint })
    };
    rows.into_iter().map(placed).collect()
}

/// A plan as text.
pub fn plan_text(plan: &[Placed]) -> String {
    let rows: Vec<[usize; 5]> = plan
        .iter()
        .map(|placed| {
            let stint = placed.stint;
            [
                placed.person,
                placed.day,
                stint.from.into(),
                stint.to.into(),
                stint.desk.into(),
            ]
        })
        .collect();
    serde_json::json!(rows).to_string()
}
