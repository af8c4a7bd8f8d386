//! Who works at the invented library, at which desks, and how many people those need. Shifts are `week`'s.

use serde_json::json;

use super::cast::{CLERK, STUDENT, SUPERVISOR};
use super::lives;
use super::player::{Hand, Player, number};
use crate::kernel::{Day, Error, Result};

/// Name, position, hours wanted a week.
const STAFF: [(&str, &str, u32); 13] = [
    (SUPERVISOR, "Access services supervisor", 28),
    (CLERK, "Circulation clerk", 38),
    ("Priya Raman", "Circulation clerk", 24),
    (STUDENT, "Student worker", 14),
    ("Darnell Hughes", "Student worker", 14),
    ("Soo-jin Park", "Student worker", 12),
    ("Mateo Ibáñez", "Student worker", 12),
    ("Nguyễn Minh Châu", "Student worker", 12),
    ("Aoife Ní Dhomhnaill", "Student worker", 10),
    ("Łucja Zielińska", "Student worker", 12),
    ("Tomás Oduya", "Student worker", 14),
    ("Freya Ødegård", "Student worker", 10),
    ("Samir Haddad", "Student worker", 12),
];

/// The desks, in the order of `Desk`.
const DESKS: [(&str, &str, u8); 3] = [
    ("Circulation", "C", 1),
    ("Reserves", "R", 4),
    ("Stacks", "S", 6),
];

/// Hours from and to, and people.
type Need = (u16, u16, u16);

/// Which desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Desk {
    Circulation,
    Reserves,
    Stacks,
}

/// Somebody who works here.
#[derive(Debug, Clone)]
pub(super) struct Worker {
    pub(super) id: i64,
    pub(super) name: &'static str,
    pub(super) wanted: u32,
}

/// Who works, and where.
#[derive(Debug, Clone)]
pub(super) struct Rota {
    pub(super) workers: Vec<Worker>,
    desks: Vec<i64>,
}

impl Rota {
    /// The library's number for a desk.
    pub(super) fn desk(&self, desk: Desk) -> i64 {
        self.desks[desk as usize]
    }

    /// The library's number for somebody who works here.
    pub(super) fn person(&self, name: &str) -> Result<i64> {
        let worker = self.workers.iter().find(|worker| worker.name == name);
        worker
            .map(|worker| worker.id)
            .ok_or_else(|| Error::Internal(format!("{name} does not work here")))
    }
}

/// Adds everybody who works here, the desks, and what those need.
pub(super) fn hire(player: &Player, last: Day) -> Result<Rota> {
    let workers = (1..).zip(STAFF).map(|(place, (name, position, hours))| {
        let mut details = lives::standing(name);
        for (field, value) in [
            ("name", json!(name)),
            ("position", json!(position)),
            ("email", json!(format!("staff{place}@marlowfalls.example"))),
            ("wanted_minutes", json!(hours * 60)),
            ("active", json!(true)),
        ] {
            details[field] = value;
        }
        let input = json!({ "details": details, "limits": lives::limits(name, last) });
        let member = player.call(Hand::Supervisor, "staff.add", input)?;
        Ok(Worker {
            id: number(&member, "/id")?,
            name,
            wanted: hours * 60,
        })
    });
    let workers = workers.collect::<Result<_>>()?;
    let desks = DESKS.iter().map(|(name, short, colour)| {
        let details = json!({ "name": name, "short": short, "colour": colour, "active": true });
        number(
            &player.call(
                Hand::Supervisor,
                "schedule.add_desk",
                json!({ "details": details }),
            )?,
            "/id",
        )
    });
    let rota = Rota {
        workers,
        desks: desks.collect::<Result<_>>()?,
    };
    for weekday in 1..=6 {
        for desk in [Desk::Circulation, Desk::Reserves, Desk::Stacks] {
            set_need(player, rota.desk(desk), weekday, needs(desk, weekday))?;
        }
    }
    Ok(rota)
}

fn needs(desk: Desk, weekday: u8) -> &'static [Need] {
    match (desk, weekday) {
        (Desk::Circulation, 5) => &[(9, 12, 1), (12, 18, 2)],
        (Desk::Circulation, 6) => &[(10, 16, 2)],
        (Desk::Circulation, _) => &[(9, 12, 1), (12, 18, 2), (18, 20, 1)],
        (Desk::Reserves, 6) => &[],
        (Desk::Reserves, _) => &[(10, 18, 1)],
        (Desk::Stacks, 6) => &[(10, 13, 1)],
        (Desk::Stacks, _) => &[(9, 11, 1), (14, 18, 1)],
    }
}

fn set_need(player: &Player, desk: i64, weekday: u8, needs: &[Need]) -> Result<()> {
    let span =
        |(from, to, people): &Need| json!({ "from": from * 60, "to": to * 60, "people": people });
    let spans: Vec<_> = needs.iter().map(span).collect();
    let input = json!({ "desk": desk, "weekday": weekday, "spans": spans });
    player.call(Hand::Supervisor, "schedule.set_need", input)?;
    Ok(())
}
