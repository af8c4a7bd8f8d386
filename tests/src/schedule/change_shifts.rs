//! Shifts change together, and back again.

use carrel_core::kernel::error::Code;
use serde_json::{Value, json};

use super::{Scene, scene};

const MONDAY: &str = "2026-11-23";
const TUESDAY: &str = "2026-11-24";

/// The same changes the other way round, the last one first.
pub(super) fn inverse(changes: &Value) -> Value {
    let turned = changes.as_array().unwrap().iter().rev().map(|change| {
        json!({ "id": change["id"], "before": change["after"], "after": change["before"] })
    });
    turned.collect()
}

impl Scene {
    pub(super) fn changes(&self, changes: &Value) -> Value {
        self.library
            .does("schedule.change_shifts", json!({ "changes": changes }))
    }

    pub(super) fn refuses_changes(&self, changes: &Value) -> Vec<String> {
        self.library
            .refuses("schedule.change_shifts", json!({ "changes": changes }))
    }

    /// Every shift of the week as the file has it.
    pub(super) fn shifts(&self) -> Vec<Value> {
        let week = self.week(MONDAY);
        let shifts = week["shifts"].as_array().unwrap().iter();
        shifts.map(|placed| placed["shift"].clone()).collect()
    }
}

#[test]
fn what_was_placed_moved_and_removed_together_is_taken_back_and_done_again() {
    let scene = scene();
    let moved = scene.place(&scene.ada, MONDAY, 540, 600)["shift"].clone();
    let gone = scene.place(&scene.ben, MONDAY, 540, 600)["shift"].clone();
    let before = scene.shifts();
    let done = scene.changes(&json!([
        { "id": null, "before": null, "after": scene.shift(&scene.ada, TUESDAY, 600, 660) },
        { "id": moved["id"], "before": moved["details"], "after": scene.shift(&scene.ben, TUESDAY, 540, 600) },
        { "id": gone["id"], "before": gone["details"], "after": null },
    ]));
    let after = scene.shifts();
    assert_eq!(after.len(), 2);
    let undone = scene.changes(&inverse(&done));
    assert_eq!(scene.shifts(), before);
    scene.changes(&inverse(&undone));
    assert_eq!(scene.shifts(), after);
}

#[test]
fn a_change_is_refused_where_something_else_came_between() {
    let scene = scene();
    let shift = scene.place(&scene.ada, MONDAY, 540, 600)["shift"].clone();
    let later = scene.shift(&scene.ada, MONDAY, 600, 660);
    let change = json!([{ "id": shift["id"], "before": shift["details"], "after": later }]);
    let done = scene.changes(&change);
    assert_eq!(scene.refuses_changes(&change), ["shift_changed"]);
    scene
        .library
        .does("schedule.remove_shift", json!({ "id": shift["id"] }));
    assert_eq!(scene.refuses_changes(&inverse(&done)), ["shift_gone"]);
    let back = json!([{ "id": shift["id"], "before": null, "after": later }]);
    scene.changes(&back);
    assert_eq!(scene.refuses_changes(&back), ["shift_there"]);
}

#[test]
fn one_change_that_cannot_be_keeps_all_from_being() {
    let scene = scene();
    let bad = scene.shift(&scene.ada, MONDAY, 600, 600);
    let changes = json!([
        { "id": null, "before": null, "after": scene.shift(&scene.ada, MONDAY, 540, 600) },
        { "id": null, "before": null, "after": bad },
    ]);
    let refused = scene
        .library
        .fails("schedule.change_shifts", json!({ "changes": changes }));
    assert_eq!(refused.code(), Code::Invalid);
    assert!(scene.shifts().is_empty());
}

#[test]
fn no_shift_comes_back_that_never_was_and_none_changes_nothing() {
    let scene = scene();
    let shift = scene.shift(&scene.ada, MONDAY, 540, 600);
    let code = |change: Value| {
        let input = json!({ "changes": [change] });
        scene.library.fails("schedule.change_shifts", input).code()
    };
    assert_eq!(
        code(json!({ "id": 7, "before": null, "after": shift })),
        Code::NotFound
    );
    assert_eq!(
        code(json!({ "id": null, "before": shift, "after": null })),
        Code::Invalid
    );
    assert_eq!(
        code(json!({ "id": null, "before": null, "after": null })),
        Code::Invalid
    );
}

#[test]
fn a_refusal_says_the_day_and_the_times_as_the_library_writes_them() {
    let scene = scene();
    let placed = scene.place(&scene.ada, "2026-11-30", 540, 780)["shift"].clone();
    let mut then = placed["details"].clone();
    then["start"] = json!(600);
    let changes = json!({ "changes": [{ "id": placed["id"], "before": then, "after": null }] });
    let refused = scene.library.fails("schedule.change_shifts", changes);
    let said = refused.to_string();
    assert!(
        said.contains("the shift of Ada on Mon 30 Nov, 10:00 am–1:00 pm was changed since"),
        "{said}"
    );
}
