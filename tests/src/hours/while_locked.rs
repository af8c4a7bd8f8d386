//! Coming and going at a locked desk, which stays locked.

use carrel_core::kernel::Error;
use serde_json::{Value, json};

use super::helper;
use crate::library::{Library, kinds, library};

fn clock(library: &Library, name: &str, pin: &str) -> carrel_core::kernel::Result<Value> {
    let input = json!({ "name": name, "pin": pin });
    let answer = library.call("hours.clock_while_locked", input)?;
    Ok(answer.output)
}

#[test]
fn somebody_comes_and_goes_at_a_locked_desk_and_it_stays_locked() {
    let library = library();
    helper(&library, "Ada Novak");
    library.does("accounts.lock", json!({}));
    let rows = library.rows("audit");
    let came = clock(&library, "ada novak", "2468").unwrap();
    assert_eq!(
        (
            &came["person"],
            &came["stamp"]["side"],
            &came["stamp"]["by"]
        ),
        (
            &json!("Ada Novak"),
            &json!("in"),
            &json!("Ada Novak, by PIN")
        )
    );
    assert_eq!(library.rows("audit"), rows + 1);
    library.later(600);
    let went = clock(&library, " Ada Novak ", "2468").unwrap();
    assert_eq!(
        (&went["stamp"]["side"], &went["minutes"]),
        (&json!("out"), &json!(10))
    );
    let session = library.does("accounts.session", json!({}));
    assert!(
        matches!(library.call("staff.list", json!({})), Err(Error::Locked)),
        "{session}"
    );
}

#[test]
fn a_name_that_is_not_known_is_told_as_a_wrong_pin_is() {
    let library = library();
    helper(&library, "Ada");
    library.does(
        "staff.add",
        json!({ "details": crate::staff::details("Cy") }),
    );
    library.does("accounts.lock", json!({}));
    let refused = |name: &str, pin: &str| clock(&library, name, pin).unwrap_err();
    for (name, pin) in [
        ("Ada", "1357"),
        ("Nobody", "2468"),
        ("Cy", "2468"),
        ("", "2468"),
    ] {
        assert!(
            matches!(refused(name, pin), Error::WrongSecret { .. }),
            "{name}"
        );
    }
    // Tries are counted as at any desk.
    for _ in 0..8 {
        let _ = clock(&library, "Ada", "1357");
    }
    assert!(matches!(refused("Ada", "2468"), Error::Wait { .. }));
    assert_eq!(library.rows("clock_stamp"), 0);
}

#[test]
fn an_open_desk_has_its_own_way() {
    let library = library();
    helper(&library, "Ada");
    let refused = clock(&library, "Ada", "2468").unwrap_err();
    assert!(
        matches!(refused, Error::Invalid { .. }),
        "{:?}",
        kinds(&refused)
    );
}
