//! Whoever registers twice is seen, whoever shares a phone is offered a household; nobody is turned away.

use serde_json::{Value, json};

use crate::library::{Library, kinds, library, patron};

fn named(card: &str, given: &str, family: &str) -> Value {
    let mut details = patron(card, family);
    details["given_name"] = json!(given);
    details
}

fn register(library: &Library, details: &Value) -> Value {
    library.does("patrons.register", json!({ "details": details }))["id"].clone()
}

fn similar(library: &Library, input: Value) -> (Vec<String>, Vec<String>) {
    let found = library.does("patrons.similar", input);
    let told = |list: &Value| -> Vec<String> {
        let told = |alike: &Value| {
            let why = alike["why"].as_array().unwrap();
            let why: Vec<&str> = why
                .iter()
                .map(|why| why["kind"].as_str().unwrap())
                .collect();
            let details = &alike["patron"]["details"];
            format!("{}: {}", details["card"].as_str().unwrap(), why.join(" "))
        };
        list.as_array().unwrap().iter().map(told).collect()
    };
    (told(&found["duplicates"]), told(&found["households"]))
}

#[test]
fn the_same_birth_day_and_a_similar_name_warn_and_say_why() {
    let library = library();
    register(&library, &named("2001", "José", "Álvarez"));
    register(&library, &named("2002", "Maria", "Álvarez"));
    let asked = |given: &str, family: &str, born: &str| {
        let input = json!({ "given_name": given, "family_name": family, "born": born });
        similar(&library, input).0
    };
    let born = "1990-05-01";
    assert_eq!(
        asked("jose", "alvarez", born),
        ["2001: same_birth_day same_name"]
    );
    assert_eq!(
        asked("Alvarez", "José", born),
        ["2001: same_birth_day transposed"]
    );
    assert_eq!(
        asked("J.", "Alvarez", born),
        ["2001: same_birth_day initials"]
    );
    assert_eq!(
        asked("Jose", "Alvares", born),
        ["2001: same_birth_day spelling"]
    );
    assert_eq!(asked("Jose", "Alvarez", "1990-05-02"), [""; 0]);
    assert_eq!(asked("Kim", "Novak", born), [""; 0]);
}

#[test]
fn a_shared_phone_or_mail_alone_offers_a_household_and_warns_of_nobody() {
    let library = library();
    let mut ada = named("2001", "Ada", "Okafor");
    ada["phone"] = json!("+1 (555) 010-1234");
    ada["email"] = json!("Okafor@example.org");
    let ada = register(&library, &ada);
    let asked = |input: Value| similar(&library, input);
    let (none, together): (Vec<String>, Vec<String>) = asked(json!({ "phone": "0101234" }));
    assert_eq!(
        (none.len(), together),
        (0, vec!["2001: same_phone".to_owned()])
    );
    let (none, together) = asked(
        json!({ "given_name": "Ben", "family_name": "Okafor", "born": "2015-01-01", "email": "okafor@EXAMPLE.org" }),
    );
    assert_eq!(
        (none.len(), together),
        (0, vec!["2001: same_email".to_owned()])
    );
    assert_eq!(asked(json!({ "phone": "01012" })), (vec![], vec![]));
    let mut ben = named("2002", "Ben", "Okafor");
    ben["phone"] = json!("555 0101234");
    let ben = register(&library, &ben);
    let of_ben = json!({ "patron": ben, "family_name": "Okafor", "phone": "555 0101234" });
    assert_eq!(asked(of_ben.clone()).1.len(), 1);
    library.does(
        "patrons.join_household",
        json!({ "patron": ben, "with": ada }),
    );
    assert_eq!(asked(of_ben).1.len(), 0, "they live together already");
}

#[test]
fn without_a_birth_day_the_same_name_needs_a_shared_phone_or_mail() {
    let library = library();
    let mut ada = named("2001", "Ada", "Okafor");
    ada["born"] = json!(null);
    ada["email"] = json!("ada@example.org");
    register(&library, &ada);
    let asked = |email: &str| {
        let input = json!({ "given_name": "Ada", "family_name": "Okafor", "born": "1990-05-01", "email": email });
        similar(&library, input).0
    };
    assert_eq!(asked("ada@example.org"), ["2001: same_name same_email"]);
    assert_eq!(asked("other@example.org"), [""; 0]);
}

#[test]
fn the_warning_is_no_wall() {
    let library = library();
    let first = register(&library, &named("2001", "Ada", "Okafor"));
    let register = |seen: Value| {
        let details = named("2002", "Ada", "Okafor");
        let input = json!({ "details": details, "duplicates_seen": seen });
        library.call("patrons.register", input)
    };
    let warned = register(json!([])).unwrap_err();
    assert_eq!(kinds(&warned), ["looks_registered"]);
    assert_eq!(
        warned.to_string(),
        "Ada Okafor with the card 2001 may be the same person"
    );
    assert_eq!(library.rows("patron"), 1);
    register(json!([first])).unwrap();
    assert_eq!(library.rows("patron"), 2);
}

#[test]
fn an_edit_warns_too_and_nobody_is_their_own_duplicate() {
    let library = library();
    register(&library, &named("2001", "Ada", "Okafor"));
    let eda = register(&library, &named("2002", "Ingrid", "Solberg"));
    let edit = |given: &str, family: &str| {
        let details = named("2002", given, family);
        library.call(
            "patrons.edit",
            json!({ "id": eda, "details": details, "duplicates_seen": [] }),
        )
    };
    edit("Ingrid", "Solberg-Lie").unwrap();
    let warned = edit("Ada", "Okafor").unwrap_err();
    assert_eq!(kinds(&warned), ["looks_registered"]);
}
