//! How many people a desk needs; rules for the spans of one desk and weekday. It knows no opening hours.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::DeskId;
use crate::kernel::{Error, Minute, Result};

/// The most people that a desk can need; more is a slip of the finger.
const MOST: u16 = 99;

/// How many people a desk needs on a weekday from one time to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Need {
    /// The desk.
    pub desk: DeskId,
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// When it begins.
    pub from: Minute,
    /// When it ends.
    pub to: Minute,
    /// How many people.
    pub people: u16,
}

/// A need of a desk and weekday that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NeedSpan {
    /// When it begins.
    pub from: Minute,
    /// When it ends.
    pub to: Minute,
    /// How many people.
    pub people: u16,
}

/// The spans in order of time; refused where one is no stretch of a day, or two overlap.
pub(super) fn checked(mut spans: Vec<NeedSpan>) -> Result<Vec<NeedSpan>> {
    spans.sort_by_key(|span| (span.from, span.to));
    for span in &spans {
        check(span)?;
    }
    match spans.windows(2).find(|pair| pair[1].from < pair[0].to) {
        Some(pair) => Err(Error::invalid(
            "spans",
            format!("overlap: {} and {}", times(&pair[0]), times(&pair[1])),
        )),
        None => Ok(spans),
    }
}

fn check(span: &NeedSpan) -> Result<()> {
    if span.from >= span.to {
        return Err(Error::invalid(
            "spans",
            format!("hold {}, which is no stretch of a day", times(span)),
        ));
    }
    if !(1..=MOST).contains(&span.people) {
        return Err(Error::invalid(
            "spans",
            format!(
                "hold {} people for {}; 1 to {MOST} are possible",
                span.people,
                times(span)
            ),
        ));
    }
    Ok(())
}

fn times(span: &NeedSpan) -> String {
    format!("{}–{}", span.from, span.to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: u16, to: u16, people: u16) -> NeedSpan {
        NeedSpan {
            from: Minute::of(from).unwrap(),
            to: Minute::of(to).unwrap(),
            people,
        }
    }

    #[test]
    fn spans_that_touch_are_put_in_order() {
        let spans = checked(vec![span(720, 1440, 1), span(540, 720, 2)]).unwrap();
        assert_eq!(spans, [span(540, 720, 2), span(720, 1440, 1)]);
    }

    #[test]
    fn spans_that_overlap_are_both_named() {
        let refused = checked(vec![span(660, 780, 1), span(540, 720, 2)]).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "spans overlap: 9:00–12:00 and 11:00–13:00"
        );
    }

    #[test]
    fn a_span_runs_forward_within_a_day_and_needs_somebody() {
        for span in [
            span(540, 540, 1),
            span(600, 540, 1),
            span(0, 60, 0),
            span(0, 60, 100),
        ] {
            assert!(checked(vec![span]).is_err(), "{span:?}");
        }
    }
}
