//! MARCXML as it is met: with and without namespaces, in collections and harvests, broken in one record, hostile.

use carrel_marc::{Encoding, Fault, Record, read};

fn all(xml: &str) -> Vec<Record> {
    read(xml.as_bytes()).map(Result::unwrap).collect()
}

fn one(xml: &str) -> Record {
    let mut all = all(xml);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

fn faults(record: &Record) -> Vec<&Fault> {
    record.errors.iter().map(|problem| &problem.fault).collect()
}

const FIELDS: &str = r#"<leader>00714cam a2200205 a 4500</leader>
  <controlfield tag="001"> 12 </controlfield>
  <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Wind &amp; Wei&#xdf;e <![CDATA[<N&auml;chte>]]></subfield
  ><subfield code="c"/></datafield>"#;

#[test]
fn a_record_is_read_with_any_namespace_or_none() {
    let prefixed = FIELDS
        .replace("</", "</\u{1}")
        .replace('<', "<m:")
        .replace("<m:/\u{1}", "</m:")
        .replace("<m:![", "<![")
        .replace("<m:N&", "<N&");
    for xml in [
        format!("<record>{FIELDS}</record>"),
        format!(
            "<collection xmlns='http://www.loc.gov/MARC21/slim'><record type='x'>{FIELDS}</record></collection>"
        ),
        format!(
            "<?xml version='1.0'?><!-- <record> --><m:collection><m:record>{prefixed}</m:record></m:collection>"
        ),
        format!("<record><header/><metadata><record>{FIELDS}</record></metadata></record>"),
    ] {
        let record = one(&xml);
        assert_eq!(record.errors, [], "{xml}");
        assert_eq!(record.leader, "00714cam a2200205 a 4500");
        assert_eq!(record.control("001"), Some(" 12 "));
        assert_eq!(
            record.subfield("245", 'a'),
            Some("Wind & Weiße <N&auml;chte>")
        );
        assert_eq!(record.subfield("245", 'c'), Some(""));
        assert_eq!(record.fields[1].indicators(), ['1', '0']);
    }
}

#[test]
fn a_bad_record_does_not_end_the_file() {
    let bad = "<record><leader>00714cam a2200205 a 4500</leader><datafield tag='245'><subfield code='a'>x</datafield></record>";
    let unclosed = "<record><controlfield tag='001'>7</controlfield>";
    let good = format!("<record>{FIELDS}</record>");
    let all = all(&format!(
        "<collection>{good}{bad}{good}{unclosed}{good}<record/>{unclosed}"
    ));
    let damaged: Vec<bool> = all.iter().map(Record::is_damaged).collect();
    assert_eq!(damaged, [false, true, false, true, false, true, true]);
    assert!(matches!(faults(&all[1])[..], [Fault::BrokenXml { .. }]));
    assert_eq!(faults(&all[3]), [&Fault::Truncated]);
    assert_eq!(faults(&all[5]), [&Fault::NoFields]);
    assert_eq!(all[6].control("001"), Some("7"));
    assert_eq!(all[4].index, 4);
}

#[test]
fn what_is_odd_in_a_record_is_said() {
    let record = one(
        "<record><leader>\n   00714cam a2200205 a 4500\n</leader><controlfield tag='001'>A&T &nbsp; &#7;</controlfield>\
         <datafield tag='245' ind1='12'><subfield code=''>x</subfield><subfield code='ab'>y</subfield></datafield></record>",
    );
    assert_eq!(record.leader, "00714cam a2200205 a 4500");
    assert_eq!(record.control("001"), Some("A&T &nbsp; &#7;"));
    assert_eq!(record.subfield("245", '\u{fffd}'), Some("x"));
    assert_eq!(record.subfield("245", 'a'), Some("y"));
    assert_eq!(record.fields[1].indicators(), ['1', ' ']);
    assert_eq!(record.errors.len(), 6, "{:?}", record.errors);
    assert!(!record.is_damaged());
    let record = one(
        "<record><datafield><subfield code='a'>x</subfield></datafield><controlfield tag='001'>1</controlfield></record>",
    );
    assert!(record.is_damaged());
    assert_eq!(record.control("001"), Some("1"));
}

#[test]
fn an_entity_that_the_file_declares_is_never_expanded() {
    let mut bomb = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a0 'ha'>".to_owned();
    for nth in 1..30 {
        let refers = format!("&a{};", nth - 1).repeat(10);
        bomb.push_str(&format!("<!ENTITY a{nth} '{refers}'>"));
    }
    bomb.push_str("]><record><controlfield tag='001'>&a29;</controlfield></record>");
    let record = one(&bomb);
    assert_eq!(record.control("001"), Some("&a29;"));
    assert_eq!(record.errors.len(), 1);
}

#[test]
fn depth_and_noise_have_an_end() {
    let deep = format!("<record>{}</record>", "<x>".repeat(100_000));
    assert!(one(&deep).is_damaged());
    assert!(one("<html><body>no records</body></html>").is_damaged());
    assert!(one("<").is_damaged());
    assert_eq!(all("<collection></collection>").len(), 0);
    assert_eq!(all("<!-- <record> > --><collection/>").len(), 0);
    let tags = "<!--".repeat(100_000);
    assert_eq!(all(&format!("<collection>{tags}")).len(), 0);
}

#[test]
fn a_file_that_declares_latin_1_is_read_as_such() {
    let mut xml = b"<?xml version='1.0' encoding='ISO-8859-1'?><record><controlfield tag='001'>Caf\xe9</controlfield></record>".to_vec();
    let record = read(&xml[..]).next().unwrap().unwrap();
    assert_eq!(
        (record.control("001"), record.encoding),
        (Some("Café"), Encoding::Windows1252)
    );
    assert_eq!(record.errors, []);
    xml.drain(..xml.iter().position(|byte| *byte == b'>').unwrap() + 1);
    let record = read(&xml[..]).next().unwrap().unwrap();
    assert_eq!(record.control("001"), Some("Caf\u{fffd}"));
    assert_eq!(record.errors.len(), 1);
}
