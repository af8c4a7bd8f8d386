//! Carrel is killed at random moments in a mix of desk work, imports and backups. What was answered must be there, what
//! was not is there whole or not at all, and every finished backup restores to the figures of its manifest.
//! `CARREL_CASES` says how often; `cargo xtask soak crash` does it two hundred times.

#[cfg(test)]
mod desk;
#[cfg(test)]
mod library;
#[cfg(test)]
mod store;

#[cfg(test)]
use desk::Desk;
#[cfg(test)]
use library::Library;

#[cfg(test)]
/// How often to kill: as often as asked, or a few times.
fn kills() -> u64 {
    let asked = std::env::var("CARREL_CASES").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(5)
}

#[test]
fn nothing_answered_is_lost_whenever_carrel_is_killed() {
    let library = Library::new();
    let mut desk = Desk::new(&library);
    for kill in 1..=kills() {
        desk.works_until_killed(&library);
        desk.compares(&library);
        library.is_sound();
        desk.figures.backups += library.restores_what_is_new();
        if kill % 20 == 0 || kill == kills() {
            println!("{kill} kills: {}", desk.figures);
        }
    }
    assert!(desk.figures.answered > 0 && desk.figures.backups > 0);
}
