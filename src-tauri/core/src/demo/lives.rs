//! What is known of the people who work at the invented library besides their names: what they study, when they can,
//! what limits them. Who they are is `rota`'s.

use serde_json::{Value, json};

use super::holidays::holidays;
use super::player::{Hand, Player, number};
use super::rota::Rota;
use crate::kernel::{Day, Result};

/// Minutes from one class to the next desk.
const WAY: u16 = 10;

/// On which weekdays somebody has a class or cannot, from hour to hour.
type Busy = (&'static [u8], u16, u16);

/// Somebody's week.
struct Life {
    name: &'static str,
    classes: &'static [(&'static str, Busy)],
    cannot: &'static [Busy],
    likes: &'static [Busy],
}

const WEEKDAYS: &[u8] = &[1, 2, 3, 4, 5];

const LIVES: [Life; 10] = [
    Life {
        name: "Chloé Martin",
        classes: &[
            ("ENG 210", (&[1, 3, 5], 9, 10)),
            ("HIS 120", (&[2, 4], 11, 13)),
        ],
        cannot: &[(&[7], 9, 20)],
        likes: &[(&[1, 3], 13, 17)],
    },
    Life {
        name: "Darnell Hughes",
        classes: &[
            ("MAT 151", (&[2, 4], 9, 11)),
            ("CSC 101", (&[1, 3], 12, 13)),
        ],
        cannot: &[],
        likes: &[(&[6], 10, 16)],
    },
    Life {
        name: "Soo-jin Park",
        classes: &[
            ("PHY 201", (&[1, 3, 5], 10, 11)),
            ("PHY 201 Lab", (&[2, 4], 14, 16)),
        ],
        cannot: &[],
        likes: &[(&[1, 3, 5], 14, 18)],
    },
    Life {
        name: "Mateo Ibáñez",
        classes: &[
            ("SPA 330", (&[2, 4], 13, 15)),
            ("ART 110", (&[1, 3], 9, 11)),
        ],
        cannot: &[],
        likes: &[],
    },
    Life {
        name: "Nguyễn Minh Châu",
        classes: &[
            ("CHE 101", (&[1, 3], 14, 16)),
            ("CHE 101 Lab", (&[5], 9, 12)),
        ],
        cannot: &[],
        likes: &[(&[2, 4], 9, 13)],
    },
    Life {
        name: "Aoife Ní Dhomhnaill",
        classes: &[],
        cannot: &[(WEEKDAYS, 15, 20)],
        likes: &[(&[6], 10, 13)],
    },
    Life {
        name: "Łucja Zielińska",
        classes: &[("BIO 201", (&[2, 4], 9, 12)), ("Choir", (&[3], 13, 16))],
        cannot: &[],
        likes: &[],
    },
    Life {
        name: "Tomás Oduya",
        classes: &[("PHI 101", (&[1, 3, 5], 11, 12))],
        cannot: &[(&[6], 10, 16)],
        likes: &[(&[2, 4], 13, 20)],
    },
    Life {
        name: "Freya Ødegård",
        classes: &[("School", (&[1, 3], 9, 12)), ("School", (&[2, 4], 9, 11))],
        cannot: &[],
        likes: &[(&[6], 10, 16)],
    },
    Life {
        name: "Samir Haddad",
        classes: &[],
        cannot: &[(WEEKDAYS, 9, 14)],
        likes: &[(WEEKDAYS, 14, 18)],
    },
];

/// What the schedule is to know of somebody beside name, position and wanted hours.
pub(super) fn standing(name: &str) -> Value {
    let student = LIVES.iter().any(|life| life.name == name);
    let senior = ["Maya Okafor", "Jonas Weiß", "Priya Raman", "Darnell Hughes"].contains(&name);
    json!({
        "student": student, "senior": senior, "keyholder": senior && !student,
        "most_minutes": student.then_some(20 * 60), "called": if name == "Nguyễn Minh Châu" { "Châu" } else { "" },
    })
}

/// What limits somebody, as of the last day of the play.
pub(super) fn limits(name: &str, last: Day) -> Value {
    match name {
        "Nguyễn Minh Châu" => json!({ "permit": "f1" }),
        "Soo-jin Park" => json!({ "permit": "j1", "permit_ends": last.plus(200) }),
        "Freya Ødegård" => json!({ "minor": true }),
        "Mateo Ibáñez" => json!({ "elsewhere_minutes": 6 * 60 }),
        "Tomás Oduya" => {
            json!({ "award": 250_000, "hourly_pay": 1_250, "award_from": last.minus(60) })
        }
        _ => json!({}),
    }
}

/// Whether somebody has a class or cannot come at some time between two hours of a weekday.
pub(super) fn is_busy(name: &str, weekday: u8, from: u16, to: u16) -> bool {
    let overlaps =
        |(days, start, end): &Busy| days.contains(&weekday) && *start < to && from < *end;
    let life = LIVES.iter().find(|life| life.name == name);
    life.is_some_and(|life| {
        life.cannot.iter().any(overlaps) || life.classes.iter().any(|(_, busy)| overlaps(busy))
    })
}

/// Says when terms run, what people study, when they can, what they have learned, and that somebody goes to a wedding.
pub(super) fn tell(player: &Player, rota: &Rota, last: Day) -> Result<()> {
    let (first, through) = terms(player, last)?;
    let supervisor = |name: &str, input: Value| player.call(Hand::Supervisor, name, input);
    let skill = |name: &str| {
        let details = json!({ "name": name, "active": true });
        number(
            &supervisor("staff.add_skill", json!({ "details": details }))?,
            "/id",
        )
    };
    let (opening, closing) = (skill("Opening")?, skill("Closing")?);
    for name in ["Maya Okafor", "Jonas Weiß", "Priya Raman", "Darnell Hughes"] {
        let skills = [opening, closing].map(|skill| json!({ "skill": skill, "since": null }));
        let input = json!({ "staff": rota.person(name)?, "skills": skills });
        supervisor("staff.set_skills", input)?;
    }
    for life in &LIVES {
        let staff = rota.person(life.name)?;
        let input = json!({ "staff": staff, "first": first, "last": through, "classes": classes(life, staff, first, through) });
        supervisor("staff.replace_classes", input)?;
        let details =
            json!({ "staff": staff, "first": first, "last": through, "spans": wishes(life) });
        supervisor("staff.set_availability", json!({ "details": details }))?;
    }
    let away = json!({
        "staff": rota.person("Priya Raman")?, "first": last.plus(9), "start": 0, "last": last.plus(11), "end": 1440,
        "reason": "Her sister's wedding",
    });
    supervisor("staff.add_leave", json!({ "details": away }))?;
    Ok(())
}

/// The terms of the year and the next one's first, with their breaks; answers the one that runs or comes next.
fn terms(player: &Player, last: Day) -> Result<(Day, Day)> {
    let day = |text: String| Day::parse(&text);
    let year: u32 = last.to_string()[..4].parse().unwrap_or(2026);
    let mut now = None;
    for (name, first, through) in [
        (
            format!("Spring {year}"),
            format!("{year}-01-11"),
            format!("{year}-05-07"),
        ),
        (
            format!("Summer {year}"),
            format!("{year}-05-24"),
            format!("{year}-08-06"),
        ),
        (
            format!("Fall {year}"),
            format!("{year}-08-24"),
            format!("{year}-12-11"),
        ),
        (
            format!("Spring {}", year + 1),
            format!("{}-01-11", year + 1),
            format!("{}-05-07", year + 1),
        ),
    ] {
        let (first, through) = (day(first)?, day(through)?);
        let details = json!({ "name": name, "first": first, "last": through });
        player.call(
            Hand::Supervisor,
            "policies.add_term",
            json!({ "details": details }),
        )?;
        if last <= through {
            now = now.or(Some((first, through)));
        }
    }
    let year_of = |day: Day| day.to_string()[..4].parse().ok() == Some(year);
    let thanksgiving = holidays(last.minus(366), last.plus(366))
        .into_iter()
        .find(|(day, name)| name.contains("Thanksgiving") && year_of(*day));
    let spring = day(format!("{year}-03-08"))?;
    let mut breaks = vec![(spring, spring.plus(6), "Spring break")];
    if let Some((thursday, _)) = thanksgiving {
        breaks.push((thursday.minus(1), thursday.plus(3), "Thanksgiving break"));
    }
    for (day, through, name) in breaks {
        let input = json!({ "day": day, "through": through, "name": name });
        player.call(Hand::Supervisor, "policies.set_break", input)?;
    }
    Ok(now.unwrap_or((last, last.plus(100))))
}

fn classes(life: &Life, staff: i64, first: Day, last: Day) -> Vec<Value> {
    let class = |title: &str, (days, from, to): Busy| -> Vec<Value> {
        let one = |weekday: &u8| {
            json!({
                "staff": staff, "title": title, "weekday": weekday, "start": from * 60 + WAY, "end": to * 60 - WAY,
                "first": first, "last": last, "weeks": "every", "travel_minutes": WAY, "skipped": [],
            })
        };
        days.iter().map(one).collect()
    };
    let classes = life.classes.iter();
    classes
        .flat_map(|(title, busy)| class(title, *busy))
        .collect()
}

fn wishes(life: &Life) -> Vec<Value> {
    let spans = |busy: &'static [Busy], wish: &'static str| {
        busy.iter().flat_map(move |(days, from, to)| {
            days.iter().map(move |weekday| {
                json!({ "weekday": weekday, "start": from * 60, "end": to * 60, "wish": wish })
            })
        })
    };
    spans(life.cannot, "no")
        .chain(spans(life.likes, "preferred"))
        .collect()
}
