//! The week as an integer program over the stints that can still matter, for HiGHS. Every rule is in it, so its answer is a
//! plan; how it is judged is not its affair. It does not listen while it works: who must be able to end it at once runs it
//! in a process of its own.

use std::collections::BTreeSet;

use highs::{Col, HighsModelStatus, HighsSolutionStatus, RowProblem, Sense, SolvedModel};

use super::model::{Bond, Placed, Stint, Tie, Week};
use super::row::most;

/// What came out.
pub(crate) struct Answer {
    /// The best plan, if there is one.
    pub(crate) plan: Option<Vec<Placed>>,
    /// No plan of these stints costs less.
    pub(crate) bound: Option<i64>,
    /// Whether it came to its end: then no plan of these stints is better.
    pub(crate) is_whole: bool,
}

/// Looks for the best plan of the stints given by person and day, and those of a plan to begin with.
pub(crate) fn choose(
    week: &Week,
    among: &[Vec<(i32, Stint)>],
    start: &[Placed],
    seconds: f64,
) -> Option<Answer> {
    let mut program = Program::new(week, among, start);
    for person in 0..week.people.len() {
        program.keep_rules(person);
        program.count_hours(person);
        program.share_out(person);
    }
    program.cover();
    program.bind();
    let Program {
        problem,
        columns,
        values,
        constant,
        ..
    } = program;
    let mut model = problem.try_optimise(Sense::Minimise).ok()?;
    model.try_set_option("time_limit", seconds).ok()?;
    // A plan costs a whole number, so that one that is less than one dearer is no dearer.
    model.try_set_option("mip_rel_gap", 0.0).ok()?;
    model.try_set_option("mip_abs_gap", 0.999).ok()?;
    // It shares one pool of threads in the whole process, which cannot change its size.
    model.try_set_option("threads", 1).ok()?;
    // Without a start it still works.
    let _ = model.try_set_solution(Some(&values), None, None, None);
    let solved = model.try_solve().ok()?;
    Some(answer(&solved, &columns, constant))
}

fn answer(solved: &SolvedModel, columns: &[(Placed, Col)], constant: i32) -> Answer {
    let has_plan = solved.primal_solution_status() == HighsSolutionStatus::Feasible;
    let plan = has_plan.then(|| {
        let solution = solved.get_solution();
        let chosen = columns.iter().filter(|(_, column)| solution[*column] > 0.5);
        chosen.map(|(placed, _)| *placed).collect()
    });
    let is_whole = solved.status() == HighsModelStatus::Optimal;
    let bound = if is_whole {
        Some(solved.objective_value())
    } else {
        let bound = solved.double_info_value(c"mip_dual_bound").ok();
        bound.filter(|bound| *bound != 0.0 && bound.abs() < 1e9)
    };
    Answer {
        plan,
        // What rounding may have added is taken off.
        bound: bound.map(|bound| (bound - 1e-4).ceil() as i64 + i64::from(constant)),
        is_whole,
    }
}

struct Program<'w> {
    week: &'w Week,
    problem: RowProblem,
    columns: Vec<(Placed, Col)>,
    /// By person and day, where their columns begin; and the end of all.
    starts: Vec<usize>,
    /// By column, its value at the start.
    values: Vec<f64>,
    /// What is paid whatever is chosen.
    constant: i32,
}

type Terms = Vec<(Col, f64)>;

impl<'w> Program<'w> {
    fn new(week: &'w Week, among: &[Vec<(i32, Stint)>], start: &[Placed]) -> Self {
        let mut program = Self {
            week,
            problem: RowProblem::default(),
            columns: Vec::new(),
            starts: Vec::new(),
            values: Vec::new(),
            constant: 0,
        };
        for person in 0..week.people.len() {
            for day in 0..week.days {
                program.starts.push(program.columns.len());
                let given = among[person * week.days + day]
                    .iter()
                    .map(|(_, stint)| *stint);
                let mut stints: BTreeSet<Stint> = given.collect();
                let has = start
                    .iter()
                    .find(|has| has.person == person && has.day == day);
                stints.extend(has.map(|has| has.stint));
                for stint in stints {
                    let placed = Placed { person, day, stint };
                    program.offer(placed, has == Some(&placed));
                }
                program.constant += week.change(person, day, None);
            }
        }
        program.starts.push(program.columns.len());
        program
    }

    /// A stint that can be chosen.
    fn offer(&mut self, placed: Placed, is_there: bool) {
        let (week, stint) = (self.week, placed.stint);
        let worker = &week.people[placed.person];
        let slots = slots_of(week, placed);
        let own: i32 = worker.slots[slots].iter().flatten().sum();
        let change = week.change(placed.person, placed.day, Some(stint))
            - week.change(placed.person, placed.day, None);
        let cost = f64::from(week.weights.stint + own + change);
        let column = self.problem.add_integer_column(cost, 0..=1);
        self.columns.push((placed, column));
        self.values.push(f64::from(u8::from(is_there)));
    }

    /// Something that is paid by its amount, and how much of it there is at the start.
    fn pay(&mut self, cost: i32, amount: f64) -> Col {
        self.values.push(amount.max(0.0));
        self.problem.add_column(f64::from(cost), 0..)
    }

    /// What terms come to at the start.
    fn sum(&self, terms: &[(Col, f64)]) -> f64 {
        let products = terms
            .iter()
            .map(|(column, often)| self.values[column.index()] * often);
        products.sum()
    }

    fn at_most(&mut self, terms: Terms, most: i32) {
        if !terms.is_empty() {
            self.problem.add_row(..=most, terms);
        }
    }

    fn of_day(&self, person: usize, day: usize) -> &[(Placed, Col)] {
        let cell = person * self.week.days + day;
        &self.columns[self.starts[cell]..self.starts[cell + 1]]
    }

    /// The columns of some days, each as often as is said.
    fn terms(
        &self,
        person: usize,
        days: std::ops::Range<usize>,
        often: impl Fn(Placed) -> i32,
    ) -> Terms {
        let columns = days.flat_map(|day| self.of_day(person, day));
        let terms = columns.map(|(placed, column)| (*column, f64::from(often(*placed))));
        terms.filter(|(_, often)| *often != 0.0).collect()
    }

    fn keep_rules(&mut self, person: usize) {
        let week = self.week;
        let worker = &week.people[person];
        for day in 0..week.days {
            let terms = self.terms(person, day..day + 1, |_| 1);
            if worker.pinned[day].is_some() {
                self.problem.add_row(1..=1, terms);
            } else {
                self.at_most(terms, 1);
            }
            self.keep_rest(person, day);
        }
        for number in 0..week.days.div_ceil(7) {
            let days = number * 7..(number * 7 + 7).min(week.days);
            let (most_days, most_slots) = most(week, worker, number);
            let terms = self.terms(person, days.clone(), |_| 1);
            self.at_most(terms, most_days as i32);
            let terms = self.terms(person, days, |placed| placed.stint.slots());
            self.at_most(terms, most_slots as i32);
        }
        for first in 0..week.days.saturating_sub(worker.run) {
            let days = first..first + worker.run + 1;
            if !worker.pinned[days.clone()].iter().all(Option::is_some) {
                let terms = self.terms(person, days, |_| 1);
                self.at_most(terms, worker.run as i32);
            }
        }
    }

    /// Who ends late begins no earlier than rested on the day after: one row for each time at which a stint ends.
    fn keep_rest(&mut self, person: usize, day: usize) {
        let (week, worker) = (self.week, &self.week.people[person]);
        if day + 1 == week.days || worker.pinned[day].is_some() && worker.pinned[day + 1].is_some()
        {
            return;
        }
        let ends: BTreeSet<u8> = self
            .of_day(person, day)
            .iter()
            .map(|(late, _)| late.stint.to)
            .collect();
        let mut before = 0;
        for end in ends {
            let rested = (usize::from(end) + week.rests[day]).saturating_sub(week.width);
            let is_early = |(early, _): &&(Placed, Col)| usize::from(early.stint.from) < rested;
            let early: Vec<Col> = self
                .of_day(person, day + 1)
                .iter()
                .filter(is_early)
                .map(|(_, column)| *column)
                .collect();
            // A row with the same beginnings and fewer ends says nothing new.
            if early.len() == before {
                continue;
            }
            before = early.len();
            let mut terms =
                self.terms(person, day..day + 1, |late| i32::from(late.stint.to >= end));
            terms.extend(early.into_iter().map(|column| (column, 1.0)));
            self.at_most(terms, 1);
        }
    }

    fn count_hours(&mut self, person: usize) {
        let (week, worker) = (self.week, &self.week.people[person]);
        let weights = week.weights;
        for number in 0..week.days.div_ceil(7) {
            let days = number * 7..(number * 7 + 7).min(week.days);
            let slots = self.terms(person, days, |placed| placed.stint.slots());
            let missing = f64::from(worker.wanted) - self.sum(&slots);
            let short = self.pay(weights.short, missing);
            let beyond = self.pay(weights.beyond, -missing);
            let away = [(short, 1.0), (beyond, -1.0)];
            let wanted = slots.iter().copied().chain(away);
            self.problem.add_row(worker.wanted..=worker.wanted, wanted);
            if weights.steep > 0 {
                let (half, quarter) = (worker.wanted / 2, worker.wanted / 4);
                let far = self.pay(weights.steep, missing.abs() - f64::from(half));
                self.problem
                    .add_row(..=half, [(short, 1.0), (beyond, 1.0), (far, -1.0)]);
                let few = self.pay(weights.steep, missing - f64::from(quarter));
                self.problem
                    .add_row(..=quarter, [(short, 1.0), (few, -1.0)]);
                let few = f64::from(worker.even) - self.sum(&slots);
                let few = self.pay(weights.steep, few);
                let even = slots.iter().copied().chain([(few, 1.0)]);
                self.problem.add_row(worker.even.., even);
            }
            if weights.least > 0 && worker.least > 0 {
                let few = f64::from(worker.least) - self.sum(&slots);
                let few = self.pay(weights.least, few);
                let least = slots.iter().copied().chain([(few, 1.0)]);
                self.problem.add_row(worker.least.., least);
            }
        }
    }

    fn share_out(&mut self, person: usize) {
        let week = self.week;
        for (number, share) in week.shares.iter().enumerate() {
            let fair = week.people[person].fair[number];
            let shared = self.terms(person, 0..week.days, |placed| {
                week.shared(number, placed.day, placed.stint)
            });
            for fair in [fair, 2 * fair] {
                let beyond = self.sum(&shared) - f64::from(fair);
                let beyond = self.pay(share.weight, beyond);
                let terms = shared.iter().copied().chain([(beyond, -1.0)]);
                self.problem.add_row(..=fair, terms);
            }
        }
    }

    fn cover(&mut self) {
        let week = self.week;
        let mut cover: Vec<Terms> = vec![Vec::new(); week.lines.len() * week.horizon()];
        for (placed, column) in &self.columns {
            let worker = &week.people[placed.person];
            for line in worker.feeds[usize::from(placed.stint.desk)]
                .iter()
                .flatten()
            {
                for at in slots_of(week, *placed) {
                    cover[line * week.horizon() + at].push((*column, 1.0));
                }
            }
        }
        for (place, mut terms) in cover.into_iter().enumerate() {
            let line = &week.lines[place / week.horizon()];
            let need = i32::from(line.need[place % week.horizon()]);
            let missing = f64::from(need) - self.sum(&terms);
            if need > 0 {
                terms.push((self.pay(line.under, missing), 1.0));
            } else if terms.is_empty() || line.over == 0 {
                continue;
            }
            if line.over > 0 {
                terms.push((self.pay(line.over, -missing), -1.0));
                self.problem.add_row(need..=need, terms);
            } else {
                self.problem.add_row(need.., terms);
            }
        }
    }

    fn bind(&mut self) {
        let week = self.week;
        for bond in &week.bonds {
            for at in 0..week.horizon() {
                let (day, slot) = (at / week.width, at % week.width);
                let covers = |placed: Placed| {
                    let slots = usize::from(placed.stint.from)..usize::from(placed.stint.to);
                    i32::from(slots.contains(&slot))
                };
                let mut terms = self.terms(bond.one, day..day + 1, covers);
                if terms.is_empty() {
                    continue;
                }
                match bond.kind {
                    Tie::Apart => self.part(bond, &terms, day, covers),
                    Tie::Beside => {
                        for other in &bond.others {
                            let other = self.terms(*other, day..day + 1, covers).into_iter();
                            terms.extend(other.map(|(column, _)| (column, -1.0)));
                        }
                        let alone = self.sum(&terms);
                        terms.push((self.pay(bond.weight, alone), -1.0));
                        self.at_most(terms, 0);
                    }
                }
            }
        }
    }

    /// In a slot the one and any of the others pay once, however many of them are there.
    fn part(&mut self, bond: &Bond, one: &Terms, day: usize, covers: impl Fn(Placed) -> i32) {
        let others = bond.others.iter();
        let others: Vec<Terms> = others
            .map(|other| self.terms(*other, day..day + 1, &covers))
            .filter(|terms| !terms.is_empty())
            .collect();
        let both = |other: &Terms| self.sum(one) + self.sum(other) - 1.0;
        let amount = others.iter().map(both).fold(0.0, f64::max);
        if others.is_empty() {
            return;
        }
        let paid = self.pay(bond.weight, amount);
        for other in others {
            let terms = one.iter().copied().chain(other).chain([(paid, -1.0)]);
            self.at_most(terms.collect(), 1);
        }
    }
}

/// The slots of the horizon in which somebody works.
fn slots_of(week: &Week, placed: Placed) -> std::ops::Range<usize> {
    week.at(placed.day, placed.stint.from.into())..week.at(placed.day, placed.stint.to.into())
}
