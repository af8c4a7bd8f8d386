//! Whether two names may be one person's, and why, as pure rules. It reads no file, and warns nobody.

use serde::Serialize;
use ts_rs::TS;

use crate::kernel::fold::fold;

/// Why somebody looks like somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Likeness {
    /// Born on the same day.
    SameBirthDay,
    /// The same name, but for case, marks, gaps and hyphens.
    SameName,
    /// Given and family name the other way round.
    Transposed,
    /// One is written with initials.
    Initials,
    /// One has a name more than the other.
    PartOfName,
    /// One likes to be called what the other is called.
    CalledSo,
    /// So many letters differ.
    Spelling {
        /// Letters put in, left out, replaced or swapped with the next.
        letters: usize,
    },
    /// The same phone number.
    SamePhone,
    /// The same e-mail.
    SameEmail,
}

/// A name as the rules compare it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    family: Vec<String>,
    given: Vec<String>,
    called: Vec<String>,
}

impl Name {
    /// A name of its parts as they are typed.
    pub(super) fn of(family: &str, given: &str, called: &str) -> Self {
        let words = |text: &str| fold(text).split_whitespace().map(str::to_owned).collect();
        Self {
            family: words(family),
            given: words(given),
            called: words(called),
        }
    }

    /// Whether there is enough of the name to compare.
    pub(super) fn is_told(&self) -> bool {
        !self.family.is_empty()
    }

    /// Whether two names are the same, the other way round or not: a likeness that needs no birth day to be one.
    pub(super) fn is_plainly(&self, other: &Self) -> Option<Likeness> {
        let same = |one: &[String], two: &[String]| one.concat() == two.concat();
        match () {
            () if same(&self.family, &other.family) && same(&self.given, &other.given) => {
                Some(Likeness::SameName)
            }
            () if same(&self.family, &other.given) && same(&self.given, &other.family) => {
                Some(Likeness::Transposed)
            }
            () => None,
        }
    }

    /// Why two names may be one person's, if they may.
    pub(super) fn is_like(&self, other: &Self) -> Option<Likeness> {
        self.is_plainly(other)
            .or_else(|| self.is_initialled(other).then_some(Likeness::Initials))
            .or_else(|| self.is_called(other).then_some(Likeness::CalledSo))
            .or_else(|| self.is_part(other).then_some(Likeness::PartOfName))
            .or_else(|| {
                self.spelled(other)
                    .map(|letters| Likeness::Spelling { letters })
            })
    }

    fn is_initialled(&self, other: &Self) -> bool {
        let begins = |short: &[String], long: &[String]| {
            !short.is_empty()
                && short.len() <= long.len()
                && short.iter().zip(long).any(|(short, _)| is_initial(short))
                && short.iter().zip(long).all(|(short, long)| {
                    short == long || (is_initial(short) && long.starts_with(short.as_str()))
                })
        };
        self.family == other.family
            && (begins(&self.given, &other.given) || begins(&other.given, &self.given))
    }

    fn is_called(&self, other: &Self) -> bool {
        let so = |one: &Self, two: &Self| {
            !one.called.is_empty() && (one.called == two.given || one.called == two.called)
        };
        self.family == other.family && (so(self, other) || so(other, self))
    }

    /// All words of one are words of the other, and two at least: Ana García and Ana García López.
    fn is_part(&self, other: &Self) -> bool {
        let words =
            |name: &Self| -> Vec<String> { [name.given.clone(), name.family.clone()].concat() };
        let (own, others) = (words(self), words(other));
        let (short, long) = if own.len() <= others.len() {
            (own, others)
        } else {
            (others, own)
        };
        short.len() > 1 && short.iter().all(|word| long.contains(word))
    }

    /// The letters that differ, where they are few for the length of the name: one in a short part, two in a longer one.
    fn spelled(&self, other: &Self) -> Option<usize> {
        let part = |one: &[String], two: &[String]| {
            let (one, two) = (one.concat(), two.concat());
            let shorter = one.chars().count().min(two.chars().count());
            let most = match shorter {
                0..=2 => 0,
                3..=6 => 1,
                _ => 2,
            };
            Some(distance(&one, &two)).filter(|letters| *letters <= most)
        };
        let letters = part(&self.family, &other.family)? + part(&self.given, &other.given)?;
        (letters <= 2).then_some(letters)
    }
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1
}

/// Letters to put in, leave out, replace, or swap with the next, to make one word of the other (optimal string
/// alignment).
fn distance(one: &str, two: &str) -> usize {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    let mut rows = vec![(0..=two.len()).collect::<Vec<_>>()];
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in two.iter().enumerate() {
            let replaced = rows[i][j] + usize::from(a != b);
            let mut least = replaced.min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == two[j - 1] && one[i - 1] == *b {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][two.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(one: (&str, &str), two: (&str, &str)) -> Option<Likeness> {
        let (one, two) = (Name::of(one.0, one.1, ""), Name::of(two.0, two.1, ""));
        assert_eq!(one.is_like(&two), two.is_like(&one), "it works both ways");
        one.is_like(&two)
    }

    #[test]
    fn case_marks_gaps_and_hyphens_make_no_other_name() {
        for (one, two) in [
            (("Łukasz", "JOSÉ"), ("lukasz", "Jose")),
            (("O’Neill", "Ann-Marie"), ("ONeill", "Ann Marie")),
            (("van der Berg", "Jo"), ("Vanderberg", "Jo")),
            (("Đặng", "Văn"), ("Dang", "Van")),
        ] {
            assert_eq!(like(one, two), Some(Likeness::SameName), "{one:?} {two:?}");
        }
    }

    #[test]
    fn names_the_wrong_way_round_are_seen() {
        let name = like(("Wang", "Xiaoming"), ("Xiaoming", "Wang"));
        assert_eq!(name, Some(Likeness::Transposed));
    }

    #[test]
    fn an_initial_stands_for_a_name_that_begins_so() {
        let okafor = |given| ("Okafor", given);
        assert_eq!(like(okafor("A."), okafor("Ada")), Some(Likeness::Initials));
        assert_eq!(
            like(okafor("Ada M."), okafor("Ada Maria")),
            Some(Likeness::Initials)
        );
        assert_eq!(like(okafor("B."), okafor("Ada")), None);
    }

    #[test]
    fn a_name_more_or_less_is_seen() {
        let name = like(("García", "Ana"), ("García López", "Ana"));
        assert_eq!(name, Some(Likeness::PartOfName));
        assert_eq!(
            like(("Suharto", ""), ("Suharto", "Budi")),
            None,
            "one name is too little"
        );
    }

    #[test]
    fn what_somebody_is_called_is_seen() {
        let (bob, robert) = (
            Name::of("Marsh", "Bob", ""),
            Name::of("Marsh", "Robert", "Bob"),
        );
        assert_eq!(bob.is_like(&robert), Some(Likeness::CalledSo));
        assert_eq!(robert.is_like(&bob), Some(Likeness::CalledSo));
    }

    #[test]
    fn few_letters_may_differ_and_fewer_in_a_short_name() {
        let spelling = |letters| Some(Likeness::Spelling { letters });
        assert_eq!(
            like(("Schmidt", "Johann"), ("Schmitt", "Johann")),
            spelling(1)
        );
        assert_eq!(like(("Katherine", "Li"), ("Kathreine", "Li")), spelling(1));
        assert_eq!(
            like(("Schneider", "Anna"), ("Schnyder", "Anne")),
            None,
            "three letters"
        );
        assert_eq!(like(("Li", "Wei"), ("Lu", "Wei")), None);
        assert_eq!(like(("Lee", "Tom"), ("Lee", "Tim")), spelling(1));
        assert_eq!(like(("Lee", "Tom"), ("Lee", "Anna")), None, "twins are two");
    }

    #[test]
    fn the_distance_counts_slips_of_the_key() {
        for (one, two, letters) in [
            ("", "", 0),
            ("abc", "abc", 0),
            ("abc", "acb", 1),
            ("abc", "ab", 1),
            ("abc", "xbc", 1),
            ("kitten", "sitting", 3),
            ("王小明", "王小名", 1),
        ] {
            assert_eq!(distance(one, two), letters, "{one} {two}");
        }
    }
}
