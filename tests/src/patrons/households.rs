//! Patrons who live together.

use carrel_core::front;
use serde_json::{Value, json};

use crate::library::{Library, library, patron};

fn household(library: &Library, patron: &Value) -> Vec<String> {
    let members = library.does("circulation.household", json!({ "patron": patron }));
    let members = members.as_array().unwrap();
    members
        .iter()
        .map(|member| {
            format!(
                "{} {} {}",
                member["name"].as_str().unwrap(),
                member["out"],
                member["overdue"]
            )
        })
        .collect()
}

fn join(library: &Library, patron: &Value, with: &Value) {
    library.does(
        "patrons.join_household",
        json!({ "patron": patron, "with": with }),
    );
}

#[test]
fn a_household_shows_what_is_out_in_numbers_and_no_title() {
    let library = library();
    let (ada, ben) = (library.patron("2001", "Ada"), library.patron("2002", "Ben"));
    let (emma, dune) = (library.book("3001", "Emma"), library.book("3002", "Dune"));
    assert_eq!(household(&library, &ada), Vec::<String>::new());
    join(&library, &ada, &ben);
    library.lends(&emma).to(&ada);
    library.lends(&dune).to(&ada);
    assert_eq!(household(&library, &ben), ["Ada 2 0", "Ben 0 0"]);
    library.on("2027-01-04");
    assert_eq!(household(&library, &ben), ["Ada 2 2", "Ben 0 0"]);
    let shown = library.does("circulation.household", json!({ "patron": ben }));
    assert!(!shown.to_string().contains("Emma"));
}

#[test]
fn whoever_is_left_alone_has_no_household() {
    let library = library();
    let [ada, ben, cleo] =
        ["Ada", "Ben", "Cleo"].map(|name| library.patron(&format!("20{name}"), name));
    join(&library, &ada, &ben);
    join(&library, &cleo, &ada);
    assert_eq!(household(&library, &cleo).len(), 3);
    library.does("patrons.leave_household", json!({ "patron": ada }));
    assert_eq!(household(&library, &cleo), ["Ben 0 0", "Cleo 0 0"]);
    library.does("patrons.leave_household", json!({ "patron": ben }));
    assert_eq!(household(&library, &cleo), Vec::<String>::new());
    assert_eq!(library.rows("patron_household"), 0);
    let alone = library.fails("patrons.leave_household", json!({ "patron": cleo }));
    assert_eq!(alone.to_string(), "patron shares no household");
    let self_made = library.fails(
        "patrons.join_household",
        json!({ "patron": ada, "with": ada }),
    );
    assert_eq!(self_made.to_string(), "with is the patron themselves");
}

#[test]
fn a_household_takes_in_whoever_has_none_and_a_mover_leaves_theirs() {
    let library = library();
    let [ada, ben, cleo, dan] =
        ["Ada", "Ben", "Cleo", "Dan"].map(|name| library.patron(&format!("20{name}"), name));
    join(&library, &ada, &ben);
    join(&library, &ada, &cleo);
    assert_eq!(household(&library, &ben).len(), 3, "Ada's takes Cleo in");
    let eve = library.does(
        "patrons.register",
        json!({ "details": patron("20E", "Eve"), "household_with": dan }),
    );
    assert_eq!(household(&library, &dan), ["Dan 0 0", "Eve 0 0"]);
    join(&library, &dan, &ada);
    assert_eq!(household(&library, &dan).len(), 4);
    assert_eq!(household(&library, &eve["id"]), Vec::<String>::new());
    assert_eq!(
        front::check(&library.core).unwrap().faults,
        Vec::<String>::new()
    );
}
