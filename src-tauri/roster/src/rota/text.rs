//! A rota as a text in the sections of the shift scheduling benchmark of Curtois and Qu, and a plan as JSON: by person
//! the names of the shifts day by day, `null` on a day off.

use std::collections::HashMap;
use std::fmt::Write;

use serde_json::{Map, Value};

use super::model::{Kind, Member, Need, Plan, Request, Rota};

/// Why a text is no rota, or no plan of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// A line has too few fields, or one that is no number: the line, counted from 1.
    Line(usize),
    /// A line names somebody or a shift that was not named before: the line and the name.
    Unknown(usize, String),
    /// Its parts do not fit together.
    Misfit(String),
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Line(line) => write!(f, "line {line}: a field is missing or no number"),
            Self::Unknown(line, name) => write!(f, "line {line}: nothing is called {name:?}"),
            Self::Misfit(what) => write!(f, "{what}"),
        }
    }
}

impl std::error::Error for Unreadable {}

/// Reads a rota from the benchmark's text.
pub fn read_curtois(text: &str) -> Result<Rota, Unreadable> {
    let mut reader = Reader::default();
    for (number, line) in text.lines().enumerate() {
        let line = line.trim_start_matches('\u{feff}').trim();
        if let Some(section) = line.strip_prefix("SECTION_") {
            reader.section = section.to_owned();
        } else if !line.is_empty() && !line.starts_with('#') {
            let fields = Fields {
                line: number + 1,
                fields: line.split(',').map(str::trim).collect(),
            };
            reader.line(&fields)?;
        }
    }
    reader.finish()
}

struct Fields<'t> {
    line: usize,
    fields: Vec<&'t str>,
}

impl<'t> Fields<'t> {
    fn text(&self, at: usize) -> Result<&'t str, Unreadable> {
        let text = self.fields.get(at).copied().unwrap_or_default();
        if text.is_empty() {
            Err(Unreadable::Line(self.line))
        } else {
            Ok(text)
        }
    }

    fn number<N: std::str::FromStr>(&self, at: usize) -> Result<N, Unreadable> {
        self.parse(self.text(at)?)
    }

    fn parse<N: std::str::FromStr>(&self, text: &str) -> Result<N, Unreadable> {
        text.trim().parse().map_err(|_| Unreadable::Line(self.line))
    }

    fn known(&self, at: usize, names: &HashMap<String, usize>) -> Result<usize, Unreadable> {
        self.find(self.text(at)?, names)
    }

    fn find(&self, name: &str, names: &HashMap<String, usize>) -> Result<usize, Unreadable> {
        let found = names.get(name.trim()).copied();
        found.ok_or_else(|| Unreadable::Unknown(self.line, name.trim().to_owned()))
    }
}

#[derive(Default)]
struct Reader {
    section: String,
    days: usize,
    kinds: Vec<Kind>,
    /// By kind the line and the names that may not follow: a shift may be named before its line.
    barred: Vec<(usize, Vec<String>)>,
    people: Vec<Member>,
    needs: Vec<Need>,
    requests: Vec<Request>,
    kind_names: HashMap<String, usize>,
    names: HashMap<String, usize>,
}

impl Reader {
    fn line(&mut self, fields: &Fields<'_>) -> Result<(), Unreadable> {
        match self.section.as_str() {
            "HORIZON" => self.days = fields.number(0)?,
            "SHIFTS" => self.shift(fields)?,
            "STAFF" => self.member(fields)?,
            "DAYS_OFF" => {
                let person = fields.known(0, &self.names)?;
                for day in fields.fields[1..].iter().filter(|day| !day.is_empty()) {
                    self.people[person].off.push(fields.parse(day)?);
                }
            }
            "SHIFT_ON_REQUESTS" => self.request(fields, true)?,
            "SHIFT_OFF_REQUESTS" => self.request(fields, false)?,
            "COVER" => self.needs.push(Need {
                day: fields.number(0)?,
                kind: fields.known(1, &self.kind_names)?,
                people: fields.number(2)?,
                under: fields.number(3)?,
                over: fields.number(4)?,
            }),
            _ => {}
        }
        Ok(())
    }

    fn shift(&mut self, fields: &Fields<'_>) -> Result<(), Unreadable> {
        let name = fields.text(0)?.to_owned();
        let barred = fields.fields.get(2).copied().unwrap_or_default().split('|');
        let barred = barred.filter(|name| !name.is_empty()).map(str::to_owned);
        self.barred.push((fields.line, barred.collect()));
        self.kind_names.insert(name.clone(), self.kinds.len());
        self.kinds.push(Kind {
            name,
            minutes: fields.number(1)?,
            never_before: Vec::new(),
        });
        Ok(())
    }

    fn member(&mut self, fields: &Fields<'_>) -> Result<(), Unreadable> {
        let name = fields.text(0)?.to_owned();
        let mut most_of = vec![0; self.kinds.len()];
        for limit in fields.text(1)?.split('|') {
            let (kind, most) = limit.split_once('=').ok_or(Unreadable::Line(fields.line))?;
            most_of[fields.find(kind, &self.kind_names)?] = fields.parse(most)?;
        }
        self.names.insert(name.clone(), self.people.len());
        self.people.push(Member {
            name,
            most_of,
            most: fields.number(2)?,
            least: fields.number(3)?,
            run_most: fields.number(4)?,
            run_least: fields.number(5)?,
            rest: fields.number(6)?,
            weekends: fields.number(7)?,
            off: Vec::new(),
            barred: Vec::new(),
            pinned: Vec::new(),
        });
        Ok(())
    }

    fn request(&mut self, fields: &Fields<'_>, wanted: bool) -> Result<(), Unreadable> {
        self.requests.push(Request {
            person: fields.known(0, &self.names)?,
            day: fields.number(1)?,
            kind: fields.known(2, &self.kind_names)?,
            wanted,
            weight: fields.number(3)?,
        });
        Ok(())
    }

    fn finish(mut self) -> Result<Rota, Unreadable> {
        for (kind, (line, barred)) in self.kinds.iter_mut().zip(&self.barred) {
            for name in barred {
                let found = self.kind_names.get(name.trim()).copied();
                let unknown = || Unreadable::Unknown(*line, name.clone());
                kind.never_before.push(found.ok_or_else(unknown)?);
            }
        }
        let rota = Rota {
            days: self.days,
            kinds: self.kinds,
            people: self.people,
            needs: self.needs,
            requests: self.requests,
            told: None,
            change: 0,
        };
        match rota.misfit() {
            Some(misfit) => Err(Unreadable::Misfit(misfit)),
            None => Ok(rota),
        }
    }
}

/// A rota as the benchmark's text; what that has no words for, such as pins, is left out.
pub fn curtois_text(rota: &Rota) -> String {
    let name = |kind: &usize| rota.kinds[*kind].name.as_str();
    let mut text = format!("SECTION_HORIZON\n{}\n\nSECTION_SHIFTS\n", rota.days);
    let mut line = |what: String| {
        let _ = writeln!(text, "{what}");
    };
    for kind in &rota.kinds {
        let barred: Vec<&str> = kind.never_before.iter().map(name).collect();
        line(format!(
            "{},{},{}",
            kind.name,
            kind.minutes,
            barred.join("|")
        ));
    }
    line("\nSECTION_STAFF".to_owned());
    for member in &rota.people {
        line(staff_line(rota, member));
    }
    line("\nSECTION_DAYS_OFF".to_owned());
    for member in rota.people.iter().filter(|member| !member.off.is_empty()) {
        let days: Vec<String> = member.off.iter().map(usize::to_string).collect();
        line(format!("{},{}", member.name, days.join(",")));
    }
    for (wanted, section) in [(true, "ON"), (false, "OFF")] {
        line(format!("\nSECTION_SHIFT_{section}_REQUESTS"));
        for request in rota
            .requests
            .iter()
            .filter(|request| request.wanted == wanted)
        {
            let who = &rota.people[request.person].name;
            line(format!(
                "{who},{},{},{}",
                request.day,
                name(&request.kind),
                request.weight
            ));
        }
    }
    line("\nSECTION_COVER".to_owned());
    for need in &rota.needs {
        let Need {
            day,
            people,
            under,
            over,
            ..
        } = need;
        line(format!(
            "{day},{},{people},{under},{over}",
            name(&need.kind)
        ));
    }
    text
}

fn staff_line(rota: &Rota, member: &Member) -> String {
    let limits = rota.kinds.iter().zip(&member.most_of);
    let limits: Vec<String> = limits
        .map(|(kind, most)| format!("{}={most}", kind.name))
        .collect();
    let Member {
        name,
        most,
        least,
        run_most,
        run_least,
        rest,
        weekends,
        ..
    } = member;
    let limits = limits.join("|");
    format!("{name},{limits},{most},{least},{run_most},{run_least},{rest},{weekends}")
}

/// A plan as JSON.
pub fn plan_text(rota: &Rota, plan: &Plan) -> String {
    let shift = |kind: &Option<usize>| {
        kind.map_or(Value::Null, |kind| rota.kinds[kind].name.clone().into())
    };
    let rows = rota.people.iter().zip(plan);
    let rows = rows.map(|(member, row)| (member.name.clone(), row.iter().map(shift).collect()));
    Value::Object(rows.collect::<Map<String, Value>>()).to_string()
}

/// Reads a plan from JSON.
pub fn read_plan(rota: &Rota, text: &str) -> Result<Plan, Unreadable> {
    let misfit = |what: String| Unreadable::Misfit(what);
    let rows: HashMap<String, Vec<Option<String>>> =
        serde_json::from_str(text).map_err(|error| misfit(error.to_string()))?;
    let kind = |name: &Option<String>| match name {
        None => Ok(None),
        Some(name) => match rota.kinds.iter().position(|kind| kind.name == *name) {
            None => Err(misfit(format!("no shift is called {name:?}"))),
            found => Ok(found),
        },
    };
    let row = |member: &Member| match rows.get(&member.name) {
        Some(row) if row.len() == rota.days => row.iter().map(kind).collect(),
        _ => Err(misfit(format!(
            "{} has not {} days",
            member.name, rota.days
        ))),
    };
    rota.people.iter().map(row).collect()
}
