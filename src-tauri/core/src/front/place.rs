//! Whether a library may lie where it lies. Pure: the path, the mounts and the marks of the machine go in, a verdict comes
//! out. It touches no file; `system` in the shell and the command line gather what it is asked about.

use serde::Serialize;
use ts_rs::TS;

/// Which kind of system the path is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// Linux and its relatives.
    Linux,
    /// macOS.
    Mac,
    /// Windows.
    Windows,
}

/// A file system and where it is mounted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mount {
    /// Where, such as `/home`.
    pub point: String,
    /// Its kind, such as `ext4` or `cifs`.
    pub kind: String,
}

/// What is known of the machine.
#[derive(Debug, Clone, Default)]
pub struct Machine {
    /// All mounts, in any order.
    pub mounts: Vec<Mount>,
    /// The folder that follows its user from PC to PC (`%APPDATA%`).
    pub roaming: Option<String>,
    /// Folders that a sync program says it keeps (`%OneDrive%`).
    pub synced: Vec<String>,
    /// A program that puts the disk back at each restart, if there is a sign of one.
    pub freezer: Option<String>,
}

/// Why a library must not lie there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Unfit {
    /// On another computer.
    Network {
        /// What says so.
        by: String,
    },
    /// In a folder that a program copies elsewhere while Carrel writes.
    Synced {
        /// Which program.
        by: String,
    },
    /// In a folder that follows its user from PC to PC.
    Roaming,
}

/// What is worth knowing of the place of a library, though it may lie there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Caution {
    /// The disk forgets at restart.
    Wiped {
        /// What says so.
        by: String,
    },
    /// Nobody else who signs in to this PC sees it.
    OwnLogin,
}

/// What is to be said of a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Why a library must not lie there.
    pub unfit: Option<Unfit>,
    /// What is worth knowing otherwise.
    pub caution: Option<Caution>,
}

/// Names of sync programs' folders, lower case, with the program's name. A folder may say more, as "OneDrive - Marlow" does.
const SYNCED: &[(&str, &str)] = &[
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("icloud drive", "iCloud"),
    ("iclouddrive", "iCloud"),
    ("mobile documents", "iCloud"),
    ("cloudstorage", "a sync program"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("box sync", "Box"),
    ("megasync", "MEGA"),
    ("pclouddrive", "pCloud"),
    ("pcloud drive", "pCloud"),
    ("seafile", "Seafile"),
    ("syncthing", "Syncthing"),
];

/// File systems that are on another computer, or are kept in step with one.
const NETWORK: &str = "nfs nfs3 nfs4 cifs smb smb2 smb3 smbfs afpfs ncpfs ncp afs coda webdav davfs davfs2 ceph glusterfs \
    lustre beegfs ocfs2 gfs2 fuse.sshfs fuse.rclone fuse.gvfsd-fuse fuse.davfs2 fuse.davfs fuse.glusterfs fuse.ceph \
    fuse.s3fs fuse.smbnetfs fuse.curlftpfs fuse.google-drive-ocamlfuse fuse.onedriver fuse.pcloud macfuse.sshfs vboxsf \
    fuse.vmhgfs-fuse";
/// File systems that are gone when the power is.
const MEMORY: &str = "tmpfs ramfs";
/// Layers over a disk that is only read.
const LAYERS: &str = "overlay overlayfs aufs unionfs";
/// Mounts that live systems have (Debian live, casper, Fedora, Knoppix).
const LIVE: &[&str] = &[
    "/run/live",
    "/lib/live",
    "/usr/lib/live",
    "/cdrom",
    "/rofs",
    "/run/initramfs/live",
    "/run/initramfs/memory",
    "/run/rootfsbase",
    "/media/root-ro",
    "/KNOPPIX",
];

/// Judges a place by the whole path of the file, links followed.
pub fn judge(path: &str, system: System, machine: &Machine) -> Verdict {
    let unfit = network(path, system, machine)
        .or_else(|| synced(path, system, machine))
        .or_else(|| roams(path, system, machine).then_some(Unfit::Roaming));
    let caution = wiped(path, system, machine).map(|by| Caution::Wiped { by });
    Verdict { unfit, caution }
}

fn network(path: &str, system: System, machine: &Machine) -> Option<Unfit> {
    if system == System::Windows {
        let slashed = path.replace('/', "\\");
        let long = slashed
            .strip_prefix(r"\\?\")
            .or(slashed.strip_prefix(r"\\.\"));
        let share = match long {
            Some(rest) => rest.strip_prefix(r"UNC\"),
            None => slashed.strip_prefix(r"\\"),
        };
        if let Some(share) = share {
            let by = share.split('\\').next().unwrap_or_default().to_owned();
            return Some(Unfit::Network { by });
        }
    }
    let mount = mount_of(path, system, machine)?;
    listed(NETWORK, &mount.kind).then(|| Unfit::Network {
        by: mount.kind.clone(),
    })
}

fn synced(path: &str, system: System, machine: &Machine) -> Option<Unfit> {
    let kept = machine
        .synced
        .iter()
        .find(|folder| lies_in(path, folder, system));
    let by_variable = kept.map(|_| "OneDrive");
    let folders = folders(path);
    let by_name = || {
        let named = |folder: &String| {
            let found = SYNCED.iter().find(|(name, _)| is_named(folder, name));
            found.map(|(_, program)| *program)
        };
        folders.iter().find_map(named)
    };
    // "Box" alone is a common word: it is the program's only right beneath somebody's own folder.
    let by_box = || {
        let homes = ["users", "home"];
        let boxed = folders
            .windows(3)
            .any(|part| homes.contains(&&*part[0]) && part[2] == "box");
        boxed.then_some("Box")
    };
    let by = by_variable.or_else(by_name).or_else(by_box)?;
    Some(Unfit::Synced { by: by.to_owned() })
}

/// "OneDrive", "OneDrive - Marlow Falls", "Dropbox (Personal)", but not "Dropboxes" or ".dropbox-dist".
fn is_named(folder: &str, name: &str) -> bool {
    folder.strip_prefix(name).is_some_and(|rest| {
        rest.is_empty() || rest.starts_with(" -") || rest.starts_with(" (") || rest.starts_with('-')
    })
}

fn roams(path: &str, system: System, machine: &Machine) -> bool {
    let known = machine.roaming.as_ref();
    let named = folders(path)
        .windows(2)
        .any(|pair| pair == ["appdata", "roaming"]);
    system == System::Windows
        && (named || known.is_some_and(|folder| lies_in(path, folder, system)))
}

fn wiped(path: &str, system: System, machine: &Machine) -> Option<String> {
    if let Some(freezer) = &machine.freezer {
        return Some(freezer.clone());
    }
    let mount = mount_of(path, system, machine)?;
    let live = machine
        .mounts
        .iter()
        .find(|mount| LIVE.iter().any(|mark| lies_in(&mount.point, mark, system)));
    match () {
        () if listed(MEMORY, &mount.kind) => Some(mount.kind.clone()),
        () if mount.point == "/" && listed(LAYERS, &mount.kind) => {
            live.map(|live| live.point.clone())
        }
        () => None,
    }
}

/// The mount that the path lies on: the longest that it lies in.
fn mount_of<'m>(path: &str, system: System, machine: &'m Machine) -> Option<&'m Mount> {
    let holds = |mount: &&Mount| lies_in(path, &mount.point, system);
    let mounts = machine.mounts.iter().filter(holds);
    mounts.max_by_key(|mount| mount.point.trim_end_matches(['/', '\\']).len())
}

fn lies_in(path: &str, folder: &str, system: System) -> bool {
    let plain = |text: &str| match system {
        System::Linux => text.to_owned(),
        System::Mac => text.to_lowercase(),
        System::Windows => text.replace('/', "\\").to_lowercase(),
    };
    let (path, folder) = (plain(path), plain(folder));
    let folder = folder.trim_end_matches(['/', '\\']);
    path.strip_prefix(folder)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '\\']))
}

/// The folders of the path in order, lower case, without the file.
fn folders(path: &str) -> Vec<String> {
    let mut parts: Vec<String> = path.split(['/', '\\']).map(str::to_lowercase).collect();
    parts.pop();
    parts.retain(|part| !part.is_empty());
    parts
}

fn listed(list: &str, word: &str) -> bool {
    let word = word.to_lowercase();
    list.split_whitespace().any(|listed| listed == word)
}

impl Unfit {
    /// Why, and what the library would suffer there.
    pub fn reason(&self) -> String {
        match self {
            Self::Network { by } => format!(
                "is on another computer ({by}), where two can write at once and a broken line damages it"
            ),
            Self::Synced { by } => format!(
                "is in a folder that {by} copies while Carrel writes, which damages it and sends patrons' names away"
            ),
            Self::Roaming => {
                "is in a folder that Windows copies from PC to PC (roaming), which damages it"
                    .to_owned()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn machine(mounts: &[(&str, &str)]) -> Machine {
        let mount = |(point, kind): &(&str, &str)| Mount {
            point: (*point).to_owned(),
            kind: (*kind).to_owned(),
        };
        Machine {
            mounts: mounts.iter().map(mount).collect(),
            ..Machine::default()
        }
    }

    fn desk() -> Machine {
        machine(&[
            ("/", "ext4"),
            ("/home", "ext4"),
            ("/tmp", "tmpfs"),
            ("/mnt/share", "cifs"),
            ("/home/ana/far", "fuse.sshfs"),
            ("/srv/nfs", "nfs4"),
        ])
    }

    fn unfit(path: &str, system: System, machine: &Machine) -> Option<String> {
        judge(path, system, machine).unfit.map(|unfit| match unfit {
            Unfit::Network { by } => format!("network {by}"),
            Unfit::Synced { by } => format!("synced {by}"),
            Unfit::Roaming => "roaming".to_owned(),
        })
    }

    #[test]
    fn places_of_the_pc_itself_are_fit() {
        for path in [
            "/var/lib/carrel/library.carrel",
            "/home/ana/.local/share/carrel/library.carrel",
            "/mnt/shared/l.carrel",
            "/home/ana/Dropboxes/l.carrel",
            "/home/ana/.dropbox-dist/l.carrel",
            "/home/ana/books/dropbox.carrel",
            "/srv/box/l.carrel",
        ] {
            assert_eq!(
                judge(path, System::Linux, &desk()),
                Verdict::default(),
                "{path}"
            );
        }
        for path in [
            r"C:\ProgramData\Carrel\library.carrel",
            r"\\?\C:\ProgramData\Carrel\library.carrel",
            r"D:\l.carrel",
        ] {
            assert_eq!(
                judge(path, System::Windows, &Machine::default()),
                Verdict::default(),
                "{path}"
            );
        }
        let mac = machine(&[("/", "apfs"), ("/System/Volumes/Data", "apfs")]);
        assert_eq!(
            judge("/Users/Shared/Carrel/library.carrel", System::Mac, &mac),
            Verdict::default()
        );
    }

    #[test]
    fn another_computers_disk_is_told_by_its_file_system() {
        for (path, why) in [
            ("/mnt/share/l.carrel", "network cifs"),
            ("/home/ana/far/away/l.carrel", "network fuse.sshfs"),
            ("/srv/nfs/l.carrel", "network nfs4"),
        ] {
            assert_eq!(
                unfit(path, System::Linux, &desk()).as_deref(),
                Some(why),
                "{path}"
            );
        }
        let mac = machine(&[("/", "apfs"), ("/Volumes/Team", "smbfs")]);
        assert_eq!(
            unfit("/Volumes/Team/l.carrel", System::Mac, &mac).as_deref(),
            Some("network smbfs")
        );
    }

    #[test]
    fn shares_and_mapped_drives_of_windows_are_network() {
        for path in [
            r"\\server\share\l.carrel",
            r"\\?\UNC\server\share\l.carrel",
            "//server/share/l.carrel",
        ] {
            let why = unfit(path, System::Windows, &Machine::default());
            assert_eq!(why.as_deref(), Some("network server"), "{path}");
        }
        let mapped = machine(&[("C:\\", "ntfs"), ("Z:\\", "smb")]);
        assert_eq!(
            unfit(r"z:\carrel\l.carrel", System::Windows, &mapped).as_deref(),
            Some("network smb")
        );
    }

    #[test]
    fn sync_folders_are_told_by_name_and_by_what_their_program_says() {
        for (path, system, by) in [
            ("/home/ana/Dropbox/l.carrel", System::Linux, "Dropbox"),
            (
                "/home/ana/Nextcloud/lib/l.carrel",
                System::Linux,
                "Nextcloud",
            ),
            ("/home/ana/Box/l.carrel", System::Linux, "Box"),
            (
                r"C:\Users\Ana\OneDrive - Marlow Falls\l.carrel",
                System::Windows,
                "OneDrive",
            ),
            (
                r"C:\Users\Ana\Dropbox (Personal)\l.carrel",
                System::Windows,
                "Dropbox",
            ),
            (r"C:\Users\Ana\Box\l.carrel", System::Windows, "Box"),
            (
                "/Users/ana/Library/Mobile Documents/x/l.carrel",
                System::Mac,
                "iCloud",
            ),
            (
                "/Users/ana/Library/CloudStorage/OneDrive-Marlow/l.carrel",
                System::Mac,
                "a sync program",
            ),
            (
                "/Users/ana/Google Drive/l.carrel",
                System::Mac,
                "Google Drive",
            ),
        ] {
            let why = unfit(path, system, &Machine::default());
            assert_eq!(why, Some(format!("synced {by}")), "{path}");
        }
        let renamed = Machine {
            synced: vec![r"D:\Cloud".to_owned()],
            ..Machine::default()
        };
        assert_eq!(
            unfit(r"d:\cloud\l.carrel", System::Windows, &renamed).as_deref(),
            Some("synced OneDrive")
        );
        assert_eq!(
            unfit(r"d:\clouds\l.carrel", System::Windows, &renamed),
            None
        );
    }

    #[test]
    fn what_follows_its_user_from_pc_to_pc_is_roaming() {
        let moved = Machine {
            roaming: Some(r"\\?\D:\Profiles\Ana".to_owned()),
            ..Machine::default()
        };
        for path in [
            r"C:\Users\Ana\AppData\Roaming\Carrel\l.carrel",
            r"\\?\D:\Profiles\Ana\Carrel\l.carrel",
        ] {
            assert_eq!(
                unfit(path, System::Windows, &moved).as_deref(),
                Some("roaming"),
                "{path}"
            );
        }
        let local = r"C:\Users\Ana\AppData\Local\Carrel\l.carrel";
        assert_eq!(unfit(local, System::Windows, &moved), None);
    }

    #[test]
    fn a_disk_that_forgets_is_warned_of() {
        let wiped =
            |path: &str, system: System, machine: &Machine| match judge(path, system, machine)
                .caution
            {
                Some(Caution::Wiped { by }) => Some(by),
                _ => None,
            };
        assert_eq!(
            wiped("/tmp/l.carrel", System::Linux, &desk()).as_deref(),
            Some("tmpfs")
        );
        let live = machine(&[
            ("/", "overlay"),
            ("/run/live/medium", "iso9660"),
            ("/media/stick", "ext4"),
        ]);
        assert_eq!(
            wiped("/home/user/l.carrel", System::Linux, &live).as_deref(),
            Some("/run/live/medium")
        );
        assert_eq!(wiped("/media/stick/l.carrel", System::Linux, &live), None);
        let container = machine(&[("/", "overlay")]);
        assert_eq!(wiped("/root/l.carrel", System::Linux, &container), None);
        let frozen = Machine {
            freezer: Some("Deep Freeze".to_owned()),
            ..Machine::default()
        };
        assert_eq!(
            wiped(r"C:\ProgramData\Carrel\l.carrel", System::Windows, &frozen).as_deref(),
            Some("Deep Freeze")
        );
    }
}
