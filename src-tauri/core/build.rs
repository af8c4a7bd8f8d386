//! Gathers every domain's `schema/*.sql` into one list in order of their stamps, so that a step is added by adding its file.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let source = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("src");
    let mut files = Vec::new();
    gather(&source, &mut files)?;
    files.sort_by_key(|file| file.file_name().map(ToOwned::to_owned));
    let steps: String = files.iter().map(|file| line(file)).collect();
    let list = format!(
        "/// Every step of every domain, in order of their stamps.\npub const STEPS: &[Step] = &[\n{steps}];\n"
    );
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("steps.rs"), list)
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "sql") {
            files.push(path);
        }
    }
    Ok(())
}

fn line(file: &Path) -> String {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let (stamp, what) = name.split_once('_').unwrap_or((&name, ""));
    format!(
        "    Step {{ stamp: {stamp:?}, what: {what:?}, sql: include_str!({:?}) }},\n",
        file.display().to_string()
    )
}
