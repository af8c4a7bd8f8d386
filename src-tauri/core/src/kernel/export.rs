//! Files for people in one folder: whole or not there, and none in the place of another. It knows nothing of what is in them.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use crate::kernel::{Error, OrNotFound, Result};

/// How often a name may be taken already.
const TRIES: u32 = 1000;

/// Writes a file and answers its path; "Report.pdf" becomes "Report (2).pdf" where there is one already.
///
/// # Errors
/// `NoRoom` on a full disk: then nothing of the file is left behind.
pub fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    put_with(folder, name, |file| file.write_all(bytes))
}

/// The new file is first made empty under its name, which nobody else can take then, and written under another beside
/// it; renaming puts the whole in the place of the empty one.
fn put_with(
    folder: &Path,
    name: &str,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<PathBuf> {
    let path = reserve(folder, name)?;
    let unfinished = unfinished(&path);
    let written = File::create(&unfinished).and_then(|mut file| {
        write(&mut file)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| fs::rename(&unfinished, &path)) {
        for left in [&unfinished, &path] {
            // What cannot be removed either is no reason to hide why it could not be written.
            let _ = fs::remove_file(left);
        }
        return Err(error.into());
    }
    Ok(path)
}

fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".part");
    path.with_file_name(name)
}

fn reserve(folder: &Path, name: &str) -> Result<PathBuf> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let numbered = |number: u32| match number {
        1 => name.to_owned(),
        number => format!("{stem} ({number}).{ending}"),
    };
    for number in 1..=TRIES {
        let path = folder.join(numbered(number));
        match File::create_new(&path) {
            Ok(_) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Error::invalid(
        "name",
        format!("\"{name}\" is there {TRIES} times already"),
    ))
}

/// The path of a file of the folder itself. A name that leads anywhere else is refused.
pub fn find(folder: &Path, name: &str) -> Result<PathBuf> {
    let mut parts = Path::new(name).components();
    let is_plain = matches!(
        (parts.next(), parts.next()),
        (Some(Component::Normal(only)), None) if only.to_str() == Some(name)
    );
    // The separators of every system, wherever Carrel runs; on Windows a colon names a drive or a stream.
    if !is_plain || name.contains(['/', '\\', ':', '\0']) {
        return Err(Error::invalid(
            "name",
            format!("\"{name}\" is not the plain name of a file"),
        ));
    }
    let path = folder.join(name);
    let is_file = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
    is_file.then_some(path).or_not_found("export", name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::error::Code;

    /// A folder that goes away with the test.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("carrel-{name}-{}", std::process::id()));
            fs::create_dir_all(&folder).unwrap();
            Self(folder)
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(&self.0).unwrap();
            let mut names: Vec<_> = entries
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            names.sort();
            names
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).unwrap();
        }
    }

    #[test]
    fn a_second_file_of_the_name_gets_a_number() {
        let folder = Folder::new("second-file");
        put(&folder.0, "Usage.csv", b"one").unwrap();
        put(&folder.0, "Usage.csv", b"two").unwrap();
        assert_eq!(folder.names(), ["Usage (2).csv", "Usage.csv"]);
        assert_eq!(fs::read(folder.0.join("Usage.csv")).unwrap(), b"one");
    }

    #[test]
    fn a_full_disk_leaves_nothing_behind() {
        let folder = Folder::new("full-disk");
        let full = put_with(&folder.0, "Usage.csv", |file| {
            file.write_all(b"half")?;
            Err(ErrorKind::StorageFull.into())
        });
        assert_eq!(full.unwrap_err().code(), Code::NoRoom);
        assert!(folder.names().is_empty());
    }

    #[test]
    fn only_a_file_of_the_folder_is_found() {
        let folder = Folder::new("plain-names");
        put(&folder.0, "Usage.csv", b"one").unwrap();
        assert!(find(&folder.0, "Usage.csv").is_ok());
        for name in [
            "",
            ".",
            "..",
            "../Usage.csv",
            "a/b",
            "a\\b",
            "C:Usage.csv",
            "Usage.csv/",
            "/etc/passwd",
            "./Usage.csv",
            "Usage.csv\0",
        ] {
            let error = find(&folder.0, name).unwrap_err();
            assert_eq!(error.code(), Code::Invalid, "{name:?}");
        }
        let error = find(&folder.0, "Other.csv").unwrap_err();
        assert_eq!(error.code(), Code::NotFound);
    }
}
