//! `backup` and `restore`: copies of a library, and one of them in its place. A backup is made beside an open window too.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use carrel_core::backup;
use carrel_core::front::Rescue;
use carrel_core::kernel::{Clock, Error};

use crate::door::{Door, passphrase};
use crate::say::say;
use crate::stop::Stop;

#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// The folder that it goes to; otherwise the one beside the library
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The backup
    backup: PathBuf,
    /// Shows what it holds and what would be lost, and changes nothing
    #[arg(long)]
    preview: bool,
    /// The supervisor who restores, whose passphrase is CARREL_PASSPHRASE; not needed where the library is damaged or gone
    #[arg(long = "as", value_name = "NAME")]
    account: Option<String>,
}

pub(crate) fn backup(library: &Path, wishes: &Backup) -> Result<(), Stop> {
    if !library.is_file() {
        let what = format!("back up {}", library.display());
        return Err(Stop::cannot(what, "there is no such file"));
    }
    let made = backup::take_elsewhere(library, wishes.to.as_deref(), Clock::System.now())
        .map_err(|error| Stop::from(error).in_words())?;
    say(&format!("{} is verified", made.file))?;
    for held in made.holds {
        say(&format!("{:>9} {}", held.count, word(&json!(held.what))))?;
    }
    Ok(())
}

pub(crate) fn restore(library: &Path, wishes: &Restore) -> Result<(), Stop> {
    let file = std::path::absolute(&wishes.backup)?;
    if wishes.preview {
        let present = library.is_file().then_some(library);
        let preview =
            backup::preview(present, &file).map_err(|error| Stop::from(error).in_words())?;
        return say_preview(&json!(preview));
    }
    let input = |secret: String| json!({ "file": file.display().to_string(), "secret": secret });
    match open(library)? {
        Some(door) => {
            let account = wishes
                .account
                .as_deref()
                .ok_or_else(|| Stop::usage("say which supervisor restores with --as NAME"))?;
            door.sign_in(account).map_err(Stop::in_words)?;
            let restored = door.call("backup.restore", input(passphrase()?));
            let restored = restored.map_err(Stop::in_words)?.output;
            say_preview(&restored["preview"])?;
            say(&format!(
                "the library as it was is in {}",
                word(&restored["before"])
            ))?;
        }
        None => {
            let gone = Error::Damaged(format!("{} cannot be opened", library.display()));
            let rescue = Rescue::of(library, &gone, Clock::System);
            let rescue = rescue.ok_or_else(|| Stop::usage("nothing to restore to"))?;
            let restored = rescue.call("backup.restore", input(String::new()));
            let restored = restored.map_err(|error| Stop::from(error).in_words())?;
            say_preview(&restored.output["preview"])?;
        }
    }
    // The opening puts it in place.
    Door::open_or_create(library)?;
    say(&format!("{} is restored", library.display()))?;
    Ok(())
}

/// The library, if it can be opened: one that is damaged or gone is what a backup is for.
fn open(library: &Path) -> Result<Option<Door>, Stop> {
    if !library.exists() {
        return Ok(None);
    }
    match Door::try_open(library) {
        Ok(door) => Ok(Some(door)),
        Err(Error::Damaged(_)) => Ok(None),
        Err(error) => Err(Stop::cannot(format!("open {}", library.display()), error)),
    }
}

fn say_preview(preview: &Value) -> Result<(), Stop> {
    let made_at = preview["made_at"].as_str().unwrap_or("at an unknown time");
    say(&format!("{}, {made_at}", word(&preview["library"])))?;
    if preview["as_verified"] == false {
        say("it is not every byte as it was when it was verified")?;
    }
    if preview["same_library"] == false {
        say("it is a backup of another library")?;
    }
    for figure in preview["figures"].as_array().into_iter().flatten() {
        let now = figure["now"]
            .as_i64()
            .map_or_else(String::new, |now| format!(", {now} now"));
        say(&format!(
            "{:>9} {}{now}",
            figure["then"],
            word(&figure["what"])
        ))?;
    }
    let lost = &preview["lost"];
    if let Some(commands) = lost["commands"].as_i64() {
        say(&format!(
            "since then {commands} things were done: {} loans, {} patrons, {} items",
            lost["loans"], lost["patrons"], lost["items"]
        ))?;
    }
    Ok(())
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
