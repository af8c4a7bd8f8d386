//! The receipt as one page, on a roll or a sheet: large enough for arm's length, title above due day.

use carrel_print::{
    Block, Cell, Column, Created, Document, Figure, Paper, Row, Sheet, Table, Text, Ticket, render,
};

use super::output::Printout;
use super::page;
use super::receipt::{Receipt, ReceiptLoan, ReceiptSheet};
use super::receipt_words as said;
use super::words;
use crate::kernel::Money;

/// The receipt as a PDF.
pub(super) fn pdf(receipt: &Receipt, sheet: ReceiptSheet) -> Printout {
    Printout::of(render(&document(receipt, sheet)))
}

/// The receipt as a receipt printer takes it.
pub(super) fn ticket(receipt: &Receipt, sheet: ReceiptSheet) -> Ticket {
    carrel_print::ticket(&document(receipt, sheet))
}

fn document(receipt: &Receipt, sheet: ReceiptSheet) -> Document {
    let mut document = Document {
        aside: said::about(receipt),
        footer: said::NOT_KEPT.into(),
        page_label: String::new(),
        language: words::LANGUAGE.into(),
        author: receipt.library.clone(),
        subject: said::RECEIPT.into(),
        ..Document::new(receipt.library.clone(), paper(sheet), created(receipt))
    };
    if receipt.lent.is_empty() && receipt.credits.is_empty() {
        document.push(Block::paragraph(said::NOTHING_TODAY));
    }
    if !receipt.lent.is_empty() {
        document.push(lent(&receipt.lent));
    }
    if !receipt.credits.is_empty() {
        document.push(money(receipt));
    }
    if receipt.balance > Money::default() {
        let owed = receipt.notation.money(receipt.balance);
        document.push(vec![Figure::new(owed, said::STILL_OWED)]);
    } else if !receipt.credits.is_empty() {
        document.push(Block::paragraph(Text::strong(said::NOTHING_OWED)));
    }
    document
}

fn lent(loans: &[ReceiptLoan]) -> Table {
    let row = |loan: &ReceiptLoan| {
        let lines = [
            Text::plain(loan.title.as_str()),
            Text::strong(said::due(loan.due)),
        ];
        Row::cells([Cell::stack(lines)])
    };
    Table {
        columns: vec![Column::share(said::LENT_TODAY, 1.0)],
        rows: loans.iter().map(row).collect(),
        ..Table::default()
    }
}

fn money(receipt: &Receipt) -> Table {
    let row = |(kind, amount): &(_, Money)| {
        let amount = receipt.notation.money(*amount);
        Row::cells([Cell::from(said::credit(*kind)), Cell::from(amount)])
    };
    Table {
        columns: vec![
            Column::share(said::MONEY_TODAY, 1.0),
            Column::number(said::AMOUNT),
        ],
        rows: receipt.credits.iter().map(row).collect(),
        ..Table::default()
    }
}

fn paper(sheet: ReceiptSheet) -> Sheet {
    let paper = match sheet {
        ReceiptSheet::Mm58 => Paper::Roll58,
        ReceiptSheet::Mm80 => Paper::Roll80,
        ReceiptSheet::A4 => Paper::A4,
        ReceiptSheet::Letter => Paper::Letter,
    };
    paper.portrait()
}

fn created(receipt: &Receipt) -> Created {
    page::created(receipt.day, receipt.minute)
}
