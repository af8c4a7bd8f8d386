//! A rota walked through day by day, each rule as it is said.

use carrel_roster::rota::{Member, Plan, Rota};

/// What a plan costs, and who breaks what.
pub(super) fn walk(rota: &Rota, plan: &Plan) -> (i64, Vec<(usize, &'static str)>) {
    let mut faults = Vec::new();
    let mut cost = 0;
    for (person, row) in plan.iter().enumerate() {
        let member = &rota.people[person];
        let mut said = Vec::new();
        days(rota, member, row, &mut said);
        sums(rota, member, row, &mut said);
        runs(member, row, &mut said);
        faults.extend(said.into_iter().map(|fault| (person, fault)));
        for (day, does) in row.iter().enumerate() {
            if rota
                .told
                .as_ref()
                .is_some_and(|told| told[person][day] != *does)
            {
                cost += i64::from(rota.change);
            }
        }
    }
    for request in &rota.requests {
        let is_so = plan[request.person][request.day] == Some(request.kind);
        if is_so != request.wanted {
            cost += i64::from(request.weight);
        }
    }
    for need in &rota.needs {
        let there = plan.iter().filter(|row| row[need.day] == Some(need.kind));
        let missing = i64::from(need.people) - there.count() as i64;
        cost += if missing > 0 {
            missing * i64::from(need.under)
        } else {
            -missing * i64::from(need.over)
        };
    }
    (cost, faults)
}

/// Each day, and each with the one before.
fn days(rota: &Rota, member: &Member, row: &[Option<usize>], faults: &mut Vec<&'static str>) {
    if row.len() != rota.days {
        faults.push("not all days");
    }
    for day in &member.off {
        if row[*day].is_some() {
            faults.push("a day on which they cannot");
        }
    }
    for (day, kind) in &member.barred {
        if row[*day] == Some(*kind) {
            faults.push("a kind that they cannot work that day");
        }
    }
    for (day, kind) in &member.pinned {
        if row[*day] != *kind {
            faults.push("a pin moved");
        }
    }
    for pair in row.windows(2) {
        if let [Some(one), Some(next)] = pair
            && rota.kinds[*one].never_before.contains(next)
        {
            faults.push("one may not follow the other");
        }
    }
}

/// What counts over the whole rota.
fn sums(rota: &Rota, member: &Member, row: &[Option<usize>], faults: &mut Vec<&'static str>) {
    let mut minutes = 0;
    for (number, kind) in rota.kinds.iter().enumerate() {
        let count = row.iter().filter(|does| **does == Some(number)).count();
        let count = i32::try_from(count).unwrap();
        minutes += count * kind.minutes;
        if count > member.most_of[number] {
            faults.push("too many of a kind");
        }
    }
    if minutes < member.least || minutes > member.most {
        faults.push("too few or too many minutes");
    }
    let mut weekends = 0;
    for saturday in (5..row.len()).step_by(7) {
        // A weekend of which the Sunday is not in the rota is none.
        if saturday + 1 < row.len() && (row[saturday].is_some() || row[saturday + 1].is_some()) {
            weekends += 1;
        }
    }
    if weekends > member.weekends {
        faults.push("too many weekends");
    }
}

/// Stretches of work and of days off.
fn runs(member: &Member, row: &[Option<usize>], faults: &mut Vec<&'static str>) {
    let mut at = 0;
    for run in row.chunk_by(|one, next| one.is_some() == next.is_some()) {
        let is_inner = at > 0 && at + run.len() < row.len();
        at += run.len();
        if run[0].is_some() {
            if run.len() > member.run_most {
                faults.push("too many days in a row");
            }
            if is_inner && run.len() < member.run_least {
                faults.push("too few days in a row");
            }
        } else if is_inner && run.len() < member.rest {
            faults.push("too few days off");
        }
    }
}
