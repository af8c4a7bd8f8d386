//! What can be seen of the one window on the display: how many of its points are not of its ground. It reads no word.

use std::collections::HashMap;
use std::error::Error;

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat, MapState, Window};
use x11rb::rust_connection::RustConnection;

use crate::trouble::{Outcome, Trouble};

/// Every so many rows are looked at.
const ROWS: usize = 8;
/// What is smaller is no window of a program.
const LEAST: u16 = 600;

/// The display.
pub(crate) struct Screen {
    connection: RustConnection,
    root: Window,
}

impl Screen {
    pub(crate) fn open() -> Outcome<Self> {
        let (connection, screen) = x11rb::connect(None).map_err(|error| said(&error))?;
        let root = connection.setup().roots[screen].root;
        Ok(Self { connection, root })
    }

    /// The window that is shown, if one is.
    pub(crate) fn window(&self) -> Outcome<Option<Window>> {
        let tree = self
            .connection
            .query_tree(self.root)
            .map_err(|error| said(&error))?;
        let tree = tree.reply().map_err(|error| said(&error))?;
        let is_shown = |window: &Window| self.is_shown(*window).unwrap_or(false);
        Ok(tree.children.into_iter().find(is_shown))
    }

    fn is_shown(&self, window: Window) -> Result<bool, Box<dyn Error>> {
        let shown = self.connection.get_window_attributes(window)?.reply()?;
        let size = self.connection.get_geometry(window)?.reply()?;
        Ok(shown.map_state == MapState::VIEWABLE && size.width >= LEAST)
    }

    /// How many points of the window are of another colour than most. None of a window that goes meanwhile.
    pub(crate) fn ink(&self, window: Window) -> Outcome<usize> {
        let Ok(size) = self
            .connection
            .get_geometry(window)
            .map_err(|error| said(&error))?
            .reply()
        else {
            return Ok(0);
        };
        let rows = (0..size.height).step_by(ROWS).map(|row| {
            let row = i16::try_from(row).unwrap_or(i16::MAX);
            let points =
                self.connection
                    .get_image(ImageFormat::Z_PIXMAP, window, 0, row, size.width, 1, !0);
            points.map_err(|error| said(&error))
        });
        // All are asked for before the first answer is waited for.
        let rows = rows.collect::<Outcome<Vec<_>>>()?;
        let mut colours: HashMap<[u8; 4], usize> = HashMap::new();
        for row in rows {
            let Ok(row) = row.reply() else {
                return Ok(0);
            };
            for point in row.data.chunks_exact(4) {
                *colours
                    .entry([point[0], point[1], point[2], 0])
                    .or_default() += 1;
            }
        }
        let all: usize = colours.values().sum();
        Ok(all - colours.values().max().copied().unwrap_or(0))
    }
}

fn said(error: &dyn Error) -> Trouble {
    Trouble::not_so(format!("the display: {error}"))
}
