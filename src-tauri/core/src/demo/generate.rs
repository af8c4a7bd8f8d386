//! Makes a demo library: into an unfinished file beside the target, which takes its place only when all is done.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::dice::Dice;
use super::pace::Pace;
use super::play::Play;
use super::player::{Hand, Player};
use super::setting::ZONE;
use super::{cast, lives, rota, setting, stock, worked};
use crate::front::{Core, Surroundings};
use crate::kernel::db::Durability;
use crate::kernel::lock::beside;
use crate::kernel::{At, Clock, Cost, Day, Error, Minute, Result, Zone};

/// How much of a library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Four weeks, 60 patrons, 400 items: made in a moment.
    Small,
    /// A year, 600 patrons, 2,200 items.
    Year,
    /// So many loans, a tenth as many items and a fiftieth as many patrons, over days as busy as those of a million loans
    /// in five years; with fines.
    Loans(u32),
}

/// The days of five years.
const FIVE_YEARS: u32 = 1826;

/// How much of everything.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    pub(super) days: u32,
    pub(super) patrons: usize,
    pub(super) titles: usize,
    pub(super) items: usize,
    pub(super) pace: Pace,
    /// How many in a thousand loans of the last weeks are forgotten at home.
    pub(super) forgotten: u32,
    /// How many patrons register in a thousand days.
    pub(super) newcomers: u32,
    /// What a late day costs, in cents.
    pub(super) fine: u32,
}

impl Size {
    fn scale(self) -> Scale {
        match self {
            Self::Small => Scale {
                days: 28,
                patrons: 60,
                titles: 300,
                items: 400,
                pace: Pace::ADay(13),
                forgotten: 75,
                newcomers: 240,
                fine: 0,
            },
            Self::Year => Scale {
                days: 365,
                patrons: 600,
                titles: 1500,
                items: 2200,
                pace: Pace::ADay(39),
                forgotten: 9,
                newcomers: 240,
                fine: 0,
            },
            Self::Loans(loans) => Scale::of(loans),
        }
    }
}

impl Scale {
    fn of(loans: u32) -> Self {
        let days = (loans / 550).clamp(28, FIVE_YEARS);
        // More is out on a busy day of a short play than a tenth of its loans.
        let items = (loans / 10).max(24 * loans / days);
        let patrons = (loans / 50).max(60);
        Self {
            days,
            patrons: patrons as usize,
            titles: (items * 5 / 8) as usize,
            items: items as usize,
            pace: Pace::InAll(loans),
            // In a short play as many at once would stop half of its patrons from borrowing.
            forgotten: (60 * days / FIVE_YEARS).max(8),
            newcomers: patrons * 150 / days,
            fine: 25,
        }
    }

    /// Whole years before the last one.
    pub(super) fn years_before(&self) -> u32 {
        (self.days - 1) / 365
    }
}

/// Late in the morning of a library day: the "now" of a demo library that is asked for by its day.
pub fn late_morning_of(day: Day) -> Result<At> {
    let eleven = Minute::of(11 * 60).unwrap_or(Minute::MIDNIGHT);
    Ok(Zone::parse(ZONE)?.instant(day, eleven))
}

/// Generates a demo library that ends `today`, at that instant. `progress` is told steps done of all.
///
/// # Errors
/// When there is a file at `path` already, or no file can be written there; nothing is left behind then.
pub fn generate(
    path: &Path,
    size: Size,
    seed: u64,
    today: At,
    mut progress: impl FnMut(usize, usize),
) -> Result<()> {
    refuse_what_is_there(path)?;
    let draft = Draft::beside(path);
    {
        let player = open(&draft, today, size.scale())?;
        play(player, size.scale(), seed, today, &mut progress)?;
    }
    File::options().write(true).open(&draft.0)?.sync_all()?;
    refuse_what_is_there(path)?;
    fs::rename(&draft.0, path)?;
    Ok(())
}

fn open(draft: &Draft, today: At, scale: Scale) -> Result<Player> {
    let zone = Zone::parse(ZONE)?;
    let (day, _) = today.local(zone);
    let eve = zone.instant(
        day.minus(scale.days),
        Minute::of(7 * 60).unwrap_or(Minute::MIDNIGHT),
    );
    let surroundings = Surroundings {
        clock: Clock::manual(eve),
        // Everybody may know these secrets, and hundreds of them are asked for.
        cost: Cost::Test,
        durability: Durability::Draft,
        exports: PathBuf::new(),
        viewer: |_| Err(io::ErrorKind::Unsupported.into()),
    };
    Ok(Player::new(Core::open(&draft.0, surroundings)?, zone))
}

fn play(
    mut player: Player,
    scale: Scale,
    seed: u64,
    today: At,
    progress: &mut impl FnMut(usize, usize),
) -> Result<()> {
    let mut dice = Dice::new(seed);
    let (last, _) = today.local(Zone::parse(ZONE)?);
    let first = last.minus(scale.days - 1);
    cast::create_first(&mut player)?;
    player.core().mark_as_demo()?;
    let rules = setting::set_up(&player, first, last, scale.fine)?;
    let rota = rota::hire(&player, last)?;
    lives::tell(&player, &rota, last)?;
    cast::sit_down(&mut player, &rota)?;
    worked::prepare(&player, &rota, last)?;
    let stock = stock::add(&player, &mut dice, &rules, scale)?;
    let patrons = cast::move_in(&player, &mut dice, scale, last)?;
    let mut play = Play::new(&player, dice, scale, rota, stock, patrons, today);
    for (done, day) in first.through(last).enumerate() {
        progress(done, scale.days as usize);
        play.day(day)?;
    }
    play.close()?;
    player.go_to(today)?;
    cast::sign_in_again(&player)?;
    setting::lock_when_idle(&player, Hand::Supervisor)?;
    progress(scale.days as usize, scale.days as usize);
    Ok(())
}

fn refuse_what_is_there(path: &Path) -> Result<()> {
    if path.symlink_metadata().is_ok() {
        let there = io::Error::new(
            io::ErrorKind::AlreadyExists,
            format!("{} is there already", path.display()),
        );
        return Err(Error::Io(there));
    }
    Ok(())
}

/// The unfinished file, which goes away with all that stands beside it when the work ends, well or badly.
struct Draft(PathBuf);

impl Draft {
    fn beside(path: &Path) -> Self {
        Self(beside(path, &format!(".unfinished-{}", std::process::id())))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        for ending in ["", "-wal", "-shm", ".lock"] {
            // What is not there need not go; what cannot go does no harm.
            let _ = fs::remove_file(beside(&self.0, ending));
        }
    }
}
