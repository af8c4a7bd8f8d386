//! What all printed pages have in common: paper, head and foot. It lays out no report.

use carrel_print::{Created, Document, Sheet, isolated};
use chrono::Datelike;

use super::stamp::ReportStamp;
use super::words;
use crate::kernel::{Day, Minute};
use crate::policies::Paper;

/// The paper as the printing crate knows it.
pub(super) fn paper(paper: Paper) -> carrel_print::Paper {
    match paper {
        Paper::A4 => carrel_print::Paper::A4,
        Paper::Letter => carrel_print::Paper::Letter,
    }
}

/// A document without blocks. An invented library says so at the head of every page.
pub(super) fn document(title: String, sheet: Sheet, stamp: &ReportStamp) -> Document {
    let aside = match stamp.demo {
        true => format!("{} · {}", words::DEMO, isolated(&stamp.library)),
        false => isolated(&stamp.library),
    };
    Document {
        aside,
        footer: words::printed(stamp),
        page_label: words::PAGE.into(),
        language: words::LANGUAGE.into(),
        author: stamp.library.clone(),
        ..Document::new(title, sheet, created(stamp.day, stamp.minute))
    }
}

/// A day and a minute as the printing crate knows them.
pub(super) fn created(day: Day, minute: Minute) -> Created {
    let date = day.date();
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    Created {
        year: u16::try_from(date.year()).unwrap_or(1),
        month: small(date.month()),
        day: small(date.day()),
        hour: small(u32::from(minute.hour())),
        minute: small(u32::from(minute.count() % 60)),
        second: 0,
    }
}
