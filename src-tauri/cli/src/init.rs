//! `init`: a new library with its first supervisor, who may do the rest.

use std::path::Path;

use clap::Args;
use serde_json::json;

use crate::door::{Door, passphrase};
use crate::say::say;
use crate::stop::Stop;

#[derive(Debug, Args)]
pub(crate) struct Wishes {
    /// The library's name, as reports print it
    #[arg(long, default_value = "Library")]
    name: String,
    /// Its time zone in the IANA database
    #[arg(long, default_value = "America/New_York")]
    zone: String,
    /// The name of its first supervisor, whose passphrase is CARREL_PASSPHRASE
    #[arg(long, default_value = "Supervisor")]
    supervisor: String,
}

pub(crate) fn init(library: &Path, wishes: &Wishes) -> Result<(), Stop> {
    let passphrase = passphrase()?;
    let door = Door::open_or_create(library)?;
    let input = json!({
        "library": wishes.name, "zone": wishes.zone, "name": wishes.supervisor, "passphrase": passphrase,
    });
    door.call("accounts.create_first", input)
        .map_err(Stop::in_words)?;
    say(&format!(
        "{} is ready; {} may sign in",
        library.display(),
        wishes.supervisor
    ))?;
    Ok(())
}
