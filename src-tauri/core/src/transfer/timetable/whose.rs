//! Whose a row of a timetable is: somebody of the staff, by e-mail, by their library card or by their name. It adds
//! nobody.

use crate::kernel::fold::fold;
use crate::kernel::id::StaffId;
use crate::kernel::{Act, Barcode, Result};
use crate::patrons;
use crate::staff::{self, StaffMember};

/// Whom a row names, as far as it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::transfer) struct Said {
    name: String,
    email: String,
    /// A number, and the e-mail and name of the patron whose it is.
    card: String,
    holder: Option<(String, String)>,
}

/// Why nobody was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::transfer) enum Unfound {
    /// Nobody here is called so.
    Nobody,
    /// Several are.
    Several,
}

/// Everybody who works here, to be found.
pub(in crate::transfer) struct Whose {
    members: Vec<(StaffMember, Vec<Vec<String>>)>,
}

impl Said {
    /// What the cells of a row say; a whole name stands before one in two parts.
    pub(in crate::transfer) fn new(
        name: String,
        (given, family): (&str, &str),
        email: String,
        card: String,
    ) -> Self {
        let parts = || format!("{given} {family}").trim().to_owned();
        Self {
            name: if name.is_empty() { parts() } else { name },
            email,
            card,
            holder: None,
        }
    }

    /// The same, with the patron looked up to whom the number belongs.
    pub(in crate::transfer) fn looked_up(self, act: &Act<'_>) -> Result<Self> {
        let Ok(card) = Barcode::parse(&self.card) else {
            return Ok(self);
        };
        let holder = patrons::find_by_card(act, &card)?.map(|patron| {
            let details = patron.details;
            let name = format!("{} {}", details.given_name, details.family_name);
            (details.email, name)
        });
        Ok(Self { holder, ..self })
    }

    /// The name, as the row writes it.
    pub(in crate::transfer) fn name(&self) -> &str {
        &self.name
    }

    /// The same, of another name.
    pub(in crate::transfer) fn named(self, name: String) -> Self {
        Self { name, ..self }
    }

    /// Whether the row names nobody.
    pub(in crate::transfer) fn is_empty(&self) -> bool {
        self.name.is_empty() && self.email.is_empty() && self.card.is_empty()
    }

    /// The field by which somebody is named.
    pub(in crate::transfer) fn field(&self) -> &'static str {
        match () {
            () if !self.name.is_empty() => "name",
            () if !self.email.is_empty() => "email",
            () => "card",
        }
    }

    /// As people may read it.
    pub(in crate::transfer) fn shown(&self) -> String {
        let said = [&self.name, &self.email, &self.card];
        let said = said.into_iter().find(|said| !said.is_empty());
        said.cloned().unwrap_or_default()
    }
}

impl Whose {
    /// Everybody of the library; who left stands last.
    pub(in crate::transfer) fn of(act: &Act<'_>) -> Result<Self> {
        let mut members = staff::members(act)?;
        members.sort_by_key(|member| !member.details.active);
        let known = |member: StaffMember| {
            let details = &member.details;
            let family = details.name.split_whitespace().last().unwrap_or_default();
            let called = format!("{} {family}", details.called);
            let mut names = vec![words(&details.name)];
            if !details.called.is_empty() {
                names.extend([words(&details.called), words(&called)]);
            }
            (member, names)
        };
        let members = members.into_iter().map(known).collect();
        Ok(Self { members })
    }

    /// The person whom a row names.
    pub(in crate::transfer) fn find(&self, said: &Said) -> Result<&StaffMember, Unfound> {
        if let Some(member) = self.by_email(&said.email) {
            return Ok(member);
        }
        if let Some((email, name)) = &said.holder {
            return self.by_email(email).map_or_else(|| self.by_name(name), Ok);
        }
        self.by_name(&said.name)
    }

    /// Whether a row names this person, and perhaps others too.
    pub(in crate::transfer) fn is(&self, said: &Said, staff: StaffId) -> bool {
        match self.find(said) {
            Ok(member) => member.id == staff,
            Err(Unfound::Several) => {
                let words = words(&said.name);
                let own = |(member, names): &(StaffMember, Vec<_>)| {
                    member.id == staff && names.contains(&words)
                };
                self.members.iter().any(own)
            }
            Err(Unfound::Nobody) => false,
        }
    }

    fn by_email(&self, email: &str) -> Option<&StaffMember> {
        let wanted = email.trim().to_lowercase();
        let own = |member: &&StaffMember| member.details.email.to_lowercase() == wanted;
        let mut members = self.members.iter().map(|(member, _)| member);
        members.find(own).filter(|_| !wanted.is_empty())
    }

    fn by_name(&self, name: &str) -> Result<&StaffMember, Unfound> {
        let wanted = words(name);
        if wanted.is_empty() {
            return Err(Unfound::Nobody);
        }
        let of_name = |(_, names): &&(StaffMember, Vec<Vec<String>>)| names.contains(&wanted);
        let mut found = self
            .members
            .iter()
            .filter(of_name)
            .map(|(member, _)| member);
        match (found.next(), found.next()) {
            (None, _) => Err(Unfound::Nobody),
            // Who works here stands before who left.
            (Some(one), Some(other)) if one.details.active == other.details.active => {
                Err(Unfound::Several)
            }
            (Some(one), _) => Ok(one),
        }
    }
}

/// A name as its words in any order, middle initials aside: "Okafor, Amara B." is "Amara Okafor".
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let mut all: Vec<_> = folded.split_whitespace().map(ToOwned::to_owned).collect();
    let whole = |word: &&String| word.chars().count() > 1 || !word.is_ascii();
    if all.iter().filter(whole).count() >= 2 {
        all.retain(|word| whole(&word));
    }
    all.sort();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_in_either_order_and_without_its_initial() {
        assert_eq!(words("Okafor, Amara B."), words("Amara Okafor"));
        assert_eq!(words("Sørensen, Noah"), words("noah sorensen"));
        assert_ne!(words("Amara Okafor"), words("Amara Okafo"));
        assert_eq!(words("X Y"), ["x", "y"]);
    }
}
