//! A document as the lines of a receipt; measures nothing and breaks none.

use crate::layout::said;
use crate::{Align, Block, Cell, Column, Document, Row, Table, Text};

/// A line of a receipt; what does not fit beside one another is broken later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// Words.
    Words {
        words: String,
        strong: bool,
        centred: bool,
    },
    /// Words at the left and a number at the right.
    Pair {
        left: String,
        right: String,
        strong: bool,
    },
    /// A line across.
    Rule,
    /// An empty line.
    Feed,
}

/// What the document says, top to bottom.
pub(super) fn items(document: &Document) -> Vec<Item> {
    let mut items = vec![centred(&document.title, true)];
    if !document.aside.is_empty() {
        items.push(centred(&document.aside, false));
    }
    items.push(Item::Rule);
    for block in &document.blocks {
        of_block(&mut items, block);
    }
    if !document.footer.is_empty() {
        items.push(Item::Rule);
        items.push(centred(&document.footer, false));
    }
    items.retain(|item| !matches!(item, Item::Words { words, .. } if words.trim().is_empty()));
    items
}

fn centred(words: &str, strong: bool) -> Item {
    Item::Words {
        words: words.to_owned(),
        strong,
        centred: true,
    }
}

fn line(text: &Text, strong: bool) -> Item {
    Item::Words {
        words: said(text),
        strong,
        centred: false,
    }
}

fn pair(left: impl Into<String>, right: impl Into<String>) -> Item {
    Item::Pair {
        left: left.into(),
        right: right.into(),
        strong: false,
    }
}

/// Charts are said as the numbers they show.
fn of_block(items: &mut Vec<Item>, block: &Block) {
    match block {
        Block::Heading(heading) => items.extend([Item::Feed, line(&heading.words, true)]),
        Block::Paragraph(text) => items.push(line(text, is_strong(text))),
        Block::Note(note) => {
            let words = format!("{} {}", note.lead, said(&note.text));
            items.push(line(&Text::from(words.trim()), false));
        }
        Block::Figures(figures) => {
            for figure in figures {
                let caption = said(&figure.caption);
                items.push(Item::Pair {
                    left: caption,
                    right: figure.value.clone(),
                    strong: true,
                });
            }
        }
        Block::Table(table) => of_table(items, table),
        Block::Bars(chart) => {
            items.extend(chart.bars.iter().map(|bar| pair(&bar.label, &bar.shown)));
        }
        Block::Lines(chart) => items.extend(chart.series.iter().map(|line| pair(&line.label, ""))),
        Block::Heat(_) => {}
        Block::Signatures(captions) => {
            for caption in captions {
                let words = Text::from(caption.as_str());
                items.extend([Item::Feed, Item::Feed, Item::Rule, line(&words, false)]);
            }
        }
        Block::Key(key) => items.push(line(&key.remark, false)),
        Block::Space(_) => items.push(Item::Feed),
        Block::PageBreak => items.push(Item::Rule),
    }
}

fn of_table(items: &mut Vec<Item>, table: &Table) {
    if table.rows.is_empty() {
        return items.push(line(&Text::from(table.empty.as_str()), false));
    }
    let heads: Vec<Cell> = table
        .columns
        .iter()
        .map(|column| Cell::from(column.head.as_str()))
        .collect();
    items.push(Item::Feed);
    row(items, &table.columns, &heads, true);
    items.push(Item::Rule);
    for one in &table.rows {
        match one {
            Row::Cells(cells) => row(items, &table.columns, cells, false),
            Row::Total(cells) => row(items, &table.columns, cells, true),
            Row::Group(text) => items.push(line(text, true)),
        }
    }
}

/// Words below one another; a number in the last column beside the first of them.
fn row(items: &mut Vec<Item>, columns: &[Column], cells: &[Cell], strong: bool) {
    let is_number = |at: usize| {
        columns
            .get(at)
            .is_some_and(|column| column.align == Align::Right)
    };
    let last = columns.len().saturating_sub(1);
    let number = match is_number(last) {
        true => cells.get(last).map(all).unwrap_or_default(),
        false => String::new(),
    };
    let words = cells.iter().take(columns.len()).enumerate();
    let words = words.filter(|(at, _)| number.is_empty() || *at != last);
    let mut lines: Vec<&Text> = words.flat_map(|(_, cell)| &cell.lines).collect();
    let first = match lines.is_empty() {
        true => None,
        false => Some(lines.remove(0)),
    };
    let bold = |text: &Text| strong || is_strong(text);
    match (first, number.is_empty()) {
        (Some(text), true) => items.push(line(text, bold(text))),
        (text, false) => items.push(Item::Pair {
            left: text.map(said).unwrap_or_default(),
            right: number,
            strong,
        }),
        (None, true) => {}
    }
    items.extend(lines.into_iter().map(|text| line(text, bold(text))));
}

fn all(cell: &Cell) -> String {
    let lines: Vec<String> = cell.lines.iter().map(said).collect();
    lines.join(" ")
}

fn is_strong(text: &Text) -> bool {
    !text.runs.is_empty()
        && text
            .runs
            .iter()
            .all(|run| matches!(run, crate::Run::Strong(_)))
}
