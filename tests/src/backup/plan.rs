//! Where backups go and how long they stay is decided by a supervisor, and is on the record.

use serde_json::json;

use super::{back_up, busy, names, place};

#[test]
fn what_is_decided_is_kept_and_recorded() {
    let library = busy();
    let before = library.does("backup.plan", json!({}));
    assert_eq!(before, json!({ "second_place": "", "keep_days": 35 }));
    let plan = json!({ "second_place": "/media/stick", "keep_days": 14 });
    library.does("backup.set_plan", json!({ "plan": plan }));
    assert_eq!(library.does("backup.plan", json!({})), plan);
    let newest = library.does("audit.list", json!({ "before": null, "limit": 1 }));
    assert_eq!(
        newest[0]["detail"],
        "backups are kept 14 days, also in /media/stick"
    );
}

#[test]
fn a_plan_that_cannot_be_carried_out_is_refused() {
    let library = busy();
    for (plan, field) in [
        (
            json!({ "second_place": "stick", "keep_days": 14 }),
            "second_place",
        ),
        (json!({ "second_place": "", "keep_days": 6 }), "keep_days"),
        (
            json!({ "second_place": "", "keep_days": 1101 }),
            "keep_days",
        ),
    ] {
        let error = library.fails("backup.set_plan", json!({ "plan": plan }));
        assert_eq!(error.failure().details["field"], field);
    }
}

#[test]
fn no_backup_outlives_what_the_library_wants() {
    let library = busy();
    library.does(
        "backup.set_plan",
        json!({ "plan": { "second_place": "", "keep_days": 14 } }),
    );
    for day in ["2026-11-24", "2026-11-25", "2026-12-08", "2026-12-09"] {
        library.on(day);
        back_up(&library);
    }
    let backups: Vec<String> = names(&place(&library));
    let of = |day: &str| backups.iter().filter(|name| name.contains(day)).count();
    assert_eq!(of("2026-11-24"), 0, "fifteen days old");
    assert_eq!(of("2026-11-25"), 2, "a backup and its manifest");
    assert_eq!(of("2026-12-08"), 2);
    assert_eq!(of("2026-12-09"), 2);
}
