//! Titles with their items from MARC records.

use serde_json::json;

use super::problems;
use crate::library::{library, mapping};

/// A record as ISO 2709 writes it: `a` and `b` stand before subfields' text.
fn record(fields: &[(&str, &[(char, &str)])]) -> Vec<u8> {
    let (mut directory, mut body) = (String::new(), String::new());
    for (tag, subfields) in fields {
        let mut text = String::from("  ");
        for (code, value) in *subfields {
            text.push_str(&format!("\u{1f}{code}{value}"));
        }
        text.push('\u{1e}');
        directory.push_str(&format!("{tag}{:04}{:05}", text.len(), body.len()));
        body.push_str(&text);
    }
    let base = 24 + directory.len() + 1;
    let whole = base + body.len() + 1;
    format!("{whole:05}nam a22{base:05} a 4500{directory}\u{1e}{body}\u{1d}").into_bytes()
}

#[test]
fn kohas_records_come_in_with_their_items_and_damaged_ones_are_listed() {
    let library = library();
    let mut file = record(&[
        ("020", &[('a', "978-0-14-143951-8")]),
        ("100", &[('a', "Brontë, Charlotte,")]),
        ("245", &[('a', "Jane Eyre /"), ('c', "C. Brontë.")]),
        ("260", &[('b', "Smith, Elder,"), ('c', "1847.")]),
        ("880", &[('a', "ジェーン・エア")]),
        (
            "952",
            &[
                ('p', "3001"),
                ('y', "BK"),
                ('o', "823 BRO"),
                ('c', "Stacks"),
                ('g', "12.50"),
            ],
        ),
        ("952", &[('p', "3002"), ('y', "BK"), ('1', "2")]),
    ]);
    let torn = record(&[("245", &[('a', "Torn in the middle of its only field")])]);
    file.extend(&torn[..torn.len() / 2]);
    file.push(0x1d);
    file.extend(record(&[("245", &[('a', "A title alone")])]));
    let seen = library.stages("koha.dat", &file);
    assert_eq!(
        (&seen["form"], &seen["kind"], &seen["system"]),
        (&json!("marc"), &json!("items"), &json!("koha"))
    );
    assert_eq!(seen["notes"][0], "Items are read from field 952.");
    assert!(
        seen["notes"]
            .to_string()
            .contains("1 of 3 records have fields in another script")
    );
    let mut wanted = mapping(&seen, "items");
    wanted["values"] = json!({ "item_type": { "BK": "Book" } });
    let input = json!({ "file": seen["file"], "mapping": wanted, "mode": "keep" });
    let report = library.finishes("transfer.run", input);
    assert_eq!(
        (&report["added"], &report["refused"]),
        (&json!(2), &json!(2)),
        "{report}"
    );
    let told = problems(&report);
    assert!(
        told[0].starts_with("2 row: the record is damaged: "),
        "{told:?}"
    );
    assert_eq!(
        told[1],
        "3 row: the record has no item with a barcode; its title is left out"
    );
    let found = library.does("catalog.search", json!({ "words": "3001", "limit": 1 }));
    let (item, title) = (
        &found["rows"][0]["item"]["details"],
        &found["rows"][0]["title"]["details"],
    );
    assert_eq!(
        title,
        &json!({
            "title": "Jane Eyre", "author": "Brontë, Charlotte", "isbn": "9780141439518", "year": 1847,
            "publisher": "Smith, Elder",
        })
    );
    assert_eq!(
        (&item["call_number"], &item["price"]),
        (&json!("823 BRO"), &json!(1250))
    );
    let found = library.does("catalog.search", json!({ "words": "3002", "limit": 1 }));
    assert_eq!(found["rows"][0]["item"]["status"], "lost");
    assert_eq!(library.rows("title"), 1, "copies share their record");
}

#[test]
fn titles_without_copies_are_kept_where_that_is_wanted_and_go_again() {
    let library = library();
    let xml = "<?xml version=\"1.0\"?><collection xmlns=\"http://www.loc.gov/MARC21/slim\"><record>\
        <leader>00000nam a2200000 a 4500</leader><datafield tag=\"245\" ind1=\" \" ind2=\" \">\
        <subfield code=\"a\">Cafe\u{301}s</subfield></datafield></record></collection>";
    let seen = library.stages("titles.xml", xml.as_bytes());
    assert_eq!(seen["form"], "marcxml");
    let mut wanted = mapping(&seen, "items");
    wanted["columns"] = json!([null, "title", "author", "isbn", "year", "barcode"]);
    wanted["keep_bare_titles"] = json!(true);
    let input = json!({ "file": seen["file"], "mapping": wanted, "mode": "keep" });
    let report = library.finishes("transfer.run", input);
    assert_eq!(report["added"], 1, "{report}");
    let title: String = library
        .outside()
        .query_row("SELECT title FROM title", [], |row| row.get(0))
        .unwrap();
    assert_eq!(title, "Cafés");
    library.finishes(
        "transfer.undo_import",
        json!({ "import": report["import"] }),
    );
    assert_eq!(library.rows("title"), 0);
}

#[test]
fn items_in_a_field_of_agreement_come_in_by_a_mapping_that_is_remembered() {
    let library = library();
    let one = |barcode: &str| {
        record(&[
            ("245", &[('a', "Emma")]),
            ("949", &[('i', barcode), ('t', "Book")]),
        ])
    };
    let seen = library.stages("a.mrc", &one("3001"));
    let suggested = mapping(&seen, "items");
    assert_eq!(
        suggested["columns"],
        json!([
            null,
            "title",
            "author",
            "isbn",
            "year",
            "publisher",
            null,
            null
        ])
    );
    let mut wanted = suggested.clone();
    wanted["columns"][6] = json!("barcode");
    wanted["columns"][7] = json!("item_type");
    let input = json!({ "file": seen["file"], "mapping": wanted, "mode": "keep" });
    assert_eq!(library.finishes("transfer.run", input)["added"], 1);
    let again = library.stages("b.mrc", &one("3002"));
    assert_eq!(mapping(&again, "items"), wanted);
}
