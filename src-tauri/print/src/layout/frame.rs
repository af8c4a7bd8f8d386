//! What heads and foots every page, and the area it leaves; the same on each but for the number.

use crate::glyphs::Fonts;
use crate::layout::line::Line;
use crate::layout::slab::Mark;
use crate::layout::style::{BODY, FOOT, FOOT_LINE, HEAVY, Style, TITLE};
use crate::layout::wrap::{extent, wrap_at_most};
use crate::paper::pt;
use crate::{Align, Document, Margins, Text};

/// White between title and aside, and between the two ends of the footer, in points.
const APART: f32 = 14.0;
/// From the header's rule to the text, in points.
const BELOW_HEADER: f32 = 8.0;
/// From the text to the footer's rule, in points.
const ABOVE_FOOTER: f32 = 6.0;
/// Rules stand this far from the words they belong to, in points.
const RULE: f32 = 3.0;

/// The page around the blocks: header, footer, and the text area between them, in points.
pub(crate) struct Frame<'a> {
    fonts: &'a Fonts,
    document: &'a Document,
    head: Vec<Mark>,
    foot: Vec<Line>,
    /// The whole page.
    pub(crate) page: (f32, f32),
    /// The top left corner of the text area.
    pub(crate) origin: (f32, f32),
    /// The width and height of the text area.
    pub(crate) area: (f32, f32),
}

impl<'a> Frame<'a> {
    /// Sets the header and the footer of `document`, and measures what they leave.
    pub(crate) fn new(fonts: &'a Fonts, document: &'a Document) -> Self {
        let (width, height) = document.sheet.size();
        let Margins {
            top,
            right,
            bottom,
            left,
        } = document.sheet.margins();
        let page = (pt(width), pt(height));
        let wide = page.0 - pt(left) - pt(right);
        let (head, head_height) = head(fonts, document, wide);
        let foot = foot(fonts, document, wide);
        let foot_height = foot_height(&foot);
        let origin = (pt(left), pt(top) + head_height + BELOW_HEADER);
        let foot_top = page.1 - pt(bottom) - foot_height;
        let area = (wide, foot_top - ABOVE_FOOTER - origin.1);
        Self {
            fonts,
            document,
            head,
            foot,
            page,
            origin,
            area,
        }
    }

    /// Cuts the roll off below what is printed on it.
    pub(crate) fn cut_below(&mut self, used: f32) {
        self.page.1 -= self.area.1 - used;
        self.area.1 = used;
    }

    /// The marks of the header, from the top left of the page's margins.
    pub(crate) fn header(&self) -> &[Mark] {
        &self.head
    }

    /// How far down the page the header begins, in points.
    pub(crate) fn header_top(&self) -> f32 {
        pt(self.document.sheet.margins().top)
    }

    /// How far down the page the footer begins, in points.
    pub(crate) fn footer_top(&self) -> f32 {
        self.origin.1 + self.area.1 + ABOVE_FOOTER
    }

    /// The marks of one page's footer.
    pub(crate) fn footer(&self, page: usize, pages: usize) -> Vec<Mark> {
        let wide = self.area.0;
        let mut marks = vec![Mark::rule(0.0, wide, FOOT_LINE)];
        let mut y = RULE + FOOT.ascent();
        let label = Text::from(label(self.document, page, pages));
        for line in wrap_at_most(self.fonts, &label, FOOT, wide / 2.0, 1) {
            marks.extend(line.marks(0.0, y, wide, Align::Right, FOOT));
        }
        for line in &self.foot {
            marks.extend(line.marks(0.0, y, wide, Align::Left, FOOT));
            y += FOOT.leading;
        }
        marks
    }
}

fn label(document: &Document, page: usize, pages: usize) -> String {
    document
        .page_label
        .replace("{page}", &page.to_string())
        .replace("{pages}", &pages.to_string())
}

/// Title and aside on one line where they fit, else the aside below the title.
fn head(fonts: &Fonts, document: &Document, wide: f32) -> (Vec<Mark>, f32) {
    let title = Text::from(document.title.as_str());
    let aside = Text::from(document.aside.as_str());
    let beside = extent(fonts, &title, TITLE).0 + APART + extent(fonts, &aside, BODY).0 <= wide;
    let mut marks = Vec::new();
    let mut y = stacked(
        &mut marks,
        &wrap_at_most(fonts, &title, TITLE, wide, 4),
        0.0,
        wide,
        TITLE,
    );
    let asides = wrap_at_most(fonts, &aside, BODY, wide, 2);
    if beside {
        for line in &asides {
            marks.extend(line.marks(0.0, TITLE.ascent(), wide, Align::Right, BODY));
        }
        y = y.max(TITLE.leading);
    } else {
        y = stacked(&mut marks, &asides, y, wide, BODY);
    }
    marks.push(Mark::rule(y + RULE, wide, HEAVY));
    (marks, y + RULE)
}

fn stacked(marks: &mut Vec<Mark>, lines: &[Line], mut y: f32, wide: f32, style: Style) -> f32 {
    for line in lines {
        marks.extend(line.marks(0.0, y + style.ascent(), wide, Align::Left, style));
        y += style.leading;
    }
    y
}

/// The left end of the footer, beside the longest page label there can be.
fn foot(fonts: &Fonts, document: &Document, wide: f32) -> Vec<Line> {
    let label = Text::from(label(document, 8888, 8888));
    let taken = extent(fonts, &label, FOOT).0.min(wide / 2.0);
    let left = Text::from(document.footer.as_str());
    wrap_at_most(fonts, &left, FOOT, wide - taken - APART, 3)
}

fn foot_height(foot: &[Line]) -> f32 {
    RULE + FOOT.leading * foot.len().max(1) as f32
}
