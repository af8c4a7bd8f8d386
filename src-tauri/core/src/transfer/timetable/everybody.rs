//! The timetables of many people from one table: a column says whose each class is. Nothing is kept.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::read::{LARGEST, MOST_TOLD, NotUnderstood, ReadTimetable};
use super::sheet::Sheet;
use crate::kernel::fold::fold;
use crate::kernel::id::StaffId;
use crate::kernel::{Act, Day, Error, Result};
use crate::staff::{self, Class, ClassDetails, StaffMember};
use crate::transfer::form::plain;
use crate::transfer::source;
use crate::transfer::spool::Row;

/// What registrars and supervisors call the columns that say whose a class is.
const NAMES: [&str; 14] = [
    "person",
    "student",
    "studentname",
    "employee",
    "employeename",
    "staff",
    "staffmember",
    "who",
    "worker",
    "fullname",
    "name",
    "studentworker",
    "user",
    "people",
];
const MAILS: [&str; 6] = [
    "email",
    "emailaddress",
    "mail",
    "studentemail",
    "useremail",
    "address",
];
const GIVEN: [&str; 4] = ["firstname", "givenname", "forename", "preferredname"];
const FAMILY: [&str; 3] = ["lastname", "familyname", "surname"];

/// Asks what classes a file holds, and whose they are.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadTimetables {
    /// The file's bytes in base64.
    pub base64: String,
    /// The first day of the term; what meets before it is left out.
    pub first: Day,
    /// The last.
    pub last: Day,
    /// How long the way to class is, there and back each.
    #[serde(default)]
    pub travel_minutes: u16,
}

/// What a file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Timetables {
    /// Everybody who is in it, by name.
    pub people: Vec<PersonTimetable>,
    /// Rows that were looked at.
    pub looked_at: usize,
    /// What became no class, and why.
    pub not_understood: Vec<NotUnderstood>,
}

/// Somebody's classes in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonTimetable {
    /// Who.
    pub staff: StaffId,
    /// By what name.
    pub name: String,
    /// Their classes in the term, by weekday and time.
    pub classes: Vec<ClassDetails>,
    /// How many classes they have in the term now, which these would replace.
    pub replaced: usize,
}

/// Reads the timetables of many people; nothing is kept.
pub fn read_timetables(act: &Act<'_>, input: ReadTimetables) -> Result<Timetables> {
    if input.last < input.first {
        let problem = format!("is {}, before the first day {}", input.last, input.first);
        return Err(Error::invalid("last", problem));
    }
    let bytes = STANDARD
        .decode(&input.base64)
        .map_err(|_| Error::invalid("base64", "is none"))?;
    if bytes.len() > LARGEST {
        return Err(Error::invalid(
            "file",
            "is larger than 4 MB, which no timetable is",
        ));
    }
    let (header, rows) = Sheet::rows_of(&source::text_of(&bytes)?)?;
    let whose = Whose::of(&header)?;
    let sheet = Sheet::of(&whose.without(header), &rows)?;
    let members = staff::members(act)?;
    let mut told = Timetables {
        looked_at: rows.len(),
        ..Timetables::default()
    };
    let mut people = BTreeMap::<StaffId, PersonTimetable>::new();
    for row in &rows {
        let classes = whose.person(row, &members).and_then(|person| {
            let asked = asked(&input, person.id);
            Ok((person, sheet.classes(row, &asked)?))
        });
        match classes {
            Ok((person, classes)) => {
                let own = people.entry(person.id).or_insert_with(|| PersonTimetable {
                    staff: person.id,
                    name: person.details.name.clone(),
                    classes: Vec::new(),
                    replaced: 0,
                });
                own.classes.extend(classes);
            }
            Err(why) => told.not_understood.push(NotUnderstood {
                place: format!("line {}", row.line),
                why,
            }),
        }
    }
    told.not_understood.truncate(MOST_TOLD);
    told.people = by_name(people, &staff::classes(act)?, (input.first, input.last));
    Ok(told)
}

/// What is asked of one row, once it is known whose it is.
fn asked(input: &ReadTimetables, staff: StaffId) -> ReadTimetable {
    ReadTimetable {
        staff,
        base64: String::new(),
        first: input.first,
        last: input.last,
        travel_minutes: input.travel_minutes,
    }
}

/// Everybody's timetable by name, with how many classes it would replace.
fn by_name(
    people: BTreeMap<StaffId, PersonTimetable>,
    now: &BTreeMap<StaffId, Vec<Class>>,
    (first, last): (Day, Day),
) -> Vec<PersonTimetable> {
    let mut people: Vec<_> = people.into_values().collect();
    for person in &mut people {
        person
            .classes
            .sort_by_key(|class| (class.weekday, class.start, class.first));
        let own = now.get(&person.staff).into_iter().flatten();
        person.replaced = own
            .filter(|class| class.details.first <= last && first <= class.details.last)
            .count();
    }
    people.sort_by(|one, other| one.name.cmp(&other.name));
    people
}

/// In which columns it stands whose a class is.
struct Whose {
    name: Option<usize>,
    mail: Option<usize>,
    given: Option<usize>,
    family: Option<usize>,
}

impl Whose {
    fn of(header: &Row) -> Result<Self> {
        let place = |known: &[&str]| {
            known.iter().find_map(|known| {
                let is_it = |cell: &String| plain(cell) == *known;
                header.cells.iter().position(is_it)
            })
        };
        let whose = Self {
            name: place(&NAMES),
            mail: place(&MAILS),
            given: place(&GIVEN),
            family: place(&FAMILY),
        };
        if whose.name.is_none() && whose.mail.is_none() && whose.family.is_none() {
            return Err(Error::invalid(
                "file",
                "needs a column that says whose each class is, such as person or e-mail",
            ));
        }
        Ok(whose)
    }

    /// The header for who reads the classes: a person's name is no class's.
    fn without(&self, mut header: Row) -> Row {
        let own = [self.name, self.mail, self.given, self.family];
        for place in own.into_iter().flatten() {
            header.cells[place].clear();
        }
        header
    }

    fn person<'m>(&self, row: &Row, members: &'m [StaffMember]) -> Result<&'m StaffMember, String> {
        let cell = |place: Option<usize>| {
            let cell = place.and_then(|place| row.cells.get(place));
            cell.map_or("", |cell| cell.trim())
        };
        let mail = cell(self.mail).to_lowercase();
        let by_mail =
            |member: &&StaffMember| !mail.is_empty() && member.details.email.to_lowercase() == mail;
        if let Some(found) = members.iter().find(by_mail) {
            return Ok(found);
        }
        let said = match cell(self.name) {
            "" => format!("{} {}", cell(self.given), cell(self.family)),
            name => name.to_owned(),
        };
        let said = said.trim();
        // "Novak, Ada" is how registrars write it.
        let turned = said
            .split_once(',')
            .map(|(family, given)| fold(&format!("{} {}", given.trim(), family.trim())));
        let wanted = fold(said);
        let is_it = |member: &&StaffMember| {
            let name = fold(&member.details.name);
            name == wanted || turned.as_ref() == Some(&name)
        };
        let mut found = members.iter().filter(is_it);
        match (found.next(), found.next()) {
            _ if said.is_empty() && mail.is_empty() => Err("says not whose it is".into()),
            (Some(only), None) => Ok(only),
            (Some(_), Some(_)) => Err(format!(
                "\"{said}\" is the name of several people; add their e-mail addresses"
            )),
            (None, _) if said.is_empty() => Err(format!("nobody here has the address {mail}")),
            (None, _) => Err(format!("nobody here is called {said}")),
        }
    }
}
