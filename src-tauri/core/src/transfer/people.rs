//! People who work here from a file. They are told apart by their e-mail, or by their name where nobody shares it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, json};

use super::done::{Done, digest};
use super::form::{Form, Kind, fields_of};
use super::layout::{Blank, Layout, Untaken};
use super::mapping::{ImportKind, Mapping};
use super::report::{ImportMode, RowDid};
use super::spool::Row;
use super::target::Target;
use crate::kernel::fold::fold;
use crate::kernel::id::StaffId;
use crate::kernel::{Act, Error, Result};
use crate::schedule::{self, TrainedAt};
use crate::staff::{self, AddSkill, SkillDetails, StaffDetails, StaffLimits, StaffMember, Trained};

/// What stands between the names of one cell.
const BETWEEN: [char; 4] = [';', ',', '|', '\n'];

/// What an import keeps of somebody to bring them back.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Image {
    details: StaffDetails,
    limits: StaffLimits,
    skills: Vec<Trained>,
    desks: Vec<TrainedAt>,
}

impl Image {
    fn of(act: &Act<'_>, id: StaffId) -> Result<Self> {
        Ok(Self {
            details: staff::member(act, id)?.details,
            limits: staff::limits_of(act, id)?,
            skills: staff::trained(act)?.remove(&id).unwrap_or_default(),
            desks: schedule::trained_at(act)?.remove(&id).unwrap_or_default(),
        })
    }

    fn keep(&self, act: &Act<'_>, id: StaffId) -> Result<()> {
        staff::keep(act, id, &self.details, &self.limits)?;
        staff::keep_skills(act, id, &self.skills)?;
        schedule::keep_trained(act, id, &self.desks)
    }
}

/// What rows of people become.
pub(super) fn target() -> Result<Target> {
    let hours = [
        ("wanted_minutes", Kind::Hours),
        ("most_minutes", Kind::Hours),
    ];
    let permits = Kind::Choice(&[
        ("none", "none"),
        ("no", "none"),
        ("citizen", "none"),
        ("f1", "f1"),
        ("j1", "j1"),
    ]);
    let limits = [
        ("elsewhere_minutes", Kind::Hours),
        ("award_minutes", Kind::Hours),
        ("award", Kind::Money),
        ("hourly_pay", Kind::Money),
        ("permit", permits),
    ];
    let details = Form::learn::<StaffDetails>(json!({ "name": "x" }), &hours)?;
    Ok(Target {
        kind: ImportKind::Staff,
        forms: vec![details, Form::learn::<StaffLimits>(json!({}), &limits)?],
        code: "name",
        extra: &["given_name", "family_name", "skills", "desks"],
    })
}

/// By what the rows of one file are told apart: the name as people compare names, and the e-mail.
pub(super) fn identity(mapping: &Mapping, row: &Row) -> Option<(String, String)> {
    let cells = |field: &str| {
        let cells = mapping.places(field).into_iter();
        let cells: Vec<_> = cells
            .filter_map(|place| row.cells.get(place))
            .map(String::as_str)
            .collect();
        cells.join(" ")
    };
    let mut name = cells("name");
    if name.trim().is_empty() {
        name = format!("{} {}", cells("given_name"), cells("family_name"));
    }
    let name = fold(name.trim());
    (!name.is_empty()).then(|| (name, cells("email").trim().to_lowercase()))
}

/// Checks a row, and keeps it when the mode says so.
pub(super) fn take(
    act: &Act<'_>,
    layout: &Layout,
    row: &Row,
    mode: ImportMode,
) -> Result<Done, Untaken> {
    if let Some(first) = layout.survey.twins.get(&row.place) {
        let problem = format!("stands in line {first} already");
        return Err(layout.wrong(row, Some("name"), problem));
    }
    let name = name(layout, row);
    let email = layout.text(row, "email").to_lowercase();
    let members = staff::members(act)?;
    let there = found(layout, row, &members, (&name, &email))?;
    let before = there.map(|there| Image::of(act, there.id)).transpose()?;
    let mut image = image(act, layout, row, before.as_ref(), &name)?;
    let mut warnings = warnings(layout, row, &members, (&name, there));
    image.desks = desks(act, layout, row, image.desks)?;
    let new_skills = skills(act, layout, row, &mut image.skills)?;
    let named = new_skills
        .iter()
        .map(|skill| format!("{skill} is a new skill"));
    warnings.extend(named);
    let warned = |done: Done| Done {
        warning: (!warnings.is_empty()).then(|| warnings.join("; ")),
        ..done
    };
    if before.as_ref() == Some(&image) && new_skills.is_empty() {
        return Ok(warned(Done::only(RowDid::Same)));
    }
    if mode == ImportMode::Try {
        let did = if there.is_some() {
            RowDid::Updated
        } else {
            RowDid::Added
        };
        return Ok(warned(Done::only(did)));
    }
    for name in new_skills {
        let details = SkillDetails { name, active: true };
        let skill = staff::add_skill(act, AddSkill { details });
        let skill = skill.map_err(|error| layout.blame(row, error))?.id;
        image.skills.push(Trained { skill, since: None });
    }
    let blame = |error: Error| layout.blame(row, error);
    let id = match there {
        Some(there) => there.id,
        None => staff::bring_in(act, &image.details).map_err(blame)?,
    };
    image.keep(act, id).map_err(blame)?;
    let after = Image::of(act, id)?;
    Ok(warned(match before {
        Some(before) => Done::updated(id, &before, &after)?,
        None => Done::added(id, &after)?,
    }))
}

/// Takes back what a row did to somebody; the error says why they must stay.
pub(super) fn take_back(act: &Act<'_>, done: &Done) -> Result<Result<(), String>> {
    let Some(id) = done.record.map(StaffId::of) else {
        return Ok(Ok(()));
    };
    let Ok(image) = Image::of(act, id) else {
        return Ok(Ok(()));
    };
    if Some(digest(&image)?) != done.after {
        return Ok(Err("the person was edited since".into()));
    }
    let Some(before) = &done.before else {
        if staff::has_times(act, id)? {
            let why = "availability, classes or leave were entered since";
            return Ok(Err(why.into()));
        }
        schedule::keep_trained(act, id, &[])?;
        return staff::take_away(act, id).map(Ok);
    };
    let before: Image = serde_json::from_str(before)?;
    before.keep(act, id).map(Ok)
}

/// The whole name, put together where the file has it in parts.
fn name(layout: &Layout, row: &Row) -> String {
    let whole = layout.text(row, "name");
    if !whole.is_empty() {
        return whole;
    }
    let (given, family) = (
        layout.text(row, "given_name"),
        layout.text(row, "family_name"),
    );
    format!("{given} {family}").trim().to_owned()
}

/// Who of the staff the row is about: by e-mail, else by name where it is nobody else's.
fn found<'m>(
    layout: &Layout,
    row: &Row,
    members: &'m [StaffMember],
    (name, email): (&str, &str),
) -> Result<Option<&'m StaffMember>, Untaken> {
    let by_email =
        |member: &&StaffMember| !email.is_empty() && member.details.email.to_lowercase() == email;
    if let Some(member) = members.iter().find(by_email) {
        return Ok(Some(member));
    }
    let name = fold(name);
    let could_be = |member: &&StaffMember| {
        let no_email = email.is_empty() || member.details.email.is_empty();
        no_email && fold(&member.details.name) == name
    };
    let mut same = members.iter().filter(could_be);
    match (same.next(), same.next()) {
        (Some(_), Some(_)) => {
            let problem = "is the name of several people here; add their e-mail addresses";
            Err(layout.wrong(row, Some("name"), problem.into()))
        }
        (found, _) => Ok(found),
    }
}

/// Others of the same name, in the library and in the file: perhaps two people, perhaps one twice.
fn warnings(
    layout: &Layout,
    row: &Row,
    members: &[StaffMember],
    (name, there): (&str, Option<&StaffMember>),
) -> Vec<String> {
    let folded = fold(name);
    let other = members.iter().find(|member| {
        there.is_none_or(|there| there.id != member.id) && fold(&member.details.name) == folded
    });
    let here = other.map(|_| "somebody of that name works here already".to_owned());
    let in_file = layout.survey.namesakes.get(&row.place);
    let in_file = in_file.map(|line| format!("line {line} has the same name"));
    here.into_iter().chain(in_file).collect()
}

/// What is to be known of somebody when the row is kept.
fn image(
    act: &Act<'_>,
    layout: &Layout,
    row: &Row,
    before: Option<&Image>,
    name: &str,
) -> Result<Image, Untaken> {
    let [details_form, limits_form] = layout.target.forms.as_slice() else {
        return Err(Error::Internal("people have two forms".into()).into());
    };
    let fields = |before: Option<&Image>| -> Result<_> {
        Ok(match before {
            Some(before) => (fields_of(&before.details)?, fields_of(&before.limits)?),
            None => (Map::new(), Map::new()),
        })
    };
    let (mut details, limits) = fields(before)?;
    if !name.is_empty() {
        details.insert("name".into(), json!(name));
    }
    let details: StaffDetails = layout.record(row, details_form, details, Blank::Clears)?;
    let limits: StaffLimits = layout.record(row, limits_form, limits, Blank::Clears)?;
    let blame = |error: Error| layout.blame(row, error);
    let (details, limits) = staff::checked(act, details, limits).map_err(blame)?;
    Ok(Image {
        details,
        limits,
        skills: before.map_or_else(Vec::new, |before| before.skills.clone()),
        desks: before.map_or_else(Vec::new, |before| before.desks.clone()),
    })
}

/// The desks that somebody has and those that the row names.
fn desks(
    act: &Act<'_>,
    layout: &Layout,
    row: &Row,
    mut known: Vec<TrainedAt>,
) -> Result<Vec<TrainedAt>, Untaken> {
    let cell = layout.text(row, "desks");
    let desks = schedule::desks(act)?;
    for said in cell
        .split(BETWEEN)
        .map(str::trim)
        .filter(|said| !said.is_empty())
    {
        let wanted = fold(said);
        let desk = desks
            .iter()
            .find(|desk| fold(&desk.details.name) == wanted || fold(&desk.details.short) == wanted);
        let Some(desk) = desk.map(|desk| desk.id) else {
            let names: Vec<_> = desks
                .iter()
                .map(|desk| desk.details.name.as_str())
                .collect();
            let problem = format!(
                "has {said}, which is none of the desks: {}",
                names.join(", ")
            );
            return Err(layout.wrong(row, Some("desks"), problem));
        };
        if !known.iter().any(|at| at.desk == desk) {
            known.push(TrainedAt { desk, since: None });
        }
    }
    known.sort_by_key(|at| at.desk);
    Ok(known)
}

/// Adds the skills that the row names; answers those that are not on the library's list yet.
fn skills(
    act: &Act<'_>,
    layout: &Layout,
    row: &Row,
    known: &mut Vec<Trained>,
) -> Result<Vec<String>, Untaken> {
    let cell = layout.text(row, "skills");
    let skills = staff::skills(act)?;
    let mut new = Vec::new();
    for said in cell
        .split(BETWEEN)
        .map(str::trim)
        .filter(|said| !said.is_empty())
    {
        let wanted = fold(said);
        let skill = skills
            .iter()
            .find(|skill| fold(&skill.details.name) == wanted);
        match skill.map(|skill| skill.id) {
            Some(skill) if known.iter().any(|trained| trained.skill == skill) => {}
            Some(skill) => known.push(Trained { skill, since: None }),
            None => new.push(said.to_owned()),
        }
    }
    known.sort_by_key(|trained| trained.skill);
    Ok(new)
}
