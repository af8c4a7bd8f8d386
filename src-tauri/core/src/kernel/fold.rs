//! Names and titles as a search compares them: without case, marks and letters that keyboards lack. It ranks nothing.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds text for search: NFKD, marks dropped, ł đ ø ß æ and their like spelled plainly, lower case, CJK as bigrams.
pub fn fold(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(spell)
        .collect();
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(word_of)
        .collect::<Vec<_>>()
        .join(" ")
}

/// An FTS5 query that finds rows in which every typed word begins a word; `None` when nothing searchable was typed.
pub fn prefix_query(typed: &str) -> Option<String> {
    let words: Vec<_> = fold(typed)
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{word}\"*"))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn spell(c: char) -> Spelled {
    match c {
        'ł' => Spelled::Text("l"),
        'đ' | 'ð' => Spelled::Text("d"),
        'ø' => Spelled::Text("o"),
        'ß' => Spelled::Text("ss"),
        'æ' => Spelled::Text("ae"),
        'œ' => Spelled::Text("oe"),
        'þ' => Spelled::Text("th"),
        'ı' => Spelled::Text("i"),
        'ħ' => Spelled::Text("h"),
        'ς' => Spelled::Text("σ"),
        '\'' | '’' | 'ʼ' => Spelled::Text(""),
        other => Spelled::Letter(other),
    }
}

enum Spelled {
    Text(&'static str),
    Letter(char),
}

impl Extend<Spelled> for String {
    fn extend<I: IntoIterator<Item = Spelled>>(&mut self, parts: I) {
        for part in parts {
            match part {
                Spelled::Text(text) => self.push_str(text),
                Spelled::Letter(letter) => self.push(letter),
            }
        }
    }
}

impl FromIterator<Spelled> for String {
    fn from_iter<I: IntoIterator<Item = Spelled>>(parts: I) -> Self {
        let mut text = Self::new();
        text.extend(parts);
        text
    }
}

/// Chinese, Japanese and Korean write no spaces: their words are cut into overlapping pairs.
fn word_of(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 3 || !letters.iter().copied().all(is_cjk) {
        return word.to_owned();
    }
    letters
        .windows(2)
        .map(|pair| pair.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_letters_find_marked_ones() {
        assert_eq!(
            fold("José Łukasz Đặng Øystein O’Neill Weiß"),
            "jose lukasz dang oystein oneill weiss"
        );
    }

    #[test]
    fn a_chinese_name_is_found_by_its_given_name() {
        assert_eq!(fold("王小明"), "王小 小明");
        assert_eq!(prefix_query("小明").as_deref(), Some("\"小明\"*"));
    }

    #[test]
    fn what_a_query_could_misread_is_dropped() {
        assert_eq!(
            prefix_query("\"a\" OR (b*"),
            Some("\"a\"* \"or\"* \"b\"*".into())
        );
        assert_eq!(prefix_query(" -- "), None);
    }
}
