//! One row for each person out of many known ones, so that all together cost least: an integer program for HiGHS. It works
//! on a thread of its own, which is left to itself when nobody waits for it any more.

use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use highs::{Col, HighsModelStatus, HighsSolutionStatus, RowProblem, Sense};

use super::ground::Ground;

/// What came out: by person the number of their row, and whether no choice is better.
pub(crate) type Answer = Option<(Vec<usize>, bool)>;

/// The program with what it begins from.
struct Program {
    problem: RowProblem,
    columns: Vec<Vec<Col>>,
    start: Vec<f64>,
}

/// Chooses among the rows of each person, the first of which are the plan to begin with. It takes so many seconds or a
/// little longer, and none at all once `is_over`.
pub(crate) fn choose(
    ground: &Ground,
    rows: &[Vec<Box<[u8]>>],
    seconds: f64,
    is_over: &dyn Fn() -> bool,
) -> Answer {
    let program = Program::new(ground, rows);
    let (send, answers) = channel();
    std::thread::spawn(move || {
        // Where nobody waits any more, nothing is to be said.
        let _ = send.send(program.solve(seconds));
    });
    wait(&answers, is_over)
}

fn wait(answers: &Receiver<Answer>, is_over: &dyn Fn() -> bool) -> Answer {
    loop {
        match answers.recv_timeout(Duration::from_millis(20)) {
            Ok(answer) => return answer,
            Err(RecvTimeoutError::Timeout) if !is_over() => {}
            Err(_) => return None,
        }
    }
}

impl Program {
    fn new(ground: &Ground, rows: &[Vec<Box<[u8]>>]) -> Self {
        let mut problem = RowProblem::default();
        let mut start = Vec::new();
        let cells = ground.days * ground.width;
        let mut there: Vec<Vec<(Col, f64)>> = vec![Vec::new(); cells];
        let mut count = vec![0; cells];
        let mut columns = Vec::new();
        for (person, rows) in rows.iter().enumerate() {
            let mut own = Vec::new();
            for (number, row) in rows.iter().enumerate() {
                let does = || {
                    row.iter()
                        .enumerate()
                        .map(|(day, kind)| (day, usize::from(*kind)))
                };
                let cost: i32 = does()
                    .map(|(day, kind)| ground.costs(person, day)[kind])
                    .sum();
                let column = problem.add_integer_column(f64::from(cost), 0..=1);
                for (day, kind) in does().filter(|(_, kind)| *kind != 0) {
                    there[day * ground.width + kind].push((column, 1.0));
                    count[day * ground.width + kind] += i32::from(number == 0);
                }
                start.push(f64::from(u8::from(number == 0)));
                own.push(column);
            }
            problem.add_row(1..=1, own.iter().map(|column| (*column, 1.0)));
            columns.push(own);
        }
        for (at, mut there) in there.into_iter().enumerate() {
            let want = ground.want(at / ground.width, at % ground.width);
            if want.under == 0 && want.over == 0 {
                continue;
            }
            let missing = want.people - count[at];
            there.push((problem.add_column(f64::from(want.under), 0..), 1.0));
            there.push((problem.add_column(f64::from(want.over), 0..), -1.0));
            start.extend([f64::from(missing.max(0)), f64::from((-missing).max(0))]);
            problem.add_row(want.people..=want.people, there);
        }
        Self {
            problem,
            columns,
            start,
        }
    }

    fn solve(self, seconds: f64) -> Answer {
        let mut model = self.problem.try_optimise(Sense::Minimise).ok()?;
        model.try_set_option("time_limit", seconds).ok()?;
        // A plan costs a whole number, so that one that is less than one dearer is no dearer.
        model.try_set_option("mip_rel_gap", 0.0).ok()?;
        model.try_set_option("mip_abs_gap", 0.999).ok()?;
        // It shares one pool of threads in the whole process, which cannot change its size.
        model.try_set_option("threads", 1).ok()?;
        // Without a start it still works.
        let _ = model.try_set_solution(Some(&self.start), None, None, None);
        let solved = model.try_solve().ok()?;
        if solved.primal_solution_status() != HighsSolutionStatus::Feasible {
            return None;
        }
        let solution = solved.get_solution();
        let chosen = |own: &Vec<Col>| own.iter().position(|column| solution[*column] > 0.5);
        let chosen: Option<Vec<usize>> = self.columns.iter().map(chosen).collect();
        Some((chosen?, solved.status() == HighsModelStatus::Optimal))
    }
}
