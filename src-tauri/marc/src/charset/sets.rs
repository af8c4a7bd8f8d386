//! The character sets of MARC-8 and what their codes mean. How sets are switched is not known here.
//!
//! The facts are those of the Library of Congress, "MARC 21 Specifications, Code Tables":
//! <https://www.loc.gov/marc/specifications/specchartables.html>. Where a code stands for a character that Unicode counts
//! as a variant, its usual form is given.

use std::sync::LazyLock;

static SETS: LazyLock<Vec<Set>> = LazyLock::new(|| read_sets(include_str!("tables/sets.txt")));
static EACC: LazyLock<Vec<(u32, char)>> =
    LazyLock::new(|| read_eacc(include_str!("tables/eacc.txt")));

/// A set of one byte a character.
#[derive(Debug)]
pub(super) struct Set {
    /// The byte that ends the escape to it.
    letter: u8,
    pub(super) name: &'static str,
    /// By the seven-bit code, from 0x21 on.
    characters: Vec<Option<Character>>,
}

/// What a code means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Character {
    pub(super) shape: char,
    /// Whether it stands over or under the character behind it.
    pub(super) is_mark: bool,
}

impl Set {
    /// The character of a code; its eighth bit says nothing.
    pub(super) fn character(&self, code: u8) -> Option<Character> {
        let at = usize::from(code & 0x7f).checked_sub(0x21)?;
        *self.characters.get(at)?
    }
}

/// The set whose escape ends with that byte. ASCII is no set of these.
pub(super) fn set(letter: u8) -> Option<&'static Set> {
    SETS.iter().find(|set| set.letter == letter)
}

/// Extended Latin, which every text begins with.
pub(super) fn ansel() -> &'static Set {
    set(b'E').expect("the table holds it")
}

/// The East Asian character of a code of three times seven bits.
pub(super) fn eacc(code: u32) -> Option<char> {
    let found = EACC.binary_search_by_key(&code, |(code, _)| *code);
    found.ok().map(|at| EACC[at].1)
}

fn read_sets(table: &'static str) -> Vec<Set> {
    let mut sets: Vec<Set> = Vec::new();
    let mut next = Place::default();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        if let Some((letter, name)) = line
            .strip_prefix('[')
            .and_then(|rest| rest.split_once("] "))
        {
            sets.push(Set {
                letter: letter.bytes().next().unwrap_or_default(),
                name,
                characters: vec![None; 0x7f - 0x21],
            });
        } else if let Some(set) = sets.last_mut() {
            next = read_row(line, next, &mut set.characters);
        }
    }
    sets
}

/// Where the next character of a table belongs.
#[derive(Clone, Copy, Default)]
struct Place {
    code: usize,
    is_mark: bool,
}

fn read_row(line: &str, mut next: Place, characters: &mut [Option<Character>]) -> Place {
    let mut words = line.split_whitespace();
    if !line.starts_with(' ')
        && let Some(code) = words.next()
    {
        next.is_mark = code.ends_with('+');
        next.code = usize::try_from(hexadecimal(code.trim_end_matches('+'))).unwrap_or_default();
    }
    for word in words {
        let (first, last) = word.split_once("..").unwrap_or((word, word));
        for number in hexadecimal(first)..=hexadecimal(last) {
            if let Some(shape) = char::from_u32(number)
                && let Some(place) = characters.get_mut(next.code.wrapping_sub(0x21))
            {
                let is_mark = next.is_mark;
                *place = Some(Character { shape, is_mark });
            }
            next.code += 1;
        }
    }
    next
}

fn read_eacc(table: &str) -> Vec<(u32, char)> {
    let mut characters = Vec::with_capacity(16_000);
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        if let Some((code, row)) = line.split_once(' ') {
            let codes = hexadecimal(code)..;
            characters.extend(codes.zip(row.chars()).filter(|(_, shape)| *shape != '_'));
        }
    }
    characters
}

fn hexadecimal(digits: &str) -> u32 {
    u32::from_str_radix(digits, 16).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_hold_what_they_should() {
        let count = |letter: u8| {
            let characters = &set(letter).unwrap().characters;
            characters.iter().flatten().count()
        };
        let counts = b"EgbpQN32S4".map(count);
        assert_eq!(counts, [65, 3, 14, 14, 42, 94, 83, 78, 73, 90]);
        assert_eq!(EACC.len(), 15_745);
        assert!(EACC.is_sorted_by(|a, b| a.0 < b.0));
        let marks = ansel().characters.iter().flatten();
        assert_eq!(marks.filter(|character| character.is_mark).count(), 29);
    }

    #[test]
    fn a_code_means_its_character_whatever_its_eighth_bit() {
        let slash = Character {
            shape: 'ø',
            is_mark: false,
        };
        assert_eq!(ansel().character(0xb2), Some(slash));
        assert_eq!(ansel().character(0x32), Some(slash));
        assert_eq!(ansel().character(0x20), None);
        assert_eq!(ansel().character(0x7f), None);
        let letter = |letter, code| set(letter).unwrap().character(code).unwrap().shape;
        assert_eq!(letter(b'2', 0x60), 'א');
        assert_eq!(letter(b'N', 0x41), 'а');
        assert_eq!(letter(b'S', 0x61), 'α');
        assert_eq!(eacc(0x21_3021), Some('一'));
        assert_eq!(eacc(0x21_3020), None);
    }
}
