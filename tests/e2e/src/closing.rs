//! The window's cross: asks the window to close, as a window manager would, and waits until it is gone. The display of
//! the scenarios has no window manager.

use std::time::Instant;

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, MapState, Window,
};
use x11rb::rust_connection::RustConnection;

use crate::desk::{Desk, LOOK_AGAIN, PATIENCE};
use crate::trouble::{Outcome, Trouble};

type Asked<T> = Result<T, Box<dyn std::error::Error>>;

impl Desk {
    /// Presses the window's cross and waits until the window is gone.
    pub async fn closes(&self) -> Outcome {
        let display = Display::open().map_err(said)?;
        let windows = display.windows().map_err(said)?;
        for window in &windows {
            display.ask_to_close(*window).map_err(said)?;
        }
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if display.windows().map_err(said)?.is_empty() {
                return Ok(());
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
        let left = format!(
            "{} of {} windows did not close",
            windows.len(),
            windows.len()
        );
        Err(Trouble::not_so(left))
    }
}

/// The display with the words in which windows are asked to close.
struct Display {
    connection: RustConnection,
    root: Window,
    protocols: u32,
    delete: u32,
}

impl Display {
    fn open() -> Asked<Self> {
        let (connection, screen) = x11rb::connect(None)?;
        let root = connection.setup().roots[screen].root;
        let word = |name: &str| -> Asked<u32> {
            Ok(connection
                .intern_atom(false, name.as_bytes())?
                .reply()?
                .atom)
        };
        let (protocols, delete) = (word("WM_PROTOCOLS")?, word("WM_DELETE_WINDOW")?);
        Ok(Self {
            connection,
            root,
            protocols,
            delete,
        })
    }

    /// The windows on the display that can be asked to close.
    fn windows(&self) -> Asked<Vec<Window>> {
        let tree = self.connection.query_tree(self.root)?.reply()?;
        let can_close = |window: &Window| self.can_close(*window).unwrap_or(false);
        Ok(tree.children.into_iter().filter(can_close).collect())
    }

    /// A window that went meanwhile cannot.
    fn can_close(&self, window: Window) -> Asked<bool> {
        let shown = self.connection.get_window_attributes(window)?.reply()?;
        let told = self
            .connection
            .get_property(false, window, self.protocols, AtomEnum::ATOM, 0, 32)?
            .reply()?;
        let words = told.value32().into_iter().flatten();
        Ok(shown.map_state == MapState::VIEWABLE
            && words.into_iter().any(|word| word == self.delete))
    }

    fn ask_to_close(&self, window: Window) -> Asked<()> {
        let message =
            ClientMessageEvent::new(32, window, self.protocols, [self.delete, 0, 0, 0, 0]);
        self.connection
            .send_event(false, window, EventMask::NO_EVENT, message)?
            .check()?;
        self.connection.flush()?;
        Ok(())
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "`map_err` hands over the error itself"
)]
fn said(error: Box<dyn std::error::Error>) -> Trouble {
    Trouble::not_so(format!("the display: {error}"))
}
