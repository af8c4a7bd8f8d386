//! What one shift would cost.

use serde_json::json;

use super::{MONDAY, asked, minutes, needy, placed};

#[test]
fn a_wish_is_pinned_and_the_rest_moves_as_little_as_it_can() {
    let scene = needy();
    scene.tells(&scene.ada, &[(1, 0, 720, "no")]);
    let proposal = scene.solves(&json!({}));
    let wish = scene.shift(&scene.ben, MONDAY, 720, 1020);
    let asked = json!({ "ask": asked(&json!({})), "changes": proposal["changes"], "wish": wish });
    let price = scene.library.finishes("solving.price", asked);
    assert_eq!(price["before"]["cost"], proposal["standing"]["cost"]);
    let cost = |standing: &serde_json::Value| standing["cost"].as_i64().unwrap();
    assert!(cost(&price["proposal"]["standing"]) > cost(&price["before"]));
    let ben = scene.ben.as_i64().unwrap();
    let then = placed(&price["proposal"]);
    assert!(
        then.contains(&(ben, MONDAY.to_owned(), 720, 1020)),
        "{then:?}"
    );
    // Tuesday, which the wish leaves alone, stays.
    let tuesday = |all: &[(i64, String, i64, i64)]| -> Vec<_> {
        all.iter()
            .filter(|one| one.1 == "2026-12-01")
            .cloned()
            .collect()
    };
    assert_eq!(tuesday(&then), tuesday(&placed(&proposal)));
    assert!(minutes(&price["proposal"], &scene.ada) <= minutes(&proposal, &scene.ada));
}
