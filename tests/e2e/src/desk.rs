//! The desk: the window in a clerk's hands. Every look waits until it sees, with an end; nothing sleeps and hopes.

use std::cell::{Cell, RefCell};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use serde_json::{Value, json};

use crate::trouble::{Outcome, Trouble, demand};

pub(crate) const PATIENCE: Duration = Duration::from_secs(10);
pub(crate) const LOOK_AGAIN: Duration = Duration::from_millis(40);
/// So many looks that see the same mean that nothing is on its way any more.
const AT_REST: usize = 6;
/// How the driver writes a reference to an element, by the WebDriver standard.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An open window.
#[derive(Debug)]
pub struct Desk {
    pub(crate) client: Client,
    album: Option<PathBuf>,
    taken: Cell<usize>,
    library: PathBuf,
    exports: PathBuf,
}

impl Desk {
    /// Sits down before the window; pictures go into the album, if there is one.
    pub fn new(client: Client, library: PathBuf, exports: PathBuf, album: Option<PathBuf>) -> Self {
        let taken = Cell::new(0);
        Self {
            client,
            album,
            taken,
            library,
            exports,
        }
    }

    /// The file that this window was opened on.
    pub fn library(&self) -> &Path {
        &self.library
    }

    /// The folder that this window's exports go to.
    pub fn exports(&self) -> &Path {
        &self.exports
    }

    /// Whether pictures are wanted.
    pub fn is_on_tour(&self) -> bool {
        self.album.is_some()
    }

    /// Waits until the screen says so.
    pub async fn sees(&self, words: &str) -> Outcome {
        let said = async || Ok(self.screen().await?.contains(words).then_some(()));
        self.until(&format!("“{words}”"), said).await
    }

    /// Waits until the screen says so no more.
    pub async fn sees_no_more(&self, words: &str) -> Outcome {
        let gone = async || Ok((!self.screen().await?.contains(words)).then_some(()));
        self.until(&format!("“{words}” to go"), gone).await
    }

    /// What can be read on the screen now.
    pub async fn screen(&self) -> Result<String, CmdError> {
        let text = self
            .client
            .execute(include_str!("screen.js"), vec![])
            .await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Presses what has the name: a button, a link, a choice.
    pub async fn press(&self, name: &str) -> Outcome {
        const REACH: &str = "arguments[0].scrollIntoView({ block: 'nearest' });";
        let what = format!("“{name}” to press");
        self.act(&what, "press", name, async |it| {
            let button = json!({ ELEMENT: it.element_id().as_ref() });
            self.client.execute(REACH, vec![button]).await?;
            it.click().await
        })
        .await
    }

    /// Ticks what has that name, or takes its tick away.
    pub async fn tick(&self, name: &str) -> Outcome {
        let what = format!("the tick of “{name}”");
        let done = async || {
            let Some(found) = self.look("tick", name).await? else {
                return Ok(None);
            };
            let before = found.is_selected().await?;
            found.click().await?;
            Ok((found.is_selected().await? != before).then_some(()))
        };
        self.until(&what, done).await
    }

    /// Writes into the field of that label, in place of what stood there.
    pub async fn write(&self, label: &str, text: &str) -> Outcome {
        const SELECT: &str = "arguments[0].focus(); arguments[0].select();";
        let what = format!("the field “{label}”");
        self.act(&what, "field", label, async |it| {
            let field = json!({ ELEMENT: it.element_id().as_ref() });
            self.client.execute(SELECT, vec![field]).await?;
            it.send_keys(text).await
        })
        .await
    }

    /// Takes the choice of that label in a list to choose from.
    pub async fn choose(&self, label: &str, choice: &str) -> Outcome {
        self.act(
            &format!("the list “{label}”"),
            "field",
            label,
            async |it| it.select_by_label(choice).await,
        )
        .await
    }

    /// What stands in the field of that label.
    pub async fn reads(&self, label: &str) -> Outcome<String> {
        let field = self.finds("field", label).await?;
        Ok(field.prop("value").await?.unwrap_or_default())
    }

    /// Waits for what has the role and the name.
    pub async fn finds(&self, role: &str, name: &str) -> Outcome<Element> {
        let found = async || self.look(role, name).await;
        self.until(&format!("the {role} “{name}”"), found).await
    }

    /// Who has the focus, by name; empty where it is nobody's.
    pub async fn focus(&self) -> Result<String, CmdError> {
        const NAME: &str = "const e = document.activeElement; return e?.ariaLabel || e?.labels?.[0]?.innerText || e?.closest('button, a, [role=menuitem]')?.innerText || '';";
        let name = self.client.execute(NAME, vec![]).await?;
        Ok(name.as_str().unwrap_or_default().trim().to_owned())
    }

    /// Waits until what has the focus is called so, or so to begin with.
    pub async fn has_focus(&self, name: &str) -> Outcome {
        let focused = async || {
            let focus = self.focus().await?;
            Ok(focus.starts_with(name).then_some(()))
        };
        self.until(&format!("“{name}” to have the focus"), focused)
            .await
    }

    /// Scans a barcode: the scanner is a keyboard that ends with Enter, and the scan box always listens.
    pub async fn scan(&self, code: &str) -> Outcome {
        self.has_focus("Scan box").await?;
        self.types(code).await?;
        self.strikes("Enter").await
    }

    /// A fact, asked of the core through the window's own door.
    pub async fn ask(&self, command: &str, input: Value) -> Outcome<Value> {
        let asked = vec![Value::from(command), input];
        let answer = self
            .client
            .execute_async(include_str!("ask.js"), asked)
            .await?;
        match answer.get("output") {
            Some(output) => Ok(output.clone()),
            None => Err(Trouble::not_so(format!("{command}: {}", answer["failure"]))),
        }
    }

    /// What a script finds in the page.
    pub async fn measures(&self, script: &str) -> Outcome<Value> {
        Ok(self.client.execute(script, vec![]).await?)
    }

    /// Makes the window that large.
    pub async fn resizes(&self, width: u32, height: u32) -> Outcome {
        self.client.set_window_size(width, height).await?;
        let wanted = json!([width, height]);
        let fits = async || {
            let size = "return [innerWidth, innerHeight];";
            let size = self.client.execute(size, vec![]).await?;
            Ok((size == wanted).then_some(()))
        };
        self.until(&format!("a window of {width} × {height}"), fits)
            .await
    }

    /// Waits until the screen has stopped changing.
    pub async fn comes_to_rest(&self) -> Outcome {
        self.stays_the_same(AT_REST).await
    }

    /// Waits until so many looks after another see the same.
    pub(crate) async fn stays_the_same(&self, looks: usize) -> Outcome {
        let (seen, same) = (RefCell::new(Value::Null), Cell::new(0));
        let resting = async || {
            let rest = include_str!("rest.js");
            let now = self.client.execute_async(rest, vec![]).await?;
            let before = seen.replace(now.clone());
            same.set(if now.is_null() || now != before {
                0
            } else {
                same.get() + 1
            });
            Ok((same.get() >= looks).then_some(()))
        };
        self.until("the screen to come to rest", resting).await
    }

    /// Shows something that everybody must be able to use: judged, or on tour a picture.
    pub async fn shows(&self, name: &str) -> Outcome {
        if self.is_on_tour() {
            return self.shoots(name).await;
        }
        self.is_for_everybody(name).await
    }

    /// Takes a picture, if they are wanted.
    pub async fn shoots(&self, name: &str) -> Outcome {
        let Some(album) = &self.album else {
            return Ok(());
        };
        self.comes_to_rest().await?;
        let number = self.taken.get() + 1;
        self.taken.set(number);
        self.saves_picture(&album.with_added_extension(format!("{number:02}-{name}.png")))
            .await
    }

    /// Saves what the screen shows.
    pub async fn saves_picture(&self, path: &Path) -> Outcome {
        let picture = self.client.screenshot().await?;
        fs::write(path, picture).map_err(Trouble::file("writing", path))
    }

    /// Looks again and again until there is something to see.
    pub async fn until<T>(
        &self,
        what: &str,
        look: impl AsyncFn() -> Result<Option<T>, CmdError>,
    ) -> Outcome<T> {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if let Some(seen) = settled(look().await)?.flatten() {
                return Ok(seen);
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
        Err(Trouble::NotSeen {
            what: what.to_owned(),
            seconds: PATIENCE.as_secs(),
            screen: beginning(&self.screen().await?),
        })
    }

    /// Demands that the screen does not say so now.
    pub async fn does_not_see(&self, words: &str) -> Outcome {
        let screen = self.screen().await?;
        demand(!screen.contains(words), || {
            format!("“{words}” is on the screen:\n{screen}")
        })
    }

    async fn act(
        &self,
        what: &str,
        role: &str,
        name: &str,
        deed: impl AsyncFn(&Element) -> Result<(), CmdError>,
    ) -> Outcome {
        let done = async || match self.look(role, name).await? {
            Some(found) => deed(&found).await.map(Some),
            None => Ok(None),
        };
        self.until(what, done).await
    }

    pub(crate) async fn look(&self, role: &str, name: &str) -> Result<Option<Element>, CmdError> {
        let wanted = vec![Value::from(role), Value::from(name)];
        let found = self.client.execute(include_str!("find.js"), wanted).await?;
        let reference = found.get(ELEMENT).and_then(Value::as_str);
        Ok(reference.map(|reference| {
            Element::from_element_id(self.client.clone(), ElementRef::from(reference.to_owned()))
        }))
    }
}

/// Enough of the screen to know where one is; all of it is kept in a file.
fn beginning(screen: &str) -> String {
    const LINES: usize = 60;
    screen.lines().take(LINES).collect::<Vec<_>>().join("\n")
}

/// A page that changed under the hand is no trouble: one looks again.
fn settled<T>(looked: Result<T, CmdError>) -> Result<Option<T>, CmdError> {
    match looked {
        Ok(seen) => Ok(Some(seen)),
        Err(CmdError::Standard(error)) if is_passing(&error.error) => Ok(None),
        Err(error) => Err(error),
    }
}

fn is_passing(error: &fantoccini::error::ErrorStatus) -> bool {
    use fantoccini::error::ErrorStatus as Error;
    matches!(
        error,
        Error::StaleElementReference
            | Error::ElementClickIntercepted
            | Error::ElementNotInteractable
            | Error::MoveTargetOutOfBounds
            | Error::NoSuchElement
    )
}
