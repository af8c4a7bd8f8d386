//! A library in a sync folder is refused with the reason, and there is a way out.

use crate::desk::Desk;
use crate::trouble::Outcome;

/// Why not there; then a safe place.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.sees("Carrel cannot keep a library there").await?;
    desk.sees("Dropbox copies while Carrel writes").await?;
    desk.sees("Try the demo library").await?;
    desk.shows("refused").await?;
    desk.press("Begin there").await?;
    desk.sees("How do you lend?").await
}
