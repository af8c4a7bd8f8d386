//! The recovery code as a page for the safe: what it is for, the code, how it is used. It keeps no file.

use carrel_print::{Block, Created, Document, Figure, Note, render};
use chrono::Datelike;

use super::core::Core;
use crate::accounts::RecoveryCode;
use crate::kernel::{Result, Zone};
use crate::policies::Paper;

/// The page's name in the exports folder.
pub(super) const FILE: &str = "Carrel recovery code.pdf";

/// The page as a PDF.
pub(super) fn pdf(
    code: &RecoveryCode,
    library: &str,
    paper: Paper,
    core: &Core,
) -> Result<Vec<u8>> {
    let sheet = match paper {
        Paper::A4 => carrel_print::Paper::A4,
        Paper::Letter => carrel_print::Paper::Letter,
    };
    let zone = Zone::parse(&core.library().details.zone)?;
    let (day, minute) = core.clock().now().local(zone);
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    let created = Created {
        year: u16::try_from(day.date().year()).unwrap_or(1),
        month: small(day.date().month()),
        day: small(day.date().day()),
        hour: small(u32::from(minute.hour())),
        minute: small(u32::from(minute.count() % 60)),
        second: 0,
    };
    let mut document = Document {
        aside: library.to_owned(),
        footer: format!("Drawn on {day}. A newer page makes this one worthless."),
        language: "en".into(),
        author: library.to_owned(),
        ..Document::new("Recovery code", sheet.portrait(), created)
    };
    document.push(Block::paragraph(
        "This code lets a supervisor back into Carrel when nobody knows a passphrase any more. Keep this page where the \
         keys of the building are kept: in the safe, not at the desk. Whoever holds it can become supervisor.",
    ));
    document.push(Block::Space(4.0));
    let groups = code.groups();
    for (row, four) in groups.chunks(4).enumerate() {
        let figures = four.iter().enumerate();
        let figure = |(place, group): (usize, &String)| {
            Figure::new(group.clone(), format!("group {}", row * 4 + place + 1))
        };
        document.push(Block::Figures(figures.map(figure).collect()));
    }
    document.push(Block::Space(4.0));
    document.push(Block::heading("How it is used"));
    for step in [
        "1. On the sign-in screen choose “I cannot sign in”.",
        "2. Type the eight groups. Capitals, spaces and dashes do not matter; there is no letter O or I in the code, \
         only the digits 0 and 1.",
        "3. Choose the supervisor and set a new passphrase. The code is used up then, and Carrel shows the next one. \
         Print it and put it in this page's place.",
    ] {
        document.push(Block::paragraph(step));
    }
    document.push(Block::Note(Note::new(
        "Lost this page?",
        "A supervisor who can sign in makes a new code in Settings, Who may sign in. This one is worthless from \
         then on.",
    )));
    Ok(render(&document).bytes)
}
