//! Pages, tables and charts as PDF; knows no domain, reads no clock and opens no file but the fonts
//! of the PC, and those only for letters that the bundled ones lack.
//!
//! A [`Document`] is a title, a [`Sheet`] of paper and a list of [`Block`]s. [`render()`] flows the
//! blocks over as many pages as they need and gives back the bytes of the file, the number of
//! pages, and the characters the bundled fonts could not print.
//!
//! ```
//! use carrel_print::{Block, Column, Created, Document, Paper, Row, Table, render};
//!
//! let created = Created { year: 2026, month: 11, day: 23, hour: 11, minute: 42, second: 0 };
//! let mut document = Document::new("Overdue", Paper::A4.portrait(), created);
//! document.aside = "Thornfield Public Library".into();
//! document.push(Table {
//!     columns: vec![Column::share("Title", 1.0), Column::number("Days late")],
//!     rows: vec![Row::cells(["The Odyssey", "3"]), Row::total(["All", "3"])],
//!     ..Table::default()
//! });
//! document.push(Block::paragraph("Nothing else is owed."));
//! let rendered = render(&document);
//! assert_eq!(rendered.pages, 1);
//! assert!(rendered.missing.is_empty());
//! ```
//!
//! Everything is black, white and grey, so that a page reads the same from any printer. Lengths
//! the caller gives are millimetres; type sizes are points and not the caller's to choose.

mod block;
mod chart;
mod document;
mod escpos;
mod glyphs;
mod ink;
mod layout;
mod paper;
mod render;
mod table;
mod text;

pub use block::{Block, Figure, Heading, Key, Note, Rank, Sign};
pub use chart::{Bar, BarChart, HeatRow, HeatTable, LineChart, Pattern, Series};
pub use document::{Created, Document};
pub use escpos::{Ticket, ticket, ticket_with};
pub use glyphs::OtherFonts;
pub use paper::{Margins, Orientation, Paper, Sheet};
pub use render::{Rendered, render, render_with};
pub use table::{Align, Cell, Column, Density, Edge, Look, Row, Table, Width};
pub use text::{Run, Text, isolated, released};
