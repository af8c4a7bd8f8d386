//! The pointer: press, drag, let go. The pages hear pointer events, as from a mouse.

use std::time::Duration;

use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use fantoccini::elements::Element;

use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble};

const LEFT: u64 = 0;
const STEPS: i64 = 8;
/// One frame of the screen, so that the page can follow the hand.
const STEP: Duration = Duration::from_millis(16);

impl Desk {
    /// Drags from the middle of an element by so many pixels, and lets go.
    pub async fn drags(&self, element: &Element, right: i64, down: i64) -> Outcome {
        // A small window shows only a part of a long sheet: a hand scrolls first.
        const REACH: &str = "const it = arguments[0], { top, bottom, left, right } = it.getBoundingClientRect();
            const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
            const met = hit && (it.contains(hit) || hit.contains(it));
            if (!met || bottom + arguments[1] > innerHeight) it.scrollIntoView({ block: 'center' });";
        let there = serde_json::to_value(element);
        let there = there.map_err(|error| Trouble::not_so(format!("what is dragged: {error}")))?;
        self.client
            .execute(REACH, vec![there, serde_json::Value::from(down)])
            .await?;
        let start = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveToElement {
                element: element.clone(),
                duration: None,
                x: 0.0,
                y: 0.0,
            })
            .then(PointerAction::Down { button: LEFT });
        let share =
            |whole: i64, step: i64| (whole * step / STEPS - whole * (step - 1) / STEPS) as f64;
        let way = (1..=STEPS).fold(start, |hand, step| {
            hand.then(PointerAction::MoveBy {
                duration: Some(STEP),
                x: share(right, step),
                y: share(down, step),
            })
        });
        let end = way.then(PointerAction::Up { button: LEFT });
        Ok(self.client.perform_actions(end).await?)
    }
}
