//! Records in every bad state that files are met in: the good ones stay, what is wrong is said, nothing stops.

use carrel_marc::{Encoding, Fault, Field, Record, Severity, read};

/// A well-formed record of these fields, each its tag and its bytes without the end mark.
fn record(status_09: u8, fields: &[(&str, &[u8])]) -> Vec<u8> {
    let mut directory = Vec::new();
    let mut body: Vec<u8> = Vec::new();
    for (tag, field) in fields {
        directory.extend(format!("{tag}{:04}{:05}", field.len() + 1, body.len()).bytes());
        body.extend_from_slice(field);
        body.push(0x1e);
    }
    let base = 24 + directory.len() + 1;
    let length = base + body.len() + 1;
    let mut bytes = format!("{length:05}nam  22{base:05} a 4500").into_bytes();
    bytes[9] = status_09;
    bytes.extend(directory);
    bytes.push(0x1e);
    bytes.extend(body);
    bytes.push(0x1d);
    bytes
}

fn good() -> Vec<u8> {
    record(
        b'a',
        &[
            ("001", b"12"),
            ("245", b"10\x1faMiddlemarch /\x1fcG. Eliot."),
        ],
    )
}

fn all(bytes: &[u8]) -> Vec<Record> {
    read(bytes).map(Result::unwrap).collect()
}

fn one(bytes: &[u8]) -> Record {
    let mut all = all(bytes);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

fn faults(record: &Record) -> Vec<&Fault> {
    record.errors.iter().map(|problem| &problem.fault).collect()
}

#[test]
fn a_good_record_is_read_and_nothing_is_said() {
    let record = one(&good());
    assert_eq!(record.encoding, Encoding::Utf8);
    assert_eq!(record.leader, "00082nam a2200049 a 4500");
    assert_eq!(
        record.fields,
        [
            Field::Control {
                tag: "001".into(),
                value: "12".into()
            },
            Field::Data {
                tag: "245".into(),
                indicators: ['1', '0'],
                subfields: vec![('a', "Middlemarch /".into()), ('c', "G. Eliot.".into())],
            },
        ]
    );
    assert!(record.errors.is_empty() && !record.is_damaged());
}

#[test]
fn a_lying_leader_is_said_and_changes_nothing() {
    let mut bytes = good();
    bytes[..5].copy_from_slice(b"09999");
    bytes[12..17].copy_from_slice(b"00099");
    let record = one(&bytes);
    assert_eq!(record.fields, one(&good()).fields);
    let said: Vec<String> = record.errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "the leader says the record has 09999 bytes, and it has 82",
            "the leader says the fields begin at 00099, and they begin at 49"
        ]
    );
    assert!(!record.is_damaged());
}

#[test]
fn a_directory_whose_places_are_wrong_is_put_in_order() {
    let mut bytes = good();
    // As if characters had been counted, or the places were beyond five digits.
    bytes[24..48].copy_from_slice(b"001000500000245000900001");
    let record = one(&bytes);
    assert_eq!(record.fields, one(&good()).fields);
    assert_eq!(faults(&record), [&Fault::DirectoryGuessed]);
    bytes[24..48].copy_from_slice(b"001xxxx?????245xxxx?????");
    assert_eq!(one(&bytes).fields, one(&good()).fields);
}

#[test]
fn tags_in_any_order_are_found_by_their_places() {
    let mut bytes = record(b'a', &[("245", b"10\x1faB"), ("001", b"12")]);
    let (first, second) = (bytes[24..36].to_vec(), bytes[36..48].to_vec());
    bytes[24..36].copy_from_slice(&second);
    bytes[36..48].copy_from_slice(&first);
    let record = one(&bytes);
    assert_eq!(record.control("001"), Some("12"));
    assert_eq!(record.subfield("245", 'a'), Some("B"));
    assert!(record.errors.is_empty());
}

#[test]
fn a_field_that_is_nowhere_makes_the_record_damaged() {
    let mut bytes = good();
    bytes[36..48].copy_from_slice(b"245009900777");
    bytes.splice(48..48, *b"300000300003");
    let record = one(&bytes);
    assert!(record.is_damaged());
    assert!(faults(&record).contains(&&Fault::FieldLost));
}

#[test]
fn a_directory_of_lies_cannot_multiply_a_record() {
    let text = vec![b'x'; 90_000];
    let mut directory = b"500999900000".repeat(7000);
    directory.push(0x1e);
    let mut bytes = b"99999nam a2200049 a 4500".to_vec();
    bytes.extend(directory);
    bytes.extend(b"  \x1fa");
    bytes.extend(text);
    bytes.extend(b"\x1e\x1d");
    let record = one(&bytes);
    assert!(record.is_damaged());
    assert_eq!(record.fields.len(), 1);
    assert!(record.errors.len() <= 51);
    assert_eq!(
        record.errors.last().map(|problem| problem.severity()),
        Some(Severity::Damaged)
    );
}

#[test]
fn a_record_beyond_the_leaders_five_digits_is_read_by_its_marks() {
    let text = [b"  \x1fa".as_slice(), &vec![b'x'; 9000]].concat();
    let fields: Vec<(&str, &[u8])> = vec![("500", &text); 20];
    let mut bytes = record(b'a', &fields);
    // What six digits made of leader and directory.
    let mut whole = b"99999nam a2200265 a 4500".to_vec();
    for nth in 0..20 {
        whole.extend(format!("5009005{:05}", (nth * 9005) % 100_000).bytes());
    }
    let body = bytes.split_off(bytes.iter().position(|byte| *byte == 0x1e).unwrap());
    whole.extend(body);
    let record = one(&whole);
    assert_eq!(record.subfields("500", 'a').count(), 20);
    assert!(record.subfields("500", 'a').all(|text| text.len() == 9000));
    assert!(!record.is_damaged());
}

#[test]
fn a_file_cut_short_keeps_what_is_whole() {
    let mut bytes = [good(), good()].concat();
    bytes.truncate(bytes.len() - 5);
    let all = all(&bytes);
    assert_eq!(all.len(), 2);
    assert!(!all[0].is_damaged() && all[1].is_damaged());
    bytes = good();
    bytes.pop();
    assert_eq!(faults(&one(&bytes)), [&Fault::Unterminated]);
}

#[test]
fn what_is_no_record_is_said_and_its_neighbours_are_kept() {
    let bytes = [
        good(),
        b"no record at all, but long enough\x1d".to_vec(),
        good(),
    ]
    .concat();
    let all = all(&bytes);
    let damaged: Vec<bool> = all.iter().map(Record::is_damaged).collect();
    assert_eq!(damaged, [false, true, false]);
    assert_eq!(all[2].index, 2);
    assert_eq!(all[2].offset, 82 + 34);
    assert_eq!(
        faults(&one(b"name;card\nAda;1")),
        [&Fault::NoRecord { bytes: 15 }]
    );
    assert!(read(&b""[..]).next().is_none());
    assert!(read(&b" \r\n\x1d\x1d"[..]).next().is_none());
}

#[test]
fn odd_indicators_codes_and_tags_are_read_and_said() {
    let fields: [(&str, &[u8]); 6] = [
        ("TSO", b"  \x1faML"),
        ("100", b"\x1faNo indicators"),
        ("110", b"1\x1faOne"),
        ("111", b"123\x1faThree"),
        ("500", b"  \x1f\x1fafirst\x1f\xc3\xa9second"),
        ("600", b""),
    ];
    let record = one(&record(b'a', &fields));
    assert_eq!(record.subfield("TSO", 'a'), Some("ML"));
    assert_eq!(record.subfield("100", 'a'), Some("No indicators"));
    assert_eq!(record.fields[2].indicators(), ['1', ' ']);
    assert_eq!(record.fields[3].indicators(), ['1', '2']);
    assert_eq!(record.subfield("500", 'e'), Some("second"));
    assert_eq!(record.fields[5].all_subfields(), []);
    assert_eq!(record.errors.len(), 6);
    assert!(!record.is_damaged());
}

#[test]
fn bad_bytes_are_shown_and_said() {
    let record = one(&record(
        b'a',
        &[("245", b"10\x1faCaf\xe9 \xc3\xa9t\xff\xfe.")],
    ));
    assert_eq!(
        record.subfield("245", 'a'),
        Some("Caf\u{fffd} ét\u{fffd}\u{fffd}.")
    );
    assert_eq!(
        record.errors[0].to_string(),
        "field 245: 3 unreadable in UTF-8, each shown as \u{fffd}; the first is E9"
    );
}
