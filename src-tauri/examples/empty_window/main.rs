//! A window of Tauri's with a square on its page and nothing behind it: what Carrel's own start is measured against.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!(
        "examples/empty_window/tauri.conf.json"
    ))
}
