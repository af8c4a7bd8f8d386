//! How many people a desk needs, and from which day on; rules for the spans of one desk and weekday. It knows no
//! opening hours.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::id::DeskId;
use crate::kernel::{Day, Error, Minute, Result};

/// The most people that a desk can need; more is a slip of the finger.
const MOST: u16 = 99;

/// What a desk needs on a weekday from a day on, until its next plan for that weekday begins. Without spans it needs
/// nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NeedPlan {
    /// The desk.
    pub desk: DeskId,
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// The first day on which it holds.
    pub since: Day,
    /// The stretches of the day in which anybody is needed, in order.
    pub spans: Vec<NeedSpan>,
}

/// How many people are needed from one time to another.
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

/// What a desk needs on a day: the newest plan for its weekday that has begun.
pub(super) fn needed_on(desk: DeskId, day: Day, plans: &[NeedPlan]) -> &[NeedSpan] {
    in_force(desk, day.weekday(), day, plans)
}

/// What a desk needs on a weekday from a day on: the newest plan that has begun by then.
pub(super) fn in_force(desk: DeskId, weekday: u8, on: Day, plans: &[NeedPlan]) -> &[NeedSpan] {
    plans
        .iter()
        .filter(|plan| plan.desk == desk && plan.weekday == weekday && plan.since <= on)
        .max_by_key(|plan| plan.since)
        .map_or(&[], |plan| &plan.spans)
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
    fn a_need_holds_from_its_day_on_and_not_before() {
        let day = |text| Day::parse(text).unwrap();
        let plan = |since, spans| NeedPlan {
            desk: DeskId::of(1),
            weekday: 1,
            since: day(since),
            spans,
        };
        let plans = [
            plan("2026-11-30", vec![]),
            plan("2026-11-16", vec![span(540, 600, 1)]),
            plan("2026-11-23", vec![span(540, 600, 2)]),
        ];
        let people = |on| -> Vec<u16> {
            let spans = needed_on(DeskId::of(1), day(on), &plans);
            spans.iter().map(|span| span.people).collect()
        };
        assert_eq!(people("2026-11-09"), [] as [u16; 0]);
        assert_eq!(people("2026-11-16"), [1]);
        assert_eq!(people("2026-11-17"), [] as [u16; 0]);
        assert_eq!(people("2026-11-23"), [2]);
        assert_eq!(people("2026-12-07"), [] as [u16; 0]);
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
