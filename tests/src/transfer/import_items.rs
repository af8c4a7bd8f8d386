//! Items with their titles from a file.

use serde_json::{Value, json};

use super::problems;
use crate::library::library;

#[test]
fn copies_share_a_title_and_editions_do_not() {
    let library = library();
    let csv = "barcode,title,author,isbn,year,itype,price,callnumber\n\
        3001,Emma,Jane Austen,,1815,Book,12.50,823.7 AUS\n\
        3002,Emma,Jane Austen,,,book,12,823.7 AUS\n\
        3003,Emma,Jane Austen,,2003,BOOK,,823.7 AUS\n";
    let tried = library.imports("items", csv, "try");
    assert_eq!((library.rows("item"), &tried["added"]), (0, &json!(3)));
    let report = library.imports("items", csv, "keep");
    assert_eq!(report["added"], 3, "{report}");
    assert_eq!(library.rows("title"), 2);
    let found = library.does("catalog.search", json!({ "words": "3002", "limit": 1 }));
    assert_eq!(found["rows"][0]["item"]["details"]["price"], 1200);
    assert_eq!(found["rows"][0]["title"]["details"]["year"], 1815);
}

#[test]
fn the_same_file_again_only_corrects() {
    let library = library();
    let csv = "barcode,title,author,publisher,item_type,location\n\
        3001,Emma,Jane Austen,Murray,Book,Stacks\n\
        3002,Emma,Jane Austen,,Book,\n";
    library.imports("items", csv, "keep");
    let search = json!({ "words": "", "limit": 9 });
    let before = library.does("catalog.search", search.clone());
    let report = library.imports("items", csv, "keep");
    assert_eq!(
        (&report["added"], &report["updated"], &report["same"]),
        (&json!(0), &json!(0), &json!(2))
    );
    assert_eq!(library.does("catalog.search", search), before);
    assert_eq!(before["rows"][0]["title"]["details"]["publisher"], "Murray");
}

#[test]
fn a_barcode_that_is_there_is_corrected_in_the_columns_of_the_file() {
    let library = library();
    let id = library.book("3001", "Emmma");
    let csv = "Barcode;Title;Location\n3001;Emma;\n";
    library.imports("items", csv, "keep");
    let row = library.does("catalog.item", json!({ "id": id }));
    assert_eq!(row["title"]["details"]["title"], "Emma");
    assert_eq!(row["item"]["details"]["location"], "");
    assert_eq!(row["item"]["details"]["call_number"], "Z711 .B66");
}

#[test]
fn every_bad_row_is_told_by_line_column_and_value() {
    let library = library();
    library.patron("2001", "Okafor");
    let csv = "barcode,title,item_type,price,year\n\
        3.1E+13,A,Book,,\n\
        2001,B,Book,,\n\
        3003,,Book,,\n\
        3004,D,Scroll,,\n\
        3005,E,Book,1.234,\n\
        3006,F,Book,,MCMXC\n";
    let report = library.imports("items", csv, "keep");
    let tried = library.imports("items", csv, "try");
    assert_eq!(
        problems(&report),
        [
            "2 barcode: was destroyed by a spreadsheet, which took it for a number; make the column text there and save \
             the file anew",
            "3 barcode: 2001 is a patron's card",
            "4 title: is missing; a new record needs it",
            "5 item_type: is none of the item types: Book, DVD, Reference",
            "6 price: is not an amount such as 12.50",
            "7 year: is not a whole number",
        ]
    );
    assert_eq!(tried["problems"], report["problems"]);
    let values: Vec<&Value> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| &problem["value"])
        .collect();
    assert_eq!(values, ["3.1E+13", "2001", "", "Scroll", "1.234", "MCMXC"]);
    assert_eq!((library.rows("item"), library.rows("title")), (0, 0));
}
