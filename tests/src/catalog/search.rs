//! Items are found by what people remember of them.

use serde_json::{Value, json};

use super::{book, new_item, titled};
use crate::library::{Library, library};

fn barcodes(library: &Library, words: &str) -> Vec<String> {
    let found = library.does("catalog.search", json!({ "words": words, "limit": 20 }));
    let rows = found["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| {
            row["item"]["details"]["barcode"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect()
}

#[test]
fn an_item_is_found_by_words_in_any_order_and_without_marks() {
    let library = library();
    let title = json!({ "kind": "new", "details": titled("Émile, or On Education", "Rousseau") });
    library.does(
        "catalog.add_item",
        json!({ "title": title, "details": book("3001") }),
    );
    for words in ["emile", "rouss EMI", "823.7 aus", "3001", "Émile "] {
        assert_eq!(barcodes(&library, words), ["3001"], "{words}");
    }
    for words in ["emil x", "mile", "--", "\"*"] {
        assert!(barcodes(&library, words).is_empty(), "{words}");
    }
}

#[test]
fn an_isbn_is_found_with_and_without_hyphens() {
    let library = library();
    let mut details = titled("Pride and Prejudice", "");
    details["isbn"] = json!("9780141439518");
    let title = json!({ "kind": "new", "details": details });
    library.does(
        "catalog.add_item",
        json!({ "title": title, "details": book("3001") }),
    );
    assert_eq!(barcodes(&library, "978-0-14-143951-8"), ["3001"]);
    assert_eq!(barcodes(&library, "97801414"), ["3001"]);
}

#[test]
fn the_item_with_that_very_barcode_comes_first() {
    let library = library();
    for (barcode, title) in [("310", "A"), ("31", "Z"), ("311", "B")] {
        library.does("catalog.add_item", new_item(barcode, title));
    }
    assert_eq!(barcodes(&library, "31"), ["31", "310", "311"]);
}

#[test]
fn no_words_show_the_newest_and_say_whether_there_are_more() {
    let library = library();
    for barcode in ["3001", "3002", "3003"] {
        library.does("catalog.add_item", new_item(barcode, "Emma"));
    }
    let found = library.does("catalog.search", json!({ "words": " ", "limit": 2 }));
    let barcodes: Vec<&Value> = found["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["item"]["details"]["barcode"])
        .collect();
    assert_eq!(barcodes, ["3003", "3002"]);
    assert_eq!(found["more"], true);
}
