//! Bookmarks, one below the other; printpdf writes them side by side.

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::Rank;
use crate::ink::words::string;

/// A place that a bookmark leads to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bookmark {
    /// The lower, the further out.
    pub(crate) rank: Rank,
    pub(crate) words: String,
    /// The page, from 0.
    pub(crate) page: usize,
    /// Points from the bottom of the page.
    pub(crate) y: f32,
}

/// Writes the bookmarks, each below the last one of a higher rank, and gives what holds them.
pub(super) fn outline(
    file: &mut Document,
    bookmarks: &[Bookmark],
    pages: &[ObjectId],
) -> Option<ObjectId> {
    if bookmarks.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| file.new_object_id()).collect();
    let family = Family::of(bookmarks);
    for (at, bookmark) in bookmarks.iter().enumerate() {
        let parent = family.parent[at];
        let mut item = Dictionary::new();
        item.set("Title", string(&bookmark.words));
        item.set("Parent", parent.map_or(root, |parent| ids[parent]));
        let siblings = family.children(parent);
        let place = siblings.binary_search(&at).unwrap_or_default();
        if let Some(before) = place.checked_sub(1).and_then(|before| siblings.get(before)) {
            item.set("Prev", ids[*before]);
        }
        if let Some(after) = siblings.get(place + 1) {
            item.set("Next", ids[*after]);
        }
        // Below zero: closed until somebody opens it (PDF 32000-1 §12.3.3).
        hold(&mut item, family.children(Some(at)), &ids, -1);
        if let Some(page) = pages.get(bookmark.page) {
            let place = vec![
                Object::Reference(*page),
                "XYZ".into(),
                0.into(),
                bookmark.y.into(),
                Object::Null,
            ];
            item.set("Dest", place);
        }
        file.set_object(ids[at], item);
    }
    let mut held = Dictionary::from_iter([("Type", "Outlines".into())]);
    hold(&mut held, family.children(None), &ids, 1);
    file.set_object(root, held);
    Some(root)
}

/// Notes the first, the last and the count of the bookmarks right below.
fn hold(above: &mut Dictionary, below: &[usize], ids: &[ObjectId], sign: i64) {
    if let (Some(first), Some(last)) = (below.first(), below.last()) {
        above.set("First", ids[*first]);
        above.set("Last", ids[*last]);
        above.set("Count", sign * below.len() as i64);
    }
}

/// Which bookmark is below which.
struct Family {
    parent: Vec<Option<usize>>,
    /// The outermost first, then the children of each.
    children: Vec<Vec<usize>>,
}

impl Family {
    fn of(bookmarks: &[Bookmark]) -> Self {
        let mut family = Self {
            parent: Vec::new(),
            children: vec![Vec::new(); bookmarks.len() + 1],
        };
        let mut above: Vec<usize> = Vec::new();
        for (at, bookmark) in bookmarks.iter().enumerate() {
            while above
                .last()
                .is_some_and(|last| bookmarks[*last].rank >= bookmark.rank)
            {
                above.pop();
            }
            let parent = above.last().copied();
            family.parent.push(parent);
            family.children[parent.map_or(0, |parent| parent + 1)].push(at);
            above.push(at);
        }
        family
    }

    fn children(&self, of: Option<usize>) -> &[usize] {
        &self.children[of.map_or(0, |parent| parent + 1)]
    }
}
