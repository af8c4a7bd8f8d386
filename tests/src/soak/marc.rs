//! Files that were MARC once, changed at random: whatever comes, it is read to its end, in little time and room.
//!
//! `CARREL_MINUTES` runs it for so long, `CARREL_SEED` throws other dice, and `CARREL_SEEDS` names a folder of files to
//! begin from beside our own.

use std::io::BufReader;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};
use std::{env, fs};

use carrel_marc::{Record, read};

use super::{Dice, cases};

/// No file of these sizes may take longer, on a machine that is busy with something else.
const PATIENCE: Duration = Duration::from_secs(5);
const LONGEST: usize = 64 << 10;

#[test]
fn whatever_the_file_it_is_read_to_its_end() {
    let seeds = seeds();
    let number = asked("CARREL_SEED").unwrap_or(1);
    let end = asked("CARREL_MINUTES").map(|minutes| Duration::from_secs(minutes * 60));
    let begun = Instant::now();
    let mut dice = Dice(number);
    let (mut done, mut records, mut slowest) = (0, 0, Duration::ZERO);
    while end.map_or(done < cases(400), |end| begun.elapsed() < end) {
        let file = changed(&mut dice, &seeds);
        let capacity = 1 + dice.below(200);
        let started = Instant::now();
        let read = catch_unwind(AssertUnwindSafe(|| check(&file, capacity)));
        let took = started.elapsed();
        let fine = read.is_ok() && took < PATIENCE;
        assert!(
            fine,
            "seed {number}, case {done}, {took:?}: {}",
            keep(&file)
        );
        records += read.unwrap_or_default();
        slowest = slowest.max(took);
        done += 1;
    }
    println!(
        "seed {number}: {done} files from {} seeds, {records} records, none stopped the reader; slowest {slowest:?}, {} s, {}",
        seeds.len(),
        begun.elapsed().as_secs(),
        most_memory(),
    );
}

fn asked(name: &str) -> Option<u64> {
    env::var(name).ok()?.parse().ok()
}

/// Reads the file twice, and compares what must hold of any file.
fn check(file: &[u8], capacity: usize) -> usize {
    let records: Vec<Record> = read(file).map(Result::unwrap).collect();
    let in_parts = BufReader::with_capacity(capacity, file);
    let again: Vec<Record> = read(in_parts).map(Result::unwrap).collect();
    assert!(records == again, "it matters how the file is read");
    let mut last = 0;
    for (index, record) in records.iter().enumerate() {
        assert_eq!(record.index, index);
        assert!(record.offset >= last && record.offset <= file.len() as u64);
        assert!(!record.fields.is_empty() || record.is_damaged());
        last = record.offset;
    }
    let size: usize = records.iter().map(size).sum();
    assert!(
        size <= 8 * file.len() + 4096,
        "{} bytes became {size}",
        file.len()
    );
    records.len()
}

fn size(record: &Record) -> usize {
    let subfields = record.fields.iter().flat_map(|field| field.all_subfields());
    let controls = record
        .fields
        .iter()
        .filter_map(|field| record.control(field.tag()));
    subfields.map(|(_, value)| value.len()).sum::<usize>()
        + controls.map(str::len).max().unwrap_or(0)
}

/// Where the file can be looked at.
fn keep(file: &[u8]) -> String {
    let path = env::temp_dir().join("carrel-soak-marc.bin");
    match fs::write(&path, file) {
        Ok(()) => format!("the file is {}", path.display()),
        Err(error) => format!("the file cannot be kept: {error}"),
    }
}

fn most_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    line.unwrap_or("memory unknown").replace('\t', " ")
}

fn seeds() -> Vec<Vec<u8>> {
    let fields: [(&str, &[u8]); 7] = [
        ("001", b"12"),
        ("008", b"960213s1996    flu           000 0 eng  "),
        ("100", b"1 \x1faEliot, George,\x1fd1819-1880."),
        ("245", b"10\x1faMiddlemarch /\x1fc\xc3\x89liot."),
        ("500", b"  \x1fal\xe2egendes, Genevi\xe1eve, \xe9l\xe9ments \xe0 \xf4t\xe9"),
        ("880", b"10\x1f6245\x1fa\x1b(2ylk\x1b(B \x1b(NmOSKWA\x1b(B \x1b$1\x21\x30\x21\x21\x30\x22\x1b(B &#x4E00;"),
        ("952", b"  \x1fp31000000120973\x1foPR 4662\x1fyBK"),
    ];
    let mut seeds = vec![
        [record(b'a', &fields[..4]), record(b'a', &fields)].concat(),
        [record(b' ', &fields[..3]), record(b' ', &fields[2..])].concat(),
        record(b' ', &fields).repeat(12),
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><collection xmlns='http://www.loc.gov/MARC21/slim'><record>\
         <leader>00714cam a2200205 a 4500</leader><controlfield tag='001'>12</controlfield><datafield tag='245' ind1='1' \
         ind2='0'><subfield code='a'>Wind &amp; <![CDATA[<&>]]> &#xdf;</subfield><!-- x --></datafield></record><record/>\
         </collection>".repeat(2).into_bytes(),
    ];
    if let Some(folder) = env::var_os("CARREL_SEEDS") {
        let mut paths: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.sort();
        seeds.extend(paths.iter().map(|path| fs::read(path).unwrap()));
    }
    seeds
}

fn record(encoding: u8, fields: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut directory, mut body) = (String::new(), Vec::new());
    for (tag, field) in fields {
        directory.push_str(&format!("{tag}{:04}{:05}", field.len() + 1, body.len()));
        body.extend_from_slice(field);
        body.push(0x1e);
    }
    let base = 25 + directory.len();
    let mut bytes = format!(
        "{:05}nam  22{base:05} a 4500{directory}\x1e",
        base + body.len() + 1
    )
    .into_bytes();
    bytes[9] = encoding;
    bytes.extend(body);
    bytes.push(0x1d);
    bytes
}

fn changed(dice: &mut Dice, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut file = part(dice, seeds, 16 << 10);
    for _ in 0..=dice.below(8) {
        change(dice, seeds, &mut file);
        file.truncate(LONGEST);
    }
    file
}

/// A seed or, of a long one, a stretch that often begins where a record does.
fn part(dice: &mut Dice, seeds: &[Vec<u8>], most: usize) -> Vec<u8> {
    let seed = &seeds[dice.below(seeds.len())];
    if seed.len() <= most && dice.below(4) > 0 {
        return seed.clone();
    }
    let mut start = dice.below(seed.len());
    if dice.below(3) > 0 {
        let end = seed[..start].iter().rposition(|byte| *byte == 0x1d);
        start = end.map_or(0, |end| end + 1);
    }
    let end = seed.len().min(start + 1 + dice.below(most));
    seed[start..end].to_vec()
}

/// What readers stumble over.
const TOKENS: &[&[u8]] = &[
    b"\x1d",
    b"\x1e",
    b"\x1f",
    b"\x1e\x1d",
    b"\x1d\r\n",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"     ",
    b"00000",
    b"99999",
    b"\x1b(2",
    b"\x1b)3",
    b"\x1b$1",
    b"\x1b$)1",
    b"\x1b(!E",
    b"\x1b(B",
    b"\x1bs",
    b"\x1b",
    b"\x1b(",
    b"\xe2",
    b"\xeb",
    b"\xe2\x82",
    b"\xf0\x9f",
    b"\x88",
    b"&#x4E00;",
    b"&#xD800;",
    b"&#x110000;",
    b"&",
    b"<",
    b">",
    b"<record>",
    b"</record>",
    b"<record/>",
    b"<m:record x='>'>",
    b"</subfield>",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"]]>",
    b"<!DOCTYPE a [",
    b"&lol;",
    b"<?xml version='1.0' encoding='latin1'?>",
    b"<leader>",
    b"<datafield tag='7'>",
    b"code=\"\"",
    b"<x>",
    b"'",
    b"\"",
];

fn change(dice: &mut Dice, seeds: &[Vec<u8>], file: &mut Vec<u8>) {
    let at = dice.below(file.len() + 1);
    let to = file.len().min(at + 1 + dice.below(60));
    match dice.below(11) {
        0 if at < file.len() => file[at] ^= 1 << dice.below(8),
        1 if at < file.len() => file[at] = u8::try_from(dice.below(256)).unwrap(),
        2 => drop(file.drain(at..to)),
        3 => {
            let stretch = file[at..to].repeat(1 + dice.below(40));
            file.splice(at..at, stretch);
        }
        4 => {
            let stretch = part(dice, seeds, 2000);
            file.splice(at..to, stretch);
        }
        5 if dice.below(4) == 0 => file.truncate(at),
        6 => lie(dice, file),
        7 if to < file.len() => file[at..to].rotate_left(1),
        8 => {
            let token = TOKENS[dice.below(TOKENS.len())].repeat(1 + dice.below(30));
            file.splice(at..at, token);
        }
        _ => {
            let token = TOKENS[dice.below(TOKENS.len())];
            file.splice(at..at, token.iter().copied());
        }
    }
}

/// Changes digits where a leader or a directory has them.
fn lie(dice: &mut Dice, file: &mut [u8]) {
    let start = dice.below(file.len() + 1);
    let near = file[start..]
        .iter_mut()
        .take(200)
        .filter(|byte| byte.is_ascii_digit());
    for digit in near.take(1 + dice.below(12)) {
        *digit = b'0' + u8::try_from(dice.below(10)).unwrap();
    }
}
