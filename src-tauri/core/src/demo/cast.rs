//! The people of the invented library: who may use Carrel, and who borrows. What they do is `play`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::codes::card;
use super::dice::Dice;
use super::generate::Scale;
use super::names::{TRYING, name};
use super::player::{Hand, Player, number};
use super::rota::Rota;
use super::setting::{LIBRARY, ZONE};
use crate::kernel::{Day, Error, Result};

/// The supervisor's name at sign-in.
pub const SUPERVISOR: &str = "Maya Okafor";
/// The supervisor's passphrase.
pub const SUPERVISOR_PASSPHRASE: &str = "demo library";
/// The clerk's name at sign-in.
pub const CLERK: &str = "Jonas Weiß";
/// The clerk's PIN.
pub const CLERK_PIN: &str = "2468";
/// The student worker's name at sign-in.
pub const STUDENT: &str = "Chloé Martin";
/// The student worker's PIN.
pub const STUDENT_PIN: &str = "1357";

/// The patrons' kinds, and how many in a hundred are of each.
const CATEGORIES: [&str; 5] = ["Adult", "Child", "Student", "Staff", "Town card"];
const SHARES: [u32; 5] = [46, 22, 20, 3, 9];

const NOTES: [&str; 5] = [
    "Prefers large print.",
    "Left reading glasses at the desk; they are in the drawer.",
    "Asks to be phoned, not mailed.",
    "Collects for the book club at Harrow Bay.",
    "Speaks little English; daughter helps.",
];

const STREETS: [&str; 6] = [
    "Elm Street",
    "Mill Road",
    "Canal Row",
    "Third Avenue",
    "Orchard Lane",
    "Depot Street",
];

/// Somebody who borrows, as the play knows them.
#[derive(Debug, Clone)]
pub(super) struct Borrower {
    pub(super) id: i64,
    pub(super) category: &'static str,
}

/// A record of somebody who borrows.
#[derive(Debug, Clone)]
pub(super) struct Record {
    pub(super) card: String,
    pub(super) given: &'static str,
    pub(super) family: &'static str,
    pub(super) category: &'static str,
    pub(super) email: String,
    pub(super) phone: String,
    pub(super) address: String,
    pub(super) born: Option<Day>,
    pub(super) expires: Option<Day>,
    pub(super) note: &'static str,
}

/// Makes the library its supervisor's own.
pub(super) fn create_first(player: &mut Player) -> Result<()> {
    let input = json!({ "library": LIBRARY, "zone": ZONE, "name": SUPERVISOR, "passphrase": SUPERVISOR_PASSPHRASE });
    player.call(Hand::Supervisor, "accounts.create_first", input)?;
    player.sits_down(Hand::Supervisor);
    Ok(())
}

/// Gives the clerk and the student worker their accounts, and lets them sit down.
pub(super) fn sit_down(player: &mut Player, rota: &Rota) -> Result<()> {
    for (hand, name, role, pin) in [
        (Hand::Clerk, CLERK, "clerk", CLERK_PIN),
        (Hand::Student, STUDENT, "student_worker", STUDENT_PIN),
    ] {
        let details =
            json!({ "name": name, "role": role, "staff": rota.person(name)?, "active": true });
        let input = json!({ "details": details, "secret_kind": "pin", "secret": pin });
        player.call(Hand::Supervisor, "accounts.add", input)?;
        sign_in(player, hand, name, pin)?;
        player.sits_down(hand);
    }
    let details = json!({ "name": SUPERVISOR, "role": "supervisor", "staff": rota.person(SUPERVISOR)?, "active": true });
    let id = account(player, SUPERVISOR)?;
    player.call(
        Hand::Supervisor,
        "accounts.edit",
        json!({ "id": id, "details": details }),
    )?;
    Ok(())
}

/// Everybody signs in on the last day, so that the accounts show when they were last used.
pub(super) fn sign_in_again(player: &Player) -> Result<()> {
    sign_in(player, Hand::Student, STUDENT, STUDENT_PIN)?;
    sign_in(player, Hand::Clerk, CLERK, CLERK_PIN)?;
    sign_in(player, Hand::Supervisor, SUPERVISOR, SUPERVISOR_PASSPHRASE)
}

/// Brings in the patrons that the library had before: seven in eight; the others register in the course of the play.
pub(super) fn move_in(
    player: &Player,
    dice: &mut Dice,
    scale: Scale,
    last: Day,
) -> Result<Vec<Borrower>> {
    let count = scale.patrons;
    let records: Vec<Record> = (0..count - count / 8)
        .map(|place| record(dice, place, scale, last))
        .collect();
    let staged =
        json!({ "name": "patrons.csv", "base64": STANDARD.encode(sheet(&records)?), "last": true });
    let staged = player.call_task(Hand::Supervisor, "transfer.stage", staged)?;
    let suggestions = staged["inspection"]["suggestions"].as_array();
    let mapping = suggestions
        .into_iter()
        .flatten()
        .map(|suggestion| &suggestion["mapping"])
        .find(|mapping| mapping["kind"] == "patrons");
    let input = json!({ "file": staged["file"], "mapping": mapping, "mode": "keep" });
    let report = player.call_task(Hand::Supervisor, "transfer.run", input)?;
    player.call_task(Hand::Supervisor, "transfer.discard", json!({}))?;
    if report["refused"] != 0 {
        return Err(Error::Internal(format!(
            "patrons were refused: {}",
            report["problems"]
        )));
    }
    let borrower = |record: Record| {
        let found = player.call(
            Hand::Clerk,
            "circulation.identify",
            json!({ "code": record.card }),
        )?;
        Ok(Borrower {
            id: number(&found, "/patron")?,
            category: record.category,
        })
    };
    records.into_iter().map(borrower).collect()
}

/// The record of the patron of that number, who was born before the play begins. The first one's card runs out three
/// days before it ends.
pub(super) fn record(dice: &mut Dice, place: usize, scale: Scale, last: Day) -> Record {
    let (given, family) = match place.checked_sub(1) {
        None => ("Harold", "Finch"),
        Some(place) => TRYING.get(place).copied().unwrap_or_else(|| name(dice)),
    };
    let category = if place == 0 {
        "Adult"
    } else {
        CATEGORIES[dice.weighed(&SHARES)]
    };
    let years = if category == "Child" {
        dice.between(4, 14)
    } else {
        dice.between(15, 88)
    };
    let born = last.minus((years + scale.years_before()) * 365 + dice.below(360));
    let expires = match dice.below(100) {
        _ if place == 0 => Some(last.minus(3)),
        0..=4 => Some(last.minus(dice.between(1, 120))),
        5..=10 => Some(last.plus(dice.between(1, 29))),
        11..=20 => None,
        _ => Some(last.plus(dice.between(60, 700))),
    };
    Record {
        card: card(50_001 + place),
        given,
        family,
        category,
        email: if dice.in_thousand(600) {
            format!("reader{}@example.org", 1 + place)
        } else {
            String::new()
        },
        phone: format!("(555) 01{}-{:04}", dice.below(10), dice.below(10_000)),
        address: format!(
            "{} {}\nMarlow Falls",
            dice.between(1, 940),
            dice.pick(&STREETS)
        ),
        born: (!dice.in_thousand(60)).then_some(born),
        expires,
        note: if dice.in_thousand(70) {
            dice.pick::<&str>(&NOTES)
        } else {
            ""
        },
    }
}

fn sheet(records: &[Record]) -> Result<String> {
    let mut sheet = csv::Writer::from_writer(Vec::new());
    let fault = |error: csv::Error| Error::Internal(error.to_string());
    let header = [
        "card",
        "given_name",
        "family_name",
        "category",
        "email",
        "phone",
        "address",
        "born",
        "expires",
        "note",
    ];
    sheet.write_record(header).map_err(fault)?;
    for record in records {
        let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let cells = [
            &record.card,
            record.given,
            record.family,
            record.category,
            &record.email,
            &record.phone,
            &record.address,
            &day(record.born),
            &day(record.expires),
            record.note,
        ];
        sheet.write_record(cells).map_err(fault)?;
    }
    let bytes = sheet
        .into_inner()
        .map_err(|error| Error::Internal(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| Error::Internal(error.to_string()))
}

fn sign_in(player: &Player, hand: Hand, name: &str, secret: &str) -> Result<()> {
    let input = json!({ "account": account(player, name)?, "secret": secret });
    player.call(hand, "accounts.sign_in", input)?;
    Ok(())
}

fn account(player: &Player, name: &str) -> Result<i64> {
    let session = player.call(Hand::Supervisor, "accounts.session", json!({}))?;
    let people = session["people"].as_array();
    let card = people
        .into_iter()
        .flatten()
        .find(|card| card["name"] == name);
    number(card.unwrap_or(&serde_json::Value::Null), "/id")
}
