//! The scenarios, in the order of a day. Each stands in its own file and needs nothing of another.

use std::fmt;
use std::pin::Pin;

use crate::desk::Desk;
use crate::trouble::Outcome;

mod files;
mod fines;
mod grid;
mod people;
mod scene;

/// A scenario under way.
pub type Playing<'d> = Pin<Box<dyn Future<Output = Outcome> + 'd>>;

/// What a scenario finds when its window opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// The invented library.
    Demo,
    /// No library yet.
    Nothing,
    /// The invented library with a backup, and then damaged.
    Damaged,
    /// No library in the named place, and one that was made before in this login's own.
    Elsewhere,
    /// No library yet, in a folder that a sync program keeps.
    Synced,
}

/// One thing that people do at a desk.
pub struct Scenario {
    /// Its name, as one asks for it.
    pub name: &'static str,
    /// What it finds.
    pub start: Start,
    /// From sign-in to its end.
    pub play: for<'d> fn(&'d Desk) -> Playing<'d>,
}

impl fmt::Debug for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Scenario").field(&self.name).finish()
    }
}

macro_rules! start {
    () => {
        Start::Demo
    };
    ($start:ident) => {
        Start::$start
    };
}

macro_rules! scenarios {
    ($($name:ident $(from $start:ident)?),* $(,)?) => {
        $(mod $name;)*

        /// Every scenario.
        pub const ALL: &[Scenario] = &[$(Scenario {
            name: stringify!($name),
            start: start!($($start)?),
            play: |desk| Box::pin($name::play(desk)),
        }),*];
    };
}

scenarios!(
    first_start from Nothing,
    wrong_place from Synced,
    found_library from Elsewhere,
    sign_in,
    notes_for_the_desk,
    time_clock,
    swaps_and_duties,
    lock_and_unlock,
    returns_while_locked,
    switch_user,
    palette,
    register_patron,
    family_at_the_desk,
    lend_by_scan,
    hourly_rule,
    two_reason_refusal_overridden,
    override_by_secret,
    renew_return_undo,
    money,
    corrections,
    drag_a_shift,
    drag_among_sixty,
    grid_by_hand,
    grid_other_hand,
    week_for_twelve,
    solve_a_week,
    rota_by_weekends,
    term_from_csv from Nothing,
    term_of_forty,
    pairs_and_breaks,
    work_rules,
    print_reports,
    shift_pages,
    usage_report,
    settings,
    teach_scanner,
    moving_in,
    moving_in_formats,
    people_and_availability,
    classes_for_everybody,
    hired_by_hand,
    timetable_again,
    publish_with_reason,
    back_up_and_restore,
    damaged_start from Damaged,
    closing_backup,
    every_screen,
    every_sheet,
);
