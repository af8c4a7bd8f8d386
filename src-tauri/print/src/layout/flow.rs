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

/// Distributes the pieces over pages `height` points high. There is always at least one page.
///
/// Slabs tied to one another move to the next page together, unless they would not fit on an
/// empty page either; a slab higher than a page gets one to itself and runs over its foot.
pub(crate) fn flow(pieces: &[Piece], height: f32) -> Vec<Vec<Placed>> {
    let mut stack = Stack {
        height,
        pages: Vec::new(),
        page: Vec::new(),
        y: 0.0,
        gap: 0.0,
    };
    let mut rest = pieces;
    while let Some((piece, after)) = rest.split_first() {
        match piece {
            Piece::Gap(gap) => stack.gap = stack.gap.max(*gap),
            Piece::Turn => stack.turn(),
            Piece::Slab(slab) => {
                let chain = chain(slab, after);
                let whole = chain.iter().map(|slab| slab.height).sum::<f32>();
                if !stack.fits(whole) && whole + heads_height(slab) <= height {
                    stack.turn_if_begun();
                }
                chain.iter().for_each(|slab| stack.put(slab));
                rest = &rest[chain.len()..];
                continue;
            }
        }
        rest = after;
    }
    stack.finish()
}

/// The slab and those it is tied to.
fn chain<'a>(first: &'a Rc<Slab>, after: &'a [Piece]) -> Vec<&'a Rc<Slab>> {
    let mut chain = vec![first];
    let mut last = first;
    for piece in after {
        match piece {
            Piece::Slab(slab) if last.tie == Tie::Next => {
                chain.push(slab);
                last = slab;
            }
            Piece::Slab(_) | Piece::Gap(_) | Piece::Turn => break,
        }
    }
    chain
}

fn heads_height(slab: &Slab) -> f32 {
    slab.heads.iter().map(|head| head.height).sum()
}

struct Stack {
    height: f32,
    pages: Vec<Vec<Placed>>,
    page: Vec<Placed>,
    y: f32,
    gap: f32,
}

impl Stack {
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
        self.pages.push(mem::take(&mut self.page));
        self.y = 0.0;
        self.gap = 0.0;
    }

    fn finish(mut self) -> Vec<Vec<Placed>> {
        if self.pages.is_empty() || !self.page.is_empty() {
            self.turn();
        }
        self.pages
    }
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
        let tops = |page: Vec<Placed>| page.iter().map(|placed| placed.top).collect();
        flow(pieces, 100.0).into_iter().map(tops).collect()
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
