//! Documents on a roll as the bytes of receipt printers (ESC/POS, Epson's command set, which others
//! speak too): no driver and no dialog between the desk and the paper.
//!
//! A line whose characters are all in code page 858 is sent as text, which every such printer sets
//! fast and sharp; any other line is sent as a picture of itself, shaped as on a page. The document
//! is the one that prints as PDF: title, aside, blocks, footer. It sends nothing anywhere.

mod code_page;
mod lines;
mod picture;
mod ticket;

pub(crate) use picture::Outline;
pub use ticket::{Ticket, ticket, ticket_with};
