//! The window's life: it shows at once, the library opens behind it, and is closed after it. What it shows is the pages' own.

use std::env;
use std::sync::Arc;

use tauri::{AppHandle, Manager};

use crate::door::{self, Door};
use crate::paths;

/// The window's name in `tauri.conf.json`.
const MAIN: &str = "main";

/// Shows the window until somebody closes it.
pub(crate) fn run() -> tauri::Result<()> {
    let app = tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![door::call])
        .setup(|app| {
            let whereabouts = paths::find(env::args_os().skip(1), app.path());
            app.manage(Arc::new(Door::new(whereabouts)));
            let handle = app.handle().clone();
            tauri::async_runtime::spawn_blocking(move || name_demo(&handle));
            Ok(())
        })
        .build(tauri::generate_context!())?;
    let handle = app.handle().clone();
    app.run_return(|_, _| {});
    handle.state::<Arc<Door>>().close();
    Ok(())
}

/// Opens the library before the pages ask, and says in the title if it is only for trying things out.
fn name_demo(app: &AppHandle) {
    if app.state::<Arc<Door>>().is_demo()
        && let Some(window) = app.get_webview_window(MAIN)
    {
        // A title that could not be set leaves the mark that the pages themselves show.
        let _ = window.set_title("Carrel — demo library");
    }
}
