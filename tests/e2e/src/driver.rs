//! WebKitGTK's driver: started on a free port, asked for one window, and gone with it. Tauri needs no driver of its own.

use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::programs::built;
use crate::trouble::{Outcome, Trouble};

const DRIVER: &str = "WebKitWebDriver";
const READY_WITHIN: Duration = Duration::from_secs(10);
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// How the window paints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Painting {
    /// Without a compositor, whose thread crashes Mesa once in a hundred windows where there is no graphics card. A
    /// picture would wait for it in vain.
    Plain,
    /// With the compositor, which alone can be asked for a picture.
    Composited,
}

/// How the window looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looks {
    /// How it paints.
    pub painting: Painting,
    /// Whether the system wishes for dark windows.
    pub dark: bool,
}

/// A running driver; dropping it ends it and whatever it opened.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    at: SocketAddr,
}

impl Driver {
    /// Starts a driver whose windows keep everything in the folder.
    pub async fn start(folder: &Path, looks: Looks) -> Outcome<Self> {
        let at = free_address().map_err(Trouble::file("finding a port for", Path::new(DRIVER)))?;
        let plain = looks.painting == Painting::Plain;
        let log = folder.join("driver.log");
        let complaints = File::create(&log).map_err(Trouble::file("writing", &log))?;
        let chatter = complaints
            .try_clone()
            .map_err(Trouble::file("writing", &log))?;
        let process = Command::new(DRIVER)
            .arg(format!("--port={}", at.port()))
            // Lets the window be driven; nothing in Carrel asks for it.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(plain.then_some(("WEBKIT_DISABLE_COMPOSITING_MODE", "1")))
            .envs(looks.dark.then_some(("GTK_THEME", "Adwaita:dark")))
            .env("CARREL_EXPORTS", folder.join("exports"))
            .env("XDG_DATA_HOME", folder.join("data"))
            .env("XDG_CACHE_HOME", folder.join("cache"))
            .env("XDG_CONFIG_HOME", folder.join("config"))
            .stdout(chatter)
            .stderr(complaints)
            // A group of its own, so that the window goes with it.
            .process_group(0)
            .spawn()
            .map_err(Trouble::file("starting", Path::new(DRIVER)))?;
        let driver = Self { process, at };
        driver.is_ready().await?;
        Ok(driver)
    }

    /// Opens Carrel's window on a library.
    pub async fn open(&self, library: &Path) -> Outcome<Client> {
        let mut wanted = Capabilities::new();
        let carrel = built("carrel")?;
        let options = json!({ "binary": carrel, "args": ["--library", library] });
        wanted.insert("webkitgtk:browserOptions".to_owned(), options);
        wanted.insert("timeouts".to_owned(), json!({ "script": 15_000 }));
        wanted.insert("pageLoadStrategy".to_owned(), Value::from("normal"));
        let mut opening = ClientBuilder::new(HttpConnector::new());
        opening.capabilities(wanted);
        Ok(opening.connect(&format!("http://{}", self.at)).await?)
    }

    async fn is_ready(&self) -> Outcome {
        let began = Instant::now();
        while let Err(source) = TcpStream::connect(self.at) {
            if began.elapsed() > READY_WITHIN {
                let doing = format!("waiting for {DRIVER}");
                return Err(Trouble::File { doing, source });
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("-{}", self.process.id());
        // The group may be gone already, which is as well.
        let _ = Command::new("kill").args(["-KILL", "--", &group]).output();
        let _ = self.process.wait();
    }
}

/// A port that nobody listens on.
fn free_address() -> std::io::Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()
}
