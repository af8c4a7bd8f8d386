//! Installs what is missing: system packages on Debian and its kin, the UI's packages. Rust and Node are the user's own.

use std::fs;
use std::path::Path;

use crate::place::root;
use crate::program::Program;
use crate::steps::Steps;
use crate::stop::Stop;

/// To build the shell and HiGHS, to drive its window, to look at what it printed, and scripts to print.
const PACKAGES: &[&str] = &[
    "build-essential",
    "cmake",
    "libclang-dev",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "dbus-x11",
    "poppler-utils",
    "qpdf",
    "fonts-dejavu-core",
    "fonts-noto-cjk",
];
const INSTALL: &[&str] = &["apt-get", "install", "-y", "--no-install-recommends"];
/// The oldest Node that Vite runs on.
const NODE: (u32, u32) = (20, 19);

/// The first steps of `run` and of `test`.
pub(crate) fn setup(steps: &mut Steps) -> Result<(), Stop> {
    if Path::new("/etc/debian_version").exists() {
        steps.step("system packages", system_packages)?;
    }
    steps.step("node", node)?;
    steps.step("ui packages", ui_packages)
}

fn system_packages() -> Result<(), Stop> {
    let format = "-f=${db:Status-Status} ${Package}\\n";
    let answer = Program::new("dpkg-query")
        .args(["-W", format])
        .args(PACKAGES)
        .answer()?;
    let missing = missing(PACKAGES, &answer);
    if missing.is_empty() {
        return Ok(());
    }
    println!("missing: {}", missing.join(" "));
    let is_root = Program::new("id").args(["-u"]).answer()?.trim() == "0";
    if is_root {
        as_root(|| Program::new("env"), &missing)
    } else if Program::new("sudo").args(["-n", "true"]).succeeds() {
        as_root(|| Program::new("sudo").args(["-n", "env"]), &missing)
    } else {
        Err(Stop::asking(by_hand(&missing)))
    }
}

/// Installs by a program that runs the rest of its line with the right to: `env` for root, `sudo env` for others.
fn as_root(by: fn() -> Program, packages: &[&str]) -> Result<(), Stop> {
    const QUIETLY: &str = "DEBIAN_FRONTEND=noninteractive";
    by().args([QUIETLY, "apt-get", "update"]).run()?;
    by().args([QUIETLY]).args(INSTALL).args(packages).run()
}

/// The packages that dpkg does not call installed.
fn missing<'p>(wanted: &[&'p str], answer: &str) -> Vec<&'p str> {
    let is_there = |package: &str| {
        answer
            .lines()
            .any(|line| line.split_once(' ') == Some(("installed", package)))
    };
    wanted
        .iter()
        .copied()
        .filter(|package| !is_there(package))
        .collect()
}

fn by_hand(missing: &[&str]) -> String {
    let install = INSTALL.join(" ");
    format!(
        "system packages are missing and may not be installed from here; type this line and start again:\n\n\
         sudo apt-get update && sudo {install} {}",
        missing.join(" ")
    )
}

fn node() -> Result<(), Stop> {
    let (major, minor) = NODE;
    let wanted = format!("Carrel's pages are built with Node {major}.{minor} or newer");
    let answer = Program::new("node").args(["--version"]).answer();
    let Ok(answer) = answer else {
        return Err(Stop::asking(format!(
            "{wanted}, and there is no Node here; see https://nodejs.org"
        )));
    };
    match version(&answer) {
        Some(found) if found >= NODE => Ok(()),
        _ => Err(Stop::asking(format!(
            "{wanted}, and here is {}; see https://nodejs.org",
            answer.trim()
        ))),
    }
}

/// Major and minor of `v20.19.1`.
fn version(answer: &str) -> Option<(u32, u32)> {
    let mut parts = answer.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

/// `npm ci`, unless the packages were installed from this very lock file.
fn ui_packages() -> Result<(), Stop> {
    let lock = root().join("ui/package-lock.json");
    let stamp = root().join("ui/node_modules/.carrel-lock");
    let wanted = fs::read(&lock).map_err(Stop::file(&lock))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    Program::npm(&["ci", "--no-audit", "--no-fund"]).run()?;
    fs::write(&stamp, wanted).map_err(Stop::file(&stamp))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_half_removed_or_unknown_is_missing() {
        let answer = "installed xvfb\nconfig-files qpdf\n";
        assert_eq!(
            missing(&["xvfb", "qpdf", "xauth"], answer),
            ["qpdf", "xauth"]
        );
    }

    #[test]
    fn a_version_of_node_is_compared_by_numbers() {
        assert!(version("v20.19.0\n") >= Some(NODE));
        assert!(version("v18.20.4\n") < Some(NODE));
        assert!(version("v20.9.0\n") < Some(NODE));
        assert_eq!(version("nonsense"), None);
    }

    #[test]
    fn what_cannot_be_installed_is_one_line_to_type() {
        assert!(by_hand(&["xvfb", "qpdf"]).ends_with("-y --no-install-recommends xvfb qpdf"));
    }
}
