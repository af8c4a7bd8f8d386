//! Patrons are found by what the desk hears or reads.

use serde_json::json;

use crate::library::{Library, library, patron};

fn names(library: &Library, words: &str) -> Vec<String> {
    let found = library.does("patrons.search", json!({ "words": words, "limit": 20 }));
    let rows = found["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| row["details"]["family_name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn names_are_found_in_plain_letters() {
    let library = library();
    for (card, name) in [
        ("1", "Łukasz"),
        ("2", "Đặng"),
        ("3", "王小明"),
        ("4", "O’Neill"),
        ("5", "Øystein"),
    ] {
        library.patron(card, name);
    }
    for (words, name) in [
        ("lukasz", "Łukasz"),
        ("dang", "Đặng"),
        ("小明", "王小明"),
        ("oneill", "O’Neill"),
        ("oyst", "Øystein"),
    ] {
        assert_eq!(names(&library, words), [name], "{words}");
    }
}

#[test]
fn mail_phone_and_card_find_a_patron_too() {
    let library = library();
    let mut details = patron("23529000000017", "Okafor");
    details["email"] = json!("ada@example.org");
    details["phone"] = json!("(555) 010-123");
    library.does("patrons.register", json!({ "details": details }));
    for words in ["ada@exam", "555010", "555 010", "235290", "23529000000017"] {
        assert_eq!(names(&library, words), ["Okafor"], "{words}");
    }
}

#[test]
fn everybody_stands_in_order_of_their_names() {
    let library = library();
    for (card, name) in [("1", "Frank"), ("2", "Émile"), ("3", "adams")] {
        library.patron(card, name);
    }
    assert_eq!(names(&library, ""), ["adams", "Émile", "Frank"]);
    let found = library.does("patrons.search", json!({ "words": "", "limit": 2 }));
    assert_eq!(found["more"], true);
}

#[test]
fn the_patron_with_that_very_card_comes_first() {
    let library = library();
    library.patron("201", "Adams");
    library.patron("20", "Zeller");
    assert_eq!(names(&library, "20"), ["Zeller", "Adams"]);
}

#[test]
fn what_somebody_likes_to_be_called_finds_them() {
    let library = library();
    let mut details = patron("2001", "Okafor");
    details["preferred_name"] = json!("Adaeze");
    library.does("patrons.register", json!({ "details": details }));
    assert_eq!(names(&library, "adae"), ["Okafor"]);
}
