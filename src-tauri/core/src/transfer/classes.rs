//! Everybody's classes of a term from one file. A person's rows are one turn: with its first row all of their classes of
//! the term are replaced, so that the same file brought in again changes nothing. What a row says, `timetable` reads.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::day_order;
use super::done::Done;
use super::layout::{Layout, Untaken};
use super::mapping::Mapping;
use super::report::{ImportMode, RowDid, UnknownName};
use super::spool::Row;
use super::timetable::{Column, ReadTimetable, Said, Sheet, Unfound, Whose};
use crate::kernel::id::{ClassChangeId, Id, StaffId};
use crate::kernel::notation::DayOrder;
use crate::kernel::{Act, Day, Error, Result};
use crate::staff::{self, Class, ClassDetails, ReplaceClasses, UndoClasses};

/// The most rows of one file: the classes of a thousand people.
const MOST_ROWS: usize = 20_000;

/// The most classes of one person.
const MOST_CLASSES: usize = 300;

/// What a file of classes does, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct ImportedClasses {
    /// The first day of the term whose classes it replaces.
    pub first: Option<Day>,
    /// The last.
    pub last: Option<Day>,
    /// People whose classes it holds.
    pub people: usize,
    /// Their classes in it.
    pub classes: usize,
    /// Classes of that term that they had before.
    pub replaced: usize,
    /// Who becomes somebody who studies here by it.
    pub students: Vec<String>,
}

/// What every row of a file comes to.
#[derive(Debug, Default)]
pub(super) struct Plan {
    rows: HashMap<u32, Part>,
    turns: Vec<Turn>,
    pub(super) unknown: Vec<UnknownName>,
    pub(super) told: ImportedClasses,
}

/// A row's part in somebody's turn.
#[derive(Debug)]
enum Part {
    /// Their first row, with which all are kept.
    Leads(usize),
    Follows(usize),
    Wrong(&'static str, String),
}

/// One person's classes in the file.
#[derive(Debug)]
struct Turn {
    did: RowDid,
    replace: ReplaceClasses,
}

/// What a turn is taken back by.
#[derive(Serialize, Deserialize)]
struct Image {
    change: ClassChangeId,
}

/// Works out what every row comes to; nothing is kept.
pub(super) fn plan(act: &Act<'_>, layout: &Layout, rows: &[Row]) -> Result<Plan> {
    if rows.len() > MOST_ROWS {
        let problem = format!("has more than {MOST_ROWS} rows, which are nobody's classes");
        return Err(Error::invalid("file", problem));
    }
    let mut asked = asked(&layout.mapping)?;
    let sheet = sheet(layout, rows)?;
    let whose = Whose::of(act)?;
    let (mut plan, mut turn_of) = (Plan::default(), BTreeMap::<StaffId, usize>::new());
    let mut unknown = BTreeMap::<String, u32>::new();
    for row in rows {
        if layout.readable(row).is_err() {
            continue;
        }
        let said = said(layout, row).looked_up(act)?;
        let member = match whose.find(&said) {
            Ok(member) => member,
            Err(why) => {
                if why == Unfound::Nobody && said.field() == "name" {
                    *unknown.entry(said.shown()).or_default() += 1;
                }
                let part = Part::Wrong(said.field(), unfound(&said, why));
                plan.rows.insert(row.place, part);
                continue;
            }
        };
        asked.staff = member.id;
        let part = match sheet.classes(row, &asked) {
            Err(why) => Part::Wrong("days", why),
            Ok(classes) => plan.takes(&mut turn_of, &asked, classes),
        };
        plan.rows.insert(row.place, part);
    }
    let unknown = unknown.into_iter().map(|(value, rows)| UnknownName {
        field: "name".into(),
        value,
        rows,
    });
    plan.unknown = unknown.collect();
    plan.told.first = Some(asked.first);
    plan.told.last = Some(asked.last);
    plan.conclude(act)?;
    Ok(plan)
}

impl Plan {
    /// Adds a row's classes to its person's turn.
    fn takes(
        &mut self,
        turn_of: &mut BTreeMap<StaffId, usize>,
        asked: &ReadTimetable,
        classes: Vec<ClassDetails>,
    ) -> Part {
        let there = turn_of.get(&asked.staff).copied();
        let place = there.unwrap_or(self.turns.len());
        if there.is_none() {
            turn_of.insert(asked.staff, place);
            self.turns.push(Turn {
                did: RowDid::Added,
                replace: ReplaceClasses {
                    staff: asked.staff,
                    first: asked.first,
                    last: asked.last,
                    classes: Vec::new(),
                },
            });
        }
        let all = &mut self.turns[place].replace.classes;
        if all.len() + classes.len() > MOST_CLASSES {
            let problem = format!("is one too many: nobody has more than {MOST_CLASSES} classes");
            return Part::Wrong("title", problem);
        }
        for class in classes {
            if !all.contains(&class) {
                all.push(class);
            }
        }
        match there {
            None => Part::Leads(place),
            Some(place) => Part::Follows(place),
        }
    }

    /// Says what each turn does to what is known of its person.
    fn conclude(&mut self, act: &Act<'_>) -> Result<()> {
        let mut known = staff::classes(act)?;
        for turn in &mut self.turns {
            let ReplaceClasses {
                staff,
                first,
                last,
                classes,
            } = &mut turn.replace;
            let member = staff::member(act, *staff)?;
            let before = known.remove(staff).unwrap_or_default();
            let replaced = before
                .into_iter()
                .filter(|Class { details, .. }| details.first <= *last && *first <= details.last)
                .map(|class| class.details);
            let mut replaced: Vec<_> = replaced.collect();
            sort(&mut replaced);
            sort(classes);
            turn.did = match () {
                () if replaced == *classes && member.details.student => RowDid::Same,
                () if replaced.is_empty() => RowDid::Added,
                () => RowDid::Updated,
            };
            self.told.people += 1;
            self.told.classes += classes.len();
            self.told.replaced += replaced.len();
            if !member.details.student {
                self.told.students.push(member.details.name);
            }
        }
        Ok(())
    }
}

/// Checks a row, and keeps all of its person's classes with the first of theirs when the mode says so.
pub(super) fn take(
    act: &Act<'_>,
    layout: &Layout,
    row: &Row,
    mode: ImportMode,
) -> Result<Done, Untaken> {
    let lost = || Error::Internal("a file of classes has a plan for each row".into());
    let plan = layout.plan.as_ref().ok_or_else(lost)?;
    let (place, leads) = match plan.rows.get(&row.place).ok_or_else(lost)? {
        Part::Wrong(field, problem) => return Err(layout.wrong(row, Some(field), problem.clone())),
        Part::Leads(place) => (*place, true),
        Part::Follows(place) => (*place, false),
    };
    let Turn { did, replace } = &plan.turns[place];
    if !leads || mode == ImportMode::Try || *did == RowDid::Same {
        return Ok(Done::only(*did));
    }
    let kept = staff::replace_classes(act, replace.clone());
    let kept = kept.map_err(|error| layout.blame(row, error))?;
    let image = Image {
        change: kept.change,
    };
    Ok(Done {
        record: Some(replace.staff.row()),
        before: Some(serde_json::to_string(&image).map_err(Error::from)?),
        ..Done::only(*did)
    })
}

/// Gives somebody back the classes that they had; the error says why those of the file must stay.
pub(super) fn take_back(act: &Act<'_>, done: &Done) -> Result<Result<(), String>> {
    let Some(before) = &done.before else {
        return Ok(Ok(()));
    };
    let Image { change } = serde_json::from_str(before)?;
    match staff::undo_classes(act, UndoClasses { change }) {
        Ok(_) => Ok(Ok(())),
        Err(Error::NotFound { .. }) => Ok(Err("their classes were replaced again since".into())),
        Err(error @ Error::Refused(_)) => Ok(Err(error.to_string())),
        Err(error) => Err(error),
    }
}

/// The term and the way to class as the mapping says them.
fn asked(mapping: &Mapping) -> Result<ReadTimetable> {
    let day = |field: &'static str| {
        let said = mapping.constants.get(field).map_or("", String::as_str);
        let read = day_order::day(said, DayOrder::YearFirst);
        read.ok_or_else(|| Error::invalid(field, "is missing: say which term the classes are of"))
    };
    let (first, last) = (day("first")?, day("last")?);
    if last < first {
        let problem = format!("is {last}, before the first day {first}");
        return Err(Error::invalid("last", problem));
    }
    let travel = mapping.constants.get("travel_minutes");
    let travel_minutes = travel.map_or(Ok(0), |said| said.trim().parse());
    let travel_minutes = travel_minutes.ok().filter(|minutes| *minutes <= 240);
    Ok(ReadTimetable {
        staff: StaffId::of(0),
        base64: String::new(),
        first,
        last,
        travel_minutes: travel_minutes
            .ok_or_else(|| Error::invalid("travel_minutes", "must be 0 to 240"))?,
        all_rows: true,
    })
}

/// The reader of one person's timetable, with the columns as somebody said them.
fn sheet(layout: &Layout, rows: &[Row]) -> Result<Sheet> {
    let columns = layout.mapping.columns.iter();
    let columns = columns
        .map(|field| Column::of_field(field.as_deref()?))
        .collect();
    match layout.mapping.day_order {
        Some(order) => Ok(Sheet::written(columns, order)),
        None => Sheet::of(columns, rows),
    }
}

/// Whom a row names; somebody may have said that another name stands for them.
fn said(layout: &Layout, row: &Row) -> Said {
    let text = |field| layout.text(row, field);
    let (given, family) = (text("given_name"), text("family_name"));
    let said = Said::new(text("name"), (&given, &family), text("email"), text("card"));
    let meant = layout.mapping.meaning("name", said.name()).to_owned();
    said.named(meant)
}

fn unfound(said: &Said, why: Unfound) -> String {
    match (why, said.field()) {
        (Unfound::Several, _) => {
            "is the name of several people here; add a column with their e-mail addresses".into()
        }
        (Unfound::Nobody, _) if said.is_empty() => {
            "is empty: nobody knows whose class it is".into()
        }
        (Unfound::Nobody, "name") => {
            "is nobody on the staff list; add them, or say who is meant".into()
        }
        (Unfound::Nobody, _) => "is nobody's on the staff list".into(),
    }
}

fn sort(classes: &mut [ClassDetails]) {
    classes.sort_by(|one, other| {
        let key = |class: &ClassDetails| (class.weekday, class.start, class.end, class.first);
        (key(one), &one.title).cmp(&(key(other), &other.title))
    });
}
