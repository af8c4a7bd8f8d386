//! The window's life: it shows at once, the library opens behind it, and is closed after it. What it shows is the pages' own.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Manager, RunEvent, WindowEvent};

use crate::door::{self, Door};
use crate::paths;

/// The window's name in `tauri.conf.json`.
const MAIN: &str = "main";
/// How often the library may look after itself.
const TICK: Duration = Duration::from_secs(60);
/// The longest that closing waits for its backup.
const CLOSING: Duration = Duration::from_secs(90);
/// Tells the pages that the window is about to close.
const TELL_CLOSING: &str = "window.dispatchEvent(new Event('carrel-closing'))";

/// Shows the window until somebody closes it.
pub(crate) fn run() -> tauri::Result<()> {
    let app = tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![door::call])
        .setup(|app| {
            let whereabouts = paths::find(env::args_os().skip(1), app.path());
            app.manage(Arc::new(Door::new(whereabouts)));
            let handle = app.handle().clone();
            tauri::async_runtime::spawn_blocking(move || {
                name_library(&handle, &handle.state::<Arc<Door>>());
            });
            let door = Arc::clone(&app.state::<Arc<Door>>());
            thread::spawn(move || {
                loop {
                    thread::sleep(TICK);
                    door.tick();
                }
            });
            Ok(())
        })
        .build(tauri::generate_context!())?;
    let handle = app.handle().clone();
    let closing = AtomicBool::new(false);
    app.run_return(move |app, event| {
        if let RunEvent::WindowEvent {
            event: WindowEvent::CloseRequested { api, .. },
            ..
        } = event
        {
            api.prevent_close();
            if !closing.swap(true, Ordering::SeqCst) {
                close_after_a_backup(app);
            }
        }
    });
    handle.state::<Arc<Door>>().close();
    Ok(())
}

/// Says that a backup is being made, makes it, and ends; the window stays as long as that takes, within bounds.
fn close_after_a_backup(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // A window that cannot say so closes a moment later all the same.
        let _ = window.eval(TELL_CLOSING);
    }
    let (door, app) = (Arc::clone(&app.state::<Arc<Door>>()), app.clone());
    let in_time = Arc::new(AtomicBool::new(true));
    let watch = Arc::clone(&in_time);
    thread::spawn(move || {
        thread::sleep(CLOSING);
        watch.store(false, Ordering::SeqCst);
    });
    thread::spawn(move || {
        door.back_up(|| in_time.load(Ordering::SeqCst));
        app.exit(0);
    });
}

/// Opens the library before the pages ask, and says in the title if it is only for trying things out.
pub(crate) fn name_library(app: &AppHandle, door: &Door) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let title = if door.is_demo() {
            "Carrel — demo library"
        } else {
            "Carrel"
        };
        // A title that could not be set leaves the mark that the pages themselves show.
        let _ = window.set_title(title);
    }
}
