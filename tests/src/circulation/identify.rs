//! The one scan box tells a card from an item.

use serde_json::json;

use crate::library::library;

#[test]
fn a_code_is_a_card_an_item_or_nothing() {
    let library = library();
    let (ada, book) = (
        library.patron("2001", "Ada"),
        library.book("a3001", "Middlemarch"),
    );
    let identify = |code: &str| library.does("circulation.identify", json!({ "code": code }));
    assert_eq!(
        identify(" 2001\t"),
        json!({ "kind": "patron", "patron": ada })
    );
    assert_eq!(
        identify("A3001"),
        json!({ "kind": "item", "item": book, "out_to": null })
    );
    library.lends(&book).to(&ada);
    assert_eq!(identify("a3001")["out_to"], ada);
    assert_eq!(
        identify("9999"),
        json!({ "kind": "nothing", "code": "9999", "looks_like": null })
    );
    assert_eq!(
        identify(" | "),
        json!({ "kind": "nothing", "code": "|", "looks_like": null })
    );
}
