//! What the desk is to tell a patron, and what bars them.

use serde_json::{Value, json};

use crate::library::{Library, kinds, library};

fn write(library: &Library, message: Value) -> Value {
    library.does("patrons.write_message", message)
}

fn at_desk(library: &Library, patron: &Value) -> Value {
    library.does("circulation.patron_at_desk", json!({ "patron": patron }))
}

#[test]
fn a_message_is_said_at_the_next_visit_and_once() {
    let library = library();
    let ada = library.patron("2001", "Okafor");
    let message = write(
        &library,
        json!({ "patron": ada, "text": " Your umbrella is here\r\nin the cupboard " }),
    );
    assert_eq!(message["text"], "Your umbrella is here\nin the cupboard");
    assert_eq!(message["written_by"], "Maya");
    assert_eq!(at_desk(&library, &ada)["messages"], json!([message]));
    let student = library.someone("student_worker");
    let said = library
        .core
        .call(
            student,
            "patrons.acknowledge_message",
            json!({ "id": message["id"] }),
        )
        .unwrap()
        .output;
    assert_eq!(said["acknowledged"]["by"], "some student_worker");
    assert_eq!(at_desk(&library, &ada)["messages"], json!([]));
    let kept = library.does("patrons.messages", json!({ "patron": ada }));
    assert_eq!(kept, json!([said]));
    let again = library.fails(
        "patrons.acknowledge_message",
        json!({ "id": message["id"] }),
    );
    assert_eq!(
        again.to_string(),
        "id was acknowledged by some student_worker already"
    );
}

#[test]
fn a_message_has_its_first_and_its_last_day() {
    let library = library();
    let ada = library.patron("2001", "Okafor");
    write(
        &library,
        json!({ "patron": ada, "text": "closed at Christmas", "from": "2026-12-01", "until": "2026-12-02" }),
    );
    let said = |day: &str| {
        library.on(day);
        at_desk(&library, &ada)["messages"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(said("2026-11-30"), 0);
    assert_eq!((said("2026-12-01"), said("2026-12-02")), (1, 1));
    assert_eq!(said("2026-12-03"), 0);
}

#[test]
fn what_bars_is_a_block_until_its_day_or_until_it_is_taken_back() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Okafor"),
        library.book("3001", "Emma"),
    );
    let lend = json!({ "patron": ada, "item": book, "override": null });
    let bar = write(
        &library,
        json!({ "patron": ada, "text": "shouted at a child", "until": "2026-11-30", "bars": true }),
    );
    assert_eq!(
        library.refuses("circulation.check_out", lend.clone()),
        ["barred"]
    );
    let shown = at_desk(&library, &ada);
    assert_eq!(
        shown["blocks"],
        json!([{
            "refusal": { "kind": "barred", "until": "2026-11-30", "text": "shouted at a child" },
            "message": "barred until 2026-11-30: shouted at a child",
            "may_override": "override_rules",
        }])
    );
    assert_eq!(shown["messages"], json!([]), "it is said once, as a block");
    let acknowledge = library.fails("patrons.acknowledge_message", json!({ "id": bar["id"] }));
    assert_eq!(
        acknowledge.to_string(),
        "id bars the patron; take the message back to end that"
    );
    library.on("2026-12-01");
    assert_eq!(at_desk(&library, &ada)["blocks"], json!([]));
    let bar = write(
        &library,
        json!({ "patron": ada, "text": "shouted again", "bars": true }),
    );
    assert_eq!(
        library.refuses("circulation.check_out", lend.clone()),
        ["barred"]
    );
    library.does("patrons.take_back_message", json!({ "id": bar["id"] }));
    library.does("circulation.check_out", lend);
}

#[test]
fn the_audit_does_not_keep_what_was_to_be_said() {
    let library = library();
    let ada = library.patron("2001", "Okafor");
    let message = json!({ "patron": ada, "text": "zyxwertha", "bars": true });
    let bar = write(&library, message);
    library.does("patrons.take_back_message", json!({ "id": bar["id"] }));
    let rows = library.does("audit.list", json!({ "before": null, "limit": 2 }));
    assert!(!rows.to_string().contains("zyxwertha"));
    assert_eq!(rows[0]["detail"], "no longer bars the patron");
}

#[test]
fn what_was_said_is_forgotten_with_the_grace() {
    let library = library();
    let ada = library.patron("2001", "Okafor");
    for text in ["your copy of zyxwertha came back wet", "a second one"] {
        let message = write(&library, json!({ "patron": ada, "text": text }));
        if text.contains("zyx") {
            library.does(
                "patrons.acknowledge_message",
                json!({ "id": message["id"] }),
            );
        }
    }
    library.on("2026-12-07");
    assert_eq!(library.rows("patron_message"), 2);
    library.on("2026-12-09");
    assert_eq!(library.rows("patron_message"), 1);
    let bytes = std::fs::read(library.file()).unwrap();
    assert!(!bytes.windows(9).any(|window| window == b"zyxwertha"));
}

#[test]
fn a_message_that_cannot_be_is_refused_by_its_field() {
    let library = library();
    let ada = library.patron("2001", "Okafor");
    for (field, value) in [
        ("text", json!(" ")),
        ("until", json!("2026-11-22")),
        ("patron", json!(77)),
    ] {
        let mut message = json!({ "patron": ada, "text": "x" });
        message[field] = value;
        let failure = library.fails("patrons.write_message", message).failure();
        assert!(
            failure.details["field"] == field || failure.message == "patron 77 does not exist",
            "{failure:?}"
        );
    }
    let clerk = library.someone("student_worker");
    let refused = library.core.call(
        clerk,
        "patrons.write_message",
        json!({ "patron": ada, "text": "x" }),
    );
    assert!(refused.is_err());
    assert_eq!(library.rows("patron_message"), 0);
}

#[test]
fn a_bar_and_an_expired_card_are_told_at_once() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Okafor"),
        library.book("3001", "Emma"),
    );
    write(
        &library,
        json!({ "patron": ada, "text": "x", "bars": true }),
    );
    library
        .outside()
        .execute("UPDATE patron SET expires = '2026-11-01'", [])
        .unwrap();
    let lend = json!({ "patron": ada, "item": book, "override": null });
    let error = library.fails("circulation.check_out", lend);
    assert_eq!(kinds(&error), ["barred", "card_expired"]);
}
