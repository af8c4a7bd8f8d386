//! From a program's start to its first screen, and what it holds in memory then: Carrel's, beside an empty window's. It
//! presses nothing and drives nothing; it looks at the display as somebody who waits does.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::memory::of_tree;
use crate::screen::Screen;
use crate::trouble::{Outcome, Trouble};

/// How often each is started, after a first time that warms the machine up.
const TIMES: usize = 7;
const LOOK_AGAIN: Duration = Duration::from_millis(8);
/// A screen that has not changed for so long is whole.
const AT_REST: Duration = Duration::from_millis(1500);
const PATIENCE: Duration = Duration::from_secs(60);
/// So much of the whole screen, in hundredths, is a first screen: a blinking mark may be missing.
const WHOLE: usize = 90;

/// One number with what it is.
#[derive(Debug)]
pub struct Measured {
    /// What was measured.
    pub name: String,
    /// How much.
    pub value: f64,
    /// Of what.
    pub unit: &'static str,
    /// What was started.
    pub command: String,
}

/// The middle of several starts.
#[derive(Debug, Clone, Copy)]
struct Start {
    seconds: f64,
    megabytes: f64,
}

/// Starts the empty window and Carrel on each library in turn, and measures both.
pub fn start(carrel: &Path, empty: &Path, libraries: &[PathBuf]) -> Outcome<Vec<Measured>> {
    let folder = std::env::temp_dir().join(format!("carrel-start-{}", std::process::id()));
    fs::create_dir_all(&folder).map_err(Trouble::file("making", &folder))?;
    let measured = measured(carrel, empty, libraries, &folder);
    // What is left there does no harm.
    let _ = fs::remove_dir_all(&folder);
    measured
}

fn measured(
    carrel: &Path,
    empty: &Path,
    libraries: &[PathBuf],
    folder: &Path,
) -> Outcome<Vec<Measured>> {
    // Carrel works in what it opens, so it is given copies.
    let copies = libraries.iter().enumerate().map(|(place, library)| {
        let copy = folder.join(format!("{place}.carrel"));
        let copied = fs::copy(library, &copy).map_err(Trouble::file("copying", library));
        copied.map(|_| copy)
    });
    let copies = copies.collect::<Outcome<Vec<PathBuf>>>()?;
    let mut programs = vec![(empty, None)];
    programs.extend(copies.iter().map(|copy| (carrel, Some(copy.as_path()))));
    let mut starts: Vec<Vec<Start>> = vec![Vec::new(); programs.len()];
    // In turn, so that a machine that is busy for a while is so for all of them.
    for time in 0..=TIMES {
        for ((program, library), starts) in programs.iter().zip(&mut starts) {
            let start = once(program, *library, folder)?;
            if time > 0 {
                starts.push(start);
            }
        }
    }
    let middles: Vec<Start> = starts.iter().map(|starts| middle(starts)).collect();
    Ok(lines(&middles, libraries))
}

fn lines(middles: &[Start], libraries: &[PathBuf]) -> Vec<Measured> {
    let mut lines = Vec::new();
    let mut line = |name: String, value: f64, unit: &'static str, command: String| {
        lines.push(Measured {
            name,
            value,
            unit,
            command,
        });
    };
    let empty = middles[0];
    let what = "an empty Tauri window to its page".to_owned();
    line(
        "start_empty".into(),
        empty.seconds * 1000.0,
        "ms",
        what.clone(),
    );
    line("start_empty_memory".into(), empty.megabytes, "MB", what);
    for (place, (start, library)) in middles.iter().skip(1).zip(libraries).enumerate() {
        let also = if place == 0 { "" } else { "_large" };
        let name = library.file_name().unwrap_or_default().to_string_lossy();
        let what = format!("carrel --library {name} to its first screen");
        let goal = "of the empty window's; the goal is at most 1.3".to_owned();
        line(
            format!("start{also}"),
            start.seconds * 1000.0,
            "ms",
            what.clone(),
        );
        line(
            format!("start{also}_to_empty"),
            start.seconds / empty.seconds,
            "times",
            goal.clone(),
        );
        line(format!("start{also}_memory"), start.megabytes, "MB", what);
        line(
            format!("start{also}_memory_to_empty"),
            start.megabytes / empty.megabytes,
            "times",
            goal,
        );
    }
    lines
}

fn middle(starts: &[Start]) -> Start {
    let middle = |of: fn(&Start) -> f64| {
        let mut values: Vec<f64> = starts.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
    };
    Start {
        seconds: middle(|start| start.seconds),
        megabytes: middle(|start| start.megabytes),
    }
}

/// A program that runs; dropping it ends it with everything that it started.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        // What ended by itself need not be ended.
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.0.wait();
    }
}

fn once(program: &Path, library: Option<&Path>, folder: &Path) -> Outcome<Start> {
    let screen = Screen::open()?;
    let began = Instant::now();
    let child = Command::new(program)
        .args(
            library
                .map(|library| [Path::new("--library"), library])
                .into_iter()
                .flatten(),
        )
        .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
        .env("CARREL_EXPORTS", folder.join("exports"))
        .env("XDG_DATA_HOME", folder.join("data"))
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .map_err(Trouble::file("starting", program))?;
    let running = Running(child);
    let seconds = first_screen(&screen, began)?;
    let megabytes = of_tree(running.0.id());
    drop(running);
    while screen.window()?.is_some() {
        sleep(LOOK_AGAIN);
    }
    Ok(Start { seconds, megabytes })
}

/// Seconds until as much could be seen as can be seen once nothing changes any more.
fn first_screen(screen: &Screen, began: Instant) -> Outcome<f64> {
    let mut seen: Vec<(f64, usize)> = Vec::new();
    let mut changed = began;
    loop {
        let now = Instant::now();
        let ink = screen
            .window()?
            .map_or(Ok(0), |window| screen.ink(window))?;
        let before = seen.last().map_or(0, |(_, ink)| *ink);
        if ink.abs_diff(before) * 100 > before.max(ink) * 2 {
            changed = now;
        }
        seen.push((now.duration_since(began).as_secs_f64(), ink));
        if ink > 0 && changed.elapsed() > AT_REST {
            let whole = seen.iter().find(|(_, then)| then * 100 >= ink * WHOLE);
            return Ok(whole.map_or(f64::NAN, |(at, _)| *at));
        }
        if began.elapsed() > PATIENCE {
            return Err(Trouble::not_so("no screen came"));
        }
        sleep(LOOK_AGAIN);
    }
}
