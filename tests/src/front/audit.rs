//! One row a write, none for a refusal, and no row that can be changed unseen.

use carrel_core::front;
use carrel_core::kernel::command::Kind;
use serde_json::{Value, json};

use crate::library::{Library, library};

fn verify(library: &Library, head: &Value) -> Value {
    library.does("audit.verify", json!({ "head": head }))
}

fn busy() -> Library {
    let library = library();
    let ada = library.patron("2001", "Ada");
    for number in 0..6 {
        let book = library.book(&format!("300{number}"), "Middlemarch");
        library.lends(&book).to(&ada);
    }
    library
}

/// Changes the audit past Carrel, as somebody with a tool and a motive would.
fn tamper(library: &Library, statements: &str) {
    let outside = library.outside();
    outside.pragma_update(None, "foreign_keys", false).unwrap();
    let free = "DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_shortened;";
    outside
        .execute_batch(&format!("{free} {statements}"))
        .unwrap();
}

#[test]
fn every_write_leaves_one_row_and_names_itself() {
    let library = library();
    let before = library.rows("audit");
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("3001", "Middlemarch"),
    );
    library.lends(&book).to(&ada);
    assert_eq!(library.rows("audit"), before + 3);
    let newest = library.does("audit.list", json!({ "before": null, "limit": 1 }));
    assert_eq!(newest[0]["command"], "circulation.check_out");
    assert_eq!(newest[0]["actor"], "Maya");
    assert_eq!(newest[0]["subjects"], json!([{ "kind": "loan", "id": 1 }]));
}

#[test]
fn a_refused_write_leaves_nothing() {
    let library = busy();
    let before = library.rows("audit");
    library.refuses(
        "circulation.check_out",
        json!({ "patron": 1, "item": 1, "override": null }),
    );
    library.fails(
        "patrons.register",
        json!({ "details": crate::library::patron("2001", "Ben") }),
    );
    assert_eq!(library.rows("audit"), before);
    assert_eq!(library.rows("patron"), 1);
}

#[test]
fn a_read_leaves_no_row() {
    let library = busy();
    let before = library.rows("audit");
    for command in front::commands()
        .iter()
        .filter(|command| command.kind == Kind::Read)
    {
        // Most fail for want of input; none may write.
        let _ = library.call(command.name, json!({}));
    }
    assert_eq!(library.rows("audit"), before);
}

#[test]
fn a_chain_that_nobody_touched_verifies() {
    let library = busy();
    let verified = verify(&library, &json!(null));
    assert_eq!(verified["fault"], json!(null));
    assert_eq!(verified["rows"], library.rows("audit"));
}

#[test]
fn a_changed_row_is_found_whatever_was_changed() {
    for change in [
        "at = at + 1",
        "actor = 'Somebody'",
        "account = 7",
        "command = 'circulation.check_in'",
        "subjects = 'loan 9'",
        "detail_digest = zeroblob(32)",
        "hash = randomblob(32)",
    ] {
        let library = busy();
        tamper(
            &library,
            &format!("UPDATE audit SET {change} WHERE seq = 4"),
        );
        assert_eq!(
            verify(&library, &json!(null))["fault"]["seq"],
            4,
            "{change}"
        );
    }
}

#[test]
fn a_changed_sentence_is_found() {
    let library = busy();
    library.does(
        "policies.set_rule",
        json!({ "category": 1, "item_type": 1, "period": { "unit": "days", "count": 7 }, "limit": 5, "renewals": 1 }),
    );
    let seq = library.rows("audit");
    tamper(
        &library,
        &format!("UPDATE audit_detail SET detail = 'Adult × Book: 70 days' WHERE seq = {seq}"),
    );
    assert_eq!(verify(&library, &json!(null))["fault"]["seq"], seq);
}

#[test]
fn swapped_rows_are_found() {
    let library = busy();
    tamper(
        &library,
        "UPDATE audit SET seq = 1004 WHERE seq = 4; UPDATE audit SET seq = 4 WHERE seq = 5;
         UPDATE audit SET seq = 5 WHERE seq = 1004;",
    );
    assert_eq!(verify(&library, &json!(null))["fault"]["seq"], 4);
}

#[test]
fn a_row_deleted_inside_is_found_even_when_the_rest_moves_up() {
    let library = busy();
    tamper(
        &library,
        "DELETE FROM audit WHERE seq = 4; UPDATE audit SET seq = seq - 1 WHERE seq > 4;",
    );
    assert_eq!(verify(&library, &json!(null))["fault"]["seq"], 4);
}

#[test]
fn a_cut_off_end_is_found_against_a_printed_head() {
    let library = busy();
    let whole = verify(&library, &json!(null));
    let (rows, hash) = (
        whole["head"]["seq"].as_i64().unwrap(),
        whole["head"]["hash"].as_str().unwrap().to_owned(),
    );
    let printed = format!("{rows} {}", &hash[..8]);
    assert_eq!(verify(&library, &json!(printed))["fault"], json!(null));
    tamper(
        &library,
        &format!("DELETE FROM audit WHERE seq > {}", rows - 2),
    );
    assert_eq!(
        verify(&library, &json!(null))["fault"],
        json!(null),
        "the chain alone cannot know"
    );
    assert_eq!(verify(&library, &json!(printed))["fault"]["seq"], rows - 1);
    // Nor does it help to write other rows in their place.
    library.patron("2009", "Mallory");
    library.patron("2010", "Mallory");
    assert_eq!(verify(&library, &json!(printed))["fault"]["seq"], rows);
}

#[test]
fn the_file_itself_refuses_to_change_the_record() {
    let library = busy();
    for statement in ["UPDATE audit SET actor = 'x'", "DELETE FROM audit"] {
        assert!(
            library.outside().execute(statement, []).is_err(),
            "{statement}"
        );
    }
}

#[test]
fn a_head_that_is_none_is_invalid() {
    let library = busy();
    for head in ["", "7f3a91c0", "12 7f3a", "x 7f3a91c0", "12 7f3a91zz"] {
        let error = library.fails("audit.verify", json!({ "head": head }));
        assert_eq!(error.failure().details["field"], "head", "{head}");
    }
}

#[test]
fn no_secret_stands_in_the_file() {
    let library = library();
    library.someone("clerk");
    library.does(
        "accounts.set_secret",
        json!({ "id": 2, "secret_kind": "pin", "secret": "80085135" }),
    );
    let file = library.file();
    drop(library.outside());
    for ending in ["", "-wal"] {
        let bytes =
            std::fs::read(carrel_core::kernel::lock::beside(&file, ending)).unwrap_or_default();
        for secret in [crate::library::PASSPHRASE, "80085135"] {
            assert!(
                !bytes
                    .windows(secret.len())
                    .any(|window| window == secret.as_bytes()),
                "{secret}"
            );
        }
    }
}
