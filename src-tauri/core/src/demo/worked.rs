//! Who came and went in the last weeks of the play, what of it was put right and signed off, which shifts are on their way
//! to somebody else, and what is done at the desks each day. Shifts are `week`'s.

use serde_json::{Value, json};

use super::dice::Dice;
use super::player::{Hand, Player, number};
use super::rota::{Desk, Rota};
use crate::kernel::{At, Day, Minute, Result};

/// For so many days before the last people sign in and out.
const DAYS: u32 = 20;
/// Everybody's PIN for the desk; whoever has an account uses its.
const PIN: &str = "246810";
/// Who has no PIN yet: the supervisor puts their hours down.
const WITHOUT: &str = "Samir Haddad";

/// Somebody comes or goes.
#[derive(Debug, Clone)]
pub(super) struct Stamp {
    pub(super) at: At,
    verb: &'static str,
    staff: i64,
}

/// What is done at a desk, and when.
const DUTIES: [(Desk, &str, &str); 6] = [
    (Desk::Circulation, "opening", "Count the cash drawer"),
    (Desk::Circulation, "opening", "Empty the book drop"),
    (
        Desk::Circulation,
        "hourly",
        "Count the people in the reading room",
    ),
    (Desk::Circulation, "closing", "Lock the cash drawer away"),
    (Desk::Reserves, "opening", "Switch the scanner on"),
    (Desk::Stacks, "closing", "Bring the carts back"),
];

/// PINs for the desk, by whole weeks, and the desks' lists.
pub(super) fn prepare(player: &Player, rota: &Rota, last: Day) -> Result<()> {
    for worker in rota.workers.iter().filter(|one| one.name != WITHOUT) {
        let input = json!({ "staff": worker.id, "pin": PIN });
        player.call(Hand::Supervisor, "hours.set_pin", input)?;
    }
    let sunday = super::week::first_of_week(last);
    let rule = json!({ "rounding": "five", "period": "week", "begins": sunday });
    player.call(Hand::Supervisor, "hours.set_rule", rule)?;
    for (desk, moment, text) in DUTIES {
        let details =
            json!({ "desk": rota.desk(desk), "moment": moment, "text": text, "active": true });
        player.call(
            Hand::Supervisor,
            "duties.add",
            json!({ "details": details }),
        )?;
    }
    Ok(())
}

/// Who comes and goes on a day, by their shifts; now and then somebody forgets to sign out.
pub(super) fn stamps(
    player: &Player,
    rota: &Rota,
    dice: &mut Dice,
    (day, last): (Day, Day),
) -> Result<Vec<Stamp>> {
    if day >= last || last.days_since(day) > i64::from(DAYS) {
        return Ok(Vec::new());
    }
    let mut stamps = Vec::new();
    for (staff, start, end) in stretches(player, day)? {
        if staff == rota.person(WITHOUT)? {
            continue;
        }
        let midnight = player.instant(day, Minute::MIDNIGHT);
        let early = |dice: &mut Dice| i64::try_from(dice.place(9 * 60)).unwrap_or(0) - 5 * 60;
        let at = |minute: i64, off: i64| midnight.plus_seconds(minute * 60 + off);
        stamps.push(Stamp {
            at: at(start, early(dice)),
            verb: "hours.sign_in",
            staff,
        });
        if !dice.in_thousand(25) {
            stamps.push(Stamp {
                at: at(end, -early(dice)),
                verb: "hours.sign_out",
                staff,
            });
        }
    }
    Ok(stamps)
}

/// Somebody comes or goes; who is there already, or never came, is told so.
pub(super) fn stamp(player: &Player, stamp: &Stamp) -> Result<()> {
    let input = json!({ "by": { "staff": stamp.staff, "pin": PIN } });
    player.try_call(Hand::Student, stamp.verb, input)?;
    Ok(())
}

/// The hours of whoever has no PIN are put down, some of them after their week was signed off.
pub(super) fn settle(player: &Player, rota: &Rota, last: Day) -> Result<()> {
    let sunday = super::week::first_of_week(last);
    let (first, second) = (sunday.minus(14), sunday.minus(7));
    let who = rota.person(WITHOUT)?;
    let mut late = None;
    for day in first.through(last.minus(1)) {
        for (_, start, end) in stretches(player, day)?
            .into_iter()
            .filter(|one| one.0 == who)
        {
            let added = json!({
                "staff": who, "day": day, "start_stamp": null, "end_stamp": null, "start": start, "end": end,
                "reason": "has no PIN yet, seen at the desk",
            });
            if day < second && late.is_none() {
                late = Some(added);
            } else {
                player.try_call(Hand::Supervisor, "hours.correct", added)?;
            }
        }
    }
    player.call(
        Hand::Supervisor,
        "hours.close_period",
        json!({ "day": first }),
    )?;
    if let Some(late) = late {
        player.try_call(Hand::Supervisor, "hours.correct", late)?;
    }
    trades(player, last)
}

/// Of next week's shifts one is on offer, one agreed, one refused; and one more is open to all.
fn trades(player: &Player, last: Day) -> Result<()> {
    let monday = super::week::first_of_week(last).plus(8);
    let week = player.call(Hand::Supervisor, "schedule.week", json!({ "day": monday }))?;
    let shifts: Vec<&Value> = week["shifts"].as_array().into_iter().flatten().collect();
    let shift = |place: usize| shifts.get(place).map(|placed| &placed["shift"]);
    let offer = |place: usize, to: Option<&Value>, note: &str| -> Result<Option<i64>> {
        let Some(shift) = shift(place) else {
            return Ok(None);
        };
        let input = json!({ "shift": shift["id"], "to": to, "note": note });
        let offered = player.try_call(Hand::Supervisor, "trades.offer", input)?;
        offered.map(|offered| number(&offered, "/id")).transpose()
    };
    let taker = |place: usize, not: usize| {
        let (one, other) = (shift(place)?, shift(not)?);
        let (one, other) = (&one["details"]["staff"], &other["details"]["staff"]);
        (one != other).then_some(one)
    };
    offer(2, None, "exam that morning")?;
    if let Some(id) = offer(12, taker(30, 12), "a visit at home")? {
        player.try_call(Hand::Supervisor, "trades.take", json!({ "id": id }))?;
    }
    if let Some(id) = offer(20, taker(33, 20), "")? {
        let refused = json!({ "id": id, "reason": "two of you are new at that desk" });
        player.try_call(Hand::Supervisor, "trades.refuse", refused)?;
    }
    if let Some(shift) = shift(4) {
        let details = &shift["details"];
        let open = json!({
            "desk": details["desk"], "day": details["day"], "start": 16 * 60, "end": 18 * 60,
            "note": "The course lists arrive",
        });
        player.call(Hand::Supervisor, "trades.open_shift", open)?;
    }
    Ok(())
}

/// Who works on a day from when to when, by shifts that touch taken together.
fn stretches(player: &Player, day: Day) -> Result<Vec<(i64, i64, i64)>> {
    let week = player.call(Hand::Supervisor, "schedule.week", json!({ "day": day }))?;
    let mut all = Vec::new();
    for placed in week["shifts"].as_array().into_iter().flatten() {
        let details = &placed["shift"]["details"];
        if details["day"] == json!(day) {
            all.push((
                number(details, "/staff")?,
                number(details, "/start")?,
                number(details, "/end")?,
            ));
        }
    }
    all.sort_unstable();
    let mut stretches: Vec<(i64, i64, i64)> = Vec::new();
    for (staff, start, end) in all {
        match stretches.last_mut() {
            Some(last) if last.0 == staff && start <= last.2 => last.2 = last.2.max(end),
            _ => stretches.push((staff, start, end)),
        }
    }
    Ok(stretches)
}
