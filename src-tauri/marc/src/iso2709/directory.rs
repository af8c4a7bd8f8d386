//! Which bytes belong to which tag. The directory is a hint: where its places do not fit the marks, the order decides.

use super::FIELD_END;
use super::leader::{ENTRY, number};
use crate::problem::{Fault, Problem, note};

/// A tag and the bytes of its field, without the end mark.
pub(super) type Found<'b> = (&'b [u8], &'b [u8]);

struct Entry<'b> {
    tag: &'b [u8],
    length: Option<usize>,
    start: Option<usize>,
}

/// The fields that `directory` names in `body`, in the directory's order.
pub(super) fn fields<'b>(
    directory: &'b [u8],
    body: &'b [u8],
    problems: &mut Vec<Problem>,
) -> Vec<Found<'b>> {
    let entries: Vec<Entry<'_>> = directory.chunks_exact(ENTRY).map(entry).collect();
    if !directory.len().is_multiple_of(ENTRY) {
        note(problems, Problem::of_record(Fault::OddDirectory));
    }
    let exact: Option<Vec<Found<'_>>> = entries
        .iter()
        .map(|entry| Some((entry.tag, exactly(entry, body)?)))
        .collect();
    let found = exact.filter(|found| claimed(found) <= body.len());
    if let Some(found) = found {
        return found;
    }
    let marked = marked(body);
    if entries.len() == marked.len() {
        note(problems, Problem::of_record(Fault::DirectoryGuessed));
        return in_order(&entries, &marked, body);
    }
    one_by_one(&entries, &marked, body, problems)
}

fn entry(bytes: &[u8]) -> Entry<'_> {
    Entry {
        tag: &bytes[..3],
        length: number(&bytes[3..7]),
        start: number(&bytes[7..]),
    }
}

fn claimed(found: &[Found<'_>]) -> usize {
    found.iter().map(|(_, field)| field.len() + 1).sum()
}

/// The field at the entry's place, if marks stand before and behind it.
fn exactly<'b>(entry: &Entry<'_>, body: &'b [u8]) -> Option<&'b [u8]> {
    let (start, length) = (entry.start?, entry.length?);
    let last = start.checked_add(length)?.checked_sub(1)?;
    let begins = start == 0 || body.get(start - 1) == Some(&FIELD_END);
    // The last mark of a record is sometimes left out.
    let ends = body.get(last) == Some(&FIELD_END) || last == body.len();
    (begins && ends && start <= last).then(|| &body[start..last])
}

/// The places of all fields, as the marks have them.
fn marked(body: &[u8]) -> Vec<(usize, usize)> {
    let mut fields = Vec::new();
    let mut start = 0;
    for (at, byte) in body.iter().enumerate() {
        if *byte == FIELD_END {
            fields.push((start, at));
            start = at + 1;
        }
    }
    if body[start..].iter().any(|byte| !byte.is_ascii_whitespace()) {
        fields.push((start, body.len()));
    }
    fields
}

/// As many fields as entries: the first of the places is the first of the fields, and so on. Where the places cannot
/// be compared, the order of the entries is taken.
fn in_order<'b>(
    entries: &[Entry<'b>],
    marked: &[(usize, usize)],
    body: &'b [u8],
) -> Vec<Found<'b>> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|at| entries[*at].start);
    let distinct = order
        .windows(2)
        .all(|pair| entries[pair[0]].start < entries[pair[1]].start);
    let comparable = distinct && entries.iter().all(|entry| entry.start.is_some());
    let mut found: Vec<Found<'b>> = entries.iter().map(|entry| (entry.tag, &[][..])).collect();
    for (nth, (start, end)) in marked.iter().enumerate() {
        let at = if comparable { order[nth] } else { nth };
        found[at].1 = &body[*start..*end];
    }
    found
}

/// Each entry by itself: its place, or the field that begins there. What is found nowhere is lost. Every field is given
/// once, so that a directory of lies cannot multiply a record.
fn one_by_one<'b>(
    entries: &[Entry<'b>],
    marked: &[(usize, usize)],
    body: &'b [u8],
    problems: &mut Vec<Problem>,
) -> Vec<Found<'b>> {
    let mut taken = vec![false; marked.len()];
    let mut found = Vec::new();
    for entry in entries {
        let start = entry.start.unwrap_or(usize::MAX);
        let place = marked.binary_search_by_key(&start, |(start, _)| *start);
        match place {
            Ok(nth) if !taken[nth] => {
                taken[nth] = true;
                let (start, end) = marked[nth];
                found.push((entry.tag, &body[start..end]));
            }
            Ok(_) | Err(_) => {
                let tag = String::from_utf8_lossy(entry.tag);
                note(problems, Problem::of_field(&tag, Fault::FieldLost));
            }
        }
    }
    let count = taken.iter().filter(|taken| !**taken).count();
    if count > 0 && found.len() < entries.len() {
        note(problems, Problem::of_record(Fault::FieldsUnnamed { count }));
    }
    found
}
