//! The invented library's settings: hours, closed days, kinds and loan rules. It lends nothing.

use serde_json::{Value, json};

use super::holidays::holidays;
use super::player::{Hand, Player, number};
use crate::kernel::{Day, Minute, Result};

/// The library's name.
pub const LIBRARY: &str = "Marlow Falls Public Library";

/// Where it is.
pub const ZONE: &str = "America/Chicago";

/// Minutes without a key after which its desk locks.
const IDLE_MINUTES: u32 = 15;

/// The same while the play goes on: the longest there is, for the clock leaps over nights.
const IDLE_MINUTES_AT_PLAY: u32 = 240;

/// Monday to Sunday: hours of opening and closing.
pub(super) const HOURS: [Option<(u16, u16)>; 7] = [
    Some((9, 20)),
    Some((9, 20)),
    Some((9, 20)),
    Some((9, 20)),
    Some((9, 18)),
    Some((10, 16)),
    None,
];

/// Kinds of items, in the order of a row of `RULES`.
const ITEM_TYPES: [&str; 5] = ["Book", "DVD", "Children's book", "Laptop", "Reference"];

/// Days, limit and renewals.
type Rule = (u32, u32, u32);

/// For each category its rules by item type.
const RULES: [(&str, [Rule; 5]); 5] = [
    (
        "Adult",
        [(21, 20, 2), (7, 5, 1), (21, 20, 2), (7, 1, 0), (0, 0, 0)],
    ),
    (
        "Child",
        [(21, 10, 2), (7, 2, 0), (21, 15, 2), (0, 0, 0), (0, 0, 0)],
    ),
    (
        "Student",
        [(28, 30, 3), (7, 5, 1), (21, 10, 2), (3, 1, 1), (0, 0, 0)],
    ),
    (
        "Staff",
        [(42, 50, 5), (14, 10, 2), (42, 30, 5), (14, 1, 1), (3, 3, 0)],
    ),
    (
        "Town card",
        [(14, 5, 1), (7, 2, 0), (14, 5, 1), (0, 0, 0), (0, 0, 0)],
    ),
];

/// The library's numbers for its kinds of items, in the order of `ItemKind`.
#[derive(Debug, Clone)]
pub(super) struct Kinds {
    pub(super) item_types: Vec<i64>,
}

/// Sets everything that a library decides before its first day. A late day costs so many cents, or nothing.
pub(super) fn set_up(player: &Player, first: Day, last: Day, fine: u32) -> Result<Kinds> {
    edit_library(player, Hand::Supervisor, IDLE_MINUTES_AT_PLAY)?;
    for (weekday, hours) in (1..).zip(HOURS) {
        let hours =
            hours.map(|(opens, closes)| json!({ "opens": opens * 60, "closes": closes * 60 }));
        let input = json!({ "weekday": weekday, "hours": hours.into_iter().collect::<Vec<_>>() });
        player.call(Hand::Supervisor, "policies.set_hours", input)?;
    }
    for (day, reason) in holidays(first, last.plus(200)) {
        let input = json!({ "day": day, "reason": reason });
        player.call(Hand::Supervisor, "policies.close_day", input)?;
    }
    set_rules(player, fine)
}

/// Lets the desk lock as a desk does.
pub(super) fn lock_when_idle(player: &Player, hand: Hand) -> Result<()> {
    edit_library(player, hand, IDLE_MINUTES)
}

/// From when to when the library is open on a day.
pub(super) fn hours_of(day: Day, closed: &[Day]) -> Option<(Minute, Minute)> {
    let (opens, closes) =
        HOURS[usize::from(day.weekday()) - 1].filter(|_| !closed.contains(&day))?;
    Some((Minute::of(opens * 60)?, Minute::of(closes * 60)?))
}

fn edit_library(player: &Player, hand: Hand, idle_minutes: u32) -> Result<()> {
    let details = json!({
        "name": LIBRARY, "zone": ZONE, "lends": "carrel", "locale": "en-US", "currency": "USD",
        "clock": "h12", "week_starts": "sunday", "paper": "letter", "receipt": "mm80", "idle_minutes": idle_minutes,
        "grace_days": 14,
    });
    player.call(hand, "policies.edit_library", json!({ "details": details }))?;
    Ok(())
}

fn set_rules(player: &Player, fine: u32) -> Result<Kinds> {
    let known = player.call(Hand::Supervisor, "policies.rules", json!({}))?;
    let item_types = ITEM_TYPES
        .iter()
        .map(|name| kind(player, &known["item_types"], "policies.add_item_type", name))
        .collect::<Result<Vec<_>>>()?;
    for (name, rules) in RULES {
        let category = kind(player, &known["categories"], "policies.add_category", name)?;
        for (item_type, (days, limit, renewals)) in item_types.iter().zip(rules) {
            let mut rule = json!({
                "category": category, "item_type": item_type, "period": { "unit": "days", "count": days },
                "limit": limit, "renewals": renewals,
            });
            if fine > 0 {
                rule["charge_fines"] = json!(true);
                (rule["fine"], rule["fine_cap"]) = (json!(fine), json!(fine * 40));
            }
            player.call(Hand::Supervisor, "policies.set_rule", rule)?;
        }
    }
    Ok(Kinds { item_types })
}

/// The number of a kind by its name, which is added where a new library does not come with it.
fn kind(player: &Player, known: &Value, add: &str, name: &str) -> Result<i64> {
    let there = known.as_array().into_iter().flatten();
    match there.into_iter().find(|kind| kind["name"] == name) {
        Some(kind) => number(kind, "/id"),
        None => number(
            &player.call(Hand::Supervisor, add, json!({ "name": name }))?,
            "/id",
        ),
    }
}
