//! What differs between operating systems, each difference with a twin for every one of them.

use std::path::PathBuf;

pub(crate) use this::{FOLDER, printers, send_raw, shared_folder};

/// Carrel's folders among those of everybody who signs in to this PC, as far as they may be looked into.
pub(crate) fn folders_of_all_logins() -> Vec<PathBuf> {
    let homes = std::fs::read_dir(this::HOMES)
        .into_iter()
        .flatten()
        .flatten();
    homes
        .flat_map(|home| {
            this::DATA
                .iter()
                .map(move |data| home.path().join(data).join(FOLDER))
        })
        .collect()
}

#[cfg(windows)]
mod this {
    use super::PathBuf;

    /// Carrel's folder among other programs' own.
    pub(crate) const FOLDER: &str = "Carrel";

    /// Where everybody's own folder is.
    pub(super) const HOMES: &str = r"C:\Users";
    /// Where programs keep data in it.
    pub(super) const DATA: &[&str] = &[r"AppData\Local", r"AppData\Roaming"];

    /// `ProgramData`, made where it is missing: every user of the PC may write there.
    pub(crate) fn shared_folder() -> Option<PathBuf> {
        let folder = PathBuf::from(std::env::var_os("ProgramData")?).join(FOLDER);
        std::fs::create_dir_all(&folder).ok()?;
        Some(folder)
    }

    /// The names of the PC's printers.
    pub(crate) fn printers() -> std::io::Result<Vec<String>> {
        let all = printers::get_printers();
        Ok(all.into_iter().map(|printer| printer.system_name).collect())
    }

    /// Hands bytes to a printer as they are.
    pub(crate) fn send_raw(printer: &str, bytes: &[u8]) -> std::io::Result<()> {
        let found = printers::get_printer_by_name(printer).ok_or_else(|| {
            std::io::Error::other(format!("this PC has no printer \"{printer}\""))
        })?;
        let options = printers::common::base::job::PrinterJobOptions {
            name: Some("Receipt"),
            ..printers::common::base::job::PrinterJobOptions::none()
        };
        let sent = found.print(bytes, options);
        sent.map(drop)
            .map_err(|error| std::io::Error::other(format!("{error:?}")))
    }
}

#[cfg(target_os = "macos")]
mod this {
    use super::PathBuf;
    pub(crate) use super::cups::{printers, send_raw};

    /// Carrel's folder among other programs' own.
    pub(crate) const FOLDER: &str = "Carrel";

    /// Where everybody's own folder is.
    pub(super) const HOMES: &str = "/Users";
    /// Where programs keep data in it.
    pub(super) const DATA: &[&str] = &["Library/Application Support"];

    /// The folder that all users share, made where it is missing.
    pub(crate) fn shared_folder() -> Option<PathBuf> {
        let folder = PathBuf::from("/Users/Shared").join(FOLDER);
        std::fs::create_dir_all(&folder).ok()?;
        Some(folder)
    }
}

#[cfg(not(any(windows, target_os = "macos")))]
mod this {
    use super::PathBuf;
    pub(crate) use super::cups::{printers, send_raw};

    /// Carrel's folder among other programs' own.
    pub(crate) const FOLDER: &str = "carrel";

    /// Where everybody's own folder is.
    pub(super) const HOMES: &str = "/home";
    /// Where programs keep data in it.
    pub(super) const DATA: &[&str] = &[".local/share"];

    /// The folder that a package made for whoever works at the desk. It is not made here: only root could.
    pub(crate) fn shared_folder() -> Option<PathBuf> {
        Some(PathBuf::from("/var/lib").join(FOLDER))
    }
}

/// CUPS by its own programs, which are there where it is: a library to link would have to be on every PC.
#[cfg(not(windows))]
mod cups {
    use std::io::{self, Write};
    use std::process::{Command, Stdio};

    /// The names of the PC's printers.
    pub(crate) fn printers() -> io::Result<Vec<String>> {
        let listed = Command::new("lpstat").arg("-e").output()?;
        let names = String::from_utf8_lossy(&listed.stdout);
        Ok(names.lines().map(|name| name.trim().to_owned()).collect())
    }

    /// Hands bytes to a printer as they are.
    pub(crate) fn send_raw(printer: &str, bytes: &[u8]) -> io::Result<()> {
        let mut lp = Command::new("lp")
            .args(["-d", printer, "-t", "Receipt", "-o", "raw"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()?;
        if let Some(mut way_in) = lp.stdin.take() {
            way_in.write_all(bytes)?;
        }
        let ended = lp.wait_with_output()?;
        match ended.status.success() {
            true => Ok(()),
            false => {
                let said = String::from_utf8_lossy(&ended.stderr);
                Err(io::Error::other(said.trim().to_owned()))
            }
        }
    }
}
