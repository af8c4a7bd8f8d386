//! What staff learn to do here, as a list that the library keeps, and who has learned it. Desks are `schedule`'s.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::member;
use super::store;
use crate::kernel::fold::fold;
use crate::kernel::id::{SkillId, StaffId};
use crate::kernel::{Act, Day, Error, OrNotFound, Result, text};

/// The longest name in characters.
const LONGEST: usize = 60;

/// Something that staff learn to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SkillDetails {
    /// Such as "Opening" or "Large-format scanner".
    pub name: String,
    /// Whether it is still taught.
    pub active: bool,
}

/// Something that staff learn to do, with its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Skill {
    /// The number of its row.
    pub id: SkillId,
    /// What it is.
    pub details: SkillDetails,
}

/// A skill that somebody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Trained {
    /// Which.
    pub skill: SkillId,
    /// Since when; always where no day is given.
    #[serde(default)]
    pub since: Option<Day>,
}

/// Asks for all skills.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SkillList {}

/// Adds a skill to the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddSkill {
    /// What it is.
    pub details: SkillDetails,
}

/// Renames a skill, or takes it out of use.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditSkill {
    /// Which.
    pub id: SkillId,
    /// What it is from now on.
    pub details: SkillDetails,
}

/// Says all that somebody has learned.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetSkills {
    /// Who.
    pub staff: StaffId,
    /// All of their skills from now on.
    pub skills: Vec<Trained>,
}

pub(super) fn list_skills(act: &Act<'_>, _: SkillList) -> Result<Vec<Skill>> {
    skills(act)
}

/// Every skill, in order of their names as people read them.
pub fn skills(act: &Act<'_>) -> Result<Vec<Skill>> {
    let mut skills = store::skills(act.tx)?;
    skills.sort_by_cached_key(|skill| (fold(&skill.details.name), skill.id));
    Ok(skills)
}

/// What everybody has learned; who has learned nothing is not in it.
pub fn trained(act: &Act<'_>) -> Result<BTreeMap<StaffId, Vec<Trained>>> {
    store::trained(act.tx)
}

/// Adds a skill to the list.
pub fn add_skill(act: &Act<'_>, input: AddSkill) -> Result<Skill> {
    let details = checked(None, input.details, &store::skills(act.tx)?)?;
    let id = store::insert_skill(act.tx, &details)?;
    act.touched(id);
    act.tell(details.name.clone());
    Ok(Skill { id, details })
}

/// Renames a skill, or takes it out of use; who has it keeps it.
pub fn edit_skill(act: &Act<'_>, input: EditSkill) -> Result<Skill> {
    let skills = store::skills(act.tx)?;
    let own = skills.iter().find(|skill| skill.id == input.id);
    let id = own.or_not_found("skill", input.id)?.id;
    let details = checked(Some(id), input.details, &skills)?;
    store::update_skill(act.tx, id, &details)?;
    act.touched(id);
    act.tell(details.name.clone());
    Ok(Skill { id, details })
}

/// Replaces all that somebody has learned.
pub fn set_skills(act: &Act<'_>, input: SetSkills) -> Result<Vec<Trained>> {
    let person = member(act, input.staff)?;
    let known: BTreeSet<_> = store::skills(act.tx)?
        .iter()
        .map(|skill| skill.id)
        .collect();
    let mut by_skill = BTreeMap::new();
    for trained in input.skills {
        let known = known.get(&trained.skill);
        known.or_not_found("skill", trained.skill)?;
        by_skill.insert(trained.skill, trained);
    }
    let trained: Vec<_> = by_skill.into_values().collect();
    store::put_trained(act.tx, person.id, &trained)?;
    act.touched(person.id);
    Ok(trained)
}

fn checked(own: Option<SkillId>, details: SkillDetails, skills: &[Skill]) -> Result<SkillDetails> {
    let details = SkillDetails {
        name: text::line("name", &details.name, LONGEST)?,
        ..details
    };
    text::required("name", &details.name)?;
    let same = |skill: &&Skill| skill.details.name.to_lowercase() == details.name.to_lowercase();
    if skills
        .iter()
        .filter(same)
        .any(|skill| Some(skill.id) != own)
    {
        let problem = format!("\"{}\" is on the list already", details.name);
        return Err(Error::invalid("name", problem));
    }
    Ok(details)
}
