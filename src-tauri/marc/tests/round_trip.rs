//! What is written is read again as it was, whatever it says; and what is read never depends on luck.

use carrel_marc::{Encoding, Field, Record, read, to_iso2709, to_marcxml};
use proptest::prelude::*;

/// Any text without the format's marks, and with scripts and marks more often than chance would have it.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[ -~]{0,20}",
        "[áéñøłßœ]{0,8}",
        "[\u{5d0}-\u{5ea}\u{410}-\u{44f}\u{3b1}-\u{3c9}]{0,8}",
        "[\u{4e00}-\u{4eff}]{0,4}",
        "[e\u{301}\u{323}]{0,4}",
        "[^\u{0}-\u{1f}\u{7f}-\u{9f}\u{fffd}-\u{ffff}]{0,6}",
        "[\t\r\n]{0,2}",
    ];
    proptest::collection::vec(part, 0..5).prop_map(|parts| parts.concat())
}

fn field() -> impl Strategy<Value = Field> {
    let control = ("00[1-9]", text()).prop_map(|(tag, value)| Field::Control { tag, value });
    let subfields = proptest::collection::vec((proptest::char::range('!', '~'), text()), 1..6);
    let indicator = || prop_oneof![Just(' '), proptest::char::range('0', '9')];
    let data = ("[1-9A-Z][0-9A-Z]{2}", indicator(), indicator(), subfields);
    let data = data.prop_map(|(tag, first, second, subfields)| Field::Data {
        tag,
        indicators: [first, second],
        subfields,
    });
    prop_oneof![1 => control, 4 => data]
}

fn record() -> impl Strategy<Value = Record> {
    let leader = "00000[a-z]{3} a2200000 [a-z] 4500".prop_map(|leader| leader);
    (leader, proptest::collection::vec(field(), 1..20)).prop_map(|(leader, fields)| Record {
        index: 0,
        offset: 0,
        encoding: Encoding::Utf8,
        leader,
        fields,
        errors: Vec::new(),
    })
}

fn fields(bytes: &[u8]) -> Vec<Vec<Field>> {
    let records = read(bytes).map(Result::unwrap);
    records
        .map(|record| {
            assert_eq!(record.errors, []);
            record.fields
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn records_come_back_as_they_were(records in proptest::collection::vec(record(), 1..4)) {
        let expected: Vec<Vec<Field>> = records.iter().map(|record| record.fields.clone()).collect();
        let written: Vec<u8> = records.iter().flat_map(|record| to_iso2709(record).unwrap()).collect();
        prop_assert_eq!(&fields(&written), &expected);
        prop_assert_eq!(&fields(to_marcxml(&records).as_bytes()), &expected);
    }

    #[test]
    fn any_bytes_are_read_to_their_end(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for record in read(&bytes[..]) {
            let record = record.unwrap();
            prop_assert!(!record.fields.is_empty() || record.is_damaged());
        }
    }
}

#[test]
fn what_the_older_format_cannot_hold_is_not_written() {
    let with = |value: String| Record {
        index: 0,
        offset: 0,
        encoding: Encoding::Utf8,
        leader: String::new(),
        fields: vec![Field::Control {
            tag: "001".into(),
            value,
        }],
        errors: Vec::new(),
    };
    assert!(to_iso2709(&with("x".repeat(9_998))).is_some());
    assert!(to_iso2709(&with("x".repeat(9_999))).is_none());
    assert!(to_iso2709(&with("x\u{1e}y".into())).is_none());
}
