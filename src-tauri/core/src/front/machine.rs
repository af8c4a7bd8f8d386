//! What is known of the PC that a library lies on: its mounts, its sync folders, signs of a disk that is put back at each
//! restart. It reads them, `place` judges.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::place::{Machine, Mount, System, Verdict, judge};
use crate::kernel::{Error, Result};

/// What the command line and the window run on.
const SYSTEM: System = if cfg!(windows) {
    System::Windows
} else if cfg!(target_os = "macos") {
    System::Mac
} else {
    System::Linux
};

/// Where programs that put the disk back at each restart leave traces, with their names.
const FREEZERS: &[(&str, &str)] = &[
    (
        r"C:\Program Files (x86)\Faronics\Deep Freeze",
        "Deep Freeze",
    ),
    (r"C:\Program Files\Faronics\Deep Freeze", "Deep Freeze"),
    (r"C:\Persi0.sys", "Deep Freeze"),
    (
        r"C:\Program Files\Horizon DataSys\Reboot Restore Rx",
        "Reboot Restore Rx",
    ),
    (r"C:\Program Files\Shield", "RollBack Rx"),
    (
        "/Library/Application Support/Faronics/Deep Freeze",
        "Deep Freeze",
    ),
    ("/etc/overlayroot.local.conf", "overlayroot"),
];

/// What is to be said of a library's place on this PC, links and mapped drives followed.
pub fn verdict_of(library: &Path) -> Verdict {
    let machine = machine();
    let named = judge(&library.to_string_lossy(), SYSTEM, &machine);
    if named.unfit.is_some() {
        return named;
    }
    // A mapped drive of Windows becomes the share that it is, a link the folder that it leads to.
    judge(&real(library).to_string_lossy(), SYSTEM, &machine)
}

/// Refuses a place where a library would come to harm; `instead` is where it could lie.
pub fn refuse_unfit(library: &Path, instead: &Path) -> Result<()> {
    match verdict_of(library).unfit {
        None => Ok(()),
        Some(unfit) => Err(Error::WrongPlace {
            file: library.display().to_string(),
            reason: unfit.reason(),
            instead: instead.display().to_string(),
        }),
    }
}

/// The path with links followed as far as it is there.
fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for there in path.ancestors() {
        if let (Ok(real), Ok(rest)) = (fs::canonicalize(there), path.strip_prefix(there)) {
            return real.join(rest);
        }
    }
    path
}

fn machine() -> Machine {
    let folder = |name: &str| env::var(name).ok().filter(|folder| !folder.is_empty());
    let found = FREEZERS.iter().find(|(trace, _)| Path::new(trace).exists());
    Machine {
        mounts: mounts(),
        roaming: folder("APPDATA"),
        synced: ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"]
            .into_iter()
            .filter_map(folder)
            .collect(),
        freezer: found.map(|(_, freezer)| (*freezer).to_owned()),
    }
}

fn mounts() -> Vec<Mount> {
    match SYSTEM {
        System::Linux => linux_mounts(&fs::read_to_string("/proc/self/mounts").unwrap_or_default()),
        System::Mac => {
            let told = Command::new("/sbin/mount").output().map(|told| told.stdout);
            mac_mounts(&String::from_utf8_lossy(&told.unwrap_or_default()))
        }
        System::Windows => Vec::new(),
    }
}

/// `server:/books /mnt/my\040share nfs4 rw 0 0`
fn linux_mounts(table: &str) -> Vec<Mount> {
    let mount = |line: &str| {
        let mut words = line.split(' ').skip(1);
        let point = words.next()?;
        let plain = point
            .replace("\\040", " ")
            .replace("\\011", "\t")
            .replace("\\134", "\\");
        Some(Mount {
            point: plain,
            kind: words.next()?.to_owned(),
        })
    };
    table.lines().filter_map(mount).collect()
}

/// `//ana@server/Team on /Volumes/Team (smbfs, nodev)`
fn mac_mounts(table: &str) -> Vec<Mount> {
    let mount = |line: &str| {
        let (point, kind) = line.split_once(" on ")?.1.rsplit_once(" (")?;
        Some(Mount {
            point: point.to_owned(),
            kind: kind.split([',', ')']).next()?.to_owned(),
        })
    };
    table.lines().filter_map(mount).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mounts_are_read_as_the_systems_write_them() {
        let mount = |point: &str, kind: &str| Mount {
            point: point.to_owned(),
            kind: kind.to_owned(),
        };
        let linux = "/dev/sda1 / ext4 rw 0 0\nserver:/books /mnt/my\\040share nfs4 rw 0 0\n";
        assert_eq!(
            linux_mounts(linux),
            [mount("/", "ext4"), mount("/mnt/my share", "nfs4")]
        );
        let mac =
            "/dev/disk3s1 on / (apfs, sealed)\n//ana@server/Team on /Volumes/Team (smbfs, nodev)\n";
        assert_eq!(
            mac_mounts(mac),
            [mount("/", "apfs"), mount("/Volumes/Team", "smbfs")]
        );
    }
}
