//! Names and titles as a search compares them: without case, marks and letters that keyboards lack. It ranks nothing.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The rules of folding that a file's indexes were made by; raise it with every change of what [`fold`] or [`joined`]
/// answers, and a library is folded anew when it is opened.
pub const VERSION: u32 = 1;

/// The shortest word that is looked for inside other words: an index of three letters in a row finds nothing shorter.
const SHORTEST_INSIDE: usize = 3;

/// Folds text for search: NFKD, marks dropped, ł đ ø ß æ and their like spelled plainly, lower case, letters that a
/// script writes in several ways written in one, CJK as bigrams. Apostrophes and invisible characters go.
pub fn fold(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| !is_silent(*c))
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(spell)
        .collect();
    plain
        .split(|c: char| !c.is_alphanumeric())
        .flat_map(runs)
        .collect::<Vec<_>>()
        .join(" ")
}

/// A name of several words as one, as people also write it: "van der Berg", "Smith-Jones"; and with ä ö ü å ø spelled in
/// two letters. Empty where that adds nothing to [`fold`].
pub fn joined(name: &str) -> String {
    let folded = fold(name);
    let respelled = fold(&name.chars().map(in_two_letters).collect::<String>());
    let is_spaced = folded.contains(' ') && !folded.chars().any(is_cjk);
    let together = is_spaced.then(|| folded.replace(' ', ""));
    let other = (respelled != folded).then_some(respelled);
    [together, other]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// An FTS5 query that finds rows in which every typed word begins a word; `None` when nothing searchable was typed.
pub fn prefix_query(typed: &str) -> Option<String> {
    all_of(fold(typed).split_whitespace(), "*")
}

/// What finds rows that hold every typed word somewhere, inside a word too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InfixQuery {
    /// Words long enough to be found inside others, for an index of three letters in a row.
    pub inside: String,
    /// The others, for the index of words; none where there are no others.
    pub beginning: Option<String>,
}

/// A query for words inside words; `None` when no typed word is long enough to be looked for there.
pub fn infix_query(typed: &str) -> Option<InfixQuery> {
    let folded = fold(typed);
    let is_long = |word: &&str| word.chars().count() >= SHORTEST_INSIDE;
    let (long, short): (Vec<&str>, Vec<&str>) = folded.split_whitespace().partition(is_long);
    Some(InfixQuery {
        inside: all_of(long.into_iter(), "")?,
        beginning: all_of(short.into_iter(), "*"),
    })
}

fn all_of<'a>(words: impl Iterator<Item = &'a str>, ending: &str) -> Option<String> {
    let words: Vec<_> = words.map(|word| format!("\"{word}\"{ending}")).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// What stands in a name without being heard or seen: apostrophes of every kind, the tatweel that stretches Arabic
/// words, joiners, and marks that turn the direction of a line.
fn is_silent(c: char) -> bool {
    matches!(
        c,
        '\'' | '`'
            | '´'
            | '‘'..='‛'
            | '′'
            | '‵'
            | '＇'
            | 'ʹ'
            | 'ʻ'..='ʿ'
            | '׳'
            | '״'
            | 'ء'
            | '\u{640}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
    )
}

fn spell(c: char) -> Spelled {
    match c {
        'ł' => Spelled::Text("l"),
        'đ' | 'ð' | 'ɗ' => Spelled::Text("d"),
        'ø' => Spelled::Text("o"),
        'ß' => Spelled::Text("ss"),
        'æ' => Spelled::Text("ae"),
        'œ' => Spelled::Text("oe"),
        'þ' => Spelled::Text("th"),
        'ı' => Spelled::Text("i"),
        'ħ' => Spelled::Text("h"),
        'ŋ' => Spelled::Text("n"),
        'ŧ' => Spelled::Text("t"),
        'ɓ' => Spelled::Text("b"),
        'ƙ' => Spelled::Text("k"),
        'ə' => Spelled::Text("e"),
        other => Spelled::Letter(one_of_several(other)),
    }
}

/// Letters that a script writes in several ways, by place in the word, by country, or by habit.
fn one_of_several(c: char) -> char {
    match c {
        'ς' => 'σ',
        'ґ' => 'г',
        // Arabic: wasla; final ya and Persian ya; kaf; ta marbuta and the forms of ha.
        'ٱ' => 'ا',
        'ى' | 'ی' | 'ے' => 'ي',
        'ک' => 'ك',
        'ة' | 'ہ' | 'ھ' | 'ە' => 'ه',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        // Hebrew letters at the end of a word.
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        // Katakana as hiragana.
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        other => other,
    }
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

fn in_two_letters(c: char) -> Spelled {
    match c {
        'ä' | 'Ä' => Spelled::Text("ae"),
        'ö' | 'Ö' | 'ø' | 'Ø' => Spelled::Text("oe"),
        'ü' | 'Ü' => Spelled::Text("ue"),
        'å' | 'Å' => Spelled::Text("aa"),
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

/// The words of a text without gaps. Chinese and Japanese write none: their runs are cut into overlapping pairs, and the
/// last letter once more alone, so that each letter begins a word.
fn runs(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let alike = |a: &char, b: &char| is_cjk(*a) == is_cjk(*b);
    letters.chunk_by(alike).flat_map(words_of).collect()
}

fn words_of(run: &[char]) -> Vec<String> {
    match run {
        [first, .., last] if is_cjk(*first) => {
            let pairs = run.windows(2).map(|pair| pair.iter().collect());
            pairs.chain([last.to_string()]).collect()
        }
        _ => vec![run.iter().collect()],
    }
}

fn is_cjk(c: char) -> bool {
    matches!(c, '々'..='〇' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_letters_find_marked_ones() {
        assert_eq!(
            fold("José Łukasz Đặng Øystein O’Neill Weiß İnci Hə\u{301}sən Nguyễn"),
            "jose lukasz dang oystein oneill weiss inci hesen nguyen"
        );
    }

    #[test]
    fn apostrophes_of_every_kind_are_none() {
        for name in [
            "O'Neill",
            "O’Neill",
            "O‘Neill",
            "O´Neill",
            "Oʼneill",
            "O`Neill",
            "ONEILL",
            "O\u{ad}Neill",
        ] {
            assert_eq!(fold(name), "oneill", "{name}");
        }
    }

    #[test]
    fn arabic_is_the_same_with_and_without_its_signs() {
        for (one, two) in [
            ("مريم", "مَرْيَم"),
            ("مريم", "مـــريم"),
            ("أحمد", "احمد"),
            ("إيمان", "ایمان"),
            ("فاطمة", "فاطمه"),
            ("ليلى", "لیلی"),
            ("مؤمن", "مومن"),
            ("علاء", "علا"),
            ("۱۲۳", "123"),
        ] {
            assert_eq!(fold(one), fold(two), "{one} {two}");
        }
    }

    #[test]
    fn hebrew_greek_and_cyrillic_too() {
        for (one, two) in [
            ("שָׁלוֹם", "שלום"),
            ("כהן", "כהנ"),
            ("Σωκράτης", "σωκρατησ"),
            ("Алёна", "Алена"),
            ("Гоголь", "ГОГОЛЬ"),
            ("Лук’яненко", "Лукяненко"),
        ] {
            assert_eq!(fold(one), fold(two), "{one} {two}");
        }
    }

    #[test]
    fn what_turns_a_line_round_is_no_letter() {
        assert_eq!(fold("\u{2067}مريم\u{2069}"), fold("مريم"));
    }

    #[test]
    fn a_chinese_name_is_found_by_its_given_name_and_by_each_letter() {
        assert_eq!(fold("王小明"), "王小 小明 明");
        assert_eq!(prefix_query("小明").as_deref(), Some("\"小明\"* \"明\"*"));
        assert_eq!(fold("李Anna"), "李 anna");
        assert_eq!(fold("タナカ"), fold("たなか"));
        assert_eq!(fold("佐々木"), "佐々 々木 木");
    }

    #[test]
    fn a_name_is_joined_as_people_also_write_it() {
        assert_eq!(joined("van der Berg"), "vanderberg");
        assert_eq!(joined("Smith-Jones"), "smithjones");
        assert_eq!(joined("Müller"), "mueller");
        assert_eq!(
            joined("Müller-Lüdenscheidt"),
            "mullerludenscheidt mueller luedenscheidt"
        );
        for nothing in ["Okafor", "王小明", "O’Neill", ""] {
            assert_eq!(joined(nothing), "", "{nothing}");
        }
    }

    #[test]
    fn long_words_are_looked_for_inside_others() {
        let query = infix_query("wolf Li").unwrap();
        assert_eq!(query.inside, "\"wolf\"");
        assert_eq!(query.beginning.as_deref(), Some("\"li\"*"));
        assert_eq!(infix_query("Li"), None);
        assert_eq!(infix_query(""), None);
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
