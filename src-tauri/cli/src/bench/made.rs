//! Files of records as another system might have written them, invented from a seed, with a known share of broken rows.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// One row in so many is broken.
const BROKEN: u64 = 97;

const FAMILIES: [&str; 8] = [
    "Okafor",
    "Nguyễn",
    "O'Neill",
    "Łukasz",
    "王",
    "Weiß",
    "García Márquez",
    "Đặng",
];
const GIVEN: [&str; 6] = ["Ada", "José", "مريم", "Thị", "Jürgen", "小明"];
const WORDS: [&str; 8] = [
    "Rivers", "Été", "Stones", "Maps", "Żółw", "Winter", "Harbour", "Bees",
];

/// How many rows of a file are to come in, and how many not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Truth {
    pub(super) rows: u64,
    pub(super) broken: u64,
}

/// A number that looks like chance and is the same every time.
fn chance(of: u64, salt: u64) -> u64 {
    let mut x = of
        .wrapping_add(salt.wrapping_mul(0x9e37_79b9_7f4a_7c15))
        .wrapping_add(0x2545_f491_4f6c_dd1d);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// In which of so many ways a row is broken, if it is. The first one never is, so that each file has one to repeat.
fn broken(row: u64, salt: u64, ways: u64) -> Option<u64> {
    (row > 0 && chance(row, salt).is_multiple_of(BROKEN)).then(|| chance(row, salt + 1) % ways)
}

fn pick<'w>(words: &[&'w str], of: u64, salt: u64) -> &'w str {
    words[usize::try_from(chance(of, salt) % words.len() as u64).unwrap_or(0)]
}

fn card(row: u64) -> String {
    format!("{:014}", 20_000_000_000_000 + row * 7)
}

fn barcode(row: u64) -> String {
    format!("{:014}", 30_000_000_000_000 + row * 11)
}

fn day(of: u64, salt: u64, from: u64, years: u64) -> String {
    let number = chance(of, salt);
    format!(
        "{}-{:02}-{:02}",
        from + number % years,
        1 + number / 97 % 12,
        1 + number / 1009 % 28
    )
}

fn write(
    path: &Path,
    header: &str,
    rows: u64,
    row: impl Fn(u64) -> (String, bool),
) -> io::Result<Truth> {
    let mut out = BufWriter::new(File::create(path)?);
    writeln!(out, "{header}")?;
    let mut truth = Truth { rows, broken: 0 };
    for place in 0..rows {
        let (line, is_broken) = row(place);
        truth.broken += u64::from(is_broken);
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(truth)
}

/// Patrons, in Koha's columns.
pub(super) fn patrons(path: &Path, rows: u64) -> io::Result<Truth> {
    let header = "cardnumber,surname,firstname,categorycode,email,phone,address,city,dateofbirth,dateexpiry,borrowernotes";
    write(path, header, rows, |row| {
        let way = broken(row, 1, 7);
        let number = match way {
            Some(0) => "2.0E+13".to_owned(),
            Some(1) => String::new(),
            Some(2) => card(0),
            Some(3) => card(row)[4..].to_owned(),
            _ => card(row),
        };
        let family = pick(&FAMILIES, row, 3);
        let category = if way == Some(4) {
            "Ghost"
        } else {
            pick(&["Adult", "Child", "Staff"], row, 4)
        };
        let at = if way == Some(5) { "." } else { "@" };
        let born = if way == Some(6) {
            "31/31/1990".to_owned()
        } else {
            day(row, 5, 1940, 80)
        };
        let given = pick(&GIVEN, row, 6);
        let expires = day(row, 7, 2027, 4);
        let line = format!(
            "{number},{family},{given},{category},reader{row}{at}example.org,555 {row:06},\"{row} Elm St, Flat 2\nRear\",Springfield,{born},{expires},\"says \"\"hello\"\"\""
        );
        (line, way.is_some())
    })
}

/// Items; two copies a title.
pub(super) fn items(path: &Path, rows: u64) -> io::Result<Truth> {
    let header = "barcode;title;author;isbn;year;itype;itemcallnumber;location;price";
    write(path, header, rows, |row| {
        let way = broken(row, 11, 6);
        let number = match way {
            Some(0) => "3.0E+13".to_owned(),
            Some(1) => barcode(0),
            Some(2) => card(0),
            _ => barcode(row),
        };
        let of = row / 2;
        let title = format!("{} and {} {of}", pick(&WORDS, of, 12), pick(&WORDS, of, 13));
        let title = if way == Some(3) { String::new() } else { title };
        let author = pick(&FAMILIES, of, 14);
        let item_type = if way == Some(4) {
            "Scroll"
        } else {
            pick(&["Book", "DVD"], row, 15)
        };
        let price = if way == Some(5) {
            "a lot".to_owned()
        } else {
            format!("{}.50", row % 40)
        };
        let (isbn, year) = (9_780_000_000_000 + of, 1950 + of % 70);
        let line = format!(
            "{number};{title};{author};{isbn};{year};{item_type};{}.{} {};Main floor;{price}",
            of % 1000,
            of % 7,
            &author.chars().take(3).collect::<String>()
        );
        (line, way.is_some())
    })
}

/// Open loans of patrons and items that came in.
pub(super) fn loans(path: &Path, rows: u64, patrons: u64, items: u64) -> io::Result<Truth> {
    let good_items: Vec<u64> = (0..items)
        .filter(|row| broken(*row, 11, 6).is_none())
        .collect();
    let good_patrons: Vec<u64> = (0..patrons)
        .filter(|row| broken(*row, 1, 7).is_none())
        .collect();
    let at = |rows: &[u64], place: u64| rows[usize::try_from(place).unwrap_or(0) % rows.len()];
    write(
        path,
        "cardnumber\tbarcode\tdate_due\tissuedate\trenewals",
        rows,
        |row| {
            let way = broken(row, 21, 4);
            let number = match way {
                Some(0) => card(patrons + 9),
                _ => card(at(&good_patrons, chance(row, 22))),
            };
            let item = match way {
                Some(1) => barcode(items + 9),
                Some(2) => barcode(at(&good_items, 0)),
                _ => barcode(at(&good_items, row)),
            };
            let due = if way == Some(3) {
                "soon".to_owned()
            } else {
                day(row, 23, 2027, 1)
            };
            let lent = day(row, 24, 2025, 1);
            (
                format!(
                    "{number}\t{item}\t{due} 23:59:00\t{lent} 10:15:00\t{}",
                    row % 3
                ),
                way.is_some(),
            )
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn about_one_row_in_a_hundred_is_broken_and_always_the_same_ones() {
        let count = (0..97_000)
            .filter(|row| broken(*row, 1, 7).is_some())
            .count();
        assert!((900..1100).contains(&count), "{count}");
        assert_eq!(broken(0, 1, 7), None);
    }
}
