//! Reports, asked for as the window asks for them.

mod calendar;
mod favourites;
mod open;
mod print;
mod printed_term;
mod read;
mod receipt;
mod save;
mod scripts;
mod shift_pages;
mod shifts;
mod timesheets;
mod usage;

use serde_json::{Value, json};

use crate::library::Library;

/// The week of Monday 23 November 2026.
fn week() -> Value {
    json!({ "from": "2026-11-23", "to": "2026-11-29" })
}

/// Asks for a report of that week in a form.
pub(crate) fn asks(report: &str, format: &str) -> Value {
    json!({ "report": report, "from": "2026-11-23", "to": "2026-11-29", "paper": "a4", "format": format })
}

/// A desk that two people have to be at on Mondays from nine to noon.
pub(crate) fn desk(library: &Library) -> Value {
    let details = json!({ "name": "Circulation", "short": "C", "colour": 1, "active": true });
    let desk = library.does("schedule.add_desk", json!({ "details": details }))["id"].clone();
    let spans = json!([{ "from": 540, "to": 720, "people": 2 }]);
    let need = json!({ "desk": desk, "weekday": 1, "spans": spans });
    library.does("schedule.set_need", need);
    desk
}

/// Somebody who works at the desk that Monday from one minute to another.
pub(crate) fn works(library: &Library, desk: &Value, name: &str, start: u32, end: u32) -> Value {
    let details = json!({
        "name": name, "position": "", "email": "", "phone": "", "wanted_minutes": null, "active": true,
    });
    let staff = library.does("staff.add", json!({ "details": details }))["id"].clone();
    let shift = json!({
        "staff": staff, "desk": desk, "day": "2026-11-23", "start": start, "end": end, "note": "",
    });
    library.does("schedule.place_shift", json!({ "details": shift }));
    staff
}

/// A morning at the desk: a loan, its renewal, a late return, a use in the library; one child registered.
fn morning(library: &Library) {
    let ada = library.patron("2001", "Ada");
    let (book, dvd) = (
        library.book("3001", "Middlemarch"),
        library.item_of_type("3002", "Casablanca", 2),
    );
    library.on("2026-11-02");
    library.lends(&dvd).to(&ada);
    library.on("2026-11-23");
    library.does("circulation.check_in", json!({ "item": dvd }));
    let lent = library.lends(&book).to(&ada);
    library.later(3600 * 24 * 2);
    library.on("2026-11-25");
    library.does(
        "circulation.renew",
        json!({ "loan": lent["loan"]["id"], "override": null }),
    );
    library.does("circulation.record_in_house", json!({ "item": dvd }));
}
