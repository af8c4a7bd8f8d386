//! Stacks slabs on pages; looks at their heights and ties, never at what they show.

use std::mem;
use std::rc::Rc;

use crate::layout::slab::{Piece, Slab, Tie};

/// A slab and how far below the top of the text area it stands, in points.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) top: f32,
    pub(crate) slab: Rc<Slab>,
}

/// Stacks pieces on pages `height` points high. There is always at least one page.
///
/// Slabs tied to one another move to the next page together, unless they would not fit on an
/// empty page either; a slab higher than a page gets one to itself and runs over its foot.
pub(crate) struct Stack {
    height: f32,
    /// Full pages that nobody has fetched yet.
    turned: Vec<Vec<Placed>>,
    /// Whether any page was turned.
    begun: bool,
    page: Vec<Placed>,
    y: f32,
    gap: f32,
    /// Slabs tied to one another.
    chain: Vec<Rc<Slab>>,
    /// Whether the last of them is tied to one that is still to come.
    open: bool,
    /// The gap after a chain that is not open.
    after: f32,
}

impl Stack {
    pub(crate) fn new(height: f32) -> Self {
        Self {
            height,
            turned: Vec::new(),
            begun: false,
            page: Vec::new(),
            y: 0.0,
            gap: 0.0,
            chain: Vec::new(),
            open: false,
            after: 0.0,
        }
    }

    /// Adds a piece below the others.
    pub(crate) fn push(&mut self, piece: Piece) {
        match piece {
            Piece::Gap(gap) if self.chain.is_empty() => self.gap = self.gap.max(gap),
            Piece::Gap(gap) if self.open => self.put_white(gap),
            Piece::Gap(gap) => self.after = self.after.max(gap),
            Piece::Turn => {
                self.put_chain();
                self.turn();
            }
            Piece::Slab(slab) => {
                if !self.open {
                    self.put_chain();
                }
                self.open = slab.tie == Tie::Next;
                self.chain.push(slab);
            }
        }
    }

    /// Ties the last slab to the next one, whatever it says itself.
    pub(crate) fn tie(&mut self) {
        if !self.chain.is_empty() && !self.open {
            self.open = true;
            let after = mem::take(&mut self.after);
            self.put_white(after);
        }
    }

    /// White inside a chain; of two in a row the larger counts.
    fn put_white(&mut self, gap: f32) {
        let is_white = |slab: &mut Rc<Slab>| slab.marks.is_empty() && slab.heads.is_empty();
        let before = self.chain.pop_if(is_white);
        let height = before.map_or(gap, |before| before.height.max(gap));
        let white = Slab::tied(height, Vec::new());
        self.chain.push(Rc::new(white));
    }

    /// The pages that are full since it was last asked.
    pub(crate) fn turned(&mut self) -> Vec<Vec<Placed>> {
        mem::take(&mut self.turned)
    }

    /// The pages that nobody has fetched, with the last.
    pub(crate) fn finish(mut self) -> Vec<Vec<Placed>> {
        self.put_chain();
        if !self.begun || !self.page.is_empty() {
            self.turn();
        }
        self.turned
    }

    fn put_chain(&mut self) {
        let chain = mem::take(&mut self.chain);
        let Some(first) = chain.first() else { return };
        let whole = chain.iter().map(|slab| slab.height).sum::<f32>();
        if !self.fits(whole) && whole + heads_height(first) <= self.height {
            self.turn_if_begun();
        }
        chain.iter().for_each(|slab| self.put(slab));
        self.open = false;
        self.gap = self.gap.max(mem::take(&mut self.after));
    }

    fn fits(&self, height: f32) -> bool {
        self.y + self.gap + height <= self.height
    }

    fn put(&mut self, slab: &Rc<Slab>) {
        if !self.fits(slab.height) {
            self.turn_if_begun();
        }
        if self.page.is_empty() {
            self.gap = 0.0;
            slab.heads.iter().for_each(|head| self.place(head));
        }
        self.y += mem::take(&mut self.gap);
        self.place(slab);
    }

    fn place(&mut self, slab: &Rc<Slab>) {
        self.page.push(Placed {
            top: self.y,
            slab: Rc::clone(slab),
        });
        self.y += slab.height;
    }

    fn turn_if_begun(&mut self) {
        if !self.page.is_empty() {
            self.turn();
        }
    }

    fn turn(&mut self) {
        self.turned.push(mem::take(&mut self.page));
        self.begun = true;
        self.y = 0.0;
        self.gap = 0.0;
    }
}

fn heads_height(slab: &Slab) -> f32 {
    slab.heads.iter().map(|head| head.height).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn free(height: f32) -> Piece {
        Slab::free(height, Vec::new()).into()
    }

    fn tied(height: f32) -> Piece {
        Slab::tied(height, Vec::new()).into()
    }

    fn tops(pieces: &[Piece]) -> Vec<Vec<f32>> {
        let mut stack = Stack::new(100.0);
        pieces.iter().for_each(|piece| stack.push(piece.clone()));
        let tops = |page: Vec<Placed>| page.iter().map(|placed| placed.top).collect();
        stack.finish().into_iter().map(tops).collect()
    }

    #[test]
    fn a_document_without_blocks_has_one_page() {
        assert_eq!(tops(&[]), [Vec::<f32>::new()]);
    }

    #[test]
    fn a_page_is_filled_to_its_foot() {
        assert_eq!(
            tops(&[free(50.0), free(50.0), free(50.0)]),
            [vec![0.0, 50.0], vec![0.0]]
        );
    }

    #[test]
    fn what_is_tied_moves_on_together() {
        assert_eq!(
            tops(&[free(60.0), tied(20.0), free(40.0)]),
            [vec![0.0], vec![0.0, 20.0]]
        );
    }

    #[test]
    fn a_chain_longer_than_a_page_is_broken() {
        let pieces = [free(50.0), tied(50.0), tied(50.0), free(50.0)];
        assert_eq!(tops(&pieces), [vec![0.0, 50.0], vec![0.0, 50.0]]);
    }

    #[test]
    fn gaps_do_not_add_up_and_fall_away_at_the_head_of_a_page() {
        let pieces = [
            Piece::Gap(9.0),
            free(10.0),
            Piece::Gap(5.0),
            Piece::Gap(8.0),
            free(10.0),
        ];
        assert_eq!(tops(&pieces), [vec![0.0, 18.0]]);
    }

    #[test]
    fn a_slab_higher_than_a_page_gets_one_to_itself() {
        assert_eq!(
            tops(&[free(10.0), free(250.0), free(10.0)]),
            [[0.0], [0.0], [0.0]]
        );
    }

    #[test]
    fn heads_are_repeated_above_the_first_slab_of_a_page() {
        let head = Rc::new(Slab::tied(10.0, Vec::new()));
        let row = Slab {
            heads: vec![Rc::clone(&head)],
            ..Slab::free(45.0, Vec::new())
        };
        let row = Piece::Slab(Rc::new(row));
        let pieces = [Piece::Slab(head), row.clone(), row.clone(), row];
        assert_eq!(tops(&pieces), [vec![0.0, 10.0, 55.0], vec![0.0, 10.0]]);
    }

    #[test]
    fn a_break_turns_the_page() {
        assert_eq!(tops(&[free(10.0), Piece::Turn, free(10.0)]), [[0.0], [0.0]]);
    }
}
